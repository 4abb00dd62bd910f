/** The labels that stand inside a value (牵头单位：A；配合单位：B, 【牵头】A【配合】B), and the parts that they cut it into. */
import { exactFieldOf, fieldOf, partyFields } from '../lexicon/labels.js'
import { bodyEnding } from '../lexicon/parties.js'
import { regionNameAt } from '../values/regions.js'
import { type FieldReading, type Meaning, meaningOf } from './party-label.js'
import { partners } from './party-pieces.js'
import type { PartyRole } from './party-types.js'

/** A stretch of the value with one role. */
export interface Part {
  /** Null: the words belong to another field. */
  role: PartyRole | null
  scope: string | null
  start: number
  end: number
}

export interface Cut {
  at: number
  end: number
  meaning: Meaning
}

/** Words with a colon inside the value: 牵头单位：, 配合：, 省级：, 市住建局：. */
const colonLabel = /(?:^|[。；;，,、\s])([^。；;，,、\s（）：]{1,16}(?:（[^（）]{1,10}）)?)：/g
/** A label that has lost its colon: 牵头单位市住建局、配合单位市水利局; 牵头单位为市住建局. */
const bareLabel =
  /(?:^|[。；;，,、\s])([\u4e00-\u9fff]{0,8}(?:单位|部门|领导|责任人|联系人))(?:为|是|[ \n]|(?=[省市县区州各国][\u3400-\u9fff]{2}|[\u3400-\u9fff]{1,5}[县市区镇乡]))/g
/** 【牵头】市住建局【配合】市水利局 */
const framedLabel = /[【[]([^】\]]{2,14})[】\]]：?/g

/** 张三完成时限： a label with nothing before it but the value that it follows. */
function labelIn(words: string): string {
  if (words.length < 6 || exactFieldOf(words)) return words
  const known = fieldOf(words) !== null
  for (let i = 2; i <= words.length - 3; i++) {
    const [before, label] = [words.slice(0, i), words.slice(i)]
    if (exactFieldOf(label) && !(known && (fieldOf(before) || !bodyEnding.test(before) || i < 3))) return label
  }
  return words
}

/** The labels inside a value, outside its brackets, in order. */
export function cutsOf(text: string, reading: FieldReading): Cut[] {
  const cuts: Cut[] = []
  if (text.includes('：'))
    for (const match of text.matchAll(colonLabel)) {
      const words = labelIn(match[1] ?? '')
      const end = match.index + match[0].length
      cuts.push({ at: end - 1 - words.length, end, meaning: meaningOf(words, reading) })
    }
  if (/[【[]/.test(text))
    for (const match of text.matchAll(framedLabel)) {
      const meaning = meaningOf(match[1] ?? '', reading)
      if (meaning !== null && meaning !== 'words' && 'role' in meaning)
        cuts.push({ at: match.index, end: match.index + match[0].length, meaning })
    }
  if (/单位|部门|领导|责任人|联系人/.test(text))
    for (const match of text.matchAll(bareLabel)) {
      const words = match[1] ?? ''
      const at = match.index + match[0].indexOf(words)
      const field = exactFieldOf(words)
      if (field && partyFields.has(field))
        cuts.push({ at, end: match.index + match[0].length, meaning: { role: field as PartyRole } })
    }
  if (cuts.length === 0) return cuts
  const inside = new Uint8Array(text.length)
  for (const [open, close] of partners(text)) if (close > open) inside.fill(1, open + 1, close)
  let last = -1
  return cuts
    .filter(({ at }) => inside[at] !== 1)
    .sort((a, b) => a.at - b.at)
    .filter(({ at, end }) => {
      if (at < last) return false
      last = end
      return true
    })
}

/** Cuts a value at the labels inside it. A scope holds to the end of its sentence, a role to the next label. */
export function partsOf(text: string, role: PartyRole, cuts: readonly Cut[]): Part[] {
  const parts: Part[] = []
  let current: Part = { role, scope: null, start: 0, end: text.length }
  const next = (end: number, start: number, change: Partial<Part>) => {
    parts.push({ ...current, end })
    current = { ...current, start, end: text.length, scope: null, ...change }
  }
  const endScope = (to: number) => {
    const stop = current.scope === null ? -1 : text.slice(current.start, to).search(/[；。\n]/)
    if (stop >= 0) next(current.start + stop, current.start + stop + 1, {})
  }
  for (const { at, end, meaning } of cuts) {
    if (meaning === null || meaning === 'words') continue
    endScope(at)
    next(at, end, 'role' in meaning ? { role: meaning.role } : meaning)
  }
  endScope(text.length)
  parts.push(current)
  return parts.filter((part) => part.end > part.start)
}

/** 市住建局：负责管网 and 市住建局：张三 read as if a comma or a blank stood there. */
export function withoutColons(text: string, cuts: readonly Cut[], mark: string): string {
  let plain = text
  for (const { end, meaning } of cuts)
    if (meaning === null || meaning === 'words') plain = plain.slice(0, end - 1) + mark + plain.slice(end)
  return plain
}

/** （配合单位：市水利局） behind a name is a value of its own. */
const bracketValue = /（([^（）：，、；]{2,14})：([^（）]{1,200})）/g

/** （县水利局具体负责） behind 县政府 is who does it. */
const doerBracket =
  /（([^（）：，；]{3,40}?)((?:具体|直接|统一)?(?:负责|牵头|承办|落实|实施|配合|协助|协办)(?:落实|实施|办理|组织|整改)?)）/g
const ownLevel = /^[省市县区州旗镇乡]/

/** Who a bracket says does it, with the role of the verb; null where it says what a body answers for. */
function doerRole(bodies: string, verb: string): PartyRole | null {
  const named = bodies
    .split('、')
    .every((name) => bodyEnding.test(name) && (ownLevel.test(name) || regionNameAt(name, 0) !== null))
  if (!named) return null
  if (verb.includes('牵头')) return 'lead_unit'
  return /配合|协/.test(verb) ? 'supporting_unit' : 'responsible_unit'
}

/** The text with blanks for its bracket values, and those as parts. */
export function withoutBracketValues(value: string): { plain: string; inner: Part[] } {
  const inner: Part[] = []
  if (!value.includes('（')) return { plain: value, inner }
  const text = value.replace(doerBracket, (bracket: string, bodies: string, verb: string, at: number) => {
    const role = at > 0 ? doerRole(bodies, verb) : null
    if (!role) return bracket
    inner.push({ role, scope: null, start: at + 1, end: at + 1 + bodies.length })
    return ' '.repeat(bracket.length)
  })
  if (!text.includes('：')) return { plain: text, inner }
  const plain = text.replace(bracketValue, (bracket: string, label: string, words: string, at: number) => {
    const field = fieldOf(label) ?? (/^(?:牵头|配合|协办)$/.test(label) ? fieldOf(`${label}单位`) : null)
    if (!field || !partyFields.has(field) || /人|领导/.test(label)) return bracket
    const end = at + bracket.length - 1
    inner.push({ role: field as PartyRole, scope: null, start: end - words.length, end })
    return ' '.repeat(bracket.length)
  })
  return { plain, inner }
}
