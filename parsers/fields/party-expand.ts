/**
 * Coordination: what is printed once for several places is given to each of them.
 * 衡东县、衡山县党委、政府 → 衡东县党委 衡东县政府 衡山县党委 衡山县政府
 */
import { bodyEnding, innerWord, isKindOfPlaces as isKindByWords, sectorWords } from '../lexicon/parties.js'
import { isRegionName, regionNameAt } from '../values/regions.js'
import { withSharedKinds } from './party-sisters.js'

/** A name with the index of the printed name that it comes from. */
export interface Expanded {
  name: string
  /** The printed name that holds its place. */
  place: number
  /** The printed name that holds its organ. */
  organ: number
}

const organWords =
  '人民政府|党工委|党（工）委|管理委员会|管委会|党委|政府|人大常委会|人大|政协|纪委监委|纪委|监委|办事处|党政办|行政公署|行署|两委'
const bracketed = '(?:（(?:党工委|办事处|管委会|党委|政府|人民政府|街道办|街道办事处)）)?'
/** 党委, 政府（办事处） without a place. */
const bareOrgan = new RegExp(`^(?:${organWords})${bracketed}$`)
const placeOrgan = new RegExp(`^(.+?)((?:${organWords})${bracketed})$`)
/** 三台县委, 市委: the organ is 委 behind the level. */
const committee = /^(.*[省市县区州盟旗）])(委)$/
/** 县政府 behind 三台县委: the level is printed again. */
const levelOrgan = new RegExp(`^([省市县区州盟旗镇乡])((?:${organWords})|委)$`)
/** 县委办, 三台县政府办公室. */
const office = /^(.*[省市县区州盟旗])(?:委|人民政府|政府|人大常委会|人大|政协)(?:办公室|办公厅|办)$/
/** 政府办 behind 县委办. */
const bareOffice = /^(?:人民政府|政府|人大常委会|人大|政协)(?:办公室|办公厅|办)$/
/** 衡东县水利局, 东坪镇水利站: a bureau of a place that is named. */
const bureau =
  /^([\u4e00-\u9fff]{1,14}?(?:自治州|自治县|[县市区州旗盟]|镇|乡|街道))([\u4e00-\u9fff]{2,14}(?:局|厅|站|所|院|中心|支队|大队))$/
/** 党委政府, 县委县政府 without 、 between. */
const gluedOrgans = /(党委|党工委|[省市县区州盟旗]委)(?:和)?([省市县区州盟旗镇乡]?(?:人民)?政府|管委会)$/

const isNamedRegion = (name: string): boolean => regionNameAt(name, 0) === name
/** 全州县 is a place of its own, no kind of places. */
const isKindOfPlaces = (name: string): boolean => isKindByWords(name) && !isNamedRegion(name)

const namedPlace = /(?:县|市|区|州|旗|盟|省|镇|乡|街道|村|工业园|产业园|物流园|科技园)(?:（[^（）]*）)?$/
const noPlace = /(?:[市县区省州]直|辖区|小区|校区|厂区|矿区|林区|库区|社区|超市|保护区|服务区|农村|乡村|[局厅部].{0,6})$/

/** Whether the words are a place: 衡东县, 高新区, 各县（市）区. */
export const isPlace = (name: string): boolean =>
  isNamedRegion(name) ||
  isKindOfPlaces(name) ||
  (namedPlace.test(name) && (name.length > 2 || isRegionName(name)) && name.length <= 16 && !noPlace.test(name))

/** 园区, 高新区: areas with a 管委会 and no government of their own. */
const zone =
  /(?:园区|示范区|开发区|高新区|经开区|新区|工业园|产业园|物流园|科技园|[^动植]园|保税区|综保区|度假区|功能区|管理区|风景区|名胜区|景区|集聚区|集中区|试验区|实验区|合作区|控制区|片区)(?:（[^（）]*）)?$/
/** Whether a place can have the organ: 县 has no 管委会, 园区 no 政府. */
function fits(place: string, organ: string): boolean {
  const bare = place.replace(/（[^（）]*）/g, '')
  if (/^办事处/.test(organ)) return /(?:街道|[镇乡]|地区)$/.test(bare) && (/街道|地区$/.test(bare) || isKindOfPlaces(place))
  if (/^(?:管委会|管理委员会|党工委)/.test(organ)) {
    if (/街道/.test(place)) return organ.startsWith('党工委')
    return zone.test(place) || (/区$/.test(bare) && !isKindOfPlaces(place) && !isRegionName(bare)) || !namedPlace.test(place)
  }
  return !zone.test(place) || isRegionName(bare)
}

