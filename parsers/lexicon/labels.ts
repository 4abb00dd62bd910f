/**
 * Field labels: the words an office prints before a field's value, over a column, or as a heading above it.
 * To add a label, add a line to `labels` (exact words) or, for a whole family, to `families`.
 */

/** Whose names a field gives. */
export const partyRoles = [
  'lead_unit',
  'supporting_unit',
  'responsible_unit',
  'acceptance_lead_unit',
  'acceptance_supporting_unit',
  'supervising_official',
  'lead_official',
  'responsible_official',
  'contact',
] as const
export type PartyRole = (typeof partyRoles)[number]

/** What a labelled value is. `other` ends the field before it and is not stored. */
export type FieldKind =
  | 'number'
  | 'category'
  | 'problem'
  | 'goal'
  | 'measures'
  | 'progress'
  | 'deadline'
  | 'status'
  | PartyRole
  | 'other'

export const partyFields: ReadonlySet<FieldKind> = new Set<FieldKind>(partyRoles)

/** Fields whose value is a name, a day or a state, not prose. */
export const isShortField = (field: FieldKind): boolean => field === 'deadline' || field === 'status' || partyFields.has(field)

/** Exact words (brackets and blanks removed) → field. */
const labels: ReadonlyArray<readonly [FieldKind, string]> = [
  [
    'number',
    '整改任务序号 整改任务编号 整改问题序号 整改问题编号 反馈问题编号 督察问题序号 方案序号 台账序号 台账编号 序号 编号 序 问题编号 问题序号 任务编号 任务序号 反馈问题序号 整改序号 清单序号 项目编号 号',
  ],
  [
    'category',
    '类别 问题类别 问题类型 类型 分类 问题分类 领域 问题领域 方面 涉及方面 反馈方面 大类 一级分类 问题性质 涉及领域 所属领域 问题归类 整改类别 隐患类别 隐患类型 隐患分类 事项类别 行业类别 行业领域 所属行业 所属类别 专业类别 检查类别 归类 污染类型 污染类别 污染要素 环境要素 要素 问题属性 反馈类别 举报类型 投诉类型 信访类型 涉及要素',
  ],
  [
    'problem',
    '存在的主要问题 存在主要问题 主要存在问题 存在的突出问题 存在的具体问题 审议意见 审议意见内容 督查指出的情形 指出的情形 反映的情形 存在的情形 反馈的情形 哪些问题 问题是什么 什么问题 有什么问题 违法违规情况 违法情况 违法事实 违法违规事实 违法行为 违法违规行为 违规情况 违规事实 违规问题 违法问题 违法用地情况 隐患问题 安全隐患问题 隐患情况 问题及隐患 问题和隐患 安全隐患 存在隐患 存在的隐患 存在问题和隐患 存在问题及隐患 存在的问题和隐患 存在的问题及隐患 检查发现问题 问题缺陷 缺陷描述 不符合项 不合格项 交办问题基本情况 问题基本情况 信访问题基本情况 举报问题基本情况 反映问题基本情况 投诉问题 举报问题 举报情况 反映主要问题 群众反映问题 群众反映情况 披露问题 曝光问题 通报问题 移交问题 暗访发现问题 典型问题 反馈内容 问题反馈内容 督察反馈内容 反馈问题 问题 存在问题 存在的问题 问题描述 问题表述 问题表现 问题内容 具体问题 反馈问题内容 反馈的问题 督察反馈问题 督察反馈意见 反馈意见 反馈意见问题 巡察反馈问题 巡视反馈问题 审计反馈问题 审计查出问题 审计发现问题 审计发现的问题 审计查出的问题 审计指出问题 查出问题 发现问题 发现的问题 指出问题 指出的问题 督察指出问题 突出问题 主要问题 整改问题 整改任务 任务 整改事项 整改任务内容 问题概述 问题摘要 问题及表现 问题事项 交办问题 交办内容 信访问题 反映问题 反映情况 举报内容 反馈问题情况 反馈情况 问题情况 问题简述 问题名称 具体问题表现 具体表现 问题具体表现 问题清单 反馈具体问题 督察反馈具体问题 反馈问题描述 存在问题描述 督察反馈的问题 中央生态环境保护督察反馈问题 省生态环境保护督察反馈问题 事项 督察组反馈问题 反馈问题表述 典型案例 案例 问题来源及内容 整改任务描述 任务内容 反馈问题及具体表现 审计查出主要问题 审计查出的主要问题 审计建议及问题 审计问题 巡察发现问题 巡视指出问题 巡察指出问题 问题点 主要问题表现 问题具体内容 反馈问题及整改要求 具体问题描述 问题及建议 投诉内容 信访内容 整改问题内容 问题摘录 交办件内容 反映的主要问题 隐患内容 隐患描述 问题隐患 反馈意见原文 督察报告原文 反馈事项 交办事项 督办事项 问题条目 自查问题',
  ],
  [
    'goal',
    '改到什么程度 达到什么程度 改成什么样 改到什么样 达到什么目标 目标清单 预期成效 预期成果 整改预期成效 整改目标 工作目标 目标 目标任务 整改目标任务 整改目标要求 整改要求 整改标准 验收标准 销号标准 预期目标 整改任务目标 整改工作目标 目标要求 整改目标及要求 整改目标和要求 任务目标 达到目标 完成目标 整改预期目标 整改完成标准 完成标准 拟达到目标 具体目标 整改目标及标准 整改目标与要求 工作目标及要求 目标及时限 治理目标 预期效果 达到效果 整改预期效果 销号条件',
  ],
  [
    'measures',
    '打算怎么办 打算怎么改 准备怎么改 怎么办 怎么改 如何改 怎样改 怎么整改 如何整改 任务清单 措施清单 重点措施 重点举措 推进举措 整改重点措施 关键举措 整改措施 措施 具体措施 具体整改措施 主要措施 整改工作措施 工作措施 整改举措 工作举措 举措 主要举措 整改任务措施 整改任务及措施 整改内容 拟采取措施 拟采取的措施 拟采取整改措施 采取措施 采取的措施 整改计划 下一步措施 下步措施 下一步整改措施 下一步工作措施 下一步打算 下一步工作 下一步计划 下一步工作打算 下一步安排 下一步工作安排 下一步整改打算 整改措施及时限 整改任务和措施 对策措施 整改思路 整改措施内容 整改主要措施 下一步举措 下步举措 下一步工作举措 下步打算 下步工作 下步工作措施 下步整改措施 下步工作打算 长效措施 长效机制 整改措施及要求 措施内容 整改办法 任务措施 解决措施 治理措施 整改路径 整改工作内容',
  ],
  [
    'progress',
    '长效机制建设情况 长效机制建立情况 长效机制情况 建章立制情况 制度建设情况 制度机制建设情况 整改作为 整改行动 整改实效 整改措施及完成情况 整改措施和完成情况 整改措施及落实情况 整改措施及进展情况 整改措施及进展 整改措施及成效 整改举措及成效 措施及完成情况 改得怎样 改得怎么样 改得如何 改了什么 改到哪一步 整改得怎样 整改得怎么样 整改得如何 进展如何 进展怎样 整改 整改情况 整改进展 整改进展情况 进展情况 进展 工作进展 整改落实情况 落实情况 完成情况 整改完成情况 整改结果 整改成效 整改效果 整改工作情况 整改工作进展 整改工作进展情况 整改工作完成情况 整改工作落实情况 目前进展 目前进展情况 当前进展 最新进展 工作进展情况 整改推进情况 推进情况 工作开展情况 开展情况 整改完成情况及成效 整改措施落实情况 措施落实情况 整改措施完成情况 任务完成情况 整改任务完成情况 具体整改情况 实际完成情况 整改现状 办理情况 处理情况 查处情况 处置情况 调查处理情况 核查情况 调查核实及整改情况 整改落实 已开展工作 已完成工作 已采取措施 已采取的措施 已采取的整改措施 落实整改情况 完成进展 整改情况说明 整改任务落实情况 整改工作成效 整改具体情况 整改落实进展 整改落实进展情况 办结情况 落实进展 阶段性进展 整改进程 取得成效 取得的成效 整改取得的成效 整改的成效 整改取得成效 主要成效 工作成效 完成整改情况 问题整改情况 整改总体情况 整改完成情况说明 整改目标完成情况 整改措施落实及完成情况 整改情况及成效 主要做法及成效 主要做法 整改过程 整改主要工作 整改主要工作及成效 整改工作开展情况 完成情况说明 整改实绩 进展说明 核查处理情况 整改工作成果 主要做法和成效 采取的措施及成效 采取措施及成效 整改完成情况及效果 实施情况',
  ],
  [
    'deadline',
    '什么时候办结 何时办结 什么时候改好 何时见效 何时改完 何时改好 何时完成 什么时候改完 什么时候完成 几时改完 整改时限及状态 时限及状态 完成时限及状态 整改时限及完成情况 完成时限及完成情况 时限清单 整改时限 完成时限 整改期限 整改完成时限 完成期限 时限 期限 完成时间 整改完成时间 整改时间 时间要求 时限要求 整改时限要求 完成整改时限 办结时限 办理时限 完成时间节点 时间节点 计划完成时间 计划完成时限 拟完成时间 预计完成时间 要求完成时限 要求完成时间 整改完成期限 截止时间 截止日期 整改截止时间 时间安排 进度安排 时间进度 整改时间要求 销号时限 责任时限 整改时间节点 应完成时间 目标时限 规定时限 整改限期 整改周期 整改完成日期 完成日期 完成时间要求 时间期限 整改期限要求 整改时间安排 完成年限 任务时限 工作时限 整改销号时限 销号时间节点 截止时限 期限要求 整改完成时限要求 整改完成时间要求',
  ],
  [
    'status',
    '进度状态 推进状态 推进进度 落实状态 落实进度 整治状态 整治进度 改完没有 改好没有 是否改完 是否改好 整改状态 状态 完成状态 目前状态 当前状态 整改进度 工作进度 进度 完成进度 进展状态 是否完成 是否完成整改 是否整改到位 是否销号 销号情况 是否已销号 销号状态 整改结论 整改完成状态 是否办结 办结状态 目前进度 当前进度 完成与否 整改阶段 是否整改完成 办理状态 整改评价 序时进度 销号进展 是否验收销号 完成整改 整改销号情况 验收销号情况 是否达到序时进度 任务状态 问题状态 完成程度 完成率 整改完成率 完成比例 是否已整改 是否已完成 是否办结销号 是否通过验收 整改是否到位 是否达到序时 销号与否 整改完成与否 是否整改 是否见底 进度情况 状态情况 整改进度情况',
  ],
  [
    'lead_unit',
    '谁牵头 谁来牵头 牵头 牵头单位 牵头部门 牵头责任单位 牵头整改单位 整改牵头单位 责任牵头单位 市级牵头单位 省级牵头单位 县级牵头单位 市直牵头单位 省直牵头单位 县直牵头单位 牵头处室 牵头科室 牵头主体 牵头责任部门 牵头股室 牵头地区和部门 牵头处 牵头股',
  ],
  [
    'supporting_unit',
    '谁配合 谁来配合 配合 协办 协助 配合单位 配合部门 协办单位 协助单位 配合责任单位 协同单位 参与单位 协作单位 责任配合单位 配合处室 配合科室 协同部门 市直配合单位 省直配合单位 县直配合单位 协办部门 配合整改单位 参加单位 配合责任部门 协作部门 配合股室',
  ],
  [
    'responsible_unit',
    '哪个部门负责 哪个单位负责 由谁负责 哪个部门改 谁来改 谁负责 谁来负责 谁整改 责任 主责 主体责任 责任单位 责任分工 任务分工 职责分工 整改责任 整改分工 责任落实 主体责任单位 责任主体 整改责任单位 整改实施主体 主责单位 责任部门 实施主体 整改主体 整改单位 整改责任主体 责任地区 责任单位及部门 承办单位 主办单位 落实单位 责任地方 属地责任单位 整改责任部门 责任处室 责任科室 实施单位 责任党组织 被审计单位 被巡察单位 被督察单位 责任地区和单位 整改落实单位 责任股室 主要责任单位 属地单位 整改承办单位 责任地区单位 责任县市区 整改主体责任单位 直接责任单位 主体单位 责任党委 属地责任 责任市州 责任县市 责任乡镇 责任企业 整改地区 涉改单位 被检查单位 责任支部 责任股所 责任分局 整改单位名称',
  ],
  [
    'acceptance_lead_unit',
    '市直牵头督导验收单位 整改验收单位 督导单位 督导部门 验收单位 督导责任单位 督促指导单位 省级督导单位 市级督导单位 县级督导单位 省直督导单位 市直督导单位 督办单位 监督单位 监管单位 督导验收单位 验收责任单位 牵头验收单位 验收牵头单位 督导牵头单位 牵头督导单位 销号验收单位 省级督导部门 省直督导部门 督导验收部门 核查单位 行业指导单位 行业督导单位 行业主管部门 督查单位 监督指导单位 验收部门 监督部门 监管部门 市级验收单位 市级督导验收单位 销号核查单位 督导销号单位 行业监管部门 督促单位 行业主管单位 业务指导单位 指导单位 监管责任单位 监管责任 督导责任 销号单位 复核单位 监管主体 销号牵头单位 省级监管部门 市级监管部门',
  ],
  ['acceptance_supporting_unit', '市直配合督导验收单位 配合督导验收单位 配合验收单位 配合督导单位 验收配合单位 督导配合单位'],
  [
    'supervising_official',
    '督办领导 督导领导 督办市领导 督办县领导 督办省领导 督导县领导 督导市领导 督导省领导 督办区领导 督导区领导 市级督办领导 县级督办领导 市级督导领导 县级督导领导 省级督导领导 督办责任领导 督导责任领导 督查领导 督办人 督导人 督办责任人 督导责任人 督办负责人',
  ],
  [
    'lead_official',
    '哪位领导包抓 哪位领导负责 哪位领导牵头 谁来包抓 牵头领导 责任领导 包案领导 包保领导 包抓领导 挂包领导 分管领导 市级领导 县级领导 省级领导 市级责任领导 县级责任领导 省级责任领导 市级牵头领导 县级牵头领导 省级牵头领导 包联领导 领办领导 挂点领导 联系领导 主管领导 包干领导 市级包案领导 县级包案领导 市级包保领导 县级包保领导 县级分管领导 市级分管领导 挂帅领导 挂牌领导 牵头负责人 领衔领导 领导小组包案领导 挂钩领导 包案县领导 包案市领导 牵头县领导 牵头市领导 牵头省领导 责任县领导 责任市领导 分管县领导 分管市领导 牵头责任领导 整改责任领导 包案责任领导 牵头责任人 包案责任人 包案人 包保责任人 分管负责人 分管责任人 责任班子成员 责任领导及职务 领导责任人 班子责任人',
  ],
  [
    'responsible_official',
    '责任人 责任人员 负责人 整改责任人 直接责任人 具体责任人 主要负责人 责任单位负责人 主要责任人 第一责任人 单位负责人 责任单位责任人 整改负责人 具体负责人 主责人 经办人 承办人 部门负责人 责任单位主要负责人 整改直接责任人 单位责任人 部门责任人 落实人 工作责任人 整改具体责任人 具体经办人 责任单位及责任人 具体承办人 责任单位主要领导 责任人及职务 责任人姓名 责任同志 责任人和联系方式 责任人及联系电话 责任人及联系方式 责任干部 承办人员',
  ],
  [
    'contact',
    '联络人员 联系人 联络人 联络员 联系人员 工作联络员 联络员及电话 联系人及电话 联系人及联系方式 联系人及联系电话 联系人电话 联系人姓名 联系人及方式 联系人和电话 联络人及电话 联系人员及电话 经办人及电话 联络员及联系方式',
  ],
  [
    'other',
    '根子在哪 原因在哪 症结在哪 问题根源 省份 所在省份 所在省 省区市 责任清单 是否属实 调查核实 调查核实结果 调查核实情况 调查情况 核实情况 责任人被处理情况 责任人处理情况 整改类型 整改方式 备注 联系电话 电话 联系方式 监督电话 举报电话 公示时间 公示期 公示日期 公示期限 公示时限 验收意见 现场核查意见 现场核查结论 现场核查结果 现场验收意见 核查验收意见 验收核查意见 现场检查意见 市级验收意见 县级验收意见 专家组意见 专家意见 验收组意见 复查结论 复查意见 复查情况 核查结论 审核结论 验收情况 验收结论 验收结果 验收时间 销号时间 销号日期 销号意见 核查意见 审核意见 佐证材料 证明材料 附件 邮箱 电子邮箱 电子邮件 邮政信箱 通讯地址 联系地址 地址 邮编 邮政编码 问题来源 反馈时间 反馈日期 交办时间 交办日期 督察时间 受理部门 受理单位 公示单位 公示说明 抄送 主送 发布时间 发布日期 来源 信息来源 索引号 发文字号 成文日期 责任追究情况 问责情况 追责问责情况 责任追究 现场核查情况 群众满意度 资金投入 投资 所在地 地点 点位 涉及地区 地区 行政区 行政区域 所属地区 所在地区 所属区域 县市区 市州 市县 涉及单位 问题点位 批次 轮次 受理编号 交办编号 信访编号 验收销号意见 公示意见反馈方式 公示渠道 原因分析 原因剖析 问题原因 产生原因 整改难点 存在困难 存在困难及问题 存在的困难 需要协调解决的问题 相关附件 注 说明 签字 审核人 填报人 填表人 填报单位 填报时间 填报日期 整改销号公示 验收销号时间 完成销号时间 是否公开 公开情况 公开网址 审计意见 审计建议 整改建议 审计整改要求 问题金额 涉及金额 金额 整改金额 行业类型 监督方式 举报方式 核查时间 佐证材料清单',
  ],
]

