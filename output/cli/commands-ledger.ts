/** Commands that look after the ledger and hand it on. */
import { type CommandSpec, db, itemFilters, json, quiet, reportFilters, several } from './command-spec.js'

export const LEDGER_COMMANDS: CommandSpec[] = [
  {
    name: 'index',
    args: '',
    summary: 'bring the search index up to date 更新全文索引',
    description: `Puts into the search index what \`ingest --no-index\` left out, and links those reports, and brings a ledger of an earlier version of the program up to date. Nothing is lost.`,
    options: [db, quiet],
    examples: [['taizhang index --db city.db', '']],
    load: () => import('./index.js'),
  },
  {
    name: 'check',
    args: '',
    summary: 'check totals, diagnostics, sources and the ledger 核对台账',
    description: `Compares what the reports say of themselves with what was extracted, prints what was noticed while they were read, looks whether the sources
are still what they were, and whether the ledger is whole: its pages, references, search index, versions, and every record against its own text.
The last line is for a machine: check=ok, disagrees or broken, and counts.
Exit code 1 where a total disagrees, a diagnostic is an error, a source failed or has changed since; 3 where the ledger is damaged.`,
    options: [
      db,
      ['--report <key>', 'only one report'],
      ['--warnings', 'print each warning'],
      ['--no-sources', 'do not look whether the files are still what they were'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang check', ''],
      ['taizhang check --quiet || echo "look at the ledger"', ''],
      ['taizhang check | tail -n 1', 'the line for a machine'],
    ],
    load: () => import('./check.js'),
  },
  {
    name: 'remove',
    args: '<key...>',
    summary: 'take reports out of the ledger 移出台账',
    description: `Takes out of the ledger: a report, by its key or the beginning of its id; a path or address with all of its versions; a source that failed.
Where the report taken out was the current version of a source, the earlier one is current again. A report that another source holds too stays.`,
    options: [db, json, quiet],
    examples: [
      ['taizhang remove 3fa9c1d2e4b5', ''],
      ['taizhang remove reports/empty.txt', 'a source that failed'],
    ],
    load: () => import('./remove.js'),
  },
  {
    name: 'export',
    args: '',
    summary: 'write the ledger as a data set 导出数据集',
    description: `Writes the ledger as tables: reports, items, measures, parties, deadlines, declared totals, diagnostics and what is found in items.
csv: UTF-8 with BOM, RFC 4180. jsonl: one object a line. xlsx: one workbook, with an overview, for people. parquet: a file a table.
datapackage: a Frictionless Data Package that describes its CSV files (data/, without BOM) in English and Chinese.
ical: deadlines.ics, the deadlines of problems and measures that no report calls done, for a calendar.
Files of the same names are replaced when all are whole; manifest.json, written last, lists them with their hashes.
With a filter of items only those, and the reports that hold them. ${several}`,
    options: [
      db,
      ['--to <dir>', 'folder to write to; it is made where there is none'],
      ['--check', 'write nothing: tell whether the folder holds a whole export'],
      ['--format <names>', 'csv, jsonl, xlsx, parquet, datapackage, ical; several with commas (default: csv)'],
      ['--report <key...>', 'only these reports: key, beginning of the id, or source'],
      ...reportFilters,
      ...itemFilters,
      ['--sort <key>', 'with --limit: the first by report, due, status, region or unit; -due: the last first'],
      ['--limit <n>', 'items at most; how many there are is told all the same'],
      ['--versions', 'earlier versions too'],
      ['--places', 'in a workbook too: where the words stand in the text of their report'],
      [
        '--licence <name...>',
        'what a data package is published under: an identifier such as CC-BY-4.0, or an address (default: none is named)',
      ],
      [
        '--raw-cells',
        "leave CSV cells that begin with = + - @ as they are; by default a ' before them keeps spreadsheets from running them",
      ],
      json,
      quiet,
    ],
    examples: [
      ['taizhang export --to dataset --format csv,xlsx', ''],
      ['taizhang export --to dataset --format datapackage --db city.db', ''],
      ['taizhang export --to open-data --format datapackage --licence CC-BY-4.0', 'to publish'],
      ['taizhang export --to calendar --format ical', 'deadlines for a calendar'],
      ['taizhang export --to open --format xlsx --region 湘西州 --open', 'a part of the ledger'],
      ['taizhang export --to dataset --check', 'after a run that was interrupted'],
    ],
    load: () => import('./export.js'),
  },
  {
    name: 'copy',
    args: '<from> <to>',
    summary: 'copy a ledger to a file or a server 复制台账',
    description: `Copies a ledger, with all versions, failures, links, decisions and corrections, into one that holds nothing yet: from an SQLite file to Postgres, the other way, or to
another file. The numbers of links and corrections stay. What is copied is one state, whoever writes meanwhile.`,
    options: [quiet],
    examples: [
      ['taizhang copy city.db postgres://USER:PASSWORD@HOST/DATABASE', ''],
      ['taizhang copy postgres://USER:PASSWORD@HOST/DATABASE city.db', 'back again'],
    ],
    load: () => import('./copy.js'),
  },
  {
    name: 'dump',
    args: '',
    summary: 'print all that a ledger holds, to compare two 输出台账全部内容以便比对',
    description: `Prints everything that the ledger holds, a line of JSON each: records, sources, failures, links, threads, decisions, corrections. Without the numbers that a ledger gives, and in
an order that does not depend on the one in which things came: two ledgers hold the same where these lines are the same.`,
    options: [db, ['--hash', 'print only the sha256 of the lines']],
    examples: [
      ['taizhang dump --db city.db > city.jsonl', ''],
      ['taizhang dump --hash --db city.db', ''],
    ],
    load: () => import('./dump.js'),
  },
  {
    name: 'schema',
    args: '',
    summary: "print the record's JSON Schema 记录的JSON Schema",
    description: 'Prints the JSON Schema (draft 2020-12) of what `taizhang parse` prints.',
    options: [],
    examples: [['taizhang schema > report.schema.json', '']],
    load: () => import('./schema.js'),
  },
  {
    name: 'values',
    args: '',
    summary: 'extract dates and quantities, NDJSON in and out 抽取日期和数量',
    description: `Reads one JSON object a line from standard input and answers with one line for each.`,
    options: [],
    examples: [[`echo '{"text":"2024年底前削减1700吨/日"}' | taizhang values`, '']],
    load: async () => ({
      run: async () => {
        const { runValues } = await import('./values.js')
        return runValues(process.stdin, process.stdout)
      },
    }),
  },
]
