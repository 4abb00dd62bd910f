#!/usr/bin/env node
// Mutates modules and tells which changes no test notices: `npm run mutants -- values [--sample 150 --seed 1] [--jobs 1]`, where the room is one of
// those below, or globs of its own: `npm run mutants -- 'parsers/values/calendar.ts' --tests 'tests/dates.test.ts,…'`.
// A room has thousands of mutants, which take a day; `--sample N` takes N of them by chance, the same for the same seed. Every mutant runs the tests that
// reach it. Run `npm run build` before. Not part of CI; docs/mutants.md has what it gave.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'

const named = (names) => names.split(' ').map((name) => `tests/${name}.test.ts`)
/** The tests of a report as a whole: what a wrong stage does shows there. The slow ones stand last: a mutant that another test notices never gets to them. */
const whole = 'readings chapters mention-spans beginnings layouts/cover fixtures'
/** Rooms whose mutants are looked at, with the tests that are to tell them. */
const rooms = {
  tokens: { mutate: ['parsers/tokens/**/*.ts'], tests: named(`marks labels tokens ${whole}`) },
  structure: {
    mutate: ['parsers/structure/**/*.ts'],
    tests: named(
      `columns table-parts line-looks line-neighbours line-roles line-rules lists tables-apart items-apart item-spans items-written tables-written tables labels ${whole}`,
    ),
  },
  fields: {
    mutate: ['parsers/fields/**/*.ts'],
    tests: named(
      `fields-written actions deadline declared head parties parties-written party-regions regions status status-written values-written limits-in-reports items-written tables-written ${whole}`,
    ),
  },
  values: {
    mutate: ['parsers/values/**/*.ts'],
    tests: named(
      'bodies date-forms dates numerals quantities quantity-forms references regions sentences targets units values values-written values-told-apart',
    ),
  },
  store: {
    // migrations are SQL
    mutate: ['output/store/*.ts', '!output/store/docs.ts', '!output/store/index.ts'],
    tests: named('counts store stores newcomers once versions links/ledger links/filters links/facts links/corrections'),
    // what Postgres does otherwise is told where there is one
    server: true,
  },
}

const { values: opt, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutate: { type: 'string', multiple: true, default: [] },
    tests: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
  },
})
const asked = [...positionals, ...opt.mutate]
if (asked.length === 0) {
  console.error(`Which modules? A room (${Object.keys(rooms).join(', ')}) or a path: npm run mutants -- values --sample 150`)
  process.exit(2)
}
const mutate = asked.flatMap((one) => rooms[one]?.mutate ?? one.split(','))
const tests = opt.tests?.split(',') ?? asked.flatMap((one) => rooms[one]?.tests ?? [])
if (asked.some((one) => rooms[one]?.server)) process.env.MUTANT_SERVER = '1'
if (tests.length > 0) process.env.MUTANT_TESTS = [...new Set(tests)].join(',')

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chance(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const inOrder = (a, b) =>
  a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : a.location.start.line - b.location.start.line || a.id - b.id

const nameOf = ({ fileName, location, mutatorName, replacement }) =>
  JSON.stringify([fileName, location, mutatorName, replacement])

/**
 * Stryker can be told files and ranges, not mutants. So it makes all mutants to draw from; then those in the ranges of the drawn ones, of which
 * the others are marked as left out. Code that holds few mutants is run in a fraction of the time.
 */
if (opt.sample !== undefined) {
  const core = createRequire(createRequire(import.meta.url).resolve('@stryker-mutator/core'))
  const { Instrumenter } = await import(pathToFileURL(core.resolve('@stryker-mutator/instrumenter')).href)
  const { instrument } = Instrumenter.prototype
  Instrumenter.prototype.instrument = async function (files, options) {
    const random = chance(Number(opt.seed))
    const { mutants } = await instrument.call(this, files, options)
    const drawn = mutants
      .filter(({ status }) => status === undefined)
      .sort(inOrder)
      .map((mutant) => [random(), mutant])
      .sort(([one], [other]) => one - other)
      .slice(0, Number(opt.sample))
      .map(([, mutant]) => mutant)
    console.log(`${drawn.length} of ${mutants.length} mutants, seed ${opt.seed}`)
    const names = new Set(drawn.map(nameOf))
    const ranges = (name) => drawn.filter(({ fileName }) => fileName === name).map(({ location }) => location)
    const made = await instrument.call(
      this,
      files.map((file) => ({ ...file, mutate: ranges(file.name).length > 0 && ranges(file.name) })),
      options,
    )
    for (const mutant of made.mutants) if (!names.has(nameOf(mutant))) mutant.status = 'Ignored'
    return made
  }
}

/**
 * What a module makes once and keeps (a table of regions) runs within the first test that asks for it, and by the count of the dry run that test alone
 * reaches it. So every mutant is asked of all tests of the files of which a test reaches it.
 */
const core = dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core'))
const planner = await import(pathToFileURL(join(core, 'mutants/mutant-test-planner.js')).href)
const { planMutant } = planner.MutantTestPlanner.prototype
planner.MutantTestPlanner.prototype.planMutant = function (mutant) {
  const { testsByMutantId, testsById } = this.testCoverage
  const fileOf = ({ id }) => id.split('#')[0]
  const files = new Set([...(testsByMutantId.get(mutant.id) ?? [])].map(fileOf))
  if (files.size > 0) testsByMutantId.set(mutant.id, new Set([...testsById.values()].filter((test) => files.has(fileOf(test)))))
  return planMutant.call(this, mutant)
}

const all = await new Stryker({
  mutate,
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutants.vitest.ts' },
  concurrency: Number(opt.jobs),
  reporters: ['progress-append-only'],
  // Biome takes no second configuration below its own
  ignorePatterns: ['.stryker-tmp', 'out', 'reports', 'biome.json'],
  // strings are mostly words of messages and of lexicons, which tests of their own read
  mutator: { excludedMutations: ['StringLiteral'] },
  // its own reader of a tsconfig does not know TypeScript 7, and Vitest needs none
  tsconfigFile: 'tsconfig.none.json',
  // it would read fixtures as text, in whatever encoding they are
  disableTypeChecks: false,
  // a machine that others load makes any test ten times as long
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 60,
  tempDirName: '.stryker-tmp',
  logLevel: 'error',
}).runMutationTest()

const results = all.filter(({ status }) => status !== 'Ignored')
const tell = ({ fileName, location, mutatorName, replacement, status }) =>
  `${fileName}:${location.start.line}:${location.start.column} ${status} ${mutatorName} → ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 90)}`
const count = (status) => results.filter((one) => one.status === status).length
for (const one of results) if (one.status === 'Survived' || one.status === 'NoCoverage') console.log(tell(one))
const caught = count('Killed') + count('Timeout')
const valid = caught + count('Survived') + count('NoCoverage')
console.log(
  `${results.length} mutants: ${count('Killed')} killed, ${count('Timeout')} timed out, ${count('Survived')} survived, ${count('NoCoverage')} reached by no test, ` +
    `${results.length - valid} invalid; ${((caught / Math.max(1, valid)) * 100).toFixed(1)} %`,
)
