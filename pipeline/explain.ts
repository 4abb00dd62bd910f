/** `parse --explain`: the evidence of each step, for a person who adds a label or asks why. */
import { pathOf } from '../parsers/structure/owner-level.js'
import type { ReportTree } from './tree.js'

const short = (words: string, n: number): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length > n ? `${line.slice(0, n)}…` : line
}

export function explain(tree: ReportTree): string {
  const { layout, lines = [], outline, evidence, head } = tree.data
  if (!layout) return ''
  const out: string[] = []
  out.push('# Lines: number, mark, label, words')
  lines.forEach((line, i) => {
    const mark = line.mark ? `${line.mark.style} ${line.mark.ordinal}${line.mark.doubtful ? '?' : ''}` : ''
    const label = line.label ? `${line.label.field} (${line.label.form})` : ''
    out.push(
      `${String(i).padStart(5)}  ${mark.padEnd(12)} ${label.padEnd(24)} ${line.table ? `[table ${line.table.columns} × ${line.table.rows.length}]` : short(layout.text.slice(line.start, line.end), 48)}`,
    )
  })
  out.push('', '# Outline: level path, line, labels it owns')
  for (const node of outline?.nodes ?? [])
    out.push(`${String(node.line).padStart(5)}  ${pathOf(node).padEnd(28)} ${node.labels.map((l) => l.field).join(' ')}`)
  out.push('', `# Item level: chosen by ${evidence?.by ?? 'none'}`)
  for (const table of evidence?.tables ?? []) out.push(`table: ${table}`)
  for (const candidate of (evidence?.candidates ?? []).slice(0, 12)) {
    const weights = Object.entries(candidate.evidence)
      .map(([name, value]) => `${name} ${Number(value.toFixed(2))}`)
      .join(', ')
    out.push(`${candidate.score.toFixed(2).padStart(7)}  ${candidate.path || '(root)'} in part ${candidate.region}: ${weights}`)
  }
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
