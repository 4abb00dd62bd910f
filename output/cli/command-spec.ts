/** What a command is, and the options that several have. */
import type { CommandName } from '../words/commands-zh.js'
import type { Io } from './io.js'

/** A command's work: positional arguments and options as typed, for the module to check; its result is the exit code. */
export type Run = (args: string[], options: unknown, io: Io) => Promise<number>

export interface CommandSpec {
  name: CommandName
  /** Positional arguments in commander's notation. */
  args: string
  summary: string
  /** What a reader of `--help` must know beyond the summary. */
  description: string
  /** `several`: the option may be given again. */
  options: [flags: string, description: string, several?: 'several'][]
  examples: [command: string, comment: string][]
  /** Modules are loaded when their command runs: `parse` must not wait for SQLite. */
  load: () => Promise<{ run: Run }>
}

export const db: [string, string] = [
  '--db <file>',
  'the ledger: an SQLite file, or postgres://USER:PASSWORD@HOST:PORT/DATABASE (default: taizhang.db)',
]
export const json: [string, string] = ['--json', 'print JSON for a machine to read']
export const quiet: [string, string] = ['--quiet', 'print results only: no summary, no progress, no notes']
export const lang: [string, string] = ['--lang <lang>', 'zh or en (default: by TAIZHANG_LANG, LC_ALL or LANG)']
export const limits: [string, string][] = [
  ['--max-size <mb>', 'largest source taken, in MB (default: 64)'],
  ['--time-limit <seconds>', 'longest time for one file (default: 60)'],
]

/** What list, search, due, digest and export are narrowed by; see filters.ts. */
export const reportFilters: CommandSpec['options'] = [
  ['--kind <kinds>', 'of plan, checklist, progress or unknown reports', 'several'],
  ['--region <names>', 'names or GB/T 2260 codes, with all below them; or part of a name', 'several'],
  ['--programme <types>', 'inspections: audit, discipline_inspection, central_environmental_inspection, …', 'several'],
  ['--round <numbers>', 'rounds of the inspection', 'several'],
  ['--year <years>', "years of the report's day; where it shows none, of its title", 'several'],
  ['--certainty <most>', 'of reports whose list of items is no surer than this, 0 to 1'],
]
export const itemFilters: CommandSpec['options'] = [
  ['--status <codes>', 'items with this status: completed, in_progress, …; none where the report does not say', 'several'],
  ['--open', 'what the newest report calls not yet done'],
  ['--closure <codes>', 'submitted, closed or none', 'several'],
  ['--unit <names>', 'with this body among the parties: part of the name, short or in full', 'several'],
  ['--role <role>', 'with --unit: in this role, such as lead_unit'],
  ['--due-from <day>', 'due on this day or later'],
  ['--due-to <day>', 'due on this day or earlier'],
  ['--text <words>', 'with all of these words in problem, goal, measures or progress'],
]
export const several =
  'Where an option takes several, give it again or put commas between. A report, region or body that the ledger does not know is an error (2).'
