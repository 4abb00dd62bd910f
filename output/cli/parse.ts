/** `taizhang parse`: one report's record on standard output. */
import { z } from 'zod'
import { parseSafely } from '../../pipeline/pool.js'
import type { Report } from '../../pipeline/record.js'
import { readInput } from '../../pipeline/sources.js'
import { say } from '../words/say.js'
import type { Run } from './commands.js'
import { CommandError, type Io, nameOf } from './io.js'
import { check, maxSizeOption, timeLimitOption } from './options.js'

const optionsSchema = z.object({
  format: z.enum(['json', 'yaml', 'table'], 'expected json, yaml or table').default('json'),
  explain: z.boolean().default(false),
  line: z.coerce.number('expected the number of a line').int('expected the number of a line').nonnegative().optional(),
  maxSize: maxSizeOption,
  timeLimit: timeLimitOption,
  quiet: z.boolean().default(false),
})

export const run: Run = async ([source = '-'], given, io) => {
  const options = check(optionsSchema, given)
  const limits = { fileBytes: options.maxSize, parseSeconds: options.timeLimit }
  const bytes = await readInput(source, limits).catch((error: Error) => {
    throw new CommandError(nameOf(error.message))
  })
  const { report, explain } = await parseSafely(bytes, source, {
    explain: options.explain || options.line !== undefined,
    line: options.line,
    limits,
  })
  if (options.explain || options.line !== undefined) io.out(explain ? headed(explain, io) : io.words.show.noEvidence)
  else await print(report, options.format, io)
  if (io.interactive && !options.quiet) summarise(report, io)
  return report.diagnostics.some((d) => d.severity === 'error') ? 1 : 0
}

/** The account of the readings, its headings in the language of the person; its codes are those of docs/engine.md. */
const headed = (explain: string, { lang }: Io): string =>
  explain.replace(/^(?:# |there is no line ).*$/gm, (line) => say(line, lang))

async function print(report: Report, format: 'json' | 'yaml' | 'table', io: Io): Promise<void> {
  switch (format) {
    case 'json':
      return io.json(report)
    case 'yaml': {
      const { stringify } = await import('yaml')
      return io.out(stringify(report, { aliasDuplicateObjects: false, lineWidth: 0 }))
    }
    case 'table': {
      const { reportOverview } = await import('./overview.js')
      return io.out(reportOverview(report, io))
    }
  }
}

/** One line for each kind of diagnostic, on standard error. */
function summarise(report: Report, io: Io): void {
  const { words } = io
  const counts = new Map<string, number>()
  for (const { severity, code } of report.diagnostics) {
    const key = `${words.severities[severity]} ${code}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const lines = [...counts].sort().map(([key, n]) => `  ${key} × ${n}`)
  io.err(
    [
      `${words.count(report.items.length, 'item')}${words.comma}${words.count(report.diagnostics.length, 'diagnostic')}`,
      ...lines,
    ].join('\n'),
  )
}
