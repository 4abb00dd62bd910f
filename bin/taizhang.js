#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

/** What is missing, as one sentence that says what to do; null where the program cannot tell. */
const missing = (error) => {
  if (!existsSync(new URL('../dist/output/cli/main.js', import.meta.url))) return 'it is not built; run: npm run build'
  const name = error?.code === 'ERR_MODULE_NOT_FOUND' && /package '([^']+)'/.exec(error.message)?.[1]
  return name ? `the package ${name} is not installed; run: npm ci` : null
}

// Node 22 and later keep the compiled modules, which makes the next start faster.
module.enableCompileCache?.()
try {
  const { main } = await import('../dist/output/cli/main.js')
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const why = missing(error)
  if (!why) throw error
  console.error(`taizhang: ${why}`)
  process.exitCode = 1
}
