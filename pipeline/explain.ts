/** `parse --explain`: the readings of the report with their costs, for a person who adds a label or asks why. */

import { weights } from '../parsers/lexicon/weights.js'
import { choicesAt, statesOf } from '../parsers/structure/decode.js'
import { nameOf } from '../parsers/structure/grammar.js'
import { start } from '../parsers/structure/state.js'
import type { ReportTree } from './tree.js'

const short = (words: string, n: number): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > n ? `${line.slice(0, n)}…` : line
}

export function explain(tree: ReportTree): string {
  const { layout, lines = [], reading, head } = tree.data
  if (!layout) return ''
  const out: string[] = []
  out.push('# Readings: cost, items, what opens an item')
  for (const { path, grammar } of (reading?.candidates ?? []).slice(0, 8))
    out.push(`${path.cost.toFixed(2).padStart(8)}  ${String(path.end.items).padStart(4)}  ${nameOf(grammar)}`)
  const two = (reading?.candidates ?? []).slice(0, 2)
  const roles = two.map((c) => new Map(statesOf(c.path.end).map((s) => [s.line, s])))
  out.push('', '# Lines: number, role and cost in the best readings, mark, label, words')
  lines.forEach((line, i) => {
    const mark = line.mark ? `${line.mark.style} ${line.mark.ordinal}${line.mark.doubtful ? '?' : ''}` : ''
    const label = line.label ? `${line.label.field} (${line.label.form})` : ''
    const told = roles.map((r) => {
      const s = r.get(i)
      return s ? `${s.role} ${(s.cost - (s.before?.cost ?? 0)).toFixed(1)}`.padEnd(13) : ''.padEnd(13)
    })
    out.push(
      `${String(i).padStart(5)}  ${told.join(' ')} ${mark.padEnd(12)} ${label.padEnd(24)} ${line.table ? `[table ${line.table.columns} × ${line.table.rows.length}]` : short(layout.text.slice(line.start, line.end), 48)}`,
    )
  })
  out.push(
    '',
    '# Head',
    `title ${head?.title?.text ?? '—'}`,
    `kind ${head?.kind ?? '—'}`,
    `programme ${head?.programme?.text ?? '—'}`,
    `region ${head?.region?.name ?? '—'}`,
    `own year ${head?.year ?? '—'}`,
    ...(head?.evidence ?? []).map(({ of, from, words }) => `  ${of} by ${from}: ${short(words, 60)}`),
  )
  return out.join('\n')
}

/** `parse --explain --line N`: what one line may be in the best readings, and which rules decided. */
export function explainLine(tree: ReportTree, at: number): string {
  const { tokens, reading, layout } = tree.data
  const line = tokens?.lines[at]
  if (!tokens || !line || !layout) return `there is no line ${at}`
  const out = [short(layout.text.slice(line.start, line.end), 100), '']
  const told = Object.entries(tokens.features[at] ?? {}).filter(([, value]) => value !== false && value !== 0)
  out.push(`looks: ${told.map(([name, value]) => (value === true ? name : `${name} ${value}`)).join(', ')}`)
  if (line.mark) out.push(`mark: ${line.mark.style} ${line.mark.ordinal}${line.mark.doubtful ? ', doubtful' : ''}`)
  if (line.label) out.push(`label: ${line.label.field}, ${line.label.form}`)
  for (const { grammar, path } of (reading?.candidates ?? []).slice(0, 2)) {
    out.push('', `# ${nameOf(grammar)}, cost ${path.cost.toFixed(2)}`)
    const became = statesOf(path.end).find((s) => s.line === at)
    const before = became?.before ?? start
    for (const { state, cost, paid } of choicesAt({ ...tokens, grammar, shape: path.shape }, weights, before, at))
      out.push(
        `${state.role === became?.role && state.zone === became.zone ? '→' : ' '} ${state.role.padEnd(8)} ${cost.toFixed(2).padStart(6)}  ${paid.map(([rule, n]) => `${rule} ${(weights[rule] * n).toFixed(2)}`).join(', ')}`,
      )
  }
  return out.join('\n')
}
