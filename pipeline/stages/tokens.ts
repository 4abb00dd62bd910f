/** tokens: the lines of the report with the marks and labels that each may open with, and what its tables may be. */
import type { Plugin } from 'unified'
import { legendOf } from '../../parsers/fields/legend.js'
import { goesOnLine } from '../../parsers/lexicon/columns.js'
import { bracketsOfMeasures } from '../../parsers/structure/headings.js'
import { featuresOf, markHeadsOfTables, opensInside } from '../../parsers/structure/neighbours.js'
import { parallelOf } from '../../parsers/structure/parallel.js'
import type { RawItem } from '../../parsers/structure/raw-item.js'
import { countOn, type LedgerReading, readTable, type TableReading } from '../../parsers/structure/tables.js'
import { type Line, linesOf, readLines } from '../../parsers/tokens/lines.js'
import { need, note, type ReportTree } from '../tree.js'

const closed: LedgerReading['carry'] = { headings: [], category: new Map() }

const kindOfList = (table: TableReading | undefined): 'ledger' | 'pairs' | null =>
  table?.kind === 'ledger' || table?.kind === 'pairs' ? table.kind : null

/** Whether a form without a problem is the rest of the one before it: it tells other fields of the same item. */
const goesOnWith = ({ problem, fields }: RawItem, rest: readonly RawItem[]): boolean => {
  const told = new Set(fields.map(({ field }) => field))
  const isRest = (one: RawItem): boolean =>
    one.problem.length === 0 && one.label === null && one.fields.every(({ field }) => !told.has(field))
  return problem.length > 0 && rest.length > 0 && rest.every(isRest)
}

export const tokens: Plugin<[], ReportTree> = () => (tree, file) => {
  const layout = need(tree.data.layout, 'layout')
  const { folded } = layout
  const lines: Line[] = []
  const legend = legendOf(folded)
  tree.data.legend = legend
  const tables = new Map<number, TableReading>()
  let previous: LedgerReading | null = null
  // the line behind the last ledger: headings stay open over tables that nothing parts
  let behind = -1
  let open: RawItem | null = null
  // the last form and the line behind it: a page may have cut it in two
  const form: { item: RawItem | null; behind: number } = { item: null, behind: -1 }
  const { lines: whole, own } = readLines(layout)
  for (const line of whole) {
    if (line.table) {
      const reading = readTable(
        folded,
        line.table,
        previous && behind < lines.length ? { ...previous, carry: closed } : previous,
        legend,
      )
      // a table that only frames text is text
      if (reading.kind === 'flat') {
        for (const p of reading.paragraphs) lines.push(...linesOf(folded, p, own))
        continue
      }
      if (reading.kind === 'ledger') {
        previous = reading
        behind = lines.length + 1
        // rows before the first item go on with the item of the table before
        open?.fields.push(...reading.before)
        open = reading.items.at(-1) ?? open
      }
      const rest = reading.kind === 'pairs' ? reading.items : []
      if (form.item && form.behind === lines.length && goesOnWith(form.item, rest)) {
        form.item.fields.push(...rest.flatMap(({ fields }) => fields))
        form.item.span = [form.item.span[0], Math.max(...rest.map(({ span: [, end] }) => end))]
        tables.set(lines.length, { kind: 'other' })
        lines.push(line)
        form.behind = lines.length
        continue
      }
      form.item = (reading.kind === 'pairs' && reading.items.at(-1)) || null
      form.behind = lines.length + 1
      if (reading.kind === 'ledger' || reading.kind === 'pairs')
        for (const { code, message, span } of reading.notices) note(file, code, message, span)
      tables.set(lines.length, reading)
    } else if (goesOnLine.test(folded.slice(line.start, line.end))) {
      if (behind === lines.length) behind++
      if (form.behind === lines.length) form.behind++
    }
    lines.push(line)
  }
  countOn(folded, tables.values())
  tree.data.lines = lines
  const features = featuresOf(folded, lines)
  const goesOn = (i: number): boolean => {
    const table = tables.get(i)
    return table?.kind === 'ledger' && opensInside(table.items)
  }
  markHeadsOfTables(features, lines, (i) => kindOfList(tables.get(i)), goesOn)
  tree.data.tokens = {
    folded,
    lines,
    features,
    tables,
    parallel: parallelOf(folded, lines, features),
    bracketsOfMeasures: bracketsOfMeasures(lines),
    rectifies: (folded.match(/整改|销号/g)?.length ?? 0) >= 4,
  }
}
