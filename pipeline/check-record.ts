/**
 * The invariants of a record, kept whatever the input: every text is what its span says, children lie inside their parents, siblings apart,
 * items are numbered without gaps. What breaks them is put right where the words allow it, else taken out; each repair is told.
 * A record without repairs is given back as it is.
 */
import type { Span } from '../parsers/tree.js'
import { hasHalfCharacter, wellFormed } from './characters.js'
import type { Action, Deadline, Diagnostic, Item, Reference, Report } from './record.js'

/** Deeper measures stay as words of their parent: no numbering goes so deep, and readers of the record may recurse. */
const DEEPEST = 32

export interface Repair {
  message: string
  span: Span | null
  /** Place of the item, from 1, as the record came. */
  item: number | null
}

interface Grounded {
  text: string
  span: Span
}

const bare = (text: string): string => text.replace(/\s+/g, '')

/** Ranges that are taken, in order; a list of them stays short or grows at its end. */
class Taken {
  readonly #spans: Span[] = []
  /** Takes the range where nothing else has it; a range of no length has always room. */
  take([start, end]: Span): boolean {
    if (start === end) return true
    let at = this.#spans.length
    while (at > 0 && (this.#spans[at - 1]?.[0] ?? 0) >= end) at--
    if ((this.#spans[at - 1]?.[1] ?? 0) > start) return false
    this.#spans.splice(at, 0, [start, end])
    return true
  }
}

const isReference = (node: object): node is Reference => 'title' in node && 'number' in node

const inside = ([start, end]: Span, [from, to]: Span): boolean => start >= from && end <= to && start <= end

/** The item's own words, and those of its parts that stand in another chapter (并列清单). */
type Room = readonly Span[]
const insideAny = (span: Span, room: Room): boolean => room.some((one) => inside(span, one))

/** Checks one record against its own text. */
class Checker {
  readonly repairs: Repair[] = []
  #item: number | null = null
  /** All items' own words, and the words outside them that an item has taken. */
  readonly #outside = new Taken()
  /** Where the parts of the items so far stand: a cell that is merged over the rows of several items is a part of each. */
  readonly #parts = new Set<string>()
  constructor(readonly text: string) {}

  /** Says where all items stand, in order, before the first is checked. */
  place(items: readonly Item[]): void {
    for (const { span } of items) this.#outside.take(span)
  }

  get whole(): Span {
    return [0, this.text.length]
  }

  of(item: number | null): void {
    this.#item = item
  }

  note(message: string, span: Span | null): void {
    this.repairs.push({ message, span: span && inside(span, this.whole) ? span : null, item: this.#item })
  }

  isGrounded({ text, span }: Grounded): boolean {
    return inside(span, this.whole) && (this.text.slice(...span) === text || bare(this.text.slice(...span)) === bare(text))
  }

  /** The node, or null where its text does not stand at its span. */
  grounded<T extends Grounded>(name: string, node: T | null): T | null {
    if (node === null || this.isGrounded(node)) return node
    this.note(`${name} did not stand at its place in the text and was taken out`, node.span)
    return null
  }

  /** Whether a reference's title and number stand at its place. */
  #isNamed({ title, number, span }: Reference): boolean {
    const words = bare(this.text.slice(...span))
    return words.includes(bare(title)) && words.includes(bare(number ?? ''))
  }

  /** Those of the list that lie in `within`, stand in the text and, with `apart`, do not overlap one another. */
  list<T extends { span: Span }>(name: string, nodes: T[], room: Room, apart: boolean): T[] {
    if (nodes.length === 0) return nodes
    const taken = new Taken()
    const kept = nodes.filter((node) => {
      const { span } = node
      const stands =
        (!('text' in node) || typeof node.text !== 'string' || this.isGrounded({ text: node.text, span })) &&
        (!isReference(node) || this.#isNamed(node))
      if (insideAny(node.span, room) && stands && (!apart || taken.take(node.span))) return true
      this.note(
        `${name} ${stands ? 'lay outside its place or over another' : 'did not stand in the text'} and was taken out`,
        node.span,
      )
      return false
    })
    return kept.length === nodes.length ? nodes : kept
  }

  deadline(deadline: Deadline | null): Deadline | null {
    return this.grounded('a deadline', deadline)
  }

  /** The action with its own words as they stand; null where it lies outside its room. */
  action(action: Action, room: Room, depth: number): Action | null {
    if (!insideAny(action.span, room)) {
      this.note('a measure lay outside its place and was taken out', action.span)
      return null
    }
    const deep = action.children.length > 0 && depth < DEEPEST
    const children = deep
      ? this.actions(action.children, [action.span], depth + 1, new Taken())
      : depth < DEEPEST
        ? action.children
        : []
    if (depth >= DEEPEST && action.children.length > 0)
      this.note('measures nested too deep were left as words of the one above them', action.span)
    const own = this.#own(action.span, children)
    const parties = this.list('a party', action.parties, [this.whole], false)
    const deadline = this.deadline(action.deadline)
    const same = bare(own) === bare(action.label + action.text)
    if (same && children === action.children && parties === action.parties && deadline === action.deadline) return action
    if (same) return { ...action, children, parties, deadline }
    this.note('a measure’s words were not those at its place and were read again', action.span)
    const label = own.trimStart().startsWith(action.label) ? action.label : ''
    const text = own.trimStart().slice(label.length).trim()
    if (label + text === '' && children.length === 0) return null
    return { ...action, label, text, children, parties, deadline }
  }

  /** What is left of a span without its children: label and own words. */
  #own([start, end]: Span, children: readonly Action[]): string {
    let own = ''
    let at = start
    for (const { span } of children) {
      own += this.text.slice(at, span[0])
      at = span[1]
    }
    return own + this.text.slice(at, end)
  }

  actions(actions: Action[], room: Room, depth: number, taken: Taken): Action[] {
    let last = room[0]?.[0] ?? 0
    let changed = false
    const kept = actions.flatMap((action): Action[] => {
      const checked = this.action(action, room, depth)
      if (checked !== action) changed = true
      if (!checked) return []
      // Children in their order, for the words between them are the parent's own.
      if ((depth === 1 || checked.span[0] >= last) && taken.take(checked.span)) {
        last = Math.max(last, checked.span[1])
        return [checked]
      }
      this.note('a measure lay over another part of its item and was taken out', checked.span)
      changed = true
      return []
    })
    return changed ? kept : actions
  }

  /** The item; null where its problem cannot be kept. */
  item(item: Item): Item | null {
    const { span } = item
    const { problem } = item
    if (!inside(span, this.whole) || !inside(problem.span, span) || !this.isGrounded(problem)) {
      this.note('an item whose problem did not stand at its place was taken out', span)
      return null
    }
    const taken = new Taken()
    taken.take(problem.span)
    const parts = [...(item.goal ? [item.goal] : []), ...item.measures, ...item.progress]
    const room: Room = [span, ...parts.map((part) => part.span).filter((at) => !inside(at, span) && this.#isFree(at))]
    const goal = this.#part('the goal', item.goal, room, taken)
    const checked: Item = {
      ...item,
      category: this.grounded('a category', item.category),
      categoryPath: this.list('a category', item.categoryPath, [this.whole], false),
      goal,
      targets: this.list('a target', item.targets, room, false),
      measures: this.actions(item.measures, room, 1, taken),
      progress: this.actions(item.progress, room, 1, taken),
      parties: this.list('a party', item.parties, [this.whole], false),
      deadline: this.deadline(item.deadline),
      status: this.grounded('a status', item.status),
      quantities: this.list('a quantity', item.quantities, room, true),
      dates: this.list('a date', item.dates, room, true),
      references: this.list('a reference', item.references, room, true),
      places: this.list('a place', item.places, room, true),
    }
    // those alone that are kept: else a later item would hold what nobody has
    for (const part of [checked.goal, ...checked.measures, ...checked.progress]) if (part) this.#parts.add(part.span.join())
    const keys = Object.keys(item) as (keyof Item)[]
    return keys.every((key) => checked[key] === item[key]) ? item : checked
  }

  /** Whether no item has the words, or another as the same part; takes them. */
  #isFree(span: Span): boolean {
    return inside(span, this.whole) && (this.#parts.has(span.join()) || this.#outside.take(span))
  }

  #part<T extends Grounded>(name: string, node: T | null, room: Room, taken: Taken): T | null {
    const stands = this.grounded(name, node)
    if (stands === null) return null
    if (insideAny(stands.span, room) && taken.take(stands.span)) return stands
    this.note(`${name} lay outside its place or over another part and was taken out`, stands.span)
    return null
  }
}

/**
 * Items cut so that they do not overlap. Where one begins inside the one before, that one ends there, unless its own problem would be
 * cut; then the later begins where the earlier ends.
 */
const apart = (items: readonly Item[], checker: Checker): { item: Item; at: number }[] => {
  const kept: { item: Item; at: number }[] = []
  for (const [index, item] of items.entries()) {
    const before = kept.at(-1)
    const [start, end] = item.span
    if (!before || start >= before.item.span[1]) {
      kept.push({ item, at: index + 1 })
      continue
    }
    checker.of(index + 1)
    if (start >= before.item.problem.span[1] && start > before.item.span[0]) {
      checker.note('an item began inside the one before, which now ends there', item.span)
      before.item = { ...before.item, span: [before.item.span[0], start] }
      kept.push({ item, at: index + 1 })
    } else if (item.problem.span[0] >= before.item.span[1]) {
      checker.note('an item began inside the one before and now begins behind it', item.span)
      kept.push({ item: { ...item, span: [before.item.span[1], Math.max(before.item.span[1], end)] }, at: index + 1 })
    } else checker.note('an item lay over the one before and was taken out', item.span)
  }
  return kept
}

/** Only a text with characters beyond the basic plane can be cut inside one. */
const surrogates = /[\ud800-\udfff]/

/** Every text without half of a surrogate pair: a span may have cut one. */
const withWholeCharacters = <T>(value: T): T => {
  if (typeof value === 'string') return wellFormed(value) as T
  if (Array.isArray(value)) return value.map(withWholeCharacters) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withWholeCharacters(part)])) as T
}

const sameNumber = (item: Item, seq: number): Item => (item.seq === seq ? item : { ...item, seq })

/** The record with its invariants kept, and what had to be done for it (nothing, as a rule). Pure; a diagnostic is for the caller to add. */
export function checkRecord(report: Report): { report: Report; repairs: Repair[] } {
  const { document } = report
  const checker = new Checker(document.text)
  const programme = checker.grounded('the programme', document.programme)
  const asOf = checker.grounded('the day of the report', document.asOf)
  const placed = apart(report.items, checker)
  checker.place(placed.map(({ item }) => item))
  const kept = placed.flatMap(({ item, at }) => {
    checker.of(at)
    const checked = checker.item(item)
    return checked ? [{ item: checked, at }] : []
  })
  checker.of(null)
  const placeOf = new Map(kept.map(({ at }, index) => [at, index + 1]))
  const declared = checker.list('a declared total', report.declared, [checker.whole], false)
  const diagnostics = report.diagnostics.map((diagnostic): Diagnostic => {
    const span = diagnostic.span && inside(diagnostic.span, checker.whole) ? diagnostic.span : null
    const item = diagnostic.item === null ? null : (placeOf.get(diagnostic.item) ?? null)
    return span === diagnostic.span && item === diagnostic.item ? diagnostic : { ...diagnostic, span, item }
  })
  const lost = kept.length < report.items.length
  const { repairs } = checker
  const seqs = report.items.some(({ seq }, index) => seq !== index + 1)
  if (repairs.length === 0 && !seqs && diagnostics.every((d, i) => d === report.diagnostics[i]))
    return surrogates.test(document.text) && hasHalfCharacter(JSON.stringify(report))
      ? { report: withWholeCharacters(report), repairs }
      : { report, repairs }
  const repaired: Report = {
    ...report,
    document: { ...document, programme, asOf },
    items: kept.map(({ item }, index) => sameNumber(item, index + 1)),
    // What was counted with the lost items cannot be checked any more.
    declared: lost ? declared.map((total) => ({ ...total, extracted: null, agrees: null })) : declared,
    diagnostics,
  }
  return {
    report: withWholeCharacters(repaired),
    repairs: repairs.map((r) => ({ ...r, item: r.item && (placeOf.get(r.item) ?? null) })),
  }
}
