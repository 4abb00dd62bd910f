/** Parquet: a file a table, with lists where lists are, days as days, and what each column means in the file's metadata. */

import type { fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { Column, ColumnType, Table } from './columns.js'
import type { Value } from './rows.js'

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

const leaf = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
} as const satisfies Record<Exclude<ColumnType, 'list'>, Omit<SchemaElement, 'name'>>

/** A list is a group of three levels, as the format has it. */
const elementsOf = ({ name, type, required }: Column): SchemaElement[] =>
  type === 'list'
    ? [
        { name, repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', ...leaf.string },
      ]
    : [{ name, repetition_type: required ? 'REQUIRED' : 'OPTIONAL', ...leaf[type] }]

const schemaOf = ({ columns }: Table): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.flatMap(elementsOf),
]

const stored = ({ type }: Column, value: Value): unknown => {
  if (value === null) return type === 'list' ? [] : undefined
  switch (type) {
    case 'integer':
      return BigInt(Number(value))
    case 'date':
      return new Date(`${String(value)}T00:00:00Z`)
    case 'string':
    case 'number':
    case 'boolean':
    case 'list':
      return value
  }
}

/** The library, which only this format needs. */
export interface Parquet {
  ParquetWriter: typeof ParquetWriter
  fileWriter: typeof fileWriter
}
export const loadParquet = async (): Promise<Parquet> => import('hyparquet-writer')

/** A file of one table that grows by batches of rows. */
export class ParquetFile {
  readonly #writer: ParquetWriter
  constructor(
    { ParquetWriter, fileWriter }: Parquet,
    path: string,
    readonly table: Table,
  ) {
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: schemaOf(table),
      createdBy: 'taizhang',
      kvMetadata: [
        { key: 'title', value: `${table.zh} · ${table.en}` },
        ...table.columns.map(({ name, zh, en, about }) => ({ key: `column.${name}`, value: `${zh} · ${en} · ${about}` })),
      ],
    })
  }
  write(rows: readonly (readonly Value[])[]): void {
    if (rows.length === 0) return
    const columnData = this.table.columns.map((column, index) => ({
      name: column.name,
      data: rows.map((row) => stored(column, row[index] ?? null)),
    }))
    this.#writer.write({ columnData, rowGroupSize: rows.length })
  }
  end(): void {
    this.#writer.finish()
  }
}
