/** The words around a figure that decide how it is meant: data only. */
import type { Comparator } from '../values/types.js'

/** 限定词 right before a figure: 不低于5%. Spellings are parted by blanks. */
export const boundsBefore: readonly (readonly [Exclude<Comparator, '='>, string])[] = [
  [
    '>=',
    '不低于 不得低于 不下 不下于 不亚于 不短于 不得短于 不应短于 不窄于 不能低于 不应低于 不宜低于 未低于 不少于 不得少于 不能少于 不应少于 不小于 不得小于 不应小于 大于等于 大于或等于 至少 最少 起码 至少达到 至少为 ≥ ≧ >=',
  ],
  [
    '<=',
    '不超过 不得超过 不能超过 不应超过 不宜超过 未超过 没有超过 没超过 不超 不高于 不得高于 不能高于 不应高于 不大于 不得大于 不应大于 不多于 不得多于 小于等于 小于或等于 不长于 不得长于 不宽于 不突破 不得突破 未突破 没有突破 至多 最多 控制在 控制到 控制为 压控在 限制在 ≤ ≦ <=',
  ],
  ['>', '超过 超過 刚过 已过 超过了 超出 超逾 超 逾 突破 高于 大于 多于 >'],
  ['<', '低于 低於 少于 小于 不到 不足 不满 未满 未达到 未达 达不到 未到 没有达到 跌破 <'],
  ['~', '约 約 大约 大約 大概 约为 约占 约有 约在 约计 约合 约达 近 将近 將近 接近 几近 近乎 差不多 ～ ≈'],
]

/** Words that end in one of the above and are something else: 最近3年, 节约5吨, 预约2次. */
export const noBounds =
  '最近 附近 就近 临近 邻近 靠近 逼近 远近 新近 亲近 节约 預约 预约 合约 契约 制约 公约 签约 履约 违约 集约 条约 简约 赶超 反超 补足 满足 充足 手足 高超 安排 编排 系列 目前 之前 以前 此前 当前 先前 日前 提前 年前 月前 门前 生前 事前'

/** 限定词 right behind a figure and its unit: 70%以上. */
export const boundsAfter: readonly (readonly [Exclude<Comparator, '='>, string])[] = [
  ['>=', '以上 及以上 或以上 和以上 或者以上 及其以上'],
  ['<=', '以下 及以下 或以下 和以下 或者以下 及其以下 以内 之内'],
  ['~', '左右 上下 上下浮动'],
  ['>', '有余 开外 出头'],
]

/** Right before a figure without a digit (上千亩, 过百家, 破亿元), and the characters whose words end in it by accident. */
export const vagueLeads: readonly (readonly [comparator: '>=' | '>', mark: string, notBehind: string])[] = [
  ['>=', '上', '以之晚早线网路海陆地向身岸村乡际市会马山水床班船车床桌面百千'],
  ['>', '过', '经通不路度超难渡穿越跨'],
  ['>', '破', '突打攻冲击爆'],
]

/** Words that may stand between a bound or a verb of change and its figure. */
export const fillers =
  '每公顷 每亩 每平方米 每立方米 每吨 每户 每人 每头 每万元 每平方公里 每公里 目前的 现在的 当前的 现有的 如今的 现如今的 最初的 原来的 原先的 了 为 為 达 达到 达成 到 至 有 是 占 分别 分別 各 各自 仅 只 均 都 就 已 又 再 幅度 幅度为 幅度达 共 共计 总计 合计 累计 平均 其中 高达 多达 在'

/** Fillers that make the figure the end of a change: 减少到20个. */
export const changeTo = '到 至 为 為 成 达到 到了 至约'

/** 增减 verbs before a figure, counts included: 同比增加2个. */
export const verbsOfChange: readonly (readonly ['up' | 'down', string])[] = [
  ['down', '下降 减少 減少 压减 削减 缩减 消减 核减 递减 锐减 骤减 剧减 调减 精减 裁减 减产 降 减 減 负增长 少了'],
  ['up', '上升 升高 增加 增长 增長 增多 上涨 递增 激增 猛增 剧增 净增 增 多了'],
]

/** Verbs whose object a count may be (提升两支队伍): a change only of shares and measures, or with 到, 至. */
export const verbsOfDegree: readonly (readonly ['up' | 'down', string])[] = [
  ['down', '降低 下调 减排 下滑 下跌 跌 回落 缩小 缩短 压缩 压降 收窄 低了'],
  ['up', '提高 提升 上調 上调 上浮 攀升 扩大 扩增 增高 涨 升 反弹 高了'],
]

/** Verbs of change that look far only with 到 or 至 behind them: 扩建至3万m³/d, 精简到5项. */
export const verbsOfGrowth: readonly (readonly ['up' | 'down', string])[] = [
  ['down', '精简 精简合并 缩编 归并 调低 精减 下浮 追减'],
  ['up', '扩建 改扩建 扩容 扩充 扩面 增容 增建 增设 调高 发展 壮大 延长 新增 追加 增补 调增 上浮 扩编 做大 提标'],
]

