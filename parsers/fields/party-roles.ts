/** Roles that a sentence tells: 由A牵头，B配合，C负责落实; A会同B; A负责管网，B负责河道. */
import {
  adverbs,
  agent,
  bodyEnding,
  bringsSupport,
  groupName,
  isKindOfPlaces,
  nounBehindVerb,
  opensSupport,
  roleVerbs,
} from '../lexicon/parties.js'
import { breaksAt, partners } from './party-pieces.js'
import type { PartyRole } from './party-types.js'

/** A list of bodies with the role and the scope that its clause gives. */
export interface RoleList {
  text: string
  start: number
  role: PartyRole | null
  scope: string | null
}

const verbs = new RegExp(roleVerbs.map(([, words]) => `(${words})`).join('|'), 'g')
/** A clause that is longer is no list of bodies and is not looked through for verbs. */
const longest = 2000

/** Whether a list of bodies can end so. */
const endsAsBody = (words: string): boolean => {
  const last =
    words
      .slice(-30)
      .split(/[、，\s]/)
      .at(-1) ?? ''
  return last.length > 1 && (bodyEnding.test(last) || /[）等]$/.test(last) || groupName.test(last) || isKindOfPlaces(last))
}
const beginsAsBody = (words: string): boolean => endsAsBody(words.slice(0, 40).split(/、|和|及|与|，|\s/)[0] ?? '')

interface Verb {
  role: PartyRole
  start: number
  end: number
}

/** The next verb that has bodies before it. */
function nextVerb(clause: string, from: number, inBracket: (at: number) => boolean): (Verb & { bodies: string }) | null {
  verbs.lastIndex = from
  for (let match = verbs.exec(clause); match; match = verbs.exec(clause)) {
    const end = match.index + match[0].length
    const role = roleVerbs[match.slice(1).findIndex((group) => group !== undefined)]?.[0]
    if (role === undefined || inBracket(match.index) || nounBehindVerb.test(clause.slice(end, end + 4))) continue
    const before = clause.slice(from, match.index)
    const tail = before.slice(-24)
    const bodies = before.slice(0, before.length - tail.length) + tail.replace(adverbs, '').replace(/[ 、]$/, '')
    if (endsAsBody(bodies)) return { role, start: match.index - (before.length - bodies.length), end, bodies }
  }
  return null
}

/** Splits one clause at its verbs. */
function splitClause(clause: string, at: number): RoleList[] {
  const lists: RoleList[] = []
  const brackets = partners(clause)
  const outer = [...brackets].filter(([a, b]) => b > a)
  const inBracket = (i: number) => outer.some(([a, b]) => a < i && i < b)
  const joining = opensSupport.exec(clause)?.[0]
  let from = (joining ?? agent.exec(clause)?.[0] ?? '').length
  let role: PartyRole | null = joining ? 'supporting_unit' : null
  while (from < clause.length) {
    const verb = clause.length <= longest ? nextVerb(clause, from, inBracket) : null
    if (!verb) break
    const own = { text: verb.bodies, start: at + from, role: verb.role, scope: null }
    const rest = clause.slice(verb.end)
    const gap = /^[ 、和及与并且：]*/.exec(rest)?.[0].length ?? 0
    const another = nextVerb(clause, verb.end + gap, inBracket)
    if (
      rest.length > gap &&
      !another &&
      !bringsSupport.test(clause.slice(verb.start, verb.end)) &&
      (verb.role === 'responsible_unit' || !beginsAsBody(rest.slice(gap)))
    ) {
      // A负责管网改造: what the verb is about
      return [
        ...lists,
        {
          ...own,
          scope: clause
            .slice(verb.start, clause.length)
            .replace(/[。；]$/, '')
            .trim(),
        },
      ]
    }
    lists.push(own)
    from = verb.end + gap
    role = bringsSupport.test(clause.slice(verb.start, verb.end)) ? 'supporting_unit' : null
  }
  if (from < clause.length) lists.push({ text: clause.slice(from), start: at + from, role, scope: null })
  return lists
}

/** Clauses end at ， ； 。 and at a line's end that is not in the middle of a list. */
function clausesOf(text: string): { text: string; start: number }[] {
  const brackets = partners(text)
  const clauses: { text: string; start: number }[] = []
  let from = 0
  const flush = (end: number) => {
    const words = text.slice(from, end)
    const lead = words.length - words.trimStart().length
    if (words.trim()) clauses.push({ text: words.trim(), start: from + lead })
    from = end + 1
  }
  for (let i = 0; i < text.length; i++) {
    const partner = brackets.get(i)
    if (partner !== undefined && partner > i) i = partner
    else if ('，；。,;'.includes(text.charAt(i))) flush(i)
    else if (text.charAt(i) === '\n' && breaksAt(text, from, i)) flush(i)
  }
  flush(text.length)
  return clauses
}

/** The lists of bodies in a field, each with what its clause says. Linear in the length of the text. */
export function roleLists(text: string): RoleList[] {
  const clauses = clausesOf(text)
  if (!/牵头|配合|协助|协办|协同|参与|参加|负责|落实|会同|商|为主|主办|承办|督|指导|监督|验收|核查|实施/.test(text))
    return clauses.map(({ text, start }) => ({ text, start, role: null, scope: null }))
  const lists: RoleList[] = []
  for (const clause of clauses) {
    const before = lists.at(-1)
    if (before && /^(?:具体|主要|牵头)?负责(?!人).{2,}/.test(clause.text)) {
      before.scope = before.scope ? `${before.scope}，${clause.text}` : clause.text
      continue
    }
    const found = splitClause(clause.text, clause.start)
    // 由A，B牵头: what 由 opens goes on to the verb
    if (
      before &&
      before.role === null &&
      before.scope === null &&
      /(?:^|[，；。\n])[^，；。\n]{0,2}由$/.test(text.slice(Math.max(0, before.start - 6), before.start)) &&
      found[0]?.role
    )
      before.role = found[0].role
    lists.push(...found)
  }
  return lists
}
