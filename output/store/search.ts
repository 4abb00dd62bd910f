/** Full text over items: the FTS5 index, and for words that the splitter cut otherwise the letters themselves. */
import type Database from 'better-sqlite3'
import { fold } from '../../parsers/text/fold.js'
import type { Span } from '../../parsers/tree.js'
import type { ActionRow, ItemRow, PartyRow } from './rows.js'
import { ITEM_BITS } from './schema.js'
import { bestSplitter, type Splitter, splitterNamed } from './split.js'
import { LedgerError, type SearchField, type SearchHit, type SearchOptions, searchFields } from './types.js'

const MAX_WORDS = 16
const MAX_QUERY_LENGTH = 400
const DEFAULT_LIMIT = 20
/** Characters shown before and after the first match. */
const SNIPPET_BEFORE = 20
const SNIPPET_LENGTH = 100
/** The rank's weight of each field, in their order. */
const weights = [4, 2, 1, 1, 2]

/** One spelling for search; as long as the text, so offsets stay. */
const plain = (text: string): string => fold(text).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

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

/** A word of the question and how the splitter cuts it. */
interface Term {
  term: string
  tokens: string[]
}

/** The passage that shows most of the words, cut to a readable length around the first of them. */
const snippetOf = (candidates: readonly Passage[], terms: readonly Term[]) => {
  let best: { passage: Passage; words: string[]; shown: number } | undefined
  for (const passage of candidates) {
    const text = plain(passage.text)
    const whole = terms.filter(({ term }) => text.includes(term))
    const parts = terms.flatMap(({ term, tokens }) => (text.includes(term) ? [] : tokens.filter((t) => text.includes(t))))
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

type Found = Pick<SearchHit, 'field' | 'snippet' | 'marks' | 'span' | 'score'> & { report: number; item: number }

export const searcher = (db: Database.Database) => {
  db.function('plain_text', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? plain(text) : null))
  const remembered = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'splitter'").pluck()
  const remember = db.prepare<[string]>("INSERT OR REPLACE INTO meta VALUES ('splitter', ?)")
  const pending = db.prepare<[], number>('SELECT report FROM reports WHERE indexed = 0 ORDER BY report').pluck()
  const itemsOf = db.prepare<[number], ItemRow>('SELECT * FROM items WHERE report = ? ORDER BY item')
  const itemRow = db.prepare<[number, number], ItemRow>('SELECT * FROM items WHERE report = ? AND item = ?')
  const actionsOf = db.prepare<[number, number], ActionRow>(
    'SELECT * FROM actions WHERE report = ? AND item = ? ORDER BY action',
  )
  const partiesOf = db.prepare<[number, number], PartyRow>('SELECT * FROM parties WHERE report = ? AND item = ? ORDER BY party')

  const passagesOf = (row: ItemRow) => passages(row, actionsOf.all(row.report, row.item), partiesOf.all(row.report, row.item))

  /** The splitter that the index was made with; where this machine lacks it, the index starts anew with the best that there is. */
  const settle = db.transaction((): Splitter => {
    const name = remembered.get()
    const known = name === undefined ? null : splitterNamed(name)
    if (known) return known
    const splitter = bestSplitter()
    db.exec("INSERT INTO search (search) VALUES ('delete-all'); UPDATE reports SET indexed = 0")
    remember.run(splitter.name)
    return splitter
  })

  const indexReport = (splitter: Splitter) => {
    const insert = db.prepare<(string | number)[]>(
      `INSERT INTO search (rowid, ${searchFields.join(', ')}) VALUES ((? << ${ITEM_BITS}) + ?, ?, ?, ?, ?, ?)`,
    )
    const done = db.prepare<[number]>('UPDATE reports SET indexed = 1 WHERE report = ? AND indexed = 0')
    return db.transaction((report: number): number => {
      if (done.run(report).changes === 0) return 0
      for (const row of itemsOf.all(report)) {
        const all = passagesOf(row)
        const words = searchFields.map((field) =>
          all.flatMap((p) => (p.field === field ? splitter.split(plain(p.text)) : [])).join(' '),
        )
        insert.run(report, row.item, ...words)
      }
      return 1
    })
  }

  const index = (): number => {
    const waiting = pending.all()
    const name = remembered.get()
    if (waiting.length === 0 && (name === undefined || splitterNamed(name))) return 0
    const one = indexReport(settle.immediate())
    return pending.all().reduce((sum, report) => sum + one.immediate(report), 0)
  }

  /** An index that cannot be written just now is no reason not to search: what is not in it is found by the letters. */
  const indexIfFree = () => {
    try {
      index()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (!/^SQLITE_(READONLY|BUSY)/.test(code)) throw error
    }
  }

  /** Items by the index, best first. */
  const byIndex = (tokens: readonly string[], fields: readonly SearchField[], report: number | null, limit: number) => {
    const match = `{${fields.join(' ')}} : (${tokens.map((t) => `"${t.replaceAll('"', '""')}"`).join(' AND ')})`
    return db
      .prepare<(string | number | null)[], { report: number; item: number; score: number }>(
        `SELECT rowid >> ${ITEM_BITS} AS report, rowid & ${2 ** ITEM_BITS - 1} AS item, -bm25(search, ${weights.join(', ')}) AS score
         FROM search WHERE search MATCH ? AND (? IS NULL OR rowid >> ${ITEM_BITS} = ?) ORDER BY score DESC, rowid LIMIT ?`,
      )
      .all(match, report, report, limit)
  }

  /** Reports in whose words or parties every term occurs, by the letters. */
  const byLetters = (terms: readonly string[], report: number | null): number[] => {
    const has = terms.map((term) => {
      const column = (name: string) => (/^\p{Script=Han}+$/u.test(term) ? name : `plain_text(${name})`)
      return `(instr(${column('d.text')}, ?) OR EXISTS (SELECT 1 FROM parties p WHERE p.report = d.report AND instr(${column('ifnull(p.full_name, p.name)')}, ?)))`
    })
    return db
      .prepare<(string | number | null)[], number>(
        `SELECT d.report FROM documents d WHERE (? IS NULL OR d.report = ?) AND ${has.join(' AND ')} ORDER BY d.report`,
      )
      .pluck()
      .all(report, report, ...terms.flatMap((term) => [term, term]))
  }

  const search = (
    words: string,
    report: number | null,
    { fields = searchFields, limit = DEFAULT_LIMIT }: SearchOptions,
  ): Found[] => {
    if (words.length > MAX_QUERY_LENGTH)
      throw new LedgerError('bad_query', `Search for at most ${MAX_QUERY_LENGTH} characters.`)
    const terms = [...new Set(plain(words).split(/\s+/u).filter(Boolean))].slice(0, MAX_WORDS)
    const wanted = searchFields.filter((field) => fields.includes(field))
    if (terms.length === 0 || wanted.length === 0 || limit <= 0) return []
    if (!db.readonly) indexIfFree()
    const name = remembered.get()
    const splitter = name === undefined ? null : splitterNamed(name)
    const cut = terms.map((term): Term => ({ term, tokens: splitter ? splitter.split(term) : [] }))
    const tokens = [...new Set(cut.flatMap((c) => c.tokens))]
    const found: Found[] = []
    const add = (row: ItemRow, all: readonly Passage[], score: number) => {
      const shown = snippetOf(all, cut)
      if (shown) found.push({ report: row.report, item: row.item, score, ...shown })
    }
    const seen = new Set<string>()
    for (const hit of tokens.length === 0 ? [] : byIndex(tokens, wanted, report, limit)) {
      const row = itemRow.get(hit.report, hit.item)
      if (!row) continue
      seen.add(`${hit.report}#${hit.item}`)
      add(
        row,
        passagesOf(row).filter((p) => wanted.includes(p.field)),
        hit.score,
      )
    }
    for (const candidate of found.length < limit ? byLetters(terms, report) : [])
      for (const row of itemsOf.iterate(candidate)) {
        if (found.length >= limit) return found
        if (seen.has(`${row.report}#${row.item}`)) continue
        const all = passagesOf(row).filter((p) => wanted.includes(p.field))
        const letters = all.map((p) => plain(p.text)).join('\n')
        if (terms.every((term) => letters.includes(term))) add(row, all, 0)
      }
    return found
  }

  return { index, search }
}
