/** The store's database in Postgres. */
import type { Database, Statement, Transaction } from '../database.js'
import { SCHEMA_VERSION } from '../schema.js'
import { type Cell, LedgerError } from '../types.js'
import { type Bridge, PostgresError } from './bridge.js'
import type { Answer, Query } from './protocol.js'
import { signatureOf, template, type Value, written } from './translate.js'

type Row = Record<string, Cell>

/** Rows that are fetched at a time of a long answer. */
const FETCHED = 2_000
/** Rows of a table that may wait to be put in together. */
const WAITING = 1_000

/** Tables whose rows others refer to, each after those that it refers to itself: these go first. */
const PARENTS = [
  'reports',
  'sources',
  'bodies',
  'measures',
  'terms',
  'moments',
  'named_places',
  'grounds',
  'failures',
  'corrections',
  'stored_items',
  'stored_deadlines',
]

/**
 * Every writer begins with this: there is one at a time, as in SQLite, and it is counted. Where another process has brought the ledger to a later
 * schema meanwhile, this divides by zero, and nothing is written.
 */
const BEGIN_WRITING = ['BEGIN', `UPDATE ledger_state SET changes = changes + 1 / (version = ${SCHEMA_VERSION})::int`]
const BEGIN_READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ'

/**
 * What goes to the server, in its order. Statements whose answer nobody waits for, and rows, are kept until one is asked whose answer
 * is wanted, and go with it.
 */
class Line {
  readonly #bridge: Bridge
  #waiting: Query[] = []
  readonly #rows = new Map<string, { columns: string[]; rows: object[] }>()
  #count = 0
  /** Statements that were run before, by their text: the server keeps them under these names. */
  readonly #names = new Map<string, string>()
  #last = 0

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }
  insert(table: string, key: object, rest: object): void {
    const row = { ...key, ...rest }
    const own = this.#rows.get(table)
    if (own) own.rows.push(row)
    else this.#rows.set(table, { columns: Object.keys(row), rows: [row] })
    if (++this.#count >= WAITING) this.send()
  }
  post(query: Query): void {
    this.#putRows()
    this.#waiting.push(this.#named(query))
  }
  ask(...queries: Query[]): Answer[] {
    this.#putRows()
    const all = [...this.#waiting, ...queries.map((query) => this.#named(query))]
    this.#waiting = []
    return this.#bridge.ask(all).slice(-queries.length)
  }
  /** Sends what waits. */
  send(): void {
    this.#putRows()
    const all = this.#waiting
    this.#waiting = []
    if (all.length > 0) this.#bridge.ask(all)
  }
  /** Forgets what was not sent yet. */
  drop(): void {
    this.#waiting = []
    this.#rows.clear()
    this.#count = 0
  }
  #putRows(): void {
    if (this.#count === 0) return
    for (const table of new Set([...PARENTS, ...this.#rows.keys()])) {
      const { columns = [], rows = [] } = this.#rows.get(table) ?? {}
      if (rows.length === 0) continue
      const names = columns.join(', ')
      const text = `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1::json)`
      this.#waiting.push(this.#named({ text, values: [JSON.stringify(rows)] }))
    }
    this.#rows.clear()
    this.#count = 0
  }
  #named(query: Query): Query {
    if (!query.values) return query
    const known = this.#names.get(query.text)
    if (known === undefined) this.#names.set(query.text, '')
    else if (known === '') this.#names.set(query.text, `s${++this.#last}`)
    const name = this.#names.get(query.text)
    return name ? { ...query, name } : query
  }
}

const objectsOf = ({ columns, rows }: Answer): Row[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])))

type Shape = 'object' | 'raw' | 'pluck'
const shaped = (answer: Answer, shape: Shape): unknown[] => {
  switch (shape) {
    case 'object':
      return objectsOf(answer)
    case 'raw':
      return answer.rows
    case 'pluck':
      return answer.rows.map(([first]) => first)
  }
}

const isQuestion = (sql: string): boolean => /^\s*(?:select|with|values)\b/i.test(sql)

/** What a statement says, written for values of these types; made once for each kind of them. */
const writer = (sql: string): ((params: readonly unknown[]) => Query) => {
  const made = template(sql)
  // Postgres has no text with a NUL in it: what asks for one finds nothing.
  const said = isQuestion(sql) ? (value: Value) => (typeof value === 'string' ? value.replaceAll('\0', '\ufffe') : value) : null
  const texts = new Map<string, string>()
  return (params) => {
    const [first] = params
    const given: Value[] = made.names
      ? made.names.map((name) => ((first ?? {}) as Record<string, Value>)[name] ?? null)
      : ((Array.isArray(first) ? first : params) as Value[])
    const values = said ? given.map(said) : given
    const signature = signatureOf(values)
    let text = texts.get(signature)
    if (text === undefined) {
      text = written(made, values)
      texts.set(signature, text)
    }
    return { text, values }
  }
}

