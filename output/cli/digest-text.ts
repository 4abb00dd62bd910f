/** The round as text: a table for the terminal, Markdown, a page of HTML. */
import { type Account, countCells, countTitles, itemCells, itemTitles } from './digest-account.js'
import type { Io } from './io.js'
import { table, truncate } from './layout.js'

/** Longest cell of a list in the terminal. */
const CELL = 60

export function asTable({ words, heading, groups, lists }: Account, quiet: boolean, io: Io): string {
  const head = countTitles(words).map((title) => ({ title, align: 'right' as const }))
  const parts = groups.map(({ title, rows }) =>
    table(
      [{ title, flexible: 'end' }, ...head],
      rows.map(({ name, counts }) => [name, ...countCells(counts)]),
      io.tableWidth,
    ),
  )
  const columns = itemTitles(words).map((title, index) =>
    index === 1 || index === 4 ? { title, flexible: 'end' as const } : { title },
  )
  const told = lists.map(({ title, rows }) => {
    const cells = rows.map((one) => itemCells(one, words).map((cell) => truncate(cell, CELL)))
    return `${io.paint('bold', title)}\n${table(columns, cells, io.tableWidth)}`
  })
  return [...(quiet ? [] : [heading]), ...parts, ...told].join('\n\n')
}

/** A cell of a Markdown table: marks that would end it or open something are escaped. */
const cell = (words: string): string => words.replace(/[\\|<>`*_[\]]/g, (mark) => `\\${mark}`)
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
const grid = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n')

export const asMarkdown = ({ words, heading, groups, lists }: Account): string =>
  [
    `# ${heading}`,
    ...groups.map(({ title, rows }) =>
      grid(
        [title, ...countTitles(words)],
        rows.map(({ name, counts }) => [name, ...countCells(counts)]),
      ),
    ),
    ...lists.map(
      ({ title, rows }) =>
        `## ${title}\n\n${grid(
          itemTitles(words),
          rows.map((one) => itemCells(one, words)),
        )}`,
    ),
  ].join('\n\n')
