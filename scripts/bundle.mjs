#!/usr/bin/env node
// Bundles the command line (dist/output/cli) and the parsing thread with the packages they use into dist/bundle, which bin/bundle.cjs loads;
// the last step of `npm run build`. Commands stay parts of their own that are loaded when they run. The library and everything that
// takes dist/ as modules is untouched.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const folder = join(dist, 'bundle')

/** Packages that stay as they are: native code, and those that read files of their own. */
const outside = ['better-sqlite3', 'minisearch', 'pdfjs-dist', 'pg', 'pg-boss']
const packageOf = (id) =>
  id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/')

/** Modules that look for a file beside them find the one of the bundle: the thread is bundled too. */
const standsAt = { 'dist/pipeline/pool.js': { path: 'bin/pool.js', replace: ["'./worker.js'", "'./worker.cjs'"] } }

/** commander loads what starts other programs as soon as it is loaded itself; no command here is one. */
const withoutPrograms = {
  name: 'without-programs',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/commander/lib/command.js')) return null
    const loaded = "const childProcess = require('node:child_process');"
    if (!code.includes(loaded)) throw new Error('commander no longer loads node:child_process as it did')
    return code.replace(loaded, '').replaceAll('childProcess.', "require('node:child_process').")
  },
}

/** What a script cannot do as a module does: tell where it stands, and import what is not in the bundle. bin/bundle.cjs does both for it. */
const asScript = {
  name: 'as-script',
  transform(code, id) {
    if (!id.startsWith(dist)) return null
    const path = relative(root, id).replaceAll('\\', '/')
    const { path: at = path, replace: [from, to] = ['', ''] } = standsAt[path] ?? {}
    if (!code.includes(from)) throw new Error(`${path} has no ${from}`)
    return code
      .replace(from, to)
      .replaceAll('import.meta.url', `moduleUrl(${JSON.stringify(at)})`)
      .replace(/\bimport\('([^'.][^']*)'\)/g, (all, name) =>
        outside.includes(packageOf(name)) ? `importPackage('${name}')` : all,
      )
  },
}

/** The licences of the packages that were bundled, which their terms ask to be handed on. */
function licences(modules) {
  const folders = new Map()
  for (const id of modules) {
    const end = id.lastIndexOf('/node_modules/')
    if (end < 0) continue
    const name = packageOf(id.slice(end + '/node_modules/'.length))
    folders.set(name, join(id.slice(0, end), 'node_modules', name))
  }
  return [...folders].sort().map(([name, at]) => {
    const { version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'))
    const file = readdirSync(at).find((one) => /^(?:licen[cs]e|copying)/i.test(one))
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(at, file), 'utf8').trim() : ''}\n`
  })
}

rmSync(folder, { recursive: true, force: true })
if (!existsSync(join(dist, 'output/cli/main.js'))) throw new Error('there are no modules to bundle; run: npm run build')
const bundle = await rolldown({
  input: {
    main: join(dist, 'output/cli/main.js'),
    worker: join(dist, 'pipeline/worker.js'),
    parser: join(dist, 'pipeline/parse.js'),
  },
  platform: 'node',
  external: (id) => id.startsWith('node:') || outside.includes(packageOf(id)),
  plugins: [withoutPrograms, asScript],
})
const { output } = await bundle.write({
  dir: folder,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  // Names stay, so that a stack of calls can be read.
  minify: { compress: false, mangle: false, codegen: true },
})
await bundle.close()
const modules = output.flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []))
writeFileSync(
  join(folder, 'LICENSES.txt'),
  licences(modules.map((id) => id.replaceAll('\\', '/'))).join(`\n${'-'.repeat(80)}\n\n`),
)
console.log(`bundled ${modules.length} modules into ${output.length} parts in ${relative(root, dirname(join(folder, 'x')))}`)
