#!/usr/bin/env node
// Makes the pictures of README.md, docs/img/*.png, from the project's own reports: `node scripts/screenshots.mjs`. Run `npm run build` first.
// It needs chromium and a font with Chinese letters (Debian: chromium fonts-noto-cjk).
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { start } from '../dist/output/serve/start.js'
import { openLedger } from '../dist/output/store/index.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

/** The first browser under its usual names. */
function browser() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

const executablePath = browser()
if (!executablePath) {
  console.error('screenshots: there is no chromium on this machine')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'taizhang-pictures-'))
try {
  const db = join(folder, 'ledger.db')
  const reports = readdirSync('fixtures')
    .filter((name) => existsSync(join('fixtures', name, 'about.json')))
    .flatMap((name) =>
      readdirSync(join('fixtures', name))
        .filter((file) => file.startsWith('report.'))
        .map((file) => join('fixtures', name, file)),
    )
  spawnSync(process.execPath, [join('bin', 'taizhang.js'), 'ingest', ...reports, '--db', db, '--quiet'], { stdio: 'ignore' })
  const ledger = openLedger(db, { readonly: true })
  const server = await start({ ledger, lang: 'zh', write: false, host: '127.0.0.1', port: 0, today: () => '2024-06-30' })
  const chrome = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const page = await chrome.newPage({ viewport: { width: 1040, height: 620 } })
  const key = ledger.reports({ report: 'fixtures/73-text-hard-values/report.txt' })[0].key
  mkdirSync(join('docs', 'img'), { recursive: true })
  for (const [name, path] of [
    ['overview', ''],
    ['report', `report/${key}`],
  ]) {
    await page.goto(new URL(path, server.url).href)
    const file = join('docs', 'img', `${name}.png`)
    await page.screenshot({ path: file })
    console.log(`${file}: ${Math.round(statSync(file).size / 1e3)} kB`)
  }
  await chrome.close()
  await server.close()
  ledger.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
