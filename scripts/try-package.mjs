#!/usr/bin/env node
// Tries the package as a user gets it: `npm run try:package`. Packs it, installs the tarball into a new project as docs/library.md says (which compiles
// SQLite's native part and takes a minute or two), checks a strict TypeScript program against its types as ESM and as CommonJS, and runs both, and the command.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'taizhang-package-'))
const at = (...parts) => join(dir, ...parts)
const run = (command, args, cwd = dir) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 })
const expect = (what, is, wanted) => {
  if (is === wanted) return console.log(`ok    ${what}`)
  console.log(`FAULT ${what}\n  is     ${JSON.stringify(is)}\n  wanted ${JSON.stringify(wanted)}`)
  process.exitCode = 1
}

const body = `
async function main(): Promise<void> {
  const text = '东山县巡察整改情况\\n\\n一、账目不清（完成整改）\\n整改情况：已经核对。\\n二、会议记录不全（正在整改）\\n整改情况：正在补记。\\n'
  const { report }: { report: Report } = await parseReport(new TextEncoder().encode(text), 'list.txt')
  const ledger: Ledger = openLedger(':memory:')
  ledger.put(report, { parserVersion: parserVersion() })
  const filter: ItemFilter = { open: true, statuses: ['in_progress'] }
  const [item] = ledger.items(filter)
  const stage: Stage = () => (tree, file) => {
    for (const one of tree.data.items ?? []) if (one.status === null) file.message('no state')
  }
  const processor = createProcessor({ after: { fields: [stage] } })
  const again = await parseReport(new TextEncoder().encode(text), 'list.txt', { processor })
  const { files } = await exportLedger(ledger, { to: 'dataset', formats: ['csv', 'xlsx', 'parquet', 'datapackage'] })
  const taken: Ingested[] = await ingest(ledger, ['none.txt'])
  console.log(item?.problem, again.report.items.length, files.length > 50, taken[0]?.state, parseDate('2019年5月底')?.end, ledger.search('会议').length)
  ledger.close()
}
void main()
`
const names = 'createProcessor, exportLedger, ingest, openLedger, parseDate, parseReport, parserVersion'
const types = 'Ingested, ItemFilter, Ledger, Report, Stage'
const wanted = '会议记录不全 2 true failed 2019-05-31 1\n'
const compiler = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: 'ES2023',
  module: 'NodeNext',
  types: ['node'],
}

try {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', dir], root))
  writeFileSync(at('package.json'), JSON.stringify({ name: 'trial', private: true, type: 'module' }))
  const from = performance.now()
  run('npm', ['install', `./${filename}`, '--ignore-scripts', '--no-audit', '--no-fund'])
  run('node', ['node_modules/taizhang/scripts/postinstall.mjs'])
  console.log(
    `installed in ${((performance.now() - from) / 1000).toFixed(0)} s; ${readdirSync(at('node_modules')).length} folders in node_modules`,
  )
  // The compiler and Node's types are those of this project.
  for (const name of ['typescript', '@types/node', 'undici-types'])
    if (existsSync(join(root, 'node_modules', name)))
      cpSync(join(root, 'node_modules', name), at('node_modules', name), { recursive: true })
  if (existsSync(join(root, 'node_modules/@typescript')))
    cpSync(join(root, 'node_modules/@typescript'), at('node_modules/@typescript'), { recursive: true })
  writeFileSync(at('esm.ts'), `import { ${names} } from 'taizhang'\nimport type { ${types} } from 'taizhang'\n${body}`)
  writeFileSync(
    at('cjs.cts'),
    `import type { ${types} } from 'taizhang'\nimport taizhang = require('taizhang')\nconst { ${names} } = taizhang\n${body}`,
  )
  writeFileSync(at('tsconfig.json'), JSON.stringify({ compilerOptions: compiler, files: ['esm.ts', 'cjs.cts'] }))
  try {
    expect(
      'a strict TypeScript program, as ESM and as CommonJS',
      run('node', ['node_modules/typescript/bin/tsc', '-p', '.']),
      '',
    )
  } catch (error) {
    expect('a strict TypeScript program, as ESM and as CommonJS', error.stdout, '')
  }
  expect('import', run('node', ['esm.js']), wanted)
  expect('require', run('node', ['cjs.cjs']), wanted)
  writeFileSync(
    at('list.txt'),
    '东山县巡察整改情况\n\n一、账目不清（完成整改）\n整改情况：已经核对。\n二、会议记录不全（正在整改）\n整改情况：正在补记。\n',
  )
  run('node_modules/.bin/taizhang', ['ingest', 'list.txt', '--quiet'])
  const found = JSON.parse(run('node_modules/.bin/taizhang', ['search', '会议', '记录', '--json']))
  expect('the command', found.length, 1)
} finally {
  rmSync(dir, { recursive: true, force: true })
}
