/** Words by which the inspection that a report answers is known: 督察, 巡视巡察, 审计 and others. */
export type ProgrammeType =
  | 'central_environmental_inspection'
  | 'provincial_environmental_inspection'
  | 'environmental_inspection'
  | 'discipline_inspection'
  | 'audit'
  | 'other'

/** The noun of each kind of inspection. What stands before it is read leftwards, word by word. */
export const inspections: ReadonlyArray<readonly [kind: 'environment' | 'discipline' | 'audit' | 'other', noun: string]> = [
  ['environment', '(?:生态环境保护|生态环境|环境保护|生态环保|环保|(?<!营商)环境)(?:专项|例行|日常|点穴式|交叉)?督察'],
  ['discipline', '巡视巡察|巡视|巡察'],
  ['audit', '审计(?!局|厅|署|机关|处|科|委员会|法|组|师|人员|部门)'],
  [
    'other',
    '警示片|(?:土地|统计|耕地保护|粮食|自然资源|海洋|林业|草原|林草|能源|水利|水务|警务|教育|文物|消防|安全|安全生产|法治|林长制|河长制|河湖长制|田长制|林区|矿产|工程质量|食品安全|市场监管|效能|作风|营商环境|财会|医保|卫生|民政|城管|退役军人|乡村振兴|意识形态)(?:安全)?(?:专项|例行|综合)?督察|大督查|督查|督导(?!评估中心)|(?<!自)检查(?!站|院|员|井|室)|评议考核|考核评议|考核|评议|巡查|测评|评估|评价|互查|暗访|专项监督|民主监督|复审|强化监督|挂牌督办|卫片执法|审议意见|专题询问|主题教育(?=检视|查摆|整改|问题|发现)',
  ],
]

/** 督察 alone is that of the environment where the report speaks of it. */
export const bareInspection =
  '(?<!环境|环保|保护|生产|长制|林区|矿产|质量|监管|效能|作风|土地|统计|粮食|资源|海洋|林业|草原|林草|能源|水利|水务|教育|文物|消防|安全|警务|纪检|法治|财会|医保|卫生|民政|城管|军人|振兴|形态)督察'
export const ofEnvironment = /生态环境|环境保护|环保|污染/

/** Bodies and papers that only bear the noun: 督察工作领导小组, 巡察办, 教育督导委员会. */
export const onlyBears =
  /^(?:组?长|办公室|办|局|厅|署|处|科|室|股|员|站|中心|委员会|工作委员会|工作领导小组|领导小组|专员|条例|工作条例|工作规定|工作实施办法|工作办法|整改工作(?:领导|实施办法|办法|规定)|制度|机制|工作机制|工作规划|机构|干部)/

const cn = '[一二三四五六七八九十\\d]{1,3}'
/** What may stand before the noun, nearest first: every word that is taken makes the name longer to the left. */
export const modifiers: Record<'environment' | 'discipline' | 'audit' | 'other', RegExp> = {
  environment: new RegExp(
    `(?:第?${cn}轮|首轮|第${cn}批|第${cn}|中央|国家|(?:省|市|自治区党)委|省级?|自治区级?|市级?|兵团|专项|例行|常规|驻点)$`,
  ),
  discipline: new RegExp(
    `(?:第?${cn}轮|首轮|第${cn}批|第${cn}|(?:第)?[一二三四五六七八九十]{1,3}届|中央|省委|市委|县委|区委|州委|旗委|盟委|自治区党委|兵团党委|(?:[校院厅局部委司镇乡]|集团|公司)?党[委组]|工委|常规|专项|提级|机动|交叉|联动|政治|异地|延伸|村(?:居|级|（社区）)?|对村(?:（社区）)?|选人用人|意识形态|巡视)$`,
  ),
  audit:
    /(?:(?:19|20)\d\d年度?|[省市县区州旗]本?级|本级|同级|部门|预算执行和其他财政(?:财务)?收支(?:情况)?|预算执行(?:情况)?|财政(?:财务)?收支(?:情况)?|财务收支(?:情况)?|经济责任(?:履行情况)?|自然资源资产(?:离任)?|离任|任中|专项(?:资金)?|跟踪|政策落实|国家|工程|投资|竣工决算|绩效|资产|内部|领导干部)$/,
  other: new RegExp(
    `(?:第?${cn}轮|第${cn}批|第${cn}|(?:19|20)\\d\\d年度?|国务院|国家|中央|全国|全省|全市|全县|[省市县区州](?:委|级|政府)|人大(?:常委会)?|政协|安委会|安全生产|消防安全|消防|燃气安全|燃气|食品药品安全|食品安全|药品安全|道路交通安全|自建房|危化品|矿山|森林防火|防汛|耕地保护|自然资源|土地(?:例行)?|粮食购销|粮食安全|教育|义务教育|乡村振兴|巩固脱贫攻坚成果|脱贫攻坚|统计|政务公开|政府网站|营商环境|信访|党建|基层党建|意识形态|本科教育教学|本科教学|教育教学|教学|办学水平|审核|保密|档案|作风|河湖长制|林长制|长江经济带生态环境|黄河流域生态环境|长江|黄河|生态环境|环境|“?绿盾”?(?:20\\d\\d)?”?|自然保护[区地]|强化监督|执法|专项|综合|年度|联合|集中|重点|日常|全面|例行|监督|明察|责任制?|目标|绩效|工作|落实|问题|第三方|履职|履行职责|巩固|提升|成效|安全|隐患|排查|医保基金|资金|项目|生态环境问题|突出问题)$`,
  ),
}

/** The level of an inspection: one is told, and a region's name belongs to it. */
export const levelModifier = /^(?:中央|国家|省|自治区|市|县|区|州|旗|盟|兵团|党委|党组|工委)/
/** Before a noun that stands alone: 对我县进行评议考核. */
export const carriedOut = /(?:进行|开展|实施|组织)(?:了)?$/
/** Behind one in a title: 考核反馈问题. */
export const fedBack = /^(?:组)?(?:反馈|发现|指出|查出|通报|交办|移交|(?:的)?问题(?:的)?整改)/

/** Checks that go with 巡视 and 巡察 and have reports of their own. */
export const partOfDiscipline = /选人用人|意识形态|政治监督|巡视整改|巡察整改/

/** Where another inspection than the title's is told, it is the report's if it found or fed back. */
export const tellsFeedback =
  /^[^，。；]{0,24}(?:检查|督查|巡查|考核|评估|整改)?意见|反馈|指出|通报|交办|移交|曝光|披露|查出|发现的?问题/
