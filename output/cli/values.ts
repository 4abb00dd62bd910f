/** `taizhang values`: NDJSON in, NDJSON out, one line for each. */
import { z } from 'zod'
import { findOpenDates, findYearlessDates, type OpenDate } from '../../parsers/values/dates.js'
import { scanValues } from '../../parsers/values/scan.js'

/** Longest text of one line, in UTF-16 units. */
const MAX_TEXT = 5_000_000

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string().max(MAX_TEXT),
  referenceDate: z.iso.date().nullish(),
  year: z.int().min(1).max(9999).nullish(),
})

/** Lines of a stream of chunks; a character that is split between two chunks is kept whole. */
async function* linesOf(input: AsyncIterable<string | Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

/** 上个月, 下周: told from a day of writing. Counts of time (近三年, 三个月内) are no dates without one. */
const pointsAtDay = /^[上下]/

/** The dates that lack a year or a day of writing where the line gives neither: they are said, with null for their days. */
function unplaced(text: string, year: number | null, referenceDate: string | null): OpenDate[] {
  if (year !== null || referenceDate !== null) return []
  const yearless = findYearlessDates(text)
  const pointing = findOpenDates(text, { year }).filter(
    ({ text: words, span }) =>
      pointsAtDay.test(words) && !yearless.some((date) => date.span[0] < span[1] && span[0] < date.span[1]),
  )
  return [...yearless, ...pointing]
}

type Answer = { ok: true; value: unknown } | { ok: false; message: string }

function answer(line: string): Answer {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { ok: false, message: 'not JSON' }
  }
  const parsed = lineSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, message: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not as expected'}` }
  }
  const { id = null, text, referenceDate = null, year = null } = parsed.data
  const context = { year, referenceDate }
  const values = scanValues(text, context)
  const dates = [...values.dates, ...unplaced(text, year, referenceDate)].sort((a, b) => a.span[0] - b.span[0])
  return { ok: true, value: { id, ...values, dates } }
}

/**
 * Reads NDJSON lines {id?, text, referenceDate?, year?} and writes one NDJSON line for each with the dates, quantities, numbers and
 * references of its text; where a line has
 * neither year nor day of writing, a date that lacks one of them has null for start and end. A bad line becomes an error object {line, error} on standard error and the rest goes on; the result is the
 * exit code, 1 where a line was bad.
 */
export async function runValues(
  input: AsyncIterable<string | Buffer>,
  output: NodeJS.WritableStream,
  errors: NodeJS.WritableStream = process.stderr,
): Promise<number> {
  let code = 0
  let number = 0
  for await (const line of linesOf(input)) {
    number++
    if (line.trim() === '') continue
    const result = answer(line)
    if (result.ok) {
      if (!output.write(`${JSON.stringify(result.value)}\n`))
        await new Promise<void>((resolve) => void output.once('drain', resolve))
    } else {
      code = 1
      errors.write(`${JSON.stringify({ line: number, error: result.message })}\n`)
    }
  }
  return code
}
