/**
 * The gold of a fixture: what `expected.json` may say, and how a report is compared with it.
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
} from '../../pipeline/record.js'

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

/** `about.json`. `wrapped`: the source's lines are already broken, so the tests do not break them again. */
export const aboutSchema = z.strictObject({
  layout: z.string(),
  format: reportSchema.shape.document.shape.format,
  programme: z.string().nullable(),
  features: z.array(z.string()),
  note: z.string(),
  kind: z.enum(['report', 'not_a_report']),
  wrapped: z.boolean().optional(),
  /** What the gold asks for and the engine cannot do yet: the test fails when it can. */
  known: z.string().optional(),
})
export type About = z.infer<typeof aboutSchema>

type ExpectedItem = Expected['items'][number]
type ExpectedAction = z.infer<typeof actionSchema>

/** Text as compared: without white space. */
export const bare = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, '')

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

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'absent')
  return text.length > 120 ? `${text.slice(0, 60)} …${text.length - 110}… ${text.slice(-50)}` : text
}
const differ = (where: string, expected: unknown, actual: unknown) => [
  `${where}\n    expected ${show(expected)}\n    actual   ${show(actual)}`,
]
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Differences of two plain values; of objects only the keys that the expected one has. */
const diff = (where: string, expected: unknown, actual: unknown): string[] => {
  if (expected === undefined) return []
  if (typeof expected === 'string' && typeof actual === 'string')
    return bare(expected) === bare(actual) ? [] : differ(where, bare(expected), bare(actual))
  if (Array.isArray(expected) && Array.isArray(actual))
    return expected.length === actual.length
      ? expected.flatMap((e, i) => diff(`${where}[${i}]`, e, actual[i]))
      : differ(`${where}: ${expected.length} expected, ${actual.length} found`, expected, actual)
  if (isRecord(expected) && isRecord(actual))
    return Object.entries(expected).flatMap(([key, e]) => diff(`${where}.${key}`, e, actual[key]))
  return Object.is(expected, actual) ? [] : differ(where, expected, actual)
}

/** Differences of two bags, where order says nothing. `same` compares only what the expected one says. */
const diffBag = <T>(where: string, expected: readonly T[], actual: readonly T[]): string[] => {
  const rest = [...actual]
  const missing = expected.filter((e) => {
    const at = rest.findIndex((a) => diff('', e, a).length === 0)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [
    ...missing.map((m) => `${where}\n    missing    ${show(m)}`),
    ...rest.map((r) => `${where}\n    unexpected ${show(r)}`),
  ]
}

const diffActions = (where: string, expected: readonly ExpectedAction[], actual: readonly ExpectedAction[]): string[] => {
  if (expected.length !== actual.length) {
    const brief = (list: readonly ExpectedAction[]) => list.map((a) => `${a.label}${bare(a.text).slice(0, 14)}`).join(' | ')
    return [
      `${where}: ${expected.length} expected, ${actual.length} found\n    expected ${brief(expected)}\n    actual   ${brief(actual)}`,
    ]
  }
  return expected.flatMap((e, i) => {
    const a = actual[i]
    const at = `${where}[${i}]`
    return [
      ...diff(`${at}.label`, e.label, a?.label),
      ...diff(`${at}.text`, e.text, a?.text),
      ...diffBag(`${at}.parties`, e.parties ?? [], a?.parties ?? []),
      ...diff(`${at}.deadline`, e.deadline ?? null, a?.deadline ?? null),
      ...diffActions(`${at}.children`, e.children ?? [], a?.children ?? []),
    ]
  })
}

const diffItem = (where: string, expected: ExpectedItem, actual: ExpectedItem): string[] => {
  const { measures, progress, parties, targets, ...plain } = expected
  return [
    ...diff(where, plain, actual),
    ...(measures ? diffActions(`${where}.measures`, measures, actual.measures ?? []) : []),
    ...(progress ? diffActions(`${where}.progress`, progress, actual.progress ?? []) : []),
    ...(parties ? diffBag(`${where}.parties`, parties, actual.parties ?? []) : []),
    ...(targets ? diffBag(`${where}.targets`, targets, actual.targets ?? []) : []),
  ]
}

/** Pairs items: the same problem, else one that opens alike, else the same label. */
const pairItems = (expected: readonly ExpectedItem[], actual: readonly ExpectedItem[]) => {
  const free = new Set(actual)
  const found = new Map<ExpectedItem, ExpectedItem>()
  const tests: ((e: ExpectedItem, a: ExpectedItem) => boolean)[] = [
    (e, a) => bare(a.problem) === bare(e.problem),
    (e, a) => bare(a.problem).startsWith(bare(e.problem).slice(0, 10)),
    (e, a) => e.label !== undefined && e.label !== '' && a.label === e.label,
  ]
  for (const test of tests)
    for (const e of expected) {
      if (found.has(e)) continue
      const a = [...free].find((candidate) => test(e, candidate))
      if (!a) continue
      found.set(e, a)
      free.delete(a)
    }
  return { pairs: expected.map((e) => [e, found.get(e)] as const), extra: [...free] }
}

/** Differences between two projections, one readable text each. */
export const compareProjected = (expected: Expected, actual: Expected): string[] => {
  const { pairs, extra } = pairItems(expected.items, actual.items)
  return [
    ...diff('document', expected.document, actual.document),
    ...(expected.items.length === actual.items.length
      ? []
      : [`items: ${expected.items.length} expected, ${actual.items.length} found`]),
    ...pairs.flatMap(([e, a], i) =>
      a ? diffItem(`item ${i + 1}`, e, a) : [`item ${i + 1}\n    missing    ${e.label ?? ''}${show(bare(e.problem))}`],
    ),
    ...extra.map((a) => `items\n    unexpected ${a.label ?? ''}${show(bare(a.problem))}`),
    ...(expected.declared ? diffBag('declared', expected.declared, actual.declared ?? []) : []),
    ...(expected.diagnostics ?? [])
      .filter((code) => !actual.diagnostics?.includes(code))
      .map((code) => `diagnostics\n    missing    ${code}`),
  ]
}

/** Differences between a fixture's gold and a report, white space apart; empty when they agree. */
export const compareExpected = (expected: Expected, report: Report): string[] => compareProjected(expected, project(report))
