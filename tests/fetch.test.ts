import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isAllowedAddress, isPublicAddress } from '../pipeline/addresses.js'
import { Fetcher, type FetchOptions, USER_AGENT } from '../pipeline/fetch.js'
import { LIMITS } from '../pipeline/limits.js'

// A name that stands for a public host, so that a redirect from it into the private network can be tried.
vi.mock('../pipeline/addresses.js', async (load) => {
  const actual = await load<typeof import('../pipeline/addresses.js')>()
  const resolveHost: typeof actual.resolveHost = async (host, allowPrivate) =>
    host === 'public.test' ? { address: '127.0.0.1', family: 4 } : actual.resolveHost(host, allowPrivate)
  return { ...actual, resolveHost }
})

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

let server: Server
let base: string
let cacheDir: string
/** Paths in the order in which they were asked for, robots.txt left out. */
let asked: string[]
let headers: IncomingMessage['headers'][]
let routes: Record<string, Handler>

const text =
  (body: string, head: Record<string, string> = {}, status = 200): Handler =>
  (_request, response) => {
    response.writeHead(status, head).end(body)
  }

beforeEach(async () => {
  asked = []
  headers = []
  routes = {}
  cacheDir = await mkdtemp(join(tmpdir(), 'taizhang-fetch-'))
  server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path !== '/robots.txt') {
      asked.push(path)
      headers.push(request.headers)
    }
    const route = routes[path]
    if (route) void route(request, response)
    else response.writeHead(404).end('none')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await rm(cacheDir, { recursive: true })
})

const fetcher = (options: FetchOptions = {}) => new Fetcher({ allowPrivate: true, delayMs: 0, backoffMs: 1, ...options })
const body = async (path: string, options?: FetchOptions) =>
  Buffer.from((await fetcher(options).fetch(base + path)).bytes).toString('utf8')
const refusal = (code: string) => expect.objectContaining({ code })

describe('addresses', () => {
  test.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2001:0:1::1',
    'localhost',
    '',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

  test.each([
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '192.167.0.1',
    '2400:3200::1',
    '2606:4700::1111',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))
})

describe('with leave to fetch from private networks', () => {
  test.each(['127.0.0.1', '10.1.2.3', '192.168.1.1', '100.64.0.1', '::1', 'fc00::1', '8.8.8.8', '2400:3200::1'])(
    '%s is fetched from',
    (address) => expect(isAllowedAddress(address)).toBe(true),
  )

  test.each([
    '169.254.169.254',
    '169.254.0.1',
    '168.63.129.16',
    '100.100.100.200',
    'fe80::1',
    'fe80::a9fe:a9fe%eth0',
    'fd00:ec2::254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '::a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    '224.0.0.1',
    'ff02::1',
    '255.255.255.255',
  ])('%s is not', (address) => expect(isAllowedAddress(address)).toBe(false))

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://[::ffff:169.254.169.254]/',
    'http://2852039166/',
  ])('a redirect to %s is refused', async (location) => {
    routes['/out'] = text('', { location }, 302)
    await expect(body('/out')).rejects.toMatchObject({ code: 'address_refused', message: expect.stringContaining('never') })
  })
})

describe('private networks', () => {
  test.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '[::1]'])(
    '%s is refused',
    async (host) => {
      const port = new URL(base).port
      await expect(fetcher({ allowPrivate: false }).fetch(`http://${host}:${port}/a`)).rejects.toEqual(
        refusal('address_refused'),
      )
      expect(asked).toEqual([])
    },
  )

  test('a redirect into them is refused', async () => {
    const port = new URL(base).port
    routes['/out'] = text('', { location: `${base}/secret` }, 302)
    routes['/secret'] = text('secret')
    await expect(fetcher({ allowPrivate: false }).fetch(`http://public.test:${port}/out`)).rejects.toEqual(
      refusal('address_refused'),
    )
    expect(asked).toEqual(['/out'])
  })
})

test('a page is fetched with a name to it', async () => {
  routes['/a'] = text('整改方案')
  expect(await body('/a')).toBe('整改方案')
  expect(headers[0]).toMatchObject({ 'user-agent': USER_AGENT, host: new URL(base).host })
})

