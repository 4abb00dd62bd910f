/**
 * The title of a report, by evidence: it stands among navigation, dates, sources and issuers, over one to four lines, once or twice, or not at
 * all. Nothing is joined that the words do not join, and none is invented.
 */

import { exactFieldOf } from '../lexicon/labels.js'
import {
  bodyAlone,
  chapterWords,
  goesOn,
  mayGoOn,
  properStart,
  siteSection,
  titleEnding,
  titleWords,
  weakEnding,
} from '../lexicon/title.js'
import type { Line } from '../tokens/lines.js'
import type { Span } from '../tree.js'
import { regionPrefix } from '../values/regions.js'
import { longest, type Piece, piecesOf, type Source } from './title-pieces.js'

export interface Title {
  text: string
  span: Span
}

/** A title runs over no more lines. */
const maxLines = 6

/** 青禾县水利局关于…: a place or a body, whether a table holds it or not. */
const named =
  /^[\u3400-\u9fff]{2,24}?(?:[县市区省州旗盟镇乡局委厅院校]|公司|集团|党组|党委|政府|大学|学院|街道|园区)(?=关于|对|贯彻|落实|公开|召开|举行|部署|开展|推进|整改|20|省|市|中央|第|督|巡|审|环|生态|反馈|问题|突出|信访|被|“|《)/
/** The words open as a title does: with a region, a body, 关于, a year, an inspection. */
const startsTitle = (printed: string): boolean => {
  const words = printed.replace(/^【[^】]{1,12}】/, '')
  return properStart.test(words) || regionPrefix(words) > 0 || named.test(words)
}

/** Whether the words are a whole title. */
function isTitle(words: string, { setOff, late, attached }: Piece): boolean {
  if (words.length < 4 || words.length > longest || /[，]/.test(words.replace(/[（“《][^（“《）”》]*[）”》]/g, '')))
    return false
  if (siteSection.test(words) && !/^整改(?:方案|清单|台账)$/.test(words)) return false
  if (chapterWords.test(words) && !/关于|[县市区省州旗盟镇乡局委部厅院校司].{2,}/.test(words)) return false
  // 具体整改措施 names a field, 整改方案 does not
  if (exactFieldOf(words) !== null) return false
  const proper = startsTitle(words)
  if (!titleEnding.test(words)) return false
  if (!titleWords.test(words) && !setOff && !(proper && !weakEnding.test(words) && words.length >= 10)) return false
  // behind sentences an unnumbered heading is a chapter's
  if (late)
    return attached || (proper && words.length >= 8 && /(?:清单|台账|方案|一览表|情况表|汇总表)(?:（[^（）]*）)?$/.test(words))
  if (weakEnding.test(words)) return proper || setOff
  return (
    proper ||
    setOff ||
    /的(?:报告|公告|公示|通报|函|通知)$/.test(words) ||
    words.length > 8 ||
    /^整改(?:方案|清单|台账)$/.test(words)
  )
}

/** A place, a body, a year or 关于: what no site's section is called by. */
const opensTitle = /关于|贯彻|落实|[县市区省州旗盟镇乡局厅]|街道|党[组委]|政府|委员会|公司|集团|大学|学院|医院|(?:19|20)\d\d年/

/** What an inspection found, at the end of a title's line. */
const found = /(?:反馈(?:意见|问题)?|(?:指出|发现)(?:的)?问题|交办问题|督察|巡视|巡察|审计|考核|巡查|检查|回头看”?)$/

const answers = /^[\u3400-\u9fff]{1,7}[省县市区州旗盟镇乡](?:(?:反馈)?(?:意见|问题))?(?:贯彻|落实|整改)/

