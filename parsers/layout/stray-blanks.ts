/**
 * Blanks that recognition or a font strews between the characters of words (识别夹入的空格): 整改 目标，饮用 水源. One report has none or
 * hundreds, so all of it decides.
 */
import { namesBodies } from '../fields/cells.js'
import { exactFieldOf, longestLabel } from '../lexicon/labels.js'
import type { Block, BlockRoot, Paragraph } from '../tree.js'

const han = '[\\u3400-\\u9fff]'
/** A single blank between two Chinese characters, between figures of one digit (2 0 2 4), or beside a half-width mark. */
const between = new RegExp(
  `(?<=(?<!\\d)\\d)[ \\u00a0](?=\\d(?!\\d))|(?<=${han})[ \\u00a0](?=${han}|[:,;)])|(?<=[:,;(])[ \\u00a0](?=${han})`,
  'g',
)
const isProse = (line: string): boolean => line.length >= 20 && /[，,。；;]/.test(line)

/** Fewer may be a writer's own. */
const fewest = 8
/** A blank stands between words of prose this often or more, one for so many characters. */
const strewn = 80

const paragraphsOf = (block: Block): Paragraph[] =>
  block.type === 'paragraph' ? [block] : block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))

/** Takes such blanks out of a report that is strewn with them; how many. In their place stands nothing visible, so that offsets stay right. */
export function dropStrayBlanks(root: BlockRoot): number {
  const paragraphs = root.children.flatMap(paragraphsOf)
  if (!isStrewn(paragraphs)) return 0
  let dropped = 0
  for (const paragraph of paragraphs) {
    const strong = paragraph.data?.strong
    if (paragraph.data && strong) paragraph.data.strong = strong.map((words) => words.replace(between, ''))
    if (/ |\u00a0/.test(paragraph.value))
      paragraph.value = paragraph.value
        .split('\n')
        .map((line) =>
          line.replace(between, (blank, at: number) => {
            if (partsLabel(line, at)) return blank
            dropped++
            return '\u200b'
          }),
        )
        .join('\n')
  }
  return dropped
}

function isStrewn(paragraphs: readonly Paragraph[]): boolean {
  let [blanks, characters] = [0, 0]
  for (const { value } of paragraphs) {
    if (!/ |\u00a0/.test(value)) {
      if (isProse(value)) characters += value.length
      continue
    }
    for (const line of value.split('\n')) {
      if (!isProse(line)) continue
      characters += line.length
      for (const { index } of line.matchAll(between)) if (!partsLabel(line, index)) blanks++
    }
  }
  return blanks >= fewest && blanks * strewn >= characters
}

const blanks = /[ \u00a0\u200b]/g
const labelled = new RegExp(`^(${han}{2,${longestLabel}})[：:]`)
/** Room for a label and the blanks in it. */
const reach = longestLabel * 2

/** 工作 措施：: the words before the blank belong to the label. */
function endsLabel(before: string, words: string): boolean {
  const [own = ''] = ownWords.exec(before) ?? []
  for (let n = 1; n <= own.length && n + words.length <= longestLabel; n++)
    if (exactFieldOf(own.slice(-n) + words) !== null) return true
  return false
}
const ownWords = new RegExp(`${han}{1,${longestLabel}}$`)

/** 总 体 目 标：: a character alone on both sides is set wide, whatever the last of them would be the label of. */
const isWide = (line: string, at: number): boolean => wide.test(line.slice(Math.max(0, at - 2), at + 3))
const wide = new RegExp(`(?:^|[^\\u3400-\\u9fff])${han}[ \\u00a0]${han}(?:[^\\u3400-\\u9fff]|$)`)

/** 财务处 国有资产管理处: the blank parts two bodies. */
function partsBodies(line: string, at: number): boolean {
  const [before = ''] = bodyBefore.exec(line.slice(Math.max(0, at - reach), at)) ?? []
  const [behind = ''] = bodyBehind.exec(line.slice(at + 1, at + reach)) ?? []
  return before !== '' && behind !== '' && namesBodies(before) && namesBodies(behind)
}
/** No name goes on behind such an ending. */
const bodyBefore = new RegExp(`${han}{2,20}(?:局|处|科|厅|部|办公室|中心|公司|政府|支队|大队)$`)
const bodyBehind = new RegExp(`^${han}{3,20}`)

/** Whether the blank stands behind the label that opens a line, or before one that has a colon. */
function partsLabel(line: string, at: number): boolean {
  if (isWide(line, at) || /[:,;)]/.test(line[at + 1] ?? '') || /[:,;(]/.test(line[at - 1] ?? '')) return false
  if (partsBodies(line, at)) return true
  const next = line.slice(at + 1, at + reach).replace(blanks, '')
  const [, words] = labelled.exec(next) ?? []
  if (words && exactFieldOf(words) !== null) {
    const own = line.slice(Math.max(0, at - reach), at).replace(blanks, '')
    // 主⏎要 措施：: a line's end has cut the label
    return own.length > 2 && !endsLabel(own, words)
  }
  if (at > reach) return false
  const before = line
    .slice(0, at)
    .replace(blanks, '')
    .replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]{1,2}/, '')
  // 整改任务 一：: the number counts the problem
  if (/^[一二三四五六七八九十]{1,3}[：:、.．]/.test(next)) return false
  return before.length >= 4 && exactFieldOf(before) !== null && !opensLabel(before, next)
}

/** 整改完成 时限: the words behind the blank belong to the label. */
function opensLabel(words: string, next: string): boolean {
  for (let n = 1; n + words.length <= longestLabel && n <= next.length; n++)
    if (exactFieldOf(words + next.slice(0, n)) !== null) return true
  return false
}
