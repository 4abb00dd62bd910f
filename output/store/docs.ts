/** docs/store.md, made from the schema's own comments and from what SQLite says of the tables. A test keeps the file the same as this. */
import type { Ledger } from './types.js'

interface Described {
  name: string
  type: 'table' | 'view'
  about: string
  columns: { name: string; type: string; key: string; about: string }[]
}

const head = `# The store

A ledger is one SQLite file in WAL mode, or a schema in Postgres (see below). SQLite 3.40 (Debian 12) and later reads every table and view of it, the search index included. This page is made from the schema;
\`UPDATE=1 npx vitest run tests/store.test.ts\` writes it anew.

- Every table of an item refers to it by \`(report, item)\`, so tables join by \`USING (report, item)\`; taking a report out takes all of its rows out (ON DELETE CASCADE).
  \`item_list.key\` (\`<first 12 digits of the sha256>#<number>\`) is the name that the command and the exports use.
- **One truth a source.** A source (\`sources\`: a path, an address, a member of an archive) has versions: new bytes at the same place make a new one. A report is current (\`reports.current\`) where
  a source holds it now; the views show current reports only, while the tables keep the earlier ones. A count over a table joins \`reports\` and asks for \`current = 1\`. The same bytes
  under two names are one report with two rows in \`names\`. \`taizhang list --versions\` prints the keys of earlier versions, \`show KEY\` shows them. Where the new bytes cannot be parsed, the earlier version stays current
  and the attempt is in \`failures\`.
- **Every text leads back to its place**: \`*_start\` and \`*_end\` are UTF-16 offsets into \`documents.text\`, the end exclusive. In JavaScript that is
  \`text.slice(start, end)\`; SQL's \`substr\` counts code points and agrees as long as the text has no character outside the basic plane. A date has \`*_date\` columns, never \`*_start\`.
- **Each text is stored once**, in \`document_parts\`. \`documents\`, \`items\`, \`categories\`, \`actions\`, \`parties\`, \`deadlines\`, \`targets\`, \`quantities\`, \`dates\` and \`refs\` are views that show the words at the places that
  the \`stored_\` tables give, and the words of a row itself where they are not what stands there. What many rows say alike (a body, a date, a region, the grounds of a link) is told once and given by its number. Read the views; the \`stored_\` tables are how they are kept.
- Words stand beside what was read from them (\`text\` beside \`date\`, \`value\`, \`status\`). NULL means that the report does not say, or that it could not be decided (then \`diagnostics\` tells).
- The tables are the truth: the record of a report is rebuilt from them, the same byte for byte.
- Storing the same report again gives the same rows. \`reports.report\` is given at the first time and kept.
- Writing: one transaction a report, its rows in the search index included; \`ingest\` stores sixteen in one. Reading while another process writes is safe, and reading commands never write. \`PRAGMA application_id\` is \`TZHG\`,
  \`PRAGMA user_version\` the number of migrations. Only the program takes reports out: the index keeps no text and has to be told what to forget, and so have the fingerprints (another program's DELETE is refused: no such function). After an \`ingest\` by which a ledger has grown by more than a quarter it is written anew (VACUUM), which takes its size once more on the disk meanwhile; where there is no room it stays as it is. A ledger of an earlier version of the program is brought up to date by the next command that writes, or by \`taizhang index\`: in one transaction, without loss.
- \`taizhang check\` looks at pages, references, search index, versions and every record; exit code 3 where one is damaged. SQLite's pages have no checksums, so each record has a hash
  (\`record_digests\`): a changed byte is told even where page and record look whole. Mend it with \`taizhang remove KEY\` and \`taizhang ingest\` of its source. What people corrected, noted and decided has no hash: keep \`corrections --export\`.

## Questions
\`\`\`sql
-- items with status and deadline
SELECT key, status, due, problem FROM item_list ORDER BY due;
-- overdue as of a day: problems that their newest report calls open, due before it
SELECT * FROM open_by_due WHERE due < '2024-01-01';
-- past their day, and no report says what became of them
SELECT key, problem_due, problem FROM item_list WHERE head = 1 AND problem_state = 'unknown' AND problem_due < '2024-01-01';
-- problems, each once, by what became of them
SELECT problem_state, count(*) FROM item_list WHERE head = 1 GROUP BY problem_state;
-- by lead unit
SELECT * FROM by_lead_unit;
-- targets by indicator
SELECT * FROM targets_by_indicator WHERE indicator LIKE '%治理率%';
-- what each source held, the latest first
SELECT s.name, v.version, r.key, r.current FROM versions v JOIN sources s USING (source) JOIN reports r USING (report) ORDER BY s.name, v.version DESC;
-- a problem's words in their place
SELECT substr(d.text, i.problem_start + 1, i.problem_end - i.problem_start) FROM items i JOIN documents d USING (report);
\`\`\`

## Full text
\`search\` is an FTS5 table with the column words, a row an item. Its words are the pairs of neighbouring Chinese characters and the last character of a run by itself, each behind the number of its field (0 problem, 1 goal, 2 measures, 3 progress,
4 parties: 0农村 is 农村 in the problem); full-width letters and digits are folded. So a word of two characters is asked for as it is, one of more by all of its pairs (污水管网: \`"0污水" AND "0水管" AND "0管网"\`; where they stand apart a text is found too, so look at it),
one of a single character by what begins with it (\`"0水"*\`). No dictionary is needed. The index keeps no text: its column reads NULL. Its rowid is \`search_numbers.before\` of the report and the number of the item.
Reports whose \`indexed\` is 0 (\`ingest --no-index\`) are not in it until \`taizhang index\` puts them in; \`taizhang search\` finds them by their letters meanwhile, and cuts a longer word by how many items have each of its pairs.
\`\`\`sql
-- 农村 and 污水 in a problem, or in its goal
SELECT l.key, l.problem FROM search s JOIN search_numbers n ON n.before = (SELECT max(before) FROM search_numbers WHERE before < s.rowid)
  JOIN item_list l ON l.report = n.report AND l.item = s.rowid - n.before
WHERE search MATCH '("0农村" OR "1农村") AND ("0污水" OR "1污水")';
\`\`\`

## The same problem in other reports
\`links\` holds pairs of items that tell the same problem, with how sure that is and why (docs/links.md). Links that hold (\`linked\`, and \`confirmed\` by a person) join items into \`threads\`, one a problem;
what is only \`suggested\` joins nothing. Only current versions are linked; a report's links go and come with it, while \`link_decisions\` stay: they know an item by \`item_facts.identity\` and its document or source.
\`threads.state\` and \`threads.due\` are what the newest report says that says anything: of the same region; of one above, where that says that the whole is done, or where the own ones are silent; of one below, where the
problem names nothing beyond it. \`item_list.problem_state\`, \`problem_due\` and \`head\` show them: a count of problems takes the rows with \`head = 1\`. \`done_later\` is the key of the other report's item that says that it is done.

## In Postgres
\`--db postgres://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME\` keeps the ledger in a schema of a Postgres database (15 or later, in UTF-8; \`taizhang\` where no name is given), with the tables and views of this page: they are derived from the same
definition, comments included. \`ledger_state\` holds what SQLite keeps in its header, and counts the changes. Whole numbers are bigint, texts are ordered by their bytes, truths are 1 and 0. One process writes at a time, for the length of a report or a job;
readers never wait. A ledger of an earlier schema is brought up to date as in SQLite, by the same migrations: its rows go through a file in the folder for temporary files, in one transaction; grants on tables and views are given again. Views of your own
that depend on the ledger's have to be taken out first, and a program of the earlier version that goes on running is refused to write. \`search\` has an item a row: \`rowid\` is \`(report << 20) + item\`, \`words\` a tsvector of the same words; the hits are the same. \`problem_grams\` keeps the fingerprints of each problem, which the program works out in SQLite. Links have other numbers than in SQLite.
\`\`\`postgresql
SET search_path = taizhang;
SELECT l.key, l.problem FROM search s JOIN item_list l ON l.report = s.rowid >> 20 AND l.item = s.rowid & 1048575 WHERE s.words @@ $$'0农村' & '0污水'$$;
\`\`\`

## Corrections
\`corrections\` holds what people corrected or noted, by document, source and \`item_facts.identity\`; \`overlays\` where that lies now. The tables of the record keep what was read; \`all_items\`, \`item_list\` and what is made of them show the right value
and name the field in \`corrected\`. Where the problem or the field says otherwise than when it was corrected, the field is named in \`in_doubt\` and shows what the report says.
`

