/** `taizhang ingest --queue`: puts what was named into the queue, for workers to take in. */
import { stat } from 'node:fs/promises'
import { isUrl, type Origin } from '../../pipeline/sources.js'
import type { Document, Reading } from '../queue/queue.js'
import { isPostgres, shownName } from '../store/index.js'
import { type Io, UsageError } from './io.js'
import { ledgerName, withLedger } from './ledger.js'

/** Documents of a job at most, of a small batch fewer, so that there is something for several workers; and addresses, which take turns at their hosts. */
const DOCUMENTS = 200
const FEWEST = 10
const JOBS = 20
const ADDRESSES = 20
/** A file of so many bytes is a job alone: an archive holds many reports. */
const BIG = 4 * 1024 * 1024

export interface Enqueued {
  documents: number
  jobs: number
}

export async function enqueue(
  origins: readonly Origin[],
  db: string,
  reading: Reading,
  io: Io,
  { json, quiet }: { json: boolean; quiet: boolean },
): Promise<void> {
  if (!isPostgres(db)) throw new UsageError('option --queue: the queue is in Postgres; give its address with --db postgres://…')
  if (origins.some(({ resolved }) => resolved === '-'))
    throw new UsageError('option --queue: workers cannot read this standard input')
  // Makes the ledger, and says what is wrong with the address.
  await withLedger(db, {}, () => {})
  const jobs = await jobsOf(origins)
  const { Queue } = await import('../queue/queue.js')
  const queue = await Queue.open(db)
  try {
    await queue.send(jobs, reading)
  } finally {
    await queue.close()
  }
  if (json) io.json({ db: shownName(db), documents: origins.length, jobs: jobs.length })
  else if (!quiet) io.out(io.words.ingest.queued(origins.length, jobs.length, ledgerName(db)))
}

async function jobsOf(origins: readonly Origin[]): Promise<Document[][]> {
  const jobs: Document[][] = []
  const size = Math.min(DOCUMENTS, Math.max(FEWEST, Math.ceil(origins.length / JOBS)))
  const open = { files: [] as Document[], addresses: [] as Document[] }
  const add = (to: keyof typeof open, document: Document, most: number) => {
    open[to].push(document)
    if (open[to].length >= most) jobs.push(open[to].splice(0))
  }
  for (const { source, resolved } of origins) {
    const document = { source, resolved }
    if (isUrl(resolved)) add('addresses', document, ADDRESSES)
    else if (await isBig(resolved)) jobs.push([document])
    else add('files', document, size)
  }
  return [...jobs, open.files, open.addresses].filter((job) => job.length > 0)
}

const isBig = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size >= BIG || /\.zip$/i.test(path),
    () => false,
  )
