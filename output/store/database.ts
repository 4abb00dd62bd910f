/**
 * What the store asks of a database. Two do it: SQLite (./sqlite.ts) and Postgres (./postgres/database.ts). The SQL is one text for both; what
 * Postgres says otherwise is put into its words by ./postgres/translate.ts, and what neither of them can say for the other is an operation here.
 */
import type { Cell } from './types.js'

export type Dialect = 'sqlite' | 'postgres'

/** A prepared statement. Parameters are given one by one, or as one object where the statement names them (`@name`). */
export interface Statement<P extends unknown[] = unknown[], R = unknown> {
  all(...params: P): R[]
  get(...params: P): R | undefined
  /** The rows for each of several lists of parameters, which Postgres is asked together. */
  many(params: readonly P[]): R[][]
  iterate(...params: P): IterableIterator<R>
  /** In a transaction on Postgres the statement may run later, at the next one that gives rows or at the end; then its error comes there. */
  run(...params: P): void
  /** Rows are their first column alone. */
  pluck(): Statement<P, R>
  /** Rows are lists. */
  raw(): Statement<P, R>
}

type Bound<P> = P extends unknown[] ? P : [P]

/** Work in one transaction; inside another it is a part of that. */
export interface Transaction<A extends unknown[], R> {
  (...args: A): R
  /** As the only writer, from the first statement on. */
  immediate(...args: A): R
}

export interface Database {
  readonly dialect: Dialect
  readonly readonly: boolean
  prepare<P = unknown[], R = unknown>(sql: string): Statement<Bound<P>, R>
  exec(sql: string): void
  transaction<A extends unknown[], R>(work: (...args: A) => R): Transaction<A, R>
  /**
   * Adds a row. `key` and `rest` together name all columns that have no default; they are two objects because merging them for each of some
   * hundred rows a report costs more than SQLite does. Postgres takes the rows of a table together, before the next statement.
   */
  insert(table: string, key: object, rest?: object): void
  /** A question of a caller: rows are objects. Throws `bad_query` for what is no statement that only reads. */
  ask(sql: string, params: readonly Cell[]): IterableIterator<Record<string, Cell>>
  /** Another value whenever another connection has written. */
  stamp(): number
  /** Another value whenever anybody has written. */
  state(): string
  /** What the database finds wrong with its own pages and references. */
  damage(): { kind: 'database' | 'foreign_key'; message: string }[]
  /** After rows were put in under their own numbers: the next number of each table comes after them. */
  renumber(tables: readonly { name: string; numbered: string | null }[]): void
  /** After a large run: gives back what it has left empty, where the ledger has grown so much that this is worth it. Outside of a transaction. */
  tidy(): void
  close(): void
}
