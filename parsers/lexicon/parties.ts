/** Words that parties (责任主体) are read by: endings of bodies, kinds of places, groups, roles, scopes. */
import type { PartyRole } from '../fields/party-types.js'

/** A bracket that belongs to the name before it: 住建局（人防办）. */
const ownBracket = '(?:（[^（）]*）)?'

/** Words that end the name of a body whatever stands before them. 和 behind one joins two bodies. */
const strongEndings =
  '局|委|办|厅|院|会|室|中心|集团|公司|企业|学校|大学|小学|中学|学院|党校|银行|支行|分行|联社|合作社|党组|党委|党工委|工委|政府|支部|总支|办事处|管理处|指挥部|领导小组|工作组|专班|支队|大队|总队|分局|部门|单位|机构|纪委|监委|管委会|法院|检察院|人大|政协|残联|妇联|工商联|文联|科协|侨联|社联|两委|银监|街道|社区|园区|县|市|州|旗|盟|省|镇|区|乡|村'
/** Words that end a body's name or stand inside one: 水库和移民中心, 市场和质量监督局. */
const weakEndings =
  '署|科|股|站|所|队|厂|场|矿|社|台|校|馆|库|园|基地|部|处|组|团|厂区|码头|电厂|水务|城投|国投|供电|电网|燃气|移动|联通|电信|铁塔|超市|酒店|门诊|养殖户|户|业主|企事业|班子|讲师团|局机关|油田|气田|机关|群团|协会|商会|学会|法人'

/** A word that ends the name of a body. */
export const bodyEnding = new RegExp(`(?:${strongEndings}|${weakEndings})${ownBracket}$`)
export const strongEnding = new RegExp(`(?:${strongEndings})${ownBracket}$`)
export const weakEnding = new RegExp(`(?:${weakEndings})${ownBracket}$`)
/** A word inside a body's name that looks like an ending: 城市和农村…, 农业农村和水务局. */
export const innerWord =
  /(?:城市|城乡|农村|社会|市场|机会|民委员|住房|小区|地区|全区|全市|全县|全省|库区|林区|灾区|山区|湖区|矿区|实验室|国有资产)$/

/** Organs that are printed once for several places: 衡东县、衡山县党委、政府. Longest first. */
export const organs = [
  '人民政府',
  '党工委',
  '管理委员会',
  '管委会',
  '党委',
  '政府',
  '人大常委会',
  '人大',
  '政协',
  '纪委监委',
  '纪委',
  '监委',
  '办事处',
  '县委',
  '市委',
  '区委',
  '省委',
  '州委',
  '盟委',
  '旗委',
] as const
export const organEnding = new RegExp(`^(.*?)(${organs.join('|')})$`)

/** Parks with an administration of their own: one 工业园管委会 stands in a report, as many 园区管委会 as there are parks. */
export const ownPark =
  /^[省市县区州旗]?(?:工业园区?|产业园区?|工业集中区|产业集聚区|经开区|高新区|开发区)$|^[省市县区州旗](?:园区|新区|景区)$/

/** What can stand before the kind of a place that is not named: 各, 有关, 沿线, 全市. */
const indefinite =
  '各有关|各相关|各级|各地|各|有关|相关|所有|其他|其它|其余|沿线|沿江|沿湖|沿海|全市|全县|全省|全区|全州|涉及|所在地|所在|属地|辖区内|辖区|本|事发地|涉事|所涉|所属|相应|上述|以上|重点|下辖|市属|县属|区属|省属'
/** Kinds of places. */
const placeKind =
  '工业园区|产业园区|工业园|产业园|开发区|示范区|功能区|管理区|园区|街道|社区|地区|地方|乡镇|新区|高新区|经开区|景区|片区|[省市州县区旗盟地镇乡街村办]'
/** A kind of places without a name: 各县市区, 园区, 乡镇街道. Brackets and 、 are taken out before. */
export const kindOfPlaces = new RegExp(
  `^(?:(?:${indefinite})+(?:${placeKind}){0,6}|(?:${placeKind}){2,6}|园区|乡镇|街道|社区|示范区|开发区|功能区|工业园区|产业园区)$`,
)
/** Whether the words are a kind of places without a name. */
export const isKindOfPlaces = (name: string): boolean => {
  const bare = name.replace(/[（）、]/g, '')
  return bare.length > 1 && bare.length <= 24 && kindOfPlaces.test(bare)
}

