import { isMainThread } from 'node:worker_threads'

/** The superuser may write anywhere, so a test of what may not be written steps down. Gives what steps up again. */
export const withoutRoot = (): (() => void) => {
  if (process.getuid?.() !== 0) return () => {}
  process.seteuid?.(65_534)
  return () => process.seteuid?.(0)
}

/** In a thread, as scripts/mutants.mjs runs tests, the superuser cannot step down. */
export const canStepDown = isMainThread || process.getuid?.() !== 0
