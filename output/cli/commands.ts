/** The commands as data: `main.ts` builds the command line from this table, and docs/cli.md is checked against it. */
import type { CommandSpec } from './command-spec.js'
import { LEDGER_COMMANDS } from './commands-ledger.js'
import { PAGE_COMMANDS } from './commands-pages.js'
import { PROBLEM_COMMANDS } from './commands-problems.js'
import { REPORT_COMMANDS } from './commands-reports.js'

export type { CommandSpec, Run } from './command-spec.js'

export const COMMANDS: readonly CommandSpec[] = [...REPORT_COMMANDS, ...PAGE_COMMANDS, ...PROBLEM_COMMANDS, ...LEDGER_COMMANDS]
