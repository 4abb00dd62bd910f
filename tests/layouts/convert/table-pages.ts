/** A table that goes on over a page's end: cut between two rows, or in one. */
import type { Layout } from '../axes.js'
import { type Rng, rngOf } from '../rng.js'
import type { Block, Table, TableCell } from '../types.js'
import { pageEnds } from './pages.js'

const captions = ['续表', '（续表）', '续表1', '表1（续）']

/** Where a cell's text goes on in the next row: in a word, so that it can belong nowhere else. */
function cellCut(text: string, rng: Rng): number | null {
  const places = [...text.matchAll(/(?<=\p{Script=Han}{2})(?=\p{Script=Han}{2})/gu)].map(({ index }) => index)
  const inner = places.filter(
    (at) => at >= text.length * 0.4 && at <= text.length - 6 && !/[一二三四五六七八九十其第甲乙丙]/.test(text.charAt(at)),
  )
  return text.length < 24 || inner.length === 0 ? null : rng.pick(inner)
}

/** A row in two: what its long cells have left stands below empty ones. */
function cutRow(row: TableCell[], rng: Rng): [TableCell[], TableCell[]] | null {
  const cuts = row.map(({ text }) => cellCut(text, rng))
  if (cuts.every((at) => at === null)) return null
  return [
    row.map((cell, at) => ({ ...cell, text: cell.text.slice(0, cuts[at] ?? undefined) })),
    row.map((cell, at) => ({ ...cell, text: cuts[at] == null ? '' : cell.text.slice(cuts[at]) })),
  ]
}

const line = (text: string, style: 'centre' | 'plain'): Block => ({ kind: 'line', text, style })
const numberLines = (layout: Layout, rng: Rng): Block[] =>
  pageEnds(layout, null, rng)
    .at(rng.int(1, 3))
    .map((text) => line(text, 'plain'))

function cutTable(layout: Layout, { rows, head }: Table, rng: Rng): Block[] {
  const heads = rows.slice(0, head)
  const body = rows.slice(head)
  const whole = body.flatMap((row, at) => (at > 0 && row.length > 1 ? [at] : []))
  if (layout.tablePages.startsWith('rowCut')) {
    for (const at of rng.shuffle(whole)) {
      const halves = cutRow(body[at] ?? [], rng)
      if (!halves) continue
      if (layout.tablePages === 'rowCutNumber') {
        const [upper, lower] = [
          [...body.slice(0, at), halves[0]],
          [halves[1], ...body.slice(at + 1)],
        ]
        return [
          { kind: 'table', rows: [...heads, ...upper], head },
          ...numberLines(layout, rng),
          { kind: 'table', rows: [...heads, ...lower], head },
        ]
      }
      const between = layout.tablePages === 'rowCutHead' ? heads : []
      const cut = [...body.slice(0, at), halves[0], ...between, halves[1], ...body.slice(at + 1)]
      return [{ kind: 'table', rows: [...heads, ...cut], head }]
    }
    return [{ kind: 'table', rows, head }]
  }
  if (whole.length === 0) return [{ kind: 'table', rows, head }]
  const at = rng.pick(whole)
  const between: Block[] =
    layout.tablePages === 'caption'
      ? [line(rng.pick(captions), 'centre')]
      : layout.tablePages === 'number'
        ? numberLines(layout, rng)
        : []
  const again = layout.tablePages === 'bare' ? [] : heads
  return [
    { kind: 'table', rows: [...heads, ...body.slice(0, at)], head },
    ...between,
    { kind: 'table', rows: [...again, ...body.slice(at)], head: again.length },
  ]
}

/** Cuts the longest table once. */
export function cutTables(layout: Layout, blocks: Block[]): Block[] {
  if (layout.tablePages === 'none') return blocks
  const tables = blocks.filter((block): block is Table => block.kind === 'table' && block.rows.length >= block.head + 2)
  const longest = tables.sort((a, b) => b.rows.length - a.rows.length)[0]
  const rng = rngOf(layout.seed ^ 0x1b873593)
  return longest ? blocks.flatMap((block) => (block === longest ? cutTable(layout, longest, rng) : [block])) : blocks
}