/** Families: the label ends so and holds one of the words. Tried in order when the exact words are unknown. */
const families: ReadonlyArray<{ field: FieldKind; ends: RegExp; holds?: RegExp; not?: RegExp }> = [
  { field: 'acceptance_supporting_unit', ends: /(?:单位|部门)$/, holds: /配合.{0,20}(?:督导|验收)|(?:督导|验收).{0,20}配合/ },
  { field: 'acceptance_lead_unit', ends: /(?:单位|部门)$/, holds: /督导|验收|督办|核查|督查/, not: /责任单位.+/ },
  { field: 'lead_unit', ends: /(?:单位|部门|处室|科室)$/, holds: /牵头/ },
  { field: 'supporting_unit', ends: /(?:单位|部门|处室|科室)$/, holds: /配合|协办|协助|协同|参与/ },
  { field: 'responsible_unit', ends: /(?:单位|部门|主体|处室|科室)$/, holds: /责任|主责|实施|整改|落实|承办/ },
  { field: 'supervising_official', ends: /(?:领导|责任人|负责人|负责同志)$/, holds: /督办|督导|督查/ },
  { field: 'lead_official', ends: /领导$/, holds: /牵头|责任|包|挂|分管|联系|领办|主管|市级|县级|省级|区级/ },
  { field: 'contact', ends: /(?:联系人|联络人|联络员|联络人员|联系人员)$/ },
  {
    field: 'progress',
    ends: /^我(?:院|局|校|司|镇|县|市|区|委|厅|部|处|乡|所|站|街道|单位|公司|集团|中心)(?:的)?整改(?:情况|落实|落实情况|进展|成效)?$/,
  },
  { field: 'responsible_official', ends: /(?:责任人|责任人员|负责人|负责同志)$/ },
  {
    field: 'deadline',
    ends: /(?:时限|期限|时间|日期|节点)$/,
    holds: /整改|完成|办结|完工/,
    not: /公示|销号|验收|反馈|延期|实际/,
  },
  {
    field: 'goal',
    ends: /(?:目标|目标任务)$/,
    holds: /整改|工作|任务|阶段|总体|年度|目标任务|预期|治理|主要|具体|拟/,
    not: /进度|完成情况/,
  },
  { field: 'other', ends: /(?:意见|结论)$/, holds: /核查|验收|复核|复查|审核|销号|认定/ },
  { field: 'goal', ends: /(?:成效|效果|标准|成果)$/, holds: /预期|预计|拟|计划|应|达到|目标|完成标准/, not: /已/ },
  { field: 'status', ends: /(?:状态|进度)$/, holds: /整改|完成|销号|工作|办理/ },
  {
    field: 'progress',
    ends: /(?:情况|进展|成效|结果|进展情况)$/,
    holds: /整改|落实|完成|进展|办理|推进/,
    not: /问责|追责|公开|验收|销号|核查|反馈情况/,
  },
  {
    field: 'measures',
    ends: /(?:措施|举措|打算|计划|安排)$/,
    holds: /整改|工作|具体|主要|下一?步|采取|针对|长效|后续|推进|重点|治理|落实|任务|对策|解决/,
  },
  {
    field: 'problem',
    ends: /问题(?:表述|描述|内容|情况|概述|摘要|简述|概况|表现)?$/,
    holds: /反馈|督察|巡察|巡视|审计|查出|发现|指出|存在|交办|通报|披露|曝光|移交|督办|检查/,
  },
  { field: 'problem', ends: /(?:问题|反馈|交办|督察|督办|检查|发现)(?:内容|事项|情形|要点|概述|概况|描述|简述)$/ },
]

