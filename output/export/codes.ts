/** What the codes of the record mean in Chinese: words beside codes in a workbook, enums and labels in a data package. */

import type { State } from '../../pipeline/links/index.js'
import type { DateMention, DeadlineEntry, Party, Quantity, Report, Status } from '../../pipeline/record.js'
import type { LedgerDiagnostic } from '../store/index.js'

/** Code → Chinese word. */
export type Codes = Readonly<Record<string, string>>

type Document = Report['document']
type Level = NonNullable<NonNullable<Document['region']>['level']>

export const statuses = {
  completed: '完成整改',
  basically_completed: '基本完成',
  on_schedule: '达到序时进度',
  behind_schedule: '未达序时进度',
  in_progress: '正在整改',
  not_started: '未启动',
} satisfies Record<Status['code'], string>
export const closures = { submitted: '拟销号', closed: '已销号' } satisfies Record<NonNullable<Status['closure']>, string>
export const bases = { marker: '标注', narrative: '叙述' } satisfies Record<Status['basis'], string>
export const states = { done: '已完成', open: '未完成', unknown: '状态未知' } satisfies Record<State, string>
export const formats = {
  text: '纯文本',
  markdown: 'Markdown文本',
  html: '网页',
  docx: 'Word文档',
  pdf: 'PDF文档',
  xlsx: '电子表格',
} satisfies Record<Document['format'], string>
export const kinds = {
  plan: '整改方案',
  checklist: '整改清单',
  progress: '整改情况',
  unknown: '未识别',
} satisfies Record<Document['kind'], string>
export const programmes = {
  central_environmental_inspection: '中央生态环境保护督察',
  provincial_environmental_inspection: '省级生态环境保护督察',
  environmental_inspection: '生态环境保护督察',
  discipline_inspection: '巡视巡察',
  audit: '审计',
  other: '其他检查',
} satisfies Record<NonNullable<Document['programme']>['type'], string>
export const levels = {
  nation: '国家',
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
} satisfies Record<Level, string>
export const roles = {
  lead_unit: '牵头单位',
  supporting_unit: '配合单位',
  responsible_unit: '责任单位',
  acceptance_lead_unit: '牵头督导验收单位',
  acceptance_supporting_unit: '配合督导验收单位',
  supervising_official: '督办领导',
  lead_official: '牵头领导',
  responsible_official: '责任人',
  contact: '联络人',
} satisfies Record<Party['role'], string>
export const partyKinds = { unit: '单位', person: '个人', group: '群体' } satisfies Record<Party['kind'], string>
export const owners = { item: '问题', measures: '措施' }
export const stages = { planned: '计划', done: '已做' }
export const deadlineKinds = {
  date: '日期',
  immediate: '立行立改',
  ongoing: '持续推进',
  long_term: '长期坚持',
} satisfies Record<DeadlineEntry['kind'], string>
export const precisions = {
  day: '日',
  month: '月',
  quarter: '季度',
  half: '半年',
  year: '年',
} satisfies Record<NonNullable<DeadlineEntry['precision']>, string>
export const comparators = {
  '=': '等于',
  '>=': '不低于',
  '>': '高于',
  '<=': '不高于',
  '<': '低于',
  '~': '约',
} satisfies Record<Quantity['comparator'], string>
export const changes = { up: '上升', down: '下降' } satisfies Record<NonNullable<Quantity['change']>, string>
export const changeKinds = { by: '幅度', to: '增减至' } satisfies Record<NonNullable<Quantity['changeKind']>, string>
export const relations = {
  by: '之前',
  since: '以来',
  at: '当时',
  during: '期间',
} satisfies Record<DateMention['relation'], string>
export const severities = {
  info: '提示',
  warning: '警告',
  error: '错误',
} satisfies Record<LedgerDiagnostic['severity'], string>
