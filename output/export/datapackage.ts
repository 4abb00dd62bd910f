/** The descriptor of a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/, v1; enums as categories, as v2 has them). */
import { SCHEMA_VERSION } from '../../pipeline/record.js'
import { VERSION } from '../../pipeline/version.js'
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

/** A report that the data were read from. */
export interface Source {
  title: string
  /** Its address; a file of the user's own machine has none. */
  path: string | null
}

/** A list is a text in CSV. */
const typeOf = ({ type }: Column): string => (type === 'list' ? 'string' : type)

const field = (column: Column) => {
  const { codes, required, type, joint = '、' } = column
  const listed = type === 'list' ? `; several joined by “${joint.trim()}”` : ''
  const constraints = { ...(required ? { required } : {}), ...(codes ? { enum: Object.keys(codes) } : {}) }
  return {
    name: column.name,
    type: typeOf(column),
    title: `${column.zh} · ${column.name}`,
    description: `${column.en}${listed} · ${column.about}`,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
    ...(codes ? { categories: Object.entries(codes).map(([value, label]) => ({ value, label })) } : {}),
  }
}

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

const description = (formulaSafe: boolean): string =>
  [
    'Problems, measures, parties, deadlines and statuses read from published rectification reports. start and end columns are UTF-16 offsets into the texts table.',
    '由公开的整改报告解析而成的台账；start、end列为texts表正文中的UTF-16位置。',
    ...(formulaSafe
      ? ["A text that begins with = + - @, a tab or a carriage return has ' before it. 以= + - @等开头的文本前加有'。"]
      : []),
  ].join('\n')

/** What a package is published under: an identifier of a licence (Open Definition, SPDX), or the address of its text. */
export const licenceName = /^[-a-zA-Z0-9._+]+$/
const isAddress = (licence: string): boolean => /^https?:\/\//i.test(licence)
/** Whether a package may name it. */
export const isLicence = (licence: string): boolean => (isAddress(licence) ? URL.canParse(licence) : licenceName.test(licence))

export interface PackageOptions {
  formulaSafe: boolean
  /** None: whose data it is has to say under what, and the program does not know. */
  licences: readonly string[]
}

export const datapackage = (
  resources: readonly Resource[],
  sources: readonly Source[],
  { formulaSafe, licences }: PackageOptions,
): object => {
  const all = resources.map(({ table }) => table)
  return {
    profile: 'tabular-data-package',
    name: 'taizhang-ledger',
    title: '整改台账 · Rectification ledger',
    version: VERSION,
    description: description(formulaSafe),
    keywords: ['整改', '台账', '督察', '巡视', '审计', 'rectification'],
    ...(licences.length > 0
      ? { licenses: licences.map((licence) => (isAddress(licence) ? { path: licence } : { name: licence })) }
      : {}),
    ...(sources.length > 0
      ? { sources: sources.map(({ title, path }) => ({ title, ...(path === null ? {} : { path }) })) }
      : {}),
    // The shape of the record that the tables were made from; see `taizhang schema`.
    recordSchemaVersion: SCHEMA_VERSION,
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
