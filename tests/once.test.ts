import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ledger, openLedger } from '../output/store/index.js'
import { askedFor, fieldWords, isOneWord, searchWords, wordsOf } from '../output/store/letters.js'
import { partsOf, quoter } from '../output/store/once.js'
import { APPLICATION_ID, migrations } from '../output/store/schema.js'
import { defineFunctions } from '../output/store/sqlite.js'
import { parseReport } from '../pipeline/parse.js'
import type { Report } from '../pipeline/record.js'
import { plainReport, sampleReport } from './helpers/record.js'

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

describe('words in front of a place', () => {
  it('are given by it only where SQL finds the same there', () => {
    const db = new Database(':memory:')
    const slice = db.prepare('SELECT substr(?, ?, ?)').pluck()
    fc.assert(
      fc.property(anyText, fc.nat(20_000), fc.integer({ min: 1, max: 8 }), fc.nat(60), (text, from, length, gap) => {
        const parts = partsOf(text)
        const words = text.slice(from, from + length)
        const place = Math.min(text.length, from + length + gap)
        const back = words === '' ? null : quoter(parts).before(words, place, 120)
        if (back === null) return
        expect(back).toBeLessThanOrEqual(120)
        const [at, part] = parts.filter(([begin]) => begin <= place).at(-1) ?? [0, '']
        expect(slice.get(part, place - back - at + 1, words.length)).toBe(words)
      }),
    )
    db.close()
  })

  it('are found within reach and in the same part', () => {
    const quotes = quoter([
      [0, '污水管网长3公里，投资'],
      [12, '管网'],
    ])
    expect(quotes.before('污水管网', 5, 120)).toBe(5)
    expect(quotes.before('污水管网', 5, 4)).toBeNull()
    expect(quotes.before('污水管网', 12, 120)).toBeNull()
    expect(quotes.before('管网', 2, 120)).toBeNull()
  })
})

describe('the size of a ledger', () => {
  it.each([900, 3_000, 9_000, 40_000])('has little beside the text, of %i bytes a report', (bytes) => {
    const db = new Database(':memory:')
    db.exec(
      migrations
        .join('')
        .match(/CREATE TABLE document_parts[^;]*;/)?.[0]
        .replace('REFERENCES reports ON DELETE CASCADE', '') ?? '',
    )
    const add = db.prepare('INSERT INTO document_parts VALUES (?, ?, ?)')
    let stored = 0
    for (let report = 1; report <= 300; report++) {
      let text = ''
      for (let line = 0; Buffer.byteLength(text) < bytes * (0.5 + (report % 10) / 10); line++)
        text += `${line}.${'整改措施到位'.repeat(1 + ((report * 7 + line * 13) % 9))}。\n`
      for (const [start, part] of partsOf(text)) add.run(report, start, part)
      stored += Buffer.byteLength(text)
    }
    const pages = Number(db.pragma('page_count', { simple: true })) * 4096
    expect(pages / stored).toBeLessThan(1.25)
    db.close()
  })

  it('is what it can be after a large run, which a small one is not worth', () => {
    const path = join(dir, 'tidy.db')
    const db = ledger(path)
    const pages = () =>
      [...db.query('SELECT page_count AS pages, freelist_count AS free FROM pragma_page_count, pragma_freelist_count')][0]
    const places = ['东街', '西街', '南街', '北街', '中街', '新街']
    for (let n = 0; n < 120; n++) {
      const items = places.map((place) => ({
        problem: `第${n}号地${place}排水不畅。`,
        due: '2024-06-30',
        lead: `第${n}管理所`,
      }))
      db.put(plainReport({ source: `${n}.txt`, salt: String(n), items }), { parserVersion: '1' })
    }
    const before = pages()
    db.tidy()
    const after = pages()
    expect(Number(after?.pages)).toBeLessThan(Number(before?.pages))
    expect(db.faults()).toEqual([])
    for (let n = 0; n < 30; n++) db.remove(`${n}.txt`)
    const less = pages()
    expect(Number(less?.free)).toBeGreaterThan(0)
    db.tidy()
    expect(pages()).toEqual(less)
  })
})

