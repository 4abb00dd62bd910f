/** Parties, limits, states, values and heads as offices write them, with what each is by the contract: written before the parser was tried on them. */
import { describe, expect, it } from 'vitest'
import { parseDeadline } from '../parsers/fields/deadline.js'
import { narrativeStatus } from '../parsers/fields/narrative.js'
import { parseParties } from '../parsers/fields/parties.js'
import type { PartyReading, PartyRole } from '../parsers/fields/party-types.js'
import { readStatus, type StatusReading } from '../parsers/fields/status.js'
import { scanValues } from '../parsers/values/scan.js'
import type { DateMention, Quantity } from '../parsers/values/types.js'
import { read } from './helpers/sketch.js'

const roles = {
  牵头: 'lead_unit',
  配合: 'supporting_unit',
  责任: 'responsible_unit',
  督导: 'acceptance_lead_unit',
  督导配合: 'acceptance_supporting_unit',
  督办: 'supervising_official',
  领导: 'lead_official',
  责任人: 'responsible_official',
  联系: 'contact',
} as const satisfies Record<string, PartyRole>
type Short = keyof typeof roles
const short = new Map<PartyRole, string>(Object.entries(roles).map(([words, role]) => [role, words]))

/** `责任:县水利局`, `责任:*各乡镇` (a group), `责任人:@王伟<局长>` (a person with title), `{…}` the scope. */
const party = ({ role, kind, name, title, scope }: PartyReading): string =>
  `${short.get(role)}:${kind === 'group' ? '*' : kind === 'person' ? '@' : ''}${name}${title ? `<${title}>` : ''}${scope ? `{${scope}}` : ''}`

