/**
 * Names of regions inside a value, put out of the reach of the rules: 商 of 商丘市 is no verb, 会同 of 会同县 no 会同, 二七 of 二七区 no number.
 * Their characters are replaced one by one, so that places stay; what is read is put back.
 */
import { regionNameAt } from '../values/regions.js'

export interface Shielded {
  /** As long as what was given. */
  text: string
  /** The words as they were. */
  restore: (words: string) => string
}

/** Stand-ins are characters of the Unicode block CJK Extension A, which reports hardly ever print. */
const firstStandIn = 0x3400
const lastStandIn = 0x4dbf

/** What may stand right before a name that has no separator before it. */
const opens = /(?:^|[^\u3400-\u9fff]|[由和及与共]|会同|联合|督促)$/
const conjunction = /[和及与]/
/** A short name counts where one of these follows: 商城分局, 会同工业园. */
const behindShort = /^(?:分局|支局|分院|支行|分公司|高新|经开|工业园|产业园|开发区|示范区|新区|园区|度假区|集聚区|集中区)/

/** The length of the name that begins at `at`, 0 where none does. */
function nameLength(text: string, at: number, behindName: boolean): number {
  const name = regionNameAt(text, at)
  if (name) {
    if (behindName || opens.test(text.slice(Math.max(0, at - 2), at))) return name.length
    // 市生态环境局和布克赛尔县分局: no region is called 布克赛尔县
    if (name.length > 2 && conjunction.test(name.charAt(0)) && regionNameAt(text, at + 1) === null) return name.length
  }
  const short = regionNameAt(text, at, true)
  return short && behindShort.test(text.slice(at + short.length, at + short.length + 4)) ? short.length : 0
}

/** Shields the names of regions in folded text. Linear in its length. */
export function shieldNames(text: string): Shielded {
  const standIn = new Map<string, string>()
  const original = new Map<string, string>()
  let next = firstStandIn
  const replaced = (c: string): string => {
    const known = standIn.get(c)
    if (known) return known
    while (next < lastStandIn && text.includes(String.fromCharCode(next))) next++
    const sign = String.fromCharCode(next++)
    standIn.set(c, sign)
    original.set(sign, c)
    return sign
  }
  let shielded = ''
  let from = 0
  let end = -1
  for (let at = 0; at < text.length - 1; at++) {
    const length = nameLength(text, at, end === at)
    if (length === 0) continue
    end = at + length
    // 县, 市, 区 stay: the rules ask for the kind of a place
    shielded += text.slice(from, at) + [...text.slice(at, end - 1)].map(replaced).join('') + text.slice(end - 1, end)
    from = end
    at = end - 1
  }
  if (from === 0) return { text, restore: (words) => words }
  return {
    text: shielded + text.slice(from),
    restore: (words) => words.replace(/[\u3400-\u4dbf]/g, (sign) => original.get(sign) ?? sign),
  }
}
