/** Short notices that are made up, as many as are wanted: counties that tell of a problem or two, first what is to be done, then that it is done. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { regionTable } from '../../parsers/values/region-table.js'

/** Counties that take turns, each with its own notices: of a few notices a few, so that there is something to link. */
const TURNS = 6
const counties = [...regionTable().byCode.values()].filter(({ level }) => level === 'county')

const [river, town] = ['清潩沙汝沣涢溠漳灌泌洧颍', '东湾石桥柳林红星高庙新店杨楼小河双河大堰']
const letter = (from: string, nth: number): string => from.charAt(nth % from.length)

const kinds: readonly ((place: string, n: number) => string)[] = [
  (place, n) => `${place}生活污水直排，排口${n}个，日溢流污水${n * 7 + 3}吨。`,
  (place, n) => `${place}垃圾堆放点防渗不到位，积存渗滤液${n * 13 + 40}立方米。`,
  (place, n) => `${place}采石场边坡裸露${n * 3 + 11}亩，生态修复滞后。`,
  (place, n) => `${place}养殖场粪污外溢，${n + 5}家没有配套设施。`,
  (place, n) => `${place}工地扬尘管控不严，${n + 2}处裸土没有覆盖。`,
  (place, n) => `${place}饮用水水源保护区内有${n + 4}户经营，围网破损${n * 5 + 9}米。`,
  (place, n) => `${place}工业园区雨污混接，检查井${n + 8}处，超标排水${n + 1}次。`,
]

/** The `nth` of so many notices: each county has a plan and its closing of the same problems, then others of another place. */
const notice = (nth: number, count: number, problems: number): string => {
  const regions = Math.min(counties.length, Math.ceil(count / TURNS))
  const own = nth % regions
  const county = counties[own]
  const turn = Math.floor(nth / regions)
  const of = turn >> 1
  const done = turn % 2 === 1
  const name = county?.fullName ?? ''
  const place = `${letter(river, of)}河${town.slice((of % 10) * 2, (of % 10) * 2 + 2)}段`
  const office = `${county?.name ?? ''}人民政府`
  return [
    `${name}生态环境保护督察反馈问题整改${done ? '销号公示' : '方案'}`,
    '',
    ...Array.from({ length: problems }, (_, at) => [
      `${'一二三四五六七八九十'.charAt(at)}、${kinds[(of + at + own) % kinds.length]?.(place, (of * 31 + own + at) % 900)}`,
      '整改目标：问题整改到位。',
      done ? `整改情况：已完成整改，投入资金${(nth % 700) + 30}万元。` : '整改措施：排查点位，封堵整治。',
      `责任单位：${office}`,
      `整改时限：${2023 + (of % 3)}年12月底前`,
    ]).flat(),
    '',
    office,
    `${2022 + (of % 3) + (done ? 1 : 0)}年${1 + (nth % 12)}月${1 + (nth % 28)}日`,
    '',
  ].join('\n')
}

/** Notices in each folder below the one that is given, whose names go in the order of the notices. */
const OF_FOLDER = 1_000

/** Writes so many notices into folders below this one. */
export const writeNotices = (folder: string, count: number, problems: number): void => {
  for (let nth = 0; nth < count; nth++) {
    const below = join(folder, String(Math.floor(nth / OF_FOLDER)).padStart(4, '0'))
    if (nth % OF_FOLDER === 0) mkdirSync(below, { recursive: true })
    writeFileSync(join(below, `${String(nth % OF_FOLDER).padStart(4, '0')}.txt`), notice(nth, count, problems))
  }
}
