/** The record against what the layout must give: misses by field, and the counts for F1. */
import type { Action, Item, Report } from '../../pipeline/record.js'
import { fromRadicals } from './convert/radicals.js'
import type { Expected, ExpectedAction, ExpectedItem } from './types.js'

export const fieldNames = [
  'title',
  'kind',
  'item',
  'label',
  'category',
  'path',
  'problem',
  'goal',
  'measures',
  'progress',
  'parties',
  'deadline',
  'status',
  'owners',
  'grounding',
] as const
export type FieldName = (typeof fieldNames)[number]
export interface Miss {
  field: FieldName
  /** Number of the expected item; 0: the document, or an item made up. */
  item: number
  expected: string | null
  found: string | null
}
export interface Comparison {
  misses: Miss[]
  hit: number
  expected: number
  found: number
  /** The list: as many items, each with its label and problem. */
  listRight: boolean
}

/** Text as compared: no white space, characters for radicals that look the same. */
export const bare = (text: string): string => fromRadicals(text.replaceAll(/[\s\u00a0\u3000\u200b\ufeff]+/gu, ''))
/** And no closing mark. */
const plain = (text: string): string => bare(text).replace(/[。；;，,：:、．.]+$/u, '')

class Counter {
  readonly misses: Miss[] = []
  hit = 0
  expected = 0
  found = 0
  /** Two bags of values of one field. */
  bag(field: FieldName, item: number, expected: string[], found: string[]): void {
    this.expected += expected.length
    this.found += found.length
    const rest = [...found]
    for (const value of expected) {
      const at = rest.indexOf(value)
      if (at < 0) this.misses.push({ field, item, expected: value, found: null })
      else {
        rest.splice(at, 1)
        this.hit++
      }
    }
    for (const value of rest) this.misses.push({ field, item, expected: null, found: value })
  }
  /** One value that may be right in more than one way; null and the empty text are nothing. */
  oneOf(field: FieldName, item: number, accepted: (string | null)[], found: string | null): void {
    const ways = accepted.map((value) => (value === null ? '' : plain(value)))
    const got = found === null ? '' : plain(found)
    const want = ways.includes(got) ? got : (ways[0] ?? '')
    this.bag(field, item, want === '' ? [] : [want], got === '' ? [] : [got])
  }
}

const wholeOf = (text: string, action: Action): string => {
  const printed = bare(text.slice(...action.span))
  const label = bare(action.label)
  return label !== '' && printed.startsWith(label) ? printed.slice(label.length) : printed
}
/** An action's tree as one line, for comparison and for showing. */
const foundTree = (text: string, action: Action): string =>
  `${plain(action.label)}|${plain(wholeOf(text, action))}${action.children.map((child) => `{${foundTree(text, child)}}`).join('')}`
const expectedTree = (action: ExpectedAction, text: string, label = action.label): string =>
  `${plain(label)}|${plain(text)}${action.children.map((child) => `{${expectedTree(child, child.text)}}`).join('')}`

function compareActions(
  counter: Counter,
  field: 'measures' | 'progress',
  at: number,
  expected: ExpectedAction[],
  actions: Action[],
  text: string,
): void {
  const found = actions.map((action) => foundTree(text, action))
  const wanted = expected.map((action, index) => {
    const labels = [action.label, ...(action.orLabels ?? [])]
    const ways = [action.text, ...action.orTexts].flatMap((way) => labels.map((label) => expectedTree(action, way, label)))
    return ways.find((way) => found[index] === way || found.includes(way)) ?? ways[0] ?? ''
  })
  counter.bag(field, at, wanted, found)
  wanted.forEach((tree, index) => {
    const action = actions[found.indexOf(tree)]
    const want = expected[index]
    if (!action || !want) return
    const owners = [
      ...want.parties.map((p) => `${p.role} ${p.name}`),
      ...want.deadline.map((e) => `${e.kind} ${e.date ?? '-'}`),
    ]
    const got = [
      ...action.parties.map((p) => `${p.role} ${plain(p.name)}`),
      ...(action.deadline?.entries ?? []).map((e) => `${e.kind} ${e.date ?? '-'}`),
    ]
    // a body named in a measure's own sentence may be read from it; only what is printed behind it is asked for
    counter.bag('owners', at, owners, owners.length > 0 ? got : [])
  })
}