/** Words that make a group: a body of no name of its own. */
const members =
  '部门|单位|机关|党委|党（工）委|政府|党组|企业|公司|管委会|党工委|乡镇|街道|县市区|园区|地区|机构|科室|股室|处室|支部|镇街|镇办|村|社区|学校|医院|社会组织|党派|部委|群团|业主|项目部|农户|养殖场|养殖户|加油站|医疗机构|责任主体|施工方|党员|干部|领导小组|指挥部|专班|河长|林长|成员'
export const groupName = new RegExp(
  [
    '^(?:各|有关|相关|其他|其它|其余|所有|全体|沿线|沿江|涉及|涉事|涉案|属地|相应|多个|上述|以上|辖区|所在地|所属|本级|同级|全区各|驻[\\u4e00-\\u9fff]{1,4}(?:单位|部门|企业|机构|部队)$)',
    `^(?:全[市县省区州]|[市县省区州镇]直|[市县省区州]级|[市县省区州]属|县市区|市县|区县|乡镇|镇街|街镇|成员|局属|委属|厅属|校属|院属|中央和省|中央驻|党内).{0,10}(?:${members})$`,
    `^.{1,14}(?<!有限)(?:有关|相关|成员|责任|牵头|配合|主管|职能|监管|直属|下属|所属|各)(?:责任)?(?:${members})${ownBracket}$`,
    // 驻地各中小学校; 各庄 is a part of names
    `^.{1,6}各(?!庄).{0,4}(?:${members})$`,
    `^(?:责任|牵头|配合|主管|职能|监管|成员|直属)(?:责任)?(?:${members})${ownBracket}$`,
    '^(?:\\d{1,4}|[一二两三四五六七八九十]{1,3}) ?(?:个|家|所|户|名)',
    '[一二两三四五六七八九十][县市区旗州镇乡][县市区旗州]{0,2}(?:人民政府|政府|党委|管委会)?$',
    '(?:两|三|四|多)级(?:党委|政府|党委政府|[\\u4e00-\\u9fff]{0,8}部门|单位|人民政府)',
    '^(?:市|县|省|区|乡镇|镇)?领导班子$|^(?:党委|党组|局|委)?班子成员$',
  ].join('|'),
)

/** A role told in a bracket or behind a name. */
export const leadWords =
  /^(?:分别|共同|均|联合|总|负责|具体|主要|为|并)*(?:牵头|为主)(?:单位|部门|负责|责任|落实|抓总|整改|实施|办理|组织|推进)*$/
export const supportWords =
  /^(?:分别|共同|均|积极|按职责|分工|为)*(?:配合|协助|协办|协同|参与|参加|会办)(?:单位|部门|落实|责任|整改|实施)*$/
export const responsibleWords =
  /^(?:分别|具体|共同|均|为)*(?:负责|落实|承办|主办|主责|实施|责任单位|主责单位|主责部门|责任主体|主体责任|直接责任|主体责任单位)(?:落实|整改|实施|具体|单位)*$/
export const acceptanceWords =
  /^(?:牵头|分别|共同|负责|均|为)*(?:督导|督办|验收|核查|督促|指导|监督|督促指导|督导验收|监督指导|销号验收|验收销号)(?:单位|部门|责任|整改|落实)*$/
export const sharedWords = /^(?:负责)?(?:分别|共同|均|联合)/

