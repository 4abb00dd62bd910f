/** The examples of docs/library.md, each run as a program that imports the built package by its name. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const docs = readFileSync(join(root, 'docs/library.md'), 'utf8')
const examples = docs.split(/^## /m).flatMap((section) => {
  const [, code, printed] = /```js\n([\s\S]*?)```\s+```text\n([\s\S]*?)```/.exec(section) ?? []
  return code && printed ? [{ name: section.split('\n', 1)[0] ?? '', code, printed }] : []
})

/** A folder inside the package, where its own name leads to it. */
const programs = join(root, 'out/library')
let cwd: string
beforeAll(() => {
  if (!existsSync(join(root, 'dist/output/library.js'))) throw new Error('the library is not built: npm run build')
  mkdirSync(programs, { recursive: true })
  cwd = mkdtempSync(join(tmpdir(), 'taizhang-library-'))
})
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true })
  rmSync(programs, { recursive: true, force: true })
})

const run = (file: string): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [join(programs, file)], { cwd, encoding: 'utf8' }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    )
    child.stdin?.end()
  })

describe('docs/library.md', () => {
  it('has examples', () => expect(examples.map(({ name }) => name)).toHaveLength(5))

  it.each(examples)(
    '$name',
    async ({ name, code, printed }) => {
      const file = `${name.replaceAll(' ', '-')}.mjs`
      writeFileSync(join(programs, file), code)
      expect(await run(file)).toEqual({ code: 0, out: printed, err: '' })
    },
    60_000,
  )

  it('names only what is exported', async () => {
    const names = [...(/\| to \| there is \|[\s\S]*?\n\n/.exec(docs)?.[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name)
    writeFileSync(
      join(programs, 'names.mjs'),
      `import * as all from 'taizhang'\nconsole.log(JSON.stringify(${JSON.stringify(names)}.filter((name) => !(name in all))))\n`,
    )
    expect(names.length).toBeGreaterThan(20)
    expect(await run('names.mjs')).toEqual({ code: 0, out: '[]\n', err: '' })
  })

  it('is required too', async () => {
    writeFileSync(
      join(programs, 'required.cjs'),
      `const { parseDate, openLedger } = require('taizhang')\nconst ledger = openLedger(':memory:')\nconsole.log(parseDate('2019年5月底').end, ledger.countItems())\nledger.close()\n`,
    )
    const { code, out } = await run('required.cjs')
    expect({ code, out }).toEqual({ code: 0, out: '2019-05-31 0\n' })
  })
})
