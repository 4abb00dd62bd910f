/** The head of a report: title, kind, programme, the day it reports its state of. */

import type { Layout } from '../layout/layout.js'
import {
  listTitle,
  type ProgrammeType,
  planTitle,
  programmes,
  progressTitle,
  titleEnding,
  titleWords,
} from '../lexicon/head.js'
import type { Line } from '../tokens/lines.js'
import { ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { findDates } from '../values/dates.js'
import type { DateMention } from '../values/types.js'

const attachmentMark = /^附(?:件|表)?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[-—]\d)?：?$/
const notTitle =
  /^(?:索引号|发文字号|发布时间|发布日期|来源|信息来源|字号|时间|日期|作者|浏览|点击|文号|主题词|当前位置|首页|各|根据|为|按照|中共.{2,20}：$|[\u4e00-\u9fff]{1,12}[〔（［]\d{4}[〕）］]第?\d{1,4}号$|（.*）$|\d{4}[-年/.]|.{2,30} ?[|｜›»] ?)/

export interface Title {
  text: string
  span: Span
}

/** The first title, its lines joined; an attachment's only if there is no other. */
export function findTitle(
  { text, folded }: Pick<Layout, 'text' | 'folded'>,
  lines: readonly Line[],
  metaTitle: string | null,
): Title | null {
  const wanted = metaTitle ? metaTitle.replace(/\s/g, '') : null
  for (let i = 0; i < Math.min(lines.length, 40); i++) {
    const line = lines[i]
    if (!line) break
    if (line.table) {
      const caption = tableCaption(folded, line)
      if (caption) return { text: text.slice(...caption), span: caption }
      continue
    }
    const words = folded.slice(line.start, line.end)
    if (attachmentMark.test(words) || notTitle.test(words)) continue
    if (line.mark && !line.heading && !line.centered && !(i === 0 && titleEnding.test(words))) {
      if (i < 3) continue
      break
    }
    if (line.label && line.label.form !== 'alone') continue
    if (/[。；！？]/.test(words) || words.length > 90) {
      if (words.length > 90) break
      continue
    }
    // lines of one title: up to its ending, none of them a sentence
    let end = i
    while (end + 1 < lines.length && end - i < 4 && !endsTitle(joined(folded, lines, i, end), lines[end + 1], folded)) {
      const next = lines[end + 1]
      if (!next || next.table || next.mark || (next.label && next.label.form !== 'alone')) break
      if (next.heading > 0 && line.heading === 0) break
      const more = folded.slice(next.start, next.end)
      if (/[。；！？，：]/.test(more) || more.length > 50 || attachmentMark.test(more) || notTitle.test(more)) break
      end++
    }
    const whole = joined(folded, lines, i, end)
    const isMeta = wanted?.includes(whole.replace(/\s/g, '').slice(0, 12))
    if (!(titleEnding.test(whole) || titleWords.test(whole) || line.heading === 1 || isMeta) || whole.length < 4) continue
    // a second line that goes on after the ending: …整改情况的通报（2024年）, or a title over two lines that ends in 方案 again
    const after = lines[end + 1]
    if (
      after &&
      !after.mark &&
      !after.label &&
      !after.table &&
      /^（[^（）]{2,30}）$/.test(folded.slice(after.start, after.end)) &&
      /^（(?:征求意见|公开|社会公开|第)/.test(folded.slice(after.start, after.end))
    )
      end++
    const span: Span = [line.start, lines[end]?.end ?? line.end]
    return { text: text.slice(...span).replace(/\n/g, ''), span }
  }
  return null
}

/** Whether a title is whole; 关于巡察反馈意见 goes on in 整改情况的通报. */
const endsTitle = (words: string, next: Line | undefined, folded: string): boolean =>
  titleEnding.test(words) &&
  !(
    /^.{0,60}关于[^（）]{2,40}(?:反馈意见|问题清单|审计报告|反馈情况)$/.test(words) &&
    next &&
    titleEnding.test(folded.slice(next.start, next.end))
  )

const joined = (folded: string, lines: readonly Line[], from: number, to: number): string =>
  lines
    .slice(from, to + 1)
    .map((l) => folded.slice(l.start, l.end))
    .join('')

function tableCaption(folded: string, line: Line): Span | null {
  const rows = line.table?.rows ?? []
  for (const row of rows.slice(0, 2)) {
    const filled = row.cells.filter((c) => c.paragraphs.length > 0)
    const [cell] = filled
    const first = cell?.paragraphs[0]
    const last = cell?.paragraphs.at(-1)
    if (filled.length === 1 && first && last && titleEnding.test(folded.slice(first.start, last.end)))
      return [first.start, last.end]
  }
  return null
}

export type Kind = 'plan' | 'checklist' | 'progress' | 'unknown'

