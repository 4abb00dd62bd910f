/** Listens: on loopback, and elsewhere only with a token. */
import { randomBytes } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
import { serve } from '@hono/node-server'
import type { Ledger } from '../store/index.js'
import type { Lang } from '../words/index.js'
import { createApp } from './app.js'
import { Server } from './context.js'

export interface StartOptions {
  ledger: Ledger
  lang: Lang
  write: boolean
  /** Address to listen on. */
  host: string
  /** 0: one that is free. */
  port: number
  today: () => string
}

export interface Started {
  /** Where the pages are, with the token where one is needed. */
  url: string
  close: () => Promise<void>
}

const isLoopback = (host: string): boolean => /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/i.test(host)
const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host).toLowerCase()

/** Names under which this machine is reached where it listens on all of its addresses. */
const everyName = (): string[] => [
  hostname(),
  ...Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address.split('%')[0] ?? address)),
]

/** How often is looked whether another program has changed the ledger, in milliseconds. */
const LOOK = 2_000

/**
 * Pages are asked for once before anybody else does, so that what has to be counted is counted: at the start, and when the ledger has changed and
 * is at rest again. What fails here fails for the one who asks, and is told then.
 */
function warmer(get: (path: string) => Response | Promise<Response>, stateOf: () => string) {
  let warmed = ''
  let seen = ''
  const warm = async (): Promise<void> => {
    warmed = stateOf()
    for (const path of ['/', '/items', '/due', '/units', '/regions', '/reports'])
      try {
        await get(path)
        await new Promise((next) => setImmediate(next))
      } catch {
        return
      }
  }
  const look = (): void => {
    try {
      const state = stateOf()
      if (state === seen && state !== warmed) void warm()
      seen = state
    } catch {
      // The ledger is away for a moment.
    }
  }
  return { warm, look }
}

export async function start({ ledger, lang, write, host, port, today }: StartOptions): Promise<Started> {
  const local = isLoopback(host)
  const token = local ? null : randomBytes(24).toString('base64url')
  const names = local
    ? ['localhost', '127.0.0.1', '::1', host]
    : host === '0.0.0.0' || host === '::'
      ? ['localhost', ...everyName()]
      : [host]
  const hosts = new Set<string>()
  // A name for our own questions, which nobody else knows.
  const own = randomBytes(24).toString('hex')
  hosts.add(own)
  const options = { ledger, lang, write, hosts, token, formToken: randomBytes(24).toString('base64url'), today }
  const server = new Server(options)
  const app = createApp(options, server)
  const headers = { host: own, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
  const { warm, look } = warmer(
    (path) => app.request(`http://${own}${path}`, { headers }),
    () => `${server.state()} ${today()}`,
  )
  await warm()
  const looking = setInterval(look, LOOK).unref()
  return new Promise((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, hostname: host, port }, ({ port: given }) => {
      for (const name of names) {
        hosts.add(`${bracketed(name)}:${given}`)
        if (given === 80) hosts.add(bracketed(name))
      }
      const shown = host === '0.0.0.0' || host === '::' ? hostname() : host
      resolve({
        url: `http://${bracketed(shown)}:${given}/${token === null ? '' : `?token=${token}`}`,
        close: () => {
          clearInterval(looking)
          return new Promise((done, failed) => listening.close((error) => (error ? failed(error) : done())))
        },
      })
    })
    listening.on('error', (error) => {
      clearInterval(looking)
      reject(error)
    })
  })
}
