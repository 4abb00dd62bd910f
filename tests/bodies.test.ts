import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodies } from '../parsers/lexicon/bodies.js'
import { type BodyRegion, canonicalBody, fullNameOf } from '../parsers/values/bodies.js'

const county: BodyRegion = { name: '湖南省湘西土家族苗族自治州保靖县', code: '433125', level: 'county' }
const city: BodyRegion = { name: '湖南省湘潭市', code: '430300', level: 'city' }
const province: BodyRegion = { name: '湖南省', code: '430000', level: 'province' }
const countyCity: BodyRegion = { name: '湖南省益阳市沅江市', code: '430981', level: 'county' }
const district: BodyRegion = { name: '陕西省汉中市汉台区', code: '610702', level: 'county' }
const autonomous: BodyRegion = { name: '广西壮族自治区南宁市横州市', code: '450181', level: 'county' }
const banner: BodyRegion = { name: '内蒙古自治区锡林郭勒盟阿巴嘎旗', code: '152522', level: 'county' }
const capital: BodyRegion = { name: '北京市东城区', code: '110101', level: 'county' }
const township: BodyRegion = { name: '湖南省邵阳市新宁县水庙镇', code: null, level: 'township' }
const zone: BodyRegion = { name: '湖南省衡阳市高新区', code: null, level: 'county' }

describe('fullNameOf', () => {
  it.each<[name: string, region: BodyRegion, full: string | null]>([
    ['县发改局', county, '保靖县发改局'],
    ['县委组织部', county, '保靖县委组织部'],
    ['县住建局（县人防办）', county, '保靖县住建局（县人防办）'],
    ['县市场监管局', county, '保靖县市场监管局'],
    ['县城管局', county, '保靖县城管局'],
    ['县政府', county, '保靖县政府'],
    ['州生态环境局保靖分局', county, '湘西州生态环境局保靖分局'],
    ['省生态环境厅', county, '湖南省生态环境厅'],
    ['市委办', city, '湘潭市委办'],
    ['市政府办', city, '湘潭市政府办'],
    ['市民政局', city, '湘潭市民政局'],
    ['市直机关工委', city, '湘潭市直机关工委'],
    ['市市场监管局', city, '湘潭市市场监管局'],
    ['省委巡视办', city, '湖南省委巡视办'],
    ['市城发集团', city, '湘潭市城发集团'],
    ['省农业农村厅', province, '湖南省农业农村厅'],
    ['省直有关单位', province, '湖南省直有关单位'],
    ['市住建局', countyCity, '沅江市住建局'],
    ['市生态环境局沅江分局', countyCity, '益阳市生态环境局沅江分局'],
    ['区住建局', district, '汉台区住建局'],
    ['市生态环境局汉台分局', district, '汉中市生态环境局汉台分局'],
    ['自治区生态环境厅', autonomous, '广西壮族自治区生态环境厅'],
    ['旗水利局', banner, '阿巴嘎旗水利局'],
    ['盟生态环境局阿巴嘎旗分局', banner, '锡林郭勒盟生态环境局阿巴嘎旗分局'],
    ['市生态环境局', capital, '北京市生态环境局'],
    ['镇农业农村办公室', township, '水庙镇农业农村办公室'],
    ['县水利局', township, '新宁县水利局'],
    ['市生态环境局新宁分局', township, '邵阳市生态环境局新宁分局'],
    ['市财政局', zone, '衡阳市财政局'],
    // Names that have their region already
    ['湘乡市人民政府', city, '湘乡市人民政府'],
    ['雨湖区政府', city, '雨湖区政府'],
    ['长沙市', province, '长沙市'],
    ['南宁市横州生态环境局', autonomous, '南宁市横州生态环境局'],
    // Functional areas and townships belong to the region
    ['高新区管委会', city, '湘潭市高新区管委会'],
    ['昭山示范区管委会', city, '湘潭市昭山示范区管委会'],
    ['迁陵镇人民政府', county, '保靖县迁陵镇人民政府'],
    ['城南工业园管委会', county, '保靖县城南工业园管委会'],
    ['湘潭高新区管委会', city, '湘潭高新区管委会'],
    ['保靖经济开发区管委会', county, '保靖经济开发区管委会'],
    ['縣財政局', county, '保靖县財政局'],
    // Common bodies without a prefix
    ['住建局', county, '保靖县住建局'],
    ['市场监管局', county, '保靖县市场监管局'],
    // Companies keep their names
    ['湖南某某环保有限公司', city, '湖南某某环保有限公司'],
    ['某某水务有限责任公司', city, '某某水务有限责任公司'],
    // Not decided
    ['区财政局', city, null],
    ['州财政局', city, null],
    ['县财政局', city, null],
    ['迁陵镇人民政府', city, null],
    ['某某自然保护区管理局', county, null],
    ['村委会', county, null],
    ['市场服务中心', city, null],
    ['区域协调中心', district, null],
  ])('%s in %o', (name, region, full) => {
    expect(fullNameOf(name, region, 'unit')).toBe(full)
  })

  it('gives none for persons and groups', () => {
    expect(fullNameOf('王某', county, 'person')).toBeNull()
    expect(fullNameOf('各县市区党委', city, 'group')).toBeNull()
  })

  it('without a region keeps only what is whole', () => {
    expect(fullNameOf('县发改局', null, 'unit')).toBeNull()
    expect(fullNameOf('湘乡市人民政府', null, 'unit')).toBe('湘乡市人民政府')
    expect(fullNameOf('某某水务有限责任公司', null, 'unit')).toBe('某某水务有限责任公司')
  })

  it('only ever puts words before the name, or takes the level for its region', () => {
    const names = fc.string({ unit: fc.constantFrom(...'省市州县区镇委办局财政住建高新分管会保靖湘潭（）、') })
    fc.assert(
      fc.property(names, fc.constantFrom(county, city, province, township, null), (name, region) => {
        const full = fullNameOf(name, region, 'unit')
        if (full !== null) expect(full.endsWith(name.slice(1))).toBe(true)
      }),
    )
  })
})

