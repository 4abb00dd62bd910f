/** Cuts the lines of each chosen heading into the problem, its labelled fields and what stands under it without a label. */

import { isStatusOnly, trailingStatus } from '../fields/status.js'
import {
  closing,
  describing,
  doingInside,
  doingStart,
  doingSubject,
  guanyuProblem,
  ownOutlook,
  problemCue,
  problemHeading,
} from '../lexicon/cues.js'
import { isShortField, partyFields } from '../lexicon/labels.js'
import { labelAt, labelsInside } from '../tokens/label.js'
import type { Line } from '../tokens/lines.js'
import type { Span } from '../tree.js'
import { isSectionTitle } from './headings.js'
import type { OutlineNode } from './outline.js'
import type { RawField, RawItem } from './raw-item.js'

export function collectItems(
  folded: string,
  lines: readonly Line[],
  nodes: readonly OutlineNode[],
  labelled: boolean,
): RawItem[] {
  const starts = new Set(nodes.map((n) => n.line))
  const found = nodes.map((node, i) =>
    collect(folded, lines, node, endOf(folded, lines, node, nodes[i + 1], starts, i === nodes.length - 1), labelled),
  )
  // prose behind the unit or the day of the last item alone is the report's own end
  const last = found.at(-1)
  if (last && found.length > 1 && last.after.length > 0 && found.slice(0, -1).every((c) => c.after.length === 0)) {
    const { item } = last
    item.body = item.body.filter((span) => !last.after.includes(span))
    item.span = [
      item.span[0],
      [...item.problem, ...item.body, ...item.fields.flatMap((f) => f.segments)].reduce((most, s) => Math.max(most, s[1]), 0),
    ]
  }
  return found.map(({ item }) => item)
}

/** The line behind an item's last: its own end, the next item, a closing line. */
function endOf(
  folded: string,
  lines: readonly Line[],
  node: OutlineNode,
  next: OutlineNode | undefined,
  starts: ReadonlySet<number>,
  last: boolean,
): number {
  let end = Math.min(node.end, next && next.line > node.line ? next.line : node.end)
  for (let i = Math.max(node.line, 0) + 1; i < end; i++) {
    const line = lines[i]
    if (!line) break
    if (lines[i - 1]?.label?.form === 'alone') continue
    const words = folded.slice(line.start, Math.min(line.end, line.start + 60))
    const short = line.end - line.start <= 60
    if (
      isSectionTitle(folded, line) ||
      (last && !line.mark && !line.label && ownOutlook.test(words)) ||
      ((last || short) &&
        !line.mark &&
        closing.test(words) &&
        (line.label === null || line.label.field === 'other') &&
        !starts.has(i))
    ) {
      // 联系电话 between fields of one item ends a field, not the item
      if (line.label && node.labels.some((l) => l.line > i && l.line < end)) continue
      end = i
      break
    }
  }
  return end
}

const spanOfLine = (line: Line, from: number): Span => [from, line.end]

