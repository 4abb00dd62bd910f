/** docs/diagnostics.md is the table of diagnostics; every code is filed somewhere, and none twice. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { type DiagnosticCode, diagnosticSections, severityOf } from '../parsers/diagnostics.js'
import { note } from '../pipeline/tree.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const codes = Object.values(diagnosticSections).flatMap(({ codes }) => Object.keys(codes))

const page = () =>
  [
    '# Diagnostics',
    '',
    'What the program tells of a source or a report besides the record. This page is made from `parsers/diagnostics.ts`;',
    '`UPDATE=1 npx vitest run tests/diagnostics.test.ts` writes it anew.',
    '',
    '- **error**: something could not be read, the record is not whole. `parse` and `check` end with exit code 1.',
    '- **warning**: a person should look at the place.',
    '- **info**: something was left out or put right.',
    ...Object.values(diagnosticSections).flatMap(({ title, codes }) => [
      '',
      `## ${title}`,
      '',
      '| code | severity | meaning |',
      '|---|---|---|',
      ...Object.entries(codes).map(([code, { severity, en, zh }]) => `| \`${code}\` | ${severity} | ${en} · ${zh} |`),
    ]),
    '',
  ].join('\n')

describe('the table of diagnostics', () => {
  it('is docs/diagnostics.md', () => {
    const file = join(root, 'docs/diagnostics.md')
    if (process.env.UPDATE === '1' && !process.env.CI) writeFileSync(file, page())
    expect(readFileSync(file, 'utf8')).toBe(page())
  })

  it('has every code once', () => {
    expect([...codes].sort()).toEqual([...new Set(codes)].sort())
  })

  it('has no code that nothing files', () => {
    const sources = ['parsers', 'pipeline', 'output'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && name !== 'diagnostics.ts')
        .map((name) => readFileSync(join(root, room, name), 'utf8')),
    )
    expect(codes.filter((code) => !sources.some((text) => text.includes(`'${code}'`)))).toEqual([])
  })

  it('gives a message its severity and place', () => {
    const file = new VFile()
    const filed: [DiagnosticCode, boolean | undefined][] = [
      ['no_items', true],
      ['status_unknown', false],
      ['lines_joined', undefined],
    ]
    for (const [code] of filed) note(file, code, 'words', [3, 5])
    expect(file.messages.map(({ ruleId, fatal, place }) => [ruleId, fatal, place])).toEqual(
      filed.map(([code, fatal]) => [
        code,
        fatal,
        { start: { line: 1, column: 1, offset: 3 }, end: { line: 1, column: 1, offset: 5 } },
      ]),
    )
    expect(severityOf('no_items')).toBe('error')
  })
})