type Kind =
  | { is: 'place' }
  | { is: 'short' }
  | { is: 'level' }
  | { is: 'organ'; organ: string }
  | { is: 'body'; place: string; organs: string[] }
  | { is: 'office'; place: string }
  | { is: 'bareOffice' }
  | { is: 'bureau'; place: string; bureau: string }
  | { is: 'other' }

function kindOf(name: string): Kind {
  if (bareOrgan.test(name)) return { is: 'organ', organ: name }
  if (/^[省市县区州盟旗镇乡村]$/.test(name)) return { is: 'level' }
  const two = gluedOrgans.exec(name)
  if (two?.[1] && two[2]) {
    const level = /^[省市县区州盟旗]委$/.test(two[1])
    const place = name.slice(0, two.index) + (level ? two[1].slice(0, 1) : '')
    const second = level ? two[2].replace(/^[省市县区州盟旗镇乡](?=人民政府|政府)/, '') : two[2]
    const organs = [level ? '委' : two[1], second]
    if (place === '') return { is: 'organ', organ: name }
    if (isPlace(place) || place.length === 1) return { is: 'body', place, organs }
  }
  const level = levelOrgan.exec(name)
  if (level?.[1] && level[2]) return { is: 'body', place: level[1], organs: [level[2]] }
  const seat = committee.exec(name)
  if (seat?.[1] && (seat[1].length === 1 || isPlace(seat[1]))) return { is: 'body', place: seat[1], organs: ['委'] }
  const full = placeOrgan.exec(name)
  if (full?.[1] && full[2]) {
    const zoneOrgan = /^(?:管委会|管理委员会|党工委|办事处)/.test(full[2])
    if (isPlace(full[1]) || (zoneOrgan && /^[\u4e00-\u9fff]{2,6}$/.test(full[1]) && !bodyEnding.test(full[1])))
      return { is: 'body', place: full[1], organs: [full[2]] }
  }
  if (isPlace(name)) return { is: 'place' }
  if (bareOffice.test(name)) return { is: 'bareOffice' }
  const seatOffice = office.exec(name)?.[1]
  if (seatOffice !== undefined && (seatOffice.length === 1 || isPlace(seatOffice))) return { is: 'office', place: seatOffice }
  const own = bureau.exec(name)
  if (own?.[1] && own[2] && own[1].length > 1 && isPlace(own[1])) return { is: 'bureau', place: own[1], bureau: own[2] }
  if (/^[\u4e00-\u9fff]{2,3}$/.test(name) && !bodyEnding.test(name) && !sectorWords.has(name) && !innerWord.test(name))
    return { is: 'short' }
  return { is: 'other' }
}

const zoneKinds = '示范区|开发区|园区|高新区|经开区|新区|工业园|产业园|度假区|风景区|管理区|集聚区|集中区'
const lastKind = new RegExp(`^.{1,6}?(${zoneKinds}|自治县|[县市区镇乡村州旗盟]|街道|社区)(?:（[^（）]*）)?$`)
/** 雨湖 before 岳塘区: the kind that is printed with the last of them, if there is such a place. */
function kindFor(short: string, kind: Kind | undefined, name: string): string {
  const place = kind?.is === 'body' ? kind.place : kind?.is === 'place' ? name : ''
  const level = isKindOfPlaces(place) ? '' : (lastKind.exec(place)?.[1] ?? '')
  return /^[县市区州旗盟]$/.test(level) && !isRegionName(short + level) && !zone.test(short + level) ? '' : level
}

/** 市 before 县生态环境局: the level takes the rest of the next name. */
const restOf = (name: string): string => /^[省市县区州盟旗镇乡]((?!级|域|场).{2,})$/.exec(name)?.[1] ?? ''

/** The organs that follow the body at `index`: 党委、政府, and 县政府 where the place is 三台县. */
function organsAfter(names: readonly string[], index: number, place: string): { organ: string; at: number }[] {
  const found: { organ: string; at: number }[] = []
  for (let i = index; i < names.length; i++) {
    const name = names[i] ?? ''
    const level = levelOrgan.exec(name)
    if (level?.[1] && level[2] && place.endsWith(level[1])) found.push({ organ: level[2], at: i })
    else if (bareOrgan.test(name)) for (const organ of splitOrgans(name)) found.push({ organ, at: i })
    else break
  }
  return found
}
const splitOrgans = (name: string): string[] => /^(党委|党工委)(政府|人民政府|管委会)$/.exec(name)?.slice(1) ?? [name]

