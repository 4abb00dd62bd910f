/** Which grammars a report may have: every mark, label, heading and table proposes; none has the right of way. */

import { guanyuProblem } from '../lexicon/cues.js'
import type { Rule } from '../lexicon/weights.js'
import type { Line } from '../tokens/lines.js'
import { type MarkStyle, ordinal } from '../tokens/marks.js'
import type { Features } from './features.js'
import type { Grammar, Opener } from './grammar.js'
import { plainProblemWords } from './headings.js'
import { countedStyles, fillersOf, isChosen, isPermuted, neighboursOf, opensWith } from './numbering.js'
import type { Parallel } from './parallel.js'
import type { TableReading } from './tables.js'

const baseOf: Record<Opener['by'], Rule | null> = {
  mark: null,
  label: 'grammarLabel',
  levels: 'grammarLevels',
  heading: 'grammarHeading',
  bold: 'grammarHeading',
  plain: 'grammarPlain',
  named: 'grammarPlain',
  before: 'grammarBefore',
  rows: null,
  single: 'grammarSingle',
  none: 'grammarNone',
}

export interface Source {
  folded: string
  lines: readonly Line[]
  features: readonly Features[]
  /** What each line that is a table may be read as. */
  tables: ReadonlyMap<number, TableReading>
  /** What other chapters tell of each problem. */
  parallel: Parallel
  /** （责任单位：…） on lines of their own stand under measures, everywhere. */
  bracketsOfMeasures: boolean
  /** The text speaks of rectification again and again. */
  rectifies: boolean
}

const none: ReadonlySet<number> = new Set()
/** Marks that count a list's items, and so many of them that are no few measures with bodies of their own. */
const ofLists: ReadonlySet<MarkStyle> = new Set<MarkStyle>(['ar', 'ar-paren', 'ar-rparen', 'cn', 'cn-paren'])
const SEVERAL = 6

