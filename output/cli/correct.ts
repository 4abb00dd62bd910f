/** `taizhang correct` and `taizhang note`: what a person knows better than the report, or wants to be remembered. */
import { z } from 'zod'
import { type CorrectionField, correctionFields } from '../store/index.js'
import type { Run } from './commands.js'
import { nameOf, UsageError } from './io.js'
import { withLedger } from './ledger.js'
import { check, dayOption, dbOption, today } from './options.js'
import { noItem } from './unknown.js'

const base = {
  db: dbOption,
  by: z.string('it is needed: who says so').min(1, 'expected a name'),
  day: dayOption.optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
}
const correctSchema = z.object({ ...base, why: z.string('it is needed: how this is known').min(1, 'expected words') })
const noteSchema = z.object(base)

/** A value that takes away what the report was read to say. */
const NONE = 'none'
const fields = correctionFields.filter((field) => field !== 'note')
const isField = (name: string): name is Exclude<CorrectionField, 'note'> => fields.some((field) => field === name)

export const correct: Run = async ([key = '', field = '', value = ''], given, io) => {
  const { db, why, by, day = today(), json, quiet } = check(correctSchema, given)
  if (!isField(field)) throw new UsageError(`there is no field ${nameOf(field)}; expected one of ${fields.join(', ')}`)
  return put(db, { key, field, value: value === NONE ? null : value, why, by, day }, { json, quiet }, io)
}

export const note: Run = async ([key = '', words = ''], given, io) => {
  const { db, by, day = today(), json, quiet } = check(noteSchema, given)
  return put(db, { key, field: 'note', value: words, why: '', by, day }, { json, quiet }, io)
}

interface Said {
  key: string
  field: CorrectionField
  value: string | null
  why: string
  by: string
  day: string
}

const put = (
  db: string,
  { key, field, value, ...told }: Said,
  { json, quiet }: { json: boolean; quiet: boolean },
  io: Parameters<Run>[2],
) =>
  withLedger(db, { create: false }, (ledger) => {
    if (!ledger.correct(key, field, value, told)) throw noItem(ledger, key)
    const made = ledger.corrections().at(-1)
    if (json) io.json(made)
    else if (!quiet && made)
      io.out(
        `${made.correction}  ${nameOf(key)}  ${io.words.correctionFields[field]}${field === 'note' ? '' : `${io.words.colon}${io.words.value(field, made.was)} → ${io.words.value(field, made.value)}`}`,
      )
    return 0
  })
