/** Blocks as short lines for table tests: `#1` heading, `*…*` bold, `⟦…⟧` struck out, ⏎ soft break, ¶ paragraphs of a cell, (columns×rows) spans. */
import type { BlockRoot, Paragraph } from '../parsers/tree.js'

const line = ({ value, data }: Paragraph): string => {
  let text = value
  for (const [start, end] of [...(data?.struck ?? [])].reverse())
    text = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`
  text = text.replaceAll('\n', '⏎')
  if (data?.heading) return `#${data.heading} ${text}`
  return data?.bold ? `*${text}*` : text
}

export const outline = (root: Pick<BlockRoot, 'children'>): string[] =>
  root.children.flatMap((block) =>
    block.type === 'paragraph'
      ? [line(block)]
      : block.children.map((row) => {
          const cells = row.children.map(
            ({ children, colspan, rowspan }) =>
              `${children.map((part) => line(part).replace(/^\*(.*)\*$/, '$1')).join('¶')}${colspan * rowspan > 1 ? `(${colspan}×${rowspan})` : ''}`,
          )
          return `| ${cells.join(' | ')} |${row.data?.header ? ' (header)' : ''}`
        }),
  )