describe('parties', () => {
  const rows: readonly (readonly [label: string, role: Short, text: string, parties: string])[] = [
    ['责任单位', '责任', '县水利局（主责）、县农业农村局（配合）', '责任:县水利局 配合:县农业农村局'],
    [
      '责任单位',
      '责任',
      '市城管局牵头，市住建局、各区人民政府（管委会）配合',
      '牵头:市城管局 配合:市住建局 配合:*各区人民政府（管委会）',
    ],
    [
      '责任单位',
      '责任',
      '由县林业局牵头负责，县自然资源局、县公安局配合，相关乡镇抓好落实',
      '牵头:县林业局 配合:县自然资源局 配合:县公安局 责任:*相关乡镇',
    ],
    ['责任领导', '领导', '李建新（副县长）、王海涛（县政府办副主任）', '领导:@李建新<副县长> 领导:@王海涛<县政府办副主任>'],
    ['责任人', '责任人', '县住建局局长  周明华', '责任人:@周明华<县住建局局长>'],
    [
      '责任单位及责任人',
      '责任',
      '县交通运输局（陈立峰）、县公路中心（何  勇）',
      '责任:县交通运输局 责任人:@陈立峰 责任:县公路中心 责任人:@何勇',
    ],
    ['责任单位', '责任', '县发改局、县财政局、刘志强', '责任:县发改局 责任:县财政局 责任人:@刘志强'],
    [
      '责任单位',
      '责任',
      '市水务局、平安镇、张庄村委会、市水投集团',
      '责任:市水务局 责任:平安镇 责任:张庄村委会 责任:市水投集团',
    ],
    ['责任单位', '责任', '省属国有企业、各市州人民政府', '责任:*省属国有企业 责任:*各市州人民政府'],
    [
      '责任单位',
      '责任',
      '区委组织部、区委宣传部、区委统战部（区民宗局）',
      '责任:区委组织部 责任:区委宣传部 责任:区委统战部（区民宗局）',
    ],
    ['责任单位', '责任', '县纪委监委驻县卫健局纪检监察组', '责任:县纪委监委驻县卫健局纪检监察组'],
    [
      '责任单位',
      '责任',
      '国网青石县供电公司、中国电信青石分公司、县自来水公司',
      '责任:国网青石县供电公司 责任:中国电信青石分公司 责任:县自来水公司',
    ],
    ['配合单位', '配合', '市直有关部门，各县（市、区）', '配合:*市直有关部门 配合:*各县（市、区）'],
    ['责任单位', '责任', '城东、城西、城南街道办事处', '责任:城东街道办事处 责任:城西街道办事处 责任:城南街道办事处'],
    ['责任单位', '责任', '金河镇、柳林乡党委政府', '责任:金河镇党委 责任:金河镇政府 责任:柳林乡党委 责任:柳林乡政府'],
    ['督办领导', '督办', '市委常委、常务副市长 赵国栋', '督办:@赵国栋<市委常委、常务副市长>'],
    [
      '督办领导',
      '督办',
      '赵国栋（市委常委、常务副市长）；孙志明（副市长、市公安局局长）',
      '督办:@赵国栋<市委常委、常务副市长> 督办:@孙志明<副市长、市公安局局长>',
    ],
    ['联系人', '联系', '马晓东，电话：13900001111', '联系:@马晓东'],
    ['责任单位', '责任', '县教育局党组、县教育局机关纪委', '责任:县教育局党组 责任:县教育局机关纪委'],
    ['责任单位', '责任', '驻地各中小学校、县职业中专', '责任:*驻地各中小学校 责任:县职业中专'],
    ['责任单位', '责任', '市场监管局、行政审批局、综合执法局按职责分工负责', '责任:市场监管局 责任:行政审批局 责任:综合执法局'],
    ['责任单位', '责任', '牵头单位：县委编办；配合单位：县人社局、县财政局', '牵头:县委编办 配合:县人社局 配合:县财政局'],
    [
      '责任单位',
      '责任',
      '县卫健局（负责医疗废物处置）、县人民医院（负责污水站改造）',
      '责任:县卫健局{负责医疗废物处置} 责任:县人民医院{负责污水站改造}',
    ],
    ['责任单位', '责任', '青石县供销社 县商务局 县粮储局', '责任:青石县供销社 责任:县商务局 责任:县粮储局'],
    ['责任单位', '责任', '白云区、高新区管委会', '责任:白云区 责任:高新区管委会'],
    ['责任单位', '责任', '主办：县农业农村局；协办：县林业局、各乡镇', '牵头:县农业农村局 配合:县林业局 配合:*各乡镇'],
    ['责任单位', '责任', '主责：市交警支队，配合：市交通局、市城管局', '责任:市交警支队 配合:市交通局 配合:市城管局'],
    ['责任单位', '责任', '机关各科室、局属各单位', '责任:*机关各科室 责任:*局属各单位'],
    ['责任单位', '责任', '办公室、财务科、人事科', '责任:办公室 责任:财务科 责任:人事科'],
    ['责任人', '责任人', '党组书记、局长：王立平；分管领导：何小芳', '责任人:@王立平<党组书记、局长> 领导:@何小芳'],
  ]
  it.each(rows)('%s (%s) %s', (label, role, text, parties) => {
    expect(parseParties(text, roles[role], { label }).parties.map(party).join(' ')).toBe(parties)
  })
})

const kinds = { immediate: '立即', ongoing: '持续', long_term: '长期', date: '' } as const
const precisions = { day: '日', month: '月', quarter: '季', half: '半年', year: '年' } as const

describe('limits', () => {
  it.each([
    ['2024年6月30日前完成阶段性任务，长期坚持', '2024-06-30日 长期'],
    ['立行立改，2024年3月底前完成', '立即 2024-03-31月'],
    ['2024年10月15日前完成清运，11月底前完成复绿', '2024-10-15日{清运} 2024-11-30月{复绿}'],
    ['2024年5月-12月', '2024-12-31月'],
    ['2025年一季度', '2025-03-31季'],
    ['2024年汛期前（5月31日）', '2024-05-31日'],
    ['已完成', ''],
    ['即知即改', '立即'],
    ['长期整改', '长期'],
    ['2024年9月30日（已销号）', '2024-09-30日'],
    ['2024.03.15前', '2024-03-15日'],
    ['“十五五”末', '2030-12-31年'],
    ['二〇二四年六月三十日', '2024-06-30日'],
    ['2024年度内', '2024-12-31年'],
    ['24年8月底', '2024-08-31月'],
    ['接到通知后立即整改', '立即'],
    ['验收合格后长期坚持', '长期'],
    ['2024年11月20日至2025年1月20日', '2025-01-20日'],
    ['1个月内', ''],
    ['2024年6月底前，并持续推进', '2024-06-30月 持续'],
    ['立即整改并长期坚持', '立即 长期'],
    ['2023年2月29日', ''],
  ])('%s', (text, entries) => {
    const found = parseDeadline(text, { year: 2023 }).entries.map(
      ({ kind, date, precision, scope }) =>
        `${kinds[kind]}${date ?? ''}${precision ? precisions[precision] : ''}${scope ? `{${scope}}` : ''}`,
    )
    expect(found.join(' ')).toBe(entries)
  })
})

