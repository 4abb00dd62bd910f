/** Lines that are headings or titles by their words: a document's title, a category, a problem without a number. */
import type { Line } from '../tokens/lines.js'

const attachment = /^附(?:件|表|录)?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s?(?:[-—]\d{1,2})?：?$/
const sectionTitle =
  /(?:清单|方案|台账|一览表|明细表|情况表|报告|通报|公示|公告|整改情况|进展情况|落实情况|完成情况|情况公开|(?:情况|结果|进展)的?公布|整改措施表|(?:问题|任务|分解|明细|统计|汇总|分工|进度|落实|公示)表)[”》]?(?:（[^（）]{1,20}）)?$/

/** Words that end as a report's title does. */
export const isTitleWords = (words: string): boolean => words.length >= 8 && sectionTitle.test(words)

/** A line that begins a document or an attachment: numbering starts anew after it. */
export function isSectionTitle(folded: string, line: Line): boolean {
  if (line.mark || line.table) return false
  const text = folded.slice(line.start, line.end)
  if (attachment.test(text)) return true
  if (line.label || text.length > 60) return false
  return text.length >= 4 && !/[，。；：！？]/.test(text.replace(/^附件[^：]{0,4}：/, '')) && sectionTitle.test(text)
}

/** An unnumbered heading right over a problem: 关于…方面 */
export const plainHeadingWords =
  /^[^，。；：！？、]{2,30}(?:(?:方面|领域)(?:存在)?的?(?:问题)?|类问题)$|^(?:已经?|正在|尚未|未|基本|需要?|立行立改|长期)[^，。；：、]{0,6}(?:完成|整改|推进|销号|启动|进行|办结|坚持|到位)[^，。；：、]{0,2}的(?:具体|反馈)?(?:问题|事项|任务)$/

/** A numbered heading however long: （一）落实党中央决策部署和省委、市委工作要求方面存在的问题 */
export const numberedHeadingWords = /^[^。；！？]{2,120}(?:方面|领域)(?:存在)?的?(?:突出|主要)?(?:问题|不足)?[：。]?$/

/** A problem without a number that has its line to itself: 关于…的问题 */
export const plainProblemWords = /^(?:关于|针对)[^。；！？]{3,90}问题[。：]?$/

/** （责任单位：…） on lines of their own: the measures' where they all stand under measures, else the items'. */
export function bracketsOfMeasures(lines: readonly Line[]): boolean {
  let under = 0
  let open: string | null = null
  for (const line of lines) {
    if (!line.label) continue
    if (!line.bracketed) open = line.label.field
    else if (open !== 'measures') return false
    else under++
  }
  return under > 0
}
