/** The bundled program: the same records and the same version as the modules that it is made of, and never older than these. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLedger } from '../output/store/index.js'
import { parseReport } from '../pipeline/parse.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = join(root, 'dist/bundle')
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-bundle-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: dir })

describe('the program', () => {
  const main = (path: string, code: string, seconds: number) => {
    mkdirSync(join(dir, 'dist/output/cli'), { recursive: true })
    mkdirSync(join(dir, 'dist/bundle'), { recursive: true })
    writeFileSync(join(dir, path), code)
    utimesSync(join(dir, path), seconds, seconds)
  }
  beforeEach(() => {
    cpSync(join(root, 'bin'), join(dir, 'bin'), { recursive: true })
    writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
  })

  test.each([
    [1000, 'modules'],
    [2000, 'bundle'],
    [3000, 'bundle'],
  ])('takes the bundle of second %i beside modules of second 2000: %s', (seconds, taken) => {
    main('dist/output/cli/main.js', "export const main = () => console.log('modules')", 2000)
    main('dist/bundle/main.cjs', "exports.main = () => console.log('bundle')", seconds)
    expect(run(join(dir, 'bin/taizhang.js')).stdout).toBe(`${taken}\n`)
  })

  test('says which package it lacks', () => {
    main('dist/output/cli/main.js', '', 1)
    main('dist/bundle/main.cjs', "require('nowhere-to-be-found')", 2)
    expect(run(join(dir, 'bin/taizhang.js')).stderr).toBe(
      'taizhang: the package nowhere-to-be-found is not installed; run: npm ci\n',
    )
  })

  test('runs with a code cache that is not for this version of Node', () => {
    main('dist/output/cli/main.js', '', 1)
    main('dist/bundle/main.cjs', "exports.main = () => console.log('bundle')", 2)
    writeFileSync(join(dir, 'dist/bundle/main.cjs.cache'), 'of another machine')
    expect(run(join(dir, 'bin/taizhang.js'))).toMatchObject({ stdout: 'bundle\n', stderr: '' })
  })
})

describe('the bundle', () => {
  beforeEach(() => {
    if (!existsSync(join(bundle, 'main.cjs'))) throw new Error('the bundle is not built: npm run build')
  })

  // Small text is parsed at once, a page in the bundled thread.
  test.each(['01-city-plan/report.txt', '15-html-county-checklist/report.html'])(
    'gives the record of %s, and the parser version of the modules',
    async (name) => {
      const path = join(root, 'fixtures', name)
      const bytes = readFileSync(path)
      const { report } = await parseReport(bytes, path)
      const program = join(dir, 'program.cjs')
      writeFileSync(
        program,
        `require(${JSON.stringify(join(root, 'bin/bundle.cjs'))}).load('main.cjs').main(process.argv.slice(2)).then((code) => { process.exitCode = code })`,
      )
      const said = run(program, 'parse', path)
      expect(said.stderr).toBe('')
      expect(JSON.parse(said.stdout)).toEqual(report)
      expect(run(program, 'ingest', path, '--db', join(dir, 'ledger.db'), '--quiet')).toMatchObject({ status: 0, stderr: '' })
      const ledger = openLedger(join(dir, 'ledger.db'))
      const { parserVersion } = await import(pathToFileURL(join(root, 'dist/pipeline/version.js')).href)
      expect(ledger.known(report.document.id)).toEqual({ parserVersion: parserVersion(), state: 'parsed' })
      ledger.close()
    },
  )

  test('hands on the licences of the packages in it', () => {
    const text = readFileSync(join(bundle, 'LICENSES.txt'), 'utf8')
    for (const name of ['zod', 'commander', 'cheerio']) expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
    // each block tells its licence, not the name alone
    for (const block of text.split(/^-{80}$/m)) expect(block.trim().split('\n').length, block.slice(0, 80)).toBeGreaterThan(3)
  })
})
