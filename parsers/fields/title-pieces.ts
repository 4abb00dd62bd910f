/** The lines that may be a report's title or a part of one, taken from what stands around them. */

import type { Layout } from '../layout/layout.js'
import {
  attachmentLabel,
  attachmentMark,
  bodyAlone,
  bulletin,
  documentNumber,
  furniture,
  issueNumber,
  openingWords,
  otherLabel,
  speaker,
  titleLabel,
} from '../lexicon/title.js'
import type { Line } from '../tokens/lines.js'
import type { Span } from '../tree.js'

/** Lines that are looked at. */
const most = 60
/** A title is no longer. */
export const longest = 120

/** A line that may be a title or a part of one. */
export interface Piece {
  words: string
  start: number
  end: number
  /** Place among the lines; pieces with furniture between them do not join. */
  line: number
  /** The format sets it off: a heading, centred. */
  setOff: boolean
  /** It stands under 附件. */
  attached: boolean
  /** Sentences stand before it. */
  late: boolean
  /** Something else stands behind it in its line. */
  cut: boolean
}

export type Source = Pick<Layout, 'text' | 'folded'>

/** 标题：…, 附件1：…, and what follows the title on its own line: …整改方案 发布时间：2024-05-06. */
function partOf(folded: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  const label = titleLabel.exec(folded.slice(from, to)) ?? attachmentLabel.exec(folded.slice(from, to))
  if (label) from += label[0].length
  const behind =
    /[ （(]?(?:发布|发文|更新|成文)?(?:时间|日期)：|[ （(]?(?:信息|文章)?来源：|(?<=[\u3400-\u9fff）]) ?(?:19|20)\d\d-\d{1,2}-\d{1,2}/.exec(
      folded.slice(from, to),
    )
  if (behind && behind.index >= 6) to = from + behind.index
  while (to > from && /\s/.test(folded[to - 1] ?? '')) to--
  return [from, to]
}

const isSentence = (words: string): boolean =>
  /[。；？]/.test(words) ||
  /(?:如下|公告|公示|报告|通报)?[：:]$/.test(words) ||
  words.length > longest ||
  openingWords.test(words)

/** Lines in which a bulletin's name and number stand. */
const masthead = 8

/** Where the words of a bulletin begin, behind its own name; 0 where it is none. */
function behindMasthead(folded: string, lines: readonly Line[]): number {
  const words = lines.slice(0, masthead).map(({ start, end }) => folded.slice(start, end).trim())
  const at = words.findIndex((line) => issueNumber.test(line))
  return at > 0 && words.slice(0, at).some((line) => bulletin.test(line)) ? at + 1 : 0
}

/** The lines that may be titles, in order. */
export function piecesOf(folded: string, lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  let attached = false
  let late = false
  const first = behindMasthead(folded, lines)
  for (const [i, line] of lines.slice(0, most).entries()) {
    if (i < first) continue
    const places: Span[] = line.table ? captionsOf(line) : [[line.start, line.end]]
    for (const [start, end] of places) {
      const [from, to] = partOf(folded, start, end)
      const words = folded.slice(from, to)
      if (attachmentMark.test(words)) {
        attached = true
        continue
      }
      const setOff = line.heading === 1 || line.heading === 2 || line.centered
      // 一、问题清单 is a chapter, however it is set
      const numbered = line.mark !== null && !(setOff && (line.mark.style === 'issue' || line.mark.style === 'first'))
      if (line.table === null && numbered && !/^(?:19|20)\d\d/.test(words)) {
        if (line.end - line.start > 8) late = true
        continue
      }
      if (isSentence(words)) {
        if (words.length > 24 && !furniture.test(words)) late = true
        continue
      }
      if (isNoTitle(words) || otherLabel.test(words)) continue
      const own = attachmentLabel.test(folded.slice(start, end))
      pieces.push({ words, start: from, end: to, line: i, setOff, attached: attached || own, late, cut: to < end })
    }
  }
  return pieces
}

/** The rows over a table that are one cell wide. */
function captionsOf({ table }: Line): Span[] {
  return (table?.rows.slice(0, 2) ?? []).flatMap((row): Span[] => {
    const filled = row.cells.filter((cell) => cell.paragraphs.length > 0)
    const [cell] = filled
    const [first, last] = [cell?.paragraphs[0], cell?.paragraphs.at(-1)]
    return filled.length === 1 && first && last ? [[first.start, last.end]] : []
  })
}

/** 青禾县人民政府文件: what stands in red over an office's papers. */
const isRedHead = (words: string): boolean => words.endsWith('文件') && bodyAlone.test(words.slice(0, -2))

/** 市整改办 2024年7月5日: who published a bulletin, and when. */
const isIssued = (words: string): boolean => {
  const day = / ?(?:19|20)\d\d年\d{1,2}月\d{1,2}日$/.exec(words)
  return day !== null && day.index > 0 && bodyAlone.test(words.slice(0, day.index))
}

const isNoTitle = (words: string): boolean =>
  (words.length < 2 && !/[\u3400-\u9fff]/.test(words)) ||
  furniture.test(words) ||
  documentNumber.test(words) ||
  isRedHead(words) ||
  isIssued(words) ||
  speaker.test(words) ||
  /^[（(]?(?:19|20)\d\d[年.\-/]\d{1,2}[月.\-/]?(?:\d{1,2}日?)?[）)]?$/.test(words) ||
  /^[\d\s.\-—–/|]+$/.test(words)
