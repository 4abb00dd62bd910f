/** Vitest for scripts/mutants.mjs: the tests that are to tell the mutants. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: (process.env.MUTANT_TESTS ?? 'tests/**/*.test.ts').split(','), testTimeout: 60_000, pool: 'forks' },
})
