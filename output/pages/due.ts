/** The due board: three truths about deadlines. */
import { type Html, html } from './html.js'
import type { Site } from './paths.js'
import { type ItemRow, itemTable } from './tables.js'

export interface DueBoard {
  asOf: string
  until: string
  within: number
  counts: { overdue: number; unsaid: number; notPast: number; upcoming: number }
  overdue: readonly ItemRow[]
  unsaid: readonly ItemRow[]
  upcoming: readonly ItemRow[]
}

export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Names of the three lists, in the order in which they stand. */
export const dueLists = ['overdue', 'upcoming', 'unsaid'] as const

export function dueBody(
  board: DueBoard,
  site: Site,
  form: Html | null,
  downloads: (list: (typeof dueLists)[number]) => Html | null,
): Html {
  const { due, list } = site.words
  const late = ({ problemDue }: ItemRow) => (problemDue === null ? null : due.late(daysBetween(problemDue, board.asOf)))
  const left = ({ problemDue }: ItemRow) => (problemDue === null ? null : due.left(daysBetween(board.asOf, problemDue)))
  const titles = { overdue: due.overdue, unsaid: due.unsaid, upcoming: `${due.upcoming} ${board.asOf} – ${board.until}` }
  return html`<h1>${due.title}</h1><p>${due.about}</p>${form}
<ul class="figures"><li class="late"><a href="#overdue"><b>${board.counts.overdue.toLocaleString('en')}</b> <span>${due.overdue}</span></a></li><li><a href="#unsaid"><b>${board.counts.unsaid.toLocaleString('en')}</b> <span>${due.unsaid}</span></a></li><li><a href="#upcoming"><b>${board.counts.notPast.toLocaleString('en')}</b> <span>${due.notPast}</span></a></li></ul>
${dueLists.map((name) => {
  const rows = board[name]
  const all = board.counts[name]
  return html`<section id="${name}" aria-labelledby="h-${name}"><h2 id="h-${name}">${titles[name]} <small>${list.rowsShown(rows.length, all)}</small></h2>${
    rows.length === 0
      ? html`<p><small>${list.none}</small></p>`
      : itemTable(rows, site, { problems: true, caption: titles[name], note: name === 'upcoming' ? left : late })
  }${downloads(name)}</section>`
})}`
}
