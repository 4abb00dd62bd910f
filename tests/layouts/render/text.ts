/** Blocks as plain text: lines, or lines broken at a fixed width. */
import { wrap } from '../../helpers/build-pdf.js'
import type { Layout } from '../axes.js'
import { boldClose, boldOpen } from '../compose/labels.js'
import { cutLines } from '../convert/pages.js'
import type { Block, Line, LineStyle } from '../types.js'
import { flatTable } from './flat.js'
import { indentOf } from './indent.js'

/** Paragraphs whose first line is indented. */
export const indented: ReadonlySet<LineStyle> = new Set<LineStyle>(['body', 'field', 'item', 'category', 'chapter'])

/** Text without the marks of bold type. */
export const withoutBold = (text: string): string => text.replaceAll(boldOpen, '').replaceAll(boldClose, '')

function spaced(layout: Layout, blocks: Block[], print: (text: string, style: LineStyle) => string[]): string[] {
  const lines: string[] = []
  for (const block of blocks) {
    if (block.kind === 'table') {
      lines.push(...flatTable[layout.tableGap](block))
      continue
    }
    if (layout.spacing === 'itemBlank' && block.style === 'item') lines.push('')
    const indent = indented.has(block.style) ? indentOf(layout) : ''
    lines.push(...print(`${indent}${withoutBold(block.text)}`, block.style))
    if (layout.spacing === 'blankLines') lines.push('')
  }
  return lines
}
const asText = (lines: string[]): string => `${lines.join('\n')}\n`

export const renderText = (layout: Layout, blocks: Block[]): string => asText(spaced(layout, blocks, (text) => [text]))

/** Lines of at most `width` full characters; no closing mark opens a line. */
export function linesOf(layout: Layout, { text, style }: Pick<Line, 'text' | 'style'>): string[] {
  if (style === 'title' || style === 'rule') return [text]
  const [first = '', ...rest] = wrap(withoutBold(text), Number(layout.width) * 2, 2)
  return [first, ...rest.map((line) => (layout.spacing === 'hanging' ? `    ${line}` : line))]
}

export const renderWrapped = (layout: Layout, blocks: Block[], title: string | null): string =>
  asText(
    cutLines(
      layout,
      spaced(layout, blocks, (text, style) => linesOf(layout, { text, style })),
      title,
    ),
  )
