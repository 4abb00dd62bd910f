/** Splits the words of one piece: 市发改委和市财政局, X等5个乡镇. */
import { bodyEnding, groupName, innerWord, isKindOfPlaces, strongEnding, weakEnding } from '../lexicon/parties.js'
import { parseNumeral } from '../values/numerals.js'

/** 市发改委和市财政局 is two bodies, 市自然资源和规划局 is one: what stands before 和 must end as a body does. */
export function splitConjunctions(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = []
  const conjunction =
    /以及|和|及|与|暨|联合|(?<=[局厅])(?=[省市县区州][\u4e00-\u9fff]{2,10}(?:[局厅]|改革委|健康委|委员会)(?:$|[省市县区州]))/g
  let from = 0
  for (const match of text.matchAll(conjunction)) {
    const end = match.index + match[0].length
    if (
      insideBracket(text, match.index) ||
      match.index === 0 ||
      !joinsBodies(text.slice(Math.max(from, match.index - 24), match.index), text.slice(end, end + 60))
    )
      continue
    parts.push({ text: text.slice(from, match.index), start: from })
    // 市生态环境局及其各分局
    from = /^其(?![他它余中])/.test(text.slice(end, end + 2)) ? end + 1 : end
  }
  parts.push({ text: text.slice(from), start: from })
  return parts
}

function joinsBodies(left: string, right: string): boolean {
  const last = left
  const next = right.replace(/等.*/, '').split(/以及|和|及|与|暨/, 4)
  if (last.length < 2 || innerWord.test(last)) return false
  // the next body may have a 和 of its own: any stretch up to a 和 may be it
  const names = next.map((_, i) => next.slice(0, i + 1).join('和')).filter((n) => n.length > 1)
  if (!names.some((n) => bodyEnding.test(n) || groupName.test(n) || isKindOfPlaces(n))) return false
  if (strongEnding.test(last) || isKindOfPlaces(last) || groupName.test(last)) return true
  // 水库和移民中心 is one body, 大圳水库和六都寨水库 are two
  return weakEnding.test(last) && (/^[省市县区州镇乡各有相]/.test(right) || last.at(-1) === names[0]?.at(-1))
}

function insideBracket(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  return before.lastIndexOf('（') > before.lastIndexOf('）') && text.slice(at, at + 60).includes('）')
}

const count = '(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})'
const deng = new RegExp(
  `等 ?(${count} ?(?:个|家|所|户|名)?.{0,200}|(?:有关|相关|[市县区省州]直|各|责任|成员|其他|涉及|属地|职能|主管|多|部门|单位|县|乡|镇|企业|公司|地区|园区).{0,200}|)$`,
)
/** 等部门, 等单位: no group of its own. */
const saysNothing = /^(?:多个?|各)?(?:部门|单位|地区|企业|公司|乡镇|镇街|镇|乡|街道|县区|县市区|区县|村|社区|园区|学校)?$/

/** X等5个乡镇 → X, 5个乡镇; a trailing 等 is dropped. */
export function splitAfterDeng(words: string): { head: string; group: string } {
  const match = deng.exec(words)
  if (!match || match.index < 2) return { head: words, group: '' }
  const group = match[1] ?? ''
  return { head: words.slice(0, match.index), group: saysNothing.test(group) ? '' : group }
}

/** 衡东县、衡山县等2个县: whether the number only counts what is listed. */
export function countsListed(group: string, listed: number): boolean {
  const number = new RegExp(`^${count}(?=个|家|所|户|部门|单位|[县市区乡镇])`).exec(group)?.[0]
  return number !== undefined && parseNumeral(number) === listed
}