/** 由A牵头，B配合，C负责落实: what the verbs of a sentence say of the bodies before them. */
export const roleVerbs: ReadonlyArray<readonly [PartyRole, string]> = [
  ['acceptance_lead_unit', '(?:负责)?牵头(?:督导|督办|验收|核查)(?:督导|验收|销号|整改|核查){0,3}'],
  ['acceptance_supporting_unit', '(?:负责)?(?:配合|协助)(?:督导|督办|验收|核查)(?:督导|验收|销号|整改|核查){0,3}'],
  [
    'lead_unit',
    '(?:负责)?(?:总牵头|牵头)(?!督导|督办|验收|核查)(?:抓总|负责|落实|实施|整改|组织|推进|办理|协调){0,3}|(?:为|作为|是)总?牵头(?:责任)?(?:单位|部门)|为主(?:负责)?|负总责|会同|商(?=[省市县区州各有相\u3400-\u4dbf]|国家|当地|属地)(?![省市县区州]场)',
  ],
  [
    'supporting_unit',
    '(?:负责)?(?:配合|协助|协办|协同|参与|参加|(?<![员委协联理商学社工事]|办公)会办(?!公))(?:抓好|做好|落实|实施|整改|配合|推进|办理){0,3}|(?:为|作为|是)(?:配合|协办|协助|参与)(?:责任)?(?:单位|部门)',
  ],
  [
    'acceptance_lead_unit',
    '(?:负责|牵头)?(?:督导|督促|督办|指导|监督|验收|核查)(?:督导|督促|指导|监督|检查|落实|整改|推进|验收|销号){0,3}|(?:为|作为|是)(?:督导|督办|验收)(?:单位|部门)',
  ],
  [
    'responsible_unit',
    '(?:负责|组织|抓好|承办|主办|落实|实施)(?:组织|具体|整改|抓好|落实|实施|办理|推进|到位){0,4}|(?:为|作为|是)(?:主体)?责任(?:单位|主体|部门)',
  ],
]
/** Words behind a verb that make it part of a name: 督导组, 落实办, 主要负责人. */
export const nounBehindVerb =
  /^(?:组|室|办|局|处|科|股|队|站|所|员|专|委|部|中心|小组|机构|支队|总队|服务|检验|执法|管理|监测|领导|人|同志|院|厅|会议|机制|单位|部门|责任|主体|企业)/
/** Adverbs between a body and the verb. */
export const adverbs =
  /(?:具体|分别|共同|联合|统一|各自|按(?:照)?(?:各自)?(?:的)?(?:职责|职能|责任)(?:分工)?|依(?:据|照)?职责(?:分工)?|依法|积极|密切|主动|全力|全面|认真|切实|主要|直接|总|应当|应|要|需|须|将|予以|进行|来|等(?=单位|部门)){1,8}$/
/** 由, 以 before the bodies of a sentence. */
export const agent = /^(?:并由|再由|主要由|具体由|由|以|并|且|其中|同时)/
/** 会同, 商: the bodies behind them support. */
export const bringsSupport = /^(?:会同|商)/
/** The same where a clause begins with them and not with a name. */
export const opensSupport = /^(?:会同|商(?=[省市县区州各有相\u3400-\u4dbf]|国家|当地|属地)(?![省市县区州]场))/

/** Words behind a list that name nobody. */
export const emptyTail =
  /(?:按(?:照)?(?:各自)?(?:的)?(?:职责|职能|责任)(?:分工)?(?:分别|各自)?(?:负责|落实|配合)?|依(?:据|照)?(?:法|职责)?(?:分工)?(?:负责|落实)|分工负责|分别负责|各负其责|共同负责)$/

/** Values that say: nobody. */
export const nobody = /^(?:无|—+|-+|–+|－+|_+|\/+|暂无|没有|无配合单位|无牵头单位|\\+|不涉及|空|\*+|略)$/

/** A label of two unit roles: 牵头/配合单位, 主办（协办）单位. */
export const bothUnits =
  /(?:牵头|主办|主责|责任)(?:单位|部门)?(?:及|和|与|、|\/|（|\s){1,3}(?:配合|协办|协助|参与)(?:责任)?）?(?:单位|部门)|^牵头\/配合$|^主办\/协办$/
/** A label of bodies and persons: 责任单位及责任人, 责任领导、责任单位. Not 责任单位负责人, which asks for persons alone. */
export const unitsAndPersons =
  /^([\u4e00-\u9fff]{0,8}(?:单位|部门|科室|处室|主体|责任人|责任人员|负责人|领导))(?:及其?|和|与|以及|、|\/|（|\s|-|—|·){1,3}([\u4e00-\u9fff]{0,8}(?:单位|部门|科室|处室|主体|责任人|责任人员|负责人|领导)）?)$/

