/** The terminal as a command sees it: where text goes, whether colours and progress are wanted, how wide a line may be, in which language. */
import { styleText } from 'node:util'
import { oneLine, visible } from '../../pipeline/characters.js'
import { type CliWords, cliWordsOf, type Lang } from '../words/index.js'
import { say } from '../words/say.js'

type Format = Parameters<typeof styleText>[0]

export interface Terminal {
  /** Text for people on standard output, made harmless: whatever a title or a file name holds, a terminal only shows it. */
  out(text: string): void
  /** A value as JSON on standard output, with what a terminal would act upon as escapes. */
  json(value: unknown): void
  /** Text for people on standard error, made harmless. */
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

export interface Io extends Terminal {
  lang: Lang
  /** What the command says, in its language. */
  words: CliWords
  /** An error or a note on standard error, behind the program's name; what is an error's sentence in English is put into the language. */
  note(text: string): void
}

/** The terminal of a person who reads this language. */
export const inLang = (terminal: Terminal, lang: Lang): Io => ({
  ...terminal,
  lang,
  words: cliWordsOf(lang),
  note: (text) => terminal.err(`taizhang: ${say(text, lang)}`),
})

/** The codes of colour and weight that this program has printed: the only ones that pass. */
const ownCodes = new Set<string>()
const code = /\u001b\[[\d;]*m/g

const painted = (format: Format, text: string): string => {
  // The stream is looked at by the caller, and NO_COLOR too.
  const styled = styleText(format, text, { validateStream: false })
  for (const [one] of styled.slice(0, styled.indexOf(text)).matchAll(code)) ownCodes.add(one)
  for (const [one] of styled.slice(styled.indexOf(text) + text.length).matchAll(code)) ownCodes.add(one)
  return styled
}

/** The text as it may leave for a terminal: own colours pass, everything else that a terminal acts upon is made visible. */
export const harmless = (text: string): string => {
  let out = ''
  let at = 0
  for (const match of text.matchAll(code)) {
    if (!ownCodes.has(match[0])) continue
    out += visible(text.slice(at, match.index)) + match[0]
    at = match.index + match[0].length
  }
  return out + visible(text.slice(at))
}

/** JSON in which no character stands that a terminal would act upon; the same value to whoever parses it. */
export const harmlessJson = (value: unknown, indent = 2): string =>
  JSON.stringify(value, null, indent).replace(/[^\n\x20-\x7e]+/g, (run) =>
    visible(run) === run ? run : [...run].map((c) => (visible(c) === c ? c : [...c].flatMap(escapes).join(''))).join(''),
  )
const escapes = (c: string): string[] => c.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A name from outside (of a file, a member, a site) on one line. */
export const nameOf = oneLine

/** The process's own terminal. `NO_COLOR` (https://no-color.org), `TERM=dumb` and a pipe all mean plain text. */
export function openIo(): Terminal {
  const { stdout, stderr, env } = process
  const colour = Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
  // `taizhang … | head` closes the pipe early: that is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  const columns = stdout.isTTY ? Math.max(40, stdout.columns) : null
  const line = (text: string) => (text.endsWith('\n') ? text : `${text}\n`)
  return {
    out: (text) => void stdout.write(line(harmless(text))),
    json: (value) => void stdout.write(line(harmlessJson(value))),
    err: (text) => void stderr.write(line(harmless(text))),
    interactive: Boolean(stderr.isTTY),
    width: columns ?? 100,
    tableWidth: columns ?? Number.POSITIVE_INFINITY,
    paint: (format, text) => (colour ? painted(format, text) : text),
  }
}

/** The command line asks for something that cannot be meant: exit code 2. */
export class UsageError extends Error {}

/** Something outside the program failed (a file, a database): a message that says what to do, exit code 1. */
export class CommandError extends Error {}

/** The database itself is damaged: exit code 3. */
export class BrokenLedgerError extends CommandError {}
