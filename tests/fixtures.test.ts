/** Every fixture against its gold, the invariants of every report, and the same report in other forms. Gold is never rewritten from here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readBlocks } from '../parsers/readers/index.js'
import { fold } from '../parsers/text/fold.js'
import { parseReport } from '../pipeline/parse.js'
import type { Report } from '../pipeline/record.js'
import { aboutSchema, compareExpected, compareProjected, type Expected, expectedSchema, project } from './helpers/expected.js'
import { brokenInvariants } from './helpers/invariants.js'
import { hardWrap, textVariants, variants } from './helpers/variants.js'

/** scripts/mutants.mjs asks the gold alone: the rest tells few mutants more and takes five times as long. */
const goldOnly = process.env.TAIZHANG_GOLD_ONLY === '1'

const root = fileURLToPath(new URL('..', import.meta.url))
const fixtures = join(root, 'fixtures')
const reports = join(root, '../shared/reports')

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const parse = async (bytes: Uint8Array, source: string): Promise<Report> => (await parseReport(bytes, source)).report
/** Nothing wrong; else the list is the failure's message. */
const expectNone = (wrong: readonly string[]) => expect(wrong, `\n  ${wrong.join('\n  ')}\n`).toHaveLength(0)

const foldAll = (value: unknown): unknown => {
  if (typeof value === 'string') return fold(value)
  if (Array.isArray(value)) return value.map(foldAll)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, foldAll(inner)]))
}
/** The items as they must come out of every form of a report: folded, without the document's own facts. */
const essence = (report: Report): Expected => {
  const { items } = project(report)
  return expectedSchema.parse(
    foldAll({ document: { kind: report.document.kind }, items: items.map(({ targets: _, ...item }) => item) }),
  )
}

/** The record of a file, made once for all that is asked of it. */
const once = (bytes: Uint8Array, source: string): (() => Promise<Report>) => {
  let report: Promise<Report> | undefined
  return () => {
    report ??= parse(bytes, source)
    return report
  }
}

/** What breaks a rule, or had to be repaired so that none is broken: the parser's fault where nobody has damaged the file. */
const wrongIn = (report: Report): string[] => [
  ...brokenInvariants(report),
  ...report.diagnostics.flatMap(({ code, message }) => (code === 'grounding_repaired' ? [`${code}: ${message}`] : [])),
]

const checkInvariants = (source: string, bytes: Uint8Array, plain: () => Promise<Report>) => {
  it('keeps the invariants', async () => {
    expectNone(wrongIn(await plain()))
  })
  it('gives the same bytes again', async () => {
    expect(JSON.stringify(await parse(bytes, source))).toBe(JSON.stringify(await plain()))
  })
}

/**
 * Without the trees of measures and progress: where a sentence ends right at the margin nothing tells whether its paragraph
 * goes on in the next line.
 */
const withoutActions = ({ document, items }: Expected): Expected => ({
  document,
  items: items.map(({ measures: _, progress: __, ...item }) => item),
})

const checkForms = (
  source: string,
  bytes: Uint8Array,
  plain: () => Promise<Report>,
  forms: Record<string, (text: string) => Uint8Array | null>,
  view: (form: Expected) => Expected = (form) => form,
) => {
  const text = new TextDecoder().decode(bytes)
  const blocksOf = async (form: Uint8Array) => {
    const { children, data } = await readBlocks(form)
    return { children, notices: data.notices, format: data.format }
  }
  for (const [name, make] of Object.entries(forms)) {
    const changed = make(text)
    it.skipIf(changed === null)(`reads the same from ${name}`, async () => {
      // what is read from the same blocks is the same: another parsing would tell nothing
      if (isDeepStrictEqual(await blocksOf(changed ?? bytes), await blocksOf(bytes))) return
      const other = await parse(changed ?? bytes, source)
      expectNone(compareProjected(view(essence(await plain())), view(essence(other))))
      expectNone(wrongIn(other))
    })
  }
}

for (const name of readdirSync(fixtures, { withFileTypes: true })
  .filter((d) => d.isDirectory())
  .map((d) => d.name)
  .sort()) {
  const folder = join(fixtures, name)
  const file = readdirSync(folder).find((f) => f.startsWith('report.'))
  if (!file || !existsSync(join(folder, 'expected.json'))) continue
  describe(name, () => {
    const about = aboutSchema.parse(readJson(join(folder, 'about.json')))
    const expected = expectedSchema.parse(readJson(join(folder, 'expected.json')))
    const bytes = new Uint8Array(readFileSync(join(folder, file)))
    const plain = once(bytes, file)

    const gold = about.known ? it.fails : it
    gold(`agrees with its gold${about.known ? `, not yet: ${about.known}` : ''}`, async () => {
      const report = await plain()
      expect(report.document.format).toBe(about.format)
      expectNone(compareExpected(expected, report))
    })
    if (about.kind === 'not_a_report')
      it('says why it has no items', async () => {
        const report = await plain()
        expect(report.items).toHaveLength(0)
        expect(report.diagnostics.map((d) => d.severity)).toContain('error')
      })
    if (goldOnly) return
    checkInvariants(file, bytes, plain)
    if (about.format === 'text' || about.format === 'markdown') checkForms(file, bytes, plain, variants)
    if (about.format === 'text') checkForms(file, bytes, plain, textVariants)
    if (about.format === 'text' && !about.wrapped)
      checkForms(file, bytes, plain, { 'lines of 40 columns': hardWrap }, withoutActions)
  })
}

describe.skipIf(goldOnly || !existsSync(reports))('the real reports (run where ../shared/reports is there)', () => {
  for (const name of existsSync(reports) ? readdirSync(reports).sort() : [])
    describe(name, () => {
      const bytes = new Uint8Array(readFileSync(join(reports, name)))
      const plain = once(bytes, name)
      checkInvariants(name, bytes, plain)
      checkForms(name, bytes, plain, { ...variants, ...textVariants })
      checkForms(name, bytes, plain, { 'lines of 40 columns': hardWrap }, withoutActions)
    })
})
