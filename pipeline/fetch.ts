/**
 * Fetches single pages and files that the user named, politely: one request at a time to a host and a pause between them,
 * robots.txt obeyed, nothing fetched twice that has not changed, and nothing that was not asked for.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pLimit, { type LimitFunction } from 'p-limit'
import robotsModule, { type default as robotsTypes } from 'robots-parser'
import { z } from 'zod'
import { SourceError } from '../parsers/readers/source-error.js'
import { get, type HttpAnswer, type HttpOptions } from './http.js'
import { LIMITS } from './limits.js'
import { VERSION } from './version.js'

export const USER_AGENT = `taizhang/${VERSION} (reads published rectification reports that its user names)`
/** The package is CommonJS and its types say otherwise: what Node gives as the default import is the function itself. */
const robotsParser = robotsModule as unknown as typeof robotsTypes.default
type Robot = ReturnType<typeof robotsParser>
/** The name by which a robots.txt addresses the program. */
const ROBOT = 'taizhang'

export interface FetchOptions {
  /** Folder for pages fetched before; null keeps none. */
  cacheDir?: string | null
  allowPrivate?: boolean
  maxBytes?: number
  timeoutMs?: number
  /** Pause between two requests to one host. */
  delayMs?: number
  /** First pause before another attempt; it doubles each time. */
  backoffMs?: number
}

export interface Fetched {
  bytes: Uint8Array
  /** The address that gave the bytes, after redirects. */
  url: string
  redirects: number
  /** The server said that the page has not changed since it was fetched last. */
  cached: boolean
}

const cacheSchema = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  sha256: z.string(),
})
type CacheEntry = z.infer<typeof cacheSchema>

/** How much of a body is taken. */
type Body = Pick<HttpOptions, 'maxBytes' | 'cut'>

interface Host {
  limit: LimitFunction
  /** When the next request may start, in milliseconds of the process's clock. */
  next: number
  delayMs: number
  robots: Promise<Robot | null> | null
}

export class Fetcher {
  readonly #options: Required<FetchOptions>
  readonly #hosts = new Map<string, Host>()

