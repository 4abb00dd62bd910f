/** The day that a report tells its own state of: 截至2022年12月底, in its sentences, or alone in brackets or on a line. */
import type { Layout } from '../layout/layout.js'
import type { Span } from '../tree.js'
import { findDates } from '../values/dates.js'
import type { DateMention } from '../values/types.js'

const since = /截[至止](?:时间|日期|到)?[：:]?/g
/** 数据截止时间：2022年10月31日; not the day on which a notice or an application ends. */
const label =
  /(?:数据|统计|进展|信息|情况|整改进度)截[至止](?:时间|日期)?[：:]?$|(?:统计|填报|填表|更新)(?:时间|日期)[：:]?(?:截[至止])?$/
const otherEnd = /(?:公示|报名|申报|意见|征求|反馈意见|受理|投稿|有效)(?:期限?|时间|日期|从|自)?$/
const ofRectification =
  /(?:已完成|基本完成|正在推进|时序进度|序时进度)\d{1,4}[个项条]|整改|问题|销号|任务|反馈|办理|办结|追责|问责|(?:上缴|归还|追回|收回|挽回|清退|清缴|盘活|退还|补缴)[^，。；]{0,30}[万亿]?元|(?:修订|完善|制定|出台|建立健全)[^，。；]{0,20}制度/
/** No phrase is longer. */
const longest = 40

export interface AsOfReading {
  asOf: DateMention | null
  /** Words that say a day which no calendar has. */
  impossible: Span | null
}

/** Where the document tells its own state, in the parts outside its items. */
export function findAsOf(
  { text, folded }: Pick<Layout, 'text' | 'folded'>,
  places: readonly Span[],
  year: number | null,
): AsOfReading {
  let impossible: Span | null = null
  for (const [start, end] of places) {
    const words = folded.slice(start, end)
    for (const match of words.matchAll(since)) {
      const at = match.index
      const before = words.slice(Math.max(0, at - 12), at)
      if (otherEnd.test(before)) continue
      const from = /^截[至止]/.test(match[0]) && match[0].length > 2 ? at + match[0].length : at
      const stop = words.slice(from).search(/[，。；）)\n]/)
      const phrase = words.slice(from, stop < 0 ? Math.min(words.length, from + longest) : from + Math.min(stop, longest))
      const [until = ''] = words.slice(at, at + 200).split(/[。\n]/)
      const sentence =
        (words
          .slice(Math.max(0, at - 100), at)
          .split(/[。\n]/)
          .at(-1) ?? '') + until
      const alone =
        /(?:^|[（(\n ])$/.test(before) && /^$|^[）)\n]/.test(words.slice(from + phrase.length, from + phrase.length + 1))
      if (!alone && !label.test(before + match[0]) && !ofRectification.test(sentence)) continue
      const [date] = findDates(phrase, { year })
      if (date && date.span[0] <= 6) {
        const span: Span = [start + from + date.core[0], start + from + date.core[1]]
        return { asOf: { ...date, span, core: span, text: text.slice(...span) }, impossible: null }
      }
      if (/^\s?(?:截[至止])?\d{4}年\d{1,2}月\d{1,2}日/.test(phrase)) impossible ??= [start + from, start + from + phrase.length]
    }
  }
  return { asOf: null, impossible }
}