/** All grammars that open at least one item, the empty one last. */
export function propose(source: Source): Grammar[] {
  const { lines, features, tables, folded } = source
  const grammars: Grammar[] = []
  const add = (
    opener: Opener,
    opens: (line: Line, i: number, own: Features) => boolean,
    base = baseOf[opener.by],
    fillers: ReadonlySet<number> = none,
    unordered = false,
  ) => {
    const flags = new Uint8Array(lines.length)
    let n = 0
    lines.forEach((line, i) => {
      const own = features[i]
      if (own && opens(line, i, own)) {
        flags[i] = 1
        n++
      }
    })
    // one bold line is a title, and so is one heading
    if (n === 0 || (n === 1 && (opener.by === 'bold' || opener.by === 'heading'))) return
    const heads = features.filter((own, i) => own.plain && flags[i + 1] === 1 && flags[i] !== 1).length
    const numbers = lines.flatMap(({ mark }, i) => (flags[i] === 1 && mark ? mark.ordinal : []))
    const foreign =
      unordered ||
      (opener.by === 'mark' &&
        (isPermuted(numbers) || (opener.styles.length === 1 && opener.styles[0] === 'issue' && isChosen(numbers))))
    grammars.push({ opener, opens: flags, ...neighboursOf(lines, flags), fillers, foreign, base, plainHeadings: heads >= 2 })
  }
  const styles = stylesOf(lines, features)
  const counted = countedStyles(lines)
  for (const style of styles) {
    const fillers = fillersOf(lines, features, style)
    add(
      { by: 'mark', styles: [style] },
      (line, i) => line.mark !== null && (opensWith(line.mark.style, style, counted) || fillers.has(i)),
      null,
      fillers,
    )
  }
  // 2、 and （4） and 3. over fields of their own, whatever they count
  const overFields = (line: Line, i: number): boolean =>
    line.mark !== null &&
    ofLists.has(line.mark.style) &&
    !line.label &&
    !line.table &&
    features[i]?.labelNext === true &&
    (features[i]?.length ?? 0) >= 4
  const over = lines.flatMap((line, i) => (line.mark && overFields(line, i) ? [line.mark.style] : []))
  const mixed = new Set(over)
  if (over.length >= SEVERAL && mixed.size > 1) add({ by: 'mark', styles: [...mixed] }, overFields, 'grammarMixed', none, true)
  if (styles.includes('issue'))
    for (const style of styles)
      if (style !== 'issue')
        add(
          { by: 'mark', styles: ['issue', style] },
          (line) => line.mark?.style === 'issue' || line.mark?.style === style,
          'grammarPair',
        )
  for (const [outer, inner] of levelsOf(lines, features))
    add({ by: 'levels', outer, inner }, ({ mark }) => mark?.style === outer || mark?.style === inner)
  // 1.…。⏎经查，…: what stands under a numbered problem opens none, unless it is named as one
  const isSecond = (i: number): boolean =>
    lines[i - 1]?.mark !== null &&
    lines[i - 1]?.label === null &&
    (features[i - 1]?.problem ?? 0) >= 0.4 &&
    features[i - 1]?.category === false &&
    !plainProblemWords.test(folded.slice(lines[i]?.body, lines[i]?.end))
  const problems = lines.filter((line) => line.label?.field === 'problem' || line.label?.field === 'number').length
  const isNumber = (line: Line | undefined): boolean => line?.label?.field === 'number'
  const isProblem = (line: Line | undefined): boolean => line?.label?.field === 'problem'
  // 序号 1⏎存在问题 …: where the number stands right over each problem, it opens
  const overProblems = lines.filter((line, i) => isNumber(line) && leadsProblem(lines, i)).length
  if (overProblems >= 2) add({ by: 'label' }, isNumber)
  if (problems > 0) add({ by: 'label' }, (line) => isNumber(line) || isProblem(line))
  const goesOn = goesOnFromLabels(source)
  if (goesOn.size >= 2) add({ by: 'label' }, (line, i) => isNumber(line) || goesOn.has(i))
  for (const level of new Set(lines.map((line) => line.heading)))
    if (level > 0) add({ by: 'heading', level }, (line, _, own) => line.heading === level && !line.mark && !own.title)
  add(
    { by: 'bold' },
    (line, _, own) => line.bold && !line.mark && !line.label && line.heading === 0 && !own.title && own.length >= 6,
  )
  add(
    { by: 'plain' },
    (line, i, own) =>
      !line.mark && !line.label && !line.inner && own.strong && own.length >= 6 && own.length <= 160 && !isSecond(i),
  )
  const names = (line: Line): boolean =>
    !line.label && !line.table && guanyuProblem.test(folded.slice(line.body, Math.min(line.end, line.body + LONGEST)))
  if (new Set(lines.filter(names).map(({ mark }) => mark?.style ?? '')).size >= MIXED) add({ by: 'named' }, names)
  for (const word of firstWords(folded, lines))
    add({ by: 'before', word }, (line, i, own) => {
      const next = lines[i + 1]
      return (
        !line.mark &&
        !line.label &&
        !line.table &&
        !line.inner &&
        !own.rule &&
        own.length >= 4 &&
        !isSecond(i) &&
        next?.label !== null &&
        next?.label !== undefined &&
        folded.slice(next.label.start, next.label.end) === word
      )
    })
  add({ by: 'rows' }, (_, i) => {
    const table = tables.get(i)
    return table?.kind === 'ledger' || table?.kind === 'pairs'
  })
  const tells = (line: Line): boolean => line.label !== null && line.label.field !== 'other' && line.label.field !== 'contact'
  // a numbered chapter (二、整改措施) is hardly the first label
  const inner = lines.findIndex((line) => tells(line) && !(line.label?.form === 'alone' && line.mark))
  const first = inner >= 0 ? inner : lines.findIndex(tells)
  if (first >= 0) add({ by: 'single' }, (_, i) => i === first)
  // 一、主要问题⏎…: each chapter is a field of the one item
  const chapter = lines.findIndex(tells)
  if (chapter < first && lines[chapter]?.label?.field === 'problem') add({ by: 'single' }, (_, i) => i === chapter)
  grammars.push({
    opener: { by: 'none' },
    opens: new Uint8Array(lines.length),
    next: new Int32Array(0),
    previous: new Int32Array(0),
    fillers: none,
    foreign: false,
    base: 'grammarNone',
    plainHeadings: false,
  })
  return grammars
}

