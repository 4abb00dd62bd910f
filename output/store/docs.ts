/** docs/store.md, made from the schema's own comments and from what SQLite says of the tables. A test keeps the file the same as this. */
import type { Ledger } from './types.js'

interface Described {
  name: string
  type: 'table' | 'view'
  about: string
  columns: { name: string; type: string; key: string; about: string }[]
}

const head = `# The store

A ledger is one SQLite file (3.44 or later to read it, in WAL mode). This page is made from the schema; \`UPDATE=1 npx vitest run tests/store.test.ts\` writes it anew.

- Every table of an item refers to it by \`(report, item)\`, so tables join by \`USING (report, item)\`; taking a report out takes all of its rows out (ON DELETE CASCADE).
  \`item_list.key\` (\`<first 12 digits of the sha256>#<number>\`) is the name that the command and the exports use.
- **Every text leads back to its place**: \`*_start\` and \`*_end\` are UTF-16 offsets into \`documents.text\`, the end exclusive. In JavaScript that is
  \`text.slice(start, end)\`; SQL's \`substr\` counts code points and agrees as long as the text has no character outside the basic plane. A date has \`*_date\` columns, never \`*_start\`.
- Words stand beside what was read from them (\`text\` beside \`date\`, \`value\`, \`status\`). NULL means that the report does not say, or that it could not be decided (then \`diagnostics\` tells).
- The tables are the truth: the record of a report is rebuilt from them, the same byte for byte.
- Storing the same report again gives the same rows. \`reports.report\` is given at the first time and kept.
- Writing: one transaction a report. Reading while another process writes is safe. \`PRAGMA application_id\` is \`TZHG\`, \`PRAGMA user_version\` the number of migrations.

## Questions
\`\`\`sql
-- items with status and deadline
SELECT key, status, due, problem FROM item_list ORDER BY due;
-- overdue as of a day: said to be open, and due before it
SELECT * FROM open_by_due WHERE due < '2024-01-01';
-- by lead unit
SELECT * FROM by_lead_unit;
-- targets by indicator
SELECT * FROM targets_by_indicator WHERE indicator LIKE '%治理率%';
-- a problem's words in their place
SELECT substr(d.text, i.problem_start + 1, i.problem_end - i.problem_start) FROM items i JOIN documents d USING (report);
\`\`\`

## Full text
\`search\` is a contentless FTS5 table with the columns problem, goal, measures, progress and parties; its rowid is \`(report << 20) + item\`. Chinese is cut into words before it goes in
(\`cutForSearch\` of nodejieba, or \`Intl.Segmenter\` where nodejieba is not installed), full-width letters and digits are folded, and the words are joined by blanks for unicode61. \`meta.splitter\` names the splitter:
the command searches with the same one, and where a machine lacks it, it makes the index anew. Reports whose \`indexed\` is 0 are not in the index yet: \`taizhang search\` and \`Ledger.index()\` put them in.
\`\`\`sql
SELECT l.key, l.problem FROM search JOIN item_list l ON l.report = search.rowid >> 20 AND l.item = search.rowid & 1048575
WHERE search MATCH '农村 AND 污水' ORDER BY rank;
\`\`\`
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

/** Tables and views with their columns. */
export const describeStore = (ledger: Ledger): Described[] =>
  [
    ...ledger.query(
      "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%' ORDER BY type, rowid",
    ),
  ].map(({ name, type, sql }) => {
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
