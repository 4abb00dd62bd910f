import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuantities, parseQuantity } from '../parsers/values/quantities.js'
import { scanValues } from '../parsers/values/scan.js'
import type { Comparator, Quantity } from '../parsers/values/types.js'

/** Value, unit, bound and change in one line: `>=95 %`, `50..70 mg/L`, `=997 {个} down to`. */
const line = ({ value, low, high, comparator, unit, change, changeKind }: Quantity): string =>
  [
    `${comparator}${value}${low !== null && high !== null ? `..${high}` : ''}`,
    unit ?? '-',
    ...(change ? [change, changeKind] : []),
  ].join(' ')
const lines = (text: string): string[] => findQuantities(text).map(line)

describe('figures and units', () => {
  it.each([
    ['监测到候鸟36.67万只', '=366700 {只}'],
    ['总磷浓度为0.043mg/L', '=0.043 mg/L'],
    ['年均值３５微克/立方米', '=35 ug/m3'],
    ['整治黑臭水体 14 条', '=14 {条}'],
    ['占地3,600.5亩', '=3600.5 {亩}'],
    ['渗透系数为1.0×10-7cm/s', '=1e-7 cm/s'],
    ['渗透系数为2×10^-6厘米/秒', '=0.000002 cm/s'],
    ['新装设施442台（套）', '=442 {台（套）}'],
    ['历时两年半', '=2.5 a'],
    ['用了一个半月', '=1.5 mo'],
    ['持续2小时30分钟', '=2.5 h'],
    ['缴获一吨半', '=1.5 t'],
    ['重六斤八两', '=6.8 {斤}'],
    ['重三千两百两', '=3200 {两}'],
    ['气温为-5℃', '=-5 Cel'],
    ['零下10摄氏度', '=-10 Cel'],
    ['摄氏37°', '=37 Cel'],
    ['当日气温32度', '=32 Cel'],
    ['节省用电3.2万度', '=32000 kW.h'],
    ['噪声50dB(A)', '=50 dB'],
    ['35蒸吨/小时的锅炉', '=35 t/h'],
    ['装机600兆瓦', '=600 MW'],
    ['产生五千克', '=5 kg'],
    ['15個百分點', '=15 {百分点}'],
    ['比均值高出13.5个百分点', '=13.5 {百分点}'],
    ['是标准的2.5倍', '=2.5 {倍}'],
    ['培训干部9746人次', '=9746 {人次}'],
    ['全省95县', '=95 {县}'],
    ['半年', '=0.5 a'],
    ['四分之一公升', '=0.25 L'],
    ['最高3米5', '=3.5 m'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected])
  })
})

describe('shares', () => {
  it.each([
    ['完成率98.6%', '=98.6 %'],
    ['上升 52％', '=52 % up by'],
    ['百分之五十六点二', '=56.2 %'],
    ['百分之百', '=100 %'],
    ['千分之三', '=0.3 %'],
    ['百万分之五', '=0.0005 %'],
    ['百分之二十至三十', '=20..30 %'],
    ['负百分之六十', '=-60 %'],
    ['近七成', '~70 %'],
    ['三成五', '=35 %'],
    ['三分之二以上', '>=0.6666666666666666 -'],
    ['有一半', '=0.5 -'],
    ['12‰', '=12 [ppth]'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected])
  })
})

describe('money', () => {
  it.each([
    ['投资1.2亿元', '=120000000 CNY'],
    ['罚款人民币伍拾万元整', '=500000 CNY'],
    ['罚款￥5,000', '=5000 CNY'],
    ['每户奖励10万元/户', '=100000 CNY/{户}'],
    ['处置费450元/吨', '=450 CNY/t'],
    ['票价五元三角', '=5.3 CNY'],
    ['合计六十四万零一百四十三元一角七分', '=640143.17 CNY'],
    ['最多一块二', '<=1.2 CNY'],
    ['三块零四', '=3.04 CNY'],
    ['五分', '=0.05 CNY'],
    ['三毛', '=0.3 CNY'],
    ['贷款5000万美元', '=50000000 USD'],
    ['US$200', '=200 USD'],
    ['港币两千九百六十元', '=2960 HKD'],
    ['三万元欧元', '=30000 EUR'],
    ['1万亿日元', '=1000000000000 JPY'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected])
  })

  it('takes 分 and 块 for money only where nothing says otherwise', () => {
    expect(lines('考核扣5分')).toEqual(['=5 {分}'])
    expect(lines('整治地块3块')).toEqual(['=3 {块}'])
    expect(lines('$20，300美元')).toEqual(['=20 USD', '=300 USD'])
  })
})

