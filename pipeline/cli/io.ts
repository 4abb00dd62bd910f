/** The terminal as a command sees it: where text goes, whether colours and progress are wanted, how wide a line may be. */
import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

export interface Io {
  out(text: string): void
  err(text: string): void
  /** Standard error is a terminal: progress and summaries may go there. */
  interactive: boolean
  /** Columns of standard output; 100 where it is no terminal. */
  width: number
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
  return {
    out: (text) => void stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    err: (text) => void stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    interactive: Boolean(stderr.isTTY),
    width: stdout.isTTY ? Math.max(40, stdout.columns) : 100,
    paint: (format, text) => (colour ? styleText(format, text) : text),
  }
}

/** The command line asks for something that cannot be meant: exit code 2. */
export class UsageError extends Error {}

/** Something outside the program failed (a file, a database): a message that says what to do, exit code 1. */
export class CommandError extends Error {}
