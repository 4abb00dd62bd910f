/** Names in a filter that the ledger holds nothing of: an answer of no rows would hide a slip of the hand. */
import type Database from 'better-sqlite3'
import { itemsOfUnits, ofRegion, Where } from './filters.js'
import type { Cell, ItemFilter, UnknownName } from './types.js'

const SUGGESTED = 3
/** From this share of common letters on, a name is like another. */
const LIKE = 0.4

/** 河南省鹤壁市浚县 is 河南省, 鹤壁市 and 浚县; a path its folders. */
const partsOf = (name: string): string[] => [name, ...name.split(/(?<=[省市区县州盟旗])|[/\\]/)].filter(Boolean)

/** Share of the letters that both have (Dice). */
const likeness = (a: string, b: string): number => {
  const rest = [...b]
  let common = 0
  for (const letter of a) {
    const at = rest.indexOf(letter)
    if (at < 0) continue
    rest.splice(at, 1)
    common++
  }
  return (2 * common) / (a.length + b.length)
}

const mostLike = (name: string, known: readonly string[]): string[] =>
  known
    .map((one) => ({ one, share: Math.max(...partsOf(one).map((part) => likeness(name, part))) }))
    .filter(({ share }) => share >= LIKE)
    .sort((a, b) => b.share - a.share || a.one.length - b.one.length || (a.one < b.one ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ one }) => one)

export const unknowns = (db: Database.Database, hasReport: (name: string) => boolean) => {
  const some = (sql: string, params: readonly Cell[]): boolean => db.prepare<Cell[]>(sql).get(...params) !== undefined
  const names = (sql: string): string[] => db.prepare<[], string>(sql).pluck().all()

  const hasRegion = (region: string): boolean => {
    const where = new Where()
    ofRegion(where, [region])
    return some(`SELECT 1 FROM reports r ${where} LIMIT 1`, where.params)
  }
  const hasUnit = (unit: string): boolean => {
    const { sql, params } = itemsOfUnits([unit], undefined)
    return some(`SELECT 1 FROM (${sql}) LIMIT 1`, params)
  }
  const lacking = (what: UnknownName['what'], asked: readonly string[], has: (name: string) => boolean, known: string) =>
    asked.filter((name) => !has(name)).map((name): UnknownName => ({ what, name, like: mostLike(name, names(known)) }))

  return (filter: ItemFilter): UnknownName[] => [
    ...lacking(
      'report',
      filter.report === undefined ? [] : [filter.report].flat(),
      hasReport,
      'SELECT name FROM names UNION SELECT key FROM reports WHERE current = 1 ORDER BY 1',
    ),
    ...lacking(
      'region',
      filter.regions ?? [],
      hasRegion,
      'SELECT DISTINCT region FROM reports WHERE region IS NOT NULL ORDER BY 1',
    ),
    ...lacking(
      'unit',
      filter.units ?? [],
      hasUnit,
      'SELECT ifnull(full_name, name) FROM parties UNION SELECT name FROM parties ORDER BY 1',
    ),
  ]
}
