/** What the commands call things: the English term with the Chinese one beside it, one table for each field. */
import * as codes from '../words/codes.js'
import { both, english } from '../words/codes.js'
import { type Bond, evidence, type Happening, type Relation } from '../../pipeline/links/index.js'
import type { LinkSummary } from '../store/index.js'

export const KINDS = both(codes.kinds)

export const STATUSES = both(codes.statuses)

/** Statuses in a cell that counts them; `none`: the report does not say. */
export const STATUS_WORDS = english({ ...codes.statuses, ...codes.notSaid })

export const CLOSURES = both(codes.closures)

export const PROGRAMMES = both(codes.programmes)

export const ROLES = both(codes.roles)

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

export const STATES = both(codes.states)

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
