#!/usr/bin/env node
import { existsSync, statSync } from 'node:fs'
import module from 'node:module'

const modules = new URL('../dist/output/cli/main.js', import.meta.url)
const bundle = new URL('../dist/bundle/main.cjs', import.meta.url)

/** What is missing, as one sentence that says what to do; null where the program cannot tell. */
const missing = (error) => {
  if (!existsSync(modules)) return 'it is not built; run: npm run build'
  const name = /MODULE_NOT_FOUND$/.test(error?.code) && /(?:package|module) '([^'./][^']*)'/.exec(error.message)?.[1]
  return name ? `the package ${name} is not installed; run: npm ci` : null
}

const written = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN

/** The bundled program starts in a third of the time; modules that were built after it are newer, and are taken instead. */
const program = () =>
  written(bundle) >= written(modules)
    ? module
        .createRequire(import.meta.url)('./bundle.cjs')
        .load('main.cjs')
    : import('../dist/output/cli/main.js')

// Node 22 and later keep the compiled modules of packages, which makes the next start faster.
module.enableCompileCache?.()
try {
  const { main } = await program()
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const why = missing(error)
  if (!why) throw error
  console.error(`taizhang: ${why}`)
  process.exitCode = 1
}