/** completed+ goes on, completed/closed has its closing; - is none. */
const state = (reading: StatusReading | null): string =>
  reading ? `${reading.code}${reading.ongoing ? '+' : ''}${reading.closure ? `/${reading.closure}` : ''}` : '-'

describe('states', () => {
  it.each([
    ['已办结', 'completed'],
    ['办结', 'completed'],
    ['阶段性完成整改，需长期坚持', 'basically_completed+'],
    ['按序时进度推进', 'on_schedule'],
    ['滞后于序时进度', 'behind_schedule'],
    ['尚未启动整改', 'not_started'],
    ['已验收销号', 'completed/closed'],
    ['县级验收通过，待市级销号', 'completed/submitted'],
    ['部分完成', 'in_progress'],
    ['整改中', 'in_progress'],
    ['未完成', 'in_progress'],
    ['√ 已完成', 'completed'],
    ['已完成（长期坚持）', 'completed+'],
    ['同意销号', 'completed/closed'],
    ['正在办理', 'in_progress'],
  ])('of a field: %s', (words, status) => expect(state(readStatus(words))).toBe(status))

  it.each([
    ['该问题已于2024年5月整改到位。', 'completed'],
    ['截至目前，涉及的15户已全部整改完毕，问题已销号。', 'completed/closed'],
    ['整改工作尚未完成，力争6月底前整改到位。', 'in_progress'],
    ['已完成整改任务并通过市级验收，拟予以销号。', 'completed/submitted'],
    ['已完成整改。下一步，将举一反三，防止问题反弹。', 'completed'],
    ['已完成阶段性任务，后续长期坚持。', 'basically_completed+'],
    ['阶段性任务已完成，需长期坚持。', 'basically_completed+'],
    ['已完成2024年度阶段性任务，后续长期坚持。', 'basically_completed+'],
    ['已完成整改，后续将加强巡查。', 'completed'],
    ['按照方案，2024年底前将完成整改。', '-'],
    ['整改完成率60%。', '-'],
  ])('told: %s', (words, status) => expect(state(narrativeStatus(words, [[0, words.length]]))).toBe(status))
})

const quantity = ({ value, low, high, comparator, unit, change, changeKind }: Quantity): string =>
  [
    `${comparator}${Number(value.toFixed(4))}${low !== null && high !== null ? `..${high}` : ''}`,
    unit ?? '-',
    ...(change ? [change, changeKind] : []),
  ].join(' ')
const date = ({ start, end, relation }: DateMention): string => `${start}${end === start ? '' : `..${end}`} ${relation}`

