#!/usr/bin/env node
// Looks for patterns whose matching time grows faster than their input: `npm run check:regex [-- --all] [-- PATTERN]`.
// Every regex of dist/ is taken, the literals from the modules' syntax trees and the ones built from lexicons by watching
// `RegExp` while the modules load and read the fixtures. Each goes through recheck. Where that only measured (its fuzzer takes a counted
// repetition such as {0,300} for a polynomial) or could not decide, growing attack strings do.
// Exit 1 where a pattern is super-linear and not in the table `bounded` below.
import { fork } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createContext, Script } from 'node:vm'
import { check } from 'recheck'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/**
 * Patterns that are super-linear but only ever run on short strings: the pattern, the most characters it can meet, and what
 * bounds them. They must still be fast at that length.
 */
const bounded = [
  { source: '0+$', length: 15, why: 'decimals of a figure, fifteen at most' },
  { source: '\\B(?=(?:\\d{3})+$)', length: 310, why: 'a double has at most 309 digits before the point' },
]

/** How long recheck may think about one pattern, in milliseconds. */
const patience = 8000
/** The longest attack string. */
const longest = 96_000
/** How long it may take, in milliseconds; a linear pattern needs a few. */
const limit = 400

// ---- what there is ----

function modules(dir = dist) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return modules(path)
    // dist may hold what a module that is gone left behind
    const source = join(root, relative(dist, path)).replace(/\.js$/, '.ts')
    return path.endsWith('.js') && existsSync(source) ? [path] : []
  })
}

/** In a child process: every RegExp that our modules build while they load and while the fixtures are read. */
async function collectBuilt() {
  const built = []
  const native = globalThis.RegExp
  const watch = (pattern) => {
    const frame = new Error().stack?.split('\n').find((line) => line.includes('/dist/') && !line.includes('node_modules'))
    if (frame)
      built.push([
        pattern.source,
        pattern.flags,
        relative(dist, fileURLToPath(frame.replace(/.*(file:[^)]*?):\d+:\d+\)?$/, '$1'))),
      ])
    return pattern
  }
  globalThis.RegExp = new Proxy(native, {
    construct: (target, args) => watch(new target(...args)),
    apply: (target, _, args) => watch(target(...args)),
  })
  for (const path of modules()) await import(pathToFileURL(path).href)
  const { parseReport } = await import(pathToFileURL(join(dist, 'pipeline/parse.js')).href)
  const fixtures = join(root, 'fixtures')
  for (const name of readdirSync(fixtures)) {
    const folder = join(fixtures, name)
    const file = existsSync(join(folder, 'about.json')) && readdirSync(folder).find((f) => f.startsWith('report.'))
    if (file) await parseReport(readFileSync(join(folder, file)), file)
  }
  process.send(built, () => process.exit(0))
}

/** Every regex literal of a syntax tree. */
function* literals(node) {
  if (node === null || typeof node !== 'object') return
  if (node.type === 'Literal' && node.regex) yield [node.regex.pattern, node.regex.flags]
  for (const value of Object.values(node))
    yield* Array.isArray(value) ? value.flatMap((child) => [...literals(child)]) : literals(value)
}

