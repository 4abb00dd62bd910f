/** What the codes of the record mean in Chinese: words beside codes in a workbook, enums and labels in a data package. */

import type { DateMention, DeadlineEntry, Quantity, Report, Status } from '../../pipeline/record.js'
import * as codes from '../words/codes.js'
import { chinese } from '../words/codes.js'

/** Code → Chinese word. */
export type Codes = Readonly<Record<string, string>>

type Document = Report['document']
type Level = NonNullable<NonNullable<Document['region']>['level']>

export const statuses = chinese(codes.statuses)
export const closures = chinese(codes.closures)
export const bases = { marker: '标注', narrative: '叙述' } satisfies Record<Status['basis'], string>
export const states = chinese(codes.states)
export const formats = {
  text: '纯文本',
  markdown: 'Markdown文本',
  html: '网页',
  docx: 'Word文档',
  pdf: 'PDF文档',
  xlsx: '电子表格',
} satisfies Record<Document['format'], string>
export const kinds = chinese(codes.kinds)
export const programmes = chinese(codes.programmes)
export const levels = {
  nation: '国家',
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
} satisfies Record<Level, string>
export const roles = chinese(codes.roles)
export const partyKinds = chinese(codes.partyKinds)
export const owners = { item: '问题', measures: '措施' }
export const stages = { planned: '计划', done: '已做' }
export const deadlineKinds = chinese(codes.deadlineKinds)
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
export const severities = chinese(codes.severities)
