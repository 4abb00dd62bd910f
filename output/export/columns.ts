/** What a table of the data set is made of, and the columns that many tables have. */
import type { Codes } from './codes.js'

/** `list`: of texts; where a format has no lists they are joined by 、. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list'

export interface Column {
  name: string
  type: ColumnType
  /** Chinese title: head of the XLSX column. */
  zh: string
  /** What it means, in English and in Chinese. */
  en: string
  about: string
  /** SQL expression over the table's `from`; of a list a JSON array. */
  sql: string
  required: boolean
  /** All values that it may have, and what they mean. */
  codes?: Codes
  /** What joins the texts of a list where a format has none; default 、. */
  joint?: string
  /** A place in the text of the report: for a machine that goes there, and of no use to who reads a workbook. */
  place?: true
}

export interface Table {
  name: string
  zh: string
  en: string
  about: string
  /** SQL after FROM. `r` is the report; a table without it is not narrowed to reports. */
  from: string
  order: string
  columns: readonly Column[]
  primaryKey: readonly string[]
  /** Column → table whose key (of one column) it holds. */
  foreignKeys: Readonly<Record<string, string>>
  /** False: cells may be longer than XLSX allows. */
  xlsx: boolean
}

const column =
  (type: ColumnType, required: boolean) =>
  (name: string, sql: string, zh: string, en: string, about = zh): Column => ({ name, type, zh, en, about, sql, required })
/** A text that may be empty. CSV cannot tell an empty text from a missing one, so no text column is required unless it never is empty. */
export const text = column('string', false)
export const key = column('string', true)
export const integer = column('integer', false)
export const count = column('integer', true)
export const number = column('number', false)
export const figure = column('number', true)
export const boolean = column('boolean', false)
export const flag = column('boolean', true)
export const date = column('date', false)
export const day = column('date', true)
export const list = column('list', false)
/** A column of codes: with all of its values and what they mean. */
export const coded = (of: Column, codes: Codes): Column => ({ ...of, codes })
const place = (of: Column): Column => ({ ...of, place: true })

export const report = key('report', 'r.key', '报告编号', 'Report: key of the reports table', '所属报告，见reports表')
export const item = (alias: string) =>
  key('item', `r.key || '#' || ${alias}.item`, '问题编号', 'Item: key of the items table', '所属问题，见items表')
export const measure = (alias: string) =>
  text(
    'measure',
    `r.key || '#' || ${alias}.item || '/' || ${alias}.action`,
    '措施编号',
    'Measure that it is for; empty: for the item itself',
    '所属措施，空为针对整个问题',
  )
export const nth = (sql: string, of: string, zh: string) =>
  count('number', sql, '序号', `Number in the ${of}, from 1`, `${zh}内序号`)
export const start = (sql: string, name = 'start', zh = '起点') =>
  place(integer(name, sql, zh, 'Start of the words in the text of the report, in UTF-16 units', '在报告正文中的起点（UTF-16）'))
export const end = (sql: string, name = 'end', zh = '终点') =>
  place(integer(name, sql, zh, 'End of the words in the text of the report, exclusive', '在报告正文中的终点（不含）'))
export const span = (alias: string) => [start(`${alias}.span_start`), end(`${alias}.span_end`)]
export const words = (alias: string) => text('text', `${alias}.text`, '原文', 'Words as printed', '原文')
export const byItem = { item: 'items' }
const order = 'r.source, r.id'

export const table = (
  name: string,
  zh: string,
  en: string,
  about: string,
  from: string,
  rest: string,
  primaryKey: string[],
  foreignKeys: Record<string, string>,
  columns: (Column | Column[])[],
): Table => ({
  name,
  zh,
  en,
  about,
  from,
  order: rest === '' ? order : `${order}, ${rest}`,
  columns: columns.flat(),
  primaryKey,
  foreignKeys,
  xlsx: name !== 'texts',
})

/** A table of rows that each belong to an item and are numbered in it. */
export const ofItem = (
  name: string,
  zh: string,
  en: string,
  about: string,
  source: string,
  n: string,
  columns: (Column | Column[])[],
): Table =>
  table(name, zh, en, about, `${source} x JOIN reports r USING (report)`, `x.item, x.${n}`, ['item', 'number'], byItem, [
    item('x'),
    nth(`x.${n}`, 'item', '问题'),
    ...columns,
  ])