/** Labels that a scan misreads in one character. */
export const misreadable: readonly string[] =
  '责任单位 牵头单位 配合单位 责任部门 牵头部门 主体责任单位 整改责任单位 责任主体 督导单位 验收单位 责任领导 牵头领导 督办领导 包案领导 整改责任人 责任人员 责任人 联系人 联络人员 整改时限 完成时限 整改期限 完成时间 整改目标 工作目标 整改措施 具体措施 工作措施 整改情况 整改进展 进展情况 完成情况 整改状态 整改标准 销号标准 存在问题 反馈问题 整改任务'.split(
    ' ',
  )

/** 监理单位：某公司: what the body is in the work. */
export const partInWork = /^(?:施工|监理|建设|设计|运营|产权|业主|使用|管理|管护|养护|技术|勘察|代建)(?:单位|部门|主体|方)$/
/** How other fields and headings end that are no body: 整治措施, 下一步工作打算. */
export const otherField =
  /(?:时限|期限|时间|节点|目标|措施|举措|情况|进展|进度|状态|成效|结果|效果|问题|打算|计划|安排|要求|标准|内容|原则|思路|建议|意见|方面|机制|任务|方案|清单|台账|附件|备注)$/
/** Words of a day or a period. */
export const dayWords =
  /\d{2,4}年(?!级)|\d月|[〇○零一二三四五六七八九]{4}年|[一二三四五六七八九十]{1,2}月(?:底|末|初|中旬|[一二三四五六七八九十]{1,3}日)|(?:年|月|季度?)[底末]|[上下]半年|日前$|季度(?:前|内)?$|^\d{1,4}[-./]\d{1,2}(?:[-./]\d{1,2})?$/
/** Phrases that stand where a day would, or say how far it is. */
export const standing =
  /^(?:并|且|已|已经)?(?:立行立改|立即(?:整改|执行|落实)|即知即改|立查立改|边督边改|长期(?:坚持|整改|推进|执行|抓好|落实|有效)?|常年(?:坚持|推进)?|持续(?:推进|整改|坚持|加强|抓好|落实|巩固|改进)?(?:整改)?|常态化?(?:推进|坚持|落实|长效)?|按期(?:完成)?|限期(?:完成|整改)?|近期|中期|短期|(?:已|基本|全部|正在|未|尚未|阶段性)*(?:完成|整改|销号|办结|推进|启动)(?:整改|到位|完成|销号|中)*)$/
