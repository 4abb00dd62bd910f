#!/usr/bin/env node
import module from 'node:module'

// Node 22 and later keep the compiled modules, which makes the next start faster.
module.enableCompileCache?.()
const { main } = await import('../dist/output/cli/main.js')
process.exitCode = await main(process.argv.slice(2))
