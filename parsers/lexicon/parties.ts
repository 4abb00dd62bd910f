/** Words that parties (责任主体) are read by: endings of bodies, kinds of places, groups, roles, scopes. */
import type { PartyRole } from '../fields/party-types.js'

/** A bracket that belongs to the name before it: 住建局（人防办）. */
const ownBracket = '(?:（[^（）]*）)?'

/** Words that end the name of a body whatever stands before them. 和 behind one joins two bodies. */
const strongEndings =
  '局|委|办|厅|院|会|室|中心|集团|公司|企业|学校|大学|小学|中学|学院|党校|银行|支行|分行|联社|合作社|党组|党委|党工委|工委|政府|支部|总支|办事处|管理处|指挥部|领导小组|工作组|专班|支队|大队|总队|分局|部门|单位|机构|纪委|监委|管委会|法院|检察院|人大|政协|残联|妇联|工商联|文联|科协|侨联|社联|两委|银监|街道|社区|园区|县|市|州|旗|盟|省|镇|区|乡|村'
/** Words that end a body's name or stand inside one: 水库和移民中心, 市场和质量监督局. */
const weakEndings =
  '署|科|股|站|所|队|厂|场|矿|社|台|校|馆|库|园|基地|部|处|组|团|厂区|码头|电厂|水务|城投|国投|供电|电网|燃气|移动|联通|电信|铁塔|超市|酒店|门诊|养殖户|户|业主|企事业|班子|讲师团|局机关|机关|群团|协会|商会|学会|法人'

/** A word that ends the name of a body. */
export const bodyEnding = new RegExp(`(?:${strongEndings}|${weakEndings})${ownBracket}$`)
export const strongEnding = new RegExp(`(?:${strongEndings})${ownBracket}$`)
export const weakEnding = new RegExp(`(?:${weakEndings})${ownBracket}$`)
/** A word inside a body's name that looks like an ending: 城市和农村…, 农业农村和水务局. */
export const innerWord =
  /(?:城市|城乡|农村|社会|市场|机会|民委员|住房|小区|地区|全区|全市|全县|全省|库区|林区|灾区|山区|湖区|矿区)$/

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
  '部门|单位|机关|党委|政府|党组|企业|公司|管委会|党工委|乡镇|街道|县市区|园区|地区|机构|科室|股室|处室|支部|镇街|镇办|村|社区|学校|医院|社会组织|党派|部委|群团|业主|项目部|农户|养殖场|养殖户|加油站|医疗机构|责任主体|施工方|党员|干部|领导小组|指挥部|专班|河长|林长|成员'
export const groupName = new RegExp(
  [
    '^(?:各|有关|相关|其他|其它|其余|所有|全体|沿线|沿江|涉及|涉事|涉案|属地|相应|多个|上述|以上|辖区|所在地|所属|本级|同级|全区各|驻)',
    `^(?:全[市县省区州]|[市县省区州镇]直|[市县省区州]级|[市县省区州]属|县市区|市县|区县|乡镇|镇街|街镇|成员|局属|委属|厅属|校属|院属|中央和省|中央驻|党内).{0,10}(?:${members})$`,
    `^.{1,14}(?<!有限)(?:有关|相关|成员|责任|牵头|配合|主管|职能|监管|直属|下属|所属|各)(?:责任)?(?:${members})${ownBracket}$`,
    `^(?:责任|牵头|配合|主管|职能|监管|成员|直属)(?:责任)?(?:${members})${ownBracket}$`,
    '^(?:\\d{1,4}|[一二两三四五六七八九十]{1,3}) ?(?:个|家|所|户|名)',
    '[一二两三四五六七八九十][县市区旗州镇乡][县市区旗州]{0,2}(?:人民政府|政府|党委|管委会)?$',
    '(?:两|三|四|多)级(?:党委|政府|党委政府|部门|单位|人民政府)',
    '^(?:市|县|省|区|乡镇|镇)?领导班子$|^(?:党委|党组|局|委)?班子成员$',
  ].join('|'),
)

/** A role told in a bracket or behind a name. */
export const leadWords =
  /^(?:分别|共同|均|联合|总|负责|具体|主要|为|并)*(?:牵头|主责|为主|主办)(?:单位|部门|负责|责任|落实|抓总|整改|实施|办理|组织|推进)*$/
export const supportWords =
  /^(?:分别|共同|均|积极|按职责|分工|为)*(?:配合|协助|协办|协同|参与|会办)(?:单位|部门|落实|责任|整改|实施)*$/
export const responsibleWords =
  /^(?:分别|具体|共同|均|为)*(?:负责|落实|承办|实施|责任单位|责任主体|主体责任|直接责任|主体责任单位)(?:落实|整改|实施|具体|单位)*$/
export const acceptanceWords =
  /^(?:分别|共同|负责|均|为)*(?:督导|督办|验收|核查|督促|指导|监督|督促指导|督导验收|监督指导|销号验收|验收销号)(?:单位|部门|责任|整改|落实)*$/
export const sharedWords = /^(?:负责)?(?:分别|共同|均|联合)/

