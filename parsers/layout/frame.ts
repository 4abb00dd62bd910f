/** A frame around a page (边框): a table of one cell that holds whole paragraphs is layout, and no table. */
import type { Block, BlockRoot } from '../tree.js'

/** Fewer paragraphs are a boxed note. */
const fewest = 6

/** Puts the paragraphs of such frames in their place; what the reader noted of the blocks goes with them. */
export function withoutFrames(root: BlockRoot): void {
  const insides = root.children.map(insideOf)
  if (insides.every((inside) => inside === null)) return
  const children: Block[] = []
  const places = root.children.map((block, i) => {
    children.push(...(insides[i] ?? [block]))
    return children.length - (insides[i]?.length ?? 1)
  })
  root.children = children
  for (const notice of root.data.notices) if (notice.block !== undefined) notice.block = places[notice.block] ?? notice.block
}

/** The paragraphs in a frame; null of any other block. */
function insideOf(block: Block): Block[] | null {
  if (block.type !== 'table' || block.children.length !== 1) return null
  const cells = block.children[0]?.children ?? []
  const inside = cells[0]?.children ?? []
  return cells.length === 1 && inside.length >= fewest ? inside : null
}
