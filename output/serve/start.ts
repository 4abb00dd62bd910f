/** Listens: on loopback, and elsewhere only with a token. */
import { randomBytes } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
import { serve } from '@hono/node-server'
import type { Ledger } from '../store/index.js'
import type { Lang } from '../words/index.js'
import { createApp } from './app.js'

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

/** Whoever opens the pages first should not wait for what has to be counted once. What fails here fails for the one who asks, and is told then. */
async function warm(get: (path: string) => Response | Promise<Response>, isOpen: () => boolean): Promise<void> {
  for (const path of ['/', '/items', '/due', '/units', '/regions']) {
    await new Promise((next) => setImmediate(next))
    if (!isOpen()) return
    try {
      await get(path)
    } catch {
      return
    }
  }
}

export function start({ ledger, lang, write, host, port, today }: StartOptions): Promise<Started> {
  const local = isLoopback(host)
  const token = local ? null : randomBytes(24).toString('base64url')
  const names = local
    ? ['localhost', '127.0.0.1', '::1', host]
    : host === '0.0.0.0' || host === '::'
      ? ['localhost', ...everyName()]
      : [host]
  const hosts = new Set<string>()
  const app = createApp({ ledger, lang, write, hosts, token, formToken: randomBytes(24).toString('base64url'), today })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, ({ port: given }) => {
      for (const name of names) {
        hosts.add(`${bracketed(name)}:${given}`)
        if (given === 80) hosts.add(bracketed(name))
      }
      const [name = 'localhost'] = hosts
      const headers = { host: name, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
      void warm(
        (path) => app.request(`http://${name}${path}`, { headers }),
        () => server.listening,
      )
      const shown = host === '0.0.0.0' || host === '::' ? hostname() : host
      resolve({
        url: `http://${bracketed(shown)}:${given}/${token === null ? '' : `?token=${token}`}`,
        close: () => new Promise((done, failed) => server.close((error) => (error ? failed(error) : done()))),
      })
    })
    server.on('error', reject)
  })
}
