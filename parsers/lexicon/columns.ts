/**
 * Words that stand over the columns of a table: names that are labels nowhere else, what a name hints at, the roles that two parts of
 * one name give, and rows that are no items. To add a name, add it to `columnNames`.
 */
import { exactFieldOf, type FieldKind, fieldOf, guessField, type PartyRole } from './labels.js'

/** Exact names (brackets and blanks removed) that are labels only over a column. */
const columnNames: ReadonlyArray<readonly [FieldKind, string]> = [
  ['number', '序 号 No NO 项次 项目序号 行号 顺序号 条目'],
  ['responsible_unit', '责任清单 主办 主办部门 主办处室 主办科室 承办 承办部门 承办科室 主办方'],
  ['supporting_unit', '协办处室 协办科室 会办 会办单位 会办部门 协办方'],
  ['lead_unit', '总牵头 总牵头单位'],
  ['other', '涉及资金 文号 依据 政策依据 定性依据 实际完成时间 实际完成日期 实际完成时限 反馈日期 检查时间 检查日期 检查人'],
]
const names = new Map<string, FieldKind>()
for (const [field, words] of columnNames) for (const word of words.split(' ')) names.set(word, field)

/** The field of a column of this name, or null. `name` is folded and without blanks. */
export const columnField = (name: string): FieldKind | null =>
  names.get(name.replace(/（[^（）]{0,14}）/g, '')) ?? fieldOf(name) ?? null

/** The field that a name which no list has ends like: 整治举措, 承接单位. */
export const guessedColumn = (name: string): FieldKind | null => guessField(name)

/** 主办 beside 协办 leads; alone it is responsible. */
export const isHost = (name: string): boolean => /^主办/.test(name)

/** Names whose cells may be states: 备注, 说明. */
export const isRemark = (name: string): boolean => /^(?:备注|说明|注|附注|其他说明|备注说明|情况说明)$/.test(name)

/** What an unknown name hints at. No hint is enough without cells that agree. */
export const columnHints: ReadonlyArray<readonly [FieldKind, RegExp]> = [
  ['problem', /问题|失分|扣分|不足|短板|弱项|意见|查摆|缺陷|隐患|差距|缺点|毛病|薄弱|症结|堵点|不符合|整改内容|具体内容|内容/],
  ['measures', /改|措施|举措|做法|办法|打算|安排|对策|下一?步|计划|方案|怎么|如何/],
  ['progress', /目前|当前|已|本月|本季|本周|上月|进展|推进|落实|成果|成效|做到|结果|完成|情况|动态|最新/],
  ['deadline', /时|期|节点|何时|限|日|月|年|截止|要求|计划/],
  ['status', /状态|现状|销账|销号|备注|说明|进度|结论|是否|评价|判定/],
  ['responsible_unit', /单位|部门|科室|处室|谁|归口|承接|方$|主体|责任|负责|机构|属地/],
]
/** Names of days that are none of finishing. */
export const otherDay =
  /反馈|交办|检查|发现|下达|受理|督察|督导|巡察|公示|销号|验收|实际|填报|更新|报送|登记|来信|移交|建账|接收|印发|年份|^(?:所属|报告|涉及|资金|项目)?年度$/

/** Names of what a problem is about, which may be bodies too: 水源地名称, 企业名称, 问题点位. */
export const otherBody =
  /名称|所在|位置|地点|地址|点位|来源|对象|项目|企业|水源|断面|河流|水体|景区|工程|受理|举报|反映|反馈|交办/

/** Words of roles in a name of two: 牵头/配合单位, 主办（协办）部门. */
const roleWords: ReadonlyArray<readonly [PartyRole, RegExp]> = [
  ['lead_unit', /^(?:总?牵头|主办)$/],
  ['supporting_unit', /^(?:配合|协办|协助|协同|参与|协作|会办)$/],
  ['acceptance_lead_unit', /^(?:督导|验收|督导验收|督办|监管|监督|核查)$/],
  ['responsible_unit', /^(?:主体责任|主责|责任|承办|实施|落实|整改|整改责任|责任主体)$/],
]
const bodyWords = /(?:责任|整改)?(?:单位|部门|处室|科室|股室|机构|方)$/

/** The roles of a column of two, in order: 牵头/配合单位 → lead, supporting; null where the name is another. */
export function rolesIn(name: string): PartyRole[] | null {
  if (!/[／/、（）()及和与或兼·；;，,-]/.test(name)) return null
  const parts = name
    .split(/[／/、（）()及和与或兼·；;，,-]/)
    .map((part) => part.replace(bodyWords, ''))
    .filter((part) => part !== '')
  if (parts.length < 2) return null
  const roles = parts.map((part) => roleWords.find(([, words]) => words.test(part))?.[0])
  const found = roles.filter((role) => role !== undefined)
  return found.length === parts.length && new Set(found).size === found.length ? found : null
}

