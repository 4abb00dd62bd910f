/** Vitest for scripts/mutants.mjs: the tests that are to tell the mutants. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: (process.env.MUTANT_TESTS ?? 'tests/**/*.test.ts').split(','),
    // The first run counts what each test reaches, which takes several times as long.
    testTimeout: 300_000,
    pool: 'forks',
    env: { TAIZHANG_LANG: 'en', TAIZHANG_GOLD_ONLY: '1' },
    // What needs a server is left out.
    provide: { postgres: '' },
  },
})
