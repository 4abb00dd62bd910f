/** A small generator of pseudo-random numbers (mulberry32): the same seed gives the same report everywhere. */
export interface Rng {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number from `low` to `high`, both inclusive. */
  int(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  /** `count` different entries in the order of the list's shuffle. */
  sample<T>(list: readonly T[], count: number): T[]
  shuffle<T>(list: readonly T[]): T[]
}

export function rngOf(seed: number): Rng {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let word = Math.imul(state ^ (state >>> 15), state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const shuffle = <T>(list: readonly T[]): T[] => {
    const out = [...list]
    for (let at = out.length - 1; at > 0; at--) {
      const other = int(0, at)
      const [a, b] = [out[at], out[other]]
      if (a !== undefined && b !== undefined) [out[at], out[other]] = [b, a]
    }
    return out
  }
  return {
    next,
    int,
    pick: (list) => {
      const value = list[int(0, list.length - 1)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    sample: (list, count) => shuffle(list).slice(0, count),
    shuffle,
  }
}
