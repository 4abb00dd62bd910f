/**
 * The region that a report is about (document.region): that of the body that answers, not of the one that inspects.
 * Evidence in this order: the title, who published it, the file's name, the signature, the opening's own words (我省, 全县).
 */
import { ministries, zoneKinds } from '../lexicon/region-overrides.js'
import { liesIn } from '../values/region-resolve.js'
import { byCode, findRegions, type Region, type RegionMention, resolveRegion } from '../values/regions.js'
import { regionOfText, resolveAmong, signedBy } from './region-evidence.js'

export interface RegionInput {
  title: string | null
  /** Names that came with the file: its own name, the page's title. */
  fileHints?: readonly string[]
  /** Who published it, where the page says so. */
  issuer?: string | null
  /** The first paragraphs of the report. */
  opening: string
  text: string
}

export interface DocumentRegion {
  name: string
  code: string | null
  level: Region['level']
}

export interface RegionNotice {
  code: 'region_former_name' | 'region_from_text' | 'region_from_name' | 'region_ambiguous' | 'region_missing'
  severity: 'info' | 'warning'
  message: string
}

export interface DetectedRegion {
  region: DocumentRegion | null
  /** The same with its parent: the context for findPlaces, isRegionName and the rest. */
  context: Region | null
  diagnostics: RegionNotice[]
}

/** After a region: 委第三巡察组, 省第二轮生态环境保护督察, 审计局. */
const inspection =
  /^(委|党委|纪委)?(?:第?[\d一二三四五六七八九十]+(?:轮|批|次))?(?:专项|机动|常规|提级|交叉)*(?:第[\d一二三四五六七八九十]+)?(生态)?(?:环境|环保)?(?:保护)?(督察|督导|巡视|巡察)(组|办|工作领导小组)?|^审计(?:厅|局|署|机关)/

/** Only provinces inspect the environment and send 巡视; cities and counties send 巡察. 保靖县委巡视整改 is the county's answer. */
function isInspector(region: Region, after: string): boolean {
  const match = inspection.exec(after)
  if (!match) return false
  const [whole, committee, , kind, group] = match
  if (group || whole.startsWith('审计')) return true
  return region.level === 'province' ? kind !== '巡察' || committee !== undefined : kind === '巡察' && committee !== undefined
}

const branch = /[局院行]([\p{Script=Han}]{2,8}?)(?:新区)?(?:分局|分院|支局|税务局|支行|生态环境局|监管分局)/u
const townshipAfter =
  /^([\p{Script=Han}]{1,6}?(?:镇|乡|街道|苏木))(?!镇|村|道|建设|振兴|级)(?=党|人民|政府|委|办|关于|机关|整改|贯彻|落实|社区|财政|省|中央|市|县|区|第|20|环|生态|巡|问题|突出|信访|“|$)/u
const zones = zoneKinds.map(([printed]) => printed).join('|')
const zoneAfter = new RegExp(
  `^([\\p{Script=Han}]{0,6}?(?:${zones}))(?=党|工委|工作|管委|管理委|关于|机关|整改|贯彻|落实|公开|省|中央|市|第|20|环|生态|巡|$)`,
  'u',
)
const notTownship = /^(?:城镇|乡镇|村镇|集镇|城乡|各|全|重点|农村|特色|街道|部分|相关)/
const companyAfter = /^[^，。、]{0,16}(?:公司|集团|大学|学院|银行|医院|研究院|学校|协会|电厂|中学)/

const ofOrganisation = new RegExp(companyAfter.source.replace('{0,16}', '{2,24}'))

interface TitleReading {
  /** The title without 中共, 关于. */
  title: string
  region: Region | null
  /** Name of the township that the title starts with, its county unsaid. */
  township: string | null
  /** A name of several regions. */
  ambiguous: string | null
  former: string | null
  /** The region is only the first word of a company's or a university's name. */
  ofName: boolean
  /** The region of an inspecting body: only its level of evidence. */
  inspector: Region | null
}

/** Characters of a title or a hint that are read. */
const TITLE_LENGTH = 400
const start = /^(?:附件\d*[:：]?|中共|关于|\d+[.、])+/

const leading = /^(?:贯彻|落实|公开|公布|关于|整改|对|通报|第|中央|市委)/

/** A bare name that a title begins with: 湘潭公开…, 长沙贯彻落实…. */
function leadingBare(title: string): RegionMention | null {
  const from = start.exec(title)?.[0].length ?? 0
  for (let length = 5; length >= 2; length--) {
    const name = title.slice(from, from + length)
    const { region } = name.length === length ? resolveRegion(name) : { region: null }
    const after = title.slice(from + length)
    if (region?.level === 'city' && (leading.test(after) || zoneAfter.test(after)))
      return { span: [from, from + length], region, former: null }
  }
  return null
}

/** 益阳市生态环境局沅江分局 serves 沅江市; 保靖县迁陵镇 is the township, 株洲云龙示范区 the area. */
function narrowed(region: Region, after: string): Region {
  const served = branch.exec(after.slice(0, 24))?.[1]
  const inner = served ? resolveRegion(served, region).region : null
  const serving = inner && liesIn(inner, region) ? inner : region
  const zone = zoneAfter.exec(after)?.[1]
  const township = townshipAfter.exec(after)?.[1]
  const part = zone ?? (township && !notTownship.test(township) ? township : null)
  const named = part && resolveRegion(part, serving).region
  return named && liesIn(named, serving) ? named : serving
}

