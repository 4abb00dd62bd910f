/** What is printed once with the last of several sisters (县第一、第二小学; 市财政、审计局; 平安、和平街道), given to each of them. */
import { bodyEnding, officeSectors } from '../lexicon/parties.js'
import { isRegionName, resolveRegion } from '../values/regions.js'

const mixedKinds = /^(?:乡镇|镇乡|镇街|乡镇街道|镇街道|县区|县市区|县市|市县|区县|市州|镇村|村社区)$/

/** 长沙、株洲、湘潭三市政府: the number counts what is listed. */
function withoutCount(names: readonly string[]): readonly string[] {
  const match = /^([\u4e00-\u9fff]{2,3})([两二三四五六七八九2-9])个?((街道|社区|[市县区镇乡州旗村]).*)$/.exec(
    names.at(-1) ?? '',
  )
  const count = Math.max('零一两三四五六七八九'.indexOf(match?.[2] ?? '-'), Number(match?.[2]?.replace('二', '2')) || 0)
  if (!match || count !== names.length) return names
  const [, short = '', , rest = '', kind = ''] = match
  // 云溪、白水、青山3个乡镇: of which kind each is, nothing tells
  if (mixedKinds.test(rest)) return [...names.slice(0, -1), short]
  // townships are in no table: as many as are counted must stand there, with their kind or without
  const listed = /[镇乡道村社]/.test(kind)
    ? names.slice(0, -1).every((name) => /^[\u4e00-\u9fff]{2,3}$/.test(name) || name.endsWith(kind))
    : isRegionName(short + kind)
  return listed ? [...names.slice(0, -1).map((name) => (name.endsWith(kind) ? name : name + kind)), short + rest] : names
}

const ordinalName = /^(.{0,8}?)(第?)([一二三四五六七八九十]{1,3}|\d{1,2})$/
const lastOrdinal = /^(第?)(?:[一二三四五六七八九十]{1,3}|\d{1,2})([^一二三四五六七八九十\d个名家所级].{0,14})$/
const sectorOffice = /^([\u4e00-\u9fff]{2,16}?)(局|厅|委|部|委员会)$/
const ownLevel = /(?:^|[省市县区州盟旗镇乡委])$/

/** The sector that a name ends with, behind a level, a place or a committee at most: 市财政, 县委组织. */
function sectorOf(name: string): { prefix: string; sector: string } | null {
  for (let i = 0; i <= name.length - 2; i++)
    if (officeSectors.has(name.slice(i)) && ownLevel.test(name.slice(0, i)))
      return { prefix: name.slice(0, i), sector: name.slice(i) }
  return null
}

/** 市财政、审计局: the kind of office is printed with the last, whose it is with the first. */
function withSectors(names: readonly string[]): readonly string[] {
  const last = sectorOffice.exec(names.at(-1) ?? '')
  const own = last && sectorOf(last[1] ?? '')
  if (!last || !own) return names
  const ending = last[2] ?? ''
  const group: { prefix: string; sector: string }[] = []
  for (let i = names.length - 2; i >= 0; i--) {
    const found = sectorOf(names[i] ?? '')
    if (!found) break
    group.unshift(found)
    if (found.prefix) break
  }
  const [first] = group
  if (!first) return names
  const whole = [...group, own].map(({ prefix, sector }) => (prefix || first.prefix) + sector + ending)
  return [...names.slice(0, names.length - whole.length), ...whole]
}

const localKind =
  /^([\u4e00-\u9fff]{2,4}?)((?:街道|社区|村|镇|乡)(?:办事处|办|居委会|居民委员会|村?委会|村民委员会|人民政府|政府|党委|党工委)?)$/
const localName = /^[\u4e00-\u9fff]{2,4}$/

/** 平安、和平、幸福街道: the kind is printed with the last of several names that are no bodies. */
function withLocalKind(names: readonly string[], isBody: (name: string) => boolean): readonly string[] {
  const kind = localKind.exec(names.at(-1) ?? '')?.[2]
  if (!kind) return names
  const isName = (name: string): boolean =>
    localName.test(name) &&
    (name.length === 2 || !bodyEnding.test(name)) &&
    sectorOf(name) === null &&
    !/[镇乡村]$|街道$|社区$/.test(name) &&
    !isBody(name) &&
    // 赵县 is a region, 红旗 the short name of a district, as streets are called
    (!/[省市县区州盟旗]$/.test(name) || isRegionName(`${name}区`)) &&
    !/^[省市县区州盟旗][委府直]$/.test(name) &&
    resolveRegion(name).region?.level !== 'province'
  let from = names.length - 1
  while (from > 0 && isName(names[from - 1] ?? '')) from--
  return names.map((name, i) => (i >= from && i < names.length - 1 ? name + kind : name))
}

const schoolLike = /^(?:中|小|中学|小学|师|团|校|村|社区|组)$/

/** 县第一、第二、第三小学: what follows the number is printed with the last, what stands before it with the first. */
function withOrdinals(names: readonly string[]): readonly string[] {
  const last = lastOrdinal.exec(names.at(-1) ?? '')
  const tail = last?.[2] ?? ''
  if (!last || !(bodyEnding.test(tail) || schoolLike.test(tail))) return names
  let from = names.length - 1
  let head = ''
  let sign = last[1] ?? ''
  for (let i = from - 1; i >= 0; i--) {
    const match = ordinalName.exec(names[i] ?? '')
    if (!match) break
    from = i
    sign ||= match[2] ?? ''
    head = match[1] ?? ''
    if (head) break
  }
  if (from === names.length - 1) return names
  const whole = (name: string, i: number): string => {
    const number = (i === 0 ? name.slice(head.length) : name).replace(/^第/, '')
    return head + sign + number
  }
  const group = names.slice(from)
  return [...names.slice(0, from), ...group.map((name, i) => whole(name, i) + (i < group.length - 1 ? tail : ''))]
}

/** The names of one 、-list, each with the number, sector or kind that it shares; `isBody` tells names that are whole. */
export const withSharedKinds = (printed: readonly string[], isBody: (name: string) => boolean): readonly string[] =>
  withLocalKind(withSectors(withOrdinals(withoutCount(printed))), isBody)