test.each(['ftp://example.com/a', 'file:///etc/passwd', 'http://', 'http://name:word@127.0.0.1/'])(
  '%s is no address to fetch',
  (url) => expect(fetcher().fetch(url)).rejects.toEqual(refusal('bad_url')),
)

describe('redirects', () => {
  test('are followed and counted', async () => {
    routes['/1'] = text('', { location: '2' }, 301)
    routes['/2'] = text('', { location: `${base}/3#part` }, 307)
    routes['/3'] = text('here')
    expect(await fetcher().fetch(`${base}/1`)).toMatchObject({ url: `${base}/3`, redirects: 2, cached: false })
  })

  test('end at the limit', async () => {
    routes['/loop'] = text('', { location: '/loop' }, 302)
    await expect(body('/loop')).rejects.toEqual(refusal('too_many_redirects'))
    expect(asked).toHaveLength(LIMITS.fetchRedirects + 1)
  })

  test('do not leave the web', async () => {
    routes['/file'] = text('', { location: 'file:///etc/passwd' }, 302)
    await expect(body('/file')).rejects.toEqual(refusal('bad_url'))
  })
})

describe('limits', () => {
  test('an announced size', async () => {
    routes['/big'] = text('x'.repeat(101))
    await expect(body('/big', { maxBytes: 100 })).rejects.toEqual(refusal('too_large'))
    expect(await body('/big', { maxBytes: 101 })).toHaveLength(101)
  })

  test('a size that is not announced', async () => {
    routes['/endless'] = async (_request, response) => {
      response.writeHead(200)
      while (!response.destroyed) {
        response.write('x'.repeat(64))
        await sleep(1)
      }
    }
    await expect(body('/endless', { maxBytes: 1000 })).rejects.toEqual(refusal('too_large'))
  })

  test('a packed body that unpacks to more', async () => {
    routes['/bomb'] = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000)))
    }
    await expect(body('/bomb', { maxBytes: 100_000 })).rejects.toEqual(refusal('too_large'))
    expect(await body('/bomb', { maxBytes: 1_000_000 })).toHaveLength(1_000_000)
  })

  test('a server that says nothing', async () => {
    routes['/silent'] = () => {}
    await expect(body('/silent', { timeoutMs: 50 })).rejects.toEqual(refusal('timeout'))
    expect(asked).toHaveLength(LIMITS.fetchAttempts)
  })

  test.each([
    ['as it is', '', 'half'],
    ['packed', 'content-encoding: gzip\r\n', gzipSync('half').toString('latin1')],
    ['in chunks', 'transfer-encoding: chunked\r\n', '4\r\nhalf\r\n'],
  ])('a body that breaks off before its announced end is not taken for whole: %s', async (_name, head, sent) => {
    const length = head.includes('chunked') ? '' : 'content-length: 1000\r\n'
    const cut = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', (request) => {
        const robots = request.toString().includes('/robots.txt')
        socket.end(
          Buffer.from(
            robots ? 'HTTP/1.1 404 None\r\ncontent-length: 0\r\n\r\n' : `HTTP/1.1 200 OK\r\n${length}${head}\r\n${sent}`,
            'latin1',
          ),
        )
      })
    })
    await new Promise<void>((ready) => cut.listen(0, '127.0.0.1', ready))
    try {
      await expect(fetcher().fetch(`http://127.0.0.1:${(cut.address() as AddressInfo).port}/a`)).rejects.toEqual(
        refusal('network'),
      )
    } finally {
      await new Promise((closed) => cut.close(closed))
    }
  })

  test('an address of unreasonable length', () =>
    expect(fetcher().fetch(`${base}/${'a'.repeat(5000)}`)).rejects.toEqual(refusal('bad_url')))

  test('a server that stops in the middle', async () => {
    routes['/half'] = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
    }
    await expect(body('/half', { timeoutMs: 50 })).rejects.toEqual(refusal('timeout'))
  })
})

