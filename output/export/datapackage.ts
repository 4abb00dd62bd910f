/** The descriptor of a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/, v1) over the CSV files. */
import type { Column, Table } from './columns.js'

/** A CSV file as it was written. */
export interface Resource {
  table: Table
  /** File name in the package. */
  path: string
  bytes: number
  /** sha256, hex. */
  sha256: string
}

const field = (column: Column) => ({
  name: column.name,
  type: column.type,
  title: `${column.zh} · ${column.name}`,
  description: `${column.en} · ${column.about}`,
  ...(column.required ? { constraints: { required: true } } : {}),
})

/** The specification wants a list of at least one, or none. Every key that is referred to is of one column; a table refers to itself by ''. */
const foreignKeys = (table: Table, all: readonly Table[]) => {
  const keys = Object.entries(table.foreignKeys).map(([fields, target]) => ({
    fields,
    reference: {
      resource: target === table.name ? '' : target,
      fields: all.find(({ name }) => name === target)?.primaryKey[0] ?? '',
    },
  }))
  return keys.length > 0 ? { foreignKeys: keys } : {}
}

export const datapackage = (resources: readonly Resource[], formulaSafe: boolean): object => {
  const all = resources.map(({ table }) => table)
  return {
    profile: 'tabular-data-package',
    name: 'taizhang-ledger',
    title: '整改台账 · Rectification ledger',
    description: [
      'Problems, measures, parties, deadlines and statuses read from published rectification reports. start and end columns are UTF-16 offsets into the texts table.',
      '由公开的整改报告解析而成的台账；start、end列为texts表正文中的UTF-16位置。',
      ...(formulaSafe
        ? ["A text that begins with = + - @, a tab or a carriage return has ' before it. 以= + - @等开头的文本前加有'。"]
        : []),
    ].join('\n'),
    resources: resources.map(({ table, path, bytes, sha256 }) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      path,
      title: `${table.zh} · ${table.en}`,
      description: `${table.en} · ${table.about}`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      dialect: {
        delimiter: ',',
        lineTerminator: '\r\n',
        quoteChar: '"',
        doubleQuote: true,
        skipInitialSpace: false,
        header: true,
      },
      schema: {
        fields: table.columns.map(field),
        missingValues: [''],
        primaryKey: [...table.primaryKey],
        ...foreignKeys(table, all),
      },
    })),
  }
}
