/**
 * The binary fixtures are what their sources in tests/helpers/fixture-sources build.
 * `BUILD_FIXTURES=1 npx vitest run tests/build-fixtures.test.ts` writes them; expected.json is never written.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sources } from './helpers/fixture-sources/index.js'

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))
const writing = process.env.BUILD_FIXTURES === '1' && !process.env.CI

describe('binary fixtures', () => {
  for (const [name, build] of Object.entries(sources))
    it(`${name} is what its source builds`, async () => {
      const path = join(fixtures, name)
      const bytes = await build()
      if (writing) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, bytes)
      }
      expect(existsSync(path)).toBe(true)
      expect(Buffer.compare(readFileSync(path), bytes)).toBe(0)
    })
})