export interface PostgresDatabase extends Database {
  /** Runs a statement in Postgres's own words, with its parameters; in a transaction as a part of it. */
  native(text: string, values: unknown[]): Answer
  /** Does the work in one transaction that begins so, whatever the schema of the ledger is. */
  whole<R>(begin: readonly string[], work: () => R): R
}

export const postgresDatabase = (bridge: Bridge, readonly: boolean): PostgresDatabase => {
  const line = new Line(bridge)
  let depth = 0
  let cursors = 0
  /** Changes of this connection, which are none of another's. */
  let own = 0

  const statement = (shape: Shape, write: (params: readonly unknown[]) => Query): Statement => {
    const rows = (params: readonly unknown[]): unknown[] => {
      const [answer] = line.ask(write(params))
      return answer ? shaped(answer, shape) : []
    }
    return {
      all: (...params) => rows(params),
      get: (...params) => rows(params)[0],
      many: (all) => (all.length === 0 ? [] : line.ask(...all.map(write)).map((answer) => shaped(answer, shape))),
      iterate: (...params) => rows(params)[Symbol.iterator](),
      run: (...params) => {
        if (depth > 0) line.post(write(params))
        else line.ask(write(params))
      },
      pluck: () => statement('pluck', write),
      raw: () => statement('raw', write),
    }
  }

  const within = <R>(begin: readonly string[], end: string, undo: readonly string[], work: () => R): R => {
    depth++
    try {
      for (const text of begin) line.post({ text })
      const result = work()
      line.ask({ text: end })
      return result
    } catch (error) {
      line.drop()
      try {
        line.ask(...undo.map((text) => ({ text })))
      } catch {
        // The connection itself is gone: the first error tells.
      }
      throw error
    } finally {
      depth--
    }
  }
  const writing = <R>(work: () => R): R => {
    if (depth > 0) return part(work)
    own++
    try {
      return within(BEGIN_WRITING, 'COMMIT', ['ROLLBACK'], work)
    } catch (error) {
      own--
      throw error
    }
  }
  const part = <R>(work: () => R): R => {
    const name = `part_${depth}`
    return within([`SAVEPOINT ${name}`], `RELEASE ${name}`, [`ROLLBACK TO ${name}`, `RELEASE ${name}`], work)
  }

  /** A long answer, part by part. */
  function* fetched(query: Query): IterableIterator<Row> {
    const name = `answer_${++cursors}`
    const fetch = { text: `FETCH ${FETCHED} FROM ${name}` }
    let [, answer] = line.ask({ ...query, text: `DECLARE ${name} CURSOR FOR ${query.text}` }, fetch)
    try {
      while (answer && answer.rows.length > 0) {
        yield* objectsOf(answer)
        if (answer.rows.length < FETCHED) return
        ;[answer] = line.ask(fetch)
      }
    } finally {
      line.post({ text: `CLOSE ${name}` })
    }
  }

  const changes = (): number => Number(line.ask({ text: 'SELECT changes FROM ledger_state', values: [] })[0]?.rows[0]?.[0] ?? 0)

  return {
    dialect: 'postgres',
    readonly,
    prepare: (sql: string) => statement('object', writer(sql)) as never,
    exec: (sql) => void line.ask({ text: sql }),
    transaction: <A extends unknown[], R>(work: (...args: A) => R): Transaction<A, R> =>
      Object.assign(
        (...args: A): R =>
          depth > 0 ? part(() => work(...args)) : within([BEGIN_READING], 'COMMIT', ['ROLLBACK'], () => work(...args)),
        { immediate: (...args: A): R => writing(() => work(...args)) },
      ),
    insert: (table, key, rest = {}) => line.insert(table, key, rest),
    ask: (sql, params) => {
      if (!isQuestion(sql)) throw new LedgerError('bad_query', 'Only statements that read are run here.')
      const query = writer(sql)(params)
      try {
        if (depth > 0) return fetched(query)
        const [, answer] = line.ask({ text: `${BEGIN_READING} READ ONLY` }, query, { text: 'COMMIT' })
        return objectsOf(answer ?? { columns: [], rows: [], count: 0 })[Symbol.iterator]()
      } catch (error) {
        if (depth === 0) line.ask({ text: 'ROLLBACK' })
        if (!(error instanceof PostgresError) || !/^(?:42|25006)/.test(error.code)) throw error
        throw new LedgerError('bad_query', error.message, { cause: error })
      }
    },
    stamp: () => changes() - own,
    state: () => String(changes()),
    // The server looks after its own pages, and refuses rows that refer to none.
    damage: () => [],
    renumber: (tables) => {
      for (const { name, numbered } of tables)
        if (numbered)
          line.ask({
            text: `SELECT setval(pg_get_serial_sequence('${name}', '${numbered}'), (SELECT max(${numbered}) FROM ${name})) WHERE EXISTS (SELECT 1 FROM ${name})`,
          })
    },
    // The server does so by itself.
    tidy: () => {},
    whole: (begin, work) => within(['BEGIN', ...begin], 'COMMIT', ['ROLLBACK'], work),
    native: (text, values) => line.ask({ text, values })[0] ?? { columns: [], rows: [], count: 0 },
    close: () => bridge.close(),
  }
}
