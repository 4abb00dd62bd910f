/** What is to be stored, in its order, some at a time in one transaction: a transaction for each costs more than what it stores. */

/** Reports that are stored together. Counted and not timed, so that the same sources give the same ledger. */
export const STORED_TOGETHER = 16

interface Waiting {
  work: () => void
  done: () => void
  reject: (error: unknown) => void
}

export class StoreQueue {
  readonly #sink: { batch?(work: () => void): void }
  #waiting: Waiting[] = []

  constructor(sink: { batch?(work: () => void): void }) {
    this.#sink = sink
  }

  /** Gives what the work gives, once that is in the ledger. */
  add<T>(work: () => T): Promise<T> {
    const stored = new Promise<T>((resolve, reject) => {
      let value: T
      this.#waiting.push({
        work: () => {
          value = work()
        },
        done: () => resolve(value),
        reject,
      })
    })
    // Whoever asked hears of it at the end; those of a batch fail together.
    stored.catch(() => {})
    if (this.#waiting.length >= STORED_TOGETHER) this.flush()
    return stored
  }

  /** Stores all that waits. */
  flush(): void {
    const all = this.#waiting
    this.#waiting = []
    if (all.length === 0) return
    const work = () => {
      for (const one of all) one.work()
    }
    try {
      if (this.#sink.batch) this.#sink.batch(work)
      else work()
    } catch (error) {
      for (const { reject } of all) reject(error)
      return
    }
    for (const { done } of all) done()
  }
}
