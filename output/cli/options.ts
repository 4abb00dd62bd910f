/** Arguments and options as zod checks them, and the parts that several commands share. */
import { z } from 'zod'
import { LIMITS } from '../../pipeline/limits.js'
import { isPostgres } from '../store/postgres/address.js'
import { UsageError } from './io.js'

/** Checks what commander collected; a wrong value is a usage error that names the option. */
export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => {
    // Of an option with several values the place of the wrong one is no part of its name.
    const name = String(issue.path[0] ?? '')
    return name ? `option --${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}: ${issue.message}` : issue.message
  })
  throw new UsageError(lines.join('\n'))
}

const count = (what: string, least: number, most: number) =>
  z.coerce
    .number(`expected ${what}`)
    .int(`expected ${what}`)
    .min(least, `expected ${what}, ${least} at least`)
    .max(most, `expected ${what}, ${most} at most`)

export const dbOption = z
  .string()
  .min(1, 'expected a file name')
  .refine((name) => !isPostgres(name) || URL.canParse(name), 'expected postgres://USER:PASSWORD@HOST:PORT/DATABASE')
  .default('taizhang.db')
export const jobsOption = count('a number of files', 1, 64)
export const rowsOption = count('a number of rows', 1, 1_000_000)

/** `--max-size`: MB of one source, as bytes. */
export const maxSizeOption = count('a number of MB', 1, 1024)
  .default(LIMITS.fileBytes / 1024 / 1024)
  .transform((mb) => mb * 1024 * 1024)

/** `--time-limit`: seconds for one file. */
export const timeLimitOption = count('a number of seconds', 1, 3600).default(LIMITS.parseSeconds)

/** A day, ISO 8601. */
export const dayOption = z.iso.date('expected a day such as 2024-12-31')

/** Today by the clock of the machine, ISO 8601. */
export const today = (): string => {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A day, or `today`; an option that is given without a value is `today`. */
export const asOfOption = z
  .union([z.literal(true), z.literal('today'), dayOption], 'expected a day such as 2024-12-31, or today')
  .transform((day) => (day === true || day === 'today' ? today() : day))

/** `30d`, `8w`, `6m`: days, weeks of seven, months of thirty. */
export const spanOption = z
  .string()
  .regex(/^\d{1,4}[dwm]?$/, 'expected a time such as 30d, 8w or 6m')
  .transform((text) => Number.parseInt(text, 10) * ({ w: 7, m: 30 }[text.at(-1) ?? ''] ?? 1))

/** The day so many days after another, ISO 8601. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