/** Tables of schema 5 to 7 that hold their rows otherwise today, with what tells these apart in an item. */
const otherwise: Record<string, string> = {
  stored_actions: 'action',
  stored_parties: 'party',
  stored_quantities: 'quantity',
  stored_dates: 'date',
}
/** What columns are given that are gone since, or made anew. */
const given: Record<string, string> = { grams: "'[]'", indexed: '0' }
/** Columns of the former that held what the view shows. */
const shown = new Set(['label', 'kind', 'subject', 'span_end', 'start_date', 'end_date', 'precision', 'relation'])

/** A ledger as this many migrations made it, with the rows that the program of today stores of these reports. */
const earlier = (path: string, version: number, reports: readonly Report[]): void => {
  const today = ledger(`${path}.today`)
  for (const report of reports) today.put(report, { parserVersion: '1' })
  today.close()
  const db = new Database(path)
  defineFunctions(db)
  db.pragma('foreign_keys = OFF')
  for (const sql of migrations.slice(0, version)) db.exec(sql)
  db.exec(`ATTACH '${path}.today' AS filled`)
  const columnsOf = (schema: string, table: string) =>
    db.prepare('SELECT name FROM pragma_table_info(?, ?)').pluck().all(table, schema) as string[]
  const tables = db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'").pluck().all()
  db.exec('DELETE FROM main.reports')
  // The numbers of the index come with it.
  for (const table of (tables as string[]).filter((one) => one !== 'search_numbers')) {
    const key = otherwise[table]
    const known = new Set(['grams', ...columnsOf('filled', table), ...(key ? shown : [])])
    const columns = columnsOf('main', table).filter((column) => known.has(column))
    const values = columns.map((column) => given[column] ?? `${key && shown.has(column) ? 'v' : 's'}.${column}`)
    const view = key
      ? `JOIN filled.${table.slice('stored_'.length)} v ON (v.report, v.item, v.${key}) = (s.report, s.item, s.${key})`
      : ''
    if (columns.length > 0)
      db.exec(`INSERT OR IGNORE INTO main.${table} (${columns.join()}) SELECT ${values.join()} FROM filled.${table} s ${view}`)
  }
  db.exec('DETACH filled')
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${version}`)
  db.close()
}

const linked = (db: Ledger): unknown[] =>
  ['links ORDER BY link', 'threads ORDER BY report, item', 'fingerprints ORDER BY gram, area, report'].map((rows) => [
    ...db.query(`SELECT * FROM ${rows}`),
  ])

/** What is told by its place, of a report without characters that SQL counts otherwise. */
const placed = (db: Ledger): unknown[] =>
  [
    'label, text, words_from, words_length, span_end FROM stored_actions',
    'title, title_from, title_length FROM stored_refs',
    'subject, subject_back, subject_length FROM stored_quantities',
  ].map((rows) => [...db.query(`SELECT report, item, ${rows} WHERE report = 1 ORDER BY item, 3`)])

describe('a ledger of an earlier schema', () => {
  it.each([2, 3, 4, 5, 6, 7])('keeps every record: %i', async (version) => {
    const bytes = Buffer.from(
      '某县整改清单\n1.𠀀河畔村污水直排。\n责任单位：县水利局\n整改措施：1.治理𠀀河；2.建成管网3公里。\n整改时限：2024年6月底\n',
    )
    const { report } = await parseReport(bytes, 'astral.txt')
    const again = await parseReport(Buffer.from(`${bytes}\n（续）`), 'again.txt')
    const reports = [sampleReport(), report, again.report]
    const path = join(dir, `${version}.db`)
    earlier(path, version, reports)
    const db = ledger(path)
    for (const one of reports) expect(db.report(one.document.id)).toEqual(one)
    expect(db.index()).toBe(3)
    // What schema 7 knew of links is there without making them anew.
    if (version === 7) {
      expect(linked(db)).toEqual(linked(ledger(`${path}.today`)))
      expect(placed(db)).toEqual(placed(ledger(`${path}.today`)))
    }
    db.link({ anew: true })
    expect(db.search('河畔村').map(({ problem }) => problem)).toEqual(
      [...report.items, ...again.report.items].map(({ problem }) => problem.text),
    )
    expect(db.faults()).toEqual([])
    expect(linked(db)).toEqual(linked(ledger(`${path}.today`)))
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
