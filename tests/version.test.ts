import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprint, fingerprinted, packagesIn, parserVersion, VERSION } from '../pipeline/version.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every module of ours that a module reaches, itself included: static and dynamic imports, and threads. */
function reached(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen
  seen.add(entry)
  const code = readFileSync(join(root, entry), 'utf8')
  for (const [, path = ''] of code.matchAll(/(?:from|import\(|import|new URL\()\s*'(\.[^']*)'/g)) {
    const target = relative(root, join(root, dirname(entry), path)).replace(/\.js$/, '.ts')
    if (/^(?:parsers|pipeline|output)\//.test(target)) reached(target, seen)
  }
  return seen
}

test('the version covers every module that a parsing thread reaches', () => {
  const modules = [...reached('pipeline/worker.ts')]
  expect(modules.length).toBeGreaterThan(100)
  expect(modules).toContain('pipeline/ocr.ts')
  expect(modules).toContain('pipeline/office.ts')
  const covered = new Set(fingerprinted(root))
  expect(modules.filter((name) => !covered.has(name))).toEqual([])
})

test('the version covers every package that a parsing thread imports', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const code = [...reached('pipeline/worker.ts')].map((name) => readFileSync(join(root, name), 'utf8')).join('\n')
  const named = Object.keys(dependencies).filter((name) =>
    ['from ', 'import(', 'resolve('].some((before) => code.includes(`${before}'${name}`)),
  )
  expect(named).toEqual(expect.arrayContaining(['cheerio', 'pdfjs-dist', 'unified', 'zod']))
  expect(named.filter((name) => !packagesIn(code).includes(name))).toEqual([])
})

describe('a copy of the parser', () => {
  let copy: string
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'taizhang-version-'))
    for (const room of ['parsers', 'pipeline']) cpSync(join(root, room), join(copy, room), { recursive: true })
    writeFileSync(join(copy, 'package.json'), '{"dependencies":{"reader":"^1.0.0","painter":"^1.0.0"}}')
    writeFileSync(join(copy, 'parsers/uses.ts'), "export { read } from 'reader/lib.js'\n")
    mkdirSync(join(copy, 'node_modules/reader'), { recursive: true })
    writeFileSync(join(copy, 'node_modules/reader/package.json'), '{"version":"1.0.0"}')
  })
  afterEach(() => rmSync(copy, { recursive: true }))

  test('has the same fingerprint, and another when any one module changes, comes or goes', () => {
    const before = fingerprint(copy)
    expect(fingerprint(copy)).toBe(before)
    // all go through one loop: one in ten stands for the others
    for (const name of fingerprinted(copy).filter((_, i) => i % 10 === 0)) {
      const path = join(copy, name)
      const content = readFileSync(path)
      writeFileSync(path, `${content}\n`)
      expect(fingerprint(copy), name).not.toBe(before)
      writeFileSync(path, content)
    }
    expect(fingerprint(copy)).toBe(before)
    writeFileSync(join(copy, 'pipeline/stages/another.ts'), '')
    expect(fingerprint(copy)).not.toBe(before)
  })

  test('has another fingerprint with another version of a package that a package uses, wherever that lies', () => {
    writeFileSync(
      join(copy, 'node_modules/reader/package.json'),
      '{"version":"1.0.0","dependencies":{"lexer":"1","reader":"1"}}',
    )
    const without = fingerprint(copy)
    const versions = ['node_modules/lexer', 'node_modules/reader/node_modules/lexer'].flatMap((place) =>
      ['1.0.0', '1.0.1'].map((version) => {
        mkdirSync(join(copy, place), { recursive: true })
        writeFileSync(join(copy, place, 'package.json'), `{"version":"${version}"}`)
        return fingerprint(copy)
      }),
    )
    expect(new Set([without, ...versions]).size).toBe(5)
  })

  test('has the same fingerprint whatever the packages that make no records', () => {
    const before = fingerprint(copy)
    mkdirSync(join(copy, 'node_modules/painter'), { recursive: true })
    writeFileSync(join(copy, 'node_modules/painter/package.json'), '{"version":"1.0.1"}')
    expect(fingerprint(copy)).toBe(before)
  })

  test('has another fingerprint with another version of a package', () => {
    const before = fingerprint(copy)
    writeFileSync(join(copy, 'node_modules/reader/package.json'), '{"version":"1.0.1"}')
    expect(fingerprint(copy)).not.toBe(before)
  })
})

test('the version is the package’s with the fingerprint', () => {
  expect(parserVersion()).toMatch(new RegExp(`^${VERSION.replaceAll('.', '\\.')}\\+[0-9a-f]{8}$`))
})
