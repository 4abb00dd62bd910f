/** What the readers of tables share. */
import type { Block, Paragraph } from '../tree.js'

/** Widest table that is read; real ledgers have under forty columns. */
export const MAX_COLUMNS = 512

/** Paragraphs of the blocks in reading order: a table inside a cell becomes the paragraphs of its cells. */
export const blocksToParagraphs = (blocks: Block[]): Paragraph[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block] : block.children.flatMap((row) => row.children.flatMap((cell) => cell.children)),
  )
