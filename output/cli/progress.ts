/** Progress of long work on standard error. */
import type { SingleBar } from 'cli-progress'
import { nameOf } from './io.js'

export interface Progress {
  step(done: number, total: number, source?: string): void
  stop(): void
}

/** Work shorter than this shows no bar. */
const PATIENCE_MS = 1_000

/** A bar that shows itself once the work turns out to be long; on a pipe, nothing. */
export function startProgress(shown: boolean): Progress {
  let bar: SingleBar | null = null
  let stopped = false
  let state = { done: 0, total: 0, source: '' }
  const show = async () => {
    const { default: progress } = await import('cli-progress')
    if (stopped || state.total === 0) return
    const format = '{bar} {value}/{total}  {source}'
    // `linewrap`: left on, so that a terminal is as it was when the program is interrupted.
    bar = new progress.SingleBar({ format, stream: process.stderr, clearOnComplete: true, linewrap: true })
    bar.start(state.total, state.done, { source: state.source })
  }
  const timer = shown ? setTimeout(() => void show(), PATIENCE_MS) : null
  timer?.unref()
  return {
    step(done, total, source = '') {
      const name = nameOf(source)
      state = { done, total, source: name.length > 20 ? `…${name.slice(-19)}` : name }
      bar?.update(done, { source: state.source })
    },
    stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      bar?.stop()
      bar = null
    },
  }
}
