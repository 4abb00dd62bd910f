/**
 * Characters that do harm where they are shown or kept: what moves a terminal's cursor, turns the direction of writing, cannot be seen, or
 * is half of a character. They are taken out where text enters (`cleanTree`) and made visible where it leaves for a terminal (`visible`).
 */
import type { Block, BlockRoot, Paragraph, ReaderNotice } from '../parsers/tree.js'

/** A half of a surrogate pair without the other. */
const half = /\p{Surrogate}/gu
/** The same in JSON, which writes it as an escape. */
const halfEscaped = /\\u[dD][89a-fA-F][0-9a-fA-F]{2}/

/** Whether a JSON text speaks of half a character. */
export const hasHalfCharacter = (json: string): boolean => halfEscaped.test(json)

/** The text with U+FFFD for each half of a character; as long as before. */
export const wellFormed = (text: string): string => text.replace(half, '\ufffd')

/**
 * C0 and C1 controls (but tab and line breaks), DEL, soft hyphen, marks of direction (U+061C, U+200E…), zero widths, U+180E, interlinear
 * marks, variation selectors, non-characters, and the tag characters of plane 14.
 */
const harmful =
  '\\u0000-\\u0008\\u000b\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u061c\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff\\u{e0000}-\\u{e0fff}'
const harmfulOnes = new RegExp(`[${harmful}]`, 'gu')
const anyHarm = new RegExp(`[${harmful}\\u0085\\u2028\\u2029\\p{Surrogate}]`, 'u')

/** A zero-width space, which the clean stage takes out: in its place offsets into a paragraph's own text stay right. */
const NOTHING = '\u200b'

const cleanValue = (value: string): string =>
  wellFormed(value)
    .replace(harmfulOnes, (c) => NOTHING.repeat(c.length))
    .replace(/[\u0085\u2028\u2029]/g, '\n')

/** The text without what does harm, for words that no stage cleans. */
export const cleanWords = (text: string): string => cleanValue(text).replaceAll(NOTHING, '').replace(/\s+/g, ' ').trim()

const paragraphs = (block: Block): Paragraph[] =>
  block.type === 'paragraph' ? [block] : block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))

/** Takes out of a reader's tree what does harm, in place. Half characters become U+FFFD, with a notice where they stand. */
export const cleanTree = (root: BlockRoot): void => {
  const { meta, notices } = root.data
  if (meta?.title !== undefined) meta.title = cleanWords(meta.title)
  for (const notice of notices) notice.message = cleanWords(notice.message)
  const halves: { block: number; count: number }[] = []
  for (const [index, block] of root.children.entries()) {
    let count = 0
    for (const paragraph of paragraphs(block)) {
      if (!anyHarm.test(paragraph.value)) continue
      count += paragraph.value.match(half)?.length ?? 0
      paragraph.value = cleanValue(paragraph.value)
    }
    if (block.type === 'table' && block.data?.caption !== undefined) block.data.caption = cleanWords(block.data.caption)
    if (count > 0) halves.push({ block: index, count })
  }
  notices.push(...halves.map(halfNotice))
}

const halfNotice = ({ block, count }: { block: number; count: number }): ReaderNotice => ({
  code: 'half_character',
  message: `${count === 1 ? 'half of a character stands' : `${count} halves of characters stand`} here in the source; each was made �`,
  block,
})

/** What a terminal would act upon rather than show. */
const unprintable = new RegExp(`[${harmful}\\u000c\\u000d\\u0085\\u2028\\u2029\\p{Surrogate}]`, 'gu')

/**
 * The text as a terminal may show it: what would move the cursor, ring, hide or turn words stands as � (controls as their visible
 * pictures ␛). `\n` and tab stay; a text from outside that is to stay on one line goes through `oneLine`.
 */
export const visible = (text: string): string =>
  text.replace(unprintable, (c) => {
    const code = c.codePointAt(0) ?? 0
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : code === 0x7f ? '␡' : '�'
  })

/** The same on one line, for names of files and titles. */
export const oneLine = (text: string): string => visible(text.replace(/\r\n?|[\n\u0085\u2028\u2029]/g, '␤'))
