/** The queue of documents: pg-boss in the ledger's own Postgres, so that what became of a job is written in one transaction with its records. */
import { randomUUID } from 'node:crypto'
import type PgBoss from 'pg-boss'
import { z } from 'zod'
import { addressOf } from '../store/postgres/address.js'
import { LedgerError } from '../store/types.js'

const DOCUMENTS = 'documents'
const DEAD = 'dead'

/** A job is tried so many times in all before it is dead, the first pause in seconds; it doubles. */
const RETRIES = 6
const RETRY_SECONDS = 2
/** A worker that says nothing for so long has lost its job, even where nobody sees that it is gone. */
const EXPIRES_SECONDS = 4 * 3600
/** Jobs wait so many days for a worker. */
const KEPT_DAYS = 365

export const documentSchema = z.object({ source: z.string(), resolved: z.string() })
export type Document = z.infer<typeof documentSchema>

/** How the documents of a job are to be read. */
export const readingSchema = z.object({
  fileBytes: z.number(),
  parseSeconds: z.number(),
  attachments: z.boolean(),
  allowPrivate: z.boolean(),
  index: z.boolean(),
})
export type Reading = z.infer<typeof readingSchema>

const dataSchema = z.object({ batch: z.string(), documents: z.array(documentSchema), reading: readingSchema })
export type JobData = z.infer<typeof dataSchema>

export interface Job extends JobData {
  id: string
  /** Times that it was begun before. */
  attempts: number
}

/** A statement that pg-boss would run, to be run in a transaction of ours. */
export interface Statement {
  text: string
  values: unknown[]
}

export interface QueueStatus {
  waiting: number
  running: number
  done: number
  dead: number
  /** Documents of the jobs in each state. */
  documents: { waiting: number; running: number; done: number; dead: number }
  /** Documents done in the last minute and in the last hour. */
  lastMinute: number
  lastHour: number
  /** The newest of the dead, with the reason. */
  reasons: { source: string; reason: string; at: string }[]
}

/** Of the newest dead jobs so many are told. */
const TOLD = 50

const countRow = z.object({ name: z.string(), state: z.string(), jobs: z.coerce.number(), documents: z.coerce.number() })
const rateRow = z.object({ minute: z.coerce.number(), hour: z.coerce.number() })
const deadRow = z.object({ data: dataSchema, output: z.unknown(), at: z.date() })
const reasonOf = (output: unknown): string => {
  const told = z.object({ reason: z.string() }).safeParse(output)
  if (told.success) return told.data.reason
  const message = z
    .object({ message: z.string() })
    .or(z.object({ value: z.object({ message: z.string() }) }))
    .safeParse(output)
  if (!message.success) return 'unknown'
  return 'message' in message.data ? message.data.message : message.data.value.message
}

export class Queue {
  readonly #boss: PgBoss
  readonly #schema: string
  private constructor(boss: PgBoss, schema: string) {
    this.#boss = boss
    this.#schema = schema
  }

  /** `name` is the ledger's address. With `supervise` this process also looks after jobs that are overdue. */
  static async open(name: string, { supervise = false }: { supervise?: boolean } = {}): Promise<Queue> {
    const address = addressOf(name)
    if (!address) throw new LedgerError('not_found', 'A queue needs a ledger in Postgres.')
    const schema = `${address.schema}_queue`
    const { default: Boss } = await import('pg-boss')
    const boss = new Boss({
      connectionString: address.url,
      schema,
      application_name: 'taizhang queue',
      max: 2,
      supervise,
      schedule: false,
    })
    // A connection that breaks is made again; what was asked of it meanwhile throws.
    boss.on('error', () => {})
    await boss.start()
    const options = { retryLimit: RETRIES - 1, retryDelay: RETRY_SECONDS, retryBackoff: true, expireInSeconds: EXPIRES_SECONDS }
    if (!(await boss.getQueue(DEAD))) await boss.createQueue(DEAD, { name: DEAD, retentionDays: KEPT_DAYS })
    if (!(await boss.getQueue(DOCUMENTS)))
      await boss.createQueue(DOCUMENTS, { name: DOCUMENTS, ...options, retentionDays: KEPT_DAYS, deadLetter: DEAD })
    return new Queue(boss, schema)
  }