/** The comment after ` -- ` at the end of a line. */
const comment = (line: string): string => /\s-- (.*)/.exec(line)?.[1] ?? ''

/** Descriptions by column, from lines `name TYPE …, -- text` and `… AS name, -- text`. */
const descriptions = (sql: string): Map<string, string> => {
  const found = new Map<string, string>()
  for (const line of sql.split('\n').slice(1)) {
    const about = comment(line)
    const code = line.slice(0, line.length - about.length - 4).trimEnd()
    const name = /\bAS (\w+),?$/.exec(code)?.[1] ?? /^\s*(\w+)\b/.exec(code)?.[1]
    if (about !== '' && name !== undefined) found.set(name, about)
  }
  return found
}

/** From the report inwards; a migration that makes a table anew puts it last in the schema. */
const order = [
  'reports',
  'sources',
  'versions',
  'document_parts',
  'stored_items',
  'stored_categories',
  'stored_actions',
  'stored_parties',
  'bodies',
  'stored_deadlines',
  'stored_deadline_entries',
  'terms',
  'stored_targets',
  'stored_quantities',
  'measures',
  'stored_dates',
  'moments',
  'stored_refs',
  'stored_places',
  'named_places',
  'declared_totals',
  'diagnostics',
  'failures',
  'failure_diagnostics',
  'item_facts',
  'stored_links',
  'grounds',
  'threads',
  'link_decisions',
  'corrections',
  'overlays',
  'item_overlays',
  'link_reports',
  'stored_fingerprints',
  'problem_grams',
  'stale_threads',
  'documents',
  'items',
  'categories',
  'actions',
  'parties',
  'deadlines',
  'deadline_entries',
  'targets',
  'quantities',
  'dates',
  'refs',
  'places',
  'links',
  'item_list',
  'all_items',
  'names',
  'open_by_due',
  'by_lead_unit',
  'targets_by_indicator',
  'fingerprints',
]
/** What is not in the list comes last, and is missed by the test. */
const place = (name: unknown): number => order.indexOf(String(name)) + 1 || order.length + 1

