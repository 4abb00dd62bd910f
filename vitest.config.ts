import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
/** What a test of pure functions has no use for: the program's outer rooms, processes, files that are written, the environment. */
const outer =
  /\/output\/|\/dist\/|helpers\/(?:command|stores|work)|child_process|worker_threads|process\.|writeFile|mkdtemp|vi\.|version\.js|pool\.js|layouts\//
/**
 * What changes the process itself for whatever comes after it: its modules, clock, environment, folder, listeners, user; and once the methods of
 * texts and patterns were watched (helpers/work), V8 runs every pattern the slow way.
 */
const changing = /\bvi\.(?:mock|stub|useFake)|\bprocess\.(?:chdir|listener)|\bprocess\.env\.\w+ = |helpers\/(?:root|work)/

const tests = readdirSync(`${root}tests`, { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts'))
const holding = (words: RegExp) => tests.filter((name) => words.test(readFileSync(`${root}${name}`, 'utf8')))
/** Has one pattern for all emoji, which V8 compiles the slow way in a process that has compiled many before. */
const large = /from 'string-width'/
const alone = [...new Set([...holding(changing), ...holding(large)])]
const program = holding(outer).filter((name) => !alone.includes(name))
const pure = tests.filter((name) => !alone.includes(name) && !program.includes(name))

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // On a machine that others load, making the tables of a ledger on a server takes seconds.
    hookTimeout: 60_000,
    // Whatever the language of the machine: what commands print is looked at in English, where a test asks for no other.
    env: { TAIZHANG_LANG: 'en' },
    setupFiles: ['tests/helpers/properties.ts'],
    pool: 'forks',
    // Two more than there are cores, for servers, queues and browsers are waited for; by itself it leaves one core to others.
    maxWorkers: availableParallelism() + 2,
    // Tests that leave nothing behind share what is loaded, which takes longer than most of them.
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: { name: 'program', include: program, isolate: false, globalSetup: ['tests/helpers/postgres-server.ts'] },
      },
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
    ],
  },
})
