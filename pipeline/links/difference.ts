/** In what two texts that are nearly alike differ: a place, a body or a figure put in another's place tells another problem. */
import { findNumerals } from '../../parsers/values/numerals.js'
import { isRegionName } from '../../parsers/values/regions.js'
import type { Rule } from './evidence.js'
import { codePrefix } from './kinship.js'

/** Words of the one that stand in place of words of the other, with the common letters around them. */
export interface Change {
  from: string
  to: string
  before: string
  after: string
}

/** Cells of the table that is filled for one comparison; longer texts are compared by their shared words alone. */
const MOST_CELLS = 3_000_000
/** Longer stretches on both sides are reworded, and no name put in another's place. */
const LONGEST = 14
/** Common letters that are told around a change. */
const AROUND = 10

/** A figure is one piece, so that 674 and 747 have nothing in common; every other letter is one of its own. */
const piece = /\d+(?:\.\d+)?%?|[〇零一二三四五六七八九十百千万亿]{2,}|./gsu
const piecesOf = (letters: string): string[] => letters.match(piece) ?? []

/** Each piece as a number, the same for the same piece, so that comparing two of them is cheap. */
const numbered = (pieces: readonly string[], known: Map<string, number>): Uint32Array => {
  const numbers = new Uint32Array(pieces.length)
  for (const [index, one] of pieces.entries()) {
    const code = one.codePointAt(0) ?? 0
    let number = one.length === (code > 0xffff ? 2 : 1) ? code : known.get(one)
    if (number === undefined) {
      number = BEYOND_UNICODE + known.size
      known.set(one, number)
    }
    numbers[index] = number
  }
  return numbers
}
const BEYOND_UNICODE = 0x110000

/** The table of the comparison at hand; filling it anew costs less than asking for it each time. */
let ready = new Uint16Array(0)

/** Lengths of the longest common subsequence of the rests a[i…], b[j…], row by row, each row one longer than b. */
const commonLengths = (a: Uint32Array, b: Uint32Array): Uint16Array => {
  const wide = b.length + 1
  const cells = (a.length + 1) * wide
  if (ready.length < cells) ready = new Uint16Array(cells * 2)
  const table = ready
  table.fill(0, a.length * wide, cells)
  for (let i = a.length - 1; i >= 0; i--) {
    const own = a[i]
    let at = i * wide + b.length
    table[at--] = 0
    let after = 0
    for (let j = b.length - 1; j >= 0; j--, at--) {
      if (own === b[j]) after = (table[at + wide + 1] as number) + 1
      else {
        const below = table[at + wide] as number
        if (below > after) after = below
      }
      table[at] = after
    }
  }
  return table
}

type Hunk = [start: number, end: number, otherStart: number, otherEnd: number]

/** Stretches in which the two differ; a single common piece between two changes is taken for chance. */
const hunks = (a: Uint32Array, b: Uint32Array): Hunk[] => {
  const table = commonLengths(a, b)
  const wide = b.length + 1
  const found: Hunk[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
      continue
    }
    const last = found.at(-1)
    const near = last && i - last[1] <= 1 && j - last[3] <= 1
    const hunk: Hunk = near ? last : [i, i, j, j]
    if (!near) found.push(hunk)
    if (j >= b.length || (i < a.length && (table[(i + 1) * wide + j] ?? 0) >= (table[i * wide + j + 1] ?? 0))) i++
    else j++
    hunk[1] = i
    hunk[3] = j
  }
  return found
}

