/** Lines that are headings or titles by their words: a document's title, field names as headings, problems without a number. */
import { isStatusOnly } from '../fields/status.js'
import type { Line } from '../tokens/lines.js'

const attachment = /^附(?:件|表|录)?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s?(?:[-—]\d{1,2})?：?$/
const sectionTitle =
  /(?:清单|方案|台账|一览表|明细表|情况表|报告|通报|公示|公告|整改情况|进展情况|落实情况|完成情况|整改措施表|(?:问题|任务|分解|明细|统计|汇总|分工|进度|落实)表)(?:（[^（）]{1,20}）)?$/

/** Words that end as a report's title does. */
export const isTitleWords = (words: string): boolean => words.length >= 8 && sectionTitle.test(words)

/** A line that begins a document or an attachment: numbering starts anew after it. */
export function isSectionTitle(folded: string, line: Line): boolean {
  if (line.mark || line.label || line.table) return false
  const text = folded.slice(line.start, line.end)
  if (text.length > 60) return false
  if (attachment.test(text)) return true
  return text.length >= 4 && !/[，。；：！？]/.test(text.replace(/^附件[^：]{0,4}：/, '')) && sectionTitle.test(text)
}

/** Marks with a field label behind them (一、反馈问题 二、整改目标 …) that are fields, not chapters. */
export function fieldHeadings(lines: readonly Line[]): Set<number> {
  const fields = new Set<number>()
  let run: number[] = []
  const close = () => {
    const labelled = run.filter((i) => lines[i]?.label)
    const kinds = new Set(labelled.map((i) => lines[i]?.label?.field))
    const known = [...kinds].filter((k) => k !== 'other' && k !== undefined).length
    if (labelled.length * 10 >= run.length * 6 && known >= 2 && (kinds.has('problem') || known >= 3))
      for (const i of labelled) fields.add(i)
    run = []
  }
  // runs of one style whose ordinals follow each other, whatever stands between
  for (const style of new Set(lines.map((l) => l.mark?.style))) {
    if (!style) continue
    let last = 0
    lines.forEach((line, i) => {
      if (line.mark?.style !== style) return
      if (line.mark.ordinal !== last + 1) close()
      last = line.mark.ordinal
      run.push(i)
    })
    close()
  }
  lines.forEach((line, i) => {
    if (line.mark && line.label && line.label.form !== 'alone' && line.label.form !== 'stop' && line.label.field !== 'problem')
      fields.add(i)
    // （一）加强领导。… is a heading, unless its whole list is of labels
    if (line.label?.form === 'stop' && !fields.has(i)) line.label = null
  })
  return fields
}

/** An unnumbered heading right over a problem: 关于…方面 */
export const plainHeadingWords = /^[^，。；：！？、]{2,30}(?:方面(?:存在)?的?(?:问题)?|领域|类问题)$/

/** Right over 问题1： any few words that are no sentence head the problems. */
const shortHeading = /^[\u4e00-\u9fff“”、]{3,16}$/

export function plainHeadings(folded: string, lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (line.mark || line.label || line.table || line.heading > 0 || !next || next.table || line.end - line.start > 40) return
    const opens = next.label?.field === 'problem' || next.mark?.style === 'issue' || next.mark?.ordinal === 1
    const words = folded.slice(line.start, line.end)
    if (next.mark?.style === 'issue' && shortHeading.test(words) && !isStatusOnly(words)) found.add(i)
    if (opens && plainHeadingWords.test(folded.slice(line.start, line.end).replace(/（[^（）]*）$/, ''))) found.add(i)
  })
  return found.size >= 2 ? found : new Set()
}

/** A problem without a number that has its line to itself: 关于…的问题 */
export const plainProblemWords = /^(?:关于|针对)[^。；！？]{3,90}问题[。：]?$/

export function plainProblems(folded: string, lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  lines.forEach((line, i) => {
    if (line.mark || line.label || line.table || line.end - line.start > 100 || !lines[i + 1]) return
    if (plainProblemWords.test(folded.slice(line.start, line.end))) found.add(i)
  })
  return found.size >= 2 ? found : new Set()
}

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