/** Single verbs that are one of change only with 到 or 至: 扩至600吨/日. */
export const verbsOfReach: readonly (readonly ['up' | 'down', string])[] = [
  ['down', '压 缩 减 降 萎缩 缩水'],
  ['up', '扩 增 升'],
]

/** Verbs that take what they change as their object, counts too: 压减砖窑17座, 增加岗位20个 are changes by so much. */
export const verbsOfAmount: readonly (readonly ['up' | 'down', string])[] = [
  ['down', '减少 压减 压降 削减 缩减 核减 裁减 调减 消减 精减 精简 压缩 减排'],
  ['up', '增加 净增 净增加 调增 增补'],
]

/** The same where the object ends in a dimension: 提高供水能力2万吨/日, 缩短工期30天; 提升服务窗口5个 changes no figure. */
export const verbsOfDimension: readonly (readonly ['up' | 'down', string])[] = [
  ['down', '降低 下调 调低 缩短 缩小 收窄 节减'],
  ['up', '提高 提升 扩大 扩增 上调 调高 延长 增强'],
]
/** Dimensions beside those of `subjects.ts` that such verbs change. */
export const changedDimensions = '成本 标准 开支 负担 负债 库存 排放 消耗 用量 负荷 时限 待遇 单价'
/** Dimensions that are told in counts. */
export const countedDimensions = '能力 规模 容量 数量 存栏 出栏 产量 总量 存量'

/** Nouns of doing that an object may hold: 减少排放, 减少化肥使用, 压减建设项目; other verbs inside it have objects of their own. */
export const objectDoings =
  '排放 使用 占用 侵占 保障 编制 投入 施用 检查 督查 督察 督导 抽查 调查 建设 采购 处罚 支持 投诉 办理 审批 重复 长期 违规 违法 公共 行政 实际 计划 储备 引进 管理 支出 补贴 提标 新建 申报 填埋 规划 治理 处置 查处'
/** Words behind a verb of change that make a noun of it: 增长点, 减少量, 压减任务3项 name things and change no figure. */
export const changeNouns =
  '率 量 额 数 值 幅 度 类 型 点 极 部分 问题 原因 现象 趋势 地区 任务 指标 目标 计划 工作 措施 方案 行动 政策 情况 清单 台账'
/** Who changes something: 减少排放企业12家 counts the enterprises. */
export const changeAgents =
  '企业 单位 项目 部门 农户 用户 大户 家庭 地区 县 市 区 乡镇 村 户 人员 干部 学校 医院 园区 行业 措施 任务'
/** Before a verb of change these deny it. */
export const deniesChange = '不 未 没有 没 不得 不再 未再 无 严禁 禁止 不能 不准 不会 避免 防止'

/** Bounds of a share of something: 不低于合同价的80%, 占…的 is none. */
export const shareBounds =
  '不低于 不得低于 不少于 不得少于 不小于 不超过 不得超过 未超过 不高于 不得高于 不大于 不多于 超过 高于 低于 不到 不足 少于 达不到 未达到 控制在 接近 约占'

/** Nouns of change: what follows is always its extent, 降幅为8%. */
export const extentsOfChange: readonly (readonly ['up' | 'down', string])[] = [
  ['down', '降幅 减幅 跌幅 下降幅度 降低幅度 减少幅度'],
  ['up', '增幅 升幅 涨幅 上升幅度 增长幅度 提高幅度 提升幅度'],
]

/** Words that end in a verb of change or in a filler and are neither. */
export const noChange =
  '新增 增值 加减 增减 扣减 抵减 冲减 节减 减免 公升 行为 作为 认为 因为 完成 建成 形成 组成 构成 促成 生成 制成 集成'

/** 每… right before a figure makes it a rate; the value is the UCUM code of the time. */
export const ratesBefore: readonly (readonly [string, string])[] = [
  ['d', '每天 每日 日均 日产 日处理 日排放 日供水 日供 日产生 每日产生 平均每天 平均每日 天均'],
  ['a', '每年 年均 年产 年处理 年产生 年排放 平均每年 每年度'],
  ['mo', '每月 月均 月产 每个月 平均每月'],
  ['wk', '每周 每星期 周均'],
  ['h', '每小时 每个小时 平均每小时'],
  ['min', '每分钟'],
  ['s', '每秒 每秒钟'],
]

/** A figure right behind these is a rank or a part of a name, no count: 前30名, 倒数3位. */
export const ranksBefore = '排名后 排后 位列后 居后 前 倒数 排名 名列 位居 位列 排 列 排在'

/** Below zero. */
export const belowZero = '零下 负 負'

/** 温标 before a figure: 摄氏37°. */
export const scalesBefore: readonly (readonly [string, string])[] = [
  ['℃', '摄氏 攝氏'],
  ['℉', '华氏 華氏'],
]
