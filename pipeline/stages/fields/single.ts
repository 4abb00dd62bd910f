/** Labels behind single measures: which of them are a measure's, and which the item's. */
import type { RawField, RawItem } from '../../../parsers/structure/raw-item.js'

/**
 * What stands behind the last measure may be the item's: a label of a kind that no other measure has, or one that comes again.
 * 1.…。责任单位：甲 / 2.…。责任单位：乙 / 责任领导：丙
 */
export function withOwnFields(raw: RawItem): RawItem {
  const singles = raw.fields.filter((field) => field.single)
  if (singles.length === 0) return raw
  const last = singles.reduce((most, { row }) => Math.max(most, row), 0)
  const usual = new Set(singles.filter(({ row }) => row < last).map(({ field }) => field))
  if (usual.size === 0) return raw
  const seen = new Set<RawField['field']>()
  const fields = raw.fields.map((field): RawField => {
    if (!field.single || field.row < last) return field
    const isOwn = !usual.has(field.field) || seen.has(field.field)
    seen.add(field.field)
    return isOwn ? { ...field, row: 0, single: false } : field
  })
  return { ...raw, fields }
}
