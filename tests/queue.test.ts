/**
 * The queue on a real server. TAIZHANG_REPORTS (of TAIZHANG_PROBLEMS problems each), TAIZHANG_KILLS and TAIZHANG_RESTARTS make the run with kills
 * longer; TAIZHANG_PACE is how many times longer a worker is left alone than the second or three after which it is ended otherwise:
 * `TAIZHANG_REPORTS=100000 TAIZHANG_PROBLEMS=1 TAIZHANG_KILLS=30 TAIZHANG_RESTARTS=3 TAIZHANG_PACE=60 npx vitest run tests/queue.test.ts -t kills`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Document, Queue } from '../output/queue/queue.js'
import { dump, type Ledger, openLedger } from '../output/store/index.js'
import { LIMITS } from '../pipeline/limits.js'
import { runCommand } from './helpers/command.js'
import { writeNotices } from './helpers/notices.js'
import { type Server, startServer } from './helpers/postgres-server.js'
import { hasPostgres } from './helpers/stores.js'

const REPORTS = Number(process.env.TAIZHANG_REPORTS ?? 60)
const KILLS = Number(process.env.TAIZHANG_KILLS ?? 4)
const RESTARTS = Number(process.env.TAIZHANG_RESTARTS ?? 1)
const PROBLEMS = Number(process.env.TAIZHANG_PROBLEMS ?? 2)
const PACE = Number(process.env.TAIZHANG_PACE ?? 1)
const LIMIT_MS = 180_000 + REPORTS * 500

const command = fileURLToPath(new URL('../bin/taizhang.js', import.meta.url))
const reading = { fileBytes: 1024 * 1024, parseSeconds: 60, attachments: false, allowPrivate: false, index: true }

let dir: string
let server: Server | null
let ledgers = 0
let name: string
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-queue-'))
  // A server of its own, which is ended as by a loss of power; what it has written is on the disk.
  server = hasPostgres ? await startServer([]) : null
}, 60_000)
afterAll(async () => {
  await server?.stop()
  rmSync(dir, { recursive: true, force: true })
  // A server that has much to write ends when that is written.
}, LIMIT_MS)
beforeEach(() => {
  name = `${server?.url}?schema=ledger${++ledgers}`
})

const towns = '青岭县 白沙县 东河县 西河县 石桥市 南塘区 北塘区 枫林县 松岗县 龙泉县'.split(' ')
const compose = (nth: number): string => {
  const town = `${towns[nth % towns.length]}第${nth}片区`
  return `${town}生态环境保护督察整改方案

一、${town}河道排污口整治不到位，直排口${nth * 7 + 3}个。
整改目标：完成排污口整治。
整改措施：排查全部排污口，封堵违规排污口。
责任单位：${town}水利局
完成时限：2024年6月底

二、${town}生活垃圾填埋场管理粗放，积存渗滤液${nth * 13 + 40}吨。
整改目标：规范填埋作业。
整改措施：配备除臭设施。
责任单位：${town}住建局
完成时限：2024年12月底
`
}
const file = (title: string, text: string): Document => {
  const resolved = join(dir, title)
  writeFileSync(resolved, text)
  return { source: title, resolved }
}
const reports = (count: number, from = 0): Document[] =>
  Array.from({ length: count }, (_, nth) => file(`${from + nth}.txt`, compose(from + nth)))
const inJobs = (documents: readonly Document[], size: number): Document[][] =>
  Array.from({ length: Math.ceil(documents.length / size) }, (_, at) => documents.slice(at * size, (at + 1) * size))

/** Works with the queue of the ledger, which is made first. */
const withQueue = async <T>(use: (queue: Queue) => Promise<T>): Promise<T> => {
  openLedger(name).close()
  const queue = await Queue.open(name)
  try {
    return await use(queue)
  } finally {
    await queue.close()
  }
}
const linesOf = (): string[] => {
  const db = openLedger(name, { readonly: true })
  try {
    return [...dump(db)]
  } finally {
    db.close()
  }
}
const worker = (): ChildProcess =>
  spawn(process.execPath, [command, 'work', '--db', name, '--until-done', '--jobs', '1', '--json', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', (code) => resolve(code)))

describe.runIf(hasPostgres)('the queue', () => {
  it('takes what ingest puts in, and tells how it stands', async () => {
    const documents = reports(3)
    const gone = join(dir, 'gone.txt')
    const put = await runCommand(['ingest', ...documents.map(({ resolved }) => resolved), gone, '--queue', '--db', name])
    expect([put.code, put.out]).toEqual([1, expect.stringContaining('3 documents in 1 job')])
    expect((await runCommand(['queue', 'status', '--db', name, '--json'])).json).toMatchObject({
      waiting: 1,
      documents: { waiting: 3 },
    })
    expect(await runCommand(['work', '--db', name, '--until-done'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 documents, 0 failed'),
    })
    expect(await runCommand(['queue', 'status', '--db', name, '--json'])).toMatchObject({
      code: 0,
      json: { waiting: 0, running: 0, done: 1, dead: 0, lastMinute: 3, reasons: [] },
    })
    const db = openLedger(name, { readonly: true })
    expect(db.reports().map(({ source, items }) => [source, items])).toEqual(documents.map(({ resolved }) => [resolved, 2]))
    expect(db.faults()).toEqual([])
    db.close()
    // The same again changes nothing.
    const before = linesOf()
    await runCommand(['ingest', ...documents.map(({ resolved }) => resolved), '--queue', '--db', name, '--quiet'])
    await runCommand(['work', '--db', name, '--until-done', '--quiet'])
    expect(linesOf()).toEqual(before)
  })
  it('leaves out of index and links what it was told to leave out', async () => {
    const folder = join(dir, 'unindexed')
    writeNotices(folder, 6, 1)
    const counts = () => {
      const db = openLedger(name, { readonly: true })
      const sql = `SELECT (SELECT count(*) FROM reports) AS reports, (SELECT count(*) FROM search) AS found,
        (SELECT count(*) FROM link_reports) AS linked, (SELECT count(*) FROM links) AS links`
      const [row] = db.query(sql)
      db.close()
      return row
    }
    await runCommand(['ingest', folder, '--queue', '--no-index', '--db', name, '--quiet'])
    await runCommand(['work', '--db', name, '--until-done', '--quiet'])
    expect(counts()).toEqual({ reports: 6, found: 0, linked: 0, links: 0 })
    // Others that come later are linked among themselves.
    const [other] = reports(1)
    await runCommand(['ingest', other?.resolved ?? '', '--queue', '--db', name, '--quiet'])
    await runCommand(['work', '--db', name, '--until-done', '--quiet'])
    expect(counts()).toEqual({ reports: 7, found: 2, linked: 1, links: 0 })
    await runCommand(['index', '--db', name, '--quiet'])
    expect(counts()).toEqual({ reports: 7, found: 8, linked: 7, links: 3 })
  })
  it('is in Postgres alone', async () => {
    const lite = join(dir, 'lite.db')
    const [document] = reports(1)
    for (const args of [['ingest', document?.resolved ?? '', '--queue'], ['work'], ['queue', 'status']])
      expect(await runCommand([...args, '--db', lite])).toMatchObject({ code: 2, err: expect.stringContaining('postgres://') })
  })
  it('is fair to a small batch that comes after a large one', async () => {
    const [a, b, c, d] = reports(4)
    if (!a || !b || !c || !d) throw new Error('no reports')
    const order = await withQueue(async (queue) => {
      await queue.send([[a], [b], [c]], reading)
      await queue.send([[d]], reading)
      const taken: string[] = []
      for (let job = await queue.take(); job; job = await queue.take()) taken.push(job.documents[0]?.source ?? '')
      return taken
    })
    expect(order).toEqual(['0.txt', '3.txt', '1.txt', '2.txt'])
  })
  it('tries again what may pass, and tells the dead with their reason', async () => {
    const [good] = reports(1)
    const big = file('big.txt', '问'.repeat(1024 * 1024))
    const late: Document = { source: 'late.txt', resolved: join(dir, 'late.txt') }
    if (!good) throw new Error('no report')
    await withQueue((queue) => queue.send([[good, big, late]], reading))
    const stop = worker()
    const status = async () =>
      (await runCommand(['queue', 'status', '--db', name, '--json'])).json as Awaited<ReturnType<Queue['status']>>
    let now = await status()
    while (now.done === 0) {
      await sleep(200)
      now = await status()
    }
    // The one that is too large is dead at once, the one that is not there waits for another attempt.
    expect(now.reasons).toEqual([{ source: 'big.txt', reason: expect.stringContaining('too_large'), at: expect.any(String) }])
    file('late.txt', compose(99))
    expect(await ended(stop)).toBe(0)
    expect(await status()).toMatchObject({ waiting: 0, running: 0, dead: 1 })
    const db = openLedger(name, { readonly: true })
    expect(db.reports().map(({ source }) => source)).toEqual(['0.txt', 'late.txt'])
    expect(db.check().failures.map(({ source }) => source)).toEqual(['big.txt'])
    db.close()
  })
  it('lets workers take turns at a host', async () => {
    const asked: string[] = []
    const site = createServer((request, response) => {
      asked.push(request.url ?? '')
      const nth = /^\/(\d)\.txt$/.exec(request.url ?? '')?.[1]
      response.statusCode = nth === undefined ? 404 : 200
      response.end(nth === undefined ? '' : compose(Number(nth)))
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    const { port } = z.object({ port: z.number() }).parse(site.address())
    const start = Date.now()
    try {
      const pages = [1, 2, 3].map((nth): Document => {
        const address = `http://127.0.0.1:${port}/${nth}.txt`
        return { source: address, resolved: address }
      })
      await withQueue((queue) => queue.send(inJobs(pages, 1), { ...reading, allowPrivate: true }))
      const workers = [worker(), worker()]
      for (const one of workers) one.stdout?.resume()
      expect(await Promise.all(workers.map(ended))).toEqual([0, 0])
    } finally {
      site.close()
    }
    expect(asked.filter((path) => path.endsWith('.txt') && path !== '/robots.txt').sort()).toEqual([
      '/1.txt',
      '/2.txt',
      '/3.txt',
    ])
    const db = openLedger(name, { readonly: true })
    expect(db.reports()).toHaveLength(3)
    const [free] = db.query('SELECT host, extract(epoch from free_at) * 1000 AS at FROM queue_hosts')
    expect(free?.host).toBe(`127.0.0.1:${port}`)
    // Each turn lies at least a pause behind the one before.
    expect(Number(free?.at)).toBeGreaterThanOrEqual(start + 3 * LIMITS.fetchDelayMs)
    db.close()
  })
  it(
    'lets a document that ends its workers die alone, and stores the rest of its job',
    async () => {
      let child: ChildProcess | null = null
      let ends = 0
      // Whoever asks for the one page is killed, as by a lack of memory.
      const site = createServer((request, response) => {
        if (request.url === '/poison.txt') {
          ends++
          child?.kill('SIGKILL')
        }
        response.statusCode = 404
        response.end()
      })
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
      const { port } = z.object({ port: z.number() }).parse(site.address())
      const poison = `http://127.0.0.1:${port}/poison.txt`
      const [first, last] = reports(2)
      if (!first || !last) throw new Error('no reports')
      const job = [first, { source: poison, resolved: poison }, last]
      await withQueue((queue) => queue.send([job], { ...reading, allowPrivate: true }))
      // The pauses between attempts are none of this test's.
      const clock = new pg.Client({ connectionString: server?.url })
      await clock.connect()
      const jobs = `ledger${ledgers}_queue.job`
      const hasten = setInterval(() => {
        void clock.query(`UPDATE ${jobs} SET start_after = now() WHERE state = 'retry';
        UPDATE ${jobs} SET started_on = now() - interval '1 minute' WHERE state = 'active'`)
      }, 200)
      try {
        for (let code: number | null = 1; code !== 0; code = await ended(child)) {
          child = worker()
          child.stdout?.resume()
          expect(ends).toBeLessThan(20)
        }
      } finally {
        clearInterval(hasten)
        site.close()
        await clock.end()
      }
      expect(ends).toBeGreaterThan(2)
      const status = await withQueue((queue) => queue.status())
      expect(status).toMatchObject({ waiting: 0, running: 0, dead: 1 })
      expect(status.reasons).toEqual([
        { source: poison, reason: 'its worker ended again and again while it had this job', at: expect.any(String) },
      ])
      const db = openLedger(name, { readonly: true })
      expect(db.reports().map(({ source }) => source)).toEqual(['0.txt', '1.txt'])
      db.close()
    },
    LIMIT_MS,
  )
  it('ends after the job at hand', async () => {
    await withQueue((queue) => queue.send(inJobs(reports(20), 2), reading))
    const child = worker()
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
    const { running, waiting, done } = await withQueue((queue) => queue.status())
    expect(running).toBe(0)
    expect(waiting + done).toBe(10)
    expect(linesOf().filter((line) => line.startsWith('{"report"'))).toHaveLength(done * 2)
  })
  it(
    'loses nothing and doubles nothing under kills of workers and ends of the server',
    async () => {
      const folder = join(dir, 'notices')
      writeNotices(folder, REPORTS, PROBLEMS)
      const calm = join(dir, 'calm.db')
      const start = Date.now()
      /** Of a run that takes long, how it goes. */
      const tell = (what: string) => PACE > 1 && console.log(`${Math.round((Date.now() - start) / 1000)} s: ${what}`)
      const undisturbed = ended(
        spawn(process.execPath, [command, 'ingest', folder, '--db', calm, '--jobs', '1', '--quiet'], { stdio: 'inherit' }),
      ).then((code) => {
        tell(`the undisturbed run is done, ${Math.round(statSync(calm).size / REPORTS)} bytes a report`)
        return code
      })
      const queued = spawn(process.execPath, [command, 'ingest', folder, '--queue', '--db', name, '--quiet'], {
        stdio: 'inherit',
      })
      expect(await ended(queued)).toBe(0)
      tell('all is in the queue')
      await disturbed(tell)
      tell('the workers are done')
      expect(await undisturbed).toBe(0)
      expect(await withQueue((queue) => queue.status())).toMatchObject({ waiting: 0, running: 0, dead: 0 })
      const [one, other] = [openLedger(name, { readonly: true }), openLedger(calm, { readonly: true })]
      try {
        expect(one.countReports()).toBe(REPORTS)
        expect(differing(one, other)).toBeNull()
        tell('the dumps are compared')
        expect(one.faults()).toEqual([])
        tell('nothing is wrong with the ledger')
      } finally {
        one.close()
        other.close()
      }
    },
    LIMIT_MS,
  )
})

/** Two workers, each begun anew when it is ended, as long as there is work. */
async function disturbed(tell: (what: string) => void): Promise<void> {
  let kills = 0
  let wrong = 0
  const keepWorking = async (): Promise<void> => {
    for (;;) {
      const child = worker()
      child.stdout?.resume()
      const end = ended(child)
      if (kills < KILLS) {
        kills++
        // Long enough to begin a job, mostly.
        await Promise.race([end, sleep((1_200 + Math.random() * 2_000) * PACE)])
        child.kill('SIGKILL')
        await end
      } else {
        // One that is begun while the server is away ends at once; whoever begins workers does so again.
        if ((await end) === 0) return
        expect(++wrong).toBeLessThan(20)
        await sleep(500)
      }
    }
  }
  const workers = Promise.all([keepWorking(), keepWorking()])
  const watch = setInterval(() => void told(tell), 60_000)
  try {
    for (let restarts = 0; restarts < RESTARTS; restarts++) {
      await sleep((KILLS * 1_100 * PACE) / (RESTARTS + 1))
      await server?.restart()
      tell(`the server is back; ${kills} workers were begun to be ended`)
    }
    await workers
  } finally {
    clearInterval(watch)
  }
}
async function told(tell: (what: string) => void): Promise<void> {
  if (PACE === 1) return
  try {
    const { documents, lastMinute } = await withQueue((queue) => queue.status())
    const ledger = openLedger(name, { readonly: true })
    const [linked] = ledger.query('SELECT count(*) AS n, pg_database_size(current_database()) AS bytes FROM link_reports')
    ledger.close()
    tell(`${documents.done} stored, ${lastMinute} in the last minute; ${linked?.n} linked; ${linked?.bytes} bytes`)
  } catch (error) {
    tell(String(error))
  }
}

/** The first lines of which two ledgers' dumps differ; null where they are the same. */
function differing(one: Ledger, other: Ledger): [unknown, unknown] | null {
  const [a, b] = [dump(one), dump(other)]
  for (;;) {
    const [line, same] = [a.next(), b.next()]
    if (line.value !== same.value) return [line.value, same.value]
    if (line.done) return null
  }
}