/** Names that lean on the next one made whole: 雨湖、岳塘区 and 市、县生态环境局. Changes the kinds with them. */
function completed(names: readonly string[], kinds: Kind[]): string[] {
  const full = [...names]
  for (let i = names.length - 2; i >= 0; i--) {
    const name = names[i] ?? ''
    const next = kinds[i + 1]
    if (kinds[i]?.is === 'short') {
      const kind = kindFor(name, next, full[i + 1] ?? '')
      if (kind) kinds[i] = { is: 'place' }
      full[i] = name + kind
    } else if (kinds[i]?.is === 'level') {
      if (next?.is === 'body' || next?.is === 'place') kinds[i] = { is: 'place' }
      else full[i] = name + restOf(full[i + 1] ?? '')
    }
  }
  withPlaces(full, kinds)
  return full
}

/** 县委办、政府办, 各区、县政府 and 衡东县、衡山县水利局: the place, 各, or the bureau is printed once. */
function withPlaces(full: string[], kinds: Kind[]): void {
  kinds.forEach((kind, i) => {
    const before = kinds[i - 1]
    if (before?.is === 'place' && /^各[省市县区州旗盟]$/.test(full[i - 1] ?? '')) {
      if (kind.is === 'body' && kind.place.length === 1) kinds[i] = { ...kind, place: `各${kind.place}` }
      else if (kind.is === 'level') {
        full[i] = `各${full[i] ?? ''}`
        kinds[i] = { is: 'place' }
      }
    }
    if (kind.is !== 'bareOffice' || before?.is !== 'office') return
    full[i] = before.place + (full[i] ?? '')
    kinds[i] = { is: 'office', place: before.place }
  })
  for (let i = kinds.length - 2; i >= 0; i--) {
    const next = kinds[i + 1]
    const place = full[i] ?? ''
    if (kinds[i]?.is !== 'place' || next?.is !== 'bureau' || !isSister(place, next.place)) continue
    full[i] = place + next.bureau
    kinds[i] = { is: 'bureau', place, bureau: next.bureau }
  }
}

/** Two places of one kind, neither of them a kind of places: 衡东县 and 衡山县. */
const isSister = (a: string, b: string): boolean =>
  a !== b && a.at(-1) === b.at(-1) && !/[（）]/.test(a) && !isKindOfPlaces(a) && !isKindOfPlaces(b)

/** Expands one 、-list. A list that holds nothing to expand comes back as it is. */
export function expandList(printed: readonly string[]): Expanded[] {
  const names = withSharedKinds(printed, (name) => kindOf(name).is === 'body')
  const kinds = names.map(kindOf)
  const full = completed(names, kinds)
  const out: Expanded[] = []
  for (let i = 0; i < names.length; i++) {
    // places up to the first organ: 衡东县、衡山县党委 or 衡东县、衡山县、党委
    let end = i
    while (kinds[end]?.is === 'place') end++
    const last = kinds[end]
    const owners: { place: string; at: number }[] = []
    for (let p = i; p < end; p++) owners.push({ place: full[p] ?? '', at: p })
    let organs: { organ: string; at: number }[] = []
    let next = end
    if (last?.is === 'body') {
      owners.push({ place: last.place, at: end })
      organs = [...last.organs.map((organ) => ({ organ, at: end })), ...organsAfter(names, end + 1, last.place)]
      next = Math.max(end, ...organs.map((o) => o.at)) + 1
    } else if (last?.is === 'organ' && owners.length > 0) {
      organs = organsAfter(names, end, owners.at(-1)?.place ?? '')
      next = Math.max(end, ...organs.map((o) => o.at)) + 1
    } else if (last?.is === 'organ') organs = []
    if (organs.length === 0) {
      if (owners.length === 0) out.push({ name: full[i] ?? '', place: i, organ: i })
      else for (const { place, at } of owners) out.push({ name: place, place: at, organ: at })
      if (owners.length > 0) i = end - 1
      continue
    }
    for (const { place, at } of owners) {
      const own = at === end && last?.is === 'body'
      const fitting = organs.filter(({ organ }) => own || fits(place, organ))
      if (fitting.length === 0) out.push({ name: place, place: at, organ: at })
      for (const { organ, at: organAt } of fitting) out.push({ name: place + organ, place: at, organ: organAt })
    }
    i = next - 1
  }
  return out
}
