/**
 * The expected record of a report (`expected.json` of a fixture): what a person vouches for, without spans and evidence.
 * A key that is absent is not compared, except in an action: there absent `parties`, `deadline` and `children` mean none.
 */
import { z } from 'zod'
import {
  deadlineEntrySchema,
  declaredTotalSchema,
  type Item,
  type Action as RecordAction,
  type Party as RecordParty,
  type Report,
  reportSchema,
  statusSchema,
  targetSchema,
} from './record.js'

const entrySchema = z.strictObject(deadlineEntrySchema.partial().required({ kind: true, date: true }).shape)
const partySchema = z.strictObject({
  role: z.string(),
  kind: z.enum(['unit', 'person', 'group']),
  name: z.string(),
  title: z.string().nullable().optional(),
  scope: z.string().nullable().optional(),
})
const actionSchema = z.strictObject({
  label: z.string(),
  text: z.string(),
  parties: z.array(partySchema).optional(),
  deadline: z
    .strictObject({ text: z.string().optional(), entries: z.array(entrySchema) })
    .nullable()
    .optional(),
  get children() {
    return z.array(actionSchema).optional()
  },
})
const itemSchema = z.strictObject({
  label: z.string(),
  category: z.string().nullable(),
  categoryPath: z.array(z.string()),
  problem: z.string(),
  goal: z.string().nullable(),
  measures: z.array(actionSchema),
  progress: z.array(actionSchema),
  parties: z.array(partySchema),
  deadline: z.strictObject({ text: z.string().optional(), entries: z.array(entrySchema) }).nullable(),
  status: z.strictObject(statusSchema.omit({ text: true, span: true }).partial().required({ code: true }).shape).nullable(),
  targets: z.array(
    z.strictObject(targetSchema.pick({ indicator: true, comparator: true, value: true, unit: true, by: true }).shape),
  ),
})
const documentSchema = z.strictObject({
  title: z.string().nullable(),
  kind: reportSchema.shape.document.shape.kind,
  programme: z.strictObject({ type: z.string(), round: z.int().nullable(), lookBack: z.boolean() }).partial().nullable(),
  region: z.strictObject({ name: z.string(), code: z.string().nullable(), level: z.string().nullable() }).partial().nullable(),
  asOf: z.strictObject({ start: z.string(), end: z.string() }).nullable(),
})

/** `expected.json`. */
export const expectedSchema = z.strictObject({
  document: documentSchema.partial(),
  items: z.array(itemSchema.partial().required({ problem: true })),
  declared: z.array(z.strictObject(declaredTotalSchema.pick({ measure: true, declared: true, agrees: true }).shape)).optional(),
  diagnostics: z.array(z.string()).optional(),
})
export type Expected = z.infer<typeof expectedSchema>

export type ExpectedItem = Expected['items'][number]
export type ExpectedAction = z.infer<typeof actionSchema>

const projectParty = ({ role, kind, name, title, scope }: RecordParty) => ({ role, kind, name, title, scope })
const projectAction = (action: RecordAction): ExpectedAction => ({
  label: action.label,
  text: action.text,
  parties: action.parties.map(projectParty),
  deadline: action.deadline && { text: action.deadline.text, entries: action.deadline.entries },
  children: action.children.map(projectAction),
})
const projectItem = (item: Item): Required<ExpectedItem> => ({
  label: item.label,
  category: item.category?.text ?? null,
  categoryPath: item.categoryPath.map((c) => c.text),
  problem: item.problem.text,
  goal: item.goal?.text ?? null,
  measures: item.measures.map(projectAction),
  progress: item.progress.map(projectAction),
  parties: item.parties.map(projectParty),
  deadline: item.deadline && { text: item.deadline.text, entries: item.deadline.entries },
  status: item.status && {
    code: item.status.code,
    ongoing: item.status.ongoing,
    closure: item.status.closure,
    basis: item.status.basis,
  },
  targets: item.targets.map(({ indicator, comparator, value, unit, by }) => ({ indicator, comparator, value, unit, by })),
})

/** What of a report the gold can speak of. */
export const project = (report: Report): Expected => {
  const { title, kind, programme, region, asOf } = report.document
  return {
    document: {
      title,
      kind,
      programme: programme && { type: programme.type, round: programme.round, lookBack: programme.lookBack },
      region,
      asOf: asOf && { start: asOf.start, end: asOf.end },
    },
    items: report.items.map(projectItem),
    declared: report.declared.map(({ measure, declared, agrees }) => ({ measure, declared, agrees })),
    diagnostics: report.diagnostics.map((d) => d.code),
  }
}
