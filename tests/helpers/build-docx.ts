/** A small DOCX writer for tests and fixtures: body parts as functions, automatic numbering, merged cells, tracked changes. */
import { strToU8, zipSync } from 'fflate'

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export interface RunOptions {
  bold?: boolean
  strike?: boolean | 'double'
  superscript?: boolean
  hidden?: boolean
}

/** A run; `\n` becomes a line break and `\t` a tab. */
export const run = (text: string, options: RunOptions = {}): string => {
  const properties = [
    options.bold ? '<w:b/>' : '',
    options.strike === 'double' ? '<w:dstrike/>' : options.strike ? '<w:strike/>' : '',
    options.superscript ? '<w:vertAlign w:val="superscript"/>' : '',
    options.hidden ? '<w:vanish/>' : '',
  ].join('')
  const content = escapeXml(text)
    .split(/(\n|\t)/)
    .map((piece) =>
      piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : piece && `<w:t xml:space="preserve">${piece}</w:t>`,
    )
    .join('')
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
}
const tracked = 'w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"'
export const inserted = (text: string): string => `<w:ins ${tracked}>${run(text)}</w:ins>`
export const deleted = (text: string): string =>
  `<w:del ${tracked}><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`

export interface ParagraphOptions {
  style?: string
  /** List and level of an automatic number. */
  list?: [numId: number, level: number]
  align?: 'center' | 'left' | 'right' | 'both'
  outline?: number
  /** The paragraph mark is a tracked deletion: the next paragraph is joined. */
  markDeleted?: boolean
  bold?: boolean
}

/** A paragraph of plain text, or of ready runs where `content` starts with `<`. */
export const paragraph = (content: string, options: ParagraphOptions = {}): string => {
  const properties = [
    options.style ? `<w:pStyle w:val="${options.style}"/>` : '',
    options.list ? `<w:numPr><w:ilvl w:val="${options.list[1]}"/><w:numId w:val="${options.list[0]}"/></w:numPr>` : '',
    options.align ? `<w:jc w:val="${options.align}"/>` : '',
    options.outline === undefined ? '' : `<w:outlineLvl w:val="${options.outline}"/>`,
    options.markDeleted ? `<w:rPr><w:del ${tracked}/></w:rPr>` : '',
  ].join('')
  const runs = content.startsWith('<') || content === '' ? content : run(content, options.bold ? { bold: true } : {})
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

export interface CellOptions {
  text?: string
  /** Ready paragraphs or tables instead of `text`. */
  content?: string
  colspan?: number
  rowspan?: number
}
export type CellInput = string | CellOptions

/** A table (widths in twentieths of a point, equal by default); merged cells are given once, where they start, and places that they cover are left out. */
export const table = (rows: CellInput[][], options: { headerRows?: number; widths?: number[] } = {}): string => {
  const columns = (rows[0] ?? []).reduce((count, cell) => count + (typeof cell === 'string' ? 1 : (cell.colspan ?? 1)), 0)
  const widths = options.widths ?? Array.from({ length: columns }, () => Math.round(8300 / columns))
  const wide = (from: number, count: number): string =>
    `<w:tcW w:w="${widths.slice(from, from + count).reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:gridSpan w:val="${count}"/>`
  /** Column → rows still covered and the width of the merge. */
  const covered = new Map<number, { left: number; width: number }>()
  const body = rows.map((cells, index) => {
    let column = 0
    let out = ''
    const addCovered = (): void => {
      for (let merge = covered.get(column); merge && merge.left > 0; merge = covered.get(column)) {
        out += `<w:tc><w:tcPr>${wide(column, merge.width)}<w:vMerge/></w:tcPr><w:p/></w:tc>`
        merge.left--
        column += merge.width
      }
    }
    addCovered()
    for (const input of cells) {
      const cell = typeof input === 'string' ? { text: input } : input
      const width = cell.colspan ?? 1
      const merged = cell.rowspan !== undefined && cell.rowspan > 1
      if (merged) covered.set(column, { left: (cell.rowspan ?? 1) - 1, width })
      const content =
        cell.content ??
        (cell.text ?? '')
          .split('\n')
          .map((line) => paragraph(line))
          .join('')
      out += `<w:tc><w:tcPr>${wide(column, width)}${merged ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr>${content}</w:tc>`
      column += width
      addCovered()
    }
    return `<w:tr>${index < (options.headerRows ?? 0) ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${out}</w:tr>`
  })
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblBorders>${border.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${body.join('')}</w:tbl>`
}

/** A text box as Word writes it: the drawing, and the same text once more as VML for old readers. */
export const textBox = (paragraphs: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="wps"><wps:wsp><wps:txbx><w:txbxContent>${paragraphs}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

/** A complex field: code and printed result. */
export const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${escapeXml(code)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

export interface LevelOptions {
  format: string
  text: string
  start?: number
  restart?: number
  suffix?: 'tab' | 'space' | 'nothing'
  legal?: boolean
  style?: string
}
const level = (options: LevelOptions, index: number): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${options.start ?? 1}"/><w:numFmt w:val="${options.format}"/>${options.restart === undefined ? '' : `<w:lvlRestart w:val="${options.restart}"/>`}${options.style ? `<w:pStyle w:val="${options.style}"/>` : ''}${options.legal ? '<w:isLgl/>' : ''}${options.suffix ? `<w:suff w:val="${options.suffix}"/>` : ''}<w:lvlText w:val="${escapeXml(options.text)}"/></w:lvl>`

/** word/numbering.xml: list definitions, and the lists that use them (numId counts from 1), with start overrides by level. */
export const numbering = (
  definitions: LevelOptions[][],
  lists: { definition: number; starts?: Record<number, number> }[],
): string => {
  const abstract = definitions.map(
    (levels, id) => `<w:abstractNum w:abstractNumId="${id}">${levels.map(level).join('')}</w:abstractNum>`,
  )
  const nums = lists.map(({ definition, starts }, index) => {
    const overrides = Object.entries(starts ?? {}).map(
      ([at, start]) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
    )
    return `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${definition}"/>${overrides.join('')}</w:num>`
  })
  return wrap('numbering', abstract.join('') + nums.join(''))
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')
const wrap = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${namespaces}>${content}</w:${name}>`

/** word/styles.xml from ready w:style elements. */
export const styles = (content: string): string => wrap('styles', content)

export interface DocxInput {
  /** Ready paragraphs and tables. */
  body: string | string[]
  numbering?: string
  styles?: string
  /** Further parts by name. */
  parts?: Record<string, string>
}

const contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`
const relations = (list: [type: string, target: string][]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** The whole archive. */
export const buildDocx = (input: DocxInput): Uint8Array => {
  const body = typeof input.body === 'string' ? input.body : input.body.join('')
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
    ]),
    'word/document.xml': wrap('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/styles.xml': input.styles ?? styles(''),
    'word/numbering.xml': input.numbering ?? numbering([], []),
    ...input.parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '1980-01-01T00:00:00Z',
  })
}
