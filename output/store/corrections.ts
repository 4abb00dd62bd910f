/** What people corrected or noted: kept beside the records, and laid over every view of them. */
import type { Database } from './database.js'
import { z } from 'zod'
import { lettersOf } from '../../pipeline/links/index.js'
import { statusCodeSchema } from '../../pipeline/record.js'
import type { ItemAt, Threader } from './threads.js'
import { type Correction, type CorrectionField, type LedgerCorrection, LedgerError } from './types.js'

const unitFields: ReadonlySet<CorrectionField> = new Set(['lead_units', 'responsible_units'])
const unitNames = (value: string): string[] =>
  value
    .split(/[、,，;；]/)
    .map((name) => name.trim())
    .filter(Boolean)

/** What a value must be, by its field. */
const values: Record<CorrectionField, z.ZodType<string>> = {
  status: statusCodeSchema,
  closure: z.enum(['submitted', 'closed']),
  due: z.iso.date(),
  lead_units: z.string().refine((value) => unitNames(value).length > 0),
  responsible_units: z.string().refine((value) => unitNames(value).length > 0),
  category: z.string().min(1),
  problem: z.string().min(1),
  note: z.string().min(1),
}

/** From this share of the shorter's pairs of letters on, a problem that was worded anew may be the one that was corrected. */
const REWORDED = 0.5

const pairsOf = (letters: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)))
const likeness = (a: string, b: string): number => {
  const [one, other] = [pairsOf(lettersOf(a)), pairsOf(lettersOf(b))]
  const least = Math.min(one.size, other.size)
  return least === 0 ? 0 : [...one].filter((pair) => other.has(pair)).length / least
}

interface ItemRow extends ItemAt {
  identity: string
  problem: string
}
/** What the record itself says, by field; units joined by 、. */
type Own = Record<Exclude<CorrectionField, 'note'>, string | null>