function collect(
  folded: string,
  lines: readonly Line[],
  node: OutlineNode,
  end: number,
  labelled: boolean,
): { item: RawItem; after: Span[] } {
  const after: Span[] = []
  const first = Math.max(node.line, 0)
  const head = lines[first]
  const owned = node.labels.filter((l) => l.line < end && l.line >= first)
  const fields: RawField[] = []
  const problem: Span[] = []
  const body: Span[] = []
  const categories = categoriesOf(folded, lines, node)
  let label: Span | null = null
  let firstField = end
  // where the labels tell what was planned or done, words before them are still the problem
  const fieldsOwned = owned.filter((l) => l.field !== 'problem' && l.field !== 'other')
  const told =
    fieldsOwned.some(
      (l) => (l.field === 'measures' || l.field === 'progress' || l.field === 'goal') && hasText(folded, lines, l, end),
    ) ||
    (fieldsOwned.length > 0 && !guanyuProblem.test(head ? folded.slice(head.body, head.end) : ''))
  const headIsField = head?.label && owned.some((l) => l.line === first) && head.label.field !== 'problem'
  if (node.line >= 0 && head && !headIsField) {
    if (head.mark && node.style !== 'record') label = [head.mark.start, head.mark.end]
    const from = head.label?.field === 'problem' ? head.label.value : head.body
    firstField = owned.find((l) => l.line > first)?.line ?? end
    if (node.style === 'record' && head.mark) label = [head.mark.start, head.mark.end]
    if (from < head.end) problem.push(spanOfLine(head, from))
    for (let i = first + 1; i < firstField; i++) {
      const line = lines[i]
      if (!line || line.table) continue
      if (labelled && told) problem.push([line.start, line.end])
      else body.push([line.start, line.end])
    }
  } else firstField = owned[0]?.line ?? end
  const hasMeasures = owned.some((l) => l.field === 'measures' || l.field === 'progress')
  owned.forEach((own, k) => {
    const line = lines[own.line]
    if (!line?.label || (own.line === first && !headIsField && node.line >= 0)) return
    const to = owned[k + 1]?.line ?? end
    const segments: Span[] = []
    if (line.label.value < line.end) segments.push([line.label.value, line.end])
    // 整改结果：已完成 is all of its field
    const statusOnly = segments.length > 0 && isStatusOnly(folded.slice(line.label.value, line.end))
    let ended = false
    for (let i = own.line + 1; i < to; i++) {
      const next = lines[i]
      // a goal that is said in its own line, then numbered measures without a label
      if (
        next &&
        own.field === 'goal' &&
        !hasMeasures &&
        segments.length > 0 &&
        (ended || (next.mark !== null && next.mark.ordinal === 1)) &&
        !next.table
      ) {
        ended = true
        body.push([next.start, next.end])
        continue
      }
      // a unit or a day is said in its own line: prose behind it is no more of it
      if (
        next &&
        (isShortField(own.field) || statusOnly) &&
        segments.length > 0 &&
        !next.table &&
        !next.mark &&
        (ended || isProse(folded.slice(next.start, next.end), partyFields.has(own.field) ? 40 : 12))
      ) {
        ended = true
        const span: Span = [next.start, next.end]
        body.push(span)
        after.push(span)
        continue
      }
      if (next && !next.table) segments.push([next.start, next.end])
      else if (next?.table)
        for (const row of next.table.rows)
          for (const cell of row.cells) for (const p of cell.paragraphs) segments.push([p.start, p.end])
    }
    if (own.field === 'problem' && !fields.some((f) => f.field === 'problem')) {
      fields.push({ field: 'problem', label: folded.slice(line.label.start, line.label.end), segments, row: 0 })
      return
    }
    fields.push({ field: own.field, label: folded.slice(line.label.start, line.label.end), segments, row: 0 })
  })
  // the problem may have its own label: the heading over it is then a heading
  const own = fields.find((f) => f.field === 'problem' && f.segments.length > 0)
  const headOnly = problem.splice(0)
  if (own) {
    const numbered = own.segments[0]
    for (const span of own.segments) problem.push(span)
    const [only] = headOnly
    if (only && headOnly.length === 1 && folded.slice(...only).trim().length > 1 && !itemCounter.test(folded.slice(...only)))
      categories.push(trimHeading(folded, only))
    else if (!label && numbered && head && node.line >= 0 && head.mark) label = [head.mark.start, head.mark.end]
  } else for (const span of headOnly) problem.push(span)
  for (const field of fields) if (field.field === 'category') categories.push(...field.segments.slice(0, 1))
  const rest = fields.filter((f) => f !== own)
  takeBracket(folded, problem, rest)
  for (const list of [body, ...rest.filter((f) => f.field === 'progress' || f.field === 'measures').map((f) => f.segments)])
    takeStatus(folded, list, rest)
  if (own === undefined && rest.every((f) => f.field === 'other')) splitProse(folded, problem, body)
  const points = [...problem, ...body, ...rest.flatMap((f) => f.segments), ...(own ? own.segments : [])]
  const start = Math.min(label?.[0] ?? Number.POSITIVE_INFINITY, ...points.map((p) => p[0]))
  const stop = points.reduce((most, p) => Math.max(most, p[1]), label?.[1] ?? 0)
  return {
    item: { label, problem, body, fields: rest, categories, span: [Number.isFinite(start) ? start : 0, Math.max(stop, 0)] },
    after,
  }
}

/** 督察反馈问题第十五项: a heading that only counts the item. */
const itemCounter =
  /^(?:(?:中央|省|市|督察|巡视|巡察|审计|反馈|整改|销号|公示|交办|生态环境保护|意见|的)*(?:问题|任务|事项|销号)?(?:第?[一二三四五六七八九十百\d]+(?:项|个|号|条)?)?(?:问题|任务|事项)?)(?:：)?$/

/** A labelled value with words of its own, more than a status. */
function hasText(folded: string, lines: readonly Line[], label: { line: number }, end: number): boolean {
  const line = lines[label.line]
  if (!line?.label) return false
  const words = folded.slice(line.label.value, line.end)
  return words.length > 0 ? !isStatusOnly(words) : label.line + 1 < end
}

/** A sentence, not a list of names or days; the state or the day of an item never is one. */
const isProse = (words: string, longest: number): boolean =>
  /。./.test(words) || (words.length > longest && words.endsWith('。') && /[，；]/.test(words))

