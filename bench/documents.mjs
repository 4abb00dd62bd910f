// Documents of each format that the benchmarks read, made of the fixtures' texts.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const charactersPerPage = 700

/** The fixtures of a name: report.html, report.md. */
export const fixturesOf = (name) =>
  readdirSync(join(root, 'fixtures'))
    .map((folder) => join(root, 'fixtures', folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file))

function textFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? textFiles(path) : /\.(?:txt|md)$/.test(path) ? [path] : []))
}

/** Paragraphs of all fixtures, over and over. */
export function paragraphs(pages) {
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

export function docx(texts) {
  const run = (text) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>${escapeXml(text)}</w:t></w:r>`
  // Word parts a paragraph into runs at every change of script or edit.
  const body = texts.map(
    (text) => `<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr>${(text.match(/.{1,20}/gsu) ?? []).map(run).join('')}</w:p>`,
  )
  return zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="${w}"><w:body>${body.join('')}</w:body></w:document>`) })
}

export function xlsx(texts) {
  const rows = [['序号', '问题', '措施', '时限']]
  for (let at = 0; at + 1 < texts.length; at += 2) rows.push([at / 2 + 1, texts[at], texts[at + 1], '2025年12月底'])
  return writeXlsx({ sheets: [{ name: '清单', rows }] })
}

/** Lines of 28 characters, 25 to a page, in a font that is not embedded. */
export function pdf(texts) {
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

/** A ledger of `rows` rows with the spans and styles that Word leaves in a page. */
export const ledgerPage = (rows) => {
  const cell = (text) =>
    `<td style="width:12.5%;border:solid windowtext 1.0pt;padding:0cm 5.4pt"><p class="MsoNormal" style="text-align:left;line-height:18.0pt"><span style="font-size:10.5pt;font-family:仿宋">${text.slice(0, 5)}</span><span lang="EN-US" style="font-size:10.5pt">${text.slice(5)}<o:p></o:p></span></p></td>`
  const row = (n) =>
    `<tr>${[String(n), '部分路段雨污分流不彻底，污水溢流。', '1．排查管网；<br>2．修复破损管段。', '县住建局、县水利局', '2022年12月底', '已完成整改。'].map(cell).join('')}</tr>`
  return Buffer.from(
    `<html><head><meta charset="utf-8"><title>整改清单</title></head><body><div class="nav"><a href="/">首页</a></div><div class="TRS_Editor"><table><tr>${['序号', '问题', '措施', '责任单位', '时限', '状态'].map((word) => `<th>${word}</th>`).join('')}</tr>${Array.from({ length: rows }, (_, n) => row(n + 1)).join('\n')}</table></div></body></html>`,
  )
}
export const ledgerMarkdown = (rows) =>
  Buffer.from(
    `# 整改清单\n\n|序号|问题|措施|责任单位|时限|状态|\n|--|--|--|--|--|--|\n${Array.from({ length: rows }, (_, n) => `|${n + 1}|部分路段雨污分流不彻底，污水溢流。|1．排查管网；<br>2．修复破损管段。|**县住建局**、县水利局|2022年12月底|已完成整改。|`).join('\n')}\n`,
  )
