/** 责任主体: the fields that name bodies and persons. */
import { spanOf } from '../../../parsers/fields/item-status.js'
import { type PartyRole, parseParties } from '../../../parsers/fields/parties.js'
import { partyFields } from '../../../parsers/lexicon/labels.js'
import { bodyEnding } from '../../../parsers/lexicon/parties.js'
import type { RawField } from '../../../parsers/structure/raw-item.js'
import type { Span } from '../../../parsers/tree.js'
import { fullNameOf } from '../../../parsers/values/bodies.js'
import type { Party } from '../../record.js'
import { note } from '../../tree.js'
import type { Context } from './context.js'

/** The parties of all fields that name some, each once. */
export function partiesOf(context: Context, fields: readonly RawField[]): Party[] {
  return once(
    fields
      .filter(({ field }) => partyFields.has(field))
      .flatMap((field) =>
        isBothKinds(field.label)
          ? field.segments.flatMap((segment) => unitsAndPersons(context, segment))
          : partiesIn(context, field.field as PartyRole, field.segments),
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

/** 责任单位/责任人 over one column: its bodies are units, its persons officials; a line of names alone is of persons. */
const isBothKinds = (label: string): boolean => /单位|部门|科室|处室/.test(label) && /人|领导/.test(label)
const namesOnly = /^[\u4e00-\u9fff·]{2,4}(?:[、，；\s][\u4e00-\u9fff·]{2,4})*$/

function unitsAndPersons(context: Context, segment: Span): Party[] {
  const words = context.folded.slice(...segment).trim()
  const persons = namesOnly.test(words) && !words.split(/[、，；\s]/).some((word) => bodyEnding.test(word))
  return partiesIn(context, persons ? 'responsible_official' : 'responsible_unit', [segment]).map((party) =>
    party.kind === 'person' && party.role === 'responsible_unit' ? { ...party, role: 'responsible_official' } : party,
  )
}

/** The parties of one value with this role. */
export function partiesIn(context: Context, role: PartyRole, segments: readonly Span[]): Party[] {
  const { text, file, region, firstLeads } = context
  const span = spanOf(text, [...segments])
  if (!span) return []
  const { parties, notices } = parseParties(text.slice(...span), role, { firstLeads })
  for (const { code, message, span: at } of notices) note(file, code, message, [span[0] + at[0], span[0] + at[1]])
  return parties.map((party) => ({
    role: party.role,
    kind: party.kind,
    name: party.name.replace(/\s/g, ''),
    fullName: fullNameOf(party.name.replace(/\s/g, ''), region, party.kind),
    title: party.title,
    scope: party.scope,
    span: [span[0] + party.span[0], span[0] + party.span[1]],
  }))
}
