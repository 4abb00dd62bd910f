/** An item's record for people: state and deadline first, then who, the goal with its targets, measures and progress as trees. */
import type { Action, Deadline, DeadlineEntry, Diagnostic, Item, Party, Status, Target } from '../../pipeline/record.js'
import type { ItemSummary, LedgerCorrection } from '../store/types.js'
import type { Lang, Words } from '../words/index.js'
import { meaningOf } from '../words/meanings.js'
import { type Html, html, joined, type Piece } from './html.js'
import type { Grounded } from './parts.js'

/** What the views of one report share. */
export interface View {
  words: Words
  lang: Lang
  grounded: Grounded
  /** Where the words of a part are; null where the text is not on the page. */
  toWords: (id: string) => string
  /** What the ledger knows beyond the record. */
  known: (seq: number) => Known | null
}
export interface Known {
  summary: ItemSummary
  corrections: readonly LedgerCorrection[]
  /** The problem's own page. */
  problem: string | null
}

/** Words of the report, as a link to their place. */
const placed = ({ grounded, toWords }: View, node: object, text: Piece, kind = ''): Html => {
  const id = grounded.idOf(node)
  return id === undefined
    ? html`<span class="${kind}">${text}</span>`
    : html`<a class="p ${kind}" id="r${id}" href="${toWords(id)}">${text}</a>`
}

export const statusPill = (words: Words, code: Status['code'] | null, closure: Status['closure'] | null): Html =>
  html`<span class="pill s-${code ?? 'none'}">${words.statuses[code ?? 'none']}</span>${
    closure ? html` <span class="pill c-${closure}">${words.closures[closure]}</span>` : null
  }`
export const statePill = (words: Words, state: ItemSummary['state']): Html =>
  html`<span class="pill st-${state}">${words.states[state]}</span>`

const entryText = ({ kind, date, scope }: DeadlineEntry, words: Words): Html =>
  html`${date ? html`<time datetime="${date}">${date}</time>` : words.deadlineKinds[kind]}${scope ? html` <small lang="zh-CN">${scope}</small>` : null}`
const deadlineText = (deadline: Deadline, view: View): Html =>
  html`${joined(
    deadline.entries.map((entry) => entryText(entry, view.words)),
    '; ',
  )} <span lang="zh-CN">${placed(view, deadline, deadline.text, 'k-deadline')}</span>`

/** Parties by role, in the order in which the roles first come. */
function partyRows(parties: readonly Party[], view: View): [role: string, names: Html][] {
  const byRole = new Map<Party['role'], Party[]>()
  for (const party of parties) byRole.set(party.role, [...(byRole.get(party.role) ?? []), party])
  return [...byRole].map(([role, all]) => [
    view.words.roles[role],
    html`<span lang="zh-CN">${joined(
      all.map(
        (party) =>
          html`${placed(view, party, party.name, 'k-party')}${party.title ? html` <small>${party.title}</small>` : null}${
            party.scope ? html`<small>（${party.scope}）</small>` : null
          }`,
      ),
      '、',
    )}</span>`,
  ])
}

const comparators: Record<Target['comparator'], string> = { '=': '=', '>=': '≥', '>': '>', '<=': '≤', '<': '<', '~': '≈' }
const unitText = (unit: string | null): string => (unit ?? '').replace(/^\{(.*)\}$/, '$1')

const targetList = (targets: readonly Target[], view: View): Html =>
  html`<ul class="targets">${targets.map(
    (target) =>
      html`<li><span lang="zh-CN">${placed(view, target, target.indicator, 'v k-target')}</span> <b>${comparators[target.comparator]} ${target.value} ${unitText(target.unit)}</b>${
        target.per ? ` / ${target.per}` : null
      }${target.by ? html` <small>${view.words.report.by} <time datetime="${target.by}">${target.by}</time></small>` : null}</li>`,
  )}</ul>`

function actionTree(actions: readonly Action[], kind: 'measure' | 'progress', view: View): Html {
  return html`<ul class="tree">${actions.map((action) => {
    const told = [
      ...partyRows(action.parties, view).map(([role, names]) => html`<span>${role} ${names}</span>`),
      ...(action.deadline ? [html`<span>${view.words.fields.deadline} ${deadlineText(action.deadline, view)}</span>`] : []),
    ]
    return html`<li><span lang="zh-CN">${placed(view, action, html`${action.label === '' ? null : html`<span class="label">${action.label}</span>`}${action.text}`, `k-${kind}`)}</span>${
      told.length > 0 ? html`<div class="told">${told}</div>` : null
    }${action.children.length > 0 ? actionTree(action.children, kind, view) : null}</li>`
  })}</ul>`
}

export const diagnosticLine = (
  { code, severity, message }: Diagnostic,
  { words, lang }: Pick<View, 'words' | 'lang'>,
  where: Html | null = null,
): Html =>
  html`<span class="sev d-${severity}">${words.severities[severity]}</span> ${meaningOf(code, lang)}${where && html` ${where}`} <small class="msg"><code>${code}</code> <span lang="en">${message}</span></small>`