/** Changes of words into other words; what one of them merely leaves out is none. Null where the texts are too long to compare. */
export const changesBetween = (one: string, other: string): Change[] | null => changesOf(piecesOf(one), piecesOf(other))
const changesOf = (a: readonly string[], b: readonly string[]): Change[] | null => {
  const known = new Map<string, number>()
  const [ofA, ofB] = [numbered(a, known), numbered(b, known)]
  let head = 0
  while (head < a.length && head < b.length && ofA[head] === ofB[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && ofA[a.length - 1 - tail] === ofB[b.length - 1 - tail]) tail++
  const [midA, midB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  if (midA.length * midB.length > MOST_CELLS) return null
  return hunks(ofA.subarray(head, a.length - tail), ofB.subarray(head, b.length - tail)).flatMap(
    ([start, end, otherStart, otherEnd]): Change[] => {
      const [from, to] = [midA.slice(start, end).join(''), midB.slice(otherStart, otherEnd).join('')]
      if (from === '' || to === '' || Math.max(from.length, to.length) > LONGEST) return []
      const before = a.slice(Math.max(0, head + start - AROUND), head + start).join('')
      return [{ from, to, before, after: a.slice(head + end, head + end + AROUND).join('') }]
    },
  )
}

/** What ends the name of a place, a body, a water or a work. */
const nameEnd =
  /^(?:[省市县区州镇乡村旗盟屯组河湖江溪港渠沟塘库岛湾山岭矿厂站场园院校店局]|街道|社区|水库|水厂|流域|公司|集团|园区|开发区|医院|学校|中学|小学|大学|农场|林场|码头|小区|尾矿|采石|水泥|化工|矿业|药业|纸业|建材|电厂)/
/** What ends a longer name, so many letters ahead that its first letters may have changed: 永盛|再生资源公司. */
const longNameEnd = /^.{0,7}?(?:公司|集团|厂|水库|矿山|小区|码头|养殖场|采石场|填埋场)/
/** A county or city is named with care, and 龙泉县 is no misprint of 龙潭县. */
const regionKind = /^.{0,2}?(?:[省县州旗盟](?![城级])|市(?![区级政场])|区(?!域))/
/** Letters that tell one of several apart. */
const apart = /^[东南西北中上下左右前后新老大小甲乙丙丁戊a-z一二三四五六七八九十]$/
/** Words that are in no name: where they change, the sentence is worded otherwise. */
const general =
  /[不未没无的了仍尚有在对被把和及与等各多些全所其该此我本]|[推加]|强化|部分|个别|整治|治理|整改|建设|落实|管理|监管|处理|处置|收集|排放|运行|管控|开展|完成|老旧|城镇|农村|乡镇|城区|县城|城市|滞后|缓慢|突出|问题|工作|环境|督察|截至|至今|目前/
const figure = /\d+(?:\.\d+)?|[〇零一二三四五六七八九十百千万亿]+/g
const onlyFigure = /^[\d.%〇零一二三四五六七八九十百千万亿]+$/

const valuesOf = (text: string): string =>
  findNumerals(text)
    .map(({ value }) => value)
    .join(' ')

/** A figure put in another's place; 33 and 三十三 are the same. */
const isFigure = ({ from, to }: Change): boolean => {
  const [one, other] = [from.match(figure), to.match(figure)]
  // most changes are of words alone; what is printed alike has one value
  if (one === null || other === null || one.join(' ') === other.join(' ')) return false
  return one.map(valuesOf).join(' ') !== other.map(valuesOf).join(' ')
}

/** Whether the change puts one name in the place of another; `slight`: it may as well be a misprint. */
const nameChange = ({ from, to, before, after }: Change): 'other' | 'slight' | null => {
  if (apart.test(from) && apart.test(to))
    return [after, after.slice(1), before.slice(-1)].some((words) => nameEnd.test(words)) ? 'other' : 'slight'
  if (onlyFigure.test(from) || onlyFigure.test(to) || general.test(from) || general.test(to)) return null
  const named = (words: string): boolean =>
    nameEnd.test(after) || nameEnd.test(words.slice(-1)) || nameEnd.test(words.slice(-2))
  const regions = isRegionName(from) && isRegionName(to)
  if (!regions && !regionKind.test(after) && !longNameEnd.test(after) && !(named(from) && named(to))) return null
  return from.length === 1 && to.length === 1 && !regionKind.test(after) ? 'slight' : 'other'
}

/** Between clauses, so that no name reaches from one into the next. */
const BREAK = '|'
const upTo = (words: string): string => /^[^|\d]*/.exec(words)?.[0] ?? ''
const since = (words: string): string => words.split(/[|\d]/).at(-1) ?? ''

/** A change within a clause; null where only its borders or a part left out are concerned. */
const inClause = ({ from, to, before, after }: Change): Change | null => {
  const [one, other] = [from, to].map((words) => words.replaceAll(BREAK, '')) as [string, string]
  if (one === '' || other === '') return null
  return { from: one, to: other, before: since(before), after: upTo(after) }
}

/** A text that is compared with many. */
interface Compared {
  text: string
  pieces: readonly string[]
  /** Figures that it holds, for the share of them that differ. */
  figures: number
}

const compared = new WeakMap<readonly string[], Compared>()
const comparedOf = (clauses: readonly string[]): Compared => {
  let one = compared.get(clauses)
  if (!one) {
    const text = clauses.join(BREAK)
    one = { text, pieces: piecesOf(text), figures: text.match(/\d+(?:\.\d+)?/g)?.length ?? 0 }
    compared.set(clauses, one)
  }
  return one
}

/** Texts whose differences from others are kept at hand, and how many: the sentences of a list come again in each of its copies and each year's progress. */
const KEPT = 1_000
const KEPT_OF_ONE = 100
const kept = new Map<string, Map<string, readonly Rule[]>>()
const keptOf = (text: string): Map<string, readonly Rule[]> => {
  let own = kept.get(text)
  if (!own) {
    own = new Map()
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '')
    kept.set(text, own)
  }
  return own
}

/** What the differences of two texts, given in clauses, say against their telling one problem. */
export const objections = (a: readonly string[], b: readonly string[]): readonly Rule[] => {
  const [x, y] = [comparedOf(a), comparedOf(b)]
  if (x.text === y.text) return []
  // In one order, so that the two are told the same whichever comes first.
  const [one, other] = x.text < y.text ? [x, y] : [y, x]
  const own = keptOf(one.text)
  const known = own.get(other.text)
  if (known) return known
  const found = objectionsBetween(one, other)
  if (own.size >= KEPT_OF_ONE) own.delete(own.keys().next().value ?? '')
  own.set(other.text, found)
  return found
}

const objectionsBetween = (one: Compared, other: Compared): Rule[] => {
  const changes = changesOf(one.pieces, other.pieces)
    ?.flatMap((change) => inClause(change) ?? [])
    // Where each has the other's words at another place, they are only arranged otherwise.
    .filter(({ from, to }) => !(other.text.includes(from) && one.text.includes(to)))
  if (changes === undefined) return []
  const names = changes.map(nameChange)
  const figures = changes.filter(isFigure).length
  const found: Rule[] = []
  if (names.includes('other')) found.push('names')
  else if (names.includes('slight')) found.push('name')
  if (figures > 0) found.push(figures * 2 >= Math.min(one.figures, other.figures) ? 'all_figures' : 'figures')
  return found
}

/** Whether the one names regions and the other names others, none of which holds or lies in one of them. */
export const otherPlaces = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length === 0 || b.length === 0) return false
  const near = (one: string, other: string): boolean => {
    const [p, q] = [codePrefix(one), codePrefix(other)]
    return p.startsWith(q) || q.startsWith(p)
  }
  return !a.some((one) => b.some((other) => near(one, other)))
}
