/** The commands as data: `main.ts` builds the command line from this table, and docs/cli.md is checked against it. */
import type { Io } from './io.js'

/** A command's work: positional arguments and options as typed, for the module to check; its result is the exit code. */
export type Run = (args: string[], options: unknown, io: Io) => Promise<number>

export interface CommandSpec {
  name: string
  /** Positional arguments in commander's notation. */
  args: string
  summary: string
  /** What a reader of `--help` must know beyond the summary. */
  description: string
  options: [flags: string, description: string][]
  examples: [command: string, comment: string][]
  /** Modules are loaded when their command runs: `parse` must not wait for SQLite. */
  load: () => Promise<{ run: Run }>
}

const db: [string, string] = ['--db <file>', 'the ledger, an SQLite database (default: taizhang.db)']
const json: [string, string] = ['--json', 'print JSON for a machine to read']
const quiet: [string, string] = ['--quiet', 'print results only: no summary, no progress, no notes']
const limits: [string, string][] = [
  ['--max-size <mb>', 'largest source taken, in MB (default: 64)'],
  ['--time-limit <seconds>', 'longest time for one file (default: 60)'],
]

export const COMMANDS: CommandSpec[] = [
  {
    name: 'parse',
    args: '<file>',
    summary: "print one report's record 解析一份报告",
    description: `Reads one report (a file, or - for standard input) and prints its record on standard output.
Exit code 1 where the record has a diagnostic of severity error; it is printed all the same.`,
    options: [
      ['--format <format>', 'json, yaml, or table for people (default: json)'],
      ['--explain', 'print the evidence for the layout instead of the record'],
      ...limits,
      quiet,
    ],
    examples: [
      ['taizhang parse report.txt', ''],
      ['taizhang parse report.txt --format table', 'for people'],
      ['taizhang parse report.txt --explain', 'why it was read as it was'],
      ['cat report.txt | taizhang parse - | jq .items[0].problem.text', ''],
    ],
    load: () => import('./parse.js'),
  },
  {
    name: 'schema',
    args: '',
    summary: "print the record's JSON Schema 记录的JSON Schema",
    description: 'Prints the JSON Schema (draft 2020-12) of what `taizhang parse` prints.',
    options: [],
    examples: [['taizhang schema > report.schema.json', '']],
    load: () => import('./schema.js'),
  },
]
