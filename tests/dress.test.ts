/**
 * Same report, other dress: what is read from a text must be read from the same report as a web page, a Word file, a PDF, Markdown,
 * and, where its items are labelled blocks, as a table with one row an item.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fold } from '../parsers/text/fold.js'
import type { Span } from '../parsers/tree.js'
import { createProcessor, parseReport, type Stage } from '../pipeline/parse.js'
import type { Report } from '../pipeline/record.js'
import { need, type ReportTree } from '../pipeline/tree.js'
import { encode } from './encode.js'
import { buildDocx, paragraph, table } from './helpers/build-docx.js'
import { buildPdf, flowPdf } from './helpers/build-pdf.js'
import { buildXlsx } from './helpers/build-xlsx.js'
import { aboutSchema, compareProjected, type Expected, expectedSchema, project } from './helpers/expected.js'
import { brokenInvariants } from './helpers/invariants.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const fixtures = join(root, 'fixtures')
const reports = join(root, '../shared/reports')
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A report as its lines, and as its items' labelled fields. */
interface Body {
  title: string[]
  lines: string[]
  items: { label: string; headings: string[]; problem: string[]; fields: { label: string; value: string[] }[] }[]
  /** The items are labelled blocks with words of their own in every field. */
  labelled: boolean
}

/** The record of a text, and its lines and items as the parser found them. */
async function read(bytes: Uint8Array, name: string): Promise<{ report: Report; body: Body }> {
  let tree: ReportTree | undefined
  const keep: Stage = () => (done) => {
    tree = done
  }
  const { report } = await parseReport(bytes, name, { processor: createProcessor({ after: { reconcile: [keep] } }) })
  if (!tree) throw new Error('nothing was read')
  return { report, body: bodyOf(tree) }
}

function bodyOf(tree: ReportTree): Body {
  const { text } = need(tree.data.layout, 'layout')
  const raw = need(tree.data.raw, 'raw')
  /** All that stands from the first span to the last, with the bracket that closes behind it. */
  const words = (spans: readonly Span[]): string[] => {
    const end = spans.at(-1)?.[1] ?? 0
    const closing = /^[）】]?[。；]?$/.exec(text.slice(end, text.indexOf('\n', end)))?.[0] ?? ''
    return spans.length === 0 ? [] : `${text.slice(spans[0]?.[0], end)}${closing}`.split('\n')
  }
  const title = tree.data.head?.title?.span
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return {
    title: title ? text.slice(...title).split('\n') : [],
    lines,
    items: raw.map((item) => ({
      label: item.label ? text.slice(...item.label) : '',
      // with their numbers, which tell how deep they are; a category that is a field has no line of its own
      headings: item.fields.some((f) => f.field === 'category') ? [] : item.categories.map(([start]) => lineAt(text, start)),
      problem: words(item.problem),
      fields: item.fields.map((f) => ({ label: f.label || (nameless[f.field] ?? ''), value: words(f.segments) })),
    })),
    labelled:
      tree.data.reading?.by !== 'rows' &&
      raw.every((item) => item.label !== null && item.body.length === 0 && item.problem.length > 0 && item.fields.length > 0),
  }
}

/** A column needs a name where a line had none: （已完成整改） */
const nameless: Readonly<Record<string, string>> = { status: '整改状态', deadline: '整改时限', responsible_unit: '责任单位' }
const lineAt = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at) + 1, `${text}\n`.indexOf('\n', at))

// ---- dresses ----

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** GBK; what it lacks becomes a character reference, as editors of that time wrote it. */
const gbk = (page: string): Uint8Array => {
  const known = new Set([...new Set(page)].filter((char) => isGbk(char)))
  return encode([...page].map((char) => (known.has(char) ? char : `&#${char.codePointAt(0)};`)).join(''), 'gb18030')
}
const isGbk = (char: string): boolean => {
  try {
    encode(char, 'gb18030')
    return true
  } catch {
    return false
  }
}

/** A page of a government's site with what stands around an article there. */
const page = (
  title: string,
  article: string,
): string => `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${escapeHtml(title)}_青溪县人民政府门户网站</title><style>.art p{text-indent:2em}</style></head><body>
<div class="top"><a href="/">网站首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/bsfw/">办事服务</a> | <a href="/hdjl/">互动交流</a></div>
<div class="position">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 公示公告</div>
<h1>${escapeHtml(title)}</h1><div class="info">来源：县政府办　字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>　<a href="javascript:window.print()">打印</a></div>
<div class="art">${article}</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="foot"><p>主办单位：青溪县人民政府办公室</p><p>ICP备12345678号</p><script>var n = 1</script></div></body></html>`

