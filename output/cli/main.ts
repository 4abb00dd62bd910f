/** The command line: builds commander's program from the table of commands and turns every outcome into an exit code. */
import { parseArgs } from 'node:util'
import { Command, CommanderError, Help, InvalidArgumentError } from 'commander'
import { VERSION } from '../../pipeline/version.js'
import { type CommandWords, commandsZh } from '../words/commands-zh.js'
import { type Lang, langOf, langs } from '../words/index.js'
import { frameZh, helpZh } from '../words/options-zh.js'
import { say } from '../words/say.js'
import { COMMANDS, type CommandSpec } from './commands.js'
import { BrokenLedgerError, CommandError, type Io, inLang, openIo, type Terminal, UsageError } from './io.js'
import { width, wrap } from './layout.js'

/** Nothing is wrong. */
const OK = 0
/** The command ran, and something is wrong: a report failed, a total disagrees, a file cannot be read or written. */
const FAILED = 1
/** The ledger itself is damaged. */
const BROKEN = 3
/** The command line cannot be meant as it stands. */
const USAGE = 2

/** Runs the command line (without `node` and the script's name) on the process's terminal or another, and gives the exit code; it never throws. */
export async function main(argv: string[], terminal: Terminal = openIo()): Promise<number> {
  const io = inLang(terminal, langFor(argv))
  let code = OK
  const program = buildProgram(
    async (spec, args, options) => {
      code = await (await spec.load()).run(args, options, io)
    },
    io,
    io.lang,
  )
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
  io: Pick<Terminal, 'out' | 'err'> = openIo(),
  lang: Lang = 'en',
): Command {
  const words = help[lang]
  const program = new Command('taizhang')
    .description(words.description)
    .version(VERSION, '-V, --version', words.version)
    .option('--lang <lang>', words.lang, langOption)
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.helpCommand)
    .configureHelp({ helpWidth: 100, ...(lang === 'zh' ? chineseHelp : {}) })
    .showHelpAfterError(words.afterError)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(say(text, lang)) })
    .addHelpText('after', `\n${words.exitCodes}`)
  for (const spec of COMMANDS) {
    const { summary, description, options, examples } = wordsFor(spec, lang)
    const command = program.command(`${spec.name} ${spec.args}`.trim()).summary(summary).description(description)
    for (const [flags, text, several] of spec.options)
      if (several) command.option(flags, options[flags] ?? text, (value: string, before: string[] = []) => [...before, value])
      else command.option(flags, options[flags] ?? text)
    const lines = spec.examples.map(([line]) => (examples[line] ? `  ${line}   # ${examples[line]}` : `  ${line}`))
    command.addHelpText('after', `\n${words.examples}\n${lines.join('\n')}`)
    // `--lang` is an option of the whole command line; where a command has it too it is the same.
    command.action(() => act(spec, command.args, { ...program.opts(), ...command.opts() }))
  }
  return program
}

/** What the help says around the commands. */
const help: Record<Lang, typeof helpZh> = {
  en: {
    description: 'Turns published rectification reports (整改方案、清单、整改情况报告、销号公示) into a ledger (台账).',
    version: 'print the version',
    help: 'print help',
    helpCommand: 'print help for a command',
    lang: 'zh or en, for help, messages and pages (default: by TAIZHANG_LANG, LC_ALL or LANG)',
    afterError: 'Run the command with --help to see what it takes.',
    exitCodes:
      'Exit codes: 0 all is well, 1 something is wrong with a report, a file or the ledger, 2 wrong usage, 3 the ledger is damaged.',
    examples: 'Examples:',
  },
  zh: helpZh,
}

const wordsFor = (spec: CommandSpec, lang: Lang): CommandWords =>
  lang === 'zh'
    ? commandsZh[spec.name]
    : {
        summary: spec.summary,
        description: spec.description,
        options: Object.fromEntries(spec.options),
        examples: Object.fromEntries(spec.examples),
      }

const plainHelp = new Help()
const inChinese = (text: string): string => text.replace(/\[(?:options|command)\]/g, (word) => frameZh[word] ?? word)
/** Commander's help with its own words in Chinese, laid out by display width; Chinese has no blanks to wrap at. */
const chineseHelp: Partial<Help> = {
  styleTitle: (title) => frameZh[title] ?? title,
  commandUsage: (command) => inChinese(plainHelp.commandUsage(command)),
  subcommandTerm: (command) => inChinese(plainHelp.subcommandTerm(command)),
  displayWidth: width,
  boxWrap: (text, columns) => wrap(text, columns).join('\n'),
}

const langOption = (value: string): Lang => {
  const lang = langs.find((one) => one === value)
  if (lang === undefined) throw new InvalidArgumentError(`Expected ${langs.join(' or ')}.`)
  return lang
}

/** The language of all that is said: what `--lang` says anywhere before `--`, or the environment. It is needed before commander reads the arguments. */
function langFor(argv: string[]): Lang {
  const { lang } = parseArgs({
    args: argv,
    options: { lang: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  }).values
  return langs.find((one) => one === lang) ?? langOf(process.env)
}

function explain(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? OK : USAGE
  if (error instanceof UsageError) {
    io.note(error.message)
    return USAGE
  }
  if (error instanceof CommandError) {
    io.note(error.message)
    return error instanceof BrokenLedgerError ? BROKEN : FAILED
  }
  const text =
    error instanceof Error ? (process.env.TAIZHANG_DEBUG ? (error.stack ?? error.message) : error.message) : String(error)
  io.note(`unexpected error: ${text}\nThis is a defect of the program. TAIZHANG_DEBUG=1 prints where it happened.`)
  return FAILED
}
