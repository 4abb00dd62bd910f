/** Blocks as a Word file: plain, with heading levels, or with numbers that Word makes. */
import { buildDocx, type CellInput, type LevelOptions, numbering, paragraph, run, table } from '../../helpers/build-docx.js'
import type { Layout } from '../axes.js'
import { boldClose, boldOpen } from '../compose/labels.js'
import type { MarkStyle } from '../marks.js'
import type { Block, Line, LineStyle, Table } from '../types.js'
import { indentOf } from './indent.js'

/** Styles that Word can make. */
export const automatic: Partial<Record<MarkStyle, LevelOptions>> = {
  '一、': { format: 'chineseCountingThousand', text: '%1、', suffix: 'nothing' },
  '（一）': { format: 'chineseCountingThousand', text: '（%1）', suffix: 'nothing' },
  '1.': { format: 'decimal', text: '%1.', suffix: 'nothing' },
  '1、': { format: 'decimal', text: '%1、', suffix: 'nothing' },
  '（1）': { format: 'decimal', text: '（%1）', suffix: 'nothing' },
}

/** Runs of a text, bold where it is marked. */
function runs(text: string, bold: boolean): string {
  const parts = text.split(/([\ue000\ue001])/)
  let inside = false
  return parts
    .map((part) => {
      if (part === boldOpen || part === boldClose) {
        inside = part === boldOpen
        return ''
      }
      return part === '' ? '' : run(part, bold || inside ? { bold: true } : {})
    })
    .join('')
}

const outline: Partial<Record<LineStyle, number>> = { title: 0, chapter: 1, category: 2, item: 3 }

function lineXml(layout: Layout, { text, style }: Line, list?: [number, number]): string {
  const aligned = style === 'title' || style === 'centre' ? 'center' : style === 'right' ? 'right' : undefined
  const level = layout.container === 'docxHeads' ? outline[style] : undefined
  const indent = ['body', 'field', 'item'].includes(style) ? indentOf(layout) : ''
  const heading = style === 'title' || ((style === 'chapter' || style === 'category') && layout.container !== 'docx')
  return paragraph(runs(`${list ? '' : indent}${text}`, heading), {
    ...(aligned ? { align: aligned } : {}),
    ...(level === undefined ? {} : { outline: level }),
    ...(list ? { list } : {}),
  })
}

const tableXml = ({ rows, head }: Table): string =>
  table(
    rows.map((row) =>
      row.map(
        ({ text, colspan, rowspan }): CellInput => ({
          text,
          ...(colspan && colspan > 1 ? { colspan } : {}),
          ...(rowspan && rowspan > 1 ? { rowspan } : {}),
        }),
      ),
    ),
    { headerRows: head },
  )

export function renderDocx(layout: Layout, blocks: Block[]): Uint8Array {
  const lists: { definition: number; starts?: Record<number, number> }[] = []
  let next = 0
  const definition = automatic[layout.itemMark]
  const between = layout.spacing === 'blankLines' ? paragraph('') : ''
  const body = blocks.map((block) => {
    if (block.kind === 'table') return tableXml(block)
    const made = layout.container === 'docxNumbers' && definition !== undefined ? block.numbered : undefined
    if (!made || made.style !== layout.itemMark) return lineXml(layout, block) + between
    // a number that does not go on starts a new list
    if (made.number !== next || lists.length === 0) lists.push({ definition: 0, starts: { 0: made.number } })
    next = made.number + 1
    return lineXml(layout, { ...block, text: block.text.slice(made.printed.length) }, [lists.length, 0]) + between
  })
  return buildDocx({ body, ...(definition && lists.length > 0 ? { numbering: numbering([[definition]], lists) } : {}) })
}
