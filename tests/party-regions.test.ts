/** Every region of the table in every printed form of a party: no name is cut, or read as a verb, a number or a group. */
import { describe, expect, it } from 'vitest'
import { parseParties } from '../parsers/fields/parties.js'
import { regionTable } from '../parsers/values/region-table.js'
import { spokenName } from '../parsers/values/regions.js'

/** 责任单位 without a prefix; G a group, P a person. */
const show = (text: string): string =>
  parseParties(text, 'responsible_unit')
    .parties.map(
      ({ role, kind, name }) => `${role === 'responsible_unit' ? '' : `${role}:`}${kind === 'unit' ? '' : `${kind}:`}${name}`,
    )
    .join(' ')

/** 县 of 保靖县, 双江拉祜族佤族布朗族傣族自治县: the level that 县委, 县政府 print. A prefecture's are 地委, 行署; 内蒙古 has none printed. */
const levelOf = (name: string): string | null => /(?<!地区|林区|特区)([省市县区州盟旗])$/.exec(name)?.[1] ?? null

/** The printed form, and the parties in it, for a name R. */
const forms: readonly (readonly [form: string, print: (r: string) => string, parties: (r: string) => string])[] = [
  ['alone', (r) => r, (r) => r],
  ['its government', (r) => `${r}人民政府`, (r) => `${r}人民政府`],
  ['its bureau', (r) => `${r}水利局`, (r) => `${r}水利局`],
  ['党委、政府', (r) => `${r}党委、政府`, (r) => `${r}党委 ${r}政府`],
  ['行署', (r) => `${r}行署`, (r) => `${r}行署`],
  ['at the end of a list', (r) => `梅溪镇、${r}人民政府`, (r) => `梅溪镇人民政府 ${r}人民政府`],
  ['at the head of a list', (r) => `${r}、梅溪镇人民政府`, (r) => `${r}人民政府 梅溪镇人民政府`],
  ['in a list of bodies', (r) => `市水利局、${r}、市财政局`, (r) => `市水利局 ${r} 市财政局`],
  ['behind 和', (r) => `市水利局和${r}人民政府`, (r) => `市水利局 ${r}人民政府`],
  ['before 和', (r) => `${r}人民政府和市水利局`, (r) => `${r}人民政府 市水利局`],
  ['leading', (r) => `${r}人民政府牵头，市水利局配合`, (r) => `lead_unit:${r}人民政府 supporting_unit:市水利局`],
  ['named by 由', (r) => `由${r}水利局牵头，市财政局配合`, (r) => `lead_unit:${r}水利局 supporting_unit:市财政局`],
  ['behind 会同', (r) => `市水利局会同${r}人民政府`, (r) => `lead_unit:市水利局 supporting_unit:${r}人民政府`],
  ['behind a label', (r) => `牵头：${r}人民政府；配合：${r}水利局`, (r) => `lead_unit:${r}人民政府 supporting_unit:${r}水利局`],
  ['with a person', (r) => `${r}水利局（王小明）`, (r) => `${r}水利局 responsible_official:person:王小明`],
  ['with its role', (r) => `${r}水利局（牵头）、市财政局`, (r) => `lead_unit:${r}水利局 市财政局`],
  ['its bodies as a group', (r) => `${r}各乡镇`, (r) => `group:${r}各乡镇`],
]

const names = new Set([...regionTable().byCode.values()].flatMap((region) => [region.name, spokenName(region)]))

describe('every region of the table as a party', () => {
  it('has the names of the table', () => expect(names.size).toBeGreaterThan(3000))
  it.each(forms)('%s', (_, print, parties) => {
    const wrong: string[] = []
    for (const name of names) if (show(print(name)) !== parties(name)) wrong.push(`${print(name)} → ${show(print(name))}`)
    expect(wrong).toEqual([])
  })
  it('委、县政府', () => {
    const wrong: string[] = []
    for (const name of names) {
      const level = levelOf(name)
      const text = `${name}委、${level}政府`
      if (level !== null && show(text) !== `${name}委 ${name}政府`) wrong.push(`${text} → ${show(text)}`)
    }
    expect(wrong).toEqual([])
  })
  it('a branch bureau with the name without its kind', () => {
    const wrong: string[] = []
    for (const { level, name } of regionTable().byCode.values()) {
      const short = name.replace(/(?:自治)?[县市区旗]$/, '')
      if (level !== 'county' || short.length < 2 || short.length > 3) continue
      const text = `市生态环境局${short}分局、市财政局`
      if (show(text) !== `市生态环境局${short}分局 市财政局`) wrong.push(`${text} → ${show(text)}`)
    }
    expect(wrong).toEqual([])
  })
})
