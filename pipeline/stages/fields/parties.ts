/** 责任主体: the fields that name bodies and persons. */
import { spanOf } from '../../../parsers/fields/item-status.js'
import { isLeader, type PartyRole, parseParties } from '../../../parsers/fields/parties.js'
import { partyFields } from '../../../parsers/lexicon/labels.js'
import type { RawField } from '../../../parsers/structure/raw-item.js'
import type { Span } from '../../../parsers/tree.js'
import { fullNameOf } from '../../../parsers/values/bodies.js'
import type { Party } from '../../record.js'
import { note } from '../../tree.js'
import { type Context, remembered } from './context.js'

/** The parties of all fields that name some, each once. */
export function partiesOf(context: Context, fields: readonly RawField[]): Party[] {
  const named = fields.filter(({ field }) => partyFields.has(field))
  const labels = named.map((field) => field.label)
  return once(
    named.flatMap(({ field, label, segments }) =>
      partiesIn(context, isLeader(label, labels) ? 'lead_unit' : (field as PartyRole), segments, label),
    ),
  )
}

/** The parties, each once. */
export function once(parties: readonly Party[]): Party[] {
  const seen = new Set<string>()
  return parties.filter((party) => {
    const key = `${party.role} ${party.name} ${party.scope ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

/** What a value was read as, each party with its whole name. */
export type NamedParties = Pick<Reading, 'notices'> & { parties: (Reading['parties'][number] & Pick<Party, 'fullName'>)[] }
type Reading = ReturnType<typeof parseParties>

const named = ({ parties, notices }: Reading, region: Context['region']): NamedParties => ({
  notices,
  parties: parties.map((party) => {
    const name = party.name.replace(/\s/g, '')
    return { ...party, name, fullName: fullNameOf(name, region, party.kind) }
  }),
})

/** The parties of one value with this role. */
export function partiesIn(context: Context, role: PartyRole, segments: readonly Span[], label = ''): Party[] {
  const { text, file, region, firstLeads, known } = context
  const span = spanOf(text, [...segments])
  if (!span) return []
  const words = text.slice(...span)
  const { parties, notices } = remembered(known.parties, `${role}\n${label}\n${words}`, () =>
    named(parseParties(words, role, { firstLeads, label }), region),
  )
  for (const { code, message, span: at } of notices) note(file, code, message, [span[0] + at[0], span[0] + at[1]])
  return parties.map((party) => ({
    role: party.role,
    kind: party.kind,
    name: party.name,
    fullName: party.fullName,
    title: party.title,
    scope: party.scope,
    span: [span[0] + party.span[0], span[0] + party.span[1]],
  }))
}
