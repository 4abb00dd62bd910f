#!/usr/bin/env node
// Mutates modules and tells which changes no test notices: `npm run mutants -- --mutate 'parsers/values/calendar.ts' [--tests 'tests/dates.test.ts,…'] [--jobs 1]`.
// Every mutant runs the tests that reach it; without --tests the whole suite is tried first, which takes minutes. Run `npm run build` before. Not part of CI.
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'

const { values: opt } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true },
    tests: { type: 'string' },
    jobs: { type: 'string', default: '1' },
  },
})
if (!opt.mutate) {
  console.error("Which modules? For example: npm run mutants -- --mutate 'parsers/values/calendar.ts'")
  process.exit(2)
}
if (opt.tests) process.env.MUTANT_TESTS = opt.tests

const results = await new Stryker({
  mutate: opt.mutate.flatMap((globs) => globs.split(',')),
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
  timeoutMS: 20_000,
  tempDirName: '.stryker-tmp',
  logLevel: 'error',
}).runMutationTest()

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
