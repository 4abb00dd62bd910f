import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprint, fingerprinted, parserVersion, VERSION } from '../pipeline/version.js'

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

describe('a copy of the parser', () => {
  let copy: string
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'taizhang-version-'))
    for (const room of ['parsers', 'pipeline']) cpSync(join(root, room), join(copy, room), { recursive: true })
    writeFileSync(join(copy, 'package.json'), '{"dependencies":{"reader":"^1.0.0"}}')
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

  test('has another fingerprint with another version of a package', () => {
    const before = fingerprint(copy)
    writeFileSync(join(copy, 'node_modules/reader/package.json'), '{"version":"1.0.1"}')
    expect(fingerprint(copy)).not.toBe(before)
  })
})

test('the version is the package’s with the fingerprint', () => {
  expect(parserVersion()).toMatch(new RegExp(`^${VERSION.replaceAll('.', '\\.')}\\+[0-9a-f]{8}$`))
})
