/** Shares with their intervals, and the logistic function. */

/** Wilson's interval of a share at 95 %. */
export function wilson(hits: number, n: number): [low: number, high: number] {
  if (n === 0) return [0, 1]
  const z = 1.96
  const share = hits / n
  const middle = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)]
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** 98.4 % (96.2–99.3), 246 of 250 */
export function shareWords(hits: number, n: number): string {
  const [low, high] = wilson(hits, n)
  return `${percent(n === 0 ? 0 : hits / n)} (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}), ${hits} of ${n}`
}

export interface Observation {
  /** 0 where nothing speaks against it. */
  signs: readonly number[]
  right: boolean
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
export const chanceOf = (weights: readonly number[], signs: readonly number[]): number =>
  sigmoid(signs.reduce((sum, sign, i) => sum + sign * (weights[i + 1] ?? 0), weights[0] ?? 0))

/**
 * The weights of a logistic function, its constant first, by gradient ascent with a ridge. No sign may speak for a list: a weight
 * above 0 is an accident of the sample.
 */
export function fitLogistic(observations: readonly Observation[], ridge = 0.3, rounds = 4000, rate = 2): number[] {
  const width = (observations[0]?.signs.length ?? 0) + 1
  let weights = new Array<number>(width).fill(0)
  for (let round = 0; round < rounds; round++) {
    const slope = new Array<number>(width).fill(0)
    for (const { signs, right } of observations) {
      const off = (right ? 1 : 0) - chanceOf(weights, signs)
      slope[0] = (slope[0] ?? 0) + off
      signs.forEach((sign, i) => {
        slope[i + 1] = (slope[i + 1] ?? 0) + off * sign
      })
    }
    weights = weights.map((weight, i) => {
      const moved = weight + (rate * ((slope[i] ?? 0) - (i === 0 ? 0 : ridge * weight))) / observations.length
      return i === 0 ? moved : Math.min(0, moved)
    })
  }
  return weights
}