describe('canonicalBody', () => {
  it.each([
    ['县发改局', '县发展和改革局'],
    ['市发改委', '市发展和改革委员会'],
    ['省发展改革委', '省发展和改革委员会'],
    ['保靖县住建局', '保靖县住房和城乡建设局'],
    ['县住建局（县人防办）', '县住房和城乡建设局'],
    ['省住房城乡建设厅', '省住房和城乡建设厅'],
    ['市卫健委', '市卫生健康委员会'],
    ['市人社局', '市人力资源和社会保障局'],
    ['市市场监管局', '市市场监督管理局'],
    ['市场监管局', '市场监督管理局'],
    ['市委编办', '市委机构编制委员会办公室'],
    ['市委办', '市委办公室'],
    ['县政府办', '县人民政府办公室'],
    ['衡东县政府', '衡东县人民政府'],
    ['市委政法委', '市委政法委员会'],
    ['县委统战部', '县委统一战线工作部'],
    ['州生态环境局保靖分局', '州生态环境局保靖分局'],
    ['县水利局党组', '县水利局党组'],
    ['财政局', '财政局'],
    ['县科工信局', null],
    ['某某水务有限责任公司', null],
    ['市', null],
    ['', null],
  ])('%s is %s', (name, canonical) => {
    expect(canonicalBody(name)).toBe(canonical)
  })

  it('has one canonical name for each printed form, and leaves canonical names as they are', () => {
    const printed = bodies.flatMap((line) => (line.split(':')[1] ?? '').split(' ').filter(Boolean))
    expect(printed.length).toBe(new Set(printed).size)
    for (const canonical of bodies.map((line) => line.split(':')[0] ?? '')) {
      expect(printed).not.toContain(canonical)
      expect(canonicalBody(`市${canonical}`)).toBe(`市${canonical}`)
    }
  })
})

const shared = new URL('../../shared/gold/', import.meta.url)
interface Node {
  parties?: { name: string; kind: string }[]
}
describe.skipIf(!existsSync(shared))('the parties of the shared gold (skipped: ../shared is absent)', () => {
  it('get a full name where they open with a level', () => {
    for (const file of ['000', '001', '002', '003']) {
      const gold = JSON.parse(readFileSync(new URL(`${file}.json`, shared), 'utf8')) as {
        document: { region: BodyRegion }
        items: Node[]
      }
      for (const { name, kind } of gold.items.flatMap(({ parties }) => parties ?? []))
        if (kind === 'unit' && /^[省市州县](?!场)/.test(name))
          expect(fullNameOf(name, gold.document.region, 'unit'), name).toMatch(/^(?:湖南省|湘西州|保靖县|衡阳市|湘潭市)/)
    }
  })
})
