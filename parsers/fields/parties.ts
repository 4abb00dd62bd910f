/** Parties (责任主体) of a labelled field: bodies, persons, groups. */

import { exactFieldOf, fieldOf, partyFields } from '../lexicon/labels.js'
import { officeEnding } from '../lexicon/offices.js'
import { bodyEnding, levelNote } from '../lexicon/parties.js'
import { fold } from '../text/fold.js'
import { isPlace } from './party-expand.js'
import { roleOf } from './party-notes.js'
import { maskMarks, partners } from './party-pieces.js'
import type { PartyNotice, PartyReading, PartyRole } from './party-types.js'
import { holdsPerson, readPersons } from './persons.js'
import { readUnits } from './units.js'

export type { PartyNotice, PartyReading, PartyRole } from './party-types.js'

const personRoles: ReadonlySet<PartyRole> = new Set<PartyRole>([
  'supervising_official',
  'lead_official',
  'responsible_official',
  'contact',
])

export interface PartyOptions {
  /** A note of the document says that the first of every list leads (排在首位的为牵头单位). */
  firstLeads?: boolean
  /** The printed label: under 责任单位及责任人 bodies are responsible units beside the persons. */
  label?: string
}

/** A stretch of the value with one role. */
interface Part {
  /** Null: the words belong to another field. */
  role: PartyRole | null
  scope: string | null
  start: number
  end: number
}

/** Words with a colon inside the value: 牵头单位：, 配合：, 省级：, 市住建局：. */
const colonLabel = /(?:^|[。；;，,、\s])([^。；;，,、\s（）：]{1,16}(?:（[^（）]{1,10}）)?)：/g
/** A label that has lost its colon: 牵头单位市住建局、配合单位市水利局; 牵头单位为市住建局. */
const bareLabel =
  /(?:^|[。；;，,、\s])([\u4e00-\u9fff]{0,8}(?:单位|部门|领导|责任人|联系人))(?:为|是|[ \n]|(?=[省市县区州各国][\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{1,5}[县市区镇乡]))/g

/** 【牵头】市住建局【配合】市水利局 */
const framedLabel = /[【[]([^】\]]{2,14})[】\]]：?/g

type Meaning = { role: PartyRole | null } | { scope: string } | 'words' | null

/** What words before a colon mean in a field with this role; 'words' where they are themselves a body or a person. */
function meaningOf(words: string, role: PartyRole): Meaning {
  const bare = words.replace(/^\d{1,2}[.．、]?/, '')
  const field = fieldOf(bare)
  if (field) return { role: partyFields.has(field) ? (field as PartyRole) : null }
  const told = roleOf(bare)
  if (told) return personRoles.has(role) ? { role } : { role: told }
  if (levelNote.test(bare) || /^[省市县区州乡镇村]$/.test(bare) || isPlace(bare)) return { scope: bare }
  if (/电话|手机|联系方式|邮箱|传真/.test(bare)) return null
  if (bodyEnding.test(bare) || holdsPerson(bare) || (personRoles.has(role) && officeEnding.test(bare))) return 'words'
  return bare.length > 1 ? { scope: bare } : null
}

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

interface Cut {
  at: number
  end: number
  meaning: Meaning
}

