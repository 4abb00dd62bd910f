/** A frame around a page (边框): a table of one cell that holds whole paragraphs is layout, and no table. */
import type { Block, BlockRoot } from '../tree.js'

/** Fewer paragraphs are a boxed note. */
const fewest = 6

/** Puts the paragraphs of such frames in their place. */
export function withoutFrames(root: BlockRoot): void {
  if (!root.children.some(isFrame)) return
  root.children = root.children.flatMap((block): Block[] =>
    isFrame(block) && block.type === 'table' ? (block.children[0]?.children[0]?.children ?? []) : [block],
  )
}

const isFrame = (block: Block | undefined): boolean =>
  block?.type === 'table' &&
  block.children.length === 1 &&
  block.children[0]?.children.length === 1 &&
  (block.children[0].children[0]?.children.length ?? 0) >= fewest
