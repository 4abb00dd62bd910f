// Runs a command of the program in this process and tells what it took; without one, what Node takes by itself.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const args = JSON.parse(process.argv[2] ?? 'null')
if (args !== null) {
  const { main } = createRequire(import.meta.url)('../bin/bundle.cjs').load('main.cjs')
  process.exitCode = await main(args)
}
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeFileSync(2, `\nBENCH ${JSON.stringify({ cpu: (user + system) / 1e6, mb: process.resourceUsage().maxRSS / 1024 })}`)
})
