/** `about.json` of a fixture, and how a report is compared with its gold (see ../../pipeline/expected.ts). */
import { z } from 'zod'
import { type Expected, type ExpectedAction, type ExpectedItem, project } from '../../pipeline/expected.js'
import { type Report, reportSchema } from '../../pipeline/record.js'

export { type Expected, expectedSchema, project } from '../../pipeline/expected.js'

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

/** Text as compared: without white space. */
export const bare = (text: string): string => text.replace(/[\s\u200b\ufeff]+/gu, '')

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
