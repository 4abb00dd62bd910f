/** `taizhang queue status`: what waits, what is done and what is dead, seen from any machine. */
import { z } from 'zod'
import { isPostgres } from '../store/index.js'
import type { Run } from './commands.js'
import { nameOf, UsageError } from './io.js'
import { width } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'

const optionsSchema = z.object({ db: dbOption, json: z.boolean().default(false) })

export const run: Run = async ([what], given, io) => {
  const { db, json } = check(optionsSchema, given)
  if (what !== 'status') throw new UsageError('expected: queue status')
  if (!isPostgres(db)) throw new UsageError('the queue is in Postgres; give its address with --db postgres://…')
  // Says what is wrong with the address.
  await withLedger(db, { readonly: true }, () => {})
  const { Queue } = await import('../queue/queue.js')
  const queue = await Queue.open(db)
  try {
    const status = await queue.status()
    if (json) io.json(status)
    else {
      const { words } = io
      const padded = (name: string) => name + ' '.repeat(Math.max(0, 8 - width(name)))
      const line = (state: 'waiting' | 'running' | 'done' | 'dead') =>
        words.queue.line(
          padded(words.queue.states[state]),
          String(status[state]).padStart(8),
          String(status.documents[state]).padStart(10),
        )
      io.out((['waiting', 'running', 'done', 'dead'] as const).map(line).join('\n'))
      io.out(words.queue.speed(status.lastMinute, status.lastHour))
      for (const { source, reason, at } of status.reasons) io.out(words.queue.dead(at, nameOf(source), nameOf(reason)))
    }
    return status.dead > 0 ? 1 : 0
  } finally {
    await queue.close()
  }
}
