/** The commands as data: `main.ts` builds the command line from this table, and docs/cli.md is checked against it. */
import type { Io } from './io.js'

/** A command's work: positional arguments and options as typed, for the module to check; its result is the exit code. */
export type Run = (args: string[], options: unknown, io: Io) => Promise<number>

export interface CommandSpec {
  name: string
  /** Positional arguments in commander's notation. */
  args: string
  summary: string
  /** What a reader of `--help` must know beyond the summary. */
  description: string
  /** `several`: the option may be given again. */
  options: [flags: string, description: string, several?: 'several'][]
  examples: [command: string, comment: string][]
  /** Modules are loaded when their command runs: `parse` must not wait for SQLite. */
  load: () => Promise<{ run: Run }>
}

const db: [string, string] = ['--db <file>', 'the ledger, an SQLite database (default: taizhang.db)']
const json: [string, string] = ['--json', 'print JSON for a machine to read']
const quiet: [string, string] = ['--quiet', 'print results only: no summary, no progress, no notes']
const lang: [string, string] = ['--lang <lang>', 'zh or en (default: by LC_ALL or LANG)']
const limits: [string, string][] = [
  ['--max-size <mb>', 'largest source taken, in MB (default: 64)'],
  ['--time-limit <seconds>', 'longest time for one file (default: 60)'],
]

/** What list, search, due, digest and export are narrowed by; see filters.ts. */
const reportFilters: CommandSpec['options'] = [
  ['--kind <kinds>', 'of plan, checklist, progress or unknown reports', 'several'],
  ['--region <names>', 'names or GB/T 2260 codes, with all below them; or part of a name', 'several'],
  ['--programme <types>', 'inspections: audit, discipline_inspection, central_environmental_inspection, …', 'several'],
  ['--round <numbers>', 'rounds of the inspection', 'several'],
  ['--year <years>', "years of the report's day; where it shows none, of its title", 'several'],
]
const itemFilters: CommandSpec['options'] = [
  ['--status <codes>', 'items with this status: completed, in_progress, …; none where the report does not say', 'several'],
  ['--open', 'what the newest report calls not yet done'],
  ['--closure <codes>', 'submitted, closed or none', 'several'],
  ['--unit <names>', 'with this body among the parties: part of the name, short or in full', 'several'],
  ['--role <role>', 'with --unit: in this role, such as lead_unit'],
  ['--due-from <day>', 'due on this day or later'],
  ['--due-to <day>', 'due on this day or earlier'],
  ['--text <words>', 'with all of these words in problem, goal, measures or progress'],
]
const several =
  'Where an option takes several, give it again or put commas between. A report, region or body that the ledger does not know is an error (2).'