  /** Puts a batch in: the first job of each batch comes before the second of any, so that a small one does not wait for a large one. */
  async send(jobs: readonly Document[][], reading: Reading): Promise<string> {
    const batch = randomUUID()
    await this.#boss.insert(
      jobs.map((documents, nth) => ({ name: DOCUMENTS, data: { batch, documents, reading }, priority: -nth })),
    )
    return batch
  }

  /** The next job, or null. */
  async take(): Promise<Job | null> {
    const [job] = await this.#boss.fetch<object>(DOCUMENTS, { includeMetadata: true })
    return job ? { ...dataSchema.parse(job.data), id: job.id, attempts: job.retryCount } : null
  }

  /** What tells that a job is done. Null rows changed: it is no longer this worker's. */
  done(job: Job, told: { documents: number; failed: number; ms: number }): Promise<Statement> {
    return this.#captured((db) => this.#boss.complete(DOCUMENTS, job.id, told, { db }))
  }
  /** What gives a job back, to be tried later or to die. */
  failed(job: Job, reason: string): Promise<Statement> {
    return this.#captured((db) => this.#boss.fail(DOCUMENTS, job.id, { reason }, { db }))
  }
  /** What puts each of these documents in as a job of its own. */
  alone(job: Job, documents: readonly Document[]): Promise<Statement> {
    const jobs = documents.map((one) => ({ name: DOCUMENTS, data: { ...dataOf(job), documents: [one] } }))
    return this.#captured((db) => this.#boss.insert(jobs, { db }))
  }
  /** What puts these documents among the dead at once. */
  async dead(job: Job, documents: readonly { document: Document; reason: string }[]): Promise<Statement[]> {
    const jobs = documents.map(({ document }) => ({
      id: randomUUID(),
      name: DEAD,
      data: { ...dataOf(job), documents: [document] },
    }))
    const insert = await this.#captured((db) => this.#boss.insert(jobs, { db }))
    const reasons = documents.map(({ reason }, nth) => [jobs[nth]?.id, reason])
    return [
      insert,
      {
        text: `UPDATE ${this.#schema}.job j SET output = jsonb_build_object('reason', r.value ->> 1) FROM jsonb_array_elements($1::jsonb) r WHERE j.name = '${DEAD}' AND j.id = (r.value ->> 0)::uuid`,
        values: [JSON.stringify(reasons)],
      },
    ]
  }

  /** Gives a job back outside of any transaction. */
  async giveBack(job: Job, reason: string): Promise<void> {
    await this.#boss.fail(DOCUMENTS, job.id, { reason })
  }

  /** Jobs that were begun some time ago and are not done. */
  async begun(seconds: number): Promise<string[]> {
    const { rows } = await this.#sql(
      `SELECT id FROM ${this.#schema}.job WHERE name = $1 AND state = 'active' AND started_on < now() - $2 * interval '1 second'`,
      [DOCUMENTS, seconds],
    )
    return z
      .array(z.object({ id: z.string() }))
      .parse(rows)
      .map(({ id }) => id)
  }
  /** A job whose worker is gone goes to another at once. */
  async orphan(id: string): Promise<void> {
    await this.#boss.fail(DOCUMENTS, id, { reason: 'its worker ended again and again while it had this job' })
  }

  /** Whether no job waits and none is being worked on. */
  async isEmpty(): Promise<boolean> {
    const { rows } = await this.#sql(
      `SELECT 1 FROM ${this.#schema}.job WHERE name = $1 AND state IN ('created', 'retry', 'active') LIMIT 1`,
      [DOCUMENTS],
    )
    return rows.length === 0
  }

  async status(): Promise<QueueStatus> {
    const both = `(SELECT name, state::text AS state, data, output, completed_on FROM ${this.#schema}.job
      UNION ALL SELECT name, state::text, data, output, completed_on FROM ${this.#schema}.archive) j`
    const counts = z
      .array(countRow)
      .parse(
        (
          await this.#sql(
            `SELECT name, state, count(*) AS jobs, coalesce(sum(jsonb_array_length(data -> 'documents')), 0) AS documents FROM ${both} GROUP BY name, state`,
            [],
          )
        ).rows,
      )
    const sum = (of: 'jobs' | 'documents', name: string, states: readonly string[] | null) =>
      counts
        .filter((row) => row.name === name && (states === null || states.includes(row.state)))
        .reduce((all, row) => all + row[of], 0)
    const of = (what: 'jobs' | 'documents') => ({
      waiting: sum(what, DOCUMENTS, ['created', 'retry']),
      running: sum(what, DOCUMENTS, ['active']),
      done: sum(what, DOCUMENTS, ['completed']),
      dead: sum(what, DEAD, null),
    })
    const within = (time: string) =>
      `coalesce(sum((output ->> 'documents')::int) FILTER (WHERE completed_on > now() - interval '${time}'), 0)`
    const [rates = { minute: 0, hour: 0 }] = z
      .array(rateRow)
      .parse(
        (
          await this.#sql(
            `SELECT ${within('1 minute')} AS minute, ${within('1 hour')} AS hour FROM ${both} WHERE name = $1 AND state = 'completed'`,
            [DOCUMENTS],
          )
        ).rows,
      )
    const dead = z
      .array(deadRow)
      .parse(
        (
          await this.#sql(
            `SELECT data, output, created_on AS at FROM ${this.#schema}.job WHERE name = $1 ORDER BY created_on DESC, id LIMIT ${TOLD}`,
            [DEAD],
          )
        ).rows,
      )
    return {
      ...of('jobs'),
      documents: of('documents'),
      lastMinute: rates.minute,
      lastHour: rates.hour,
      reasons: dead.flatMap(({ data, output, at }) =>
        data.documents.map(({ source }) => ({ source, reason: reasonOf(output), at: at.toISOString() })),
      ),
    }
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, wait: true })
  }

  #sql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    return this.#boss.getDb().executeSql(text, values)
  }
  /** pg-boss takes another connection for its statements: this one keeps them. */
  async #captured(call: (db: PgBoss.Db) => Promise<unknown>): Promise<Statement> {
    const kept: Statement[] = []
    await call({
      executeSql: async (text, values) => {
        kept.push({ text, values })
        return { rows: [{ count: '1' }] }
      },
    })
    const [statement] = kept
    if (!statement || kept.length > 1) throw new Error('pg-boss did not do this by one statement')
    return statement
  }
}

const dataOf = ({ batch, documents, reading }: Job): JobData => ({ batch, documents, reading })
