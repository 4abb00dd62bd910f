import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
/** What a test of pure functions has no use for: the program's outer rooms, processes, files that are written, the environment. */
const outer =
  /\/output\/|\/dist\/|helpers\/(?:command|stores|work)|child_process|worker_threads|process\.|writeFile|mkdtemp|vi\.|version\.js|pool\.js|layouts\//

const tests = readdirSync(`${root}tests`, { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts'))
const pure = tests.filter((name) => !outer.test(readFileSync(`${root}${name}`, 'utf8')))

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // On a machine that others load, making the tables of a ledger on a server takes seconds.
    hookTimeout: 60_000,
    // Whatever the language of the machine: what commands print is looked at in English, where a test asks for no other.
    env: { TAIZHANG_LANG: 'en' },
    setupFiles: ['tests/helpers/properties.ts'],
    pool: 'forks',
    // By itself it leaves one core to others: on two that is half the machine.
    maxWorkers: '100%',
    projects: [
      // Pure functions leave nothing behind: their tests share what is loaded, which takes longer than most of them.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'program',
          include: tests.filter((name) => !pure.includes(name)),
          globalSetup: ['tests/helpers/postgres-server.ts'],
        },
      },
    ],
  },
})
