/** A small XLSX writer for tests and fixtures, over hucre: rows of cells, merges by extent, formats, struck runs, hidden parts. */
import { type Cell, type CellStyle, type CellValue, type MergeRange, type RichTextRun, type WriteSheet, writeXlsx } from 'hucre'

export interface XlsxCell {
  value?: CellValue
  /** Runs instead of a value; `strike` runs are struck out. */
  runs?: { text: string; strike?: boolean }[]
  format?: string
  strike?: boolean
  bold?: boolean
  center?: boolean
  /** Extent of a merge that starts here; the places it covers are given as null in their rows. */
  colspan?: number
  rowspan?: number
}
export type XlsxCellInput = CellValue | XlsxCell

export interface XlsxSheet {
  name: string
  rows: XlsxCellInput[][]
  hidden?: boolean
  hiddenRows?: number[]
  hiddenColumns?: number[]
}

const isCell = (input: XlsxCellInput): input is XlsxCell =>
  typeof input === 'object' && input !== null && !(input instanceof Date)

const sheetOf = (input: XlsxSheet): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  const rows = input.rows.map((row, at) =>
    row.map((given, column): CellValue => {
      if (!isCell(given)) return given
      const style: CellStyle = {}
      if (given.bold || given.strike)
        style.font = { ...(given.bold ? { bold: true } : {}), ...(given.strike ? { strikethrough: true } : {}) }
      if (given.center) style.alignment = { horizontal: 'center' }
      if (given.format) style.numFmt = given.format
      const cell: Partial<Cell> = { style }
      if (given.runs) {
        cell.type = 'richText'
        cell.richText = given.runs.map(
          ({ text, strike }): RichTextRun => (strike ? { text, font: { strikethrough: true } } : { text }),
        )
      } else if (given.value !== undefined) cell.value = given.value
      cells.set(`${at},${column}`, cell)
      if ((given.colspan ?? 1) > 1 || (given.rowspan ?? 1) > 1)
        merges.push({
          startRow: at,
          startCol: column,
          endRow: at + (given.rowspan ?? 1) - 1,
          endCol: column + (given.colspan ?? 1) - 1,
        })
      return given.value ?? null
    }),
  )
  const width = Math.max(0, ...input.rows.map((row) => row.length))
  const sheet: WriteSheet = { name: input.name, rows, cells, merges }
  if (input.hidden) sheet.hidden = true
  if (input.hiddenRows) sheet.rowDefs = new Map(input.hiddenRows.map((row) => [row, { hidden: true }]))
  if (input.hiddenColumns)
    sheet.columns = Array.from({ length: width }, (_, at) => ({ hidden: input.hiddenColumns?.includes(at) ?? false }))
  return sheet
}

/** A workbook says when it was made; ours must be the same on every run. */
const epoch = new Date('1980-01-01T00:00:00Z')

/** The whole workbook. */
export const buildXlsx = (sheets: XlsxSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(sheetOf), properties: { created: epoch, modified: epoch } })
