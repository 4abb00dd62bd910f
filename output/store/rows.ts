/** Rows of the tables, and what each is made from and made into. Columns are told in schema.ts. */
import type { Span } from '../../parsers/tree.js'
import type { DeadlineEntry, DeclaredTotal, Diagnostic, Item, Party, Report, Status } from '../../pipeline/record.js'

type Document = Report['document']
type Flag = 0 | 1

export interface SpanRow {
  span_start: number
  span_end: number
}
export interface OfItem {
  report: number
  item: number
}

const flag = (value: boolean): Flag => (value ? 1 : 0)
const flagOrNull = (value: boolean | null): Flag | null => (value === null ? null : flag(value))
const truth = (value: Flag | null): boolean | null => (value === null ? null : value === 1)
export const span = (row: SpanRow): Span => [row.span_start, row.span_end]
/** A text with its span from columns that are null together. */
const grounded = (text: string | null, start: number | null, end: number | null) =>
  text === null || start === null || end === null ? null : { text, span: [start, end] satisfies Span }

/** A list of texts, as SQL gives one: most are empty. What another hand has put among them is left out. */
export const textsOf = (json: string): string[] => {
  if (json === '[]') return []
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export interface ReportRow {
  report: number | null
  id: string
  key: string
  source: string
  parser_version: string
  schema_version: 1
  format: Document['format']
  encoding: string | null
  title: string | null
  kind: Document['kind']
  programme: NonNullable<Document['programme']>['type'] | null
  programme_round: number | null
  programme_look_back: Flag | null
  programme_text: string | null
  programme_start: number | null
  programme_end: number | null
  region: string | null
  region_code: string | null
  region_level: NonNullable<Document['region']>['level']
  as_of_start_date: string | null
  as_of_end_date: string | null
  as_of_precision: NonNullable<Document['asOf']>['precision'] | null
  as_of_text: string | null
  as_of_start: number | null
  as_of_end: number | null
  reading_by: string | null
  reading_margin: number | null
  reading_certainty: number | null
}
export const reportRow = ({ document, schemaVersion }: Report): Omit<ReportRow, 'report' | 'key' | 'parser_version'> => ({
  id: document.id,
  source: document.source,
  schema_version: schemaVersion,
  format: document.format,
  encoding: document.encoding,
  title: document.title,
  kind: document.kind,
  programme: document.programme?.type ?? null,
  programme_round: document.programme?.round ?? null,
  programme_look_back: document.programme ? flag(document.programme.lookBack) : null,
  programme_text: document.programme?.text ?? null,
  programme_start: document.programme?.span[0] ?? null,
  programme_end: document.programme?.span[1] ?? null,
  region: document.region?.name ?? null,
  region_code: document.region?.code ?? null,
  region_level: document.region?.level ?? null,
  as_of_start_date: document.asOf?.start ?? null,
  as_of_end_date: document.asOf?.end ?? null,
  as_of_precision: document.asOf?.precision ?? null,
  as_of_text: document.asOf?.text ?? null,
  as_of_start: document.asOf?.span[0] ?? null,
  as_of_end: document.asOf?.span[1] ?? null,
  reading_by: document.reading?.by ?? null,
  reading_margin: document.reading?.margin ?? null,
  reading_certainty: document.reading?.certainty ?? null,
})
export const regionOf = (row: Pick<ReportRow, 'region' | 'region_code' | 'region_level'>): Document['region'] =>
  row.region === null ? null : { name: row.region, code: row.region_code, level: row.region_level }
/** The document's fields; the record's schema checks what TypeScript cannot know of a row. */
export const documentOf = (row: ReportRow, text: string) => ({
  id: row.id,
  source: row.source,
  format: row.format,
  encoding: row.encoding,
  title: row.title,
  kind: row.kind,
  programme:
    row.programme === null
      ? null
      : {
          ...grounded(row.programme_text, row.programme_start, row.programme_end),
          type: row.programme,
          round: row.programme_round,
          lookBack: truth(row.programme_look_back),
        },
  region: regionOf(row),
  asOf:
    row.as_of_start_date === null
      ? null
      : {
          start: row.as_of_start_date,
          end: row.as_of_end_date,
          precision: row.as_of_precision,
          ...grounded(row.as_of_text, row.as_of_start, row.as_of_end),
        },
  reading:
    row.reading_by === null ? null : { by: row.reading_by, margin: row.reading_margin, certainty: row.reading_certainty },
  text,
})

export interface ItemRow extends OfItem, SpanRow {
  label: string
  category: string | null
  category_start: number | null
  category_end: number | null
  problem: string
  problem_start: number
  problem_end: number
  goal: string | null
  goal_start: number | null
  goal_end: number | null
  status: Status['code'] | null
  status_ongoing: Flag | null
  closure: Status['closure']
  status_basis: Status['basis'] | null
  status_text: string | null
  status_start: number | null
  status_end: number | null
}
export const itemRow = (item: Item): Omit<ItemRow, 'report' | 'item'> => ({
  label: item.label,
  span_start: item.span[0],
  span_end: item.span[1],
  category: item.category?.text ?? null,
  category_start: item.category?.span[0] ?? null,
  category_end: item.category?.span[1] ?? null,
  problem: item.problem.text,
  problem_start: item.problem.span[0],
  problem_end: item.problem.span[1],
  goal: item.goal?.text ?? null,
  goal_start: item.goal?.span[0] ?? null,
  goal_end: item.goal?.span[1] ?? null,
  status: item.status?.code ?? null,
  status_ongoing: item.status ? flag(item.status.ongoing) : null,
  closure: item.status?.closure ?? null,
  status_basis: item.status?.basis ?? null,
  status_text: item.status?.text ?? null,
  status_start: item.status?.span[0] ?? null,
  status_end: item.status?.span[1] ?? null,
})
/** The fields of an item that stand in its own row. */
export const itemOf = (row: ItemRow) => ({
  seq: row.item,
  label: row.label,
  span: span(row),
  category: grounded(row.category, row.category_start, row.category_end),
  problem: { text: row.problem, span: [row.problem_start, row.problem_end] },
  goal: grounded(row.goal, row.goal_start, row.goal_end),
  status:
    row.status === null
      ? null
      : {
          ...grounded(row.status_text, row.status_start, row.status_end),
          code: row.status,
          ongoing: truth(row.status_ongoing),
          closure: row.closure,
          basis: row.status_basis,
        },
})

export interface TextRow extends SpanRow {
  text: string
}
export const textRow = (value: { text: string; span: Span }): TextRow => ({
  text: value.text,
  span_start: value.span[0],
  span_end: value.span[1],
})
export const textOf = (row: TextRow) => ({ text: row.text, span: span(row) })

export interface ActionRow extends OfItem, TextRow {
  action: number
  kind: 'measure' | 'progress'
  parent: number | null
  depth: number
  position: number
  label: string
}

export interface PartyRow extends OfItem, SpanRow {
  action: number | null
  role: Party['role']
  kind: Party['kind']
  name: string
  full_name: string | null
  title: string | null
  scope: string | null
}
export const partyRow = ({ role, kind, name, fullName, title, scope, span: at }: Party) => ({
  role,
  kind,
  name,
  full_name: fullName,
  title,
  scope,
  span_start: at[0],
  span_end: at[1],
})
export const partyOf = (row: PartyRow): Party => ({
  role: row.role,
  kind: row.kind,
  name: row.name,
  fullName: row.full_name,
  title: row.title,
  scope: row.scope,
  span: span(row),
})

export interface DeadlineRow extends OfItem, TextRow {
  deadline: number
  action: number | null
}
export interface EntryRow extends OfItem, DeadlineEntry {
  deadline: number
}
export const entryRow = ({ kind, date, precision, scope }: DeadlineEntry) => ({ kind, date, precision, scope })
export const entryOf = ({ kind, date, precision, scope }: EntryRow): DeadlineEntry => ({ kind, date, precision, scope })

export interface TotalRow extends TextRow, Pick<DeclaredTotal, 'measure' | 'declared' | 'extracted'> {
  agrees: Flag | null
}
export const totalRow = ({ measure, declared, extracted, agrees, text, span: at }: DeclaredTotal) => ({
  measure,
  declared,
  extracted,
  agrees: flagOrNull(agrees),
  text,
  span_start: at[0],
  span_end: at[1],
})
export const totalOf = (row: TotalRow): DeclaredTotal => ({
  measure: row.measure,
  declared: row.declared,
  extracted: row.extracted,
  agrees: truth(row.agrees),
  ...textOf(row),
})

export interface DiagnosticRow extends Pick<Diagnostic, 'code' | 'severity' | 'message' | 'item'> {
  span_start: number | null
  span_end: number | null
}
export const diagnosticRow = ({ code, severity, message, span: at, item }: Diagnostic) => ({
  code,
  severity,
  message,
  span_start: at?.[0] ?? null,
  span_end: at?.[1] ?? null,
  item,
})
export const diagnosticOf = (row: DiagnosticRow): Diagnostic => ({
  code: row.code,
  severity: row.severity,
  message: row.message,
  span: row.span_start === null || row.span_end === null ? null : [row.span_start, row.span_end],
  item: row.item,
})
