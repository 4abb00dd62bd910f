import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ledger, openLedger } from '../output/store/index.js'
import { askedFor, fieldWords, isOneWord, searchWords, wordsOf } from '../output/store/letters.js'
import { defineParts, partsOf, quoter } from '../output/store/once.js'
import { defineProblemKey } from '../output/store/problem-key.js'
import { APPLICATION_ID, migrations } from '../output/store/schema.js'
import { defineLetters } from '../output/store/sql-letters.js'
import { parseReport } from '../pipeline/parse.js'
import type { Report } from '../pipeline/record.js'
import { sampleReport } from './helpers/record.js'

let dir: string
let opened: Ledger[] = []
const ledger = (path: string): Ledger => {
  const one = openLedger(path)
  opened.push(one)
  return one
}
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-once-'))
})
afterEach(() => {
  for (const one of opened) one.close()
  opened = []
  rmSync(dir, { recursive: true, force: true })
})

const anyText = fc
  .array(fc.constantFrom('水', 'a', '𠀀', '\n', '污水管网', '。', '农村'), { maxLength: 60 })
  .chain((parts) => fc.integer({ min: 1, max: 400 }).map((times) => parts.join('').repeat(times)))

describe('a text in parts', () => {
  it('is the text again, in parts of bounded length that cut no character', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = partsOf(text)
        expect(parts.map(([, part]) => part).join('')).toBe(text)
        let at = 0
        for (const [start, part] of parts) {
          expect(start).toBe(at)
          expect(part.length).toBeLessThanOrEqual(8_000)
          expect(part).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
          at += part.length
        }
      }),
    ))

  it('gives words by their place only where SQL finds the same there', () => {
    const db = new Database(':memory:')
    const slice = db.prepare('SELECT substr(?, ? + 1, ?)').pluck()
    fc.assert(
      fc.property(anyText, fc.nat(40_000), fc.nat(80), (text, from, length) => {
        const parts = partsOf(text)
        const start = Math.min(from, text.length)
        const words = text.slice(start, start + length)
        if (quoter(parts).unless(words, start, start + words.length) !== null) return
        const [at, part] = parts.filter(([begin]) => begin <= start).at(-1) ?? [0, '']
        expect(slice.get(part, start - at, words.length)).toBe(words)
      }),
    )
    db.close()
  })
})

/** A ledger as this many migrations made it, with the rows that the program of today stores of these reports. */
const earlier = (path: string, version: number, reports: readonly Report[]): void => {
  const today = ledger(`${path}.today`)
  for (const report of reports) today.put(report, { parserVersion: '1' })
  today.close()
  const db = new Database(path)
  defineProblemKey(db)
  defineLetters(db)
  defineParts(db)
  db.pragma('foreign_keys = OFF')
  for (const sql of migrations.slice(0, version)) db.exec(sql)
  db.exec(`ATTACH '${path}.today' AS filled`)
  const columnsOf = (schema: string, table: string) =>
    db.prepare('SELECT name FROM pragma_table_info(?, ?)').pluck().all(table, schema) as string[]
  const tables = db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'").pluck().all()
  db.exec('DELETE FROM main.reports')
  for (const table of tables as string[]) {
    const known = new Set(columnsOf('filled', table))
    const columns = columnsOf('main', table).filter((column) => known.has(column))
    if (columns.length > 0)
      db.exec(`INSERT OR IGNORE INTO main.${table} (${columns.join()}) SELECT ${columns.join()} FROM filled.${table}`)
  }
  db.exec('UPDATE main.reports SET indexed = 0; DETACH filled')
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${version}`)
  db.close()
}

describe('a ledger of schema 2, 3 or 4', () => {
  it.each([2, 3, 4])('keeps every record: %i', async (version) => {
    const bytes = Buffer.from(
      '某县整改清单\n1.𠀀河畔村污水直排。\n责任单位：县水利局\n整改措施：1.治理𠀀河；2.建成管网3公里。\n整改时限：2024年6月底\n',
    )
    const { report } = await parseReport(bytes, 'astral.txt')
    const reports = [sampleReport(), report]
    const path = join(dir, `${version}.db`)
    earlier(path, version, reports)
    const db = ledger(path)
    for (const one of reports) expect(db.report(one.document.id)).toEqual(one)
    expect(db.index()).toBe(2)
    db.link({ anew: true })
    expect(db.search('河畔村').map(({ problem }) => problem)).toEqual(report.items.map(({ problem }) => problem.text))
    expect(db.faults()).toEqual([])
    const items = (file: Ledger) => [...file.query('SELECT * FROM item_list ORDER BY report, item')]
    expect(items(db)).toEqual(items(ledger(`${path}.today`)))
  })
})

describe('the words of the index', () => {
  it.each([
    ['污水管网', '污水 水管 管网 网'],
    ['污\n水 PM2.5', '污水 水  PM2.5'.toLowerCase()],
    ['水', '水'],
    ['３个', '3 个'],
  ])('of %s', (text, words) => expect(searchWords(text).trim()).toBe(words))

  it('stand each once behind the number of their field', () => {
    expect(fieldWords(2, '污水、污水管 PM2.5')).toBe('2污水 2水 2水管 2管 2pm2 25')
    // a mark over a letter is part of the word, and unicode61 drops it
    expect(fieldWords(0, 'cafe\u0301 b')).toBe('0cafe\u0301 0b')
    expect(fieldWords(0, '，。')).toBe('')
  })

  it.each([
    ['污水', ['污水'], true],
    ['水', ['水*'], true],
    ['污水管', ['污水', '水管'], false],
    ['pm2', ['pm2*'], true],
    ['pm2.5浓度', ['pm2', '5', '浓度'], false],
  ])('that are asked for %s', (term, asked, whole) => {
    expect(askedFor(term).map(({ word, begins }) => word + (begins ? '*' : ''))).toEqual(asked)
    expect(isOneWord(term)).toBe(whole)
  })

  it('are cut where few items have the pair', () => {
    const items: Record<string, number> = { 农村: 40, 村污: 2, 污水: 90, 水治: 3, 治理: 80, 环境: 50, 境局: 40 }
    const of = (pair: string) => items[pair] ?? 0
    expect(wordsOf('农村污水治理', of)).toEqual(['农村', '污水', '治理'])
    expect(wordsOf('环境局', of)).toEqual(['环境局'])
    expect(wordsOf('污水', of)).toEqual(['污水'])
  })
})
