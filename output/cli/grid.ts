/** Lists as other programs read them: CSV, TSV, NDJSON, XLSX, JSON; to standard output or to a file. */
import { boolean, type Column, count, date, integer, key, type Table, table, text } from '../export/columns.js'
import type { Value } from '../export/rows.js'
import type { ItemSummary, ReportSummary } from '../store/index.js'
import { harmlessJson, type Io, UsageError } from './io.js'
import { save } from './save.js'

export const listFormats = ['table', 'csv', 'tsv', 'ndjson', 'json', 'xlsx'] as const
export type ListFormat = (typeof listFormats)[number]

type Field<T> = [column: Column, of: (row: T) => Value]
export interface Grid<T> {
  table: Table
  fields: readonly Field<T>[]
}
const grid = <T>(name: string, zh: string, fields: readonly Field<T>[]): Grid<T> => ({
  table: table(name, zh, name, '', '', '', [], {}, [fields.map(([column]) => column)]),
  fields,
})

/** The columns of `list --items`, named as the export names them. */
export const itemGrid: Grid<ItemSummary> = grid('items', '问题', [
  [key('item', '', '问题编号', 'Key of the item'), (one) => one.key],
  [key('report', '', '报告编号', 'Key of the report'), (one) => one.report],
  [text('source', '', '来源', 'Path or URL'), (one) => one.source],
  [text('region', '', '行政区划', 'Region'), (one) => one.region],
  [text('label', '', '原文编号', 'Number as printed'), (one) => one.label],
  [text('category', '', '类别', 'Category'), (one) => one.category],
  [text('problem', '', '问题', 'Problem'), (one) => one.problem],
  [text('status', '', '整改状态', 'Status'), (one) => one.status],
  [boolean('ongoing', '', '长期坚持', 'Kept up after completion'), (one) => one.ongoing],
  [text('closure', '', '销号', 'Closure'), (one) => one.closure],
  [text('problem_state', '', '问题现状', 'By the newest report'), (one) => one.problemState],
  [text('state_by', '', '现状来源', 'Item of another report that says so'), (one) => one.stateBy],
  [text('deadline', '', '时限原文', 'Deadline as printed'), (one) => one.deadline],
  [date('due', '', '最后期限', 'Last day'), (one) => one.due],
  [text('due_of', '', '期限来自', 'item or measures'), (one) => one.dueOf],
  [date('problem_due', '', '问题期限', 'By the newest report'), (one) => one.problemDue],
  [text('lead_units', '', '牵头单位', 'Lead units'), (one) => one.leadUnits.join('、')],
  [text('responsible_units', '', '责任单位', 'Responsible units'), (one) => one.responsibleUnits.join('、')],
  [text('corrected', '', '已更正', 'Fields that a person corrected'), (one) => one.corrected.join('、')],
  [text('in_doubt', '', '更正存疑', 'Fields whose correction is in doubt'), (one) => one.inDoubt.join('、')],
  [text('notes', '', '备注', 'Remarks'), (one) => one.notes.join('\n')],
])

/** The columns of `list`. */
export const reportGrid: Grid<ReportSummary> = grid('reports', '报告', [
  [key('report', '', '报告编号', 'Key of the report'), (one) => one.key],
  [text('source', '', '来源', 'Path or URL'), (one) => one.source],
  [text('title', '', '标题', 'Title'), (one) => one.title],
  [key('kind', '', '类型', 'Kind'), (one) => one.kind],
  [text('programme', '', '督察类型', 'Inspection'), (one) => one.programme],
  [text('region', '', '行政区划', 'Region'), (one) => one.region?.name ?? null],
  [text('region_code', '', '区划代码', 'Its code'), (one) => one.region?.code ?? null],
  [date('as_of', '', '截至日期', 'Last day of the state'), (one) => one.asOf],
  [count('items', '', '问题数', 'Items'), (one) => one.items],
  [count('completed', '', '完成整改', 'Items that are completed'), (one) => one.statuses.completed],
  [count('not_said', '', '状态未知', 'Items of which it says no status'), (one) => one.statuses.none],
  [integer('disagree', '', '总数不符', 'Declared totals that disagree'), (one) => one.declared.disagree],
  [integer('errors', '', '错误', 'Diagnostics of severity error'), (one) => one.diagnostics.error],
  [integer('warnings', '', '警告', 'Diagnostics of severity warning'), (one) => one.diagnostics.warning],
  [boolean('current', '', '现行', 'What the source holds now'), (one) => one.current],
])

/** A tab or line break inside a cell would end it: TSV has no quotes. */
const tsvCell = (value: Value): string => String(value ?? '').replace(/[\t\r\n]+/g, ' ')

/** Prints the rows, or writes them to the file. `json` has the objects themselves, as `--json` prints them. */
export async function writeRows<T extends object>(
  rows: readonly T[],
  { table: of, fields }: Grid<T>,
  { format, out }: { format: Exclude<ListFormat, 'table'>; out: string | undefined },
  io: Io,
): Promise<void> {
  const cells = (): Value[][] => rows.map((row) => fields.map(([, value]) => value(row)))
  if (format === 'xlsx') {
    if (out === undefined) throw new UsageError('option --format: xlsx needs --out, the file to write')
    const { workbook } = await import('../export/xlsx.js')
    return save(out, workbook([{ table: of, rows: cells() }]))
  }
  if (format === 'json') return out === undefined ? io.json(rows) : save(out, `${harmlessJson(rows)}\n`)
  const text = await {
    csv: async () => {
      const { csvHead, csvRecords } = await import('../export/csv.js')
      // What a spreadsheet opens wants the mark of UTF-8; what a pipe takes does not.
      return csvHead(of).slice(out === undefined ? 1 : 0) + csvRecords(of, cells(), true)
    },
    tsv: () => [of.columns.map(({ name }) => name), ...cells()].map((row) => `${row.map(tsvCell).join('\t')}\n`).join(''),
    ndjson: () => rows.map((row) => `${harmlessJson(row, 0)}\n`).join(''),
  }[format]()
  if (out !== undefined) return save(out, text)
  // A carriage return would be made visible like any other control.
  if (text !== '') io.out(format === 'csv' ? text.replaceAll('\r\n', '\n') : text)
}