/** Whether the line `before` belongs to the title that `words` end; `whole`: it with the lines before that do. */
function joins(before: Piece, first: Piece, words: string, whole = before.words): boolean {
  if (before.line !== first.line - 1 || before.late !== first.late || before.attached !== first.attached) return false
  if (before.cut) return false
  const above = before.words
  if (above.length > 60 || siteSection.test(above) || /[：:]$/.test(above)) return false
  const formatted = before.setOff && first.setOff
  // 关于 opens what has not ended yet; …整改进展⏎情况的公示 goes on in the middle of a word
  if (/关于/.test(above) && (!titleEnding.test(above) || /^(?:情况|工作|任务)?的(?:报告|公告|公示|通报|函|通知)$/.test(words)))
    return !/关于/.test(words)
  // …整改情况的报告 has ended: 问题整改情况 under it is a chapter
  if (/的(?:报告|公告|公示|通报|函|通知)$|(?:方案|清单|台账)$/.test(above) && chapterWords.test(words))
    if (above.length >= 12 && !/^(?:落实|执行|进展|推进|完成)/.test(words)) return false
  // 问题清单 under …整改措施清单 is one too
  if (/(?:方案|清单|台账)$/.test(above) && /^[\u3400-\u9fff]{2,4}清单$/.test(words)) return false
  // 整改工作开展情况 is a chapter, whatever stands above
  if (chapterWords.test(words) && !/关于|贯彻|落实|督|巡|审计|检查|考核|测评|反馈/.test(above)) return false
  // a committee over a government: both issue
  if (bodyAlone.test(first.words) && bodyAlone.test(above))
    return /关于/.test(words) && /委员会|[省市县区州旗]委/.test(above) && /政府/.test(first.words) && !/政府/.test(above)
  // an issuer over 关于…
  if (bodyAlone.test(above))
    return /^(?:关于|贯彻|落实|对|印发|转发|(?:19|20)\d\d年)/.test(words) || (formatted && !startsTitle(words))
  // 中央督察反馈意见⏎青禾市整改进展清单
  if (found.test(above) && regionPrefix(above) === 0 && answers.test(words)) return true
  // 沅江市 over 关于…, over 2023年…
  if (/^(?:关于|贯彻|落实|(?:19|20)\d\d年|中央|省(?!份)|第[一二三四五]轮)/.test(words))
    return regionPrefix(above) === above.length || /^[\u3400-\u9fff]{1,7}[县市区州旗盟镇乡]$/.test(above)
  // 青禾县⏎柳河镇…整改方案
  if (/^[\u3400-\u9fff]{2,4}(?:镇|乡|街道)/.test(words) && /[县市区旗]$/.test(above) && regionPrefix(above) === above.length)
    return true
  // 2023年度安全生产和⏎消防工作考核…
  if (/(?:和|及|与|暨|、|关于)$/.test(above) && (startsTitle(above) || /^[\u3400-\u9fff]{2,6}[省市县区州]/.test(above)))
    return true
  const unfinished = opensTitle.test(above) || (found.test(above) && opensTitle.test(whole))
  if (titleEnding.test(above) && !(mayGoOn.test(above) && goesOn.test(words) && unfinished)) return false
  // the title's own beginning is here already
  if (startsTitle(words) && !goesOn.test(words)) return false
  return (unfinished && (goesOn.test(words) || mayGoOn.test(above) || !titleEnding.test(above))) || formatted
}

/** A line that wraps in mid-word is at least so long. */
const wrapped = 12

/** …2021年度省级预算执⏎行⏎和其他…的报告: where a title ends whose first line fills its width. */
function wrappedEnd(pieces: readonly Piece[], at: number): number {
  const own = pieces[at]
  if (!own || own.words.length < wrapped || titleEnding.test(own.words) || !startsTitle(own.words)) return at
  let words = own.words
  for (let last = at + 1; last - at < maxLines; last++) {
    const next = pieces[last]
    if (!next || next.line !== own.line + last - at || next.late !== own.late || bodyAlone.test(next.words)) return at
    if (startsTitle(next.words) && !goesOn.test(next.words)) return at
    words += next.words
    if (titleEnding.test(words)) return last
  }
  return at
}

/** The title that ends with piece `at`: its words with those of the lines before that belong to it. */
function assemble(pieces: readonly Piece[], at: number): { first: number; words: string } {
  let first = at
  let words = pieces[at]?.words ?? ''
  while (at - first < maxLines - 1) {
    const [before, own] = [pieces[first - 1], pieces[first]]
    if (!before || !own || !joins(before, own, words)) break
    words = before.words + words
    first--
  }
  return { first, words }
}

