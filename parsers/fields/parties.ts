/** Parties (责任主体) of a labelled field: bodies, persons, groups. */
import { fold } from '../text/fold.js'
import { type Shielded, shieldNames } from './known-names.js'
import { notPartyReason } from './party-check.js'
import { type Cut, cutsOf, type Part, partsOf, withoutBracketValues, withoutColons } from './party-cuts.js'
import { type FieldReading, personRoles, readLabel } from './party-label.js'
import { maskMarks, partners } from './party-pieces.js'
import { withoutSignature } from './party-signature.js'
import type { PartyNotice, PartyReading, PartyRole } from './party-types.js'
import { readPersons } from './persons.js'
import { readUnits } from './units.js'

export { isLeader } from './party-label.js'
export type { PartyNotice, PartyReading, PartyRole } from './party-types.js'

export interface PartyOptions {
  /** A note of the document says that the first of every list leads (排在首位的为牵头单位). */
  firstLeads?: boolean
  /**
   * The printed label: under 责任单位及责任人 bodies are responsible units beside the persons, under 牵头/配合单位 what stands first leads and
   * the rest supports.
   */
  label?: string
}

interface Reading {
  parties: PartyReading[]
  notices: PartyNotice[]
}

/** A value that stands in one bracket as a whole: （市财政局、市水利局）. */
function unwrapped(text: string): string {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length - 1
  if (text[start] !== '（' || partners(text).get(start) !== end) return text
  return `${' '.repeat(start + 1)}${text.slice(start + 1, end)}${' '.repeat(text.length - end)}`
}

