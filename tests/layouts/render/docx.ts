/** Blocks as a Word file: plain, with heading levels, or with numbers that Word makes. */
import {
  buildDocx,
  type CellInput,
  type LevelOptions,
  numbering,
  paragraph,
  run,
  table,
  textBox,
} from '../../helpers/build-docx.js'
import type { Layout } from '../axes.js'
import { boldClose, boldOpen } from '../compose/labels.js'
import type { MarkStyle } from '../marks.js'
import type { Block, Line, LineStyle, Table } from '../types.js'
import { indentOf } from './indent.js'
import { indented, linesOf } from './text.js'

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

const headed: ReadonlySet<Layout['container']> = new Set<Layout['container']>(['docxHeads', 'docxNumbers'])
const indentedInWord: ReadonlySet<LineStyle> = new Set<LineStyle>(['body', 'field', 'item'])
const outline: Partial<Record<LineStyle, number>> = { title: 0, chapter: 1, category: 2, item: 3 }

function lineXml(layout: Layout, { text, style }: Line, list?: [number, number]): string {
  const aligned = style === 'title' || style === 'centre' ? 'center' : style === 'right' ? 'right' : undefined
  const level = layout.container === 'docxHeads' ? outline[style] : undefined
  const indent = (layout.container === 'docxLines' ? indented : indentedInWord).has(style) ? indentOf(layout) : ''
  const heading = style === 'title' || ((style === 'chapter' || style === 'category') && headed.has(layout.container))
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

/** Soft returns in the place of the paragraphs of an item. */
function inOneParagraph(blocks: Block[]): Block[] {
  const out: Block[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (block.kind === 'line' && block.style === 'field' && last?.kind === 'line' && ['item', 'field'].includes(last.style))
      out.splice(-1, 1, { ...last, text: `${last.text}\n${block.text}` })
    else out.push(block)
  }
  return out
}

/** Every line as it was on the page: a paragraph of its own. */
const inLines = (layout: Layout, blocks: Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'table' || block.style === 'title' || block.style === 'rule') return [block]
    const [first = '', ...rest] = linesOf(layout, block)
    return [{ ...block, text: first }, ...rest.map((text): Block => ({ kind: 'line', text, style: 'plain' }))]
  })

/** A tab behind the number of an item. */
const withTabs = (blocks: Block[]): Block[] =>
  blocks.map((block) => {
    if (block.kind === 'table' || !block.numbered) return block
    const { printed } = block.numbered
    return { ...block, text: `${printed.trim()}\t${block.text.slice(printed.length)}` }
  })

const arranged: Partial<Record<Layout['container'], (layout: Layout, blocks: Block[]) => Block[]>> = {
  docxBreaks: (_layout, blocks) => inOneParagraph(blocks),
  docxLines: inLines,
  docxTabs: (_layout, blocks) => withTabs(blocks),
}

export function renderDocx(layout: Layout, given: Block[]): Uint8Array {
  const blocks = arranged[layout.container]?.(layout, given) ?? given
  const lists: { definition: number; starts?: Record<number, number> }[] = []
  let next = 0
  const definition = automatic[layout.itemMark]
  const between = layout.spacing === 'blankLines' ? paragraph('') : ''
  // the blank paragraph stands behind the last line of a paragraph that is several
  const apart = (at: number): string => {
    const following = blocks[at + 1]
    return layout.container === 'docxLines' && following?.kind === 'line' && following.style === 'plain' ? '' : between
  }
  const body = blocks.map((block, at) => {
    if (block.kind === 'table') return tableXml(block)
    const made = layout.container === 'docxNumbers' && definition !== undefined ? block.numbered : undefined
    if (layout.container === 'docxBox' && block.style === 'title') return paragraph(textBox(lineXml(layout, block)))
    if (!made || made.style !== layout.itemMark) return lineXml(layout, block) + apart(at)
    // a number that does not go on starts a new list
    if (made.number !== next || lists.length === 0) lists.push({ definition: 0, starts: { 0: made.number } })
    next = made.number + 1
    return lineXml(layout, { ...block, text: block.text.slice(made.printed.length) }, [lists.length, 0]) + apart(at)
  })
  const content = layout.container === 'docxCell' ? table([[{ content: body.join('') }]]) : body.join('')
  return buildDocx({
    body: content,
    ...(definition && lists.length > 0 ? { numbering: numbering([[definition]], lists) } : {}),
  })
}