/** A role before a colon inside a cell: 主办：甲；协办：乙. */
export const roleBefore = (words: string): PartyRole | null =>
  roleWords.find(([, pattern]) => pattern.test(words.replace(bodyWords, '')))?.[0] ?? null

/** What is planned begins so. */
export const planVerb =
  /^(?:(?:立即|抓紧|尽快|全面|认真|督促|组织|加快|进一步|定期|每[日月周年季]|逐[步一项笔条]|对|将|由|拟|计划|继续|严格|限期|分类|依法|协调|指导|聘请|邀请|联合|重新|统一|集中)|(?:加强|推进|开展|落实|完善|强化|建立|健全|深入|制定|出台|印发|压实|提高|提升|做好|抓好|深化|坚持|规范|加大|推动|实施|召开|优化|构建|夯实|细化|明确|修订|成立|排查|封堵|接通|安排|增设|更换|补配|补齐|补充|补办|补种|清空|清理|清运|清退|清除|拆除|整治|整改|修复|修补|修缮|维修|改造|建设|新建|扩建|铺设|安装|设置|设立|配备|配齐|调整|施划|增派|增加|疏通|疏浚|查处|立案|处置|处理|关闭|关停|取缔|搬迁|迁移|收回|追回|归还|核对|核查|核销|核实|登记|重新|倒排|执行|实行|取消|合并|举办|组织|培训|轮训|选派|编制|签订|公开|公示|约谈|问责|通报|检查|巡查|巡检|监测|检测|论证|评估|验收|移交|移送|申请|争取|筹措|拨付|支付|盘活|缩减|压减|控制|降低|减少|停止|禁止|杜绝|引导|宣传|张贴|发放|统筹|理顺|厘清|梳理|建成|绿化|复垦|覆盖|覆土|喷淋|洒水|冲洗|封闭|围挡|硬化|复核|精简|压缩|打通|推行|会审|逐卷|聘任|撤销|更正|补录|录入|上线|接入|对接|采购|招标|流转|盘点|抽查|暗访|督办|督查|督导|走访|入户|回访|公布|废止|制订|拟定|起草|汇编|编印|印制|培育|扶持|推广|试点|启用|启动|投入|加装|加固|加盖|加密|新增|扩容|提标|升级|更新|替换|回收|回填|平整|植树|补植|种植|养护|管护|看护|值守|保洁|清扫|打捞|收集|转运|处罚|处分|诫勉|谈话|提醒|批评|责令|收缴|上缴|追缴|补缴|补征|催收|催缴|清偿|偿还|兑付|兑现|发还|退还|退赔|返还|整合|重组|划转|剥离|注销|吊销|变更|办理|受理|审核|审批|审查|把关|备案|报备|上报|填报|报送|研究|部署|谋划|规划|设计|勘察|测绘|确权|划定|界定|警示|隔离|封存|纳管|分流|错接|强制|取消|堵塞|逐户|逐人|实时|提前|每半|每[年月季周]))/
/** What has been done says so. */
export const doneWords = /已|完成|均|现有|目前|截至|达到了|了(?=[，。；、]|\d)|(?<![增减])至今|累计|共[^同]/

/** Rows that are no items. */
export const sumRow = /^(?:合计|总计|小计|共计|总数|累计|总和|汇总|本页合计|本页小计)/
export const noteRow =
  /^(?:(?:备?注|说明|附注|填表说明|填报说明|注释|备注说明)(?:：|\d|[一二三四五六]|（|[.、])|[*※★☆▲]|填表|填报|制表|审核|单位盖章|单位（盖章）|联系人|联系电话|续表|（续）|第\d{1,3}页|（?续上?页）?|接上[页表]|转下页)/
/** A line between the parts of a table that a page has cut: 续表1, （接上页，编号5续）. */
export const goesOnLine = /^（?(?:续表|续[上前][页表]|接[上前][页表]|转下[页表]|（?续）?$)[^。；]{0,16}）?$/
/** Cells of a row that is signed: 填报人：李某 · 审核人：周某. */
export const signCell =
  /^(?:填报|填表|制表|经办|审核|复核|审批|审定|签发|主要负责|分管负责|分管领导|主要领导|负责|联系|单位|日期|时间|年月|填报单位|填报日期|报送|报送单位|报送时间)[\u4e00-\u9fff（）]{0,6}[：:]/

const shortKinds: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'deadline',
  'status',
  'responsible_unit',
  'lead_unit',
  'supporting_unit',
  'responsible_official',
  'lead_official',
])

/** The fields of a column that holds two kinds of things: 责任单位及完成时限; null where the name is another. */
export function kindsIn(name: string): FieldKind[] | null {
  if (exactFieldOf(name) !== null || !/[及和与、/／]/.test(name)) return null
  const kinds = name.split(/[及和与、/／]/).map((part) => exactFieldOf(part))
  const found = kinds.filter((kind) => kind !== null && shortKinds.has(kind))
  return kinds.length >= 2 && found.length === kinds.length && new Set(found).size === kinds.length
    ? (found as FieldKind[])
    : null
}
