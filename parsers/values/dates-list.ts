/** Lists of dates: days in a row are one stretch, and a limit that is said once holds for each. */
import { addDays } from './calendar.js'
import type { DateMention } from './types.js'

/** What stands between two dates of a list. */
export const listJoint = /^ {0,3}(?:[、，,和及与或]|以及) {0,3}$/

/** 9月10日、11日、12日: three or more days in a row are the stretch that they make. */
function mergeLists(found: readonly DateMention[], text: string): DateMention[] {
  const merged: DateMention[] = []
  for (let first = 0; first < found.length; ) {
    let last = first
    while (followsInList(text, found[last], found[last + 1])) last++
    const [from, to] = [found[first], found[last]]
    if (from && to && last - first >= 2) merged.push(stretchOf(text, from, to))
    else merged.push(...found.slice(first, last + 1))
    first = last + 1
  }
  return merged
}

function followsInList(text: string, day: DateMention | undefined, next: DateMention | undefined): boolean {
  if (!day || !next || day.relation !== 'at' || next.relation !== 'at') return false
  if (day.precision !== 'day' || next.precision !== 'day' || next.span[0] - day.span[1] > 4) return false
  return addDays(day.end, 1) === next.start && listJoint.test(text.slice(day.span[1], next.span[0]))
}

const stretchOf = (text: string, from: DateMention, to: DateMention): DateMention => ({
  ...from,
  end: to.end,
  relation: 'during',
  text: text.slice(from.span[0], to.span[1]),
  span: [from.span[0], to.span[1]],
  core: [from.core[0], to.core[1]],
})

const isMoment = ({ start, end }: DateMention): boolean => start === end
const areListed = (text: string, left: DateMention, right: DateMention): boolean =>
  isMoment(left) === isMoment(right) &&
  (isMoment(left) || left.precision === right.precision) &&
  right.span[0] - left.span[1] <= 8 &&
  listJoint.test(text.slice(left.span[1], right.span[0]))

/** 6月底、9月底和12月底前, 到2024年底、2025年底: the word behind the last or before the first of a list holds for each. */
function shareLimits(found: readonly DateMention[], text: string): readonly DateMention[] {
  const bare = ({ relation, span, core }: DateMention): boolean =>
    (relation === 'at' || relation === 'during') && span[0] === core[0] && span[1] === core[1]
  const shared = [...found]
  const share = (i: number, from: DateMention | undefined): void => {
    const own = shared[i]
    if (!own || !from || from.relation !== 'by' || !bare(own)) return
    const [left, right] = own.span[0] < from.span[0] ? [own, from] : [from, own]
    if (areListed(text, left, right)) shared[i] = { ...own, relation: 'by' }
  }
  // behind the last: from the end on; a date that took it passes it on
  for (let i = shared.length - 2; i >= 0; i--) {
    const next = found[i + 1]
    if (next && (next.span[1] > next.core[1] || next !== shared[i + 1])) share(i, shared[i + 1])
  }
  for (let i = 1; i < shared.length; i++) {
    const before = found[i - 1]
    if (before && before.span[1] === before.core[1] && (before.span[0] < before.core[0] || before !== shared[i - 1]))
      share(i, shared[i - 1])
  }
  return shared
}

/** The dates of a text, its lists read as a whole. */
export const listed = (found: DateMention[], text: string): DateMention[] =>
  found.length < 2 ? found : mergeLists(shareLimits(found, text), text)
