/** Commands that take reports in and list what they hold. */
import { type CommandSpec, db, itemFilters, json, limits, quiet, reportFilters, several } from './command-spec.js'

export const REPORT_COMMANDS: CommandSpec[] = [
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
A file that fails is recorded as failed and the rest go in; what it held before stays. With --attachments a page that is no report itself is no failure where one of
its attachments is one.
Exit code 1 where a file failed or a report has a diagnostic of severity error.`,
    options: [
      db,
      ['--from <file>', 'take what the file names too: one path or address a line, # begins a comment; - is standard input'],
      ['--log <file>', 'add a line of JSON for each source: at, source, key, result, ms, codes of diagnostics'],
      ['--reset', 'leave in the ledger only what is taken in now; what was there goes when all of it is in'],
      ['--no-index', 'leave the search index and the links for later (taizhang index)'],
      ['--jobs <n>', 'files worked on at a time (default: processors, 4 at most)'],
      ...limits,
      [
        '--attachments',
        'take what a page of the web links as its attachment too (doc, xls, pdf, zip, …), as politely as the page itself',
      ],
      ['--allow-private', 'let addresses of private networks be fetched'],
      ['--queue', 'read nothing now: put what is named into the queue of a ledger in Postgres, for taizhang work'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang ingest reports/', ''],
      ['taizhang ingest plan.docx list.xlsx --db city.db', ''],
      ["taizhang ingest 'reports/**/*.pdf'", 'a pattern'],
      ['taizhang ingest https://www.example.com/zhenggai.html', 'one page; robots.txt is obeyed'],
      ['taizhang ingest --from addresses.txt --attachments', 'pages, and the lists and plans that they link'],
      ['taizhang ingest --from addresses.txt --log ingest.ndjson --quiet', 'every night'],
    ],
    load: () => import('./ingest.js'),
  },
  {
    name: 'work',
    args: '',
    summary: 'take in what is in the queue 处理队列',
    description: `Takes jobs from the queue of a ledger in Postgres, into which ingest --queue puts them: on this machine or another, as many workers as there are processors. Files must have the same
paths for all. The records of a job and its end are written in one transaction: a worker that is killed loses nothing and doubles nothing; another takes its job at once. What may pass
(a host that does not answer, a file that is not there) is tried again, later and later; what does not, and what breaks the parser, is told as dead by queue status. Workers take turns at a host.
A server that goes away is waited for. Runs until Ctrl-C or SIGTERM, which ends it with exit code 0 after the job at hand.`,
    options: [
      db,
      ['--jobs <n>', 'files worked on at a time (default: processors, 4 at most)'],
      ['--until-done', 'end when nothing waits and no worker is busy'],
      ['--json', 'print a line of JSON for each job: at, documents, failed, ms'],
      quiet,
    ],
    examples: [
      ['taizhang work --db postgres://USER:PASSWORD@HOST/DATABASE', ''],
      ['taizhang work --db postgres://USER:PASSWORD@HOST/DATABASE --until-done --quiet', 'in a script'],
    ],
    load: () => import('./work.js'),
  },
  {
    name: 'queue',
    args: '<status>',
    summary: 'tell what is in the queue 查看队列',
    description: `Tells how many jobs and documents of the queue wait, are being worked on, are done and are dead, how many are done in a minute and an hour, and why the dead are dead.
Exit code 1 where there are any dead.`,
    options: [db, json],
    examples: [['taizhang queue status --db postgres://USER:PASSWORD@HOST/DATABASE', '']],
    load: () => import('./queue.js'),
  },
  {
    name: 'watch',
    args: '<dir...>',
    summary: 'take new files of folders as they come 监视文件夹',
    description: `Takes the reports in folders into the ledger, as ingest does, and then each file that is new or has changed, once it has settled. Prints what each changes: problems that are
new, closed, open again, or have another deadline. A file that is deleted stays in the ledger. Runs until Ctrl-C or SIGTERM, which ends it with exit code 0 after the files at hand.`,
    options: [
      db,
      ['--jobs <n>', 'files worked on at a time (default: processors, 4 at most)'],
      ...limits,
      ['--json', 'print a line of JSON for each file: at, source, result, key, title, items, changes, failure, ms'],
      quiet,
    ],
    examples: [
      ['taizhang watch reports/', ''],
      ['taizhang watch inbox/ --db city.db --json >> inbox.ndjson', 'a log for a machine'],
    ],
    load: () => import('./watch.js'),
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
      [
        '--against <file>',
        'what was known at the last round is what this ledger, a copy kept then, holds; not what the days of the reports say',
      ],
      ['--format <format>', 'table, markdown, html, xlsx or json (default: table)'],
      ['--out <file>', 'write to this file; xlsx needs one'],
      json,
      quiet,
    ],
    examples: [
      ['taizhang digest --from 2024-05-31 --to 2024-06-30', ''],
      ['taizhang digest --from 2024-05-31 --unit 水利局 --region 湘西州', ''],
      ['taizhang digest --from 2024-05-31 --format html > round.html', 'opens from disk, prints on landscape paper'],
      ['taizhang digest --from 2024-05-31 --format xlsx --out round.xlsx', ''],
      ['taizhang digest --from 2024-05-31 --against may.db', ''],
    ],
    load: () => import('./digest.js'),
  },
]