export const COMMANDS: CommandSpec[] = [
  {
    name: 'parse',
    args: '<file>',
    summary: "print one report's record 解析一份报告",
    description: `Reads one report (a file, or - for standard input) and prints its record on standard output.
Exit code 1 where the record has a diagnostic of severity error; it is printed all the same.`,
    options: [
      ['--format <format>', 'json, yaml, or table for people (default: json)'],
      ['--explain', 'print the readings of the layout instead of the record'],
      ['--line <n>', 'what line n of --explain may be, what it became, by which rules'],
      ...limits,
      quiet,
    ],
    examples: [
      ['taizhang parse report.txt', ''],
      ['taizhang parse report.txt --format table', 'for people'],
      ['taizhang parse report.txt --explain', 'why it was read as it was'],
      ['taizhang parse report.txt --line 12', 'why line 12 was'],
      ['cat report.txt | taizhang parse - | jq .items[0].problem.text', ''],
    ],
    load: () => import('./parse.js'),
  },
  {
    name: 'ingest',
    args: '[path...]',
    summary: 'take reports into the ledger 报告入账',
    description: `Takes reports into the ledger: files, folders, patterns, http(s) addresses, ZIP archives, or - for standard input.
Of a folder the files are taken that may be reports: txt md html mht docx xlsx pdf doc wps xls rtf zip png jpg tif.
The same bytes twice change nothing; a changed parser parses them again. New bytes at a known path or address make a new version of it, which
takes the place of the earlier one in every list, count and export. The same bytes under another name are one report with two names.
A file that fails is recorded as failed and the rest go in; what it held before stays.
Exit code 1 where a file failed or a report has a diagnostic of severity error.`,
    options: [
      db,
      ['--from <file>', 'take what the file names too: one path or address a line, # begins a comment; - is standard input'],
      ['--log <file>', 'add a line of JSON for each source: at, source, key, result, ms, codes of diagnostics'],
      ['--reset', 'leave in the ledger only what is taken in now; what was there goes when all of it is in'],
      ['--no-index', 'leave the search index and the links for later (taizhang index)'],
      ['--jobs <n>', 'files worked on at a time (default: processors, 4 at most)'],
      ...limits,
      ['--allow-private', 'let addresses of private networks be fetched'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang ingest reports/', ''],
      ['taizhang ingest plan.docx list.xlsx --db city.db', ''],
      ["taizhang ingest 'reports/**/*.pdf'", 'a pattern'],
      ['taizhang ingest https://www.example.com/zhenggai.html', 'one page; robots.txt is obeyed'],
      ['taizhang ingest --from addresses.txt --log ingest.ndjson --quiet', 'every night'],
    ],
    load: () => import('./ingest.js'),
  },
  {
    name: 'list',
    args: '',
    summary: 'list the reports, or their items 列出报告或条目',
    description: `Lists the reports of the ledger; with --items, or with an option that is about items, their items.
${several}`,
    options: [
      db,
      ['--items', 'items instead of reports'],
      ['--versions', 'earlier versions too, which stand in no list otherwise'],
      ['--uncertain', 'reports whose layout can be read in another way nearly as well: a person should look at them first'],
      ['--report <key>', 'of one report: key, beginning of its id, or source'],
      ...reportFilters,
      ...itemFilters,
      ['--overdue [day]', 'problems due before this day (default: today) that their newest report calls open, each once'],
      ['--unsaid', 'with --overdue: also those of which no report says what became'],
      ['--sort <key>', 'items by report, due, status, region or unit; -due: the last first'],
      ['--limit <n>', 'rows at most; how many there are is told all the same'],
      ['--format <format>', 'table, csv, tsv, ndjson, json or xlsx (default: table)'],
      ['--out <file>', 'write to this file; xlsx needs one'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang list', ''],
      ['taizhang list --uncertain', 'what a person should look at first'],
      ['taizhang list --items --status in_progress,behind_schedule', ''],
      ['taizhang list --unit 水利局 --unit 住建局 --role lead_unit', ''],
      ['taizhang list --region 湘西州 --open --sort due', 'with its counties'],
      ['taizhang list --overdue 2024-12-31 --format xlsx --out overdue.xlsx', ''],
      ['taizhang list --versions', 'with the keys of earlier versions, for show'],
    ],
    load: () => import('./list.js'),
  },
  {
    name: 'show',
    args: '<key>',
    summary: 'show a report or an item 查看报告或条目',
    description: `Shows a report (its key, the beginning of its id, or its source) or an item (key#number).`,
    options: [db, ['--full', 'of a report: every item in full'], json, quiet],
    examples: [
      ['taizhang show 3fa9c1d2e4b5', 'a report, by the key that list prints'],
      ['taizhang show 3fa9c1d2e4b5#12', 'its item 12'],
      ['taizhang show reports/plan.txt --full', ''],
    ],
    load: () => import('./show.js'),
  },
  {
    name: 'page',
    args: '<report>',
    summary: 'a report as a page to look at 报告网页',
    description: `Prints a report as one HTML page: the text with every word that was read marked by its kind, the records beside it, what is uncertain first.
A click on a word leads to its record, a click on the record to the words. The page is one file, loads nothing, and can be read and printed without JavaScript.
The report is a file, - for standard input, or the key of a report of the ledger; then corrections are shown too.`,
    options: [db, lang, ...limits],
    examples: [
      ['taizhang page report.docx > report.html', ''],
      ['taizhang page 3fa9c1d2e4b5 --db city.db > report.html', 'a report of the ledger, with its corrections'],
    ],
    load: () => import('./page.js'),
  },
  {
    name: 'serve',
    args: '',
    summary: 'the ledger in a browser 浏览台账',
    description: `Serves the ledger as pages on this machine and prints their address: overview with charts, problems with facets and full text, each problem through its reports,
reports with every word in its place, units, regions, what falls due, what a person should review, sources; any list as CSV, XLSX or JSON, and a JSON interface under /api/ with the filters of list.
Pages load nothing from elsewhere. They are for reading, unless --write is given. Where it listens on another address than loopback a token is needed, which is part of the address that is printed.`,
    options: [
      db,
      ['--port <n>', 'port; 0 for one that is free (default: 8750)'],
      ['--host <address>', 'address to listen on (default: 127.0.0.1, which only this machine reaches)'],
      ['--write', 'with forms to confirm and reject links, to correct and to note'],
      ['--as-of <day>', 'the day from which deadlines are looked at (default: today)'],
      lang,
      quiet,
    ],
    examples: [
      ['taizhang serve', ''],
      ['taizhang serve --db city.db --port 9000 --write', 'to review and correct'],
    ],
    load: () => import('./serve.js'),
  },
  {
    name: 'site',
    args: '',
    summary: 'the ledger as a site of files 静态网站',
    description: `Writes the ledger as a folder of pages with relative links: overview with charts, reports with every word in its place, problems through their reports, units, regions,
what falls due, and a search that runs in the browser. It can be put on any server or opened from disk; nothing is loaded from elsewhere.
Deadlines are looked at from the day of the newest report, unless --as-of says otherwise: the same ledger gives the same bytes. A site that is there is replaced when the new one is whole; a folder of
anything else is left as it is.`,
    options: [
      db,
      ['--to <dir>', 'folder to write to; it is made where there is none'],
      ['--as-of <day>', 'the day from which deadlines are looked at (default: the day of the newest report)'],
      lang,
      json,
      quiet,
    ],
    examples: [
      ['taizhang site --to site', 'then open site/index.html'],
      ['taizhang site --to public --db city.db --lang zh', ''],
    ],
    load: () => import('./site.js'),
  },
  {
    name: 'search',
    args: '<words...>',
    summary: 'search the items 全文检索',
    description: `Searches the items for all of the words, best matches first.
${several}`,
    options: [
      db,
      ['--field <names>', 'only in these: problem, goal, measures, progress, parties (with commas)'],
      ['--report <key>', 'only in one report: key, beginning of its id, or source'],
      ...reportFilters,
      ...itemFilters,
      ['--sort <key>', 'by report, due, status, region or unit; -due: the last first (default: best matches first)'],
      ['--limit <n>', 'items at most (default: 20); how many there are is told all the same'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang search 黑臭水体', ''],
      ['taizhang search 污水 管网 --field measures,progress', 'both words'],
      ['taizhang search 污水 --region 湘西州 --open', ''],
    ],
    load: () => import('./search.js'),
  },
  {
    name: 'due',
    args: '',
    summary: 'what is past its day, and what falls due 到期提醒',
    description: `Tells three truths apart: problems past their day that are open, past their day of which no report says what became, and not past.
A problem is told once, by its newest item; its state and deadline are those of its newest report that gives them. Deadlines of measures count where the item has none.
${several}`,
    options: [
      db,
      ['--as-of <day>', 'the day to look from, or today (default: today)'],
      ['--within <time>', 'what falls due in this time: 30d, 8w, 6m (default: 30d)'],
      ['--report <key>', 'of one report: key, beginning of its id, or source'],
      ...reportFilters,
      ...itemFilters,
      ['--sort <key>', 'by report, due, status, region or unit; -due: the last first (default: due)'],
      ['--limit <n>', 'rows of each at most; the counts stay whole'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang due', ''],
      ['taizhang due --within 90d --unit 水利局 --region 湘乡市', ''],
      ['taizhang due --as-of 2024-12-31 --json', ''],
    ],
    load: () => import('./due.js'),
  },
  {
    name: 'digest',
    args: '',
    summary: "the office's round between two days 调度通报",
    description: `Tells what happened to problems after --from up to --to, against what was known on --from: new, closed, reopened, fallen due, overdue, past and not said, deadline moved; by lead unit, region and inspection,
then each problem. What was known on a day is told by the reports' own days (截至, publication, signature); a report that shows none is taken to be known always.
Filters are about the newest item of each problem; --open and the deadline are told as they were on the day of --to. ${several}`,
    options: [
      db,
      ['--from <day>', 'the day of the last round'],
      ['--to <day>', 'the day of this one, or today (default: today)'],
      ['--report <key>', 'of one report: key, beginning of its id, or source'],
      ...reportFilters,
      ...itemFilters,
      ['--sort <key>', 'each list by report, due, status, region or unit; -due: the last first'],
      ['--limit <n>', 'rows of each list at most; the counts stay whole'],
      ['--format <format>', 'table, markdown or json (default: table)'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang digest --from 2024-05-31 --to 2024-06-30', ''],
      ['taizhang digest --from 2024-05-31 --unit 水利局 --region 湘西州', ''],
      ['taizhang digest --from 2024-05-31 --format markdown > round.md', ''],
    ],
    load: () => import('./digest.js'),
  },
  {
    name: 'history',
    args: '<item>',
    summary: 'a problem through the years 问题沿革',
    description: `Shows what each report says of a problem, oldest first, what became of it, and where the reports contradict one another: done and open again, a deadline moved.`,
    options: [db, json, quiet],
    examples: [['taizhang history 3fa9c1d2e4b5#12', 'an item, by the key that list --items prints']],
    load: () => import('./history.js'),
  },
  {
    name: 'link',
    args: '',
    summary: 'which items tell the same problem 关联同一问题',
    description: `Links items that tell the same problem: a plan's and its progress reports', a county's copy of its province's item. Ingest does so for each report as it comes;
this links what was left out (ingest --no-index), or all anew. What is not sure enough is a suggestion, and joins nothing until a person confirms it.`,
    options: [
      db,
      ['--all', 'make all links anew; what people confirmed or rejected stays so'],
      ['--review', 'list the suggestions, with both problems in full'],
      ['--report <key>', 'list the links of one report: key, beginning of its id, or source'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang link --review', 'then confirm or reject'],
      ['taizhang link --report 3fa9c1d2e4b5 --json', ''],
      ['taizhang link --all', ''],
    ],
    load: () => import('./link.js'),
  },
  {
    name: 'confirm',
    args: '<link...>',
    summary: 'say that a link is right 确认关联',
    description: `Confirms links, by the numbers that link --review prints, or two items as KEY#1=KEY#2. The decision is kept by the items' words and survives every re-parse and new version.`,
    options: [db, ['--by <name>', 'who decides'], ['--why <words>', 'why'], json, quiet],
    examples: [
      ['taizhang confirm 17 18', ''],
      ['taizhang confirm 3fa9c1d2e4b5#12=8be01c77ab90#9 --by 张某', 'two items that no rule links'],
    ],
    load: async () => ({ run: (await import('./decide.js')).decide('confirmed') }),
  },
  {
    name: 'reject',
    args: '<link...>',
    summary: 'say that a link is wrong 否定关联',
    description: `Rejects links, as confirm confirms them: the two items are not joined by it again.`,
    options: [db, ['--by <name>', 'who decides'], ['--why <words>', 'why'], json, quiet],
    examples: [['taizhang reject 19 --why 不是同一个镇', '']],
    load: async () => ({ run: (await import('./decide.js')).decide('rejected') }),
  },
  {
    name: 'diff',
    args: '<a> <b>',
    summary: 'what changed from one report to another 比对',
    description: `Compares two reports, or two versions of one: items that are new, that are gone, and that say otherwise: state, closure, deadline, lead units, words of the problem. Items are matched as links are.
Exit code 0 whether or not something changed.`,
    options: [db, json, quiet],
    examples: [
      ['taizhang diff 3fa9c1d2e4b5 8be01c77ab90', 'keys, as list and list --versions print them'],
      ['taizhang diff plan.docx progress.docx --json', ''],
    ],
    load: () => import('./diff.js'),
  },
  {
    name: 'correct',
    args: '<item> <field> <value>',
    summary: 'correct what was read, for good 更正',
    description: `Corrects a field of an item: status, closure, due, lead_units, responsible_units, category or problem. The record stays as it was read; every list, view and export
shows the right value and marks it (*). It is kept by what the item is, and survives every re-parse and new version; where the words beneath have changed it is in doubt (?), neither lost nor forced.
The value none says that the report does not say. Exit code 1 where the field cannot hold the value.`,
    options: [
      db,
      ['--why <words>', 'how this is known'],
      ['--by <name>', 'who says so'],
      ['--day <day>', 'when (default: today)'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang correct 3fa9c1d2e4b5#12 status completed --why 现场核实 --by 张某', ''],
      ['taizhang correct 3fa9c1d2e4b5#12 due 2025-06-30 --why 见更正通知 --by 张某', ''],
      ['taizhang correct 3fa9c1d2e4b5#12 lead_units 水利局、住建局 --why 分工调整 --by 张某', ''],
    ],
    load: async () => ({ run: (await import('./correct.js')).correct }),
  },
  {
    name: 'note',
    args: '<item> <words>',
    summary: 'note something beside an item 备注',
    description: 'Keeps a remark beside an item, as long as a correction is kept.',
    options: [db, ['--by <name>', 'who says so'], ['--day <day>', 'when (default: today)'], json, quiet],
    examples: [['taizhang note 3fa9c1d2e4b5#12 "等待省里复核" --by 张某', '']],
    load: async () => ({ run: (await import('./correct.js')).note }),
  },
  {
    name: 'corrections',
    args: '',
    summary: 'list, hand on and take in corrections 更正一览',
    description: `Lists what people corrected and noted. A file of them (JSONL) hands them on to another ledger, which finds the items by document or source and by their words.`,
    options: [
      db,
      ['--export <file>', 'write them all'],
      ['--import <file>', 'take in those that are not known'],
      ['--as-fixture <report>', 'print the expected record of a report, corrections laid over, as JSON for a test'],
      ['--drop <n>', 'take one back'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang corrections', ''],
      ['taizhang corrections --export corrections.jsonl', ''],
      ['taizhang corrections --import corrections.jsonl --db team.db', ''],
      ['taizhang corrections --as-fixture 3fa9c1d2e4b5 > expected.json', 'read it against the report before it is gold'],
    ],
    load: () => import('./corrections.js'),
  },
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
csv: UTF-8 with BOM, RFC 4180. jsonl: one object a line. xlsx: one workbook. datapackage: the CSV files with a Frictionless Data Package that describes them in English and Chinese.
ical: deadlines.ics, the deadlines of problems and measures that no report calls done, for a calendar.
Files of the same names are replaced when all are whole; manifest.json, written last, lists them with their hashes.
With a filter of items only those, and the reports that hold them. ${several}`,
    options: [
      db,
      ['--to <dir>', 'folder to write to; it is made where there is none'],
      ['--check', 'write nothing: tell whether the folder holds a whole export'],
      ['--format <names>', 'csv, jsonl, xlsx, datapackage, ical; several with commas (default: csv)'],
      ['--report <key...>', 'only these reports: key, beginning of the id, or source'],
      ...reportFilters,
      ...itemFilters,
      ['--sort <key>', 'with --limit: the first by report, due, status, region or unit; -due: the last first'],
      ['--limit <n>', 'items at most; how many there are is told all the same'],
      ['--versions', 'earlier versions too'],
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
      ['taizhang export --to calendar --format ical', 'deadlines for a calendar'],
      ['taizhang export --to open --format xlsx --region 湘西州 --open', 'a part of the ledger'],
      ['taizhang export --to dataset --check', 'after a run that was interrupted'],
    ],
    load: () => import('./export.js'),
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
