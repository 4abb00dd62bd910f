import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    // On a machine that others load, making the tables of a ledger on a server takes seconds.
    hookTimeout: 60_000,
    // Whatever the language of the machine: what commands print is looked at in English, where a test asks for no other.
    env: { TAIZHANG_LANG: 'en' },
    pool: 'forks',
    globalSetup: ['tests/helpers/postgres-server.ts'],
  },
})
