/** The categories of items (类别): the headings that stand open over them. */
import { exactFieldOf } from '../lexicon/labels.js'
import { type Mark, markAt } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import type { Source } from './propose.js'
import type { RawItem } from './raw-item.js'
import type { Open } from './state.js'

/** A heading's words without its closing colon. */
export const trimHeading = (folded: string, [start, end]: Span): Span => {
  let to = end
  while (to > start && /[：\s]/.test(folded[to - 1] ?? '')) to--
  return [start, to]
}

/** A title that nothing goes on behind. */
const wholeTitle = /(?:公示|公告|通报|报告|方案|清单|台账)(?:（[^（）]{1,20}）)?$/

/** A long title, one under 附件, the second line of one at the report's head. */
function isDocumentTitle({ folded, lines, features }: Source, i: number): boolean {
  const [line, above] = [lines[i], lines[i - 1]]
  if (!line || (features[i]?.length ?? 0) > 14 || /^附[件表录]/.test(folded.slice(line.body, line.end))) return true
  const goesOn =
    above &&
    !above.mark &&
    !above.label &&
    !above.table &&
    features[i - 1]?.stops === false &&
    features[i - 1]?.colon === false &&
    !wholeTitle.test(folded.slice(above.start, above.end))
  return i <= 3 && goesOn === true
}

/** All headings that stand open, outermost first; a heading with prose behind it gives its first sentence. */
export function headingSpans(source: Source, headings: Open | null): Span[] {
  const { folded, lines, features } = source
  const spans: Span[] = []
  for (let h = headings; h; h = h.under) {
    const line = lines[h.line]
    const own = features[h.line]
    // 工作开展情况 without a number that would close it: the headings below are not its own
    if (h.over === 'other' && !line?.mark && spans.length > 0) continue
    // the title of a document is no category, a short one over its items is
    if (!line || !own || (own.title && !line.mark && isDocumentTitle(source, h.line))) continue
    const from = line.label?.field === 'problem' && line.label.form !== 'alone' ? line.label.value : line.body
    let { end } = line
    if (end - from > 70 || (own.overProblems && own.category)) {
      const stop = folded.slice(from, end).indexOf('。')
      if (stop > 0) end = from + stop + 1
    }
    const span = trimHeading(folded, [from, end])
    if (span[1] > span[0]) spans.unshift(span)
  }
  return namesList(folded, spans)
}

/** A heading that only names the list (整改任务, 具体问题整改情况) is a category only where it is the nearest. */
const listName =
  /^(?:逐项|逐条|集中|期内|近期|目前|当前|年度|本轮|全部|所有|各类|各个|具体|主要|重点|各项|有关|相关|反馈|督察|巡察|巡视|审计|检查|执法检查|督查|督导|考核|评估|核查|暗访|例行|专项(?=[督检巡审考])|人大(?:常委会)?|警示片|披露|移送|通报|“?回头看”?|国家|省级|市级|县级|县委|市委|区委|省委|中央|第?[一二三四五六七八九十]+轮|生态环境保护|意见|审议|办理|交办|移交|销号|突出|典型|逐一|指出|查出|发现|存在|问题|整改|任务|措施|落实|工作|完成|进展|情况|清单|台账|和|及|的|与|推进|推动|抓好|抓实|抓|做好|狠抓|确保|推动|解决|落地|落细|见效|见底|到位|扎实|认真|切实|全面|全力|从严|有序|有力|成效|目标|责任|事项|内容){2,14}$/

/** 坚持问题导向，… before the name of a list says how. */
const slogan =
  /^(?:(?:(?:问题|目标|结果|效果)导向，)|(?:坚持|突出|聚焦|强化|压实|紧盯|对照|对标|提高|提升|严格|精准|从严|靶向|全面|扎实|认真|深入|切实|持续|立足|围绕|找准|明确|层层)[^，。、]{2,12}，){1,3}/

export const namesList = (folded: string, spans: readonly Span[]): Span[] =>
  spans.filter(
    (span, i) =>
      i === spans.length - 1 ||
      !isListName(
        folded
          .slice(...span)
          .replace(/[。：]$/, '')
          .replace(/（[^（）]*）$/, ''),
      ),
  )

/** 安全隐患问题 is the label of problems elsewhere. */
const isListName = (words: string): boolean => listName.test(words.replace(slogan, '')) || exactFieldOf(words) === 'problem'

/** The headings over a table that stay open over an item, the last of them right over it where `atTable`: （二）… in a row of it closes （一）… above. */
export function aboveRow(
  folded: string,
  above: readonly Span[],
  atTable: boolean,
  { categories: [first] }: RawItem,
): readonly Span[] {
  const own = first && markBefore(folded, first[0])
  // 思想建设方面 right over a table, 作风建设方面 in a row of it
  if (first && !own && atTable && !markBefore(folded, above.at(-1)?.[0] ?? 0)) return above.slice(0, -1)
  const closed = own
    ? above.findIndex(([start]) => {
        const mark = markBefore(folded, start)
        return mark !== null && mark.style === own.style && mark.ordinal < own.ordinal
      })
    : -1
  return closed < 0 ? above : above.slice(0, closed)
}

/** The mark that ends right where words begin. */
function markBefore(folded: string, at: number): Mark | null {
  for (let start = at - 1; start >= Math.max(0, at - 6); start--) {
    const mark = markAt(folded, start)
    if (mark?.body === at) return mark
  }
  return null
}
