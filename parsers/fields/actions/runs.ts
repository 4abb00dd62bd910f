/** Runs inside a paragraph: （一）…。（二）…。, 一是…；二是…, 其一，…；其二，…, to any depth. */
import { beforeFigure, type Mark, type MarkStyle, markAt } from '../../tokens/marks.js'
import { blanks, unitsOf } from '../../values/marks.js'

/** A stretch of a paragraph with its mark, and the run inside it. */
export interface Entry {
  mark: Mark | null
  start: number
  body: number
  end: number
  run: Entry[]
}

/** Runs inside runs are looked for no deeper. */
const deepest = 6

/**
 * What may stand before a mark of each style inside a paragraph; a mark at its start needs nothing.
 * 一、, 第一， and 一方面 seldom count inside a sentence; 一是 and ① do.
 */
const behindAny = unitsOf(`。；：，、？！”;:,.）】〕］${blanks}`)
const behindWords = unitsOf(`。；：，、？！;:,.）】〕］${blanks}`)
const behindSentence = unitsOf('。；：）】〕］')
const behindClause = unitsOf('。；：，）】〕］')
const isBlank = unitsOf(blanks)
const mayFollow: Partial<Record<MarkStyle, (code: number) => boolean>> = {
  is: behindAny,
  circled: behindAny,
  'cn-paren': behindWords,
  'ar-paren': behindWords,
  'ar-rparen': behindClause,
  ar: behindClause,
  cn: behindSentence,
  first: behindSentence,
  qi: behindSentence,
  aspect: behindSentence,
  stem: behindSentence,
  latin: behindSentence,
}
const mayRun = /[（(一甲其第aA1①⑴⒈]/

/** How surely a mark is one: `weak` ones begin with a figure (2.5辆 behind 1.…) and need their neighbours' proof. */
interface Candidate {
  mark: Mark
  weak: boolean
}

/** The marks inside a paragraph that may begin a member of a run, outside titles, quotations and brackets. */
function candidatesIn(folded: string, start: number, end: number): Candidate[] {
  const found: Candidate[] = []
  let quoted = 0
  let round = 0
  for (let i = start; i < end; i++) {
    const c = folded.charAt(i)
    if (c === '《' || c === '“') quoted++
    else if ((c === '》' || c === '”') && quoted > 0) quoted--
    const before = i === start ? Number.NaN : folded.charCodeAt(i - 1)
    if (quoted === 0 && round === 0 && (i === start || behindAny(before))) {
      const printed = markAt(folded, i)
      const mark = printed?.style === 'multi' ? beforeFigure(folded, printed) : printed
      const follows = mark && mayFollow[mark.style]
      if (mark && follows && mark.body <= end && (i === start || follows(before))) {
        const weak = isWeak(folded, mark)
        if (!weak || i === start || behindSentence(before)) {
          found.push({ mark, weak })
          i = mark.end - 1
          continue
        }
      }
    }
    if (c === '（') round++
    else if (c === '）' && round > 0) round--
  }
  return found
}

/** 1.3座, 2、5号: the figure may go on behind the mark. 1.2021年 is a mark before a year. */
const isWeak = (folded: string, mark: Mark): boolean =>
  mark.doubtful ||
  (mark.style === 'ar' &&
    /\d/.test(folded.charAt(mark.body)) &&
    !/^(?:19|20)\d\d年/.test(folded.slice(mark.body, mark.body + 5)))

/** The marks of one style that count on from the first; a weak one only where no sure one has its number. */
function chain(candidates: readonly Candidate[]): Mark[] {
  const [first] = candidates
  if (!first) return []
  const places = new Map<string, number[]>()
  candidates.forEach(({ mark, weak }, i) => {
    const key = `${mark.ordinal} ${weak}`
    const list = places.get(key)
    if (list) list.push(i)
    else places.set(key, [i])
  })
  const run = [first.mark]
  let at = 0
  for (;;) {
    const n = (run.at(-1) ?? first.mark).ordinal
    const find = (key: string) => places.get(key)?.find((i) => i > at) ?? Number.POSITIVE_INFINITY
    const next = find(`${n + 1} false`)
    const skipped = find(`${n + 2} false`)
    const weak = find(`${n + 1} true`)
    let pick = next
    // 2.5辆 between 1.… and 3.…; else the 2. that stands alone
    if (weak < next && (next === Number.POSITIVE_INFINITY || (skipped > weak && skipped < next))) pick = weak
    // a number left out by mistake
    else if (next === Number.POSITIVE_INFINITY && run.length > 1) pick = skipped
    const chosen = candidates[pick]
    if (!chosen) return run
    run.push(chosen.mark)
    at = pick
  }
}

/** The outermost run of at least two marks in order; its members. */
function outerRun(folded: string, start: number, end: number): Mark[] {
  // a run begins with its first, or goes on from the mark that opens the line: 二是…；三是…
  if (!mayRun.test(folded.slice(start, end)) && !(markAt(folded, start)?.doubtful === false)) return []
  const candidates = candidatesIn(folded, start, end)
  const tried = new Set<MarkStyle>()
  for (const { mark } of candidates) {
    if ((mark.ordinal !== 1 && mark.start !== start) || tried.has(mark.style)) continue
    tried.add(mark.style)
    const run = chain(candidates.filter((c) => c.mark.style === mark.style && c.mark.start >= mark.start))
    if (run.length >= 2) return run
  }
  return []
}

/** Where the words of [start, end) end, without the blanks behind them. */
export function trimEnd(folded: string, start: number, end: number): number {
  let e = end
  while (e > start && isBlank(folded.charCodeAt(e - 1))) e--
  return e
}

function entryOf(folded: string, mark: Mark | null, start: number, end: number, depth: number): Entry {
  const body = mark ? Math.min(mark.body, end) : start
  const run = depth < deepest ? outerRun(folded, body, end) : []
  return { mark, start, body, end, run: membersOf(folded, run, end, depth + 1) }
}

const membersOf = (folded: string, marks: readonly Mark[], end: number, depth: number): Entry[] =>
  marks.map((mark, i) => entryOf(folded, mark, mark.start, trimEnd(folded, mark.start, marks[i + 1]?.start ?? end), depth))

/** Cuts one paragraph into entries: several where it opens with a run, else one; `own` is its mark where that is one. */
export function entriesOf(folded: string, start: number, end: number, own: Mark | null): Entry[] {
  const run = outerRun(folded, start, end)
  if (run[0]?.start === start) return membersOf(folded, run, end, 0)
  return [entryOf(folded, own, start, end, 0)]
}
