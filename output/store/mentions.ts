/** Rows of what the values parsers find in an item: targets, quantities, dates, references, places. */
import type { DateMention, Place, Quantity, Reference, Target } from '../../pipeline/record.js'
import { type OfItem, type SpanRow, span, type TextRow, textOf } from './rows.js'

export interface TargetRow extends OfItem, TextRow, Pick<Target, 'indicator' | 'comparator' | 'value' | 'unit' | 'per'> {
  by_date: string | null
}
export const targetRow = ({ indicator, comparator, value, unit, by, per, text, span: at }: Target) => ({
  indicator,
  comparator,
  value,
  unit,
  by_date: by,
  per,
  text,
  span_start: at[0],
  span_end: at[1],
})
export const targetOf = (row: TargetRow): Target => ({
  indicator: row.indicator,
  comparator: row.comparator,
  value: row.value,
  unit: row.unit,
  by: row.by_date,
  per: row.per,
  ...textOf(row),
})

export interface QuantityRow
  extends OfItem,
    TextRow,
    Pick<Quantity, 'value' | 'low' | 'high' | 'comparator' | 'unit' | 'change' | 'subject'> {
  unit_text: string | null
  si_value: number | null
  si_unit: string | null
  change_kind: Quantity['changeKind']
}
export const quantityRow = (q: Quantity) => ({
  text: q.text,
  span_start: q.span[0],
  span_end: q.span[1],
  value: q.value,
  low: q.low,
  high: q.high,
  comparator: q.comparator,
  unit: q.unit,
  unit_text: q.unitText,
  si_value: q.si?.value ?? null,
  si_unit: q.si?.unit ?? null,
  change: q.change,
  change_kind: q.changeKind,
  subject: q.subject,
})
export const quantityOf = (row: QuantityRow): Quantity => ({
  ...textOf(row),
  value: row.value,
  low: row.low,
  high: row.high,
  comparator: row.comparator,
  unit: row.unit,
  unitText: row.unit_text,
  si: row.si_value === null || row.si_unit === null ? null : { value: row.si_value, unit: row.si_unit },
  change: row.change,
  changeKind: row.change_kind,
  subject: row.subject,
})

export interface DateRow extends OfItem, TextRow, Pick<DateMention, 'precision' | 'relation'> {
  start_date: string
  end_date: string
}
export const dateRow = ({ start, end, precision, relation, text, span: at }: DateMention) => ({
  start_date: start,
  end_date: end,
  precision,
  relation,
  text,
  span_start: at[0],
  span_end: at[1],
})
export const dateOf = (row: DateRow): DateMention => ({
  start: row.start_date,
  end: row.end_date,
  precision: row.precision,
  ...textOf(row),
  relation: row.relation,
})

export interface RefRow extends OfItem, SpanRow {
  title: string
  number: string | null
}
export const refRow = ({ title, number, span: at }: Reference) => ({
  title,
  number,
  span_start: at[0],
  span_end: at[1],
})
export const refOf = (row: RefRow): Reference => ({ title: row.title, number: row.number, span: span(row) })

export interface PlaceRow extends OfItem, SpanRow, Pick<Place, 'name' | 'code' | 'level'> {}
export const placeRow = ({ name, code, level, span: at }: Place) => ({
  name,
  code,
  level,
  span_start: at[0],
  span_end: at[1],
})
export const placeOf = (row: PlaceRow): Place => ({ name: row.name, code: row.code, level: row.level, span: span(row) })
