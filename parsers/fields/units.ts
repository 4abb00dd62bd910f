/**
 * Bodies in a field of units (牵头单位, 责任单位, …): one party each, with coordination expanded
 * (衡东县、衡山县党委、政府), roles told in brackets or in a sentence, and scopes.
 */

import { unnamedPerson } from '../lexicon/offices.js'
import {
  bodyEnding,
  bodyWithDuty,
  emptyTail,
  groupName,
  isKindOfPlaces,
  nobody,
  organEnding,
  ownPark,
} from '../lexicon/parties.js'
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { regionPrefix } from '../values/regions.js'
import type { Shielded } from './known-names.js'
import { expandList } from './party-expand.js'
import { readNotes, roleOf } from './party-notes.js'
import { type Note, type Piece, pieces } from './party-pieces.js'
import { roleLists } from './party-roles.js'
import { countsListed, splitAfterDeng, splitConjunctions } from './party-split.js'
import type { PartyNotice, PartyReading, PartyRole } from './party-types.js'
import { personsBehindBodies, withOffices } from './person-in-list.js'
import { holdsPerson, readPersons } from './persons.js'

/** A printed name on its way to a party. */
interface Token {
  name: string
  span: Span
  role: PartyRole | null
  scope: string | null
}
/** Names between two separators stronger than 、: they share （分别牵头） and an organ. */
type List = Token[]

export interface UnitOptions {
  /** Role of the field. */
  role: PartyRole
  /** 排在首位的为牵头单位: the first of every list leads. */
  firstLeads: boolean
  /** The field holds persons too, with this role; in a field of bodies they are responsible officials and stand apart. */
  persons: PartyRole | null
  /** （配合单位） behind the last of a list is said of the whole list. */
  shareLast: boolean
}

/** Reads bodies from folded text whose known names are shielded; `raw` is the same text as printed. */
export function readUnits(
  { text, restore }: Shielded,
  raw: string,
  options: UnitOptions,
): { parties: PartyReading[]; notices: PartyNotice[] } {
  const lists: List[] = []
  const people: PartyReading[] = []
  const personRole = options.persons ?? 'responsible_official'
  const masked = text.replace(levels, (words) => words.replaceAll('、', '\u0001'))
  // a name behind a stronger mark than 、, or behind a person, may be a person's
  let apart = false
  for (const clause of roleLists(masked)) {
    let list: List = []
    const cut = withOffices(pieces(clause.text))
    const named = personsBehindBodies(cut.map((piece) => unshielded(piece, restore)))
    for (const [i, piece] of cut.entries()) {
      if (named.has(i)) apart = true
      if (apart) {
        lists.push(list)
        list = []
      }
      const persons = personsOf(unshielded(piece, restore), clause.start, apart || options.persons !== null, personRole)
      people.push(...persons.parties)
      if (!persons.only) addNames(list, piece, clause.start, raw, clause.role, clause.scope)
      apart = persons.only || (piece.separator !== '、' && piece.separator !== '')
    }
    lists.push(list)
    apart = true
  }
  shareSupport(lists, options.shareLast)
  const tokens = lists.flatMap(expand)
  const marked = tokens.some((token) => token.role === 'lead_unit')
  const shared = tokens.some((token) => token.role === 'lead_unit' || token.role === 'supporting_unit')
  const parties: PartyReading[] = []
  tokens.forEach((token, i) => {
    const first = options.firstLeads === true && i === 0 && !marked && options.role === 'responsible_unit'
    const told = token.role === 'responsible_unit' && !shared ? null : token.role
    const role = refine(options.role, first ? 'lead_unit' : told)
    parties.push({
      role,
      kind: isGroup(fold(token.name)) || isUnnamed(token.name) ? 'group' : 'unit',
      name: token.name,
      title: null,
      scope: token.scope === null ? null : restore(token.scope),
      span: token.span,
    })
  })
  parties.push(...people)
  return { parties: parties.sort((a, b) => a.span[0] - b.span[0]), notices: [] }
}

/** A（牵头单位）；B、C（配合单位）: the bracket behind the last of a list is said of all, where another list leads. */
function shareSupport(lists: readonly List[], always: boolean): void {
  const leads = lists.findIndex((list) => list.some((token) => token.role === 'lead_unit'))
  lists.forEach((list, i) => {
    const last = list.at(-1)
    if (last?.role !== 'supporting_unit' || list.slice(0, -1).some((token) => token.role !== null)) return
    if (always || (leads >= 0 && leads < i)) for (const token of list) token.role = 'supporting_unit'
  })
}

/** 市、县两级政府 is one group: its 、 does not separate. */
const levels = /[省市县区州乡镇村](?:、[省市县区州乡镇村](?:（[^（）]{0,9}）)?){1,3}(?=[两三四]级)/g

const unshielded = (piece: Piece, restore: Shielded['restore']): Piece => ({
  text: restore(piece.text),
  start: piece.start,
  end: piece.end,
  notes: piece.notes.map(({ text, start }) => ({ text: restore(text), start })),
  scope: piece.scope,
  separator: piece.separator,
})

