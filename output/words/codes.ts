/** What the codes of the record mean, in English and Chinese: one place for pages, commands and exports. */
import type { Bond, Happening, Relation, State } from '../../pipeline/links/index.js'
import type { DeadlineEntry, Diagnostic, Party, Report, Status } from '../../pipeline/record.js'
import type { LinkSummary } from '../store/types.js'

type Pair = readonly [en: string, zh: string]
type Table<K extends string> = Readonly<Record<K, Pair>>

const words = <K extends string>(table: Table<K>, of: 0 | 1): Record<K, string> =>
  Object.fromEntries(Object.entries<Pair>(table).map(([code, pair]) => [code, pair[of]])) as Record<K, string>
export const english = <K extends string>(table: Table<K>): Record<K, string> => words(table, 0)
export const chinese = <K extends string>(table: Table<K>): Record<K, string> => words(table, 1)
/** `completed 完成整改` */
export const both = <K extends string>(table: Table<K>): Record<K, string> =>
  Object.fromEntries(Object.entries<Pair>(table).map(([code, pair]) => [code, pair.join(' ')])) as Record<K, string>

export const kinds: Table<Report['document']['kind']> = {
  plan: ['plan', '整改方案'],
  checklist: ['checklist', '整改清单'],
  progress: ['progress', '整改情况'],
  unknown: ['unknown', '未识别'],
}
export const statuses: Table<Status['code']> = {
  completed: ['completed', '完成整改'],
  basically_completed: ['basically completed', '基本完成'],
  on_schedule: ['on schedule', '达到序时进度'],
  behind_schedule: ['behind schedule', '未达序时进度'],
  in_progress: ['in progress', '正在整改'],
  not_started: ['not started', '未启动'],
}
/** What a report does not say. */
export const notSaid: Table<'none'> = { none: ['not said', '未说明'] }
export const states: Table<State> = {
  done: ['done', '已完成'],
  open: ['open', '未完成'],
  unknown: ['not said', '未说明'],
}
export const closures: Table<NonNullable<Status['closure']>> = {
  submitted: ['submitted for closing', '拟销号'],
  closed: ['closed', '已销号'],
}
export const programmes: Table<NonNullable<Report['document']['programme']>['type']> = {
  central_environmental_inspection: ['central environmental inspection', '中央生态环境保护督察'],
  provincial_environmental_inspection: ['provincial environmental inspection', '省生态环境保护督察'],
  environmental_inspection: ['environmental inspection', '生态环境保护督察'],
  discipline_inspection: ['discipline inspection', '巡视巡察'],
  audit: ['audit', '审计'],
  other: ['other', '其他'],
}
export const roles: Table<Party['role']> = {
  lead_unit: ['lead unit', '牵头单位'],
  supporting_unit: ['supporting unit', '配合单位'],
  responsible_unit: ['responsible unit', '责任单位'],
  acceptance_lead_unit: ['acceptance lead', '牵头督导验收单位'],
  acceptance_supporting_unit: ['acceptance support', '配合督导验收单位'],
  supervising_official: ['supervising official', '督办领导'],
  lead_official: ['lead official', '牵头领导'],
  responsible_official: ['responsible official', '责任人'],
  contact: ['contact', '联络人'],
}
export const partyKinds: Table<Party['kind']> = {
  unit: ['body', '单位'],
  person: ['person', '个人'],
  group: ['group', '群体'],
}
export const deadlineKinds: Table<DeadlineEntry['kind']> = {
  date: ['by', '期限'],
  immediate: ['immediate', '立行立改'],
  ongoing: ['ongoing', '持续推进'],
  long_term: ['long term', '长期坚持'],
}
export const severities: Table<Diagnostic['severity']> = {
  error: ['error', '错误'],
  warning: ['warning', '警告'],
  info: ['note', '提示'],
}
/** What the command line calls the parts of a record. */
export const fields = {
  category: ['category', '类别'],
  problem: ['problem', '反馈问题'],
  goal: ['goal', '整改目标'],
  targets: ['targets', '量化目标'],
  measures: ['measures', '整改措施'],
  progress: ['progress', '整改情况'],
  parties: ['parties', '责任主体'],
  deadline: ['deadline', '整改时限'],
  status: ['status', '整改状态'],
  declared: ['declared totals', '自报总数'],
  diagnostics: ['diagnostics', '诊断'],
  programme: ['programme', '督察巡视'],
  region: ['region', '行政区划'],
  asOf: ['as of', '截至'],
  kind: ['kind', '类型'],
  items: ['items', '问题数'],
  quantities: ['quantities', '数值'],
  dates: ['dates', '日期'],
  references: ['references', '引用文件'],
  places: ['places', '地名'],
  format: ['format', '格式'],
  unit: ['unit', '单位'],
  units: ['units', '单位'],
  leadUnits: ['lead units', '牵头单位'],
  leadUnit: ['lead unit', '牵头单位'],
  inspection: ['inspection', '督察巡视'],
  item: ['item', '条目'],
  report: ['report', '报告'],
  version: ['version', '版本'],
  due: ['due', '期限'],
  state: ['state', '现状'],
  byStatus: ['by status', '整改状态'],
  words: ['words', '文字'],
  why: ['why', '依据'],
} as const satisfies Table<string>
export const linkStates: Table<LinkSummary['state']> = {
  linked: ['linked', '已关联'],
  suggested: ['suggested', '待确认'],
  confirmed: ['confirmed', '已确认'],
  rejected: ['rejected', '已否定'],
}
export const relations: Table<Relation> = {
  same: ['same words', '文字相同'],
  shortened: ['shortened', '删减'],
  edited: ['edited', '改写'],
  number: ['by number alone', '仅序号相同'],
}
export const bonds: Table<Bond> = {
  follows: ['a later report', '后续报告'],
  copies: ['of a region above', '上级清单'],
  repeats: ['another list of the report', '同一报告另一清单'],
}
export const happenings: Table<Happening> = {
  new: ['new', '新增'],
  closed: ['closed', '完成'],
  reopened: ['reopened', '反弹'],
  fallen_due: ['fallen due', '到期'],
  overdue: ['overdue', '逾期'],
  unsaid: ['past, not said', '到期未知'],
  moved: ['moved', '调整期限'],
}
/** What the day of a report is. */
export const daysOf: Table<'as_of' | 'published' | 'signed'> = {
  as_of: ['as of', '截至'],
  published: ['published', '发布'],
  signed: ['signed', '落款'],
}
/** Whether a correction shows. */
export const correctionStates: Table<'laid' | 'in doubt' | 'at rest'> = {
  laid: ['laid', '生效'],
  'in doubt': ['in doubt', '存疑'],
  'at rest': ['at rest', '未生效'],
}
