#!/usr/bin/env node
// A script of the old kind, as bin/package.json says: Node starts it sooner than a module.
'use strict'
const { existsSync, statSync } = require('node:fs')
const nodeModule = require('node:module')
const { join } = require('node:path')

const modules = join(__dirname, '../dist/output/cli/main.js')
const bundle = join(__dirname, '../dist/bundle/main.cjs')

/** What is missing, as one sentence that says what to do; null where the program cannot tell. */
const missing = (error) => {
  if (!existsSync(modules)) return 'it is not built; run: npm run build'
  const name = /MODULE_NOT_FOUND$/.test(error?.code) && /(?:package|module) '([^'./][^']*)'/.exec(error.message)?.[1]
  return name ? `the package ${name} is not installed; run: npm ci` : null
}

const written = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN

/** The bundled program starts in a third of the time; modules that were built after it are newer, and are taken instead. */
const program = async () =>
  written(bundle) >= written(modules) ? require('./bundle.cjs').load('main.cjs') : import('../dist/output/cli/main.js')

async function start() {
  // Node 22 and later keep the compiled modules of packages, which makes the next start faster.
  nodeModule.enableCompileCache?.()
  try {
    const { main } = await program()
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    const why = missing(error)
    if (!why) throw error
    console.error(`taizhang: ${why}`)
    process.exitCode = 1
  }
}

start()