describe('failures that may pass', () => {
  test.each([429, 503])('%i is tried again', async (status) => {
    let left = LIMITS.fetchAttempts - 1
    routes['/busy'] = (request, response) =>
      text(left-- > 0 ? 'busy' : 'done', { 'retry-after': '0' }, left >= 0 ? status : 200)(request, response)
    expect(await body('/busy')).toBe('done')
  })

  test.each([
    ['seconds', { 'retry-after': '120' }],
    ['seconds beyond any number of days', { 'retry-after': '120'.padStart(40, '0') }],
    ['a day', { 'retry-after': 'Fri, 01 Mar 2024 00:02:00 GMT', date: 'Fri, 01 Mar 2024 00:00:00 GMT' }],
  ])('a wait longer than one waits is told, and nothing is asked sooner: %s', async (_name, head) => {
    routes['/busy'] = text('', head, 429)
    await expect(body('/busy')).rejects.toMatchObject({ code: 'retry_later', message: expect.stringContaining('120 s') })
    expect(asked).toHaveLength(1)
  })

  test('a day that has passed is no wait', async () => {
    let left = 1
    const head = { 'retry-after': 'Fri, 01 Mar 2024 00:00:00 GMT', date: 'Fri, 01 Mar 2024 00:00:01 GMT' }
    routes['/busy'] = (request, response) => text('done', head, left-- > 0 ? 503 : 200)(request, response)
    expect(await body('/busy')).toBe('done')
  })

  test('a connection that breaks is tried again', async () => {
    let broken = false
    routes['/broken'] = (request, response) => {
      if (broken) return text('done')(request, response)
      broken = true
      request.socket.destroy()
    }
    expect(await body('/broken')).toBe('done')
  })

  test('and given up', async () => {
    routes['/down'] = text('', {}, 503)
    await expect(body('/down')).rejects.toMatchObject({ code: 'http_status', message: expect.stringContaining('503') })
    expect(asked).toHaveLength(LIMITS.fetchAttempts)
  })

  test.each([404, 403, 410])('%i is final', async (status) => {
    routes['/gone'] = text('', {}, status)
    await expect(body('/gone')).rejects.toEqual(refusal('http_status'))
    expect(asked).toHaveLength(1)
  })
})

describe('robots.txt', () => {
  const rules = (lines: string) => {
    routes['/robots.txt'] = text(lines)
  }

  test('is obeyed', async () => {
    rules('User-agent: *\nDisallow: /private/\n\nUser-agent: taizhang\nDisallow: /closed/')
    routes['/closed/a'] = text('no')
    routes['/private/a'] = text('yes')
    await expect(body('/closed/a')).rejects.toEqual(refusal('robots_disallow'))
    expect(asked).toEqual([])
    // The group that names the program stands in place of the one for all.
    expect(await body('/private/a')).toBe('yes')
  })

  test('is obeyed after a redirect', async () => {
    rules('User-agent: *\nDisallow: /closed/')
    routes['/open'] = text('', { location: '/closed/a' }, 302)
    await expect(body('/open')).rejects.toEqual(refusal('robots_disallow'))
    expect(asked).toEqual(['/open'])
  })

  test('that fails closes the site', async () => {
    routes['/robots.txt'] = text('', {}, 500)
    routes['/a'] = text('a')
    await expect(body('/a')).rejects.toEqual(refusal('robots_disallow'))
    expect(asked).toEqual([])
  })

  test('that is missing opens it', async () => {
    routes['/a'] = text('a')
    expect(await body('/a')).toBe('a')
  })

  test('is obeyed in its first 500 KiB where it is longer', async () => {
    const filler = `# ${'x'.repeat(97)}\n`.repeat(5200)
    rules(`User-agent: *\nDisallow: /closed/\n${filler}Disallow: /late/\n`)
    routes['/late/a'] = text('yes')
    await expect(body('/closed/a')).rejects.toEqual(refusal('robots_disallow'))
    expect(await body('/late/a')).toBe('yes')
  })

  test('is obeyed in whole lines where it is cut there', async () => {
    const head = 'User-agent: *\nDisallow: /closed/\n'
    const line = (rule: string, kept: number) => `${head}#${'x'.repeat(LIMITS.robotsBytes - head.length - kept - 2)}\n${rule}\n`
    // the limit falls behind “Disallow: /”, which would forbid everything, or behind “Allow: /”, which would allow it
    rules(line('Disallow: /late/', 'Disallow: /'.length))
    routes['/open'] = text('yes')
    expect(await body('/open')).toBe('yes')
    rules(line('Allow: /closed/not', 'Allow: /closed/'.length))
    routes['/closed/a'] = text('no')
    await expect(body('/closed/a')).rejects.toEqual(refusal('robots_disallow'))
  })

  test.each([
    ['plain', '', '\n'],
    ['behind many blanks', ' '.repeat(90), '\n'],
    ['behind a wide blank', '\u3000', '\n'],
    ['parted by carriage returns', '', '\r'],
  ])('with rules of many stars, %s, ends them at the ninth and forbids no less', async (_, lead, end) => {
    const stars = '*a'.repeat(12)
    rules(
      [
        'User-agent: *',
        `${lead}Disallow: /y${stars}$`,
        `${lead}Allow: /y${stars}$`,
        'Disallow: /z',
        `Allow: /z/open # ${'*'.repeat(12)}`,
        '',
      ].join(end),
    )
    routes['/z/open'] = text('yes')
    routes[`/y${'a'.repeat(7)}`] = text('yes')
    const one = fetcher()
    await expect(one.fetch(`${base}/y${'a'.repeat(12)}`)).rejects.toEqual(refusal('robots_disallow'))
    // cut behind its eighth letter, the rule forbids this too
    await expect(one.fetch(`${base}/y${'a'.repeat(8)}b`)).rejects.toEqual(refusal('robots_disallow'))
    expect((await one.fetch(`${base}/y${'a'.repeat(7)}`)).bytes).toHaveLength(3)
    expect((await one.fetch(`${base}/z/open`)).bytes).toHaveLength(3)
  })

  test('is asked for once a host', async () => {
    let times = 0
    routes['/robots.txt'] = (request, response) => {
      times++
      text('')(request, response)
    }
    routes['/a'] = text('a')
    routes['/b'] = text('b')
    const one = fetcher()
    await Promise.all([one.fetch(`${base}/a`), one.fetch(`${base}/b`), one.fetch(`${base}/a`)])
    expect(times).toBe(1)
  })
})

