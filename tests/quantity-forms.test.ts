/** Forms of quantities with their neighbours: each row a text of our own and every quantity in it, as `words value unit change`. */
import { describe, expect, it } from 'vitest'
import { classifiers } from '../parsers/lexicon/classifiers.js'
import { slogans } from '../parsers/lexicon/slogans.js'
import { findQuantities } from '../parsers/values/quantities.js'
import { regionTable } from '../parsers/values/region-table.js'
import { scanValues } from '../parsers/values/scan.js'
import type { Quantity } from '../parsers/values/types.js'

const line = ({ text, value, low, high, comparator, unit, change, changeKind }: Quantity): string =>
  [
    text,
    `${comparator}${value}${low !== null && high !== null ? `..${high}` : ''}`,
    unit ?? '-',
    ...(change ? [change, changeKind] : []),
  ].join(' ')
const lines = (text: string): string[] => scanValues(text, { year: 2023 }).quantities.map(line)

type Row = readonly [text: string, ...quantities: string[]]
const table = (rows: readonly Row[]) =>
  it.each(rows.map((row) => [...row] as [string, ...string[]]))('%s', (text, ...expected) => {
    expect(lines(text)).toEqual(expected)
  })

describe('figures without a digit', () => {
  table([
    ['走访近百家商户', '近百家 ~100 {家}'],
    ['惠及上千户群众', '上千户 >=1000 {户}'],
    ['新植万余亩油茶', '万余亩 >10000 {亩}'],
    ['撬动近亿元社会资本', '近亿元 ~100000000 CNY'],
    ['涉及百余人', '百余人 >100 {人}'],
    ['清运垃圾千余吨', '千余吨 >1000 t'],
    ['投入超千万元', '超千万元 >10000000 CNY'],
    ['带动逾万名农民增收', '逾万名 >10000 {名}'],
    ['年产值过亿元', '过亿元 >100000000 CNY'],
    ['年销售额破百亿元', '破百亿元 >10000000000 CNY'],
    ['上百万元的损失', '上百万元 >=1000000 CNY'],
    ['不足百米', '不足百米 <100 m'],
    ['约百来人参加', '约百来人 ~100 {人}'],
    ['现场千人以上', '千人以上 >=1000 {人}'],
    ['百元左右', '百元左右 ~100 CNY'],
    ['亿余元工程款', '亿余元 >100000000 CNY'],
    ['数百家、几千户、成百上千人、好几万元', ...[]],
    ['千家万户、万亩良田、百年老店、千方百计、百姓、万元户', ...[]],
    ['经过百般努力，不过千日', ...[]],
    ['晚上百家灯火', ...[]],
  ])
})

describe('about and more', () => {
  table([
    ['铺设管道200来米', '200来米 ~200 m'],
    ['十来个村', '十来个 ~10 {个}'],
    ['走了二十来户', '二十来户 ~20 {户}'],
    ['花了3万来块钱', '3万来块钱 ~30000 CNY'],
    ['5年来共建成', ...['5年 =5 a']],
    ['八成多的农户', '八成多 >80 %'],
    ['近七成半', '近七成半 ~75 %'],
    ['五成以上', '五成以上 >=50 %'],
    ['欠款3000元有余', '3000元有余 >3000 CNY'],
    ['人均5万元出头', '5万元出头 >50000 CNY'],
    ['不下30次', '不下30次 >=30 {次}'],
    ['半数以上的企业', '半数以上 >=0.5 -'],
    ['排查“12”个问题', '“12”个 =12 {个}'],
    ['整改完成“5”项', '“5”项 =5 {项}'],
    ['发现“3+1”类问题', ...[]],
  ])
})

