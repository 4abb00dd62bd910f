/** The round as a page of HTML that opens from disk and prints on landscape paper. No script, nothing loaded. */
import { happenings } from '../../pipeline/links/index.js'
import { type Account, countCells, countTitles, itemCells, itemTitles } from './digest-account.js'

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const shown = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)

const style = `
:root { color-scheme: light; }
body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1b1b1b; background: #fff; margin: 2rem auto; padding: 0 1rem; max-width: 76rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
dl { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; }
dl div { border: 1px solid #767676; border-radius: .4rem; padding: .4rem .8rem; }
dt { font-size: .85rem; } dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { border: 1px solid #b5b5b5; padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #efefef; } td.count { text-align: right; font-variant-numeric: tabular-nums; } td:first-child, th:first-child { white-space: nowrap; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`

const rowsOf = (rows: readonly (readonly string[])[], counted: boolean): string =>
  rows
    .map((cells) => {
      const [first = '', ...rest] = cells.map(shown)
      return `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td${counted ? ' class="count"' : ''}>${cell}</td>`).join('')}</tr>`
    })
    .join('\n')

const gridOf = (head: readonly string[], rows: readonly (readonly string[])[], counted: boolean, caption = ''): string =>
  `<div class="wide" tabindex="0"><table>${caption === '' ? '' : `<caption>${shown(caption)}</caption>`}
<thead><tr>${head.map((title) => `<th scope="col">${shown(title)}</th>`).join('')}</tr></thead>
<tbody>
${rowsOf(rows, counted)}
</tbody></table></div>`

export const asPage = ({ words, heading, counts, groups, lists }: Account): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${shown(heading)}</title><style>${style}</style></head>
<body><main>
<h1>${shown(heading)}</h1>
<dl>
${happenings.map((kind) => `<div><dt>${shown(words.happenings[kind])}</dt><dd>${counts[kind]}</dd></div>`).join('\n')}
</dl>
${groups
  .map(({ title, rows }) =>
    gridOf(
      [title, ...countTitles(words)],
      rows.map(({ name, counts: own }) => [name, ...countCells(own)]),
      true,
      title,
    ),
  )
  .join('\n')}
${lists
  .map(
    ({ title, rows }) =>
      `<h2>${shown(title)}</h2>\n${gridOf(
        itemTitles(words),
        rows.map((one) => itemCells(one, words)),
        false,
      )}`,
  )
  .join('\n')}
</main></body></html>
`