test('a host is asked for one thing at a time', async () => {
  let now = 0
  let most = 0
  const slow: Handler = async (request, response) => {
    most = Math.max(most, ++now)
    await sleep(10)
    now--
    text('done')(request, response)
  }
  routes = { '/a': slow, '/b': slow, '/c': slow }
  const one = fetcher()
  await Promise.all(['/a', '/b', '/c'].map((path) => one.fetch(base + path)))
  expect(most).toBe(1)
  expect(asked).toEqual(['/a', '/b', '/c'])
})

describe('cache', () => {
  const conditional =
    (tag: Record<string, string>): Handler =>
    (request, response) => {
      const fresh = request.headers['if-none-match'] ?? request.headers['if-modified-since']
      if (fresh !== undefined && Object.values(tag).includes(fresh)) response.writeHead(304, tag).end()
      else text('整改', tag)(request, response)
    }

  test.each([{ etag: '"1"' }, { 'last-modified': 'Fri, 01 Mar 2024 00:00:00 GMT' }])(
    'an unchanged page comes from it: %o',
    async (tag) => {
      routes['/a'] = conditional(tag)
      const first = await fetcher({ cacheDir }).fetch(`${base}/a`)
      const second = await fetcher({ cacheDir }).fetch(`${base}/a`)
      expect([first.cached, second.cached]).toEqual([false, true])
      expect(Buffer.from(second.bytes)).toEqual(Buffer.from(first.bytes))
    },
  )

  test('a changed page does not', async () => {
    routes['/a'] = conditional({ etag: '"1"' })
    await fetcher({ cacheDir }).fetch(`${base}/a`)
    routes['/a'] = text('改了', { etag: '"2"' })
    expect(await body('/a', { cacheDir })).toBe('改了')
  })

  test('a page without a mark is not kept', async () => {
    routes['/a'] = text('一')
    await fetcher({ cacheDir }).fetch(`${base}/a`)
    await fetcher({ cacheDir }).fetch(`${base}/a`)
    expect(headers.some((head) => 'if-none-match' in head || 'if-modified-since' in head)).toBe(false)
  })
})