/** What begins a measure and no name; 组织部, 建设局, 督导组 are names. */
export const verbStart =
  /^(?![\u4e00-\u9fff]{2,7}(?:(?:(?<=[检稽督巡审核监侦]查)|(?<![查惩论到用益好坏难实]))处|科|股|室)(?:$|[、，；。（(\s]))(?:加强|推进|推动|开展|落实|完善|强化|建立|健全|深入|严格|加快|持续|切实|积极|全面|制定|出台|印发|组织|压实|提高|提升|做好|抓好|深化|进一步|坚持|规范|加大|实施|召开|完成|督促|优化|构建|夯实|细化|狠抓|着力|突出|聚焦|明确|严肃|扎实|清理|清运|清除|排查|拆除|修订|修复|改造|建成|新建|建设|协调|指导|监督|检查|确保|按照|根据|针对|通过|对照|采取|关停|取缔|处罚|追缴|收回|形成|促进|保障|维护|防止|杜绝|严禁|严控|做到|发挥|营造|巩固|增强|解决|处理|处置|整治|治理|改善|培育|培训|宣传|引导|鼓励|淘汰|压减|下一?步)(?!人事|部|局|厅|委|办|处|科|股|室|组|站|所|院|队|员|中心|银行|公司|集团|工程|项目|管理|执法|检测|技术|服务|小组|领导|专班|指挥|支队|大队|学会|协会|单位|企业|农场|林场|路|街|村|镇|乡|[一二三四五六七八九])/

/** What is worked on, and no body: 加大执法力度, 完善管理制度. */
export const workedOn =
  /(?:力度|制度|机制|体系|水平|能力|意识|质量|效能|成效|作风|规定|办法|预案|措施|方案|台账|清单|隐患|问题)$/

/** A body and, without a mark between, what it is to do: 市财政局|保障资金. */
export const bodyWithDuty =
  /^([\u3400-\u9fff（）]{2,24}?(?:局|厅|委|办|政府|公司|中心|院|室|支队|大队))((?:保障|提供|筹措|安排|做好|抓好|指导|督促|监管|统筹|协调|审批|支持|拨付|加强|开展|推进|编制|制定|审核)[\u4e00-\u9fff]{2,20})$/

/** What stands for a body without naming it, and what may stand where one is missing. */
export const notBody =
  /^(?:同上|〃|第[一二三四五六七八九十\d]{1,3}|待定|待明确|另行.*|详见.*|见附件|见上.*|按.{0,40}分工.*|全部|以上|下同|\d.*\d)$/

/** Levels that are a scope: （市、县级）, 省级：. */
export const levelNote = /^(?:国家|[省市县区州乡镇村国]|乡镇|街道)(?:[、和及]?(?:[省市县区州乡镇村]|街道))*(?:级|本级|直)$/
/** What a bracket says of the responsibility, not of the name. */
export const scopeNote =
  /^.{0,12}负责|包干|承担|责任$|^(?:属地|行业)(?:管理|监管|主管)?$|^第?[\d一二三四五六七八九十、，至\-—~～]+(?:项|条|款|号|点)?$|^(?:问题|任务|措施)[\d一二三四五六七八九十、，至\-—～]+/
/** What a bracket says that is neither name nor responsibility. */
export const idleNote =
  /^(?:下同|略|按职责分工.{0,4}|按.{0,4}职责.{0,6}|排名不分先后|排(?:名|列|序|在).{1,16}(?:牵头|主责|为主).{0,6}|以下简称.*|等|不含.*|含.*)$/

/** Words of a sentence: what holds one is no name of a body. */
export const proseWords =
  /[。；：！？…]|(?:要求|加强|推进|完成|确保|进一步|已经|正在|严格|开展|建立|整改(?!办|领导|工作|专班|组|指挥|任务|单位|责任|协调)|按照|根据|及时|对照|落实|不得|应当|必须|尚未|没有|予以)/

/** Sectors whose office is called 局, 厅, 委 or 部 behind them: 财政局, 组织部. */
export const officeSectors: ReadonlySet<string> = new Set(
  '财政 审计 公安 司法 工信 工业和信息化 商务 市场监管 市场监督管理 自然资源 自然资源和规划 林业 林草 林业和草原 水利 水务 民政 人社 人力资源社会保障 人力资源和社会保障 住建 住房城乡建设 住房和城乡建设 交通 交通运输 农业 农业农村 生态环境 环保 教育 教体 教育体育 科技 文旅 文化旅游 文化和旅游 卫健 卫生健康 应急 应急管理 统计 医保 医疗保障 退役军人 退役军人事务 国资 城管 城市管理 综合执法 行政审批 信访 粮食 气象 税务 消防 发改 发展改革 发展和改革 体育 广电 国土 规划 民宗 机关事务 大数据 乡村振兴 供销 招商 金融 组织 宣传 统战 政法 社会工作'.split(
    ' ',
  ),
)

/** Sectors printed without 局 or in a bracket: no names of persons. */
export const sectorWords: ReadonlySet<string> = new Set(
  '宣传 组织 统战 政法 纪检 监察 巡察 编办 网信 群团 党建 招商 检察 林业 水利 农业 公安 商务 国土 应急 水务 温泉 国资 司法 民政 财政 教育 文旅 广电 住建 城管 交通 环保 卫健 发改 工信 人社 自规 资规 审计 统计 税务 气象 消防 国安 安监 质监 工商 食药 金融 信访 民宗 粮食 供销 畜牧 水产 农机 移民 扶贫 乡村 规划 房产 公路 海事 渔业 粮储 医保 林草 水文 地质 电力 供电 燃气 石油 平台 全体 主管 分管 常务 国企 央企 国营 民营 公司 国网 国投 城投 农投 交投 水投 农发 包保 包抓 属地 相关 有关 车间 和平 安全 生产 党政 党群 综治 武装 应诉 法制 文化 旅游 体育 科技 能源 矿产 从业 农经 水保 花卉 蚕桑 茶叶 烟草 邮政 铁路 航空 通信 移动 联通 电信 国土所 林业站 水利站 农技站 司法所 车管所 家长 同上 全部 全市 全县 双方 各方 成员 农户 段长 河长 林长 田长 路长'.split(
    ' ',
  ),
)
