/** From a record to what linking needs of it. */
import { fold } from '../../parsers/text/fold.js'
import { canonicalBody } from '../../parsers/values/bodies.js'
import { findRegions } from '../../parsers/values/regions.js'
import type { Item, Report } from '../record.js'
import { dayOfReport } from './day.js'
import { clausesOf, lettersOf, listNumber } from './letters.js'
import type { LinkItem, LinkReport } from './types.js'

/** What a body's title goes on with: 县水利局|关于…, 县水利局|党组关于…. */
const goesOn =
  /(?:机关)?(?:党组|党委|党工委|党总支|党支部|分党组)?(?:关于|贯彻|落实|对|巡察|巡视|整改|第[\d一二三四五六七八九十]+轮|20\d\d年?|中央|省级|审计|反馈|公开|公布)/
const bodyEnding =
  /(?:局|委|厅|办|办公室|院|大学|学院|中学|小学|学校|公司|集团|团委|工会|妇联|协会|联合会|联社|社|站|队|所|银行|医院|中心|馆|园区|管委会|管理处|管理局|报社|电视台|党校|工商联|科协|残联|文联|社区|村|镇|乡|街道)$/
/** A region's own answer, by whichever of its organs: 县委, 县人民政府, 市委办公室. */
const ofRegion = /^(?:[省市县区州盟旗]?(?:委员会|委|人民政府|政府)(?:办公室|办公厅|办)?|)$/
const ofAccounts = /(20\d\d)年度?.{0,30}?(?:预算|决算|财政收支|审计)/

const beforeTitle = /^(?:中共|中国共产党|关于|附件\d*：?)+/

/** The body whose own report the title announces, without its region: 水利局; null where it is a region's. */
export const bodyOf = (title: string | null): string | null => {
  const words = fold(title ?? '')
    .replace(/\s/g, '')
    .replace(beforeTitle, '')
  const end = goesOn.exec(words)?.index
  const name = end === undefined ? '' : words.slice(0, end)
  if (name.length > 40 || !bodyEnding.test(name)) return null
  const region = findRegions(name)[0]
  const own = (region?.span[0] === 0 ? name.slice(region.span[1]) : name).replace(/委员会$/, '委')
  if (ofRegion.test(own) || own === '') return null
  return (canonicalBody(name) ?? name).slice(region?.span[0] === 0 ? region.span[1] : 0)
}

interface ItemWords {
  seq: number
  label: string
  category: string | null
  problem: string
  goal: string | null
  places: readonly string[]
}

/** What linking needs of an item, from its words. */
export const linkItem = ({ seq, label, category, problem, goal, places }: ItemWords): LinkItem => ({
  seq,
  number: listNumber(label),
  letters: lettersOf(problem),
  clauses: clausesOf(problem),
  category: category === null ? '' : lettersOf(category),
  goal: goal === null ? '' : lettersOf(goal),
  places,
})

/** Codes of the regions that the problem's own words name. */
const placesOf = ({ problem, places }: Item): string[] =>
  places.flatMap(({ code, span: [start, end] }) =>
    code !== null && start >= problem.span[0] && end <= problem.span[1] ? [code] : [],
  )

const titlePlace = /^(?:[^省市县区州盟旗镇乡]{1,6}[省市县区州盟旗镇乡]){1,4}/

/** The place that a title begins with, which tells two reports apart where it is in no table of regions. */
export const placeOf = (title: string | null): string | null =>
  titlePlace.exec(
    fold(title ?? '')
      .replace(/\s/g, '')
      .replace(beforeTitle, ''),
  )?.[0] ?? null

/** Year of the accounts that an audit's title names: 2022年度预算执行. */
export const yearOf = (title: string | null): number | null => {
  const year = ofAccounts.exec(fold(title ?? ''))?.[1]
  return year === undefined ? null : Number(year)
}

/** Pure: the same record gives the same. */
export const linkReport = ({ document, items }: Report): LinkReport => {
  const { kind, region, programme, title } = document
  return {
    kind,
    region,
    programme: programme && { type: programme.type, round: programme.round, lookBack: programme.lookBack },
    place: placeOf(title),
    body: bodyOf(title),
    year: yearOf(title),
    day: dayOfReport(
      document,
      items.map(({ span }) => span),
    ),
    items: items.map((item) =>
      linkItem({
        seq: item.seq,
        label: item.label,
        category: item.category?.text ?? null,
        problem: item.problem.text,
        goal: item.goal?.text ?? null,
        places: placesOf(item),
      }),
    ),
  }
}