describe('bounds', () => {
  it.each<[string, Comparator, number, number | null, number | null]>([
    ['70%以上', '>=', 70, 70, null],
    ['6人及以上', '>=', 6, 6, null],
    ['50万元（含）以上', '>=', 500000, 500000, null],
    ['不低于0.1平方公里', '>=', 0.1, 0.1, null],
    ['至少2次', '>=', 2, 2, null],
    ['至少开展一次', '>=', 1, 1, null],
    ['至少启动并办结1件', '>=', 1, 1, null],
    ['≥85%', '>=', 85, 85, null],
    ['超过2000吨/天', '>', 2000, 2000, null],
    ['3600多座', '>', 3600, 3600, null],
    ['6.5万余吨', '>', 65000, 65000, null],
    ['十余家', '>', 10, 10, null],
    ['约1万余吨', '>', 10000, 10000, null],
    ['三个多月', '>', 3, 3, null],
    ['两倍多', '>', 2, 2, null],
    ['48%以下', '<=', 48, null, 48],
    ['82个以内', '<=', 82, null, 82],
    ['控制在10个', '<=', 10, null, 10],
    ['不超过5天', '<=', 5, null, 5],
    ['15个工作日内', '<=', 15, null, 15],
    ['≤35μg/m3', '<=', 35, null, 35],
    ['低于100毫克/升', '<', 100, null, 100],
    ['不到三分之一', '<', 0.3333333333333333, null, 0.3333333333333333],
    ['不足200米', '<', 200, null, 200],
    ['约1700吨/日', '~', 1700, null, null],
    ['近50公里', '~', 50, null, null],
    ['91%左右', '~', 91, null, null],
    ['接近30%', '~', 30, null, null],
  ])('%s', (text, comparator, value, low, high) => {
    expect(parseQuantity(text)).toMatchObject({ text, comparator, value, low, high })
  })

  it.each([
    ['节约5吨', '=5 t'],
    ['附近5公里', '=5 km'],
    ['近三年来', '=3 a'],
    ['推迟近一年', '~1 a'],
    ['逾期30天', '=30 d'],
    ['核增编制4名（含副处级2名）', '=4 {名}'],
  ])('%s is told from a bound', (text, expected) => {
    expect(lines(text)[0]).toBe(expected)
  })
})

describe('ranges', () => {
  it.each([
    ['50-70毫克/升', '=50..70 mg/L'],
    ['0.5～1.2mg/L', '=0.5..1.2 mg/L'],
    ['30%—50%', '=30..50 %'],
    ['5-20%', '=5..20 %'],
    ['3至5家', '=3..5 {家}'],
    ['约3至5家', '~3..5 {家}'],
    ['2——3万港币', '=20000..30000 HKD'],
    ['两到三仟澳元', '=2000..3000 AUD'],
    ['从8500到3万港元', '=8500..30000 HKD'],
    ['1万（含）-5万元', '=10000..50000 CNY'],
    ['五元六角-五元七毛八分', '=5.6..5.78 CNY'],
    ['两三个', '=2..3 {个}'],
    ['十七八家', '=17..18 {家}'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected])
  })

  it('keeps apart what no range joins', () => {
    expect(lines('宽500米至1公里')).toEqual(['=500 m', '=1 km'])
    expect(lines('减至5个—3家')).toEqual(['=5 {个} down to', '=3 {家}'])
  })
})