/** …。（责任单位：市水务局） at the end of a problem is a field. */
function takeBracket(folded: string, problem: Span[], fields: RawField[]): void {
  const last = problem.at(-1)
  if (!last) return
  let end = last[1]
  while (end > last[0] && /[。；\s]/.test(folded[end - 1] ?? '')) end--
  const close = folded[end - 1] ?? ''
  const open = last[0] + folded.slice(last[0], end).lastIndexOf(close === '〕' ? '〔' : '（')
  if (!'）〕'.includes(close) || close === '' || open <= last[0]) return
  const label = labelAt(folded, open + 1, end - 1)
  if (label?.form !== 'colon' || !(isShortField(label.field) || label.field === 'other')) return
  // 〔整改时限：…；牵头单位：…〕
  const inside = [label, ...labelsInside(folded, label.value, end - 1)]
  inside.forEach((one, i) => {
    let to = inside[i + 1]?.start ?? end - 1
    while (to > one.value && /[；，。\s]/.test(folded[to - 1] ?? '')) to--
    if (to > one.value)
      fields.push({ field: one.field, label: folded.slice(one.start, one.end), segments: [[one.value, to]], row: 0 })
  })
  problem[problem.length - 1] = [last[0], open]
}

/** A line that is nothing but a status in brackets: （已完成整改） */
function takeStatus(folded: string, segments: Span[], fields: RawField[]): void {
  const last = segments.at(-1)
  if (!last || segments.length < 2) return
  const words = folded.slice(...last).trim()
  const inner = /^[（【［](.{2,40})[）】］][。]?$/.exec(words)?.[1]
  if (!inner || !isStatusOnly(inner)) return
  segments.pop()
  const at = folded.indexOf(inner, last[0])
  fields.push({ field: 'status', label: '', segments: [[at, at + inner.length]], row: 0 })
}

/** A heading's words without its closing colon. */
const trimHeading = (folded: string, [start, end]: Span): Span => {
  let to = end
  while (to > start && /[：\s]/.test(folded[to - 1] ?? '')) to--
  return [start, to]
}

/** All headings above a node, outermost first; a heading with prose behind it gives its first sentence. */
function categoriesOf(folded: string, lines: readonly Line[], node: OutlineNode): Span[] {
  const spans: Span[] = []
  for (let p = node.parent; p && p.line >= 0; p = p.parent) {
    const line = lines[p.line]
    if (!line) continue
    const from = line.label?.field === 'problem' && line.label.form !== 'alone' ? line.label.value : line.body
    let end = line.end
    if (end - from > 70) {
      const stop = folded.slice(from, end).indexOf('。')
      if (stop > 0) end = from + stop + 1
    }
    const span = trimHeading(folded, [from, end])
    if (span[1] > span[0]) spans.unshift(span)
  }
  return spans
}

/** Sentence starts inside [start, end). */
function sentences(folded: string, start: number, end: number): Span[] {
  const spans: Span[] = []
  let from = start
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = folded[i]
    if (c === '（' || c === '《' || c === '“') depth++
    else if ((c === '）' || c === '》' || c === '”') && depth > 0) depth--
    else if (depth === 0 && (c === '。' || c === '！' || c === '？')) {
      let to = i + 1
      while (to < end && /[”’）\s]/.test(folded[to] ?? '')) to++
      spans.push([from, to])
      from = to
    }
  }
  if (from < end) spans.push([from, end])
  return spans
}

const runStart = /^(?:一是|（一）|1[、.．]|（1）|①|第一，)/

/** Whether a sentence behind the problem tells what was done. After 关于…的问题。 everything does that describes no fault. */
function tellsDoing(words: string, opensWithPhrase: boolean): boolean {
  if (opensWithPhrase) {
    if (describing.test(words)) return false
    if (runStart.test(words)) return !problemHeading.test(words.slice(0, words.search(/[。；]/) + 1))
    return doingStart.test(words) || doingInside.test(words) || doingSubject.test(words) || !problemCue.test(words)
  }
  if (doingStart.test(words)) return !/仍|未/.test(words.slice(0, 50))
  return (
    doingInside.test(words) &&
    !/未|没有|仍|不符|不到位|但|超出|超过规定|违规|虚|漏|滞留|闲置|挪用|不实|不足|拖欠/.test(words.slice(0, 60))
  )
}

/**
 * Problem and doing in one paragraph: 关于…的问题。审计指出…。已整改…
 * The problem ends where the first sentence tells what was done.
 */
function splitProse(folded: string, problem: Span[], body: Span[]): void {
  const [only] = problem
  if (!only || problem.length !== 1) return
  const parts = sentences(folded, only[0], only[1])
  if (parts.length < 2) return
  const opensWithPhrase = guanyuProblem.test(folded.slice(...(parts[0] ?? only)))
  // a status behind the whole paragraph, or paragraphs under it: the paragraph is all problem
  if (!opensWithPhrase && (body.length > 0 || trailingStatus(folded.slice(...only)) !== null)) return
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i]
    if (!part) continue
    const words = folded.slice(...part)
    if (!tellsDoing(words, opensWithPhrase)) continue
    const skip =
      /^(?:整改|落实|进展|完成|处理|目前整改|具体整改|办理)(?:情况|进展|结果|措施|成效|落实情况|进展情况|完成情况)(?:是|如下)?：/.exec(
        words,
      )
    problem[0] = [only[0], (parts[i - 1] ?? part)[1]]
    body.unshift([part[0] + (skip ? skip[0].length : 0), only[1]])
    return
  }
}