  constructor(options: FetchOptions = {}) {
    this.#options = {
      cacheDir: options.cacheDir ?? null,
      allowPrivate: options.allowPrivate ?? false,
      maxBytes: options.maxBytes ?? LIMITS.fileBytes,
      timeoutMs: options.timeoutMs ?? LIMITS.fetchSeconds * 1000,
      delayMs: options.delayMs ?? LIMITS.fetchDelayMs,
      backoffMs: options.backoffMs ?? LIMITS.fetchDelayMs,
    }
  }

  /** Fetches one address. Throws SourceError: those of `get`, and `bad_url`, `robots_disallow`, `http_status`, `retry_later`, `too_many_redirects`. */
  async fetch(address: string): Promise<Fetched> {
    let url = parseUrl(address)
    for (let redirects = 0; redirects <= LIMITS.fetchRedirects; redirects++) {
      await this.#obeyRobots(url)
      const stored = await this.#stored(url)
      const answer = await this.#attempt(url, conditions(stored?.entry), { maxBytes: this.#options.maxBytes })
      if (answer.status === 304 && stored) return { bytes: stored.bytes, url: url.href, redirects, cached: true }
      if (answer.status === 200) {
        await this.#store(url, answer)
        return { bytes: answer.body, url: url.href, redirects, cached: false }
      }
      url = redirectTarget(url, answer)
    }
    throw new SourceError('too_many_redirects', `${address} was redirected more than ${LIMITS.fetchRedirects} times`)
  }

  /** One request, and again where the failure may pass. */
  async #attempt(url: URL, headers: Record<string, string>, body: Body): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= LIMITS.fetchAttempts
      const pause = this.#options.backoffMs * 2 ** (attempt - 1)
      try {
        const answer = await this.#inTurn(url, headers, body)
        if (!passing.has(answer.status)) return answer
        const asked = retryAfter(answer)
        // Whoever is asked to wait longer than this waits, and does not ask sooner: the user may try again.
        if (asked !== null && asked > LIMITS.fetchMaxWaitMs)
          throw new SourceError(
            'retry_later',
            `${url.host} asks to wait ${Math.ceil(asked / 1000)} s (status ${answer.status}); try again then`,
          )
        if (last) return answer
        await sleep(Math.min(asked ?? pause, LIMITS.fetchMaxWaitMs))
      } catch (error) {
        const retry = error instanceof SourceError && (error.code === 'network' || error.code === 'timeout')
        if (last || !retry) throw error
        await sleep(Math.min(pause, LIMITS.fetchMaxWaitMs))
      }
    }
  }

  /** Waits for the host's turn and pause, then asks. */
  #inTurn(url: URL, headers: Record<string, string>, body: Body): Promise<HttpAnswer> {
    const host = this.#host(url)
    return host.limit(async () => {
      await sleep(Math.max(0, host.next - performance.now()))
      try {
        const { allowPrivate, timeoutMs } = this.#options
        const all = { 'user-agent': USER_AGENT, accept: '*/*', 'accept-encoding': 'gzip', ...headers }
        return await get(url, { headers: all, ...body, timeoutMs, allowPrivate })
      } finally {
        host.next = performance.now() + host.delayMs
      }
    })
  }

  #host(url: URL): Host {
    let host = this.#hosts.get(url.origin)
    if (!host) {
      host = { limit: pLimit(LIMITS.fetchPerHost), next: 0, delayMs: this.#options.delayMs, robots: null }
      this.#hosts.set(url.origin, host)
    }
    return host
  }

  async #obeyRobots(url: URL): Promise<void> {
    const host = this.#host(url)
    host.robots ??= this.#robots(url, host)
    const robots = await host.robots
    if (robots?.isAllowed(url.href, ROBOT) === false)
      throw new SourceError('robots_disallow', `${url.href} may not be fetched by programs: the site's robots.txt says so`)
  }

  /** RFC 9309: no such file allows everything, a server error nothing; of a file longer than 500 KiB the first 500 are obeyed. */
  async #robots(page: URL, host: Host): Promise<Robot | null> {
    let url = new URL('/robots.txt', page)
    for (let redirects = 0; redirects <= LIMITS.fetchRedirects; redirects++) {
      const answer = await this.#attempt(url, {}, { maxBytes: LIMITS.robotsBytes, cut: true }).catch((error: unknown) => {
        if (!(error instanceof SourceError) || error.code === 'address_refused' || error.code === 'retry_later') throw error
        throw new SourceError(
          error.code,
          `the robots.txt of ${page.host} cannot be read, so nothing is fetched there: ${error.message}`,
        )
      })
      if (answer.status === 200) {
        const robots = robotsParser(url.href, tamed(wholeLines(answer.body)))
        const delay = (robots.getCrawlDelay(ROBOT) ?? 0) * 1000
        host.delayMs = Math.min(Math.max(host.delayMs, delay), LIMITS.fetchMaxWaitMs)
        return robots
      }
      if (answer.status >= 500)
        throw new SourceError(
          'robots_disallow',
          `${page.host} does not say what programs may fetch: its robots.txt gives ${answer.status}`,
        )
      if (!isRedirect(answer)) return null
      url = redirectTarget(url, answer)
    }
    return null
  }

  #cacheFile(url: URL, suffix: string): string | null {
    const { cacheDir } = this.#options
    return cacheDir === null ? null : join(cacheDir, `${sha256(url.href)}.${suffix}`)
  }

  async #stored(url: URL): Promise<{ entry: CacheEntry; bytes: Uint8Array } | null> {
    const [meta, body] = [this.#cacheFile(url, 'json'), this.#cacheFile(url, 'body')]
    if (!meta || !body) return null
    try {
      const entry = cacheSchema.parse(JSON.parse(await readFile(meta, 'utf8')))
      const bytes = await readFile(body)
      // Two programs may have written at once; what does not fit together is fetched again.
      return entry.url === url.href && entry.sha256 === sha256(bytes) ? { entry, bytes } : null
    } catch {
      return null
    }
  }

  async #store(url: URL, { headers, body }: HttpAnswer): Promise<void> {
    const [meta, file] = [this.#cacheFile(url, 'json'), this.#cacheFile(url, 'body')]
    const { etag = null, 'last-modified': lastModified = null } = headers
    if (!meta || !file || (etag === null && lastModified === null)) return
    const entry: CacheEntry = { url: url.href, etag, lastModified, sha256: sha256(body) }
    try {
      await mkdir(this.#options.cacheDir ?? '', { recursive: true })
      for (const [path, data] of [
        [file, body],
        [meta, JSON.stringify(entry)],
      ] as const) {
        await writeFile(`${path}.${process.pid}`, data)
        await rename(`${path}.${process.pid}`, path)
      }
    } catch {
      // A cache that cannot be written costs another fetch next time, nothing more.
    }
  }
}