describe('change', () => {
  it.each([
    ['由3600余个减少至997个', ['>3600 {个}', '=997 {个} down to']],
    ['由473万吨标准煤减少到210万吨', ['=4730000 t', '=2100000 t down to']],
    ['由10万头减产至5万头', ['=100000 {头}', '=50000 {头} down to']],
    ['由120吨/天增加到330吨/天', ['=120 t/d', '=330 t/d up to']],
    ['浓度同比下降4.8%', ['=4.8 % down by']],
    ['较2017年下降3.9%', ['=3.9 % down by']],
    ['同比增加2个', ['=2 {个} up by']],
    ['环比增长了近3倍', ['~3 {倍} up by']],
    ['减少10%以上', ['>=10 % down by']],
    ['降低不超过5%', ['<=5 % down by']],
    ['提高到100毫克/升以上', ['>=100 mg/L up to']],
    ['比重提升至23%左右', ['~23 % up to']],
    ['降至82个以内', ['<=82 {个} down to']],
    ['降幅为8%', ['=8 % down by']],
    ['负增长3%', ['=3 % down by']],
    ['分别下降14%、18.5%和2.7%', ['=14 % down by', '=18.5 % down by', '=2.7 % down by']],
    ['同比分别增加26.1万亩、49.5万亩', ['=261000 {亩} up by', '=495000 {亩} up by']],
    ['高出全省2个百分点', ['=2 {百分点}']],
    ['新增5家', ['=5 {家}']],
    ['提升两支队伍的能力', ['=2 {支}']],
    ['完成10%', ['=10 %']],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual(expected)
  })
})

describe('rates', () => {
  it.each([
    ['每天200吨', '=200 t/d'],
    ['每天约1万余吨', '>10000 t/d'],
    ['日产8000吨', '=8000 t/d'],
    ['年产30万吨', '=300000 t/a'],
    ['每月至少2次', '>=2 {次}/mo'],
    ['每年至少一个', '>=1 {个}/a'],
    ['每年产生的近2000吨', '~2000 t'],
    ['每年下降5%', '=5 % down by'],
    ['日均50微克/立方米', '=50 ug/m3'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected])
  })
})

describe('what is no quantity', () => {
  it.each([
    '全省排名第78位',
    '分别为第78位和67位',
    '进入全国前30名',
    '第一轮督察、第3批',
    '常设督察一处、督察三处',
    '4号矿坑',
    '13#点位',
    '地铁2号线',
    '港区一期码头',
    '均为Ⅲ类水质',
    '达到3类水标准',
    'PM2.5和PM10浓度',
    'DN600管道',
    'A-3栋',
    '国发〔2021〕14号',
    '（GB18597—2023）',
    '联系电话：0737-8612345',
    '某街道商贸巷004号',
    '《工作方案（2021-2025年）》',
    '《水十条实施细则50项》',
    '按“四个意识”要求',
    '落实“两断三清”',
    '“三区两线”范围',
    '实行一厂一策',
    '三区两线',
    '“十四五”期间',
    '一些地方、一批项目',
    '数十家企业',
    '几十个',
    '某一个县',
    '一次性补齐',
    '农药的二次污染',
    '四处走访，三方会审，十分重视',
    '统一、进一步、逐一、一般',
    '2022年12月31日前',
    '三年行动计划',
    '一年一度',
    '每月28日前报送',
    '5000吨级泊位',
    '5部分、2处理设施、5只有',
    '5×10米',
    '3 , 500吨',
    '8点30分',
    '2+26城市',
  ])('%s', (text) => {
    expect(lines(text)).toEqual([])
  })

  it('reads the label of a list apart from its first figure', () => {
    expect(lines('1.1830亩耕地\n2.3家企业')).toEqual(['=1830 {亩}', '=3 {家}'])
    expect(lines('整改进展：1.21户搬迁；2.6户签约')).toEqual(['=21 {户}', '=6 {户}'])
    expect(lines('0.5个\n1.36米')).toEqual(['=0.5 {个}', '=1.36 m'])
  })

  it('starts none in the spans that it is told to skip', () => {
    expect(findQuantities('12天与3天', { skip: [[0, 3]] }).map((q) => q.span)).toEqual([[4, 6]])
  })
})