const table = new Map<string, FieldKind>()
for (const [field, words] of labels) for (const word of words.split(' ')) table.set(word, field)

/** Last characters of labels, those that only their ending tells included. */
const ends = new Set([
  ...[...table.keys()].map((word) => word.slice(-1)),
  ...'限期点间标果效准施措法策做算况展位门主室科构方导人志题形容项',
])
/** Whether a label may end with the character: most words can be left at once. */
export const mayEndLabel = (character: string): boolean => ends.has(character)

/** Longest label that is looked for, in characters. */
export const longestLabel = 22

/** Layout inside a label: blanks, brackets with notes such as （第一责任人）, quotation of the label in 【】. */
const notes = /（[^（）]{0,14}）/g
const decoration = /[\s【】[\]〔〕［］"“”*#]/g

/** The words without decoration. Most are Chinese characters alone and have none. */
function undecorated(words: string): string {
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    if (code < 0x4e00 || code > 0x9fff) return words.replace(decoration, '')
  }
  return words
}

/** The field that printed words are the label of, or null. `words` are folded and without the colon. */
export function fieldOf(words: string): FieldKind | null {
  if (words.length === 0 || words.length > longestLabel + 6) return null
  const bare = undecorated(words.includes('（') ? words.replace(notes, '') : words)
  if (bare.length === 0 || bare.length > longestLabel) return null
  const exact = table.get(bare)
  if (exact) return exact
  for (const { field, ends, holds, not } of families)
    if (ends.test(bare) && (!holds || holds.test(bare)) && !not?.test(bare)) return field
  // 举措一, 措施2: several columns of one field
  const plain = bare.replace(/[一二三四五六七八九十\d]{1,2}$/, '')
  const field = plain.length >= 2 && plain !== bare ? table.get(plain) : undefined
  return field === 'measures' || field === 'progress' ? field : null
}

