/** The inspection that a report answers (督察, 巡视巡察, 审计, …): of the title, else of the opening. */

import type { Layout } from '../layout/layout.js'
import {
  bareInspection,
  carriedOut,
  fedBack,
  inspections,
  levelModifier,
  modifiers,
  ofEnvironment,
  onlyBears,
  type ProgrammeType,
  partOfDiscipline,
  tellsFeedback,
} from '../lexicon/programmes.js'
import { ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { regionNameAt } from '../values/regions.js'
import type { Title } from './title.js'

export interface Programme {
  type: ProgrammeType
  round: number | null
  lookBack: boolean
  text: string
  span: Span
}

/** Characters of the opening that are read. */
const OPENING = 1500
/** A name is no longer. */
const longestName = 48
const longestRegion = 14

type Kind = (typeof inspections)[number][0]
type Noun = readonly [Kind, RegExp]
const everyNoun = inspections.map(([kind, noun]): Noun => [kind, new RegExp(noun, 'g')])
const nouns = everyNoun.filter(([kind]) => kind !== 'other')
/** With 督察 alone, for a report on the environment. */
const nounsWithBare: readonly Noun[] = [...nouns, ['environment', new RegExp(bareInspection, 'g')]]
/** Of checks of all kinds, which are asked for only where nothing else is named. */
const others = everyNoun.filter(([kind]) => kind === 'other')
/** Characters that are looked through for words of the environment. */
const CONTEXT = 20_000

const isCjk = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

/** Words over several lines as one, with the way back to their offsets. */
interface Unbroken {
  words: string
  at: (i: number) => number
}

function unbroken(folded: string, [start, end]: Span): Unbroken {
  const places = new Int32Array(Math.max(0, end - start))
  let length = 0
  let words = ''
  let from = start
  let quoted = false
  for (let i = start; i < end; i++) {
    const c = folded.charAt(i)
    const joins = c === '\n' && isCjk(folded.charCodeAt(i - 1))
    if (joins || c === '"') {
      words += folded.slice(from, i)
      from = i + 1
    }
    if (joins) continue
    if (c === '"') words += quoted ? '”' : '“'
    if (c === '"' || c === (quoted ? '”' : '“')) quoted = !quoted
    places[length++] = i
  }
  const own = places.subarray(0, length)
  return { words: words + folded.slice(from, end), at: (i) => own[i] ?? end }
}

/** The region whose name ends at `end` (湖南 of 湖南省 where 省 is taken already): where it begins. */
function regionBefore(words: string, end: number): number | null {
  for (let length = longestRegion; length >= 2; length--) {
    const name = words.slice(Math.max(0, end - length), end)
    if (name.length === length && regionNameAt(name, 0) === name) return end - length
  }
  return null
}

/** Where the name of an inspection begins: its modifiers are taken leftwards, the region of its level whole. */
function nameStart(words: string, noun: number, kind: Kind): number {
  let start = noun
  let level = false
  while (noun - start < longestName) {
    const before = words.slice(Math.max(0, start - 20), start)
    // 安全生产和消防工作巡查
    const joined = kind === 'other' ? (/[和及与、]$/.exec(before)?.[0].length ?? 0) : 0
    const modifier = modifiers[kind].exec(before.slice(0, before.length - joined))?.[0]
    if (!modifier || (level && levelModifier.test(modifier))) break
    start -= modifier.length + joined
    if (!levelModifier.test(modifier)) continue
    level = true
    // 市委 of 邵阳市委: the region is a part of the name
    const kindOfRegion = /^(?:[省市县区州旗盟]|自治区)(?!本?级)/.exec(words.slice(start))?.[0].length ?? 0
    const region = kindOfRegion > 0 ? regionBefore(words, start + kindOfRegion) : null
    if (region !== null) start = region
  }
  return start
}

interface Reading extends Programme {
  kind: Kind
  /** Place in the words. */
  from: number
  /** It only stands in the name of rules: 《青禾省生态环境保护督察整改销号办法》. */
  ofRules: boolean
}

const rulesName = /^[^《》。]{0,40}(?:办法|规定|细则|规程|制度|条例)(?:（[^（）]{1,12}）)?》/

/** The inspections that the words name, in order; other checks only where none is named, but for names of rules. */
function readingsIn(text: string, folded: string, place: Span, inTitle: boolean, ofEnvironment: boolean): Reading[] {
  const whole = unbroken(folded, place)
  const found = named(ofEnvironment ? nounsWithBare : nouns, text, whole, inTitle)
  if (found.every(({ ofRules }) => ofRules)) found.push(...named(others, text, whole, inTitle))
  return found.sort((a, b) => a.from - b.from)
}

/** What is named by one of the nouns. */
function named(by: readonly Noun[], text: string, { words, at }: Unbroken, inTitle: boolean): Reading[] {
  const found: Reading[] = []
  for (const [kind, noun] of by)
    for (const match of words.matchAll(noun)) {
      const end = match.index + match[0].length
      const group = /^组/.test(words.slice(end)) && !/^组[长员]/.test(words.slice(end)) ? 1 : 0
      const quoted = /^“?回头看”?/.exec(words.slice(end + group))?.[0].length ?? 0
      if (onlyBears.test(words.slice(end)) && group + quoted === 0) continue
      const from = nameStart(words, match.index, kind)
      const own = words.slice(from, end + group + quoted)
      // 检查 and 考核 alone are words of any measure
      const alone =
        kind === 'other' &&
        from === match.index &&
        !(group === 1 || /警示片|督察|大督查|审议意见|专题询问|主题教育/.test(match[0]))
      const isCarriedOut = carriedOut.test(words.slice(Math.max(0, from - 4), from))
      // （省消防安全委员会督导反馈） under a title
      const bracketed = /[（(][^（()）\n]{2,40}$/.test(words.slice(0, from)) && /^组?反馈[)）]/.test(words.slice(end))
      if (alone && !(isCarriedOut || bracketed || (inTitle && fedBack.test(words.slice(end))))) continue
      const sentence = words.slice(end, end + 80).split(/[。；]/)[0] ?? ''
      if (kind === 'other' && !inTitle && !tellsFeedback.test(sentence)) continue
      const span: Span = [at(from), at(end + group + quoted - 1) + 1]
      found.push({
        kind,
        from,
        ofRules: rulesName.test(words.slice(end)) && words.lastIndexOf('《', from) > words.lastIndexOf('》', from),
        type: typeOf(kind, own, words),
        round: roundOf(own, words, match.index, end),
        lookBack: quoted > 0 || looksBack(words, from, end),
        text: text.slice(...span),
        span,
      })
    }
  return found
}

function typeOf(kind: Kind, own: string, words: string): ProgrammeType {
  if (kind === 'discipline') return 'discipline_inspection'
  if (kind !== 'environment') return kind
  if (/中央|国家/.test(own)) return 'central_environmental_inspection'
  if (/省|自治区|兵团/.test(own)) return 'provincial_environmental_inspection'
  // a municipality's inspection is a province's
  return /市/.test(own) && /北京|天津|上海|重庆/.test(words)
    ? 'provincial_environmental_inspection'
    : 'environmental_inspection'
}

function roundOf(own: string, words: string, noun: number, end: number): number | null {
  if (/首轮/.test(own)) return 1
  const near = words.slice(Math.max(0, noun - 16), end + 6)
  const round = /第?([一二三四五六七八九十\d]{1,3})轮/.exec(own) ?? /第([一二三四五六七八九十\d]{1,3})轮/.exec(near)
  // 督察组对我市开展了第二轮督察
  const told =
    round ??
    /^组(?:对|进驻|赴|在|于|向)[^。；]{0,40}(?:开展|进行|实施)了?第([一二三四五六七八九十\d]{1,3})轮/.exec(
      words.slice(end, end + 70),
    )
  return told?.[1] ? ordinal(told[1]) : null
}

/** 督察组对我市开展“回头看”: in the sentence of the inspection; an office's own 回头看 is none. */
function looksBack(words: string, from: number, end: number): boolean {
  const before = words.slice(Math.max(0, from - 12), from)
  if (/“?回头看”?(?:专项|式)?$/.test(before)) return true
  const [rest = ''] = words.slice(end, end + 60).split(/[。；]/)
  return /^组?[^，]{0,4}(?:对|进驻|赴|在|于|向|开展|进行|实施)[^。；]{0,40}(?:开展|进行|实施)了?[^。；，]{0,8}“?回头看/.test(
    rest,
  )
}

const without = ({ type, round, lookBack, text, span }: Reading): Programme => ({ type, round, lookBack, text, span })

/** The first of the surest kind: 督察, 巡视巡察 and 审计 before what other inspections there are. */
function first(all: readonly Reading[]): Reading | null {
  const told = all.filter(({ ofRules }) => !ofRules)
  const readings = told.length > 0 ? told : all
  const one = readings.find(({ kind }) => kind !== 'other') ?? readings[0]
  if (!one) return null
  // of the same inspection the words that tell its level and its round
  const same = readings.filter((other) => other.kind === one.kind && other.lookBack === one.lookBack)
  const levelled = one.type === 'environmental_inspection' ? (same.find((r) => r.type !== one.type) ?? one) : one
  if (levelled.round !== null) return levelled
  return same.find((r) => r.type === levelled.type && r.round !== null) ?? levelled
}

export function findProgramme(
  { text, folded }: Pick<Layout, 'text' | 'folded'>,
  title: Title | null,
  opening: Span,
): Programme | null {
  const bare = ofEnvironment.test(folded.slice(0, CONTEXT))
  const inTitle = title ? first(readingsIn(text, folded, title.span, true, bare)) : null
  const part: Span = [opening[0], Math.min(opening[1], opening[0] + OPENING)]
  const inOpening = first(readingsIn(text, folded, part, false, bare))
  if (!inTitle) return inOpening && without(inOpening)
  // 省委巡视组选人用人专项检查组 in the opening: the check is a part of the inspection
  if (inTitle.kind === 'other' && inOpening?.kind === 'discipline' && partOfDiscipline.test(title?.text ?? ''))
    return without(inOpening)
  if (inOpening?.kind !== inTitle.kind) return without(inTitle)
  // the title may leave out the level, the round and 回头看
  if (inTitle.type === 'environmental_inspection' && inOpening.type !== inTitle.type) return without(inOpening)
  const told = inTitle.round === null && inOpening.type === inTitle.type && inOpening.lookBack === inTitle.lookBack
  const lookBack = inTitle.lookBack || (inOpening.lookBack && inOpening.type === inTitle.type)
  return without({ ...inTitle, round: told ? inOpening.round : inTitle.round, lookBack })
}