describe('fields', () => {
  it('keeps the printed words beside the value', () => {
    expect(findQuantities('超过5千吨标准煤')).toEqual([
      {
        text: '超过5千吨标准煤',
        span: [0, 8],
        value: 5000,
        low: 5000,
        high: null,
        comparator: '>',
        unit: 't',
        unitText: '吨标准煤',
        si: { value: 5000000, unit: 'kg' },
        change: null,
        changeKind: null,
        subject: null,
      },
    ])
  })

  it.each([
    ['COD平均浓度为30毫克/升', 'COD平均浓度'],
    ['其中PM2.5浓度34μg/m3', 'PM2.5浓度'],
    ['建成161座污水处理厂', '污水处理厂'],
    ['管网长度达8400公里', '管网长度'],
    ['，共20%', null],
    // things behind the figure, up to the verb
    ['6家造纸企业淘汰落后产能', '造纸企业'],
    ['对32座尾矿库开展复查', '尾矿库'],
    ['两个泵站就向河道排水', '泵站'],
    ['3个项目基本完工', '项目'],
    ['全县61栋高层建筑已排查', '高层建筑'],
    // things and dimensions before it
    ['新建污水管网18.6公里', '污水管网'],
    ['建成5G基站12个', '5G基站'],
    ['创建4A级景区的经费30万元', '经费'],
    ['收回违规资金56万元', '资金'],
    ['完成投资2.3亿元', '投资'],
    ['铺设截污管道6.7公里', '截污管道'],
    ['雨污分流管网改造17公里', '雨污分流管网'],
    ['土建工程已完成70%', '土建工程'],
    ['旧农膜回收率为84.7%', '旧农膜回收率'],
    ['收运间隔由90天缩短至45天', '收运间隔'],
    ['出水氨氮浓度长期在8毫克/升左右', '出水氨氮浓度'],
    ['处置医疗废物12吨', '医疗废物'],
    ['清运12吨生活垃圾', '生活垃圾'],
    // neither before nor behind
    ['对全省12个', null],
    ['组织实施3次', null],
    ['某县完成12家', null],
    ['推迟近一年', null],
    ['连续4年达标', null],
    ['仅下降3.9%', null],
    ['14个城市环境空气质量平均优良天数', null],
    ['有12个铊超标', null],
    ['衡山县3个、祁东县4个', null],
    ['反馈问题高标准整改14个', null],
    ['工业增加值比重达80.7%', '工业增加值比重'],
    ['技术应用面积5330万亩', '技术应用面积'],
    ['中层干部8名', '中层干部'],
    ['压降库存产品30套', null],
    ['缩短工期20天', '工期'],
  ])('subject of %s', (text, subject) => {
    expect(findQuantities(text)[0]?.subject).toBe(subject)
  })

  it('gives null for a string that is more than one quantity', () => {
    expect(parseQuantity('3家和5家')).toBeNull()
    expect(parseQuantity('约有')).toBeNull()
    expect(parseQuantity(' 3家 ')?.span).toEqual([0, 2])
  })
})

const phrases = [
  '，',
  '。',
  '、',
  '约',
  '不低于',
  '36.67万',
  '三',
  '十余',
  '百分之',
  '5',
  '.5',
  '%',
  '吨/日',
  '个',
  '减少到',
  '《',
  '》',
  '“',
  '”',
  '第',
  '-',
  '至',
  '米',
  '元',
  '角',
  '半',
  '以上',
  ' ',
  '\n',
  'PM',
  '（含）',
  '1,200',
]
const prose = fc.array(fc.constantFrom(...phrases), { maxLength: 40 }).map((words) => words.join(''))

