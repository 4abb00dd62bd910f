/** Parties (责任主体) of a labelled field: bodies, persons, groups. */
import { fold } from '../fold.js'
import { exactFieldOf, fieldOf, partyFields } from '../lexicon/labels.js'
import { readPersons } from './persons.js'
import type { PartyNotice, PartyReading, PartyRole } from './party-types.js'
import { readUnits } from './units.js'

export type { PartyNotice, PartyReading, PartyRole } from './party-types.js'

const personRoles: ReadonlySet<PartyRole> = new Set<PartyRole>(['supervising_official', 'lead_official', 'responsible_official', 'contact'])

export interface PartyOptions {
  firstLeads?: boolean
}

/** A role named again inside the value: 牵头单位：…配合单位：…, also without its colon. */
const innerLabel = /(^|[。；;，,、\s（])((?:[省市县区州]直?级?)?(?:牵头|配合|协办|协助|责任|督导|督办|验收|包保|包案|联系|主责|整改|承办|主办)[\u4e00-\u9fff]{0,6}?(?:单位|部门|领导|责任人员|责任人|负责人|联系人|人员))(：|(?=[省市县区州各][\u4e00-\u9fff]{2}))/g

/** Parties of the value of a field with this role. Spans are relative to `text`. */
export function parseParties(text: string, role: PartyRole, options: PartyOptions = {}): { parties: PartyReading[]; notices: PartyNotice[] } {
  const folded = fold(text)
  const parts: { role: PartyRole; start: number; end: number }[] = []
  let current = role
  let from = 0
  if (/单位|部门|领导|责任人|负责人|联系人|人员/.test(folded)) {
    innerLabel.lastIndex = 0
    for (let match = innerLabel.exec(folded); match; match = innerLabel.exec(folded)) {
      const words = match[2] ?? ''
      const field = match[3] === '：' ? fieldOf(words) : exactFieldOf(words)
      if (!field || !partyFields.has(field)) continue
      const at = match.index + (match[1]?.length ?? 0)
      if (at > from) parts.push({ role: current, start: from, end: at })
      current = field as PartyRole
      from = match.index + match[0].length
    }
  }
  parts.push({ role: current, start: from, end: folded.length })
  const parties: PartyReading[] = []
  const notices: PartyNotice[] = []
  const seen = new Set<string>()
  for (const part of parts) {
    const words = folded.slice(part.start, part.end)
    const read = personRoles.has(part.role) ? readPersons(words, part.role) : readUnits(words, text.slice(part.start, part.end), { role: part.role, firstLeads: options.firstLeads ?? false })
    for (const party of read.parties) {
      const key = `${party.role} ${party.name} ${party.scope ?? ''}`
      if (seen.has(key)) continue
      seen.add(key)
      parties.push({ ...party, span: [party.span[0] + part.start, party.span[1] + part.start] })
    }
    for (const notice of read.notices) notices.push({ ...notice, span: [notice.span[0] + part.start, notice.span[1] + part.start] })
  }
  return { parties, notices }
}
