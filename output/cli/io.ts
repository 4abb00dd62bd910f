/** The terminal as a command sees it: where text goes, whether colours and progress are wanted, how wide a line may be. */
import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

export interface Io {
  out(text: string): void
  err(text: string): void
  /** Standard error is a terminal: progress and summaries may go there. */
  interactive: boolean
  /** Columns for running text; 100 where standard output is no terminal. */
  width: number
  /** Columns for a table: those of the terminal; in a file or pipe nothing is cut. */
  tableWidth: number
  /** The text with a colour or weight, where standard output takes one. */
  paint(format: Format, text: string): string
}

/** The process's own terminal. `NO_COLOR` (https://no-color.org), `TERM=dumb` and a pipe all mean plain text. */
export function openIo(): Io {
  const { stdout, stderr, env } = process
  const colour = Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
  // `taizhang … | head` closes the pipe early: that is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  const columns = stdout.isTTY ? Math.max(40, stdout.columns) : null
  return {
    out: (text) => void stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    err: (text) => void stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    interactive: Boolean(stderr.isTTY),
    width: columns ?? 100,
    tableWidth: columns ?? Number.POSITIVE_INFINITY,
    paint: (format, text) => (colour ? styleText(format, text) : text),
  }
}

/** The command line asks for something that cannot be meant: exit code 2. */
export class UsageError extends Error {}

/** Something outside the program failed (a file, a database): a message that says what to do, exit code 1. */
export class CommandError extends Error {}
