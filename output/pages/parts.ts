/** The parts of a record that are grounded in the report's text, each with the name by which a page links words and record. */
import type { Action, Deadline, Diagnostic, Item, Party, Report } from '../../pipeline/record.js'

type Span = readonly [number, number]

/** What a part is; one colour or line each. The values are what is found inside the others. */
export const partKinds = [
  'category',
  'problem',
  'goal',
  'measure',
  'progress',
  'party',
  'deadline',
  'status',
  'declared',
  'head',
] as const
export const valueKinds = ['target', 'quantity', 'date', 'reference', 'place'] as const
export type PartKind = (typeof partKinds)[number] | (typeof valueKinds)[number]

export interface Part {
  /** `3-12`: the twelfth part of item 3; item 0 is the report's head. `r3-12` is its record, `w3-12` its words. */
  id: string
  kind: PartKind
  span: Span
}

export interface Grounded {
  parts: readonly Part[]
  /** The part's name by the record's own object. */
  idOf: (node: object) => string | undefined
}

/** Every grounded part of the report, in the order of the record. */
export function groundedParts(report: Report): Grounded {
  const parts: Part[] = []
  const ids = new Map<object, string>()
  let item = 0
  let number = 0
  const add = (kind: PartKind, node: { span: Span } | null | undefined): void => {
    if (!node || node.span[0] >= node.span[1]) return
    number += 1
    const id = `${item}-${number}`
    ids.set(node, id)
    parts.push({ id, kind, span: node.span })
  }
  const owned = ({ parties, deadline }: { parties: readonly Party[]; deadline: Deadline | null }): void => {
    for (const party of parties) add('party', party)
    add('deadline', deadline)
  }
  const tree = (kind: 'measure' | 'progress', actions: readonly Action[]): void => {
    for (const action of actions) {
      add(kind, action)
      owned(action)
      tree(kind, action.children)
    }
  }
  const ofItem = (one: Item): void => {
    add('category', one.category)
    add('problem', one.problem)
    add('status', one.status)
    owned(one)
    add('goal', one.goal)
    for (const target of one.targets) add('target', target)
    tree('measure', one.measures)
    tree('progress', one.progress)
    for (const value of one.quantities) add('quantity', value)
    for (const value of one.dates) add('date', value)
    for (const value of one.references) add('reference', value)
    for (const value of one.places) add('place', value)
  }
  add('head', report.document.programme)
  add('head', report.document.asOf)
  for (const total of report.declared) add('declared', total)
  for (const one of report.items) {
    item = one.seq
    number = 0
    ofItem(one)
  }
  return { parts, idOf: (node) => ids.get(node) }
}

/** A piece of a line that all the same parts cover. */
export interface Run {
  text: string
  /** Number of the item that begins here. */
  item: number | null
  /** Names of the parts that begin here. */
  begins: readonly string[]
  /** The parts that cover it, the innermost last. */
  parts: readonly Part[]
  /** The diagnostics that cover it. */
  diagnostics: readonly Diagnostic[]
}
export interface Line {
  runs: Run[]
}

interface Cover {
  start: number
  end: number
  part: Part | null
  diagnostic: Diagnostic | null
}

/** The text in lines, cut wherever a part or a diagnostic begins or ends. */
export function linesOf({ document, items, diagnostics }: Report, parts: readonly Part[]): Line[] {
  const { text } = document
  const covers: Cover[] = parts.map((part) => ({ start: part.span[0], end: part.span[1], part, diagnostic: null }))
  for (const diagnostic of diagnostics)
    if (diagnostic.span && diagnostic.span[0] < diagnostic.span[1] && diagnostic.span[1] <= text.length)
      covers.push({ start: diagnostic.span[0], end: diagnostic.span[1], part: null, diagnostic })
  // Of parts that begin together the longer is the outer one.
  covers.sort((a, b) => a.start - b.start || b.end - a.end)
  const starts = new Map(items.map((item) => [item.span[0], item.seq]))
  const cuts = [...new Set([...covers.flatMap(({ start, end }) => [start, end]), ...starts.keys()])].sort((a, b) => a - b)
  const lines: Line[] = []
  let active: Cover[] = []
  let next = 0
  let cut = 0
  let at = 0
  for (const line of text.split('\n')) {
    const end = at + line.length
    const made: Line = { runs: [] }
    while (at <= end) {
      while (cut < cuts.length && (cuts[cut] ?? 0) <= at) cut += 1
      const to = Math.min(end, cuts[cut] ?? end)
      active = active.filter((one) => one.end > at)
      const begins: string[] = []
      for (let one = covers[next]; one !== undefined && one.start <= at; one = covers[++next]) {
        if (one.part) begins.push(one.part.id)
        if (one.end > at) active.push(one)
      }
      const item = starts.get(at) ?? null
      if (to > at || begins.length > 0 || item !== null)
        made.runs.push({
          text: text.slice(at, to),
          item,
          begins,
          parts: active.flatMap(({ part }) => part ?? []),
          diagnostics: active.flatMap(({ diagnostic }) => diagnostic ?? []),
        })
      if (to >= end) break
      at = to
    }
    lines.push(made)
    at = end + 1
  }
  return lines
}
