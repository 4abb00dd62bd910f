/** Lists as files, in the columns of `list`. */
import { type Grid, itemGrid, reportGrid } from '../cli/grid.js'
import { csvHead, csvRecords } from '../export/csv.js'
import { workbook } from '../export/xlsx.js'
import type { ItemSummary, ReportSummary } from '../store/index.js'

export const fileFormats = ['csv', 'xlsx', 'json'] as const
export type FileFormat = (typeof fileFormats)[number]

const types: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

async function file<T extends object>(
  name: string,
  format: FileFormat,
  rows: readonly T[],
  { table, fields }: Grid<T>,
): Promise<Response> {
  const cells = () => rows.map((row) => fields.map(([, of]) => of(row)))
  const body = {
    csv: async () => csvHead(table) + csvRecords(table, cells(), true),
    xlsx: async () => new Uint8Array(await workbook([{ table, rows: cells() }])),
    json: async () => `${JSON.stringify(rows, null, 1)}\n`,
  }[format]
  return new Response(await body(), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

export const itemsFile = (name: string, format: FileFormat, rows: readonly ItemSummary[]): Promise<Response> =>
  file(name, format, rows, itemGrid)
export const reportsFile = (name: string, format: FileFormat, rows: readonly ReportSummary[]): Promise<Response> =>
  file(name, format, rows, reportGrid)
