/** Labels as they come out of narrow cells and lines set wide. */
import type { Layout } from '../axes.js'
import type { Block, TableCell } from '../types.js'

/** A label's word: its characters parted, or cut over two lines. */
export function printWord(form: Layout['labelPrint'], word: string): string {
  switch (form) {
    case 'spaced':
      return word.split('').join(' ')
    case 'padded':
      // as wide as a word of four characters
      return word.length === 2 ? word.split('').join('　　') : word.length === 3 ? word.split('').join('　') : word
    case 'twoLines':
      return word.length < 4 ? word : `${word.slice(0, Math.ceil(word.length / 2))}\n${word.slice(Math.ceil(word.length / 2))}`
    default:
      return word
  }
}

/** Where a row of a table has labels. */
function isLabel(layout: Layout, heads: ReadonlySet<string>, row: TableCell[]): (at: number) => boolean {
  if (layout.structure === 'transposed') return (at) => at === 0
  if (layout.structure === 'cards' || layout.structure === 'pairs') return (at) => at % 2 === 0
  const whole = row.every(({ text }) => heads.has(text))
  return () => whole
}

/** Labels in the cells of tables. */
export function printTableLabels(layout: Layout, blocks: Block[]): Block[] {
  if (layout.labelPrint === 'whole') return blocks
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  const heads = new Set(tables.flatMap(({ rows, head }) => rows.slice(0, head).flat()).map(({ text }) => text))
  return blocks.map((block) => {
    if (block.kind !== 'table') return block
    const rows = block.rows.map((row) => {
      const labelAt = isLabel(layout, heads, row)
      return row.map((cell, at) => (labelAt(at) ? { ...cell, text: printWord(layout.labelPrint, cell.text) } : cell))
    })
    return { ...block, rows }
  })
}