/** Endings that tell the kind of a field where the report itself shows that the words are a label: again and again, beside known ones. */
const guesses: ReadonlyArray<readonly [FieldKind, RegExp]> = [
  ['other', /^(?:实际|验收|销号|公示|反馈|交办|填报|发布|督察).*(?:日期|时间)$/],
  ['deadline', /(?:时限|期限|限期|时点|节点|完成日期|完成时间|办结时间)$/],
  ['goal', /(?:目标|预期.{0,4}(?:成效|效果|成果)|完成标准|整改标准)$/],
  ['measures', /(?:措施|举措|办法|对策|做法|打算)$/],
  ['status', /(?:状态|进度)$/],
  ['progress', /(?:进展|成效|结果|成果|(?:整改|落实|完成|推进|办理|处理|实施|执行|工作|开展).{0,4}情况)$/],
  ['lead_unit', /(?:牵头|主办).{0,4}(?:单位|部门|处室|科室|机构|方)$/],
  ['supporting_unit', /(?:配合|协办|协同|协助|参与).{0,4}(?:单位|部门|处室|科室|机构|方)$/],
  ['acceptance_lead_unit', /(?:督导|验收|督办|监管|核查).{0,4}(?:单位|部门|处室|科室|机构)$/],
  ['responsible_unit', /(?:单位|部门|(?:责任|实施|整改|落实|建设|监管|治理|推进)主体|处室|科室|机构|支部|党组织)$/],
  ['supervising_official', /(?:督办|督导).{0,4}(?:领导|负责人|责任人)$/],
  ['lead_official', /(?:责任|包[案保抓联干]|分管|牵头|挂[包点钩帅]|联系|主管|领办|[省市县区]级?).{0,3}领导$/],
  ['responsible_official', /(?:责任人|负责人|责任同志|负责同志|责任人员|经办人)$/],
  ['problem', /^.{0,4}(?:问题|情形|问题内容|反馈内容|问题事项)$/],
]

