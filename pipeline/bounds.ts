/** How long a report may be: within these bounds the limits on time and memory can be kept, and are. */
import { failedRoot } from '../parsers/readers/source-error.js'
import type { Block, BlockRoot, SourceFormat } from '../parsers/tree.js'
import { LIMITS, size } from './limits.js'

const tooLong = (format: SourceFormat, what: string): BlockRoot =>
  failedRoot(
    format,
    'too_long',
    `${what}; a report of 600 pages has less than half of it. Divide the source, or take a part of it`,
  )

/** The root that stands for a source of plain text whose bytes alone are too many; null where they are not. */
export const tooManyBytes = (bytes: Uint8Array, format: 'text' | 'markdown' | 'html'): BlockRoot | null =>
  bytes.length > LIMITS.textBytes
    ? tooLong(format, `the text has more than ${size(LIMITS.textBytes)}, the limit for text (${bytes.length} bytes)`)
    : null

const paragraphsOf = (block: Block) =>
  block.type === 'paragraph' ? [block] : block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))

/** The tree itself, or where its text is too long for the stages a root that says so. */
export const bounded = <Root extends BlockRoot>(root: Root): Root | BlockRoot => {
  let length = 0
  let blocks = 0
  for (const block of root.children) {
    for (const { value } of paragraphsOf(block)) {
      length += value.length
      blocks++
    }
    // Empty cells are places too.
    if (block.type === 'table') blocks += block.children.reduce((sum, row) => sum + row.children.length, 0)
  }
  const { format } = root.data
  if (length > LIMITS.textLength)
    return tooLong(format, `the source holds ${length} characters of text, and ${LIMITS.textLength} are the limit`)
  if (blocks > LIMITS.textBlocks)
    return tooLong(format, `the source holds ${blocks} paragraphs and cells, and ${LIMITS.textBlocks} are the limit`)
  return root
}
