/** Blocks as the bytes of a file. */
import type { Layout } from './axes.js'
import type { Block } from './types.js'

const indented = new Set(['body', 'item', 'category', 'chapter'])

/** Plain text with the layout's spacing. */
export function renderText(layout: Layout, blocks: Block[]): string {
  const lines: string[] = []
  for (const block of blocks) {
    if (block.kind !== 'line') continue
    if (layout.spacing === 'itemBlank' && block.style === 'item') lines.push('')
    lines.push(layout.spacing === 'indent' && indented.has(block.style) ? `　　${block.text}` : block.text)
    if (layout.spacing === 'blankLines') lines.push('')
  }
  return `${lines.join('\n')}\n`
}
