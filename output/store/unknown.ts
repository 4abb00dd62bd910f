/** Names in a filter that the ledger holds nothing of: an answer of no rows would hide a slip of the hand. */
import type { Database } from './database.js'
import { formsOf, itemsOfUnits, ofRegion, Where } from './filters.js'
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

/** A name that the ledger holds, and how it is shown: a report is known by its title too, and named by its key. */
interface KnownName {
  name: string
  shown: string
}

const mostLike = (name: string, known: readonly KnownName[]): string[] =>
  known
    .map(({ name: one, shown }) => ({ one: shown, share: Math.max(...partsOf(one).map((part) => likeness(name, part))) }))
    .filter(({ share }) => share >= LIKE)
    .sort((a, b) => b.share - a.share || a.one.length - b.one.length || (a.one < b.one ? -1 : 1))
    .slice(0, SUGGESTED)
    .map(({ one }) => one)

export const unknowns = (db: Database, hasReport: (name: string) => boolean) => {
  const some = (sql: string, params: readonly Cell[]): boolean => db.prepare<Cell[]>(sql).get(...params) !== undefined
  const names = (sql: string) => db.prepare<[], KnownName>(sql).all()

  const hasRegion = (region: string): boolean => {
    const where = new Where()
    ofRegion(where, [region])
    return some(`SELECT 1 FROM reports r ${where} LIMIT 1`, where.params)
  }
  const corrected = db.prepare("SELECT 1 FROM overlays WHERE field IN ('lead_units', 'responsible_units') LIMIT 1")
  const named = db.prepare<[string]>(
    `SELECT 1 FROM json_each(?) f WHERE EXISTS (SELECT 1 FROM bodies b WHERE (instr(b.name, f.value) > 0 OR instr(b.full_name, f.value) > 0)
       AND EXISTS (SELECT 1 FROM stored_parties p WHERE p.body = b.body)) LIMIT 1`,
  )
  const hasUnit = (unit: string): boolean => {
    // The names alone are looked through far faster than their rows; a person may have put another body in a row's place.
    if (!corrected.get()) return named.get(JSON.stringify(formsOf(unit))) !== undefined
    const { sql, params } = itemsOfUnits([unit], undefined)
    return some(`SELECT 1 FROM (${sql}) one LIMIT 1`, params)
  }
  const lacking = (what: UnknownName['what'], asked: readonly string[], has: (name: string) => boolean, known: string) =>
    asked.filter((name) => !has(name)).map((name): UnknownName => ({ what, name, like: mostLike(name, names(known)) }))

  return (filter: ItemFilter): UnknownName[] => [
    ...lacking(
      'report',
      filter.report === undefined ? [] : [filter.report].flat(),
      hasReport,
      `SELECT name, name AS shown FROM names UNION SELECT key, key FROM reports WHERE current = 1
       UNION SELECT title, key || ' (' || title || ')' FROM reports WHERE current = 1 AND title IS NOT NULL ORDER BY 1, 2`,
    ),
    ...lacking(
      'region',
      filter.regions ?? [],
      hasRegion,
      'SELECT DISTINCT region AS name, region AS shown FROM reports WHERE region IS NOT NULL ORDER BY 1',
    ),
    ...lacking(
      'unit',
      filter.units ?? [],
      hasUnit,
      `SELECT name, name AS shown FROM (SELECT ifnull(full_name, name) AS name, body FROM bodies UNION SELECT name, body FROM bodies) b
       WHERE EXISTS (SELECT 1 FROM stored_parties p WHERE p.body = b.body) GROUP BY name ORDER BY 1`,
    ),
  ]
}
