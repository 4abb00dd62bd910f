/** Blocks as Markdown: headings, strong labels, pipe tables. */
import { boldClose, boldOpen } from '../compose/labels.js'
import type { Block, LineStyle, Table } from '../types.js'

const prefix: Partial<Record<LineStyle, string>> = { title: '# ', chapter: '## ', category: '### ' }
const inline = (text: string): string => text.replaceAll(boldOpen, '**').replaceAll(boldClose, '**')

function pipes({ rows }: Table): string {
  const width = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0)))
  const printed = rows.map((row) => {
    const cells = row.flatMap(({ text, colspan }) => [
      text.replaceAll('\n', '<br>'),
      ...Array.from({ length: (colspan ?? 1) - 1 }, () => ''),
    ])
    return `| ${cells.join(' | ')} |`
  })
  return [printed[0], `|${' --- |'.repeat(width)}`, ...printed.slice(1)].join('\n')
}

export const renderMarkdown = (blocks: Block[]): string =>
  `${blocks.map((block) => (block.kind === 'table' ? pipes(block) : `${prefix[block.style] ?? ''}${inline(block.text)}`)).join('\n\n')}\n`