/** What is found in the item, each as a link to its place. */
function mentions(item: Item, view: View): Html | null {
  const { fields, report } = view.words
  const chips = (name: string, kind: string, nodes: readonly { node: object; text: string }[]): Html | null =>
    nodes.length === 0
      ? null
      : html`<div><dt>${name}</dt><dd lang="zh-CN">${joined(
          nodes.map(({ node, text }) => placed(view, node, text, `v ${kind}`)),
          ' ',
        )}</dd></div>`
  const rows = [
    chips(
      fields.quantities,
      'k-quantity',
      item.quantities.map((node) => ({ node, text: node.text })),
    ),
    chips(
      fields.dates,
      'k-date',
      item.dates.map((node) => ({ node, text: node.text })),
    ),
    chips(
      fields.references,
      'k-reference',
      item.references.map((node) => ({
        node,
        text: node.number && node.number !== node.title ? `《${node.title}》${node.number}` : `《${node.title}》`,
      })),
    ),
    chips(
      fields.places,
      'k-place',
      item.places.map((node) => ({ node, text: node.name })),
    ),
  ].filter((row) => row !== null)
  const count = item.quantities.length + item.dates.length + item.references.length + item.places.length
  return count === 0
    ? null
    : html`<details class="mentions"><summary>${report.mentions(count)}</summary><dl>${rows}</dl></details>`
}

export function correctionLines(
  corrections: readonly LedgerCorrection[],
  key: string,
  words: Words,
  form: (correction: LedgerCorrection) => Html | null = () => null,
): Html | null {
  if (corrections.length === 0) return null
  return html`<ul class="corrections">${corrections.map((one) => {
    const { field, was, value, why, by, day, inDoubt } = one
    return html`<li><b>${field === 'note' ? words.correctionFields.note : `${words.report.corrected}: ${words.correctionFields[field]}`}</b> ${
      field === 'note'
        ? value
        : html`<s>${shown(field, was, words)}</s> → ${shown(field, value, words)}${why ? html` <small>${why}</small>` : null}`
    } <small>${by} ${day}</small>${inDoubt.includes(key) ? html` <span class="sev d-warning">${words.report.inDoubt}</span>` : null}${form(one)}</li>`
  })}</ul>`
}
const shown = (field: string, value: string | null, words: Words): string =>
  value === null
    ? words.statuses.none
    : field === 'status' && value in words.statuses
      ? words.statuses[value as keyof Words['statuses']]
      : field === 'closure' && value in words.closures
        ? words.closures[value as keyof Words['closures']]
        : value

/** State, deadline and who. */
function facts(item: Item, view: View): Html {
  const { words } = view
  const rows: [name: string, text: Html][] = []
  if (item.status)
    rows.push([
      words.fields.status,
      html`<span lang="zh-CN">${placed(view, item.status, item.status.text, 'k-status')}</span>${item.status.ongoing ? html` <span class="pill">${words.report.ongoing}</span>` : null}`,
    ])
  if (item.deadline) rows.push([words.fields.deadline, deadlineText(item.deadline, view)])
  rows.push(...partyRows(item.parties, view))
  return html`<dl class="facts">${rows.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`
}

const part = (title: string, content: Html | null): Html | null =>
  content === null ? null : html`<section class="field"><h4>${title}</h4>${content}</section>`

/** One item in full; `i3` is its place on the page. */
export function itemRecord(item: Item, diagnostics: readonly Diagnostic[], view: View): Html {
  const { words } = view
  const known = view.known(item.seq)
  const { status, closure } = known?.summary ?? { status: item.status?.code ?? null, closure: item.status?.closure ?? null }
  const due =
    known?.summary.due ??
    item.deadline?.entries
      .flatMap(({ date }) => date ?? [])
      .sort()
      .at(-1) ??
    null
  const path = item.categoryPath.slice(0, -1).map(({ text }) => text)
  const pills = html`${statusPill(words, status, closure)}${due ? html` <span class="pill due"><time datetime="${due}">${due}</time></span>` : null}${
    known && known.summary.corrected.length > 0 ? html` <span class="pill corrected">${words.report.corrected}</span>` : null
  }`
  return html`<article class="item" id="i${item.seq}" aria-labelledby="h${item.seq}">
<header><h3 id="h${item.seq}"><a href="${view.toWords(String(item.seq))}" title="${words.report.toWords}"><span class="seq">${item.seq}</span>${
    item.label.trim() ? html` <span class="label" lang="zh-CN">${item.label}</span>` : null
  }</a></h3><p class="pills">${pills}</p>${known?.problem ? html`<p class="more"><a href="${known.problem}">${words.report.history}</a></p>` : null}</header>
${item.category ? html`<p class="category" lang="zh-CN">${path.length > 0 ? `${path.join(' › ')} › ` : null}${placed(view, item.category, item.category.text, 'k-category')}</p>` : null}
<p class="problem" lang="zh-CN">${placed(view, item.problem, item.problem.text, 'k-problem')}</p>
${known ? correctionLines(known.corrections, known.summary.key, words) : null}
${facts(item, view)}
${part(words.fields.goal, item.goal && html`<p lang="zh-CN">${placed(view, item.goal, item.goal.text, 'k-goal')}</p>${item.targets.length > 0 ? targetList(item.targets, view) : null}`)}
${part(words.fields.measures, item.measures.length > 0 ? actionTree(item.measures, 'measure', view) : null)}
${part(words.fields.progress, item.progress.length > 0 ? actionTree(item.progress, 'progress', view) : null)}
${mentions(item, view)}
${diagnostics.length > 0 ? html`<ul class="diagnostics">${diagnostics.map((one) => html`<li>${diagnosticLine(one, view)}</li>`)}</ul>` : null}
</article>`
}
