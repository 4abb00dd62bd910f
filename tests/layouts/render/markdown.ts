/** Blocks as Markdown: as it is written by hand, and as converters write it. */
import type { Layout } from '../axes.js'
import { boldClose, boldOpen } from '../compose/labels.js'
import type { Block, Line, LineStyle, Table } from '../types.js'
import { widthOf } from './grid.js'
import { gridTable, pandocSigns } from './grid-table.js'
import { tableHtml } from './html.js'

type Container = Layout['container']
const prefix: Partial<Record<LineStyle, string>> = { title: '# ', chapter: '## ', category: '### ' }

/** A head of which the converter knows no more than that it is one. */
const flatPrefix = ({ style, text }: Line): string =>
  prefix[style] !== undefined || (style === 'item' && text.length < 30) ? '# ' : ''

const bold = (text: string): string => text.replaceAll(boldOpen, '**').replaceAll(boldClose, '**')
/** Bold letters in two runs, as Word had them. */
const boldInRuns = (text: string): string =>
  text.replaceAll(/\ue000(.{2})([^\ue001]*)\ue001/gu, (_all, first: string, rest: string) =>
    rest === '' ? `**${first}**` : `**${first}****${rest}**`,
  )
/** What would be a list, a quotation or bold letters, escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[*_>~]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^-(?= )/, '\\-')

const inlines: Partial<Record<Container, (text: string) => string>> = {
  markdownEscaped: (text) => boldInRuns(escaped(text)),
}

function pipes({ rows, head }: Table, inline: (text: string) => string): string {
  const width = widthOf({ kind: 'table', rows, head })
  const printed = rows.map((row) => {
    const cells = row.flatMap(({ text, colspan }) => [
      text.split('\n').map(inline).join('<br>'),
      ...Array.from({ length: (colspan ?? 1) - 1 }, () => ''),
    ])
    return `| ${cells.join(' | ')} |`
  })
  return [printed[0], `|${' --- |'.repeat(width)}`, ...printed.slice(1)].join('\n')
}

/** Paragraphs: where breaks are hard, an item's lines are one. */
function paragraphs(layout: Layout, printed: { text: string; block: Block }[]): string[] {
  if (layout.container !== 'markdownHard') return printed.map(({ text }) => text)
  const hard = layout.seed % 2 === 0 ? '\\\n' : '  \n'
  const out: string[] = []
  let open = false
  for (const { text, block } of printed) {
    const style = block.kind === 'line' ? block.style : 'table'
    if (open && style === 'field') out.push(`${out.pop()}${hard}${text}`)
    else out.push(text)
    open = style === 'item' || style === 'field'
  }
  return out
}

export function renderMarkdown(layout: Layout, blocks: Block[]): string {
  const inline = inlines[layout.container] ?? bold
  const printed = blocks.map((block) => {
    if (block.kind === 'line') {
      const head = layout.container === 'markdownFlat' ? flatPrefix(block) : (prefix[block.style] ?? '')
      return { block, text: `${head}${inline(block.text)}` }
    }
    if (layout.container === 'markdownGrid') return { block, text: gridTable(block, pandocSigns).join('\n') }
    return { block, text: layout.container === 'markdownFlat' ? tableHtml(layout, block) : pipes(block, inline) }
  })
  return `${paragraphs(layout, printed).join('\n\n')}\n`
}
