/**
 * The region that a report is about (document.region): that of the body that answers, not of the one that inspects.
 * Evidence in the order of trust: the title, the text's own words, who published it, who signed it, the file's name and the page's own.
 */
import { ministries } from '../lexicon/region-overrides.js'
import type { Span } from '../tree.js'
import { liesIn } from '../values/region-resolve.js'
import { type Region, resolveRegion } from '../values/regions.js'
import { issuedBy, ofBody, type RegionEvidence, regionOfText, resolveAmong, signedBy, speaksOf } from './region-evidence.js'
import { isOrganisation, readTitle, type TitleReading } from './region-title.js'

export interface RegionInput {
  title: string | null
  /** Names that came with the file: its own name, the page's title. */
  fileHints?: readonly string[]
  /** Who published it, where the page says so. */
  issuer?: string | null
  /** The body whose site the page is on, by the page's own words. */
  publisher?: string | null
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
  code:
    | 'region_former_name'
    | 'region_from_text'
    | 'region_from_name'
    | 'region_ambiguous'
    | 'region_missing'
    | 'region_disagrees'
  severity: 'info' | 'warning'
  message: string
  /** Offsets into the text. */
  span: Span | null
}

/** Where the region was read. */
export type RegionSource = 'title' | 'text' | 'issuer' | 'signature' | 'hint' | 'publisher' | 'inspector'

export interface DetectedRegion {
  region: DocumentRegion | null
  /** The same with its parent: the context for findPlaces, isRegionName and the rest. */
  context: Region | null
  /** The words that the region was read from. */
  evidence: { from: RegionSource; words: string; span: Span | null } | null
  diagnostics: RegionNotice[]
}

const nation: DocumentRegion = { name: '中华人民共和国', code: null, level: 'nation' }
/** A ministry or office of the State Council itself, not its branch in a region. */
const ofNation = new RegExp(`^(?:中共)?(?:${ministries.join('|')})(?:机关)?(?:党组|党委|直属|关于|贯彻|落实|巡视|$)`)

const describe = (region: Region): DocumentRegion => ({ name: region.fullName, code: region.code, level: region.level })

interface Found {
  region: Region
  from: RegionSource
  words: string
  span: Span | null
  former: string | null
}

/** The next best evidence after the title. */
function fromElsewhere(input: RegionInput, reading: TitleReading): Found | null {
  const { text } = input
  const hints = [input.issuer ?? '', ...(input.fileHints ?? [])].filter(Boolean)
  const at = (from: RegionSource, { region, span }: RegionEvidence): Found => ({
    region,
    from,
    words: text.slice(...span),
    span,
    former: null,
  })
  if (reading.ambiguous && !reading.region) {
    const region = resolveAmong(reading.ambiguous, [...hints, input.opening, text])
    if (region) return { region, from: 'title', words: reading.ambiguous, span: null, former: null }
  }
  // A company or a university serves no region: the one that its text names most is that of the inspection.
  const own = isOrganisation(reading.title) ? null : regionOfText(text, reading.township !== null)
  if (own) return at('text', own)
  const issuer = input.issuer ? readTitle(input.issuer) : null
  if (issuer?.region) return { region: issuer.region, from: 'issuer', words: issuer.words, span: null, former: issuer.former }
  const published = issuedBy(text)
  if (published) return at('issuer', published)
  const signed = signedBy(text)
  if (signed) return at('signature', signed)
  for (const hint of input.fileHints ?? []) {
    const { region, former, words } = readTitle(hint)
    if (region) return { region, from: 'hint', words, span: null, former }
  }
  // A site shows reports of others as well: its region counts where the report speaks of one of that kind (我市, 县财政局).
  const site = input.publisher && !isOrganisation(reading.title) ? ofBody(input.publisher) : null
  if (site && input.publisher && speaksOf(text, site))
    return { region: site, from: 'publisher', words: input.publisher, span: null, former: null }
  // A city's or county's 巡察 goes to its own bodies, so they serve it; a province's goes to cities as well.
  const inspector = reading.inspector?.level === 'province' ? null : reading.inspector
  return inspector && { region: inspector, from: 'inspector', words: reading.title, span: null, former: null }
}

const sourceWords: Record<RegionSource, string> = {
  title: 'the title says',
  text: "the text's own words say",
  issuer: 'who published it says',
  signature: 'who signed it says',
  hint: "the file's own name says",
  publisher: 'the body whose page it is says',
  inspector: 'the body that inspected says',
}

/** The region that a report is about, or null with a diagnostic. */
export function detectRegion(input: RegionInput): DetectedRegion {
  const title = (input.title ?? '').replace(/\s+/g, '')
  const reading = readTitle(title)
  const diagnostics: RegionNotice[] = []
  const say = (code: RegionNotice['code'], severity: RegionNotice['severity'], message: string, span: Span | null = null) =>
    diagnostics.push({ code, severity, message, span })
  if (!reading.region && ofNation.test(title)) return { region: nation, context: null, evidence: null, diagnostics }
  const found: Found | null = reading.region
    ? { region: reading.region, from: 'title', words: reading.words, span: null, former: reading.former }
    : fromElsewhere(input, reading)
  if (!found) {
    if (reading.ambiguous)
      say('region_ambiguous', 'warning', `several regions are called ${reading.ambiguous}, and the text does not say which`)
    else say('region_missing', 'warning', 'neither title nor text says which region the report is about')
    return { region: null, context: null, evidence: null, diagnostics }
  }
  const inner = reading.township ? resolveRegion(reading.township, found.region).region : null
  const region = inner?.level === 'township' ? inner : found.region
  if (found.former)
    say('region_former_name', 'info', `${found.former} is a former name; the region is ${region.fullName} today`)
  if (found.from === 'title' && reading.ofName)
    say(
      'region_from_name',
      'info',
      `${region.fullName} is read from the name of an organisation, which may serve a wider or smaller area`,
    )
  if (found.from !== 'title')
    say(
      'region_from_text',
      'info',
      `the title names no region; ${sourceWords[found.from]} ${region.fullName}: ${found.words.slice(0, 40)}`,
      found.span,
    )
  const other = found.from === 'signature' ? null : signedBy(input.text)
  if (other && other.region.fullName !== region.fullName && !liesIn(other.region, region) && !liesIn(region, other.region))
    say(
      'region_disagrees',
      'warning',
      `${region.fullName} is read, but the signature names ${other.region.fullName}`,
      other.span,
    )
  return {
    region: describe(region),
    context: region,
    evidence: { from: found.from, words: found.words, span: found.span },
    diagnostics,
  }
}