/** Signs before or behind a name; a legend elsewhere tells their meaning. */
const signs = /[*★☆▲△●○◆◇■□※√#]/g
const ownRole = /牵头|配合|协办|主办|协助|参与|负责|会同/

/** 甲/乙, 甲（乙）, 甲、乙 under 牵头/配合单位: what stands first leads. Null where the value tells the roles itself. */
function leaderAndRest(text: string, { role, second }: FieldReading): { text: string; parts: Part[] } | null {
  if (second === null || ownRole.test(text)) return null
  const open = text.replace(/（([^（）]{2,})）/g, (_, inner: string) => `/${inner} `)
  const strong = open.search(/[/；;\n]/)
  const at = strong > 0 ? strong : open.search(/[、，,\s]/)
  if (at <= 0) return null
  const part = (told: PartyRole, start: number, end: number): Part => ({ role: told, scope: null, start, end })
  return { text: open, parts: [part(role, 0, at), part(second, at + 1, open.length)] }
}

/** What the field's value is cut into, each part with its role and scope. */
function partsIn(text: string, reading: FieldReading, cuts: readonly Cut[]): { text: string; parts: Part[] } {
  const pair = cuts.some(({ meaning }) => meaning !== null && meaning !== 'words' && 'role' in meaning)
    ? null
    : leaderAndRest(text, reading)
  if (pair) return pair
  const persons = personRoles.has(reading.role)
  const plain = withoutColons(text, cuts, persons ? ' ' : '，')
  return { text: plain, parts: partsOf(plain, reading.role, cuts) }
}

/** Reads one part: names of persons in a field of officials, else bodies. */
function readPart(shielded: Shielded, raw: string, role: PartyRole, reading: FieldReading, firstLeads: boolean): Reading {
  if (personRoles.has(role)) return readPersons(shielded.restore(shielded.text), role)
  return readUnits(shielded, raw, {
    role,
    firstLeads,
    persons: reading.persons,
    shareLast: reading.second !== null,
  })
}

/** The reading of a part, at its place in the value and with its scope. */
const moved = ({ parties, notices }: Reading, start: number, scope: string | null): Reading => ({
  parties: parties.map((party) => ({
    ...party,
    scope: party.scope ?? scope,
    span: [party.span[0] + start, party.span[1] + start],
  })),
  notices: notices.map((notice) => ({ ...notice, span: [notice.span[0] + start, notice.span[1] + start] })),
})

/** Drops what is no party after all, and what is said twice. */
function checked({ parties, notices }: Reading): Reading {
  const seen = new Set<string>()
  const kept: PartyReading[] = []
  for (const party of [...parties].sort((a, b) => a.span[0] - b.span[0])) {
    const reason = notPartyReason(party)
    if (reason !== null) {
      if (party.name.length < 2) continue
      notices.push({
        code: party.kind === 'person' ? 'name_unclear' : 'unit_unclear',
        message: `${reason}: ${party.name.slice(0, 40)}`,
        span: party.span,
      })
      continue
    }
    const key = `${party.role} ${party.name} ${party.scope ?? ''}`
    if (!seen.has(key)) kept.push(party)
    seen.add(key)
  }
  return { parties: kept, notices }
}

const misreadNotice = ({ at, end }: Cut, text: string): PartyNotice => ({
  code: 'label_misread',
  message: `read as a label with one character misread: ${text.slice(at, end)}`,
  span: [at, end],
})

/**
 * Parties of the value of a field with this role, in print order. Spans are relative to `text`, whose length is at most that of a field:
 * what is no body and no person is a notice and no party. Never throws.
 */
export function parseParties(text: string, role: PartyRole, options: PartyOptions = {}): Reading {
  const reading = readLabel(fold(options.label ?? ''), role)
  const folded = fold(personRoles.has(reading.role) ? withCommas(text) : text).replace(signs, ' ')
  // beside 协办 主办 leads, alone it is responsible
  const signed = withoutSignature(/协办|会办/.test(folded) ? folded.replaceAll('主办', '牵头') : folded)
  const { plain, inner } = withoutBracketValues(maskMarks(unwrapped(signed.text)))
  const { text: shielded, restore } = shieldNames(plain)
  const cuts = cutsOf(shielded, reading)
  const cut = partsIn(shielded, reading, cuts)
  const readings: Reading[] = [
    { parties: [], notices: [...signed.notices, ...cuts.filter(isMisread).map((one) => misreadNotice(one, text))] },
  ]
  for (const { role: told, scope, start, end } of cut.parts) {
    // the words of another field
    if (told === null) continue
    const part = { text: cut.text.slice(start, end), restore }
    const found = readPart(part, text.slice(start, end), told, reading, options.firstLeads ?? false)
    readings.push(moved(found, start, scope === null ? null : restore(scope)))
  }
  for (const { role: told, start, end } of inner)
    if (told !== null) readings.push(moved(parseParties(text.slice(start, end), told), start, null))
  const found = checked({
    parties: readings.flatMap((read) => read.parties),
    notices: readings.flatMap((read) => read.notices),
  })
  const print = asPrinted(text, folded)
  for (const party of found.parties) {
    party.title = party.title && print(party.title)
    party.scope = party.scope && print(party.scope)
    if (party.kind === 'person') party.name = print(party.name)
  }
  return found
}

/** 王 伟　李 娜: where single blanks stand inside names, wide ones stand between them. */
function withCommas(text: string): string {
  const wide = /(?<=[\u3400-\u9fff] ?[\u3400-\u9fff])(?:[ \u00a0]{2,8}|\u3000{1,8})(?=[\u3400-\u9fff] ?[\u3400-\u9fff])/g
  return /[\u3400-\u9fff] [\u3400-\u9fff]/.test(text)
    ? text.replace(wide, (blanks) => `，${' '.repeat(blanks.length - 1)}`)
    : text
}

/** Characters as printed for the simplified ones that were read: titles and scopes are put together from words. */
function asPrinted(text: string, folded: string): (words: string) => string {
  const printed = new Map<string, string>()
  for (let i = 0; i < text.length; i++) {
    const [c, to] = [text.charAt(i), folded.charAt(i)]
    if (c !== to && /[\u3400-\u9fff]/.test(c)) printed.set(to, c)
  }
  return printed.size === 0 ? (words) => words : (words) => [...words].map((c) => printed.get(c) ?? c).join('')
}

const isMisread = ({ meaning }: Cut): boolean =>
  meaning !== null && meaning !== 'words' && 'misread' in meaning && meaning.misread === true
