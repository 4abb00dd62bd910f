/** What the commands call things: the English term with the Chinese one beside it, one table for each field. */
import { type Bond, evidence, type Happening, type Relation } from '../../pipeline/links/index.js'
import type { Party, Report, Status } from '../../pipeline/record.js'
import type { ItemSummary, LinkSummary } from '../store/index.js'

export const KINDS: Record<Report['document']['kind'], string> = {
  plan: 'plan 整改方案',
  checklist: 'checklist 整改清单',
  progress: 'progress 整改情况',
  unknown: 'unknown 未识别',
}

export const STATUSES: Record<Status['code'], string> = {
  completed: 'completed 完成整改',
  basically_completed: 'basically completed 基本完成',
  on_schedule: 'on schedule 达到序时进度',
  behind_schedule: 'behind schedule 未达序时进度',
  in_progress: 'in progress 正在整改',
  not_started: 'not started 未启动',
}

/** Statuses in a cell that counts them; `none`: the report does not say. */
export const STATUS_WORDS: Record<Status['code'] | 'none', string> = {
  completed: 'completed',
  basically_completed: 'basically completed',
  on_schedule: 'on schedule',
  behind_schedule: 'behind schedule',
  in_progress: 'in progress',
  not_started: 'not started',
  none: 'not said',
}

export const CLOSURES: Record<'submitted' | 'closed', string> = {
  submitted: 'submitted for closing 拟销号',
  closed: 'closed 已销号',
}

export const PROGRAMMES: Record<NonNullable<Report['document']['programme']>['type'], string> = {
  central_environmental_inspection: 'central environmental inspection 中央生态环境保护督察',
  provincial_environmental_inspection: 'provincial environmental inspection 省生态环境保护督察',
  environmental_inspection: 'environmental inspection 生态环境保护督察',
  discipline_inspection: 'discipline inspection 巡视巡察',
  audit: 'audit 审计',
  other: 'other 其他',
}

export const ROLES: Record<Party['role'], string> = {
  lead_unit: 'lead unit 牵头单位',
  supporting_unit: 'supporting unit 配合单位',
  responsible_unit: 'responsible unit 责任单位',
  acceptance_lead_unit: 'acceptance lead 牵头督导验收单位',
  acceptance_supporting_unit: 'acceptance support 配合督导验收单位',
  supervising_official: 'supervising official 督办领导',
  lead_official: 'lead official 牵头领导',
  responsible_official: 'responsible official 责任人',
  contact: 'contact 联络人',
}

export const FIELDS = {
  category: 'category 类别',
  problem: 'problem 反馈问题',
  goal: 'goal 整改目标',
  targets: 'targets 量化目标',
  measures: 'measures 整改措施',
  progress: 'progress 整改情况',
  parties: 'parties 责任主体',
  deadline: 'deadline 整改时限',
  status: 'status 整改状态',
  declared: 'declared totals 自报总数',
  diagnostics: 'diagnostics 诊断',
  programme: 'programme 督察巡视',
  region: 'region 行政区划',
  asOf: 'as of 截至',
  kind: 'kind 类型',
  items: 'items 问题数',
  quantities: 'quantities 数值',
  dates: 'dates 日期',
  references: 'references 引用文件',
  places: 'places 地名',
} as const

/** Where a search found its words. */
export const SEARCH_FIELDS = {
  problem: FIELDS.problem,
  goal: FIELDS.goal,
  measures: FIELDS.measures,
  progress: FIELDS.progress,
  parties: FIELDS.parties,
} as const

export const DEADLINE_KINDS = {
  date: 'by 期限',
  immediate: 'immediate 立行立改',
  ongoing: 'ongoing 持续推进',
  long_term: 'long term 长期坚持',
} as const

/** `1 item`, `2 items`. */
export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

export const LINK_STATES: Record<LinkSummary['state'], string> = {
  linked: 'linked 已关联',
  suggested: 'suggested 待确认',
  confirmed: 'confirmed 已确认',
  rejected: 'rejected 已否定',
}

export const RELATIONS: Record<Relation, string> = {
  same: 'same words 文字相同',
  shortened: 'shortened 删减',
  edited: 'edited 改写',
  number: 'by number alone 仅序号相同',
}

export const BONDS: Record<Bond, string> = {
  follows: 'a later report 后续报告',
  copies: 'of a region above 上级清单',
  repeats: 'another list of the report 同一报告另一清单',
}

export const STATES: Record<ItemSummary['state'], string> = {
  done: 'done 已完成',
  open: 'open 未完成',
  unknown: 'not said 状态未知',
}

export const HAPPENINGS: Record<Happening, string> = {
  new: 'new 新增',
  closed: 'closed 完成',
  reopened: 'reopened 反弹',
  fallen_due: 'fallen due 到期',
  overdue: 'overdue 逾期',
  unsaid: 'past, not said 到期未知',
  moved: 'moved 调整期限',
}

/** What a rule of evidence means, in words. */
export const evidenceWords = (rule: string): string =>
  rule === 'clash'
    ? 'it would make two problems of one report one · 将使同一报告的两个问题合并'
    : rule in evidence
      ? evidence[rule as keyof typeof evidence][1]
      : rule

/** How many problems are in each of the three truths about a deadline. */
export const truthCounts = ({ overdue, unsaid, notPast }: { overdue: number; unsaid: number; notPast: number }): string =>
  `${overdue} past the day and open 逾期未完成, ${unsaid} past the day and not said 到期状态未知, ${notPast} not past 未到期`
