// Loads the bundled program (dist/bundle, made by scripts/bundle.mjs) together with what V8 has compiled of it (made by scripts/warm.mjs):
// one file for hundreds of modules, and no function compiled at start. Where V8 is another than the one that made the code cache, it refuses
// the cache and compiles as ever. Node 20 keeps compiled code for no module by itself.
'use strict'
const { readFileSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')
const { isMainThread } = require('node:worker_threads')

// A report's rules are many and each of them runs little. By itself V8 begins to optimise functions and to compile patterns to machine code long
// before that is won back, takes most of a pattern's first run to shorten its bytecode, and clears its small first heap again and again while it
// fills. Set before anything is loaded, and here alone: the code cache holds for these settings and no others.
const settings = [
  // no later V8 has it, and each tells of a setting that it does not know
  ...(process.versions.node.startsWith('20.') ? ['--interrupt-budget=1000000'] : []),
  '--regexp-tier-up-ticks=8',
  '--no-regexp-peephole-optimization',
  '--semi-space-growth-factor=16',
]
if (isMainThread) for (const setting of settings) setFlagsFromString(setting)

const root = join(__dirname, '..')
const folder = join(root, 'dist/bundle')
const packages = createRequire(join(folder, 'main.cjs'))
/** Where a module stood before it was bundled: it may ask for files beside it. */
const moduleUrl = (path) => pathToFileURL(join(root, path)).href
/** A package that is no part of the bundle, loaded when it is needed. */
const importPackage = (id) => import(pathToFileURL(packages.resolve(id)).href)
/** The parts that are loaded, by file name. */
const parts = new Map()

const codeCache = (file) => {
  try {
    return readFileSync(`${file}.cache`)
  } catch {
    return undefined
  }
}

/** What the part exports. */
function load(name) {
  const known = parts.get(name)
  if (known) return known.module.exports
  const file = join(folder, name)
  const script = new Script(
    `(function (exports, require, module, moduleUrl, importPackage) {${readFileSync(file, 'utf8')}\n})`,
    {
      filename: file,
      cachedData: codeCache(file),
    },
  )
  const module = { exports: {} }
  parts.set(name, { script, module })
  const require = (id) => (id.startsWith('./') ? load(id.slice(2)) : packages(id))
  script.runInThisContext()(module.exports, require, module, moduleUrl, importPackage)
  return module.exports
}

/** Writes what V8 has compiled by now of each part that is loaded. */
function keep() {
  for (const [name, { script }] of parts) writeFileSync(join(folder, `${name}.cache`), script.createCachedData())
}

module.exports = { load, keep }