describe('one unit for a list', () => {
  table([
    ['近期分别投入320、460、515万元', '320 =3200000 CNY', '460 =4600000 CNY', '515万元 =5150000 CNY'],
    ['两地浓度为86、11.5毫克/升', '86 =86 mg/L', '11.5毫克/升 =11.5 mg/L'],
    ['各乡镇栽植20、30和45亩', '20 =20 {亩}', '30 =30 {亩}', '45亩 =45 {亩}'],
    ['超标1.2、0.8和2.1倍', '1.2 =1.2 {倍}', '0.8 =0.8 {倍}', '2.1倍 =2.1 {倍}'],
    ['分别下降12、8个百分点', '12 =12 {百分点} down by', '8个百分点 =8 {百分点} down by'],
    ['降幅分别为3.1、4和5.6%', '3.1 =3.1 % down by', '4 =4 % down by', '5.6%'.concat(' =5.6 % down by')],
    ['到期分别达到60、80、95分以上', '60 >=60 {分}', '80 >=80 {分}', '95分以上 >=95 {分}'],
    ['新建大棚15、8座', '15 =15 {座}', '8座 =8 {座}'],
    ['长宽为30和12米', '30 =30 m', '12米 =12 m'],
    ['1、12家企业已关停', '12家 =12 {家}'],
    ['整改第1、2项', ...[]],
    ['完成问题清单中1、2、3项', ...[]],
    ['分别整改1、2、3项', '1 =1 {项}', '2 =2 {项}', '3项 =3 {项}'],
    ['3、4月份，5、6号楼', ...[]],
    ['补助800、1.2万元', '1.2万元 =12000 CNY'],
    ['不低于60%、80%', '不低于60% >=60 %', '80% >=80 %'],
  ])
})

describe('change from farther off', () => {
  table([
    ['由2019年的52.3%提高到2022年的71%', '52.3% =52.3 %', '71% =71 % up to'],
    ['从2020年的46微克/立方米降至2023年的31微克/立方米', '46微克/立方米 =46 ug/m3', '31微克/立方米 =31 ug/m3 down to'],
    ['由年初的120家压减到目前的35家', '120家 =120 {家}', '35家 =35 {家} down to'],
    ['压减窑炉至6座', '6座 =6 {座} down to'],
    ['将审批时限由20个工作日压缩至5个工作日', '20个工作日 =20 {工作日}', '5个工作日 =5 {工作日} down to'],
    ['精简会议至4次', '4次 =4 {次} down to'],
    ['核减床位至80张', '80张 =80 {张} down to'],
    ['污水厂扩建至2万吨/日', '2万吨/日 =20000 t/d up to'],
    ['污水厂扩容到1.5万m³/d', '1.5万m³/d =15000 m3/d up to'],
    ['减少到总量的三分之一以下', '三分之一以下 <=0.3333333333333333 - down to'],
    ['提高到全省平均水平的1.2倍', '1.2倍 =1.2 {倍} up to'],
    ['扣减补助3万元', '3万元 =30000 CNY'],
    ['扣减3万元', '3万元 =30000 CNY'],
    ['减免12万元', '12万元 =120000 CNY'],
    ['增减相抵3个', '3个 =3 {个}'],
    ['不得超过合同价的80%', '不得超过合同价的80% <=80 %'],
    ['不足应收总额的三成', '不足应收总额的三成 <30 %'],
    ['占总面积的40%', '40% =40 %'],
    ['超过标准的3家企业', '3家 =3 {家}'],
    ['提高认识，整改率达到90%', '90% =90 %'],
  ])
})

describe('money without its unit, capacities, series', () => {
  table([
    ['完成投资2.3亿，', '2.3亿 =230000000 CNY'],
    ['追加资金300余万', '300余万 >3000000 CNY'],
    ['补贴1200万用于购置设备', '1200万 =12000000 CNY'],
    ['人口约12万', ...[]],
    ['资金惠及12万群众', ...[]],
    ['建成2×350MW机组', '2×350MW =700 MW'],
    ['3×75吨/小时锅炉', '3×75吨/小时 =225 t/h'],
    ['尺寸为5×10米', ...[]],
    ['举办培训班3期', '3期 =3 {期}'],
    ['编发简报12期', '12期 =12 {期}'],
    ['举办两期干部培训班', '两期 =2 {期}'],
    ['二期工程、一期项目、园区三期、3期厂房', ...[]],
    ['接入视频监控16路', '16路 =16 {路}'],
    ['安装8路高清摄像头', '8路 =8 {路}'],
    ['沿3路公交线', ...[]],
    ['打井三口', '三口 =3 {口}'],
    ['封填四口自备井', '四口 =4 {口}'],
    ['三口之家、五口人家', ...[]],
    ['36.5万元正在核对', '36.5万元 =365000 CNY'],
    ['下达82万元整改资金', '82万元 =820000 CNY'],
    ['罚款人民币伍仟元整', '人民币伍仟元整 =5000 CNY'],
    ['年满60周岁', '60周岁 =60 a'],
    ['60周年', '60周年 =60 a'],
    ['运行8周', '8周 =8 wk'],
    ['30岁以下干部', '30岁以下 <=30 a'],
    ['购置两台设备', '两台 =2 {台}'],
  ])
})