/** Statuses that may pass by themselves. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504])

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

function parseUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new SourceError('bad_url', `${address} is not an address of the web (http or https)`)
  if (address.length > LIMITS.addressLength) throw new SourceError('bad_url', `${url.host}: the address is too long`)
  // A password in an address would end up in the ledger as the report's source.
  if (url.username || url.password) throw new SourceError('bad_url', `${url.host}: an address with a user name is not taken`)
  url.hash = ''
  return url
}

const conditions = (entry: CacheEntry | undefined): Record<string, string> => ({
  ...(entry?.etag ? { 'if-none-match': entry.etag } : {}),
  ...(entry?.lastModified ? { 'if-modified-since': entry.lastModified } : {}),
})

const isRedirect = ({ status, headers }: HttpAnswer): boolean =>
  [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined

function redirectTarget(url: URL, answer: HttpAnswer): URL {
  const { location } = answer.headers
  if (!isRedirect(answer) || location === undefined || !URL.canParse(location, url.href))
    throw new SourceError('http_status', `${url.href} answered with status ${answer.status}`)
  return parseUrl(new URL(location, url).href)
}

/** Milliseconds that the server asks to wait (RFC 9110, 10.2.3): seconds, or a date, which is counted from the server's own where it tells it. */
function retryAfter({ headers }: HttpAnswer): number | null {
  const asked = headers['retry-after']?.trim()
  if (!asked) return null
  if (/^\d+$/.test(asked)) return Number(asked) * 1000
  const until = Date.parse(asked)
  if (Number.isNaN(until)) return null
  const told = Date.parse(headers.date ?? '')
  return Math.max(0, until - (Number.isNaN(told) ? Date.now() : told))
}

/** The text of a robots.txt; of one that was cut at the limit without its last line, half of which might allow or forbid what the whole does not. */
function wholeLines(body: Uint8Array): string {
  const text = Buffer.from(body).toString('utf8')
  if (body.length < LIMITS.robotsBytes) return text
  return text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
}

/** Stars of one rule that are looked at: the time of a match grows with each. */
const MAX_STARS = 8

/**
 * A robots.txt whose rules end at their ninth star: a rule that forbids then forbids more, and one that allows is left out. Lines
 * and their parts are told as the library tells them, so that no blank or line end hides a rule from the limit.
 */
const tamed = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(tamedLine)
    .join('\n')

function tamedLine(line: string): string {
  const [rule = ''] = line.split('#', 1)
  const parts = rule.split('*')
  if (parts.length <= MAX_STARS + 1) return rule
  const kind = rule.slice(0, rule.indexOf(':')).trim().toLowerCase()
  if (kind === 'allow') return ''
  return kind === 'disallow' ? parts.slice(0, MAX_STARS + 1).join('*') : rule
}
