import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectRegion } from '../parsers/fields/region.js'
import { former } from '../parsers/lexicon/region-overrides.js'
import { regionTable } from '../parsers/values/region-table.js'
import {
  ancestors,
  byCode,
  findPlaces,
  findRegions,
  isRegionName,
  type Region,
  regionOf,
  resolveRegion,
  spokenName,
} from '../parsers/values/regions.js'

/** A region by its code; a wrong code in a test is a mistake of the test. */
function region(code: string): Region {
  const found = byCode(code)
  if (!found) throw new Error(`no region ${code}`)
  return found
}
const context = (code: string | undefined): Region | null => (code ? region(code) : null)

describe('the table', () => {
  it('holds the divisions of GB/T 2260 with their parents', () => {
    expect(regionTable().byCode.size).toBeGreaterThan(3100)
    expect(region('433125')).toEqual({
      code: '433125',
      name: '保靖县',
      fullName: '湖南省湘西土家族苗族自治州保靖县',
      level: 'county',
      parent: '433100',
    })
    expect(ancestors('433125').map(({ name }) => name)).toEqual(['湘西土家族苗族自治州', '湖南省'])
    expect(ancestors('110101').map(({ name }) => name)).toEqual(['北京市'])
    expect(region('419001').fullName).toBe('河南省济源市')
    expect(region('441900').level).toBe('city')
    expect(region('653228').name).toBe('和安县')
    expect(byCode('999999')).toBeNull()
    expect(ancestors(null)).toEqual([])
  })

  it('gives every region back from its full name', () => {
    for (const [code, { fullName }] of regionTable().byCode) expect(resolveRegion(fullName).region?.code, fullName).toBe(code)
  })

  it('has no former name that is still in force in the same city', () => {
    for (const entry of former.flatMap((line) => line.split(' '))) {
      const [name = '', code = ''] = entry.split('>')
      const today = region(code)
      const others = [...regionTable().byCode.values()].filter((other) => other.name === name)
      expect(
        others.filter((other) => other.parent === today.parent),
        entry,
      ).toEqual([])
      expect(resolveRegion(name, today), entry).toEqual({ region: today, former: name, ambiguous: false })
    }
  })

  it.each([
    ['433100', '湘西州'],
    ['440232', '乳源县'],
    ['150000', '内蒙古'],
    ['410304', '瀍河区'],
    ['622926', '东乡县'],
    ['150723', '鄂伦春旗'],
    ['653131', '塔什库尔干县'],
    ['430000', '湖南省'],
    ['152500', '锡林郭勒盟'],
  ])('names %s as it is spoken: %s', (code, name) => {
    expect(spokenName(region(code))).toBe(name)
  })

  it('stays small', () => {
    expect(statSync(new URL('../parsers/lexicon/regions.generated.ts', import.meta.url)).size).toBeLessThan(60_000)
  })
})

