/** Vitest for scripts/mutants.mjs: the tests that are to tell the mutants. */
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const include = (process.env.MUTANT_TESTS ?? 'tests/**/*.test.ts').split(',')
const placeOf = ({ moduleId }: TestSpecification): number => include.findIndex((name) => moduleId.endsWith(name))

/** One after the other as they were named, not the longest first: the first test that fails ends a mutant's run. */
class AsNamed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((one, other) => placeOf(one) - placeOf(other))
  }
}

export default defineConfig({
  test: {
    include,
    sequence: { sequencer: AsNamed },
    // The first run counts what each test reaches, which takes several times as long.
    testTimeout: 300_000,
    pool: 'forks',
    env: { TAIZHANG_LANG: 'en', TAIZHANG_MUTANTS: '1' },
    // One server for the whole run, where the room has tests that ask one; elsewhere they are left out.
    ...(process.env.MUTANT_SERVER === '1'
      ? { globalSetup: ['tests/helpers/postgres-server.ts'], hookTimeout: 300_000 }
      : { provide: { postgres: '' } }),
  },
})