function compareItem(counter: Counter, want: ExpectedItem, found: Item, at: number, text: string): void {
  counter.oneOf('label', at, want.labels, found.label)
  counter.oneOf('category', at, [want.category], found.category?.text ?? null)
  counter.oneOf('path', at, [want.path.map(plain).join(' > ')], found.categoryPath.map((part) => plain(part.text)).join(' > '))
  counter.oneOf('problem', at, [want.problem], found.problem.text)
  counter.oneOf('goal', at, [want.goal], found.goal?.text ?? null)
  compareActions(counter, 'measures', at, want.measures, found.measures, text)
  compareActions(counter, 'progress', at, want.progress, found.progress, text)
  counter.bag(
    'parties',
    at,
    want.parties.map((p) => `${p.role} ${p.name}`),
    found.parties.map((p) => `${p.role} ${plain(p.name)}`),
  )
  counter.bag(
    'deadline',
    at,
    want.deadline.map((e) => `${e.kind} ${e.date ?? '-'}`),
    (found.deadline?.entries ?? []).map((e) => `${e.kind} ${e.date ?? '-'}`),
  )
  // a state read from the narrative is neither asked for nor punished where none is printed
  const status = found.status?.basis === 'narrative' && want.status === null ? null : found.status
  counter.oneOf(
    'status',
    at,
    [want.status && `${want.status.code}/${want.status.closure ?? '-'}`],
    status && `${status.code}/${status.closure ?? '-'}`,
  )
}

/** How many values an item has: one that is lost or made up counts with all of them. */
const sizeOf = (
  item: { measures: unknown[]; progress: unknown[]; parties: unknown[] },
  more: (unknown | null)[],
  entries: number,
): number =>
  2 +
  item.measures.length +
  item.progress.length +
  item.parties.length +
  entries +
  more.filter((value) => value !== null && value !== '').length
const expectedSize = (item: ExpectedItem): number =>
  sizeOf(item, [item.labels[0] ?? '', item.category, item.category, item.goal, item.status], item.deadline.length)
const foundSize = (item: Item): number =>
  sizeOf(item, [item.label, item.category, item.category, item.goal, item.status], item.deadline?.entries.length ?? 0)

/** Pairs expected and found items of the same problem, in order; the rest by their first words, then by place. */
function pairItems(expected: ExpectedItem[], found: Item[]): (Item | null)[] {
  const free = new Set(found)
  const take = (test: (item: Item) => boolean): Item | null => {
    for (const item of free)
      if (test(item)) {
        free.delete(item)
        return item
      }
    return null
  }
  const same = expected.map((want) => take((item) => plain(item.problem.text) === plain(want.problem)))
  return same.map((pair, index) => {
    const want = expected[index]
    if (pair || !want) return pair
    const words = plain(want.problem)
    return take(
      (item) => plain(item.problem.text).includes(words.slice(0, 12)) || words.includes(plain(item.problem.text).slice(0, 30)),
    )
  })
}

export function compareReport(expected: Expected, report: Report): Comparison {
  const counter = new Counter()
  counter.oneOf('title', 0, expected.titles, report.document.title)
  if (expected.kinds.length > 0) counter.oneOf('kind', 0, expected.kinds, report.document.kind)
  const pairs = pairItems(expected.items, report.items)
  const paired = new Set(pairs)
  expected.items.forEach((want, index) => {
    const found = pairs[index]
    if (found) {
      counter.hit++
      counter.expected++
      counter.found++
      compareItem(counter, want, found, index + 1, report.document.text)
    } else {
      counter.expected += expectedSize(want)
      counter.misses.push({ field: 'item', item: index + 1, expected: want.problem, found: null })
    }
  })
  for (const item of report.items) {
    if (paired.has(item)) continue
    counter.found += foundSize(item)
    counter.misses.push({ field: 'item', item: 0, expected: null, found: item.problem.text })
  }
  // what broke the record's own rules and had to be repaired is a fault of the reading, whatever came of it
  for (const { code, item, message } of report.diagnostics)
    if (code === 'grounding_repaired') counter.bag('grounding', item ?? 0, [], [message])
  const listFields = new Set<FieldName>(['item', 'label', 'problem'])
  return {
    misses: counter.misses,
    hit: counter.hit,
    expected: counter.expected,
    found: counter.found,
    listRight: !counter.misses.some((miss) => listFields.has(miss.field)),
  }
}
