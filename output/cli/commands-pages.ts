/** Commands that show the ledger as pages. */
import { type CommandSpec, db, json, lang, limits, quiet } from './command-spec.js'

export const PAGE_COMMANDS: CommandSpec[] = [
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
]
