/** Tables that hold one item each, or items as columns, or an item in several rows. */
import type { Layout } from '../axes.js'
import type { Rng } from '../rng.js'
import type { Block, ExpectedEntry, ExpectedItem, ExpectedParty, TableCell } from '../types.js'
import { departments } from './bodies.js'
import { line } from './front.js'
import { drawItem, type ItemInput } from './items.js'
import type { PrintedList } from './list.js'
import type { Section } from './sections.js'
import { type Column, columnsOf, type Row, rowOf, type TableStyle, tableStyle } from './tables.js'

interface Drawn {
  section: Section
  rows: Row[]
  columns: Column[]
}

/** All sections' items as rows of the same columns. */
function drawAll(layout: Layout, sections: Section[], style: TableStyle, rng: Rng): Drawn[] {
  const drawn = sections.map((section) => section.items.map((input) => ({ input, item: drawItem(input) })))
  const columns = columnsOf(
    layout,
    drawn.flat().map(({ item }) => item),
    style,
    rng,
  )
  return sections.map((section, at) => ({
    section,
    columns,
    rows: (drawn[at] ?? []).map(({ input, item }) => rowOf(input, style, item)),
  }))
}
const itemsOf = (drawn: Drawn[]): ExpectedItem[] => drawn.flatMap(({ rows }) => rows.map((row) => row.expected))
const table = (rows: TableCell[][]): Block => ({ kind: 'table', rows, head: 0 })
const shortColumns = new Set(['deadline', 'unit', 'person', 'state', 'number'])

/** A table for each item: label and value side by side. */
export function printCards(layout: Layout, sections: Section[], rng: Rng): PrintedList {
  const style = { ...tableStyle(layout, rng), category: null }
  const drawn = drawAll(layout, sections, style, rng)
  const cards = drawn.map(({ section, rows, columns }) => [
    ...section.opening,
    ...rows.flatMap((row): Block[] => [
      table(columns.map(({ head }) => [{ text: head }, { text: row.cells.get(head) ?? '' }])),
      line('', 'plain'),
    ]),
  ])
  return { blocks: cards.flat(), items: itemsOf(drawn) }
}

/** A table for each item: short fields two to a row. */
export function printPairs(layout: Layout, sections: Section[], rng: Rng): PrintedList {
  const style = { ...tableStyle(layout, rng), category: null }
  const drawn = drawAll(layout, sections, style, rng)
  const pairRows = (row: Row, columns: Column[]): TableCell[][] => {
    const out: TableCell[][] = []
    let open = false
    for (const { name, head } of columns) {
      const cells = [{ text: head }, { text: row.cells.get(head) ?? '' }]
      const last = out.at(-1)
      if (shortColumns.has(name) && open && last) {
        last.push(...cells)
        open = false
      } else {
        out.push(cells)
        open = shortColumns.has(name)
      }
    }
    return out.map((cells) =>
      cells.length === 4 ? cells : cells.map((cell, at) => (at === 1 ? { ...cell, colspan: 3 } : cell)),
    )
  }
  const blocks = drawn.flatMap(({ section, rows, columns }): Block[] => [
    ...section.opening,
    ...rows.flatMap((row): Block[] => [table(pairRows(row, columns)), line('', 'plain')]),
  ])
  return { blocks, items: itemsOf(drawn) }
}

/** Fields as rows, items as columns. */
export function printTransposed(layout: Layout, sections: Section[], rng: Rng): PrintedList {
  const style = { ...tableStyle(layout, rng), category: null }
  const drawn = drawAll(layout, sections, style, rng)
  const blocks = drawn.flatMap(({ section, rows, columns }): Block[] => [
    ...section.opening,
    table(columns.map(({ head }) => [{ text: head }, ...rows.map((row) => ({ text: row.cells.get(head) ?? '' }))])),
  ])
  return { blocks, items: itemsOf(drawn) }
}