/** 市住建局 张三, 市住建局（张三）, 张三（局长）: persons among the bodies. */
function personsOf(piece: Piece, offset: number, apart: boolean, role: PartyRole): { parties: PartyReading[]; only: boolean } {
  const move = (parties: readonly PartyReading[], by: number) =>
    parties.map((p): PartyReading => ({ ...p, span: [p.span[0] + by, p.span[1] + by] }))
  const titled = piece.notes.some(({ text }) => /[长记任员席]$/.test(text))
  if (holdsPerson(piece.text, apart || titled)) {
    const whole = piece.text + piece.notes.map(({ text }) => `（${text}）`).join('')
    return { parties: move(readPersons(whole, role).parties, offset + piece.start), only: true }
  }
  return {
    parties: readNotes(piece).persons.flatMap((note) => move(readPersons(note.text, role).parties, offset + note.start)),
    only: false,
  }
}

/** Words before a name that are no part of it. */
const opening =
  /^(?:由(?=[省市县区州各])|(?:和|及其?|与|以及)(?=[省市县区州各有相])|其中|(?:牵头|责任|配合|主体责任)(?:单位|部门)：?(?=[\u4e00-\u9fff]{3}))/

function addNames(list: List, piece: Piece, offset: number, raw: string, told: PartyRole | null, scope: string | null): void {
  const skipped = opening.exec(piece.text)?.[0].length ?? 0
  // （牵头）市住建局
  const bracket = /^（([^（）]{2,8})）(?=[\u4e00-\u9fff]{2})/.exec(piece.text.slice(skipped))
  const marked = roleOf(bracket?.[1] ?? '')
  const from = skipped + (marked ? (bracket?.[0].length ?? 0) : 0)
  const printed = piece.text.slice(from).replace(emptyTail, '')
  const [, body = printed, duty = null] = (bodyEnding.test(printed) ? null : bodyWithDuty.exec(printed)) ?? []
  const words = body
  const at = offset + piece.start + from
  if (!words || nobody.test(words)) return
  const notes = readNotes(piece)
  const role = marked ?? notes.role ?? told
  /** The printed name with the brackets that belong to it: 7个市（州）. */
  const named = ([start, end]: Span, own: readonly Note[]): Pick<Token, 'name' | 'span'> => {
    const brackets = own.map(({ start: from, text }): Span => [offset + from - 1, offset + from + text.length + 1])
    const name = [[start, end] satisfies Span, ...brackets].map(([a, b]) => raw.slice(a, b)).join('')
    return { name: name.replace(/\s/g, ''), span: [start, brackets.at(-1)?.[1] ?? end] }
  }
  const { head, group } = splitAfterDeng(words)
  const parts = splitConjunctions(head)
  parts.forEach((part, i) => {
    const last = i === parts.length - 1
    const own = last && !group ? notes.own : []
    const start = at + part.start
    const end = start + part.text.length
    const { name, span } = named([start, end], own)
    list.push({
      name,
      span,
      role: last || notes.shared ? role : told,
      scope: last ? (notes.scope ?? duty ?? scope) : scope,
    })
  })
  if (group && !countsListed(group, list.length)) {
    const end = at + words.length
    list.push({
      ...named([end - group.length, end], notes.own),
      role,
      scope: notes.scope ?? scope,
    })
  }
  if (notes.shared) for (const token of list) token.role ??= notes.role
}

/** One token for every name of the expanded list; its span is that of the place. */
function expand(list: List): Token[] {
  return expandList(list.map((token) => token.name)).flatMap(({ name, place, organ }) => {
    const owner = list[place]
    const source = list[organ]
    if (!owner || !source) return []
    return [{ name, span: owner.span, role: owner.role ?? source.role, scope: owner.scope ?? source.scope }]
  })
}

/** In a field of acceptance bodies 牵头 and 配合 are roles of acceptance. */
function refine(field: PartyRole, told: PartyRole | null): PartyRole {
  if (told === null) return field
  if (field === 'acceptance_lead_unit' || field === 'acceptance_supporting_unit') {
    if (told === 'lead_unit') return 'acceptance_lead_unit'
    if (told === 'supporting_unit') return 'acceptance_supporting_unit'
    if (told === 'responsible_unit') return field
  }
  return told
}

/** 县委书记、县长 in a field of bodies: persons without a name. */
const isUnnamed = (name: string): boolean => unnamedPerson.test(name) && !bodyEnding.test(name)

/** A group has no name of its own: 各县市区党委, 园区管委会; 县政府 and 纪委 are the document's own bodies. */
function isGroup(printed: string): boolean {
  // 全州县, 二七区 are names; 湘潭市各县市区 is a group in one
  const name = printed.slice(regionPrefix(printed))
  if (groupName.test(name)) return true
  const bare = name.replace(/（(?:党工委|办事处|管委会|街道办|街道办事处)）$/, '')
  const place = organEnding.exec(bare)?.[1] ?? bare
  return place.length > 1 && isKindOfPlaces(place) && !(place !== bare && ownPark.test(place))
}
