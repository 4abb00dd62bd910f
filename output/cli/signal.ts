/** The end of a command that runs until it is told to. */

/** Calls `stop` at the first SIGINT or SIGTERM; a second one ends the process as it would without this. Gives what takes the listeners away. */
export function onSignal(stop: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const release = () => {
    for (const signal of signals) process.removeListener(signal, once)
  }
  const once = () => {
    release()
    stop()
  }
  for (const signal of signals) process.on(signal, once)
  return release
}