describe('resolveRegion', () => {
  it.each<[name: string, near: string | undefined, code: string | null]>([
    ['保靖县', undefined, '433125'],
    ['湖南省', undefined, '430000'],
    ['湖南', undefined, '430000'],
    ['内蒙古', undefined, '150000'],
    ['湘西州', undefined, '433100'],
    ['恩施州', undefined, '422800'],
    ['黔东南州', undefined, '522600'],
    ['凉山州', undefined, '513400'],
    ['锡盟', undefined, '152500'],
    ['济源示范区', undefined, '419001'],
    ['济源产城融合示范区', undefined, '419001'],
    ['塔县', undefined, '653131'],
    ['扎旗', undefined, '150526'],
    ['阿拉善盟', undefined, '152900'],
    ['乳源县', undefined, '440232'],
    ['长沙', undefined, '430100'],
    ['湘潭', undefined, '430300'],
    ['吉林', undefined, '220000'],
    ['吉林市', undefined, '220200'],
    ['衡阳雁峰区', undefined, '430406'],
    ['湖南保靖县', undefined, '433125'],
    ['南京市鼓楼区', undefined, '320106'],
    ['中共保靖县', undefined, '433125'],
    ['鼓楼区', undefined, null],
    ['鼓楼区', '320100', '320106'],
    ['鼓楼区', '320102', '320106'],
    ['鼓楼区', '350000', '350102'],
    ['朝阳区', undefined, null],
    ['朝阳区', '220000', '220104'],
    ['朝阳', '210000', '211300'],
    ['保靖', '433100', '433125'],
    ['兵团第八师石河子市', undefined, '659001'],
    ['第十四师昆玉市', undefined, '659009'],
    ['和安县', undefined, '653228'],
    ['不存在县', undefined, null],
    ['县', undefined, null],
    ['', undefined, null],
  ])('%s near %s is %s', (name, near, code) => {
    expect(resolveRegion(name, context(near)).region?.code ?? null).toBe(code)
  })

  it('says when a name is that of several regions', () => {
    expect(resolveRegion('城关区')).toEqual({ region: null, former: null, ambiguous: true })
    expect(resolveRegion('没有这个县').ambiguous).toBe(false)
  })

  it.each([
    ['祁阳县', undefined, '431181'],
    ['宁乡县', undefined, '430182'],
    ['望城县', undefined, '430112'],
    ['蓬莱市', undefined, '370614'],
    ['莱芜市', undefined, '370116'],
    ['崇文区', undefined, '110101'],
    ['江干区', undefined, '330102'],
    ['杭州市下城区', undefined, '330105'],
    ['市中区', '370800', '370811'],
    ['桥东区', '130500', '130502'],
  ])('former name %s near %s is %s', (name, near, code) => {
    const resolved = resolveRegion(name, context(near))
    expect(resolved.region?.code).toBe(code)
    expect(resolved.former).toBe(name.replace('杭州市', ''))
  })

  it('prefers the name in force to a former one', () => {
    expect(resolveRegion('桥西区', region('130700'))).toMatchObject({ region: { code: '130703' }, former: null })
  })

  it('knows functional areas and townships, without a code', () => {
    expect(resolveRegion('高新区', region('430400')).region).toEqual({
      code: null,
      name: '高新区',
      fullName: '湖南省衡阳市高新区',
      level: 'county',
      parent: '430400',
    })
    expect(resolveRegion('示范区', region('430300')).region?.code).toBeNull()
    expect(resolveRegion('西渡高新区', region('430421')).region?.fullName).toBe('湖南省衡阳市衡阳县西渡高新区')
    expect(resolveRegion('新疆生产建设兵团').region).toMatchObject({ code: null, level: 'province' })
    expect(resolveRegion('保靖县迁陵镇').region).toMatchObject({
      code: null,
      level: 'township',
      fullName: '湖南省湘西土家族苗族自治州保靖县迁陵镇',
      parent: '433125',
    })
    expect(resolveRegion('东莞市虎门镇').region?.level).toBe('township')
    expect(resolveRegion('各乡镇', region('433125')).region).toBeNull()
    expect(resolveRegion('各园区', region('430300')).region).toBeNull()
    expect(resolveRegion('虎门镇').region).toBeNull()
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'湖南省长沙市县区保靖高新镇中共、 ab') }), (text) => {
        const { region: found, ambiguous } = resolveRegion(text)
        expect(found === null || !ambiguous).toBe(true)
      }),
    )
  })
})

describe('isRegionName', () => {
  it.each<[token: string, near: string | undefined, is: boolean]>([
    ['衡东县', '430400', true],
    ['雨湖区', '430300', true],
    ['南岳区', '430400', true],
    ['高新区', '430400', true],
    ['松木经开区', '430400', true],
    ['园区', '430300', true],
    ['湘乡市', undefined, true],
    ['四平市', undefined, true],
    ['长沙', undefined, true],
    ['鼓楼区', undefined, true],
    ['保靖', '433100', true],
    // many names without 县 are words: they count in their own city alone
    ['平安', '430000', false],
    ['会同', '430000', false],
    ['会同', undefined, false],
    ['会同', '431200', true],
    ['平安', '630200', true],
    ['保靖', undefined, false],
    ['祥云', '530000', true],
    ['祥云', '430000', false],
    ['祥云', '532900', true],
    ['朝阳', undefined, false],
    ['湖南', undefined, true],
    ['湖南', '530000', true],
    ['衡阳', undefined, true],
    ['市发改委', '430400', false],
    ['各县市区', '430400', false],
    ['各园区', '430300', false],
    ['城发集团', '430300', false],
    ['县委', '433125', false],
  ])('%s near %s: %s', (token, near, is) => {
    expect(isRegionName(token, context(near))).toBe(is)
  })
})