/** Styles of marks, none among them, that lines which name problems have at least before their marks are said to tell nothing. */
const MIXED = 3
/** A name of a problem is looked for no further. */
const LONGEST = 160

/** Levels that are tried at most: a report has one. */
const levelsTried = 3

/**
 * Styles of which one stands right over the first of another in one place, and over words of its own in another:
 * （一）扬尘管控不到位。⏎1.…⏎2.…⏎（二）专项资金闲置340万元。⏎该问题已完成整改。
 */
function levelsOf(lines: readonly Line[], features: readonly Features[]): [string, string][] {
  const over = new Map<string, [string, string]>()
  const alone = new Set<string>()
  lines.forEach((line, i) => {
    const [mark, next] = [line.mark, lines[i + 1]]
    if (!mark || line.inner || line.label || !next || next.table || (features[i]?.length ?? 0) === 0) return
    if (!next.mark) {
      if (!features[i]?.otherChapter && !features[i]?.leads) alone.add(mark.style)
    } else if (
      next.mark.ordinal === 1 &&
      !next.inner &&
      next.mark.style !== mark.style &&
      ((features[i + 1]?.problem ?? 0) >= 0.4 || (features[i + 1]?.labelNext && !features[i + 1]?.action))
    )
      over.set(`${mark.style} ${next.mark.style}`, [mark.style, next.mark.style])
  })
  return [...over.values()].filter(([outer]) => alone.has(outer)).slice(0, levelsTried)
}

/** Fields of an item between its number and its problem: where it comes from, its domain. */
const MOST_BETWEEN = 4

/** Whether the problem stands under the number, other fields of the item perhaps between. */
function leadsProblem(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]
  // 序号 1⏎仓库无人看管。: the problem without a name
  if (next && !next.label && !next.mark && !next.table) return true
  for (let i = at + 1; i <= at + 1 + MOST_BETWEEN; i++) {
    const field = lines[i]?.label?.field
    if (field === 'problem') return true
    if (field !== 'other' && field !== 'category') return false
  }
  return false
}

/** 序号 4 …, 5.…, 6.…: lines whose marks go on from the numbers of labels, forms before them and paragraphs behind. */
function goesOnFromLabels({ folded, lines, features }: Source): ReadonlySet<number> {
  const found = new Set<number>()
  let last = 0
  lines.forEach((line, i) => {
    const { mark, label } = line
    if (label?.field === 'number') {
      const n = ordinal(folded.slice(label.value, line.end).trim())
      if (n === last + 1) last = n
    } else if (last > 1 && mark && !line.inner && !label && ofLists.has(mark.style) && mark.ordinal === last + 1) {
      if ((features[i]?.problem ?? 0) < 0.4 && !features[i]?.labelNext) return
      found.add(i)
      last++
    }
  })
  return found
}

/** Styles that come at least once, outside runs within a line unless these name problems or have labels behind them: 一是关于…的问题。 */
const stylesOf = (lines: readonly Line[], features: readonly Features[]): string[] => {
  const styles = new Set<string>()
  lines.forEach((line, i) => {
    if (line.mark && (!line.inner || features[i]?.strong || features[i]?.labelNext)) styles.add(line.mark.style)
  })
  return [...styles]
}

/** Words of labels that come again and again right behind an unnumbered line. */
function firstWords(folded: string, lines: readonly Line[]): string[] {
  const counts = new Map<string, number>()
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (!line.label || line.inner || line.label.field === 'problem' || line.label.field === 'other') return
    if (!before || before.mark || before.label || before.table || before.inner) return
    const word = folded.slice(line.label.start, line.label.end)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  })
  return [...counts]
    .filter(([, n]) => n >= 2)
    .map(([word]) => word)
    .slice(0, 3)
}