/** 由A牵头，B配合，C负责落实: what the verbs of a sentence say of the bodies before them. */
export const roleVerbs: ReadonlyArray<readonly [PartyRole, string]> = [
  ['acceptance_lead_unit', '(?:负责)?牵头(?:督导|督办|验收|核查)(?:督导|验收|销号|整改|核查){0,3}'],
  ['acceptance_supporting_unit', '(?:负责)?(?:配合|协助)(?:督导|督办|验收|核查)(?:督导|验收|销号|整改|核查){0,3}'],
  [
    'lead_unit',
    '(?:负责)?(?:总牵头|牵头|主办)(?:抓总|负责|落实|实施|整改|组织|推进|办理|协调){0,3}|(?:为|作为|是)(?:总?牵头|主办)(?:责任)?(?:单位|部门)|为主(?:负责)?|负总责|会同|商(?=[省市县区州各有相]|国家|当地|属地)(?![省市县区州]场)',
  ],
  [
    'supporting_unit',
    '(?:负责)?(?:配合|协助|协办|协同|参与|会办)(?:抓好|做好|落实|实施|整改|配合|推进|办理){0,3}|(?:为|作为|是)(?:配合|协办|协助|参与)(?:责任)?(?:单位|部门)',
  ],
  [
    'acceptance_lead_unit',
    '(?:负责)?(?:督导|督促|督办|指导|监督|验收|核查)(?:督导|督促|指导|监督|检查|落实|整改|推进|验收|销号){0,3}|(?:为|作为|是)(?:督导|督办|验收)(?:单位|部门)',
  ],
  [
    'responsible_unit',
    '(?:负责|组织|抓好|承办|落实|实施)(?:组织|具体|整改|抓好|落实|实施|办理|推进|到位){0,4}|(?:为|作为|是)(?:主体)?责任(?:单位|主体|部门)',
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

/** Words behind a list that name nobody. */
export const emptyTail =
  /(?:按(?:照)?(?:各自)?(?:的)?(?:职责|职能|责任)(?:分工)?(?:分别|各自)?(?:负责|落实|配合)?|依(?:据|照)?(?:法|职责)?(?:分工)?(?:负责|落实)|分工负责|分别负责|各负其责|共同负责)$/

/** Values that say: nobody. */
export const nobody = /^(?:无|—+|-+|–+|－+|_+|\/+|暂无|没有|无配合单位|无牵头单位|\\+|不涉及|空|\*+|略)$/

/** What stands for a body without naming it, and what may stand where one is missing. */
export const notBody = /^(?:同上|〃|待定|待明确|另行.*|详见.*|见附件|见上.*|按.{0,40}分工.*|全部|以上|下同|\d.*\d)$/

/** Levels that are a scope: （市、县级）, 省级：. */
export const levelNote = /^(?:国家|[省市县区州乡镇村国]|乡镇|街道)(?:[、和及]?(?:[省市县区州乡镇村]|街道))*(?:级|本级|直)$/
/** What a bracket says of the responsibility, not of the name. */
export const scopeNote =
  /^.{0,12}负责|包干|承担|责任$|^(?:属地|行业)(?:管理|监管|主管)?$|^第?[\d一二三四五六七八九十、，至\-—~～]+(?:项|条|款|号|点)?$|^(?:问题|任务|措施)[\d一二三四五六七八九十、，至\-—～]+/
/** What a bracket says that is neither name nor responsibility. */
export const idleNote = /^(?:下同|略|按职责分工.{0,4}|按.{0,4}职责.{0,6}|排名不分先后|以下简称.*|等|不含.*|含.*)$/

/** Words of a sentence: what holds one is no name of a body. */
export const proseWords =
  /[。；：！？…]|(?:要求|加强|推进|完成|确保|进一步|已经|正在|严格|开展|建立|整改(?!办|领导|工作|专班|组|指挥|任务|单位|责任|协调)|按照|根据|及时|对照|落实|不得|应当|必须|尚未|没有|予以)/

/** Sectors printed without 局 or in a bracket: no names of persons. */
export const sectorWords: ReadonlySet<string> = new Set(
  '林业 水利 农业 公安 商务 国土 应急 水务 温泉 国资 司法 民政 财政 教育 文旅 广电 住建 城管 交通 环保 卫健 发改 工信 人社 自规 资规 审计 统计 税务 气象 消防 国安 安监 质监 工商 食药 金融 信访 民宗 粮食 供销 畜牧 水产 农机 移民 扶贫 乡村 规划 房产 公路 海事 渔业 粮储 医保 林草 水文 地质 电力 供电 燃气 石油 平台 全体 主管 分管 常务 国企 央企 国营 民营 公司 国网 国投 城投 农投 交投 水投 农发 包保 包抓 属地 相关 有关 车间 和平 安全 生产 党政 党群 综治 武装 应诉 法制 文化 旅游 体育 科技 能源 矿产 从业 农经 水保 花卉 蚕桑 茶叶 烟草 邮政 铁路 航空 通信 移动 联通 电信 国土所 林业站 水利站 农技站 司法所 车管所 家长 同上 全部 全市 全县 双方 各方 成员 农户 段长 河长 林长 田长 路长'.split(
    ' ',
  ),
)
