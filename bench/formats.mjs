#!/usr/bin/env node
// Speed of the readers of office formats: MB/s of the file and of its text, and pages/s for PDF.
//
//   npm run build && node bench/formats.mjs [--pages N] [--json]
//
// One thread. The documents are made here from the fixtures' texts, repeated to about N pages (default 300).
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({
  options: { pages: { type: 'string', default: '300' }, json: { type: 'boolean', default: false } },
})
const pages = Number(values.pages)
const charactersPerPage = 700

const reader = async (name, key) =>
  (await import(pathToFileURL(join(root, 'dist', 'parsers', 'readers', `${name}.js`)).href))[key]

function textFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? textFiles(path) : /\.(?:txt|md)$/.test(path) ? [path] : []))
}

/** Paragraphs of all fixtures, over and over. */
function paragraphs() {
  const all = textFiles(join(root, 'fixtures')).flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  const filled = all.map((line) => line.trim()).filter((line) => line !== '')
  if (filled.length === 0) throw new Error('no fixtures to make documents of')
  const out = []
  for (let length = 0, at = 0; length < pages * charactersPerPage; at++) {
    const text = filled[at % filled.length]
    out.push(text)
    length += text.length
  }
  return out
}

const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function docx(texts) {
  const run = (text) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>${escapeXml(text)}</w:t></w:r>`
  // Word parts a paragraph into runs at every change of script or edit.
  const body = texts.map(
    (text) => `<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr>${(text.match(/.{1,20}/gsu) ?? []).map(run).join('')}</w:p>`,
  )
  return zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="${w}"><w:body>${body.join('')}</w:body></w:document>`) })
}

function xlsx(texts) {
  const rows = [['序号', '问题', '措施', '时限']]
  for (let at = 0; at + 1 < texts.length; at += 2) rows.push([at / 2 + 1, texts[at], texts[at + 1], '2025年12月底'])
  return writeXlsx({ sheets: [{ name: '清单', rows }] })
}

/** Lines of 28 characters, 25 to a page, in a font that is not embedded. */
function pdf(texts) {
  const lines = texts.flatMap((text) => `　　${text}`.match(/.{1,28}/gsu) ?? [])
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  ]
  objects.push(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  )
  const kids = []
  for (let at = 0; at < lines.length; at += 25) {
    const content = lines
      .slice(at, at + 25)
      .map(
        (line, index) =>
          `BT /F1 16 Tf 1 0 0 1 80 ${740 - index * 26} Tm <${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj ET`,
      )
      .join('\n')
    kids.push(`${objects.length + 1} 0 R`)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    )
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`
  let out = '%PDF-1.4\n'
  const table = objects.map((object, index) => {
    const at = String(out.length).padStart(10, '0')
    out += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${at} 00000 n \n`
  })
  const size = objects.length + 1
  out += `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`
  return { bytes: new TextEncoder().encode(out), pages: kids.length }
}

/** Median seconds of three runs, after one that warms up the code. */
async function seconds(job) {
  await job()
  const times = []
  for (let run = 0; run < 3; run++) {
    const start = performance.now()
    await job()
    times.push((performance.now() - start) / 1000)
  }
  return times.sort((a, b) => a - b)[1]
}

const texts = paragraphs()
const textBytes = Buffer.byteLength(texts.join('\n'))
const made = pdf(texts)
const cases = [
  { format: 'docx', bytes: docx(texts), read: await reader('docx', 'readDocx') },
  { format: 'xlsx', bytes: new Uint8Array(await xlsx(texts)), read: await reader('xlsx', 'readXlsx') },
  { format: 'pdf', bytes: made.bytes, read: await reader('pdf', 'readPdf'), pages: made.pages },
]
const figures = []
for (const { format, bytes, read, pages: count } of cases) {
  const { children, data } = await read(bytes)
  const errors = data.notices.filter((notice) => notice.severity === 'error')
  if (children.length === 0 || errors.length > 0) throw new Error(`${format} was not read: ${JSON.stringify(errors)}`)
  const time = await seconds(() => read(bytes))
  figures.push({
    format,
    fileMB: Number((bytes.length / 1e6).toFixed(2)),
    seconds: Number(time.toFixed(3)),
    fileMBs: Number((bytes.length / 1e6 / time).toFixed(1)),
    textMBs: Number((textBytes / 1e6 / time).toFixed(1)),
    pagesPerSecond: count ? Math.round(count / time) : null,
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  })
}
if (values.json) console.log(JSON.stringify(figures, null, 2))
else console.table(figures)
