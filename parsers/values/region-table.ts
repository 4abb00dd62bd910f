/**
 * The table of regions (行政区划, GB/T 2260 down to county) as objects, and the index of every name by which one is printed.
 * Decoded at first use: about 3,200 regions from 50 kB of text.
 */

import {
  added,
  corps,
  corpsDivisions,
  former,
  irregularShort,
  namedZoneKinds,
  namedZones,
  peoples,
  provinceShort,
  zoneKinds,
} from '../lexicon/region-overrides.js'
import { divisions, zones } from '../lexicon/regions.generated.js'

/** One region. A functional area (功能区: 高新区, 经开区), a township and the Xinjiang corps have no code. */
export interface Region {
  /** GB/T 2260, six digits. */
  code: string | null
  /** Official name alone: 保靖县, 湘西土家族苗族自治州. */
  name: string
  /** Official name after those of its parents: 湖南省湘西土家族苗族自治州保靖县. */
  fullName: string
  /** Null for a functional area in a county. */
  level: 'nation' | 'province' | 'city' | 'county' | 'township' | null
  /** Code of the region it lies in: of a county its city, of 济源市 or 东城区 the province. Null above provinces. */
  parent: string | null
}

/** How a name names a region: as the law does, shortened with its kind (湘西州, 乳源县), bare (保靖), or as it once was. */
export type NameKind = 'official' | 'short' | 'bare' | 'former'

/** A region that a name may mean. */
export interface Candidate {
  region: Region
  kind: NameKind
}

/** A name and what it may mean; nothing for a kind that only names an area of the region before it (高新区). */
export interface Named {
  name: string
  candidates: readonly Candidate[]
}

const hashBits = 18
const hash = (first: number, second: number): number => (first * 331 + second) & ((1 << hashBits) - 1)

/** Chains of names that are not asked for yet. */
const chains = 1 << 13

/**
 * Names by their first two characters, so that those that stand at a place of a text are found at once. A report asks for a few of the
 * seven thousand: what those of two characters mean is put together when they are first asked for.
 */
export class RegionNames {
  /** One bit for each hash of two characters that begin a name: 32 kB, which stay in the processor's cache. */
  readonly #bits = new Uint32Array(1 << (hashBits - 5))
  /** By that hash, longest first; of those that were asked for. */
  readonly #buckets = new Map<number, Named[]>()
  /** What was put in, in order, as a chain for each of the last bits of the hash: the last one put in, and for each the one before it. */
  readonly #last = new Int32Array(chains).fill(-1)
  readonly #before: number[] = []
  readonly #names: string[] = []
  readonly #regions: (Region | null)[] = []
  readonly #kinds: NameKind[] = []