/** Runs inside the caller's transaction. */
export const corrector = (db: Database, threads: Threader) => {
  const columns = 'correction, id, resolved AS source, identity, problem, field, value, was, why, by, day'
  const ofReport = db.prepare<[{ report: number }], LedgerCorrection>(
    `SELECT ${columns} FROM corrections WHERE id = (SELECT id FROM reports WHERE report = @report)
       OR resolved IN (SELECT s.resolved FROM versions v JOIN sources s USING (source) WHERE v.report = @report) ORDER BY correction`,
  )
  const any = db.prepare('SELECT 1 FROM corrections LIMIT 1')
  const itemsOf = db.prepare<[number], ItemRow>(
    'SELECT report, item, identity, problem FROM items JOIN item_facts USING (report, item) WHERE report = ? ORDER BY item',
  )
  const units = (role: string) =>
    `(SELECT group_concat(u.name, '、') FROM (SELECT ifnull(p.full_name, p.name) AS name FROM parties p
       WHERE p.report = i.report AND p.item = i.item AND p.action IS NULL AND p.role = '${role}' GROUP BY 1 ORDER BY min(p.party)) u)`
  const ownOf = db.prepare<[number, number], Own>(
    `SELECT i.status, i.closure, f.due, i.category, i.problem, ${units('lead_unit')} AS lead_units, ${units('responsible_unit')} AS responsible_units
     FROM items i JOIN item_facts f USING (report, item) WHERE i.report = ? AND i.item = ?`,
  )
  const clear = db.prepare<[number]>('DELETE FROM overlays WHERE report = ?')
  const clearRows = db.prepare<[number]>('DELETE FROM item_overlays WHERE report = ?')
  const gather = db.prepare<[number]>(
    `INSERT INTO item_overlays SELECT report, item,
       json_group_array(field ORDER BY field, correction) FILTER (WHERE doubt = 0 AND field <> 'note'), json_group_array(field ORDER BY field, correction) FILTER (WHERE doubt = 1 AND field <> 'note'),
       json_group_array(value ORDER BY correction) FILTER (WHERE field = 'note'), json_group_object(field, value ORDER BY field, correction) FILTER (WHERE doubt = 0 AND field <> 'note')
     FROM overlays WHERE report = ? GROUP BY report, item`,
  )
  const lay = db.prepare<[number, number, number, string, string | null, 0 | 1]>(
    'INSERT INTO overlays (report, item, correction, field, value, doubt) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const place = db.prepare<[number, number], { id: string; resolved: string; identity: string; problem: string }>(
    `SELECT r.id, coalesce(n.resolved, r.source) AS resolved, f.identity, i.problem FROM items i JOIN item_facts f USING (report, item) JOIN reports r USING (report)
     LEFT JOIN names n USING (report) WHERE i.report = ? AND i.item = ? ORDER BY n.source LIMIT 1`,
  )
  const add = db.prepare<(string | null)[]>(
    `INSERT INTO corrections (id, resolved, identity, problem, field, value, was, why, by, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const known = db.prepare<(string | null)[]>(
    'SELECT 1 FROM corrections WHERE id = ? AND identity = ? AND field = ? AND value IS NOT DISTINCT FROM ? AND by = ? AND day = ? AND why = ?',
  )
  const reportsOf = db
    .prepare<[{ id: string; resolved: string }], number>(
      `SELECT report FROM reports WHERE id = @id UNION SELECT v.report FROM versions v JOIN sources s USING (source) WHERE s.resolved = @resolved`,
    )
    .pluck()
  const list = db.prepare<[], LedgerCorrection>(`SELECT ${columns} FROM corrections ORDER BY correction`)
  const layers = db.prepare<[number], { key: string; doubt: 0 | 1 }>(
    `SELECT r.key || '#' || o.item AS key, o.doubt FROM overlays o JOIN reports r USING (report) WHERE o.correction = ? AND r.current = 1 ORDER BY o.report, o.item`,
  )
  const drop = db.prepare<[number]>('DELETE FROM corrections WHERE correction = ?')

  const ownValue = (at: ItemAt, field: CorrectionField): string | null =>
    field === 'note' ? null : (ownOf.get(at.report, at.item)?.[field] ?? null)

  /** The item that a correction is about, and whether its words are still the same; null where nothing is like it. */
  const target = (items: readonly ItemRow[], { identity, problem }: Correction): { at: ItemRow; same: boolean } | null => {
    const same = items.find((one) => one.identity === identity)
    if (same) return { at: same, same: true }
    const likely = items.map((at) => ({ at, share: likeness(at.problem, problem) })).sort((a, b) => b.share - a.share)[0]
    return likely && likely.share >= REWORDED ? { at: likely.at, same: false } : null
  }

  /** Within a batch, in which nobody else writes: whether there are none at all; null where it is not known. */
  let none: boolean | null = null
  let held = false
  const areNone = (): boolean => {
    const now = none ?? any.get() === undefined
    none = held ? now : null
    return now
  }
  /** Lays the corrections over a report anew, over which none lie where it is new. Of one field the last one counts; remarks all stay. */
  const settle = (report: number, isNew = false): void => {
    if (!isNew) {
      clear.run(report)
      clearRows.run(report)
    }
    if (areNone()) return
    const found = ofReport.all({ report })
    if (found.length === 0) return
    const items = itemsOf.all(report)
    const laid = new Map<string, { at: ItemRow; correction: LedgerCorrection; same: boolean }>()
    for (const correction of found) {
      const on = target(items, correction)
      if (!on) continue
      const nth = correction.field === 'note' ? `.${correction.correction}` : ''
      laid.set(`${on.at.item}.${correction.field}${nth}`, { ...on, correction })
    }
    for (const { at, correction, same } of laid.values()) {
      const own = ownValue(at, correction.field)
      if (correction.field !== 'note' && own === correction.value) continue
      const doubt = !same || (correction.field !== 'note' && own !== correction.was)
      const value =
        correction.value !== null && unitFields.has(correction.field)
          ? JSON.stringify(unitNames(correction.value))
          : correction.value
      // Units that the report does not name are an empty list in every view.
      const shown = value ?? (unitFields.has(correction.field) ? '[]' : null)
      lay.run(at.report, at.item, correction.correction, correction.field, shown, doubt ? 1 : 0)
    }
    gather.run(report)
  }
  /** Lays over anew what a correction may lie on, and tells the threads. */
  const spread = (id: string, resolved: string): void => {
    none = null
    for (const report of reportsOf.all({ id, resolved })) {
      settle(report)
      for (const thread of new Set(itemsOf.all(report).flatMap((at) => threads.threadOf(at) ?? []))) threads.settle(thread)
    }
  }

  return {
    settle,
    /** At the beginning and at the end of a batch. */
    hold: (on: boolean): void => {
      held = on
      none = null
    },
    /** Corrects a field of an item. Throws `bad_value` for what the field cannot hold. */
    correct: (
      at: ItemAt,
      field: CorrectionField,
      value: string | null,
      { why, by, day }: { why: string; by: string; day: string },
    ): void => {
      const { success } = values[field].safeParse(value ?? '')
      if (value === null ? field === 'note' || field === 'problem' : !success)
        throw new LedgerError('bad_value', `${field} cannot be ${value === null ? 'none' : JSON.stringify(value)}.`)
      const row = place.get(at.report, at.item)
      if (!row) throw new LedgerError('not_found', 'There is no such item.')
      const held = value !== null && unitFields.has(field) ? unitNames(value).join('、') : value
      add.run(row.id, row.resolved, row.identity, row.problem, field, held, ownValue(at, field), why, by, day)
      spread(row.id, row.resolved)
    },
    list: (): LedgerCorrection[] =>
      list.all().map((one) => {
        const on = layers.all(one.correction)
        return {
          ...one,
          items: on.filter(({ doubt }) => doubt === 0).map(({ key }) => key),
          inDoubt: on.filter(({ doubt }) => doubt === 1).map(({ key }) => key),
        }
      }),
    /** Takes in corrections of another ledger; those that are known already are passed over. Gives the number of new ones. */
    take: (corrections: readonly Correction[]): number => {
      let taken = 0
      for (const one of corrections) {
        if (known.get(one.id, one.identity, one.field, one.value, one.by, one.day, one.why)) continue
        add.run(one.id, one.source, one.identity, one.problem, one.field, one.value, one.was, one.why, one.by, one.day)
        spread(one.id, one.source)
        taken++
      }
      return taken
    },
    /** Takes a correction back. */
    drop: (correction: number): boolean => {
      const one = list.all().find((row) => row.correction === correction)
      if (!one) return false
      drop.run(correction)
      spread(one.id, one.source)
      return true
    },
  }
}
export type Corrector = ReturnType<typeof corrector>
