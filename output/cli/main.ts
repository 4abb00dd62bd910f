/** The command line: builds commander's program from the table of commands and turns every outcome into an exit code. */
import { Command, CommanderError } from 'commander'
import { VERSION } from '../../pipeline/version.js'
import { COMMANDS, type CommandSpec } from './commands.js'
import { BrokenLedgerError, CommandError, type Io, openIo, UsageError } from './io.js'

/** Nothing is wrong. */
const OK = 0
/** The command ran, and something is wrong: a report failed, a total disagrees, a file cannot be read or written. */
const FAILED = 1
/** The ledger itself is damaged. */
const BROKEN = 3
/** The command line cannot be meant as it stands. */
const USAGE = 2

/** Runs the command line (without `node` and the script's name) on the process's terminal or another, and gives the exit code; it never throws. */
export async function main(argv: string[], io: Io = openIo()): Promise<number> {
  let code = OK
  const program = buildProgram(async (spec, args, options) => {
    code = await (await spec.load()).run(args, options, io)
  }, io)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    return explain(error, io)
  }
}

/** Commander's program; `act` does the work of a command. What commander prints goes through `io`, for arguments are words from outside too. */
export function buildProgram(
  act: (spec: CommandSpec, args: string[], options: unknown) => Promise<void>,
  io: Pick<Io, 'out' | 'err'> = openIo(),
): Command {
  const program = new Command('taizhang')
    .description('Turns published rectification reports (整改方案、清单、整改情况报告、销号公示) into a ledger (台账).')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ helpWidth: 100 })
    .showHelpAfterError('Run the command with --help to see what it takes.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .addHelpText(
      'after',
      '\nExit codes: 0 all is well, 1 something is wrong with a report, a file or the ledger, 2 wrong usage, 3 the ledger is damaged.',
    )
  for (const spec of COMMANDS) {
    const command = program.command(`${spec.name} ${spec.args}`.trim()).summary(spec.summary).description(spec.description)
    for (const [flags, text, several] of spec.options)
      if (several) command.option(flags, text, (value: string, before: string[] = []) => [...before, value])
      else command.option(flags, text)
    const examples = spec.examples.map(([line, comment]) => (comment ? `  ${line}   # ${comment}` : `  ${line}`))
    command.addHelpText('after', `\nExamples:\n${examples.join('\n')}`)
    command.action(() => act(spec, command.args, command.opts()))
  }
  return program
}

function explain(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? OK : USAGE
  if (error instanceof UsageError) {
    io.err(`taizhang: ${error.message}`)
    return USAGE
  }
  if (error instanceof CommandError) {
    io.err(`taizhang: ${error.message}`)
    return error instanceof BrokenLedgerError ? BROKEN : FAILED
  }
  const text =
    error instanceof Error ? (process.env.TAIZHANG_DEBUG ? (error.stack ?? error.message) : error.message) : String(error)
  io.err(`taizhang: unexpected error: ${text}\nThis is a defect of the program. TAIZHANG_DEBUG=1 prints where it happened.`)
  return FAILED
}
