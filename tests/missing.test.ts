import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openLedger } from '../output/store/index.js'

let why = ''
vi.mock('better-sqlite3', () => ({
  default: class {
    constructor() {
      throw Object.assign(new Error(why), why.includes('dlopen') ? { code: 'ERR_DLOPEN_FAILED' } : {})
    }
  },
}))

test.each([
  'Could not locate the bindings file. Tried: /a, /b',
  'dlopen(better_sqlite3.node): not a mach-o file',
  'The module was compiled against a different Node.js version',
])('an add-on that is not built is one sentence: %s', (message) => {
  why = message
  expect(() => openLedger(':memory:')).toThrow(
    expect.objectContaining({
      code: 'addon_missing',
      message: expect.stringMatching(/^[^\n]*node scripts\/postinstall\.mjs$/),
    }),
  )
})

describe('the command', () => {
  let dir: string
  const main = (code: string) => {
    mkdirSync(join(dir, 'dist/output/cli'), { recursive: true })
    writeFileSync(join(dir, 'dist/output/cli/main.js'), code)
  }
  const run = () => spawnSync(process.execPath, [join(dir, 'bin/taizhang.js')], { encoding: 'utf8' })
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'taizhang-bin-'))
    cpSync(fileURLToPath(new URL('../bin', import.meta.url)), join(dir, 'bin'), { recursive: true })
    writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  test('that is not built says how to build it', () =>
    expect(run()).toMatchObject({ status: 1, stdout: '', stderr: 'taizhang: it is not built; run: npm run build\n' }))

  test('that lacks a package says how to install it', () => {
    main("import 'nowhere-to-be-found'")
    expect(run()).toMatchObject({
      status: 1,
      stderr: 'taizhang: the package nowhere-to-be-found is not installed; run: npm ci\n',
    })
  })

  test('that fails otherwise hides nothing', () => {
    main("throw new Error('another reason')")
    expect(run().stderr).toContain('another reason')
  })
})