/** What the document is, from its title and from the fields that its items have. */
export function kindOf(
  title: string | null,
  items: number,
  has: { measures: number; progress: number; status: number; goal: number; deadline: number },
): Kind {
  if (items === 0) return 'unknown'
  const words = title ?? ''
  const plan = planTitle.test(words) && !/方案(?:落实|执行|进展|完成)/.test(words)
  const list = listTitle.test(words)
  const done = has.progress * 2 >= items || has.status * 2 >= items
  if (plan && !/(?:进展|落实情况|完成情况|整改情况)/.test(words)) return 'plan'
  if (list) return done ? 'progress' : 'checklist'
  if (progressTitle.test(words) && /整改|销号|问题|巡|督察|审计/.test(words))
    return done || has.measures === 0 ? 'progress' : has.goal + has.deadline > 0 ? 'plan' : 'progress'
  if (done) return 'progress'
  if (has.measures > 0 || has.goal > 0) return plan ? 'plan' : 'checklist'
  return progressTitle.test(words) ? 'progress' : 'checklist'
}

export interface Programme {
  type: ProgrammeType
  round: number | null
  lookBack: boolean
  text: string
  span: Span
}

/** The inspection that the report answers: of the title, else of the opening. */
export function findProgramme(
  { text, folded }: Pick<Layout, 'text' | 'folded'>,
  title: Title | null,
  opening: Span,
): Programme | null {
  const inTitle = title ? programmeIn(text, folded, title.span) : null
  const inOpening = programmeIn(text, folded, opening)
  if (!inTitle) return inOpening
  // the title may leave the round out
  return inTitle.round === null && inOpening?.type === inTitle.type && inOpening.lookBack === inTitle.lookBack
    ? { ...inTitle, round: inOpening.round }
    : inTitle
}

/** Words over several lines as one, with the way back to their offsets. */
function unbroken(folded: string, [start, end]: Span): { words: string; at: (i: number) => number } {
  const places: number[] = []
  let words = ''
  for (let i = start; i < end; i++) {
    const c = folded[i] ?? ''
    if (c === '\n') continue
    words += c === '"' ? (words.lastIndexOf('“') > words.lastIndexOf('”') ? '”' : '“') : c
    places.push(i)
  }
  return { words, at: (i) => places[i] ?? end }
}

function programmeIn(text: string, folded: string, place: Span): Programme | null {
  const { words, at } = unbroken(folded, place)
  for (const [type, pattern] of programmes) {
    const readings: Programme[] = []
    for (const match of words.slice(0, 1500).matchAll(new RegExp(pattern, 'g'))) {
      const [found] = match
      const stop = match.index + found.length
      // 省生态环境保护督察工作领导小组, 审计局 name bodies
      if (/^(?:工作)?(?:领导小组|办公室|局|厅|署|工作规定|工作实施办法|整改工作(?:领导|实施办法))/.test(words.slice(stop)))
        continue
      const roundWords =
        /第?([一二三四五六七八九十\d]{1,3})轮/.exec(found) ??
        /第([一二三四五六七八九十\d]{1,3})轮/.exec(words.slice(Math.max(0, match.index - 12), stop + 6))
      const round = /首轮/.test(found) ? 1 : roundWords?.[1] ? ordinal(roundWords[1]) : null
      const span: Span = [at(match.index), at(stop - 1) + 1]
      readings.push({
        text: text.slice(...span),
        span,
        type,
        round,
        lookBack: /“?回头看”?/.test(words.slice(match.index, stop + 8)),
      })
    }
    const [first] = readings
    // of the same inspection the words that tell its round
    if (first)
      return first.round === null ? (readings.find((r) => r.round !== null && r.lookBack === first.lookBack) ?? first) : first
  }
  return null
}

/** 截至2022年12月底: where the document tells its own state, outside its items. */
export function findAsOf(
  { text, folded }: Pick<Layout, 'text' | 'folded'>,
  places: readonly Span[],
  year: number | null,
): DateMention | null {
  for (const [start, end] of places) {
    const words = folded.slice(start, end)
    let at = words.search(/截[至止]/)
    while (at >= 0) {
      const stop = words.slice(at).search(/[，。；）\n]/)
      const phrase = words.slice(at, stop < 0 ? Math.min(words.length, at + 30) : at + stop)
      const clause = words.slice(at, at + 160)
      const [date] = findDates(phrase, { year })
      if (date && date.span[0] <= 6 && /整改|问题|销号|任务/.test(clause)) {
        const span: Span = [start + at + date.core[0], start + at + date.core[1]]
        return { ...date, span, core: span, text: text.slice(...span) }
      }
      const next = words.slice(at + 2).search(/截[至止]/)
      at = next < 0 ? -1 : at + 2 + next
    }
  }
  return null
}
