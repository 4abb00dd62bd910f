/** docs/export.md, made from the tables' own definitions. A test keeps the file the same as this. */
import type { Table } from './columns.js'
import { tables } from './tables.js'

const head = `# The exported data set

\`taizhang export --to DIR --format csv,jsonl,xlsx,parquet,datapackage,ical\`, or \`exportLedger(ledger, { to, formats })\`. This page is made from the table of columns in
\`output/export/tables.ts\`; \`UPDATE=1 npx vitest run tests/export.test.ts\` writes it anew.

| format | files | form |
|---|---|---|
| csv | \`<table>.csv\` | UTF-8 with BOM, RFC 4180 (commas, CRLF, quotes doubled), one head line, days as 2024-06-30, true/false, an empty cell where there is no value |
| jsonl | \`<table>.jsonl\` | one row a line, UTF-8 without BOM, null where there is no value; empty texts stay apart from missing ones |
| xlsx | \`taizhang.xlsx\` | an overview, then one sheet a table named in both languages; head frozen, a filter, real dates and numbers, the Chinese word beside each code (\`status_zh\`), landscape A4; without the table texts, whose cells would be too long, and without \`start\` and \`end\` columns unless \`--places\` asks for them |
| parquet | \`<table>.parquet\` | lists where lists are (units, headings, remarks), days as days, what each column means in the file's metadata |
| datapackage | \`datapackage.json\` and \`data/<table>.csv\` | a [Frictionless Data Package](https://specs.frictionlessdata.io/data-package/): CSV as above without the BOM, with types, enums and their Chinese words, primary and foreign keys, sha256, descriptions in both languages, version, sources, the version of the record's schema, and the licence that \`--licence\` names: whose data it is has to say, so that none is claimed without it |
| ical | \`deadlines.ics\` | the deadlines of problems and measures that no report calls done, a whole day each |

- **The same ledger gives the same bytes**, whatever the order in which the reports went in: no clock, no row numbers of the database.
- **Current versions only**, unless \`--versions\` or \`--report KEY\` asks for earlier ones.
- **Whole or told**: files are made in a folder of their own inside DIR and moved in place when all are whole; \`manifest.json\`, which lists them with their sha256, is moved last.
  \`taizhang export --to DIR --check\` tells whether the files are those of the list and of one state of the ledger (exit code 1 where not). What a killed run has left is taken away by the next.
  Files of an earlier export that this one does not write stay as they are, and stay in the list.
- **Formulas**: a CSV text that begins with \`=\`, \`+\`, \`-\`, \`@\`, their full-width forms, a tab or a carriage return gets \`'\` before it, so that a spreadsheet does not run it. Numbers stay numbers.
  \`--raw-cells\` (\`formulaSafe: false\`) leaves the texts as they are. JSONL and XLSX need none of it: their texts are texts. The \`start\` and \`end\` columns count in the text without the \`'\`.
- **Lists** (units, headings, remarks) are texts joined by 、 (headings by >) in CSV, JSONL and XLSX.
- **problems** has each problem once a region, with what every report said of it, day by day; **items** has what each report says.
- **Back to the source**: \`start\` and \`end\` are UTF-16 offsets into \`texts.text\`, the end exclusive.
- XLSX holds 32,767 characters in a cell: a longer text ends in …, while CSV and JSONL have it whole. A table of more than 1,048,575 rows goes on in a sheet \`…_2\`.
- Keys: a report is the first 12 hex digits of its sha256, an item \`<report>#<number>\`, a measure \`<item>/<number>\`. They are the same in every export of the same reports.

## Tables
`

const keyNote = (table: Table, column: string): string =>
  [
    table.primaryKey.includes(column) ? 'primary' : '',
    table.foreignKeys[column] === undefined ? '' : `→ ${table.foreignKeys[column]}`,
  ]
    .filter(Boolean)
    .join(' ')

const section = (table: Table): string =>
  [
    `### ${table.name}`,
    `${table.en} · ${table.about}`,
    '',
    '| column | type | key | meaning |',
    '|---|---|---|---|',
    ...table.columns.map(
      (c) => `| ${c.name} | ${c.type} | ${keyNote(table, c.name)} | ${c.en.replaceAll('|', '\\|')} · ${c.about} |`,
    ),
  ].join('\n')

/** The text of docs/export.md. */
export const exportDocs = (): string => `${head}\n${tables.map(section).join('\n\n')}\n`