/** The labels inside a value, outside its brackets, in order. */
function cutsOf(text: string, role: PartyRole): Cut[] {
  const cuts: Cut[] = []
  if (text.includes('：'))
    for (const match of text.matchAll(colonLabel)) {
      const words = labelIn(match[1] ?? '')
      const end = match.index + match[0].length
      cuts.push({ at: end - 1 - words.length, end, meaning: meaningOf(words, role) })
    }
  if (/[【[]/.test(text))
    for (const match of text.matchAll(framedLabel)) {
      const meaning = meaningOf(match[1] ?? '', role)
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
function partsOf(text: string, role: PartyRole, cuts: readonly Cut[]): Part[] {
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
    next(at, end, meaning)
  }
  endScope(text.length)
  parts.push(current)
  return parts.filter((part) => part.end > part.start)
}

/** 市住建局：负责管网 and 市住建局：张三 read as if a comma or a blank stood there. */
function withoutColons(text: string, cuts: readonly Cut[], mark: string): string {
  let plain = text
  for (const { end, meaning } of cuts)
    if (meaning === null || meaning === 'words') plain = plain.slice(0, end - 1) + mark + plain.slice(end)
  return plain
}

/** A value that stands in one bracket as a whole: （市财政局、市水利局）. */
function unwrapped(text: string): string {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length - 1
  if (text[start] !== '（' || partners(text).get(start) !== end) return text
  return `${' '.repeat(start + 1)}${text.slice(start + 1, end)}${' '.repeat(text.length - end)}`
}

/** （配合单位：市水利局） behind a name is a value of its own. */
const bracketValue = /（([^（）：，、；]{2,14})：([^（）]{1,200})）/g

/** Signs before or behind a name; a legend elsewhere tells their meaning. */
const signs = /[*★☆▲△●○◆◇■□※√#]/g

/** The text with blanks for its bracket values, and those as parts. */
function withoutBracketValues(text: string): { plain: string; inner: Part[] } {
  const inner: Part[] = []
  if (!text.includes('：')) return { plain: text, inner }
  const plain = text.replace(bracketValue, (bracket: string, label: string, words: string, at: number) => {
    const field = fieldOf(label)
    if (!field || !partyFields.has(field) || personRoles.has(field as PartyRole)) return bracket
    const end = at + bracket.length - 1
    inner.push({ role: field as PartyRole, scope: null, start: end - words.length, end })
    return ' '.repeat(bracket.length)
  })
  return { plain, inner }
}

/**
 * Parties of the value of a field with this role, in print order. Spans are relative to `text`, whose length is at most that of a field:
 * what is no body and no person is a notice and no party. Never throws.
 */
export function parseParties(
  text: string,
  role: PartyRole,
  options: PartyOptions = {},
): { parties: PartyReading[]; notices: PartyNotice[] } {
  const { plain: folded, inner } = withoutBracketValues(maskMarks(unwrapped(fold(text).replace(signs, ' '))))
  const withUnits = /单位|部门/.test(options.label ?? '') && /人|领导/.test(options.label ?? '')
  const cuts = cutsOf(folded, role)
  const plain = withoutColons(folded, cuts, personRoles.has(role) ? ' ' : '，')
  const readings = partsOf(plain, role, cuts).map((part) => {
    if (part.role === null) return { parties: [], notices: [] }
    const words = plain.slice(part.start, part.end)
    const read = personRoles.has(part.role)
      ? readPersons(words, part.role, { unitRole: withUnits ? 'responsible_unit' : null })
      : readUnits(words, text.slice(part.start, part.end), { role: part.role, firstLeads: options.firstLeads ?? false })
    return moved(read, part)
  })
  for (const part of inner)
    if (part.role !== null) readings.push(moved(parseParties(text.slice(part.start, part.end), part.role), part))
  const seen = new Set<string>()
  const parties = readings
    .flatMap((read) => read.parties)
    .sort((a, b) => a.span[0] - b.span[0])
    .filter(({ role: told, name, scope }) => {
      const key = `${told} ${name} ${scope ?? ''}`
      return !seen.has(key) && seen.add(key)
    })
  return { parties, notices: readings.flatMap((read) => read.notices) }
}

interface Reading {
  parties: PartyReading[]
  notices: PartyNotice[]
}

/** The reading of a part, at its place in the value and with its scope. */
const moved = ({ parties, notices }: Reading, { start, scope }: Part): Reading => ({
  parties: parties.map((party) => ({
    ...party,
    scope: party.scope ?? scope,
    span: [party.span[0] + start, party.span[1] + start],
  })),
  notices: notices.map((notice) => ({ ...notice, span: [notice.span[0] + start, notice.span[1] + start] })),
})
