/** Labels that have lost the line end and the stop before them (字段间丢了换行): 责任单位：县水利局整改情况：已完成…. */
import { isDue, namesBodies, namesPersons } from '../fields/cells.js'
import { isStatusOnly } from '../fields/status.js'
import { exactFieldOf, type FieldKind, isShortField, partyFields } from '../lexicon/labels.js'
import type { Span } from '../tree.js'
import { common, type Label, outsideBrackets } from './label.js'

/** Chinese characters before a colon. */
const run = /([\u4e00-\u9fff]{3,24})：/g
/** Labels have so many characters. */
const [shortest, longest] = [4, 10]

/** The longest label that the characters end with. */
function labelEnding(words: string): string | null {
  for (let n = Math.min(longest, words.length); n >= shortest; n--) {
    const word = words.slice(-n)
    if (exactFieldOf(word) !== null && (!common.has(word) || word.startsWith('是否'))) return word
  }
  return shortNames.exec(words)?.[0] ?? null
}
/** Labels of three characters that only persons have. */
const shortNames = /(?:联系|责任|负责|督办|包保|包案)人$/

/** How often each label stands before a colon, whatever stands before it. */
export function labelsBeforeColons(folded: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [, words = ''] of folded.matchAll(run)) {
    const word = labelEnding(words)
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** Words behind which a label's name is only a name: 制定整改措施：, 具体整改目标：. */
const names =
  /(?:制定|落实|明确|细化|完善|采取|提出|实施|报送|填写|确定|建立|按照?|对照|根据|结合|以下|如下|下列|各项|有关|相关|具体|主要|重点|及其?|和|与|或|的|了|将|对|其|该|本|各|新|等|是|为|在|把)$/

/** Whether the words before the label are a whole value of the field that they stand in. */
function isWhole(field: FieldKind | null, words: string): boolean {
  if (words === '') return false
  if (field !== null && isShortField(field) && words.length > longestValue) return false
  if (field === 'deadline') return isDue(words)
  if (field === 'status') return isStatusOnly(words)
  if (field !== null && partyFields.has(field)) return namesBodies(words) || namesPersons(words)
  return words.length >= 5 && !names.test(words.slice(-longestName))
}
/** No name of `names` is longer. */
const longestName = 4
/** No value of a short field is longer. */
const longestValue = 200

/** Whether the words behind a label are the whole value of its short field: names, a day, a state. */
export const endsValue = ({ field }: Label, words: string): boolean => isShortField(field) && isWhole(field, words.trim())

/** Such labels of a paragraph, behind those that are known already. */
export function* brokenInside(
  folded: string,
  [start, end]: Span,
  known: readonly Label[],
  counts: ReadonlyMap<string, number>,
): Generator<Label> {
  let open: Label | null = null
  let next = 0
  const words = folded.slice(start, end)
  const isOutside = outsideBrackets(words)
  for (const match of words.matchAll(run)) {
    const colon = start + match.index + match[0].length - 1
    for (let label = known[next]; label && label.end <= colon; label = known[++next]) open = label
    const word = labelEnding(match[1] ?? '')
    const at = word === null ? -1 : colon - word.length
    if (word === null || at <= start || (open && at < open.value)) continue
    // 2024-07-11责任单位：: the day before it ends with a figure
    if (at === start + match.index && !/[\d）%]/.test(folded[at - 1] ?? '')) continue
    // 。整改包保责任单位：: a longer name behind a stop
    const run = at - start - match.index
    if (run < 6 && /[。；！？]/.test(folded[start + match.index - 1] ?? '')) continue
    const field = exactFieldOf(word)
    const before = folded.slice(open?.value ?? start, at).trim()
    if (!isOutside(at - start)) continue
    const short = open !== null && isShortField(open.field)
    if (!field || field === 'number' || field === open?.field || !isWhole(open?.field ?? null, before)) continue
    // in prose the name of a field may stand before a colon by chance
    if (!short && (counts.get(word) ?? 0) < 2) continue
    const label: Label = { field, start: at, end: colon, value: colon + 1, form: 'colon', cut: at }
    open = label
    yield label
  }
}
