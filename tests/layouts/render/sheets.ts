/** Blocks as a workbook of one sheet, and as a PDF. */
import { buildPdf, type FlowCell, type FlowParagraph, type FlowTable, flowPdf } from '../../helpers/build-pdf.js'
import { buildXlsx, type XlsxCellInput } from '../../helpers/build-xlsx.js'
import type { Layout } from '../axes.js'
import { toRadicals } from '../convert/radicals.js'
import type { Block, TableCell } from '../types.js'
import { gridOf, widthOf } from './grid.js'
import { withoutBold } from './text.js'

export function renderXlsx(blocks: Block[]): Promise<Uint8Array> {
  const width = Math.max(1, ...blocks.map((block) => (block.kind === 'table' ? widthOf(block) : 1)))
  const rows = blocks.flatMap((block): XlsxCellInput[][] => {
    if (block.kind === 'line') {
      const rest = Array.from({ length: width - 1 }, () => null)
      return [
        [
          { value: withoutBold(block.text), colspan: width, bold: block.style === 'title', center: block.style === 'title' },
          ...rest,
        ],
      ]
    }
    return gridOf(block, width).map((row, at) =>
      row.map(
        (cell): XlsxCellInput =>
          cell && {
            value: cell.text,
            bold: at < block.head,
            ...(cell.colspan ? { colspan: cell.colspan } : {}),
            ...(cell.rowspan ? { rowspan: cell.rowspan } : {}),
          },
      ),
    )
  })
  return buildXlsx([{ name: 'Sheet1', rows }])
}

export function renderPdf({ container }: Layout, blocks: Block[], title: string | null): Uint8Array {
  const flow = blocks.map((block): FlowParagraph | FlowTable => {
    if (block.kind === 'line') {
      const centered = block.style === 'title' || block.style === 'centre'
      return {
        text: withoutBold(block.text),
        centered,
        bold: block.style === 'title',
        ...(block.style === 'title' ? { size: 20 } : {}),
      }
    }
    const width = widthOf(block)
    const cell = ({ text, colspan, rowspan }: TableCell): FlowCell => ({
      text,
      ...(colspan ? { colspan } : {}),
      ...(rowspan ? { rowspan } : {}),
    })
    return {
      columns: Array.from({ length: width }, (_, at) => (at === 0 ? 1 : 2)),
      rows: block.rows.map((row) => row.map(cell)),
      headerRows: block.head,
    }
  })
  const runningHead = container === 'pdfHead' && title !== null ? { runningHead: title } : {}
  const pages = flowPdf(flow, { pageNumber: container === 'pdfHead' ? '第 % 页' : '— % —', ...runningHead })
  // subset fonts give radicals for the characters that look the same
  return buildPdf(pages, container === 'pdfRadicals' ? { encoding: 'Identity-H', mapping: toRadicals } : {})
}