describe('properties', () => {
  it('spans are the printed words, in order, without overlap', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let end = 0
        for (const q of findQuantities(text)) {
          expect(q.span[0]).toBeGreaterThanOrEqual(end)
          expect(q.span[1]).toBeGreaterThan(q.span[0])
          expect(text.slice(...q.span)).toBe(q.text)
          expect(Number.isFinite(q.value)).toBe(true)
          end = q.span[1]
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('a figure that has lost what stood before its point is none', () => {
    expect(findQuantities('约.5吨，另有1.5吨').map(({ text }) => text)).toEqual(['1.5吨'])
  })

  it('a metre that belongs to one quantity opens no other', () => {
    expect(findQuantities('半 米三').map(({ text }) => text)).toEqual(['半 米'])
    expect(findQuantities('身高 米三').map(({ text, value }) => [text, value])).toEqual([['米三', 1.3]])
  })

  it('a sentence gives the same alone and inside a text', () => {
    fc.assert(
      fc.property(
        prose.filter((text) => !/[《“]/.test(text)),
        (text) => {
          const sentence = `整改情况${text}整改`
          const alone = findQuantities(sentence).map(line)
          expect(findQuantities(`前文已述。\n${sentence}。\n后文`).map(line)).toEqual(alone)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it.each(['1', '、', '（', '万', '1米', '一', '1-', '1,', '《', '“', '百分之', '1×10', '不低于1吨/', '第1、', '1个1'])(
    'a long run of %s ends',
    (unit) => {
      // a quadratic scan of this length would not end within the time limit of the test
      for (const length of [2 ** 15, 2 ** 16, 2 ** 17])
        expect(findQuantities(unit.repeat(length / unit.length)).length).toBeLessThanOrEqual(length)
    },
  )
})

const folder = new URL('../../shared/reports/', import.meta.url)
const reports = existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')) : []

describe.skipIf(reports.length === 0)('the five real reports', () => {
  const found = reports.flatMap((text) => scanValues(text, { year: null }).quantities.map((quantity) => ({ text, quantity })))
  const shown = (list: typeof found): string[] =>
    list.map(({ text, quantity: { span } }) => text.slice(Math.max(0, span[0] - 8), span[1] + 4))

  it('have quantities', () => {
    expect(found.length).toBeGreaterThan(600)
  })

  it('have none inside a title', () => {
    const inTitle = found.filter(({ text, quantity: { span } }) => {
      const before = text.slice(Math.max(0, span[0] - 120), span[0])
      return before.lastIndexOf('《') > before.lastIndexOf('》')
    })
    expect(shown(inTitle)).toEqual([])
  })

  it.each<[string, RegExp, RegExp]>([
    ['rank', /(?:第|倒数|前)\s?$/, /^[^人]*[位名]$/],
    ['order', /第\s?$/, /./],
    ['label', /./, /^\d+\s?(?:号|#|期|级|路)/],
    ['water class', /(?:劣|Ⅴ|Ⅳ|Ⅲ)$/, /./],
    ['particles', /PM$/i, /./],
    ['document number', /[〔[]\d{4}[〕\]]\s?$/, /./],
    ['standard', /(?:GB|HJ)[\d.]*[—–-]?$/, /./],
    ['telephone', /\d{3,4}-$/, /./],
    ['slogan', /“$/, /^[一二三四五六七八九十两][^”]{0,6}$/],
    ['year', /./, /^(?:19|20)\d\d\s?年/],
    ['day of a month', /月\s?$/, /日/],
    ['list label', /\n\s*$/, /^\d{1,2}[.．、]\d/],
  ])('have no %s among them', (_name, before, own) => {
    const wrong = found.filter(
      ({ text, quantity: { span } }) =>
        before.test(text.slice(Math.max(0, span[0] - 8), span[0])) && own.test(text.slice(...span)),
    )
    expect(shown(wrong)).toEqual([])
  })

  it('print these physical units, each with UCUM code and SI', () => {
    const units = new Map(
      found.flatMap(({ quantity: { unit, unitText, si } }) =>
        si && unitText ? [[`${unitText} ${unit}`, si.unit] as const] : [],
      ),
    )
    expect(Object.fromEntries(units)).toEqual({
      '吨 t': 'kg',
      '吨标准煤 t': 'kg',
      '吨 t/d': 'kg/s',
      '吨/日 t/d': 'kg/s',
      '吨/天 t/d': 'kg/s',
      '吨/年 t/a': 'kg/s',
      'μg/m3 ug/m3': 'kg/m3',
      '微克/立方 ug/m3': 'kg/m3',
      'mg/L mg/L': 'kg/m3',
      '毫克/升 mg/L': 'kg/m3',
      '公里 km': 'm',
      '米 m': 'm',
      '厘米 cm': 'm',
      '毫米 mm': 'm',
      '平方公里 km2': 'm2',
      '公顷 ha': 'm2',
      '亩 {亩}': 'm2',
      '立方米 m3': 'm3',
      '年 a': 's',
      '岁 a': 's',
      '个月 mo': 's',
      '天 d': 's',
      '小时 h': 's',
    })
  })

  it('leave no figure with a physical unit unread', () => {
    const printed =
      /(?<![\dA-Za-z.])\d[\d.]*(?:万|亿)?(?:余|多)?\s?(?:吨|公顷|亩|公里|立方米|平方公里|毫克\/升|mg\/L|μg\/m3|米|厘米|毫米)(?!级)/g
    for (const text of reports) {
      const spans = scanValues(text, { year: null }).quantities.map((q) => q.span)
      const titles = [...text.matchAll(/《[^》]*》/g)].map((m): [number, number] => [m.index, m.index + m[0].length])
      const missed = [...text.matchAll(printed)].filter(
        (m) => ![...spans, ...titles].some(([start, end]) => start <= m.index && m.index + m[0].length <= end),
      )
      expect(missed.map((m) => m[0])).toEqual([])
    }
  })
})
