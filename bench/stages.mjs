// What `npm run bench` measures in one thread: each stage over the same bytes as its floor.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { openLedger } from '../dist/output/store/index.js'
import { readDocx } from '../dist/parsers/readers/docx.js'
import { decode } from '../dist/parsers/readers/encoding.js'
import { readHtml } from '../dist/parsers/readers/html.js'
import { parseHtml } from '../dist/parsers/readers/html-dom.js'
import { readMarkdown } from '../dist/parsers/readers/markdown.js'
import { readPdf } from '../dist/parsers/readers/pdf.js'
import { readText } from '../dist/parsers/readers/text.js'
import { readXlsx } from '../dist/parsers/readers/xlsx.js'
import { parseReport, parseTree } from '../dist/pipeline/parse.js'
import { docx, fixturesOf, ledgerMarkdown, ledgerPage, paragraphs, pdf, xlsx } from './documents.mjs'

const each = (files, work) => async () => {
  for (const file of files) await work(file)
}
const sizeOf = (files) => files.reduce((sum, file) => sum + file.length, 0)

const marks = /[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]/g
const onePass = (file) => {
  let found = 0
  for (const _ of decode(file).text.matchAll(marks)) found++
  return found
}

const packages = createRequire(import.meta.url)
const pdfFolder = dirname(packages.resolve('pdfjs-dist/package.json'))
/** The text of a PDF as pdf.js gives it. */
const pdfText = async (bytes) => {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(pdfFolder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(pdfFolder, 'standard_fonts/'),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
  })
  const document = await task.promise
  for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent()
  await task.destroy()
}

/** A ledger of these records, stored anew at each call; and the floor, the rows of it put into tables without keys in one transaction. */
async function storing(records, indexing) {
  const dir = mkdtempSync(join(tmpdir(), 'taizhang-bench-'))
  const path = join(dir, 'bench.db')
  const clear = (file) => {
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  }
  const work = () => {
    clear(path)
    const ledger = openLedger(path, { indexing })
    for (let at = 0; at < records.length; at += 16)
      ledger.batch(() => {
        for (const record of records.slice(at, at + 16)) ledger.put(record, { parserVersion: 'bench', own: true })
      })
    ledger.close()
  }
  work()
  const filled = new Database(path, { readonly: true })
  const tables = filled
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND (sql LIKE '%STRICT%' OR name = 'search_data')")
    .pluck()
    .all()
    .map((name) => ({ name, rows: filled.prepare(`SELECT * FROM ${name}`).raw().all() }))
    .filter(({ rows }) => rows.length > 0)
  const bytes = filled.pragma('page_count', { simple: true }) * filled.pragma('page_size', { simple: true })
  filled.close()
  const raw = join(dir, 'raw.db')
  const floor = () => {
    clear(raw)
    const db = new Database(raw)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.transaction(() => {
      for (const { name, rows } of tables) {
        db.exec(`CREATE TABLE ${name} (${rows[0].map((_, column) => `c${column}`).join(', ')})`)
        const insert = db.prepare(`INSERT INTO ${name} VALUES (${rows[0].map(() => '?').join(', ')})`)
        for (const row of rows) insert.run(row)
      }
    })()
    db.close()
  }
  return { work, floor, bytes, end: () => rmSync(dir, { recursive: true, force: true }) }
}

/** The stages, each with its bytes, its work, the name of its floor and the floor. `end` clears up. */
export async function stages(files) {
  const html = fixturesOf('report.html')
  const markdown = fixturesOf('report.md')
  const [longHtml, longMarkdown] = [[ledgerPage(500)], [ledgerMarkdown(500)]]
  const texts = paragraphs(60)
  const [word, sheet, portable] = [docx(texts), new Uint8Array(await xlsx(texts)), pdf(texts).bytes]
  const records = []
  for (const [index, file] of files.entries()) records.push((await parseReport(file, `report-${index}.txt`)).report)
  const plain = await storing(records, false)
  const whole = await storing(records, true)
  const decoding = (file) => decode(file).text.length
  const dom = (file) => parseHtml(decode(file).text).children.length
  const parse = (read) => (file) => parseTree(read(file), file, 'bench')
  const stage = (name, over, work, floorName, floor) => ({
    name,
    bytes: sizeOf(over),
    work: each(over, work),
    floorName,
    floor: each(over, floor),
  })
  const all = [
    stage('text: decode', files, decoding, 'TextDecoder', (file) => new TextDecoder().decode(file).length),
    stage('text: bytes to record', files, parse(readText), 'decode and one regex pass', onePass),
    stage('html fixtures: to blocks', html, readHtml, 'the DOM alone', dom),
    stage('html, a long ledger: to blocks', longHtml, readHtml, 'the DOM alone', dom),
    stage('html fixtures: bytes to record', html, parse(readHtml), 'the DOM alone', dom),
    ...(markdown.length > 0 ? [stage('markdown fixtures: to blocks', markdown, readMarkdown, 'decode', decoding)] : []),
    stage('markdown, a long ledger: to blocks', longMarkdown, readMarkdown, 'decode', decoding),
    stage('docx: to blocks', [word], readDocx, 'unzip', (file) => unzipSync(file)),
    stage('xlsx: to blocks', [sheet], readXlsx, 'unzip', (file) => unzipSync(file)),
    stage('pdf: to blocks', [portable], readPdf, "pdf.js's text", pdfText),
    { name: 'store: rows alone', bytes: sizeOf(files), work: plain.work, floorName: 'raw inserts', floor: plain.floor },
    {
      name: 'store: rows, search and links',
      bytes: sizeOf(files),
      work: whole.work,
      floorName: 'raw inserts',
      floor: whole.floor,
    },
  ]
  const end = () => {
    plain.end()
    whole.end()
  }
  const sizes = [
    { name: 'ledger without search and links', ratio: plain.bytes / sizeOf(files) },
    { name: 'ledger', ratio: whole.bytes / sizeOf(files) },
  ]
  return { all, sizes, end }
}