const inHtml = ({ title, lines }: Body): Uint8Array =>
  gbk(
    page(
      title.join(''),
      lines
        .slice(title.length)
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('\n'),
    ),
  )

const inDocx = ({ title, lines }: Body): Uint8Array =>
  buildDocx({ body: lines.map((line) => paragraph(line, title.includes(line) ? { align: 'center', bold: true } : {})) })

const inPdf = ({ title, lines }: Body): Uint8Array =>
  buildPdf(
    flowPdf(
      lines.map((text) => (title.includes(text) ? { text, centered: true, bold: true, size: 22 } : { text })),
      { pageNumber: '- % -' },
    ),
  )

/** Paragraphs between blank lines; what would be a mark of Markdown is escaped. */
const inMarkdown = ({ title, lines }: Body): Uint8Array =>
  utf8(
    [
      `# ${title.join('')}`,
      ...lines
        .filter((line) => !title.includes(line))
        .map((line) =>
          line
            .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
            .replace(/^(\d+)([.)])/, '$1\\$2')
            .replace(/^[-+=]/, '\\$&'),
        ),
    ].join('\n\n'),
  )

type Row = { heading: string } | { cells: string[][] }

/** The fields as columns: one row an item, the headings in rows of full width. A label that an item has twice stands in two columns. */
function grid({ items }: Body): { header: string[]; rows: Row[] } {
  const keysOf = (item: Body['items'][number]): string[] =>
    item.fields.map(({ label }, i) => `${label}#${item.fields.slice(0, i).filter((f) => f.label === label).length}`)
  const keys = [...new Set(items.flatMap(keysOf))]
  const rows: Row[] = []
  let open: string[] = []
  for (const item of items) {
    const changed = item.headings.findIndex((heading, i) => heading !== open[i])
    // a heading that only ends is told by the one above it, once more
    const same = changed < 0 && item.headings.length < open.length ? item.headings.length - 1 : changed
    if (same >= 0) rows.push(...item.headings.slice(same).map((heading) => ({ heading })))
    open = item.headings
    const own = keysOf(item)
    const cells = [
      [item.label.replace(/[、.．：]$/, '')],
      item.problem,
      ...keys.map((key) => item.fields[own.indexOf(key)]?.value ?? ['/']),
    ]
    rows.push({ cells })
  }
  return { header: ['序号', '反馈问题', ...keys.map((key) => key.replace(/#\d+$/, ''))], rows }
}

const asHtmlTable = (body: Body): Uint8Array => {
  const { header, rows } = grid(body)
  const cell = (parts: readonly string[]) => `<td>${parts.map((part) => `<p>${escapeHtml(part)}</p>`).join('')}</td>`
  const lines = rows.map((row) =>
    'heading' in row ? `<td colspan="${header.length}">${escapeHtml(row.heading)}</td>` : row.cells.map(cell).join(''),
  )
  const head = header.map((name) => `<th>${name}</th>`).join('')
  const article = `<table border="1"><tr>${head}</tr>${lines.map((line) => `<tr>${line}</tr>`).join('')}</table>`
  return utf8(page(body.title.join(''), article).replace('gb2312', 'utf-8'))
}

const asDocxTable = (body: Body): Uint8Array => {
  const { header, rows } = grid(body)
  const lines = rows.map((row) =>
    'heading' in row ? [{ text: row.heading, colspan: header.length }] : row.cells.map((cell) => cell.join('\n')),
  )
  const title = body.title.map((line) => paragraph(line, { align: 'center', bold: true }))
  return buildDocx({ body: [...title, table([header, ...lines], { headerRows: 1 })] })
}

const asXlsx = (body: Body): Promise<Uint8Array> => {
  const { header, rows } = grid(body)
  const wide = (value: string) => header.map((_, i) => (i === 0 ? { value, colspan: header.length } : null))
  const lines = rows.map((row) => ('heading' in row ? wide(row.heading) : row.cells.map((cell) => cell.join('\n'))))
  return buildXlsx([{ name: 'Sheet1', rows: [wide(body.title.join('')), header, ...lines] }])
}

// ---- what must be the same ----

const foldAll = (value: unknown): unknown => {
  if (typeof value === 'string') return fold(value)
  if (Array.isArray(value)) return value.map(foldAll)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, foldAll(inner)]))
}

/** Items with all that stands in them. */
const wholly = (report: Report): Expected =>
  expectedSchema.parse(
    foldAll({
      document: { kind: report.document.kind, title: report.document.title },
      items: project(report).items.map(({ targets: _, ...item }) => item),
    }),
  )

/** A table prints the bare number, so labels are left out. */
const asTable = (report: Report): Expected =>
  expectedSchema.parse(
    foldAll({ document: {}, items: project(report).items.map(({ targets: _, label: __, ...item }) => item) }),
  )

type Dress = [
  name: string,
  make: (body: Body) => Uint8Array | Promise<Uint8Array>,
  essence: (report: Report) => Expected,
  format: string,
]
const dresses: Dress[] = [
  ['a web page in GBK', inHtml, wholly, 'html'],
  ['a Word file', inDocx, wholly, 'docx'],
  ['a PDF', inPdf, wholly, 'pdf'],
  ['Markdown', inMarkdown, wholly, 'markdown'],
]
const tables: Dress[] = [
  ['a table on a web page', asHtmlTable, asTable, 'html'],
  ['a table in a Word file', asDocxTable, asTable, 'docx'],
  ['a workbook', asXlsx, asTable, 'xlsx'],
]

async function checkDresses(name: string, bytes: Uint8Array, left: Readonly<Record<string, string>>): Promise<void> {
  const { report, body } = await read(bytes, name)
  describe(name, () => {
    for (const [dress, make, essence, format] of [...dresses, ...(body.labelled ? tables : [])]) {
      const why = left[dress]
      it.skipIf(why !== undefined)(`reads the same from ${dress}${why ? `: left out, ${why}` : ''}`, async () => {
        const dressed = (await parseReport(await make(body), name)).report
        expect(dressed.document.format).toBe(format)
        const wrong = [...compareProjected(essence(report), essence(dressed)), ...brokenInvariants(dressed)]
        expect(wrong, `\n  ${wrong.join('\n  ')}\n`).toHaveLength(0)
      })
    }
  })
}

/** Dresses that cannot carry a report, and why. */
const tabs = 'the tabs between its fields are gone from the readable text'
const headed = 'a short title over the table or the page is read as a category, or a category as the table’s name'
const parted = 'a title of several lines at a large size is not joined whole'
const leftOut: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '38-safety-inspection-no': { 'a web page in GBK': tabs, 'a Word file': tabs, 'a PDF': tabs, Markdown: tabs },
  '41-subdistrict-inline-fields': { 'a PDF': 'a line that ends between two fields loses the blank that parts them' },
  '68b-text-bracketed-item-labels': Object.fromEntries(
    tables.map(([dress]) => [dress, 'a column whose name is unknown is left out, so that its state is not seen']),
  ),
  '75b-text-blank-separated-table': { 'a PDF': 'cells printed one below the other cannot be told from lines that go on' },
  '50-tab-separated-ledger': { 'a PDF': 'cells printed one below the other cannot be told from lines that go on' },
  '05-closure-notice-several': Object.fromEntries(tables.map(([dress]) => [dress, headed])),
  '10-dispatch-ledger': { 'a table in a Word file': headed },
  '28b-text-record-blocks': { 'a PDF': headed },
  '29-text-tab-ledger': Object.fromEntries(
    dresses.map(([dress]) => [dress, 'without its tabs a cell of a state cannot be told from one of progress']),
  ),
  '31b-text-short-labels': { 'a PDF': parted },
  '47-closure-inline-semicolons': { 'a PDF': parted },
  '68-text-social-post': { Markdown: 'it has no title that could be set as a heading', 'a PDF': parted },
  '70-text-four-lists': { 'a PDF': headed },
  '76b-text-labels-with-de': Object.fromEntries(tables.map(([dress]) => [dress, headed])),
  '001': { 'a web page in GBK': 'its title stands behind 附件 and is printed again as the page’s', Markdown: 'the same' },
  '72-text-numbered-field-measures': Object.fromEntries(
    tables.map(([dress]) => [dress, 'of a bracket with two labels on a line of its own in a cell only the first is read']),
  ),
  '004': Object.fromEntries(tables.map(([dress]) => [dress, 'a heading 反馈问题：… in a row of full width keeps its label'])),
}

for (const name of readdirSync(fixtures).sort()) {
  const about = join(fixtures, name, 'about.json')
  const file = join(fixtures, name, 'report.txt')
  if (!existsSync(about) || !existsSync(file)) continue
  if (aboutSchema.parse(JSON.parse(readFileSync(about, 'utf8'))).kind === 'not_a_report') continue
  await checkDresses(name, new Uint8Array(readFileSync(file)), leftOut[name] ?? {})
}

describe.skipIf(!existsSync(reports))('the real reports (run where ../shared/reports is there)', async () => {
  for (const name of existsSync(reports) ? readdirSync(reports).sort() : [])
    await checkDresses(name, new Uint8Array(readFileSync(join(reports, name))), leftOut[name.slice(0, 3)] ?? {})
})