describe('values', () => {
  it.each([
    ['全县三分之一的行政村未建污水处理设施。', '=0.3333 -', ''],
    ['仅1/3的泵站正常运行。', '=0.3333 -', ''],
    ['达标率由62%升至91.4%。', '=62 % | =91.4 % up to', ''],
    ['配备垃圾清运车14台、保洁员230余名，设置收集点1100处。', '=14 {台} | >230 {名} | =1100 {处}', ''],
    ['拨付补助资金1280.5万元，惠及群众3.2万余人。', '=12805000 CNY | >32000 {人}', ''],
    ['渗滤液日产生量约150立方米，处理能力仅80吨/日。', '~150 m3 | =80 t/d', ''],
    ['对12个乡镇（街道）、86个村（社区）开展拉网式排查。', '=12 {个} | =86 {个}', ''],
    ['清理乱占耕地建房37宗28.6亩，追缴罚款41.35万元。', '=37 {宗} | =28.6 {亩} | =413500 CNY', ''],
    ['2023年3月至8月，先后开展夜查17次、突击检查5轮。', '=17 {次} | =5 {轮}', '2023-03-01..2023-08-31 during'],
    ['该矿区超深越界开采，最深处达23米，越界面积1.7公顷。', '=23 m | =1.7 ha', ''],
    ['PM2.5平均浓度38微克/立方米，同比下降7.3%，优良天数比率为82.5%。', '=38 ug/m3 | =7.3 % down by | =82.5 %', ''],
    ['投资估算3.45亿元，其中申请专债2亿元，地方配套占四成。', '=345000000 CNY | =200000000 CNY | =40 %', ''],
    ['纳入台账的项目中有9个未验收，占比达四分之三。', '=9 {个} | =0.75 -', ''],
    ['对超期3个月以上未整改的5家单位进行通报。', '>=3 mo | =5 {家}', ''],
    ['2022年12月5日至16日，市委第三巡察组对局党组进行了为期12天的巡察。', '=12 d', '2022-12-05..2022-12-16 during'],
    ['原定2023年6月完工，延期至2024年3月底。', '', '2023-06-01..2023-06-30 during | 2024-03-31 at'],
    ['同比减少4.6个百分点，较2020年增加11.2倍。', '=4.6 {百分点} down by | =11.2 {倍} up by', '2020-01-01..2020-12-31 during'],
    ['全年用水总量控制在4.86亿立方米以内。', '<=486000000 m3', ''],
    ['查处超限超载车辆1,326台次，罚款89.2万元。', '=1326 {台次} | =892000 CNY', ''],
    ['治理水土流失面积18平方千米，栽植苗木4.3万株。', '=18 km2 | =43000 {株}', ''],
    ['治理面积占总面积的2/3，剩余1/3计划今年治理。', '=0.6667 - | =0.3333 -', '2023-01-01..2023-12-31 during'],
    ['设备实行24/7值守，第1/3页，填报时间为3/5，A1/2线已停用。', '', ''],
    ['近1/2的摊位、1/4以上的商户未办证。', '~0.5 - | >=0.25 -', ''],
    ['完成率仅为1／3，尚有约二分之一的资金未拨付。', '=0.3333 - | ~0.5 -', ''],
    [
      '2021—2022年连续两年未完成任务，缺口分别为3.1万吨、2.4万吨。',
      '=2 a | =31000 t | =24000 t',
      '2021-01-01..2022-12-31 during',
    ],
    ['3月12日14时32分，监控显示pH值为9.6。', '', '2023-03-12 at'],
  ])('%s', (text, quantities, dates) => {
    const found = scanValues(text, { year: 2023 })
    expect(found.quantities.map(quantity).join(' | ')).toBe(quantities)
    expect(found.dates.map(date).join(' | ')).toBe(dates)
  })
})

describe('subjects', () => {
  it.each([
    ['已达到销号标准64件。', null],
    ['符合销号条件12件。', null],
    ['按标准2000元发放。', null],
    ['浓度低于国家标准0.5毫克/升。', null],
    ['制定标准3项。', '标准'],
    ['新增达标企业3家。', '达标企业'],
  ])('%s', (text, subject) => expect(scanValues(text, { year: 2023 }).quantities.map((one) => one.subject)).toEqual([subject]))
})

it('a bracket behind the last of a run is the words of what the run belongs to', async () => {
  const { items, diagnostics } = await read(`青石镇水环境问题整改方案
一、排口未封堵。
整改措施：强化源头管控。一是排查排口；二是封堵排口；三是开展回访。（责任单位：镇水利站；完成时限：2024年6月底）
二、管网缺失。
整改措施：铺设管网。
`)
  const [lead] = items[0]?.measures ?? []
  expect(lead?.text).toBe('强化源头管控。（责任单位：镇水利站；完成时限：2024年6月底）')
  expect(lead?.children.map(({ text }) => text)).toEqual(['排查排口；', '封堵排口；', '开展回访。'])
  expect(lead?.deadline?.entries.map((entry) => entry.date)).toEqual(['2024-06-30'])
  expect(diagnostics.filter(({ code }) => code === 'grounding_repaired')).toEqual([])
})

