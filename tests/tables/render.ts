/** Blocks of a document as the bytes of a file, container by container. */
import { buildDocx, type CellInput, table as docxTable, paragraph } from '../helpers/build-docx.js'
import { buildXlsx, type XlsxCellInput } from '../helpers/build-xlsx.js'
import type { Block, Cell, Container, Table } from './model.js'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The grid with a place for every cell: null where a merged cell covers it. */
export function places(table: Table): (Cell | null)[][] {
  const grid: (Cell | null | undefined)[][] = table.rows.map(() => [])
  table.rows.forEach((row, r) => {
    let c = 0
    for (const cell of row) {
      while (grid[r]?.[c] !== undefined) c++
      for (let dr = 0; dr < (cell.rowspan ?? 1); dr++)
        for (let dc = 0; dc < (cell.colspan ?? 1); dc++) {
          const line = grid[r + dr]
          if (line) line[c + dc] = dr + dc === 0 ? cell : null
        }
      c += cell.colspan ?? 1
    }
  })
  return grid.map((row) => row.map((cell) => cell ?? null))
}

export interface Looks {
  /** Head cells are `<th>`, or bold. */
  th: boolean
  colgroup: boolean
  /** Lines of a cell are paragraphs, or parted by a break. */
  byParagraph: boolean
}

function htmlTable(table: Table, looks: Looks): string {
  const width = places(table)[0]?.length ?? 1
  const rows = table.rows.map((row, r) => {
    const tag = looks.th && r < table.head ? 'th' : 'td'
    const cells = row.map(({ lines, colspan, rowspan }) => {
      const spans = `${colspan ? ` colspan="${colspan}"` : ''}${rowspan ? ` rowspan="${rowspan}"` : ''}`
      const words = looks.byParagraph ? lines.map((line) => `<p>${line}</p>`).join('') : lines.join('<br>')
      return `<${tag}${spans}>${!looks.th && r < table.head ? `<b>${words}</b>` : words}</${tag}>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1">${looks.colgroup ? `<colgroup><col span="${width}" width="80"></colgroup>` : ''}<tbody>${rows.join('\n')}</tbody></table>`
}

function html(blocks: readonly Block[], looks: Looks, whole: boolean): Uint8Array {
  const body = blocks
    .map((block) => {
      if (block.kind === 'table') return htmlTable(block, looks)
      const tag = block.style === 'title' ? 'h1' : block.style === 'heading' ? 'h2' : 'p'
      return whole ? `<${tag}>${block.text}</${tag}>` : `<p>${block.text}</p>`
    })
    .join('\n')
  return utf8(
    whole
      ? `<!DOCTYPE html><html><head><meta charset="utf-8"><title>整改</title></head><body>${body}</body></html>`
      : `${body}\n`,
  )
}

const markdown = (blocks: readonly Block[]): Uint8Array =>
  utf8(
    blocks
      .map((block) => {
        if (block.kind === 'line')
          return block.style === 'body' ? `${block.text}\n` : `${block.style === 'title' ? '#' : '##'} ${block.text}\n`
        const rows = places(block).map((row) => `| ${row.map((cell) => cell?.lines.join('<br>') ?? '').join(' | ')} |`)
        const rule = `|${'---|'.repeat(places(block)[0]?.length ?? 1)}`
        return `${[rows[0], rule, ...rows.slice(1)].join('\n')}\n`
      })
      .join('\n'),
  )

const text = (blocks: readonly Block[], row: (cells: (Cell | null)[]) => string): Uint8Array =>
  utf8(`${blocks.map((block) => (block.kind === 'line' ? block.text : places(block).map(row).join('\n'))).join('\n')}\n`)

/** A cell of several lines is quoted, as a spreadsheet copies it. */
const quoted = (cell: Cell | null): string =>
  cell && cell.lines.length > 1 ? `"${cell.lines.join('\n')}"` : (cell?.lines[0] ?? '')

function xlsx(blocks: readonly Block[]): Promise<Uint8Array> {
  const rows = blocks.flatMap((block): XlsxCellInput[][] =>
    block.kind === 'line'
      ? [[block.text]]
      : places(block).map((row) =>
          row.map((cell): XlsxCellInput => {
            if (!cell) return null
            const { lines, colspan = 1, rowspan = 1 } = cell
            return { value: lines.length > 0 ? lines.join('\n') : null, colspan, rowspan }
          }),
        ),
  )
  return buildXlsx([{ name: 'Sheet1', rows }])
}

function docx(blocks: readonly Block[], looks: Looks): Uint8Array {
  const body = blocks.map((block) => {
    if (block.kind === 'line') return paragraph(block.text, block.style === 'title' ? { align: 'center', bold: true } : {})
    const rows = block.rows.map((row) =>
      row.map(
        ({ lines, colspan, rowspan }): CellInput => ({
          text: lines.join('\n'),
          ...(colspan ? { colspan } : {}),
          ...(rowspan ? { rowspan } : {}),
        }),
      ),
    )
    return docxTable(rows, { headerRows: looks.th ? block.head : 0 })
  })
  return buildDocx({ body })
}

export async function render(blocks: readonly Block[], container: Container, looks: Looks): Promise<Uint8Array> {
  switch (container) {
    case 'html':
      return html(blocks, looks, true)
    case 'fragment':
      return html(blocks, looks, false)
    case 'markdown':
      return markdown(blocks)
    case 'tabs':
      return text(blocks, (row) => row.map(quoted).join('\t'))
    case 'blanks':
      return text(blocks, (row) => row.map((cell) => cell?.lines.join('') || '/').join('    '))
    case 'cells':
      return text(blocks, (row) => row.flatMap((cell) => cell?.lines ?? []).join('\n'))
    case 'docx':
      return docx(blocks, looks)
    case 'xlsx':
      return xlsx(blocks)
  }
}
