/** Full text over items: the FTS5 index, and for reports that are not in it yet the letters themselves. */
import type { Database } from './database.js'
import type { Span } from '../../parsers/tree.js'
import { isIndexed, isOneWord, plain, unbroken, wordsOf } from './letters.js'
import { indexedRows, searchIndex } from './match.js'
import type { ActionRow, ItemRow, PartyRow } from './rows.js'
import { ITEM_BITS } from './schema.js'
import type { ItemAt } from './threads.js'
import { LedgerError, type SearchField, type SearchHit, type SearchOptions, searchFields } from './types.js'

const MAX_WORDS = 16
const MAX_QUERY_LENGTH = 400
const DEFAULT_LIMIT = 20
/** Characters shown before and after the first match. */
const SNIPPET_BEFORE = 20
const SNIPPET_LENGTH = 100
/** An item so many characters long counts half as much as a very short one; not an integer, for SQL's sake. */
const HALVING_LENGTH = 1000.5
/** The rank's weight of each field, in their order. */
const weights = [4, 2, 1, 1, 2]

interface Passage {
  field: SearchField
  text: string
  span: Span
}

/** All that is searched of an item, in the order of the fields. */
const passages = (item: ItemRow, actions: readonly ActionRow[], parties: readonly PartyRow[]): Passage[] => {
  const found: Passage[] = [{ field: 'problem', text: item.problem, span: [item.problem_start, item.problem_end] }]
  if (item.goal !== null) found.push({ field: 'goal', text: item.goal, span: [item.goal_start ?? 0, item.goal_end ?? 0] })
  for (const kind of ['measure', 'progress'] as const)
    for (const action of actions)
      if (action.kind === kind)
        found.push({
          field: kind === 'measure' ? 'measures' : 'progress',
          text: action.label + action.text,
          span: [action.span_start, action.span_end],
        })
  for (const party of parties)
    found.push({ field: 'parties', text: party.full_name ?? party.name, span: [party.span_start, party.span_end] })
  return found
}

