#!/usr/bin/env node
// Builds the native add-on better-sqlite3 where no working binary is there.
// Its own install script asks GitHub for a prebuilt binary, which many machines cannot reach, so npm is told not to
// run it (allowScripts in package.json) and npm's own node-gyp compiles it here against the headers of this Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** The add-on, and a script that fails where it does not load. */
const addon = { name: 'better-sqlite3', probe: "new (require('better-sqlite3'))(':memory:').close()" }

/** The folder of a package, here or in the tree that this package was installed into. */
function folder(name) {
  for (let dir = root; ; dir = dirname(dir)) {
    const candidate = join(dir, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (dir === dirname(dir)) return null
  }
}

/** Node's headers, when they lie beside the binary or in a usual place and are of this very version; else null. */
function headers() {
  const prefix = dirname(dirname(process.execPath))
  for (const dir of [process.env.npm_config_nodedir, prefix, '/usr', '/usr/local']) {
    const file = dir && join(dir, 'include/node/node_version.h')
    if (!file || !existsSync(file)) continue
    const text = readFileSync(file, 'utf8')
    const part = (name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1]
    if (`v${part('MAJOR')}.${part('MINOR')}.${part('PATCH')}` === process.version) return dir
  }
  return null
}

/** The node-gyp that npm brings along. */
function nodeGyp() {
  const npm = process.env.npm_execpath && dirname(dirname(process.env.npm_execpath))
  const places = [
    npm,
    join(dirname(dirname(process.execPath)), 'lib/node_modules/npm'),
    '/usr/lib/node_modules/npm',
    '/usr/share/nodejs/npm',
  ]
  for (const place of places) {
    const file = place && join(place, 'node_modules/node-gyp/bin/node-gyp.js')
    if (file && existsSync(file)) return file
  }
  return null
}

const loads = ({ probe }) => spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0

function compile(dir) {
  const gyp = nodeGyp()
  if (!gyp) return Promise.resolve({ ok: false, log: 'node-gyp was not found beside npm' })
  const nodedir = headers()
  const args = [gyp, 'rebuild', '--release', '--jobs=max', ...(nodedir ? [`--nodedir=${nodedir}`] : [])]
  return new Promise((done) => {
    let log = ''
    const child = spawn(process.execPath, args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        log = (log + chunk).slice(-4000)
      })
    child.on('error', (error) => done({ ok: false, log: String(error) }))
    child.on('close', (code) => done({ ok: code === 0, log }))
  })
}

async function ensure() {
  const dir = folder(addon.name)
  if (loads(addon)) return true
  const { ok, log } = await compile(dir)
  if (ok && loads(addon)) return true
  const why = log.trim().split('\n').slice(-8).join('\n')
  console.error(
    `taizhang: ${addon.name} could not be built. It needs a C++ compiler, make and python3 (Debian: apt-get install g++ make python3).\n${why}`,
  )
  return false
}

/** npm links the commands of a project's dependencies, not its own; in a checkout `npx taizhang` is to work too. */
function linkOwnCommand() {
  const bin = join(root, 'node_modules/.bin')
  if (!existsSync(join(root, 'node_modules')) || existsSync(join(bin, 'taizhang'))) return
  mkdirSync(bin, { recursive: true })
  try {
    symlinkSync('../../bin/taizhang.js', join(bin, 'taizhang'))
  } catch {
    console.warn('taizhang: the command could not be linked; use `node bin/taizhang.js` instead of `npx taizhang`.')
  }
}

/** What Node compiles of the program is kept for the next start; without it each start compiles, so that it may fail. */
const warm = () => spawnSync(process.execPath, [join(root, 'scripts/warm.mjs')], { cwd: root, stdio: 'ignore' })

if (folder(addon.name)) {
  linkOwnCommand()
  if (await ensure()) warm()
  else process.exitCode = 1
}
