/**
 * The record: what a parsed report is. These zod schemas are the one source of its types, of the JSON Schema that
 * `taizhang schema` prints, and of the check that every report passes before it is stored.
 * Descriptions are in both languages, English first.
 */
import { z } from 'zod'
import { SCHEMA_VERSION } from './schema-version.js'

export { SCHEMA_VERSION }

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const spanSchema = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start <= end, 'a span ends before it starts')
  .describe('Half-open range of UTF-16 offsets into document.text · 在document.text中的UTF-16偏移，左闭右开')

export const precisionSchema = z.enum(['day', 'month', 'quarter', 'half', 'year'])

const groundedSchema = z.object({ text: z.string(), span: spanSchema })

export const dateValueSchema = z
  .object({
    start: isoDay.describe('First day, inclusive, ISO 8601 · 起始日（含）'),
    end: isoDay.describe('Last day, inclusive, ISO 8601 · 截止日（含）'),
    precision: precisionSchema.describe('Precision of the words · 原文精度'),
    text: z.string(),
    span: spanSchema,
  })
  .describe('A date as printed and as days · 日期')

export const dateMentionSchema = dateValueSchema.extend({
  relation: z
    .enum(['by', 'since', 'at', 'during'])
    .describe('…前 by, 以来 since, day or 底 at, month, year or range during · 时间关系'),
})

export const comparatorSchema = z.enum(['=', '>=', '>', '<=', '<', '~'])

export const quantitySchema = z.object({
  text: z.string(),
  span: spanSchema,
  value: z.number().describe('The figure; of a range, its low end · 数值'),
  low: z.number().nullable(),
  high: z.number().nullable(),
  comparator: comparatorSchema,
  unit: z.string().nullable().describe('UCUM code, or the printed unit in braces; money as ISO 4217 · 单位代码'),
  unitText: z.string().nullable().describe('The unit as printed · 原文单位'),
  si: z
    .object({ value: z.number(), unit: z.string() })
    .nullable()
    .describe('In the base unit of its dimension · 国际单位制数值'),
  change: z.enum(['up', 'down']).nullable().describe('Rise or fall · 增减'),
  changeKind: z.enum(['by', 'to']).nullable().describe('Changed by, or changed to · 增减幅度或增减至'),
  subject: z.string().nullable().describe('What the figure measures, where adjacent · 指标主体'),
})

export const targetSchema = z
  .object({
    indicator: z.string(),
    comparator: comparatorSchema,
    value: z.number(),
    unit: z.string().nullable(),
    by: isoDay.nullable(),
    per: z.string().nullable(),
    text: z.string(),
    span: spanSchema,
  })
  .describe('A measurable part of the goal · 量化目标')

export const referenceSchema = z
  .object({ title: z.string(), number: z.string().nullable(), span: spanSchema })
  .describe('A document or standard that is named · 引用文件')

export const placeSchema = z
  .object({
    name: z.string().describe('Name in full · 全称'),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .nullable()
      .describe('GB/T 2260 code · 行政区划代码'),
    level: z.enum(['nation', 'province', 'city', 'county', 'township']).nullable(),
    span: spanSchema,
  })
  .describe('A region that the item names · 提及的行政区划')

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
export const partyRoleSchema = z.enum(partyRoles)

export const partySchema = z
  .object({
    role: partyRoleSchema,
    kind: z.enum(['unit', 'person', 'group']),
    name: z.string(),
    fullName: z.string().nullable().describe('With the region · 含行政区划的全称'),
    title: z.string().nullable().describe('Office of a person · 职务'),
    scope: z.string().nullable().describe('What it is responsible for · 负责范围'),
    span: spanSchema,
  })
  .describe('One body or person with a role · 责任主体')

export const deadlineEntrySchema = z.object({
  kind: z.enum(['date', 'immediate', 'ongoing', 'long_term']),
  date: isoDay.nullable().describe('Last day allowed, ISO 8601 · 最后期限'),
  precision: precisionSchema.nullable(),
  scope: z.string().nullable().describe('What the date is for · 适用范围'),
})
export const deadlineSchema = groundedSchema.extend({ entries: z.array(deadlineEntrySchema) }).describe('Deadline · 整改时限')

export const statusCodes = [
  'completed',
  'basically_completed',
  'on_schedule',
  'behind_schedule',
  'in_progress',
  'not_started',
] as const
export const statusCodeSchema = z.enum(statusCodes)
export const statusSchema = groundedSchema
  .extend({
    code: statusCodeSchema,
    ongoing: z.boolean(),
    closure: z.enum(['submitted', 'closed']).nullable(),
    basis: z.enum(['marker', 'narrative']),
  })
  .describe('Status · 整改状态')

