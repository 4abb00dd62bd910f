#!/usr/bin/env node
// Looks for patterns whose matching time grows faster than their input: `npm run check:regex [-- --all] [-- PATTERN]`.
// Every regex of dist/ is taken, the literals from the modules' syntax trees and the ones built from lexicons by watching
// `RegExp` while the modules load and read the fixtures. A counted repetition such as {0,300} costs a constant and no power of the input, but
// is more than an automaton can hold, so recheck gets each pattern with its counts cut to three; what the counts cost is told by their product.
// Nothing is timed, and recheck's fuzzer is seeded and bounded by counts: the answer is the same on every machine.
// Exit 1 where a pattern is super-linear or its counts too large, and it is not in the table `bounded` below.
import { fork } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { check } from 'recheck'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/** Patterns that are super-linear but only ever run on short strings: the pattern, the most characters it can meet, and what bounds them. */
const bounded = [
  { source: '0+$', length: 15, why: 'decimals of a figure, fifteen at most' },
  { source: '\\B(?=(?:\\d{3})+$)', length: 310, why: 'a double has at most 309 digits before the point' },
]

/** What is left of a larger count. */
const few = 3
/** The two largest counts of a pattern multiply at worst where they stand side by side: so many steps for a character are borne. */
const mostSteps = 40_000

/** How many patterns recheck gets at a time. */
const workers = 2

/** recheck's limits, in counts and none in time. */
const limits = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  // its attacks are not run once more
  recallTimeout: -1,
  randomSeed: 1,
  attackLimit: 2_000_000,
  maxAttackStringSize: 20_000,
  incubationLimit: 10_000,
  maxIteration: 5,
  maxInitialGenerationSize: 100,
  maxGenerationSize: 50,
  mutationSize: 20,
  crossoverSize: 10,
}

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
  // what begins a thread cannot be loaded elsewhere; its patterns are read from its text
  for (const path of modules().filter((path) => !path.endsWith('worker.js'))) await import(pathToFileURL(path).href)
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

// ---- the check ----

/** Escapes and classes, which are passed over, and counted repetitions. */
const counts = /\\.|\[(?:\\.|[^\]\\])*\]|\{(\d+)(?:(,)(\d*))?\}/g

/** The pattern with its counts cut to `few`; an open end stays open. */
const cut = (source) =>
  source.replace(counts, (words, least, comma, most) => {
    if (least === undefined) return words
    const upper = most ? Math.min(Number(most), few) : ''
    return `{${Math.min(Number(least), few)}${comma ? `,${upper}` : ''}}`
  })

/** The product of the two largest counts. */
function steps(source) {
  const found = [...source.matchAll(counts)].filter(([, least]) => least !== undefined)
  const [first = 1, second = 1] = found.map(([, least, , most]) => Number(most || least)).sort((a, b) => b - a)
  return first * second
}

/** The answer of recheck on the cut pattern, kept for the patterns that differ in their counts alone. */
const answers = new Map()
const answerOn = (source, flags) => {
  const key = `/${source}/${flags}`
  if (!answers.has(key)) answers.set(key, check(source, flags, limits))
  return answers.get(key)
}

/** Patterns of which the answer is known, so that a check that finds nothing has proved that it can. */
const controls = [
  ['(?:a+)+$', 'super-linear'],
  ['x\\s*=\\s*[;,]?\\s*y', 'super-linear'],
  ['(?:增|增加)+(?![一-龥]*已)[一-龥]{1,8}$', 'super-linear'],
  ['.{0,300}甲.{0,300}乙', 'super-linear'],
  ['^[^。]{0,200}(?:问题|任务)[^。]{0,60}$', 'safe'],
  ['(?<=第)\\d{1,4}(?=条)', 'safe'],
]

/** `safe`, `bounded` by the table, or `super-linear`, and why. */
async function judge({ source, flags }) {
  const inTable = bounded.some((entry) => entry.source === source)
  // a sticky pattern is tried at one place after the other, which is a search
  const { status, attack, error, complexity, checker } = await answerOn(cut(source), flags.replace('y', ''))
  const why = `${error?.kind ?? complexity?.summary}, ${checker}`
  if (status !== 'safe') return { verdict: inTable ? 'bounded' : 'super-linear', why, attack }
  if (steps(source) > mostSteps)
    return { verdict: inTable ? 'bounded' : 'super-linear', why: `counts of ${steps(source)} steps` }
  return { verdict: 'safe', why }
}

async function main() {
  const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean' } } })
  const started = Date.now()
  const all = await collect()
  const queue = positionals.length > 0 ? all.filter(({ source }) => positionals.some((part) => source.includes(part))) : all
  const found = { safe: 0, bounded: 0, 'super-linear': 0 }
  const worker = async (part) => {
    for (const one of queue.filter((_, i) => i % workers === part)) one.judged = await judge(one)
  }
  await Promise.all(Array.from({ length: workers }, (_, part) => worker(part)))
  for (const { source, flags, files, judged } of queue) {
    const { verdict, why, attack } = judged
    found[verdict]++
    if (verdict !== 'super-linear' && !options.all) continue
    const shown = source.length > 160 && !options.all ? `${source.slice(0, 160)}…` : source
    const attacked = attack ? `\n  ${attack.pattern}` : ''
    console.log(`${verdict} (${why}): /${shown}/${flags}\n  ${[...files].join(' ').replaceAll('.js', '.ts')}${attacked}`)
  }
  for (const [source, known] of controls) {
    const { verdict } = await judge({ source, flags: '' })
    if (verdict === known) continue
    console.log(`the check itself is wrong: /${source}/ is ${known}, not ${verdict}`)
    found['super-linear']++
  }
  for (const { source } of bounded)
    if (!all.some((one) => one.source === source)) console.log(`no longer there, take it out of the table: /${source}/`)
  const told = Object.entries(found).map(([name, n]) => `${n} ${name}`)
  console.log(`${queue.length} patterns: ${told.join(', ')}; ${((Date.now() - started) / 1000).toFixed(0)} s`)
  process.exit(found['super-linear'] > 0 ? 1 : 0)
}

if (!existsSync(dist)) throw new Error('there is no dist/: run `npm run build` first')
await (process.argv.includes('--collect') ? collectBuilt() : main())