/** Where any of the words stands in the text; of overlapping places the first and longest. */
const marksIn = (text: string, words: readonly string[]): Span[] => {
  const all: Span[] = []
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) all.push([at, at + word.length])
  all.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const kept: Span[] = []
  for (const mark of all) if (mark[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(mark)
  return kept
}

/** A word of the question, and the words that it is made of. */
interface Term {
  term: string
  words: string[]
}

/** The passage that shows most of the words, cut to a readable length around the first of them. */
const snippetOf = (candidates: readonly Passage[], terms: readonly Term[]) => {
  let best: { passage: Passage; words: string[]; shown: number } | undefined
  for (const passage of candidates) {
    const text = plain(passage.text)
    const whole = terms.filter(({ term }) => text.includes(term))
    const parts = terms.flatMap(({ term, words }) => (text.includes(term) ? [] : words.filter((word) => text.includes(word))))
    const shown = whole.length * 2 + parts.length
    if (!best || shown > best.shown) best = { passage, words: [...whole.map(({ term }) => term), ...parts], shown }
  }
  if (!best) return null
  const { field, text, span } = best.passage
  const marks = marksIn(plain(text), best.words)
  const from = Math.max(0, (marks[0]?.[0] ?? 0) - SNIPPET_BEFORE)
  const to = Math.min(text.length, from + SNIPPET_LENGTH)
  const before = from > 0 ? '…' : ''
  const shift = before.length - from
  return {
    field,
    snippet: before + text.slice(from, to) + (to < text.length ? '…' : ''),
    marks: marks.filter((mark) => mark[1] <= to).map(([a, b]): Span => [a + shift, b + shift]),
    span,
  }
}

type Found = Pick<SearchHit, 'field' | 'snippet' | 'marks' | 'span' | 'score'> & ItemAt

/** The items that a question is narrowed to: their rows in the index, as JSON and as a set, and their reports. Null: all of current versions. */
type Within = { rows: string; has: ReadonlySet<number>; reports: ReadonlySet<number> } | null
const rowOf = ({ report, item }: ItemAt): number => report * 2 ** ITEM_BITS + item
const withinOf = (only: readonly ItemAt[] | null): Within => {
  if (only === null) return null
  const rows = only.map(rowOf)
  return { rows: JSON.stringify(rows), has: new Set(rows), reports: new Set(only.map(({ report }) => report)) }
}

/** What puts items into the index and finds them there. */
export const searcher = (db: Database) => {
  const pending = db.prepare<[], number>('SELECT report FROM reports WHERE indexed = 0 ORDER BY report').pluck()
  const done = db.prepare<[number], { report: number }>(
    'UPDATE reports SET indexed = 1 WHERE report = ? AND indexed = 0 RETURNING report',
  )
  const { insert, matching, itemsOfHits, match } = searchIndex(db)
  const itemsOf = db.prepare<[number], ItemRow>('SELECT * FROM items WHERE report = ? ORDER BY item')
  const itemRow = db.prepare<[number, number], ItemRow>('SELECT * FROM items WHERE report = ? AND item = ?')
  const actionsOf = db.prepare<[number, number], ActionRow>(
    'SELECT * FROM actions WHERE report = ? AND item = ? ORDER BY action',
  )
  const partiesOf = db.prepare<[number, number], PartyRow>('SELECT * FROM parties WHERE report = ? AND item = ? ORDER BY party')

  const passagesIn = (row: ItemRow, fields: readonly SearchField[]) => passagesOf(row).filter((p) => fields.includes(p.field))
  const passagesOf = (row: ItemRow) => passages(row, actionsOf.all(row.report, row.item), partiesOf.all(row.report, row.item))

  /** Puts reports into the index, inside the caller's transaction. */
  const indexAll = (reports: readonly number[]): void => {
    const fresh = done.many(reports.map((report): [number] => [report])).flat()
    insert(fresh.map(({ report }) => report))
  }

  const index = (onProgress?: (done: number, total: number) => void): number => {
    const one = db.transaction((report: number) => indexAll([report]))
    const waiting = pending.all()
    for (const [at, report] of waiting.entries()) {
      one.immediate(report)
      onProgress?.(at + 1, waiting.length)
    }
    return waiting.length
  }

  const goesOn = (text: string, term: string): boolean => text.includes(term) || unbroken(text).includes(term)
  /** Whether each term stands in one of the item's fields. Its measures and bodies are read only where the problem does not settle it. */
  const hasAll = (row: ItemRow, fields: readonly SearchField[], terms: readonly string[]): boolean => {
    const open = fields.includes('problem') ? terms.filter((term) => !goesOn(row.problem, term)) : terms
    if (open.length === 0) return true
    const texts = passagesIn(row, fields).map((passage) => passage.text)
    return open.every((term) => texts.some((text) => goesOn(text, term)))
  }

  const having = db.prepare<[string], number>(`SELECT count(*) FROM (${matching}) one`).pluck()
  const indexed = db.prepare<[], number>(`SELECT count(*) FROM (${indexedRows(db.dialect)}) one`).pluck()
  /** How many items of the index have a pair of letters. */
  const itemsWith = (pair: string): number => having.get(match(searchFields, [pair])) ?? 0

  /** Items that have all the terms, best first: a rare term and a weighty field count more, a long item less. FTS5's own rank needs the places of words, which the index does not hold. */
  const byIndex = (terms: readonly string[], fields: readonly SearchField[], within: Within) => {
    const every = indexed.get() ?? 0
    const parts = terms.flatMap((term) => {
      const some = having.get(match(searchFields, [term])) ?? 0
      const rarity = Math.log1p((every - some + 0.5) / (some + 0.5))
      return fields.map((field) => ({
        match: match([field], [term]),
        weight: rarity * (weights[searchFields.indexOf(field)] ?? 0),
      }))
    })
    const all = match(fields, terms)
    const rows = within?.rows ?? null
    const hits = db
      .prepare<(string | number | null)[], ItemAt & { score: number }>(
        `WITH hits AS MATERIALIZED (${matching}),
           weights AS (${parts.map(() => matching.replace('SELECT rowid', 'SELECT ? AS weight, rowid')).join(' UNION ALL ')})
         SELECT i.report, i.item, sum(w.weight) / (1 + (i.span_end - i.span_start) / ?) AS score
         FROM hits h JOIN weights w ON w.hit = h.hit ${itemsOfHits} JOIN reports r ON r.report = i.report
         WHERE ? IS NULL AND r.current = 1 OR (i.report << ${ITEM_BITS}) + i.item IN (SELECT CAST(value AS INTEGER) FROM json_each(?))
         GROUP BY i.report, i.item, i.span_start, i.span_end ORDER BY score DESC, i.report, i.item`,
      )
      .all(all, ...parts.flatMap(({ match, weight }) => [weight, match]), HALVING_LENGTH, rows, rows)
    const long = terms.filter((term) => !isOneWord(term))
    if (long.length === 0) return hits
    return hits.filter(({ report, item }) => {
      const row = itemRow.get(report, item)
      return row !== undefined && hasAll(row, fields, long)
    })
  }

  /** Reports not in the index in whose words or parties every term occurs, by the letters. */
  const byLetters = (terms: readonly string[], within: Within): number[] => {
    const has = terms.map((term) => {
      const column = (name: string) => (/^\p{Script=Han}+$/u.test(term) ? name : `plain_text(${name})`)
      return `(instr(${column('(SELECT d.text FROM documents d WHERE d.report = r.report)')}, ?) > 0 OR EXISTS (SELECT 1 FROM parties p WHERE p.report = r.report AND instr(${column('ifnull(p.full_name, p.name)')}, ?) > 0))`
    })
    const reports = within ? JSON.stringify([...within.reports]) : null
    return db
      .prepare<(string | null)[], number>(
        `SELECT r.report FROM reports r
         WHERE r.indexed = 0 AND (? IS NULL AND r.current = 1 OR r.report IN (SELECT CAST(value AS INTEGER) FROM json_each(?))) AND ${has.join(' AND ')} ORDER BY r.report`,
      )
      .pluck()
      .all(reports, reports, ...terms.flatMap((term) => [term, term]))
  }

  let last: { key: string; answer: ReturnType<typeof answersAnew> } | undefined
  /** Every item that answers the question, the best first, and the question as it is cut into words. Who asks for the hits often asks for their number next. */
  const answers = (question: string, wanted: readonly SearchField[], only: readonly ItemAt[] | null) => {
    const key = JSON.stringify([question, wanted, only?.map(rowOf), db.state()])
    if (last?.key !== key) last = { key, answer: answersAnew(question, wanted, only) }
    return last.answer
  }

  const answersAnew = (question: string, wanted: readonly SearchField[], only: readonly ItemAt[] | null) => {
    if (question.length > MAX_QUERY_LENGTH)
      throw new LedgerError('bad_query', `Search for at most ${MAX_QUERY_LENGTH} characters.`)
    const terms = [...new Set(plain(question).split(/\s+/u).filter(Boolean))].slice(0, MAX_WORDS)
    const cut = terms.map((term): Term => ({ term, words: wordsOf(term, itemsWith) }))
    const found = new Map<number, ItemAt & { score: number }>()
    if (terms.length === 0 || wanted.length === 0 || only?.length === 0) return { cut, found: [] }
    const within = withinOf(only)
    const add = (at: ItemAt, score: number) => {
      const row = rowOf(at)
      if (!found.has(row)) found.set(row, { report: at.report, item: at.item, score })
    }
    const addIndexed = (phrases: readonly string[], most: number) => {
      for (const hit of phrases.length === 0 ? [] : byIndex(phrases, wanted, within)) add(hit, Math.min(hit.score, most))
    }
    addIndexed(terms.filter(isIndexed), Number.POSITIVE_INFINITY)
    const words = [...new Set(cut.flatMap((one) => one.words))].slice(0, MAX_WORDS)
    // Words apart from one another come after those that stand together.
    const least = [...found.values()].reduce((low, { score }) => Math.min(low, score), Number.POSITIVE_INFINITY)
    if (words.length > terms.length) addIndexed(words, least)
    for (const candidate of byLetters(terms, within))
      for (const row of itemsOf.iterate(candidate)) {
        if (within && !within.has.has(rowOf(row))) continue
        if (hasAll(row, wanted, terms)) add(row, 0)
      }
    return { cut, found: [...found.values()] }
  }

  /** `only` narrows to these items; null is all of current versions. With a sort of the filter they come in its order, else the best first. */
  const search = (
    question: string,
    only: readonly ItemAt[] | null,
    { fields = searchFields, limit = DEFAULT_LIMIT, filter }: SearchOptions,
  ): Found[] => {
    const wanted = searchFields.filter((field) => fields.includes(field))
    const { cut, found: all } = answers(question, wanted, only)
    const found = [...all]
    if (filter?.sort && only) {
      const rank = new Map(only.map((at, place) => [rowOf(at), place]))
      found.sort((a, b) => (rank.get(rowOf(a)) ?? 0) - (rank.get(rowOf(b)) ?? 0))
    }
    return found.slice(0, Math.max(0, limit)).flatMap((hit): Found[] => {
      const row = itemRow.get(hit.report, hit.item)
      const shown = row && snippetOf(passagesIn(row, wanted), cut)
      return shown ? [{ ...hit, ...shown }] : []
    })
  }
  const count = (question: string, only: readonly ItemAt[] | null, { fields = searchFields }: SearchOptions): number =>
    answers(
      question,
      searchFields.filter((field) => fields.includes(field)),
      only,
    ).found.length

  /** Every item that answers the question. */
  const places = (question: string): ItemAt[] => answers(question, searchFields, null).found

  return { index, indexAll, search, count, places }
}