  /** Names of which the first two characters are these, and a few others, longest first. */
  from(first: number, second: number): readonly Named[] | undefined {
    const key = hash(first, second)
    if (((this.#bits[key >> 5] ?? 0) & (1 << (key & 31))) === 0) return undefined
    return this.#buckets.get(key) ?? this.#open(key)
  }
  /** What the name may mean; undefined where it is no region's. */
  get(name: string): readonly Candidate[] | undefined {
    const found = this.from(name.charCodeAt(0), name.charCodeAt(1))?.find((one) => one.name === name)
    return found && found.candidates.length > 0 ? found.candidates : undefined
  }
  /** Puts a name in that may mean the region; null: it names none by itself. */
  put(name: string, region: Region | null, kind: NameKind): void {
    const key = hash(name.charCodeAt(0), name.charCodeAt(1))
    this.#bits[key >> 5] = (this.#bits[key >> 5] ?? 0) | (1 << (key & 31))
    this.#before.push(this.#last[key % chains] ?? -1)
    this.#last[key % chains] = this.#names.length
    this.#names.push(name)
    this.#regions.push(region)
    this.#kinds.push(kind)
  }
  /** The names of this hash, put together. */
  #open(key: number): readonly Named[] {
    const places: number[] = []
    for (let at = this.#last[key % chains] ?? -1; at >= 0; at = this.#before[at] ?? -1) places.push(at)
    const bucket: Named[] = []
    for (const at of places.reverse()) {
      const name = this.#names[at] ?? ''
      const region = this.#regions[at]
      const kind = this.#kinds[at]
      if (hash(name.charCodeAt(0), name.charCodeAt(1)) === key) put(bucket, name, region && kind ? { region, kind } : null)
    }
    this.#buckets.set(key, bucket)
    return bucket
  }
  *[Symbol.iterator](): Generator<Named> {
    const names = new Set(this.#names)
    for (const name of names) {
      const named = this.from(name.charCodeAt(0), name.charCodeAt(1))?.find((one) => one.name === name)
      if (named) yield named
    }
  }
}

/** Puts the name in where it is not; the meaning is one of those that it has. */
function put(bucket: Named[], name: string, meaning: Candidate | null): void {
  let at = 0
  for (; at < bucket.length; at++) {
    const other = bucket[at] as Named
    if (other.name === name) {
      if (meaning) other.candidates = together(other.candidates, meaning)
      return
    }
    if (other.name.length < name.length) break
  }
  bucket.splice(at, 0, { name, candidates: meaning ? [meaning] : [] })
}

/** A region is meant once. */
const together = (candidates: readonly Candidate[], { region, kind }: Candidate): readonly Candidate[] => {
  const same = candidates.find((one) => one.region === region)
  if (!same) return [...candidates, { region, kind }]
  // 梅县 was the county's name before it was what is left of 梅县区.
  return kind === 'former' && same.kind === 'bare'
    ? candidates.map((one) => (one === same ? { region, kind } : one))
    : candidates
}

interface Table {
  byCode: Map<string, Region>
  names: RegionNames
}

/** Of several of one ending the longest first: 东乡 before 乡. */
const people = peoples.split(' ').sort((a, b) => b.length - a.length)
const autonomous = /(?:自治[州县旗区]|(?<=族)区)$/
const provinceKind = /(省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/
const divisionKinds = '市县区旗盟州'
const longerKinds = new Set(['地区', '林区', '特区'])
/** The name without its kind: 长沙市 → 长沙, 神农架林区 → 神农架. */
const withoutKind = (name: string): string => {
  if (!divisionKinds.includes(name.charAt(name.length - 1))) return name
  return name.slice(0, longerKinds.has(name.slice(-2)) ? -2 : -1)
}

/** 湘西土家族苗族自治州 → 湘西州, 顺河回族区 → 顺河区; null where the name has no people in it. */
function withoutPeoples(name: string): string | null {
  if (!name.includes('自治') && !name.endsWith('族区')) return null
  const ending = autonomous.exec(name)
  if (!ending) return null
  let end = ending.index
  for (;;) {
    const bare = name.charCodeAt(end - 1) === nation ? end - 1 : end
    const found = people.find((one) => name.startsWith(one, bare - one.length))
    // a name keeps two characters at least: 积石山|保安族东乡族撒拉族自治县
    if (found === undefined || bare - found.length < 2) break
    end = bare - found.length
  }
  return name.slice(0, name.charCodeAt(end - 1) === nation ? end - 1 : end) + name.slice(-1)
}
const nation = '族'.charCodeAt(0)

const pairs = (lines: readonly string[]): [string, string][] =>
  lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])

function decode(): Map<string, Region> {
  const byCode = new Map<string, Region>()
  const put = (code: string, name: string, level: Region['level'], parent: Region | null): Region => {
    const region: Region = { code, name, fullName: (parent?.fullName ?? '') + name, level, parent: parent?.code ?? null }
    byCode.set(code, region)
    return region
  }
  for (const line of divisions) {
    const [head = '', ...cities] = line.split(';')
    const province = put(`${head.slice(0, 2)}0000`, head.slice(2), 'province', null)
    for (const part of cities) {
      const [cityHead = '', list = ''] = part.split(':')
      const prefix = head.slice(0, 2) + cityHead.slice(0, 2)
      const city = cityHead.length > 2 ? put(`${prefix}00`, cityHead.slice(2), 'city', province) : province
      for (const row of list ? list.split(',') : []) put(prefix + row.slice(0, 2), row.slice(2), 'county', city)
    }
  }
  for (const [code, name] of pairs(added)) {
    const parent = byCode.get(`${code.slice(0, 4)}00`) ?? byCode.get(`${code.slice(0, 2)}0000`)
    if (parent) put(code, name, 'county', parent)
  }
  return byCode
}

/** Names of a functional area: 湖南衡阳松木经济开发区 → 松木经济开发区, 松木经开区. One that is left with its kind alone gives none. */
function zoneNames(name: string, parents: readonly string[]): string[] {
  let own = name
  for (const parent of parents) if (own.startsWith(parent)) own = own.slice(parent.length)
  const kind = zoneKinds.find(([printed]) => own.endsWith(printed))
  if (!kind || own.length < kind[0].length + 2) return []
  const stem = own.slice(0, -kind[0].length)
  return [...new Set([own, stem + (kind[0] === '管理区' ? '区' : kind[1])])]
}

/** 内蒙古, 湖南 by the first two digits of the code. */
const bareProvinces = new Map(provinceShort.flatMap((line) => line.split(' ')).map((row) => [row.slice(0, 2), row.slice(2)]))

function build(): Table {
  const byCode = decode()
  const names = new RegionNames()
  const add: Add = (name, region, kind) => names.put(name, region, kind)
  const shorts = new Map<string, string[]>()
  for (const [code, short] of pairs(irregularShort)) shorts.set(code, [...(shorts.get(code) ?? []), short])
  for (const [code, region] of byCode) {
    add(region.name, region, 'official')
    const plain = region.level === 'province' ? null : withoutPeoples(region.name)
    if (plain) {
      add(plain, region, 'short')
      add(`${plain.slice(0, -1)}自治${plain.slice(-1)}`, region, 'short')
    }
    for (const short of shorts.get(code) ?? []) add(short, region, 'short')
    const provinceName = region.level === 'province' ? bareProvinces.get(code.slice(0, 2)) : undefined
    const stem = provinceName ?? withoutKind(plain ?? region.name)
    if (stem.length > 1) add(stem, region, 'bare')
  }
  for (const line of former.flatMap((text) => text.split(' '))) {
    const [name = '', code = ''] = line.split('>')
    const region = byCode.get(code)
    if (region) add(name, region, 'former')
  }
  addZones(byCode, add)
  addCorps(byCode, add)
  // 高新区, 经济技术开发区: a kind that names one area of the region before it
  for (const [printed, short] of zoneKinds) if (namedZoneKinds.has(short)) names.put(printed, null, 'bare')
  return { byCode, names }
}

type Add = (name: string, region: Region, kind: NameKind) => void

function addZones(byCode: Map<string, Region>, add: Add): void {
  for (const line of zones) {
    const [prefix = '', list = ''] = line.split(':')
    const city = byCode.get(`${prefix}00`) ?? byCode.get(`${prefix.slice(0, 2)}0000`)
    if (!city) continue
    const province = byCode.get(`${prefix.slice(0, 2)}0000`)
    const parents = [province?.name, province?.name.replace(provinceKind, ''), city.name, withoutKind(city.name)]
    for (const name of list.split(',')) {
      const own = zoneNames(
        name,
        parents.filter((parent) => parent !== undefined),
      )
      const region = zoneOf(own[0] ?? name, city)
      for (const alias of own) add(alias, region, 'official')
      if (own.length) add(name, region, 'official')
    }
  }
  for (const [code, name] of pairs(namedZones)) {
    const parent = byCode.get(code)
    if (parent) add(name, zoneOf(name, parent), 'official')
  }
}

function addCorps(byCode: Map<string, Region>, add: Add): void {
  const { name, short, parent } = corps
  const whole: Region = { code: null, name, fullName: name, level: 'province', parent }
  add(name, whole, 'official')
  add(`新疆${short}`, whole, 'short')
  for (const [division, code] of pairs(corpsDivisions)) {
    const city = byCode.get(code)
    if (!city) continue
    for (const head of [name, `新疆${short}`, short, '']) {
      add(`${head}${division}${city.name}`, city, 'short')
      if (head) add(`${head}${division}`, city, 'short')
    }
  }
}

let table: Table | undefined
/** The table, built at the first call (a few milliseconds). */
export const regionTable = (): Table => {
  table ??= build()
  return table
}

/** The region with a GB/T 2260 code, or null. */
export const byCode = (code: string | null): Region | null => (code === null ? null : (regionTable().byCode.get(code) ?? null))

/** The chain of each region that was asked for: at most one for each row of the table. */
const outerOf = new Map<Region, readonly Region[]>()

/** The regions that contain a region, from its parent up to the province. */
export function ancestors(code: string | null): readonly Region[] {
  const region = byCode(code)
  if (!region) return []
  let chain = outerOf.get(region)
  if (!chain) {
    const outer = byCode(region.parent)
    chain = outer ? [outer, ...ancestors(outer.code)] : []
    outerOf.set(region, chain)
  }
  return chain
}

/** Name as offices print it, with its kind but without peoples: 湘西州, 乳源县, 内蒙古, 湖南省, 湘潭市. */
export const spokenName = ({ code, name }: Region): string => {
  if (code === null) return name
  if (name.endsWith('自治区')) return bareProvinces.get(code.slice(0, 2)) ?? name
  return code.endsWith('0000') ? name : (withoutPeoples(name) ?? name)
}

const municipalities: ReadonlySet<string> = new Set(['110000', '120000', '310000', '500000'])

/** The level of a functional area (功能区): one below its region; undecided in a county. */
function zoneLevel({ code, level }: Region): Region['level'] {
  if (level === 'province') return code !== null && municipalities.has(code) ? 'county' : 'city'
  return level === 'city' ? 'county' : null
}

/** A functional area (功能区) in a region, without a code. */
export function zoneOf(name: string, parent: Region): Region {
  const level = zoneLevel(parent)
  return { code: null, name, fullName: parent.fullName + name, level, parent: parent.code ?? parent.parent }
}

/** The kind of functional area that a name ends in (松木经开区 → 经开区), or null. */
export function zoneKind(name: string): { kind: string; named: boolean } | null {
  const kind = zoneKinds.find(([printed]) => name.endsWith(printed))
  return kind ? { kind: kind[0], named: namedZoneKinds.has(kind[1]) } : null
}