/** 督促责任单位, 引进合作机构: what is done, at the beginning of a sentence, however often it comes. */
const doesSomething =
  /^(?:引进|培育|新增|督促|指导|协调|联合|组织|会同|约谈|通报|责令|要求|协助|推动|对接|委托|聘请|成立|选派|对)/

/** The kind of field that unknown words would be the label of; null where nothing tells. */
export const guessField = (words: string): FieldKind | null => {
  const bare = undecorated(words.replace(notes, ''))
  return bare.length < 2 || bare.length > 14 || doesSomething.test(bare)
    ? null
    : (guesses.find(([, ends]) => ends.test(bare))?.[0] ?? null)
}

/** Words that tell the problem where none has been told, and what is done about it behind one. */
export const twofold: ReadonlySet<string> = new Set(
  '整改任务 任务 整改任务内容 任务内容 整改事项 事项 整改任务描述 工作任务 重点任务'.split(' '),
)
/** What words mean behind a problem that has been told. */
export const fieldBehindProblem = (words: string, field: FieldKind): FieldKind =>
  field === 'problem' && twofold.has(undecorated(words)) ? 'measures' : field

/** The field of these exact words, without families: for places where prose may stand. */
export const exactFieldOf = (words: string): FieldKind | null => table.get(undecorated(words)) ?? null

/** Adds the exact words of a label, for every place where labels stand; gives back what takes them out again. */
export function addLabel(field: FieldKind, words: string): () => void {
  const bare = undecorated(words)
  ends.add(bare.slice(-1))
  if (bare.length === 0 || bare.length > longestLabel) throw new Error(`a label has 1 to ${longestLabel} characters: ${words}`)
  const before = table.get(bare)
  table.set(bare, field)
  return () => {
    if (before === undefined) table.delete(bare)
    else table.set(bare, before)
  }
}