function readTitle(text: string): TitleReading {
  const title = text.slice(0, TITLE_LENGTH).replace(/\s+/g, '')
  const reading: TitleReading = {
    title: title.replace(start, ''),
    region: null,
    township: null,
    ambiguous: null,
    former: null,
    ofName: false,
    inspector: null,
  }
  const mentions = findRegions(title)
  const bare = leadingBare(title)
  if (bare && !mentions.some(({ span }) => span[0] <= bare.span[0])) mentions.unshift(bare)
  let end = -1
  for (const { span, region, former } of mentions) {
    const listed = end === span[0] - 1 && '、和及与'.includes(title.charAt(end))
    end = span[1]
    const after = title.slice(span[1])
    if (!region) {
      reading.ambiguous ??= title.slice(...span)
      continue
    }
    if (isInspector(region, after)) {
      reading.inspector ??= region
      continue
    }
    const isBare = !title.slice(...span).endsWith(region.name.slice(-1))
    const ofName = isBare && companyAfter.test(after)
    if (ofName && region.level !== 'province') continue
    // 雨湖区、岳塘区: the city of both.
    if (listed && region.parent && (reading.region?.parent === region.parent || reading.region?.code === region.parent)) {
      reading.region = byCode(region.parent)
      continue
    }
    // A second region counts where it lies in the first: 省生态环境厅关于某市…. Otherwise the first is the answering body.
    if (reading.region && !liesIn(region, reading.region)) continue
    reading.region = narrowed(region, after)
    reading.former = former
    reading.ofName = ofName
  }
  const township = reading.region ? null : (townshipAfter.exec(reading.title)?.[1] ?? null)
  if (township && !notTownship.test(township)) reading.township = township
  return reading
}

const nation: DocumentRegion = { name: '中华人民共和国', code: null, level: 'nation' }
/** A ministry or office of the State Council itself, not its branch in a region. */
const ofNation = new RegExp(`^(?:中共)?(?:${ministries.join('|')})(?:机关)?(?:党组|党委|直属|关于|贯彻|落实|巡视|$)`)

const describe = (region: Region): DocumentRegion => ({ name: region.fullName, code: region.code, level: region.level })

interface Found {
  region: Region
  /** Where it was read from. */
  from: 'title' | 'hint' | 'text'
  former: string | null
}

/** The next best evidence after the title. */
function fromElsewhere(input: RegionInput, reading: TitleReading): Found | null {
  const hints = [input.issuer ?? '', ...(input.fileHints ?? [])].filter(Boolean)
  const texts = [...hints, input.opening, input.text]
  if (reading.ambiguous && !reading.region) {
    const region = resolveAmong(reading.ambiguous, texts)
    if (region) return { region, from: 'title', former: null }
  }
  for (const hint of hints) {
    const { region, former } = readTitle(hint)
    if (!region) continue
    // A province's site publishes its cities' reports too.
    const own = regionOfText(input.text)
    return own && liesIn(own, region) ? { region: own, from: 'text', former: null } : { region, from: 'hint', former }
  }
  const signed = signedBy(input.text)
  if (signed) return { region: signed, from: 'text', former: null }
  // A city's or county's 巡察 goes to its own bodies, so they serve it; a province's goes to cities as well.
  const inspector = reading.inspector?.level === 'province' ? null : reading.inspector
  if (inspector) return { region: inspector, from: 'title', former: null }
  // A company or a university serves no region: the one that its text names most is that of the inspection.
  if (ofOrganisation.test(reading.title) && !/^[省市州盟县区旗]/.test(reading.title)) return null
  const region = regionOfText(input.text, reading.township !== null)
  return region && { region, from: 'text', former: null }
}

/** The region that a report is about, or null with a diagnostic. */
export function detectRegion(input: RegionInput): DetectedRegion {
  const title = (input.title ?? '').replace(/\s+/g, '')
  const reading = readTitle(title)
  const diagnostics: RegionNotice[] = []
  const found: Found | null = reading.region
    ? { region: reading.region, from: 'title', former: reading.former }
    : ofNation.test(title)
      ? null
      : fromElsewhere(input, reading)
  if (!found) {
    if (ofNation.test(title)) return { region: nation, context: null, diagnostics }
    diagnostics.push(
      reading.ambiguous
        ? {
            code: 'region_ambiguous',
            severity: 'warning',
            message: `several regions are called ${reading.ambiguous}, and the text does not say which`,
          }
        : {
            code: 'region_missing',
            severity: 'warning',
            message: 'neither title nor text says which region the report is about',
          },
    )
    return { region: null, context: null, diagnostics }
  }
  const county = found.region
  const inner = reading.township ? resolveRegion(reading.township, county).region : null
  const region = inner?.level === 'township' ? inner : county
  if (found.former)
    diagnostics.push({
      code: 'region_former_name',
      severity: 'info',
      message: `${found.former} is a former name; the region is ${describe(region).name} today`,
    })
  if (found.from === 'title' && reading.ofName)
    diagnostics.push({
      code: 'region_from_name',
      severity: 'info',
      message: `${region.fullName} is read from the name of an organisation, which may serve a wider or smaller area`,
    })
  if (found.from === 'text')
    diagnostics.push({
      code: 'region_from_text',
      severity: 'info',
      message: `the title names no region; the text's own words say ${region.fullName}`,
    })
  return { region: describe(region), context: region, diagnostics }
}
