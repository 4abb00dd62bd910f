/** One worksheet: its printed cells, merges and hidden parts, read as events so that a large sheet never stands in memory as a tree. */
import { MAX_COLUMNS } from './grid.js'
import { formatCellNumber, serialOfIso } from './xlsx-format.js'
import { type CellStyle, type RichText, richText } from './xlsx-strings.js'
import { scanXml, type XmlElement } from './xml.js'

export interface SheetCell extends RichText {
  bold: boolean
  centered: boolean
}
/** Rows and columns counted from 0, ends inclusive. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}
export interface Sheet {
  /** Row → column → cell; only cells with text. */
  rows: Map<number, Map<number, SheetCell>>
  merges: Merge[]
  hiddenRows: Set<number>
  /** Hidden rows that were read: an office filters away what is done, and its records are records all the same. */
  filteredRows: number
  hiddenColumns: Set<number>
  /** Cells beyond the limits, which were left out. */
  tooWide: number
  tooMany: boolean
}

/** Cells with text in one sheet; the largest published ledgers have some tens of thousands. */
export const MAX_CELLS = 500_000
const MAX_MERGES = 100_000
/** Characters of one sheet, a line counting for forty more: one shared string can stand in any number of cells. */
const MAX_TEXT = 20_000_000
const lineCost = 40

/** `BC12` → [row, column], from 0; null where it is no reference. */
export const cellAddress = (reference: string): [row: number, column: number] | null => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!match) return null
  let column = 0
  for (const mark of match[1] ?? '') column = column * 26 + mark.charCodeAt(0) - 64
  return [Number(match[2]) - 1, column - 1]
}
export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

const mergeOf = (reference: string): Merge | null => {
  const [from = '', to = from] = reference.split(':')
  const start = cellAddress(from)
  const end = cellAddress(to)
  return start && end ? { top: start[0], left: start[1], bottom: end[0], right: end[1] } : null
}

export interface SheetContext {
  strings: RichText[]
  styles: CellStyle[]
  epoch1904: boolean
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** What a cell prints, by its type (18.18.11). */
const printed = (
  type: string,
  raw: string,
  inline: RichText | null,
  style: CellStyle | undefined,
  context: SheetContext,
): RichText => {
  if (inline) return inline
  if (type === 's') return context.strings[Number(raw)] ?? { text: '', struck: [] }
  const plain = (text: string): RichText => ({ text, struck: [] })
  if (type === 'str' || type === 'e') return plain(raw)
  if (type === 'b') return plain(raw === '1' ? 'TRUE' : 'FALSE')
  const value = type === 'd' ? serialOfIso(raw) : raw === '' ? null : Number(raw)
  if (value === null || Number.isNaN(value)) return plain(raw)
  return plain(
    formatCellNumber(value, type === 'd' ? (style?.format ?? 'yyyy/m/d') : style?.format, context.epoch1904 && type !== 'd'),
  )
}

/** Shows the rows under a filter that are hidden. Some programs write no criteria with it (18.3.1.2), so that whose doing it is cannot be told. */
function showFiltered(sheet: Sheet, { top, bottom }: Merge): void {
  for (const row of [...sheet.hiddenRows])
    if (row > top && row <= bottom) {
      sheet.hiddenRows.delete(row)
      if (sheet.rows.has(row)) sheet.filteredRows++
    }
}

/** The number that opens a row; null where none does. */
const numberOf = (sheet: Sheet, row: number): number | null => {
  const cells = sheet.rows.get(row)
  const first = cells?.get(Math.min(...(cells?.keys() ?? [])))?.text.trim() ?? ''
  return /^\d{1,4}$/.test(first) ? Number(first) : null
}

/** Shows hidden rows whose number is missing among those of the others: 5, (6), 7. Whoever hid one, the list counts it. */
function showCounted(sheet: Sheet): void {
  if (sheet.hiddenRows.size === 0) return
  const shown = new Set([...sheet.rows.keys()].flatMap((row) => (sheet.hiddenRows.has(row) ? [] : [numberOf(sheet, row)])))
  for (const row of [...sheet.hiddenRows].sort((a, b) => a - b)) {
    const own = numberOf(sheet, row)
    if (own === null || shown.has(own) || !shown.has(own - 1)) continue
    shown.add(own)
    sheet.hiddenRows.delete(row)
    sheet.filteredRows++
  }
}

/** Reads a sheet's XML. */
export const readSheet = (xml: string, context: SheetContext): Sheet => {
  const sheet: Sheet = {
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    filteredRows: 0,
    hiddenColumns: new Set(),
    tooWide: 0,
    tooMany: false,
  }
  let cells = 0
  let spent = 0
  let row = -1
  let column = -1
  let type = 'n'
  let style: CellStyle | undefined
  let raw = ''
  let inValue = false
  /** An inline string is small: it is built as a tree. */
  const inline: XmlElement[] = []
  let inlineText: RichText | null = null
  const addCell = (): void => {
    const { text, struck } = printed(type, raw, inlineText, style, context)
    if (text.trim() === '') return
    if (column >= MAX_COLUMNS) sheet.tooWide++
    else if (cells >= MAX_CELLS || spent >= MAX_TEXT) sheet.tooMany = true
    else {
      cells++
      spent += text.length + (text.includes('\n') ? text.split('\n').length * lineCost : lineCost)
      const target = sheet.rows.get(row) ?? new Map<number, SheetCell>()
      sheet.rows.set(row, target)
      const all = style?.struck === true ? [[0, text.length] satisfies [number, number]] : struck
      target.set(column, { text, struck: all, bold: style?.bold ?? false, centered: style?.centered ?? false })
    }
  }
  scanXml(xml, {
    open(name, attributes) {
      if (inline.length > 0 || name === 'is') {
        const element: XmlElement = { name, attributes, children: [] }
        inline.at(-1)?.children.push(element)
        inline.push(element)
      } else if (name === 'c') {
        const address = attributes.r === undefined ? null : cellAddress(attributes.r)
        column = address ? address[1] : column + 1
        type = attributes.t ?? 'n'
        style = context.styles[Number(attributes.s ?? 0)]
        raw = ''
        inlineText = null
      } else if (name === 'v') inValue = true
      else if (name === 'row') {
        row = attributes.r !== undefined && /^\d{1,7}$/.test(attributes.r) ? Number(attributes.r) - 1 : row + 1
        column = -1
        if (isOn(attributes.hidden)) sheet.hiddenRows.add(row)
      } else if (name === 'col' && isOn(attributes.hidden)) {
        const last = Math.min(MAX_COLUMNS, Number(attributes.max) || 0)
        for (let at = Number(attributes.min) || 1; at <= last; at++) sheet.hiddenColumns.add(at - 1)
      } else if (name === 'mergeCell' && sheet.merges.length < MAX_MERGES) {
        const merge = mergeOf(attributes.ref ?? '')
        if (merge) sheet.merges.push(merge)
      } else if (name === 'autoFilter') {
        const filter = mergeOf(attributes.ref ?? '')
        if (filter) showFiltered(sheet, filter)
      }
    },
    close(name) {
      if (inline.length > 0) {
        const element = inline.pop()
        if (element && inline.length === 0) inlineText = richText(element)
      } else if (name === 'v') inValue = false
      else if (name === 'c') addCell()
    },
    text(text) {
      if (inline.length > 0) inline.at(-1)?.children.push(text)
      else if (inValue) raw += text
    },
  })
  showCounted(sheet)
  return sheet
}