async function collect() {
  const { parseAst } = await import('vitest/node')
  const found = new Map()
  const add = (source, flags, file) => {
    const key = `/${source}/${flags}`
    const known = found.get(key)
    if (known) known.files.add(file)
    else found.set(key, { source, flags, files: new Set([file]) })
  }
  for (const path of modules())
    for (const [source, flags] of literals(parseAst(readFileSync(path, 'utf8')))) add(source, flags, relative(dist, path))
  const built = await new Promise((done, fail) => {
    const child = fork(fileURLToPath(import.meta.url), ['--collect'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child.once('message', done)
    child.once('exit', (code) => fail(new Error(`the modules did not load (exit ${code})`)))
  })
  for (const [source, flags, file] of built) add(source, flags, file)
  return [...found.values()]
}

// ---- attack strings ----

const sandbox = createContext({})
const search = new Script(`
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null && pattern.global; match = pattern.exec(text)) if (match[0] === '') pattern.lastIndex++
`)

/** Milliseconds that one search through the text takes, all matches of a global pattern included; infinite where it does not end. */
function time(pattern, text) {
  sandbox.pattern = pattern
  sandbox.text = text
  const start = process.hrtime.bigint()
  try {
    search.runInContext(sandbox, { timeout: limit * 2 })
  } catch {
    return Number.POSITIVE_INFINITY
  }
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** An attack stretched to a length. */
const stretch = ({ pumps, suffix }, length) => {
  const share = Math.ceil(length / Math.max(1, pumps.length))
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(share / Math.max(1, pump.length)))).join('') + suffix
}

/** recheck's attack with other ends, and attacks of our own: runs of what the pattern itself names. */
function attacksOn(source, attack) {
  const plain = source.replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  const named = [...new Set(plain.replace(/\\[a-zA-Z]/g, '').match(/[^\\()[\]{}|?*+^$.:=!<>-]/gu) ?? [])].slice(0, 24)
  const ends = ['\0', '', ...named.map((end) => `\0${end}`), ...named]
  const pairs = named.slice(0, 10).flatMap((a) => named.slice(0, 10).map((b) => a + b))
  const common = [
    '1',
    ' ',
    '\n',
    'a',
    '一',
    '，',
    '（',
    '《',
    '“',
    '、',
    '1.',
    '一、',
    '（一）',
    '一是',
    '2024年',
    '1月1日',
    '县局',
  ]
  return [
    ...(attack ? [attack, ...ends.map((suffix) => ({ pumps: attack.pumps, suffix }))] : []),
    ...[...new Set([...common, ...named, ...pairs])].flatMap((pump) =>
      ['\0', '', named.at(-1) ?? ''].map((suffix) => ({ pumps: [{ prefix: '', pump }], suffix })),
    ),
  ]
}

/** The attack that takes longest at a length, and whether its time grows faster than the length. */
function worstOf(pattern, attacks, longest) {
  let worst = { ms: 0, grows: false, attack: attacks[0] }
  for (const attack of attacks) {
    const ms = time(pattern, stretch(attack, longest))
    if (ms > limit) return { ms, grows: true, attack }
    if (ms < limit / 8 || ms < worst.ms) continue
    const [a, b, c] = [16, 4, 1].map((part) => {
      const text = stretch(attack, longest / part)
      return Math.min(time(pattern, text), time(pattern, text), time(pattern, text))
    })
    worst = { ms: c, grows: c > b * 9 && b > a * 9, attack }
    if (worst.grows) break
  }
  return worst
}

// ---- the check ----

/** What recheck and the attack strings say of a pattern: `safe`, `counted` (repetition), `bounded`, `undecided` (no attack found) or `super-linear`. */
async function judge({ source, flags }) {
  // a sticky pattern is tried at one place after the other, which is a search
  const searching = flags.replace('y', '')
  const { status, attack, error, complexity } = await check(source, searching, { timeout: patience, attackTimeout: 1000 })
  if (status === 'safe') return { verdict: 'safe', why: complexity.summary }
  const why = error?.kind ?? complexity?.summary
  const allowed = bounded.find((entry) => entry.source === source)
  const certain = status === 'vulnerable' && complexity.isFuzz === false
  const worst = worstOf(
    new RegExp(source, searching),
    certain ? [attack] : attacksOn(source, attack),
    allowed?.length ?? longest,
  )
  if (allowed && !worst.grows) return { verdict: 'bounded', why, worst }
  if (certain || worst.grows) return { verdict: 'super-linear', why, worst }
  return { verdict: status === 'unknown' ? 'undecided' : 'counted', why, worst }
}

const show = ({ pumps, suffix }) =>
  [
    ...pumps.map(({ prefix, pump }) => `${prefix ? `${JSON.stringify(prefix)} + ` : ''}${JSON.stringify(pump)} × n`),
    JSON.stringify(suffix),
  ].join(' + ')

async function main() {
  const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } })
  const started = Date.now()
  const all = await collect()
  const queue =
    positionals.length > 0 ? all.filter(({ source }) => positionals.some((part) => source.includes(part))) : [...all]
  const count = queue.length
  const counts = { safe: 0, counted: 0, bounded: 0, undecided: 0, 'super-linear': 0 }
  const worker = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const from = Date.now()
      const { verdict, why, worst } = await judge(one)
      counts[verdict]++
      if (verdict !== 'super-linear' && !options.all) continue
      const { source, flags, files } = one
      const attack = worst?.attack ? `\n  ${show(worst.attack)}: ${worst.ms.toFixed(1)} ms` : ''
      const files_ = [...files].join(' ').replaceAll('.js', '.ts')
      console.log(
        `${verdict} (${why}, ${Date.now() - from} ms): /${source.length > 160 && !options.all ? `${source.slice(0, 160)}…` : source}/${flags}\n  ${files_}${attack}`,
      )
    }
  }
  await Promise.all(Array.from({ length: 3 }, worker))
  for (const { source } of bounded)
    if (!all.some((one) => one.source === source)) console.log(`no longer there, take it out of the table: /${source}/`)
  console.log(
    `${count} patterns: ${Object.entries(counts)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ')}; ${((Date.now() - started) / 1000).toFixed(0)} s`,
  )
  process.exit(counts['super-linear'] > 0 ? 1 : 0)
}

if (!existsSync(dist)) throw new Error('there is no dist/: run `npm run build` first')
await (process.argv.includes('--collect') ? collectBuilt() : main())