const isOpen = (pieces: readonly Piece[]): boolean => {
  const words = pieces.map((piece) => piece.words).join('')
  return words.lastIndexOf('（') > words.lastIndexOf('）')
}

/** The last line of a title that goes on behind piece `at`: …反馈意见⏎整改方案, …清单⏎（征求意见稿）. */
function lastOf(pieces: readonly Piece[], at: number, from = at): number {
  let last = at
  for (let next = pieces[last + 1]; next && last - at < maxLines; next = pieces[last + 1]) {
    const own = pieces[last]
    if (!own || next.line !== own.line + 1 || next.late !== own.late) break
    // （第二⏎批）
    if (isOpen(pieces.slice(at, last + 1)) && next.words.length <= 16) {
      last++
      continue
    }
    const note =
      /^（(?:征求意见|公开|社会公开|送审|修订|试行|第[一二三四五六七八九十\d]{1,3}[批期])(?![^（）]*\d年)[^（）]{0,16}）$/.test(
        next.words,
      )
    const whole = pieces.slice(from, last + 1).map((piece) => piece.words)
    if (!note && !(titleEnding.test(next.words) && joins(own, next, next.words, whole.join('')))) break
    last++
  }
  return last
}

/** The first title, its lines joined; an attachment's only if there is no other. Null where none is printed. */
export function findTitle({ text, folded }: Source, lines: readonly Line[], metaTitle: string | null): Title | null {
  const pieces = piecesOf(folded, lines)
  const found: { first: number; last: number; words: string; attached: boolean }[] = []
  for (let i = 0; i < pieces.length; i++) {
    const own = pieces[i]
    if (!own) continue
    const last = lastOf(pieces, wrappedEnd(pieces, i), i)
    const end = pieces[last] ?? own
    const { first } = assemble(pieces, i)
    const words = pieces
      .slice(first, last + 1)
      .map((piece) => piece.words)
      .join('')
    if (!isTitle(words, end)) continue
    found.push({ first, last, words, attached: own.attached })
    i = last
  }
  const best = found.find(({ attached }) => !attached) ?? found[0] ?? namedBy(pieces, metaTitle) ?? plainTitle(pieces)
  const [start, end] = [best && pieces[best.first], best && pieces[best.last]]
  if (!start || !end) return null
  const span: Span = [start.start, end.end]
  return { text: text.slice(...span).replace(/\n/g, ''), span }
}

const bare = (words: string): string => words.replace(/[\s“”"《》（）()]/g, '')

/** The line that the page's own `<title>` repeats. */
function namedBy(pieces: readonly Piece[], metaTitle: string | null): { first: number; last: number } | null {
  const wanted = metaTitle === null ? '' : bare(metaTitle)
  const repeats = (words: string): boolean =>
    words.length >= 6 && wanted.includes(words) && words.length * 5 >= wanted.length * 3
  const at = pieces.findIndex(
    ({ words, attached }) => !attached && !bodyAlone.test(words) && !siteSection.test(words) && repeats(bare(words)),
  )
  return at < 0 ? null : { first: at, last: at }
}

/** 2023年6月底前完成排查: a deadline, and no headline. */
const tellsDue = /^[^关]{0,12}[年月日底]前(?:全面|全部|基本)?(?:完成|整改|办结|销号)/

/** A headline that does not call itself a report: 青禾县召开督察整改推进会. */
function plainTitle(pieces: readonly Piece[]): { first: number; last: number } | null {
  const at = pieces.findIndex(
    ({ words, late, attached, setOff }) =>
      !late &&
      !attached &&
      words.length >= 8 &&
      words.length <= 60 &&
      !bodyAlone.test(words) &&
      !siteSection.test(words) &&
      !chapterWords.test(words) &&
      !tellsDue.test(words) &&
      !/的问题$/.test(words) &&
      (setOff || (titleWords.test(words) && startsTitle(words))),
  )
  if (at < 0) return null
  let last = at
  for (let next = pieces[last + 1]; next && next.line === (pieces[last]?.line ?? -1) + 1; next = pieces[last + 1]) {
    if (!goesOn.test(next.words) || !mayGoOn.test(pieces[last]?.words ?? '')) break
    last++
  }
  return { first: at, last }
}