describe('names that hold a numeral', () => {
  it.each([
    '落实中央八项规定精神',
    '增强四个意识、坚定四个自信、做到两个维护',
    '捍卫两个确立',
    '执行三重一大制度',
    '落实一岗双责、三会一课',
    '违反六项纪律',
    '施工工地六个百分百、6个100%',
    '长江十年禁渔',
    '打通最后一公里、最后一米',
    '做好六稳六保',
    '运用四种形态',
    '五级书记抓整改、四套班子齐抓',
    '三大攻坚战、七个专项行动',
    '四个不放过、四个不摘、三个区分开来',
    '十四个坚持、十个明确、五个必须',
    '百日攻坚、三年行动、五年规划',
    '万企兴万村、千村示范',
    '两张皮、一本账、一盘棋',
    '三天打鱼两天晒网',
    '一天一调度、三天一通报',
    '一三产业、大陆企业、伍家岗',
    '六家子断面、三家店村、五家渠市、三家村社区',
    '二道河镇、三道沟村、七台河市',
    '三门镇、一面坡镇、三元桥街道',
    '平陆县、安陆市、下陆区、六枝特区',
  ])('%s', (text) => {
    expect(lines(text)).toEqual([])
  })

  it.each<Row>([
    ['六家子公司', '六家 =6 {家}'],
    ['三家企业、两家庄园', '三家 =3 {家}', '两家 =2 {家}'],
    ['四个乡镇、五个村', '四个 =4 {个}', '五个 =5 {个}'],
    ['两个维护人员', '两个 =2 {个}'],
    ['三条河、两座桥', '三条 =3 {条}', '两座 =2 {座}'],
    ['陆元', '陆元 =6 CNY'],
    ['十年内', '十年内 <=10 a'],
    ['相距一百公里', '一百公里 =100 km'],
  ])('%s counts', (text, ...expected) => {
    expect(lines(text)).toEqual(expected)
  })

  it('no slogan of the table counts', () => {
    const counted = slogans
      .split(' ')
      .map((slogan) => slogan.replace(/\(.*/, ''))
      .filter((slogan) => lines(`落实${slogan}要求`).length > 0)
    expect(counted).toEqual([])
  })

  it('no name of a region counts', () => {
    const names = [...regionTable().names.keys()].filter(
      // 三台 and the like alone are too like counts
      (name) => /[一二三四五六七八九十百千万两半伍陆]/.test(name) && name.length > 2,
    )
    expect(names.length).toBeGreaterThan(150)
    const counted = names.filter((name) =>
      [`${name}人民政府`, `关停${name}12家企业`, `某市、${name}的项目`].some((text) =>
        findQuantities(text).some(({ span }) => span[0] < text.indexOf(name) + name.length && span[1] > text.indexOf(name)),
      ),
    )
    expect(counted).toEqual([])
  })
})

describe('every classifier', () => {
  const shown = classifiers.split(' ').filter((word) => !/^[期路分款]$/.test(word))
  it.each(shown)('%s counts behind an Arabic figure and an approximate one', (word) => {
    for (const text of [`共12${word}`, `约12${word}，`, `12余${word}。`, `12${word}以上`])
      expect(lines(text).map((found) => found.split(' ')[1])).toEqual([
        text.includes('约') ? '~12' : text.includes('余') ? '>12' : text.includes('以上') ? '>=12' : '=12',
      ])
  })
})