/** A month’s end as an entry. */
function monthEnd(text: string): { text: string; entries: ExpectedEntry[] } {
  const [year = 0, month = 0] = (text.match(/\d+/g) ?? []).map(Number)
  const date = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return { text, entries: [{ kind: 'date', date }] }
}
const unique = <T>(values: T[]): T[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]

/** An item in several rows: each measure with its own body and day, the rest merged. */
export function printMeasureRows(layout: Layout, sections: Section[], rng: Rng): PrintedList {
  const heads = {
    number: '序号',
    problem: layout.wordProblem,
    goal: layout.wordGoal,
    measures: layout.wordMeasures,
    unit: layout.wordUnit,
    deadline: layout.wordDeadline,
  }
  const withGoal = layout.goal === 'yes'
  const columns = [heads.number, heads.problem, ...(withGoal ? [heads.goal] : []), heads.measures, heads.unit, heads.deadline]
  const items: ExpectedItem[] = []
  const itemRows = (input: ItemInput): TableCell[][] => {
    const { expected, problem } = drawItem(input)
    expected.labels = [String(input.number)]
    items.push(expected)
    const count = expected.measures.length
    const role = layout.wordUnit.startsWith('牵头') ? 'lead_unit' : 'responsible_unit'
    const units = rng.sample(departments[layout.issuer], count)
    const days = rng.sample(['2024年6月底', '2024年9月底', '2024年12月底', '2025年3月底', '2025年6月底'], count)
    const told = expected.measures.map((measure, at) => {
      const unit = units[at] ?? ''
      const day = monthEnd(days[at] ?? '')
      measure.parties = [{ role, name: unit }]
      measure.deadline = day.entries
      return { text: measure.label + measure.text, unit, day: day.text }
    })
    expected.parties = unique(expected.measures.flatMap((measure): ExpectedParty[] => measure.parties))
    expected.deadline = unique(expected.measures.flatMap((measure): ExpectedEntry[] => measure.deadline))
    const merged: TableCell[] = [String(input.number), problem.join('\n'), ...(withGoal ? [expected.goal ?? ''] : [])].map(
      (text) => ({ text, rowspan: count }),
    )
    return told.map(({ text, unit, day }, at) => [...(at === 0 ? merged : []), { text }, { text: unit }, { text: day }])
  }
  const rows = sections.flatMap((section) => section.items.flatMap(itemRows))
  const opening = (sections[0]?.opening ?? []).filter((block) => block.kind === 'table' || block.style !== 'category')
  return { blocks: [...opening, { kind: 'table', rows: [columns.map((text) => ({ text })), ...rows], head: 1 }], items }
}

/** A table for each body in charge, under its name. */
export function printDepartments(layout: Layout, sections: Section[], rng: Rng): PrintedList {
  const inputs = sections.flatMap((section) => section.items)
  const names = rng.sample(departments[layout.issuer], Math.min(inputs.length, rng.int(2, 3)))
  const style = { ...tableStyle(layout, rng), category: null }
  const drawn = inputs.map((input, at) => {
    const part = Math.floor((at * names.length) / inputs.length)
    const name = names[part] ?? ''
    const own = { ...input, category: name, path: [name] }
    return { part, input: own, item: drawItem(own) }
  })
  const columns = columnsOf(
    layout,
    drawn.map(({ item }) => item),
    style,
    rng,
  )
  const rows = drawn.map(({ part, input, item }) => ({ part, row: rowOf(input, style, item) }))
  const opening = sections[0]?.opening ?? []
  const blocks = names.flatMap((name, part): Block[] => [
    line(layout.categoryMark === '（一）' ? `（${'一二三'[part]}）${name}` : name, 'category'),
    {
      kind: 'table',
      head: 1,
      rows: [
        columns.map(({ head }) => ({ text: head })),
        ...rows
          .filter((one) => one.part === part)
          .map(({ row }) => columns.map(({ head }) => ({ text: row.cells.get(head) ?? '' }))),
      ],
    },
  ])
  return { blocks: [...opening, ...blocks], items: rows.map(({ row }) => row.expected) }
}
