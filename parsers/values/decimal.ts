/**
 * Exact decimal arithmetic: a figure as printed times a rational factor, rounded once at the end.
 * Binary floating point alone gives 0.1 + 0.2 noise (34 * 1e-9 is not 3.4e-8), and a ledger must not.
 */

/** A rational number: 亩 is 2000/3 m2, a day 86400/1 s. */
export interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

/** Reads `12`, `0.3048`, `1e-9`, `2000/3`, `-459.67`. The text is data of ours or a number's own rendering, so a bad one is a programming error. */
export function ratio(text: string): Ratio {
  const [top = '', bottom] = text.split('/')
  const upper = decimal(top)
  if (bottom === undefined) return upper
  const lower = decimal(bottom)
  return reduce(upper.num * lower.den, upper.den * lower.num)
}

const decimalForm = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/

function decimal(text: string): Ratio {
  const m = decimalForm.exec(text)
  if (!m) throw new RangeError(`not a decimal number: ${text}`)
  const [, sign, whole = '', fraction = '', power = '0'] = m
  const digits = BigInt(`${sign}${whole}${fraction}`)
  const exponent = Number(power) - fraction.length
  return exponent < 0 ? reduce(digits, 10n ** BigInt(-exponent)) : { num: digits * 10n ** BigInt(exponent), den: 1n }
}

function reduce(num: bigint, den: bigint): Ratio {
  let [a, b] = [num < 0n ? -num : num, den]
  while (b) [a, b] = [b, a % b]
  return a > 1n ? { num: num / a, den: den / a } : { num, den }
}

export const times = (a: Ratio, b: Ratio): Ratio => reduce(a.num * b.num, a.den * b.den)
export const over = (a: Ratio, b: Ratio): Ratio => reduce(a.num * b.den, a.den * b.num)
export const plus = (a: Ratio, b: Ratio): Ratio => reduce(a.num * b.den + b.num * a.den, a.den * b.den)

const safe = BigInt(Number.MAX_SAFE_INTEGER)
const digitsKept = 40n

/** The nearest number. Both parts exact in binary give one correctly rounded division; else 40 digits are written out and read. */
export function toNumber({ num, den }: Ratio): number {
  const size = num < 0n ? -num : num
  if (size <= safe && den <= safe) return Number(num) / Number(den)
  const quotient = (size * 10n ** digitsKept) / den
  return Number(`${num < 0n ? '-' : ''}${quotient}e-${digitsKept}`)
}

/** `value` taken as its shortest decimal rendering, times `factor`, plus `offset`. */
export function scale(value: number, factor: Ratio, offset?: Ratio): number {
  if (!offset) {
    const quick = quickScale(value, factor)
    if (quick !== null) return quick
  }
  const product = times(ratio(String(value)), factor)
  return toNumber(offset ? plus(product, offset) : product)
}

const parts = new WeakMap<Ratio, readonly [number, number]>()
const small = 2 ** 53

/** The same where all parts are exact in binary: one division, rounded once. Null where they are not. */
function quickScale(value: number, factor: Ratio): number | null {
  let exact = parts.get(factor)
  if (!exact) {
    exact = [Number(factor.num), Number(factor.den)]
    parts.set(factor, exact)
  }
  const printed = String(value)
  const point = printed.indexOf('.')
  const decimals = point < 0 ? 0 : printed.length - point - 1
  if (decimals > 15 || printed.includes('e')) return null
  const top = (point < 0 ? value : Number(printed.slice(0, point) + printed.slice(point + 1))) * exact[0]
  const bottom = 10 ** decimals * exact[1]
  return Math.abs(top) < small && Math.abs(exact[0]) < small && bottom < small ? top / bottom : null
}