/** `words=code` for each mention. */
const mentions = (text: string, near?: string): string[] =>
  findRegions(text, context(near)).map(
    ({ span, region: found, former: old }) =>
      `${text.slice(...span)}=${found ? (found.code ?? found.fullName) : '?'}${old ? ` (${old})` : ''}`,
  )

describe('findRegions', () => {
  it.each<[text: string, near: string | undefined, found: string[]]>([
    ['在南京市鼓楼区、玄武区和雨花台区开展', undefined, ['南京市鼓楼区=320106', '玄武区=320102', '雨花台区=320114']],
    ['鼓楼区沿街', undefined, ['鼓楼区=?']],
    ['鼓楼区沿街', '410200', ['鼓楼区=410204']],
    ['湖南省湘西土家族苗族自治州保靖县某厂', undefined, ['湖南省湘西土家族苗族自治州保靖县=433125']],
    ['督察组向湖南反馈，美丽湖南', '430000', ['湖南=430000', '湖南=430000']],
    ['黄河南岸、洞庭湖南部、长江西侧、泰山东麓', '430000', []],
    ['隆重庆祝，重庆市江北区域内', undefined, ['重庆市=500000']],
    ['株洲、湘潭的企业', '430100', ['株洲=430200', '湘潭=430300']],
    ['株洲、湘潭的企业', undefined, []],
    ['湖南湘潭的企业', undefined, ['湖南湘潭=430300']],
    ['市和县直部门，攸县和茶陵县', '430200', ['攸县=430223', '茶陵县=430224']],
    ['确保定期巡查，长治久安', '130000', []],
    ['县审计局会同县财政局', '431200', []],
    ['怀化市会同有关部门', '431200', ['怀化市=431200']],
    ['治安化解、公安化解', '430900', []],
    ['河南县域经济', '410000', ['河南=410000']],
    [
      '衡阳市场监管，在衡阳经开区、高新区',
      '430400',
      ['衡阳=430400', '衡阳经开区=湖南省衡阳市经开区', '高新区=湖南省衡阳市高新区'],
    ],
    ['支持国家级高新区建设', '430400', []],
    ['祁阳县、蓬莱市', undefined, ['祁阳县=431181 (祁阳县)', '蓬莱市=370614 (蓬莱市)']],
    ['保靖的企业', '433125', ['保靖=433125']],
    ['洛阳市老城区、老城区改造', undefined, ['洛阳市老城区=410302', '老城区=410302']],
    ['，老城区管网改造', '410300', []],
    ['新疆生产建设兵团第八师石河子市', undefined, ['新疆生产建设兵团第八师石河子市=659001']],
    ['雄安新区的白洋淀', undefined, ['雄安新区=河北省雄安新区']],
    ['', undefined, []],
    ['县', undefined, []],
  ])('%s near %s', (text, near, found) => {
    expect(mentions(text, near)).toEqual(found)
  })

  it('gives spans in order, apart, and inside the text, whatever the text', () => {
    const names = fc.constantFrom(
      '湖南省',
      '长沙市',
      '鼓楼区',
      '保靖',
      '高新区',
      '衡',
      '阳',
      '县',
      '、',
      '和',
      '市',
      '，',
      '第三',
      '新疆',
    )
    fc.assert(
      fc.property(
        fc.array(names, { maxLength: 30 }),
        fc.constantFrom(undefined, '430000', '430400', '433125'),
        (parts, near) => {
          const text = parts.join('')
          let end = 0
          for (const { span } of findRegions(text, context(near))) {
            expect(span[0]).toBeGreaterThanOrEqual(end)
            expect(span[1]).toBeGreaterThan(span[0] + 1)
            end = span[1]
          }
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('leaves titles out of the places', () => {
    const text = '依据《湖南省水污染防治条例》，在常德市、《某市方案》与津市市'
    expect(findPlaces(text, region('430700')).map((place) => place.text)).toEqual(['常德市', '津市市'])
  })
})

const titles: readonly [title: string, name: string | null][] = [
  ['湖南省贯彻落实第二轮中央生态环境保护督察报告整改方案', '湖南省'],
  ['北京市贯彻落实第二轮中央生态环境保护督察报告整改方案', '北京市'],
  ['内蒙古自治区贯彻落实中央生态环境保护督察报告整改方案', '内蒙古自治区'],
  ['新疆生产建设兵团贯彻落实中央生态环境保护督察报告整改方案', '新疆生产建设兵团'],
  ['中央第四生态环境保护督察组向湖南省反馈督察情况整改方案', '湖南省'],
  ['中共湖南省委关于中央第八轮巡视整改进展情况的通报', '湖南省'],
  ['邵阳市公开湖南省生态环境保护督察整改方案', '湖南省邵阳市'],
  ['邵阳市贯彻落实湖南省第五生态环境保护督察组督察反馈意见整改方案', '湖南省邵阳市'],
  ['关于湖南省第五生态环境保护督察组督察邵阳市反馈意见整改方案', '湖南省邵阳市'],
  ['岳阳贯彻落实省生态环境保护督察反馈意见整改方案', '湖南省岳阳市'],
  ['湘西州贯彻落实省生态环境保护督察“回头看”反馈意见整改方案', '湖南省湘西土家族苗族自治州'],
  ['锡林郭勒盟贯彻落实自治区生态环境保护督察反馈意见整改方案', '内蒙古自治区锡林郭勒盟'],
  ['儋州市贯彻落实中央第三生态环境保护督察组督察反馈意见整改方案', '海南省儋州市'],
  ['济源市落实河南省委巡视反馈意见整改情况', '河南省济源市'],
  ['中共邵东市委关于十二届省委第三轮巡视反馈意见整改进展情况的通报', '湖南省邵阳市邵东市'],
  ['中共新宁县委关于邵阳市委第五轮巡察整改进展情况的通报', '湖南省邵阳市新宁县'],
  ['中共会同县委关于巡视整改的通报', '湖南省怀化市会同县'],
  ['和县贯彻落实督察整改方案', '安徽省马鞍山市和县'],
  ['附件1：邵阳县整改清单', '湖南省邵阳市邵阳县'],
  ['中共阿巴嘎旗委员会关于巡视整改进展情况的通报', '内蒙古自治区锡林郭勒盟阿巴嘎旗'],
  ['重庆市江北区2022年度区级预算执行审计整改情况', '重庆市江北区'],
  ['湖南省审计厅关于湘潭市2022年度财政收支审计查出问题整改情况的公告', '湖南省湘潭市'],
  ['湖南省生态环境厅关于对株洲市生态环境保护督察整改任务销号的公示', '湖南省株洲市'],
  ['长沙市生态环境局雨花分局党组关于专项巡察整改进展情况的通报', '湖南省长沙市雨花区'],
  ['国家税务总局慈利县税务局党委关于巡察整改进展情况的通报', '湖南省张家界市慈利县'],
  ['国家统计局湖南调查总队党组关于巡视整改情况的通报', '湖南省'],
  ['县教育局党组关于新宁县委第三巡察组反馈意见整改情况的通报', '湖南省邵阳市新宁县'],
  ['中共新宁县水庙镇委员会关于新宁县委第三巡察组巡察反馈意见整改进展情况的通报', '湖南省邵阳市新宁县水庙镇'],
  ['中共水庙镇委员会关于新宁县委第三巡察组巡察反馈意见整改进展情况的通报', '湖南省邵阳市新宁县水庙镇'],
  ['广东省东莞市虎门镇整改情况的报告', '广东省东莞市虎门镇'],
  ['慈利县零阳街道党工委关于巡察整改进展情况的报告', '湖南省张家界市慈利县零阳街道'],
  ['衡阳高新技术产业开发区贯彻落实督察整改方案', '湖南省衡阳市高新技术产业开发区'],
  ['株洲云龙示范区整改方案', '湖南省株洲市云龙示范区'],
  ['武汉东湖新技术开发区整改情况', '湖北省武汉市东湖新技术开发区'],
  ['郑州航空港经济综合实验区整改方案', '河南省郑州市航空港经济综合实验区'],
  ['益阳市大通湖区整改方案', '湖南省益阳市大通湖管理区'],
  ['湘潭市雨湖区、岳塘区整改方案', '湖南省湘潭市'],
  ['河南省生态环境厅关于安阳市、鹤壁市和新乡市整改情况的公示', '河南省'],
  ['新宁县委第一巡察组对新宁县水利局党组巡察反馈问题整改情况', '湖南省邵阳市新宁县'],
  ['湖南省生态环境保护督察反馈意见整改情况的公示', null],
  ['雄安新区贯彻落实督察反馈意见整改方案', '河北省雄安新区'],
  ['关于对慈利县零阳镇污水处理厂问题整改情况的公示', '湖南省张家界市慈利县'],
  ['中共生态环境部党组关于二十届中央第二轮巡视整改进展情况的通报', '中华人民共和国'],
  ['鼓楼区贯彻落实督察整改方案', null],
  ['中共中国某某集团有限公司党组关于巡视整改的通报', null],
  ['市住房和城乡建设局党组关于市委第二巡察组反馈意见整改情况的通报', null],
  ['城镇生活污水处理问题整改清单', null],
  ['长江经济带生态环境突出问题整改情况', null],
  ['', null],
]

const detect = (title: string | null, text = '', more: { issuer?: string; publisher?: string; fileHints?: string[] } = {}) =>
  detectRegion({ title, opening: text.slice(0, 2000), text, ...more })
const codes = ({ diagnostics }: ReturnType<typeof detectRegion>): string[] => diagnostics.map(({ code }) => code)

describe('detectRegion by the title', () => {
  it.each(titles)('%s: %s', (title, name) => {
    const detected = detect(title)
    expect(detected.region?.name ?? null).toBe(name)
    expect(detected.region === null).toBe(detected.diagnostics.some(({ severity }) => severity === 'warning'))
  })

  it('names every region of the table, or none where its name is that of several', () => {
    for (const { code, name, fullName } of regionTable().byCode.values()) {
      const short = detect(`${name}贯彻落实第二轮中央生态环境保护督察反馈意见整改方案`)
      if (short.region) expect(short.region.code, name).toBe(code)
      // 城区, 郊区 are words before they are names.
      else expect(['region_ambiguous', ...(name.length === 2 ? ['region_missing'] : [])], name).toContain(codes(short)[0])
      expect(detect(`中共${fullName}财政局党组关于巡察整改进展情况的通报`).region?.code, fullName).toBe(code)
    }
  })

  it('says that a name is no longer in force', () => {
    const detected = detect('邵东县贯彻落实中央环境保护督察反馈意见整改方案')
    expect(detected.region).toEqual({ name: '湖南省邵阳市邵东市', code: '430582', level: 'county' })
    expect(codes(detected)).toEqual(['region_former_name'])
  })

  it('says that an organisation only bears the name of its province', () => {
    expect(codes(detect('中共湖南某某职业学院委员会关于省委巡视整改情况的通报'))).toEqual(['region_from_name'])
  })

  it('decides a name of several regions by the text', () => {
    expect(detect('鼓楼区整改清单', '徐州市委、市政府高度重视。\n徐州市城管局负责。').region?.code).toBe('320302')
  })
})

describe('detectRegion by other evidence', () => {
  const title = '整改情况的报告'
  it.each<[text: string, name: string | null]>([
    ['督察组向我省反馈意见。青海省委、省政府高度重视，全省上下抓落实。西宁市、海东市已完成。', '青海省'],
    ['青海省督察组向我市反馈意见。西宁市委、市政府高度重视，结合我市实际整改。', '青海省西宁市'],
    [
      '一、问题。\n责任单位：县水利局、县财政局\n二、问题。\n责任单位：县住建局\n慈利县人民政府，慈利县零阳镇',
      '湖南省张家界市慈利县',
    ],
    ['责任单位：市水利局\n责任单位：市财政局\n涪城区、三台县、江油市、游仙区各自负责', '四川省绵阳市'],
    ['按要求整改，没有说到地方。', null],
    ['我县高度重视，认真整改。', null],
    ['全县上下抓落实。慈利县两处，新宁县两处，慈利县、新宁县', null],
  ])('%s: %s', (text, name) => {
    const detected = detect(title, text)
    expect(detected.region?.name ?? null).toBe(name)
    expect(codes(detected)).toEqual([name ? 'region_from_text' : 'region_missing'])
  })

  it('takes the publisher, the file name and the signature', () => {
    expect(detect(title, '', { issuer: '慈利县人民政府' }).region?.code).toBe('430821')
    expect(detect(title, '', { fileHints: ['新宁县整改清单.docx'] }).region?.code).toBe('430528')
    expect(detect('关于整改情况的通报', '正文。\n中共新宁县委员会\n2024年 3月5日\n').region?.code).toBe('430528')
  })

  it('takes the site where the report speaks of a region of its kind, and no other', () => {
    const text = '受市人民政府委托，向市人大常委会报告整改情况。\n市财政局已收回资金。\n市水利局已完成。'
    expect(detect(title, text, { publisher: '瑞金市审计局' }).region?.code).toBe('360781')
    expect(detect(title, text, { publisher: '江西省审计厅' }).region).toBeNull()
    expect(detect(title, '已收回资金。', { publisher: '瑞金市审计局' }).region).toBeNull()
  })

  it('does not take a province that only publishes for the city', () => {
    const text = '结合我市实际整改。岳阳市委、市政府高度重视。岳阳市水利局牵头。'
    expect(detect(title, text, { issuer: '湖南省生态环境厅' }).region?.code).toBe('430600')
  })
})

const shared = new URL('../../shared/', import.meta.url)
const present = existsSync(new URL('gold/000.json', shared))
describe.skipIf(!present)('the shared gold (skipped: ../shared is absent)', () => {
  const reports = present ? readdirSync(new URL('reports/', shared)).filter((name) => name.endsWith('.txt')) : []
  it.each(reports)('%s', (name) => {
    const gold = JSON.parse(readFileSync(new URL(`gold/${name.slice(0, 3)}.json`, shared), 'utf8')) as {
      document: { title: string; region: unknown }
    }
    const text = readFileSync(new URL(`reports/${name}`, shared), 'utf8')
    expect(detect(gold.document.title, text).region).toEqual(gold.document.region)
    // Without its title a report must still not be given to another region.
    expect([gold.document.region, null]).toContainEqual(detect(null, text).region)
  })
})

describe('regionOf', () => {
  it('finds the region of a record again', () => {
    expect(regionOf({ name: '湖南省邵阳市新宁县', code: '430528' })?.name).toBe('新宁县')
    expect(regionOf({ name: '湖南省邵阳市新宁县水庙镇', code: null })?.level).toBe('township')
    expect(regionOf({ name: '无此地', code: null })).toBeNull()
    expect(regionOf(null)).toBeNull()
  })
})

describe('short names and functional areas', () => {
  it.each<[name: string, code: string]>([
    ['湘西自治州', '433100'],
    ['恩施自治州', '422800'],
    ['双江自治县', '530925'],
    ['鄂温克自治旗', '150724'],
    ['达茂旗', '150223'],
    ['西乌旗', '152526'],
    ['科左中旗', '150521'],
    ['土右旗', '150221'],
    ['慈利縣', '430821'],
  ])('%s is %s', (name, code) => expect(resolveRegion(name).region?.code).toBe(code))
  it.each<[name: string, fullName: string, level: string, parent: string]>([
    ['平潭综合实验区', '福建省平潭综合实验区', 'city', '350000'],
    ['杨凌示范区', '陕西省杨凌示范区', 'city', '610000'],
    ['雄安新区', '河北省雄安新区', 'city', '130000'],
    ['两江新区', '重庆市两江新区', 'county', '500000'],
    ['西海岸新区', '山东省青岛市西海岸新区', 'county', '370200'],
    ['长春经开区', '吉林省长春市经开区', 'county', '220100'],
    ['泉州台商投资区', '福建省泉州市台商投资区', 'county', '350500'],
  ])('%s is %s, level %s, in %s', (name, fullName, level, parent) => {
    expect(resolveRegion(name).region).toEqual({ code: null, name: expect.any(String), fullName, level, parent })
  })
})

describe('detectRegion: the order of trust', () => {
  const title = '督察反馈问题整改情况'
  it.each<[from: string, title: string, text: string, name: string | null]>([
    ['title', '宿州市2024年度预算执行审计查出问题整改情况', '中共某委\n', '安徽省宿州市'],
    ['title', '长春经开区督察整改方案', '', '吉林省长春市经开区'],
    ['title', '屈原管理区督察整改方案', '', '湖南省岳阳市屈原管理区'],
    ['title', '大通湖区督察整改方案', '', '湖南省益阳市大通湖管理区'],
    ['title', '关于岳阳市华容县等3个县整改任务销号的公示', '', '湖南省岳阳市'],
    ['title', '财政部湖南监管局整改情况', '', '湖南省'],
    ['title', '遵义市生态环境局仁怀分局督察整改情况', '', '贵州省遵义市仁怀市'],
    ['text', title, '根据《濮阳市生态环境保护督察工作机制》，我市认真整改。', '河南省濮阳市'],
    ['text', title, '根据《关于仁怀市2023年度审计工作的报告》，逐项整改。', '贵州省遵义市仁怀市'],
    ['text', title, '仁怀市2023年自查问题已整改。', '贵州省遵义市仁怀市'],
    ['text', title, '现将仁怀市督察整改情况公示如下。', '贵州省遵义市仁怀市'],
    ['text', title, '——2024年3月5日在仁怀市第六届人民代表大会常务委员会第九次会议上', '贵州省遵义市仁怀市'],
    ['text', title, '来源：遵义市人民政府\n仁怀市委、市政府高度重视。', '贵州省遵义市仁怀市'],
    ['issuer', title, '发布机构：广元市昭化区射箭乡人民政府\n逐项整改。', '四川省广元市昭化区射箭乡'],
    ['issuer', title, '逐项整改。\n主办：仁怀市人民政府办公室', '贵州省遵义市仁怀市'],
    ['signature', title, '逐项整改。\n中共广元市昭化区委\n2024年3月5日', '四川省广元市昭化区'],
    ['signature', title, '逐项整改。\n昭化区人民政府\n二〇二四年三月五日', '四川省广元市昭化区'],
    ['signature', title, '逐项整改。\n遵义市生态环境局仁怀分局\n2024年3月5日', '贵州省遵义市仁怀市'],
    ['', '吉林、浙江等8省区督察整改情况', '', null],
    ['', title, '吉林、浙江等8省区开展督察，逐项整改。', null],
    ['', title, '逐项整改，没有说到地方。', null],
  ])('%s: %s %s', (from, words, text, name) => {
    const detected = detect(words, text)
    expect(detected.region?.name ?? null).toBe(name)
    expect(detected.evidence?.from ?? '').toBe(from)
    const { span = null, words: printed = '' } = detected.evidence ?? {}
    if (span) expect(text.slice(...span)).toBe(printed)
  })
  it('takes the city of the counties and the bureau that are named', () => {
    const text = '责任单位：濮阳县、清丰县人民政府，市生态环境局\n责任单位：南乐县、范县人民政府，市水利局'
    expect(detect(title, text).region?.name).toBe('河南省濮阳市')
  })
  it('says where signature and title disagree', () => {
    const text = '逐项整改。\n岳阳市人民政府\n2024年3月5日'
    expect(codes(detect('慈利县督察反馈问题整改方案', text))).toEqual(['region_disagrees'])
    expect(codes(detect('慈利县督察反馈问题整改方案', text.replace('岳阳市', '张家界市')))).toEqual([])
  })
})