export interface Action {
  label: string
  text: string
  span: [number, number]
  parties: z.infer<typeof partySchema>[]
  deadline: z.infer<typeof deadlineSchema> | null
  children: Action[]
}
export const actionSchema: z.ZodType<Action> = z
  .object({
    label: z.string(),
    text: z.string(),
    span: spanSchema,
    parties: z.array(partySchema),
    deadline: deadlineSchema.nullable(),
    get children() {
      return z.array(actionSchema)
    },
  })
  .describe('A rectification measure, planned or done, with its sub-measures · 整改措施或进展')

export const itemSchema = z
  .object({
    seq: z.int().positive(),
    label: z.string(),
    span: spanSchema.describe('From the first to the last word of the item · 本条起止'),
    category: groundedSchema.nullable(),
    categoryPath: z.array(groundedSchema),
    problem: groundedSchema,
    goal: groundedSchema.nullable(),
    targets: z.array(targetSchema),
    measures: z.array(actionSchema),
    progress: z.array(actionSchema),
    parties: z.array(partySchema),
    deadline: deadlineSchema.nullable(),
    status: statusSchema.nullable(),
    quantities: z.array(quantitySchema),
    dates: z.array(dateMentionSchema),
    references: z.array(referenceSchema),
    places: z.array(placeSchema),
  })
  .describe('One problem · 一个反馈问题')

export const declaredTotalSchema = z
  .object({
    measure: z.string().regex(/^(items|status:[a-z_]+|deadline:(\d{4}|ongoing))$/),
    declared: z.int().nonnegative(),
    extracted: z.int().nonnegative().nullable(),
    agrees: z.boolean().nullable(),
    text: z.string(),
    span: spanSchema,
  })
  .describe('What the report says of itself · 自报总数')

export const diagnosticSchema = z.object({
  code: z.string().regex(/^[a-z0-9_]+$/),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  span: spanSchema.nullable(),
  item: z.int().positive().nullable(),
})

export const programmeTypes = [
  'central_environmental_inspection',
  'provincial_environmental_inspection',
  'environmental_inspection',
  'discipline_inspection',
  'audit',
  'other',
] as const

export const reportSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    document: z.object({
      id: z.string().regex(/^[0-9a-f]{64}$/),
      source: z.string(),
      format: z.enum(['text', 'markdown', 'html', 'docx', 'pdf', 'xlsx']),
      encoding: z.string().nullable(),
      title: z.string().nullable(),
      kind: z.enum(['plan', 'checklist', 'progress', 'unknown']),
      programme: groundedSchema
        .extend({
          type: z.enum(programmeTypes),
          round: z.int().positive().nullable(),
          lookBack: z.boolean(),
        })
        .nullable(),
      region: z
        .object({
          name: z.string(),
          code: z
            .string()
            .regex(/^\d{6}$/)
            .nullable(),
          level: z.enum(['nation', 'province', 'city', 'county', 'township']).nullable(),
        })
        .nullable(),
      asOf: dateValueSchema.nullable(),
      reading: z
        .object({
          by: z.string().describe('What opens an item · 条目的起始方式'),
          margin: z.number().nonnegative().describe('How far it leads the next reading · 与次优读法的差距'),
          certainty: z.number().min(0).max(1).describe('How sure the list of items is, calibrated · 条目清单的可信度'),
        })
        .nullable()
        .default(null)
        .describe('How the layout was read; null where there are no items · 版式读法'),
      text: z.string(),
    }),
    items: z.array(itemSchema),
    declared: z.array(declaredTotalSchema),
    diagnostics: z.array(diagnosticSchema),
  })
  .describe('A parsed report · 解析后的整改报告')

export type Report = z.infer<typeof reportSchema>
export type Item = z.infer<typeof itemSchema>
export type Party = z.infer<typeof partySchema>
export type PartyRole = z.infer<typeof partyRoleSchema>
export type Deadline = z.infer<typeof deadlineSchema>
export type DeadlineEntry = z.infer<typeof deadlineEntrySchema>
export type Status = z.infer<typeof statusSchema>
export type StatusCode = z.infer<typeof statusCodeSchema>
export type DateValue = z.infer<typeof dateValueSchema>
export type DateMention = z.infer<typeof dateMentionSchema>
export type Quantity = z.infer<typeof quantitySchema>
export type Target = z.infer<typeof targetSchema>
export type Reference = z.infer<typeof referenceSchema>
export type Place = z.infer<typeof placeSchema>
export type DeclaredTotal = z.infer<typeof declaredTotalSchema>
export type Diagnostic = z.infer<typeof diagnosticSchema>

/** The record's JSON Schema (draft 2020-12). */
export const reportJsonSchema = () => z.toJSONSchema(reportSchema, { target: 'draft-2020-12' })