/** Text, then title, kind, region, day of the state. */
const heads: readonly (readonly [string, string | null, string, string | null, string | null])[] = [
  [
    `桃源县人民政府门户网站
无障碍阅读 | 长者模式
当前位置：首页 > 信息公开 > 环境保护
桃源县第二轮省级生态环境保护督察反馈问题整改进展情况公示
发布时间：2024-03-05 09:12　来源：县督改办　浏览次数：312　字体：[大] [中] [小]
截至2024年2月底，我县整改进展如下：
一、城区污水直排沅江。
整改情况：已封堵排口3个，完成整改。
二、砂石码头扬尘扰民。
整改情况：已安装喷淋设施，完成整改。`,
    '桃源县第二轮省级生态环境保护督察反馈问题整改进展情况公示',
    'progress',
    '湖南省常德市桃源县',
    '2024-02-29',
  ],
  [
    `索引号：430000/2024-00871　　公开方式：主动公开
文号：浏政办发〔2024〕11号　　公开范围：全部公开
浏阳市人民政府办公室
关于印发《浏阳市突出生态环境问题整改方案》的通知
各乡镇人民政府、街道办事处，市直各单位：
《浏阳市突出生态环境问题整改方案》已经市人民政府同意，现印发给你们，请认真贯彻执行。
浏阳市人民政府办公室
2024年4月18日
浏阳市突出生态环境问题整改方案
一、烟花爆竹企业废水未处理。
整改措施：建设处理设施。
整改时限：2024年12月底。
责任单位：市应急局
二、河道垃圾堆积。
整改措施：清理河道。
整改时限：2024年8月底。
责任单位：市水利局`,
    '浏阳市人民政府办公室关于印发《浏阳市突出生态环境问题整改方案》的通知',
    'plan',
    '湖南省长沙市浏阳市',
    null,
  ],
  [
    `中共南县教育局党组关于县委第三巡察组
反馈意见整改落实情况的报告
（2023年11月20日）
根据县委巡察工作统一部署，2023年3月10日至5月20日，县委第三巡察组对我局党组开展了巡察，8月2日反馈了意见。现将整改情况报告如下：
一、关于“理论学习不深入”的问题
整改情况：已制定学习计划，组织学习12次。
二、关于“项目监管不严”的问题
整改情况：已约谈2人，完善制度1项。`,
    '中共南县教育局党组关于县委第三巡察组反馈意见整改落实情况的报告',
    'progress',
    '湖南省益阳市南县',
    null,
  ],
  [
    `附件2
2023年度衡南县本级预算执行和其他财政收支审计查出问题整改清单
序号：1
问题：部分单位往来款长期未清理。
整改措施：逐笔核实清理。
责任单位：县财政局
完成时限：2024年6月30日
序号：2
问题：专项资金闲置。
整改措施：收回统筹。
责任单位：县农业农村局
完成时限：2024年5月31日`,
    '2023年度衡南县本级预算执行和其他财政收支审计查出问题整改清单',
    'checklist',
    '湖南省衡阳市衡南县',
    null,
  ],
  [
    `今天是 2024年7月3日 星期三　天气：多云
网站首页　政务动态　通知公告
通知公告
关于石门县夹山镇污水处理厂问题整改完成情况的公示
日期：2024-07-02　作者：　点击：58
根据省生态环境保护督察整改销号要求，现将整改完成情况公示如下：
一、夹山镇污水处理厂未正常运行。
整改情况：已更换设备，出水达标，完成整改。
公示期：2024年7月2日至7月8日
石门县人民政府
2024年7月2日`,
    '关于石门县夹山镇污水处理厂问题整改完成情况的公示',
    'progress',
    '湖南省常德市石门县',
    null,
  ],
  [
    `关于2022年度洪江市审计查出问题整改情况的报告
——2023年12月26日在洪江市第六届人民代表大会常务委员会第十五次会议上
洪江市审计局局长 向前进
主任、各位副主任、各位委员：
受市人民政府委托，现将2022年度审计查出问题整改情况报告如下：
截至2023年11月底，已整改问题38个。
一、预算编制不细化的问题
整改情况：已细化项目预算。
二、国有资产底数不清的问题
整改情况：已完成清查登记。`,
    '关于2022年度洪江市审计查出问题整改情况的报告',
    'progress',
    '湖南省怀化市洪江市',
    '2023-11-30',
  ],
]

describe('heads', () => {
  it.each(heads)('%#', async (text, title, kind, region, asOf) => {
    const { document } = await read(text)
    expect([
      document.title?.replace(/\s/g, ''),
      document.kind,
      document.region?.name ?? null,
      document.asOf?.end ?? null,
    ]).toEqual([title, kind, region, asOf])
  })
})