/** Tables and views with their columns. */
export const describeStore = (ledger: Ledger): Described[] =>
  [
    ...ledger.query(
      "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%' ORDER BY type, rowid",
    ),
  ]
    .sort((a, b) => place(a.name) - place(b.name))
    .map(({ name, type, sql }) => {
      const told = descriptions(String(sql))
      const foreign = new Map(
        [...ledger.query('SELECT "from", "table" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq', String(name))].map(
          (row) => [String(row.from), String(row.table)],
        ),
      )
      const columns = [
        ...ledger.query('SELECT name, type, "notnull" AS required, pk FROM pragma_table_info(?)', String(name)),
      ].map((row) => {
        const column = String(row.name)
        const keys = [row.pk === 0 ? '' : 'primary', foreign.has(column) ? `→ ${foreign.get(column)}` : '']
        const nullable = type === 'table' && row.required === 0 && row.pk === 0
        return {
          name: column,
          type: type === 'table' ? `${String(row.type)}${nullable ? ', may be null' : ''}` : '',
          key: keys.filter(Boolean).join(' '),
          about: told.get(column) ?? '',
        }
      })
      return {
        name: String(name),
        type: type === 'view' ? 'view' : 'table',
        about: comment(String(sql).split('\n')[0] ?? ''),
        columns,
      }
    })

const cell = (text: string) => text.replaceAll('|', '\\|')

const section = ({ name, type, about, columns }: Described): string => {
  const [first, ...rows] =
    type === 'table'
      ? [
          '| column | type | key | meaning |\n|---|---|---|---|',
          ...columns.map((c) => `| ${c.name} | ${c.type} | ${c.key} | ${cell(c.about)} |`),
        ]
      : ['| column | meaning |\n|---|---|', ...columns.map((c) => `| ${c.name} | ${cell(c.about)} |`)]
  return [`### ${name}`, about, '', first, ...rows].join('\n')
}

/** The text of docs/store.md. */
export const storeDocs = (ledger: Ledger): string => {
  const all = describeStore(ledger)
  const sections = (type: Described['type']) =>
    all
      .filter((d) => d.type === type)
      .map(section)
      .join('\n\n')
  return `${head}\n## Tables\n\n${sections('table')}\n\n## Views\n\n${sections('view')}\n`
}
