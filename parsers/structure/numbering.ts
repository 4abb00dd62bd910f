/** How the numbers of a list go on: its order, its gaps and what fills them, the neighbours of each mark. */
import type { Line } from '../tokens/lines.js'
import { similarStyles } from '../tokens/marks.js'
import type { Features } from './features.js'
import type { Grammar } from './grammar.js'

/** 1, 2, 4, 6 and behind them 3, 5: of so many numbers that it is no accident. */
export const isPermuted = (ordinals: readonly number[]): boolean =>
  ordinals.length >= 4 &&
  new Set(ordinals).size === ordinals.length &&
  ordinals.every((n) => n >= 1 && n <= ordinals.length) &&
  ordinals.some((n, i) => n !== i + 1)

/** 反馈问题七, 反馈问题十二, 反馈问题二十: numbers that rise and leave most others out. */
export const isChosen = (ordinals: readonly number[]): boolean =>
  ordinals.length >= 2 &&
  ordinals.every((n, i) => i === 0 || n > (ordinals[i - 1] ?? 0)) &&
  (ordinals.at(-1) ?? 0) >= ordinals.length * 2

/** For each opener the next with a mark of its style, and the one before. */
export function neighboursOf(lines: readonly Line[], opens: Uint8Array): Pick<Grammar, 'next' | 'previous'> {
  const next = new Int32Array(lines.length).fill(-1)
  const previous = new Int32Array(lines.length).fill(-1)
  const last = new Map<string, number>()
  for (let i = 0; i < lines.length; i++) {
    const style = lines[i]?.mark?.style
    if (opens[i] !== 1 || !style) continue
    const before = last.get(style) ?? -1
    previous[i] = before
    if (before >= 0) next[before] = i
    last.set(style, i)
  }
  return { next, previous }
}

/**
 * Lines over fields of their own whose mark is of another style than the list's, and whose number the list lacks there: （3） between
 * 2. and 4., （18） behind 17. Nothing that goes on with a count of its own style is one.
 */
export function fillersOf(lines: readonly Line[], features: readonly Features[], style: string): ReadonlySet<number> {
  const fillers = new Set<number>()
  const later = nextNumbers(lines, style)
  let last = 0
  let counts = new Map<string, number>()
  lines.forEach(({ mark, valueMark, label, table }, i) => {
    if (valueMark) counts.set(valueMark.style, valueMark.ordinal)
    if (!mark || table) return
    const { ordinal } = mark
    const next = later[i] ?? 0
    const fills =
      mark.style !== style &&
      !label &&
      last > 0 &&
      ordinal === last + 1 &&
      next !== ordinal &&
      next <= ordinal + 2 &&
      counts.get(mark.style) !== ordinal - 1 &&
      features[i]?.labelNext === true
    if (fills) fillers.add(i)
    // 1. and 2. of the measures in between have no fields below them
    const goesOn = mark.style === style && (ordinal === last + 1 || features[i]?.labelNext === true)
    if (fills || goesOn) {
      last = ordinal
      counts = new Map()
    } else counts.set(mark.style, ordinal)
  })
  return fillers
}

/** For each line the number of the next mark of the style behind it; 0 where none follows. */
function nextNumbers(lines: readonly Line[], style: string): Uint32Array {
  const next = new Uint32Array(lines.length)
  let last = 0
  for (let i = lines.length - 1; i >= 0; i--) {
    next[i] = last
    const mark = lines[i]?.mark
    if (mark?.style === style) last = mark.ordinal
  }
  return next
}

/** A mark of the style, or of one so like it that it may be a misprint: （1）2）（3）. */
export const opensWith = (style: string, wanted: string, counted: ReadonlySet<string>): boolean =>
  style === wanted || (similarStyles(style, wanted) && !counted.has(style))

/** Styles that count by themselves, 1, 2 and again 1, 2: none of their marks is a misprint. */
export function countedStyles(lines: readonly Line[]): ReadonlySet<string> {
  const last = new Map<string, number>()
  const runs = new Map<string, number>()
  for (const { mark } of lines) {
    if (!mark) continue
    if (mark.ordinal === 2 && last.get(mark.style) === 1) runs.set(mark.style, (runs.get(mark.style) ?? 0) + 1)
    last.set(mark.style, mark.ordinal)
  }
  return new Set([...runs].filter(([, n]) => n >= 2).map(([style]) => style))
}
