/** The rows of a ledger, from one database into another. */
import type { Database } from './database.js'
import type { Table } from './postgres/ddl.js'
import { keepCopiedGrams } from './postgres/grams.js'
import { searcher } from './search.js'

/** Takes over every row as it is, but that no report is in the index yet, which each database makes for itself. Gives the numbers of those that were. */
export const copyTables = (from: Database, to: Database, tables: readonly Table[]): number[] => {
  const indexed: number[] = []
  for (const { name, columns } of tables) {
    for (const row of from.ask(`SELECT ${columns.join(', ')} FROM ${name}`, [])) {
      if (name === 'reports' && row.indexed === 1) indexed.push(Number(row.report))
      to.insert(name, name === 'reports' && 'indexed' in row ? { ...row, indexed: 0 } : row)
    }
  }
  return indexed
}

/** Reports that are put into the index in one transaction. */
const INDEXED_TOGETHER = 100

/** Puts the reports into the index of a database into which their rows were copied, and makes what else a database keeps for itself. */
export const indexCopied = (to: Database, reports: readonly number[]): void => {
  if (to.dialect === 'postgres') to.transaction(() => keepCopiedGrams(to)).immediate()
  const { indexAll } = searcher(to)
  for (let at = 0; at < reports.length; at += INDEXED_TOGETHER)
    to.transaction(() => indexAll(reports.slice(at, at + INDEXED_TOGETHER))).immediate()
}
