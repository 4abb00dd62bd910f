/** The list as a table with a row for each item: columns in any order, categories as rows, columns or headings. */
import type { Layout } from '../axes.js'
import { mark } from '../marks.js'
import type { Rng } from '../rng.js'
import type { Block, ExpectedItem, Table, TableCell } from '../types.js'
import { type DrawnItem, drawItem, type Field, type FieldName, type ItemInput } from './items.js'
import type { PrintedList } from './list.js'
import type { Section } from './sections.js'
import { shortState } from './states.js'

export type ColumnName = FieldName | 'number' | 'category' | 'problem' | 'extra'
export interface Column {
  name: ColumnName
  head: string
}
/** An item as cells by their column's head. */
export interface Row {
  cells: Map<string, string>
  expected: ExpectedItem
}

const usual: ColumnName[] = [
  'number',
  'category',
  'problem',
  'goal',
  'measures',
  'deadline',
  'unit',
  'person',
  'progress',
  'state',
  'extra',
]
const orders: Record<Exclude<Layout['tableOrder'], 'shuffled'>, ColumnName[]> = {
  usual,
  unitFirst: ['number', 'category', 'unit', 'person', 'problem', 'goal', 'measures', 'progress', 'state', 'deadline', 'extra'],
  stateFirst: ['number', 'category', 'problem', 'state', 'progress', 'measures', 'goal', 'deadline', 'unit', 'person', 'extra'],
}
const extraHead: Record<Layout['tableExtra'], readonly string[]> = {
  none: [],
  remarks: ['备注'],
  remarksState: ['备注', '说明'],
  unknown: ['扣分', '问题来源', '佐证材料'],
  total: [],
  dashes: [],
}
const extraCells: Record<string, readonly string[]> = {
  扣分: ['0.5', '1', '2'],
  问题来源: ['现场检查', '查阅资料', '群众反映'],
  佐证材料: ['见附件', '现场照片', '会议记录'],
  备注: ['', '', '无'],
}

/** What a table has beside the items' fields, drawn once. */
export interface TableStyle {
  number: string | null
  category: string | null
  extra: string | null
}
export function tableStyle(layout: Layout, rng: Rng): TableStyle {
  const heads = extraHead[layout.tableExtra]
  return {
    number: layout.tableNumber === '序号' || layout.tableNumber === '编号' ? layout.tableNumber : null,
    category:
      layout.categories !== 'none' && layout.categoryPlace === 'column' ? rng.pick(['问题类别', '类别', '问题类型']) : null,
    extra: heads.length > 0 ? rng.pick(heads) : null,
  }
}

const cellOf = (field: Field): string => field.value.join('\n')

/** A number in a cell; in plain text, where no border parts them, its head may be part of the label. */
const numberLabels = ({ structure, container }: Layout, head: string, number: number): string[] =>
  (structure === 'cards' || structure === 'pairs') && (container === 'text' || container === 'gb18030')
    ? [String(number), `${head}${number}`]
    : [String(number)]

/** An item's row. */
export function rowOf(input: ItemInput, style: TableStyle, drawn: DrawnItem = drawItem(input)): Row {
  const { layout, number } = input
  const { expected } = drawn
  const inCell = layout.tableNumber === 'inCell' ? mark('1.', number) : ''
  expected.labels = style.number !== null ? numberLabels(layout, style.number, number) : [inCell]
  const cells = new Map<string, string>()
  if (style.number !== null) cells.set(style.number, String(number))
  if (style.category !== null) cells.set(style.category, input.category ?? '')
  cells.set(layout.wordProblem, inCell + drawn.problem.join('\n'))
  for (const field of drawn.fields) cells.set(field.word, cellOf(field))
  if (style.extra !== null) cells.set(style.extra, extraCell(style.extra, input, expected))
  return { cells, expected }
}

function extraCell(head: string, { layout, rng }: ItemInput, expected: ExpectedItem): string {
  if (layout.tableExtra !== 'remarksState') return rng.pick(extraCells[head] ?? [''])
  const state = shortState(rng, layout.genre === 'progress' || layout.genre === 'notice')
  expected.status = state.status
  return state.text
}

/** The columns that the items need, in the layout's order. */
export function columnsOf(layout: Layout, items: DrawnItem[], style: TableStyle, rng: Rng): Column[] {
  const known = new Map<string, Column>()
  const add = (name: ColumnName, head: string): void => void known.set(head, known.get(head) ?? { name, head })
  if (style.number !== null) add('number', style.number)
  if (style.category !== null) add('category', style.category)
  add('problem', layout.wordProblem)
  for (const { fields } of items) for (const { kind, word } of fields) add(kind, word)
  if (style.extra !== null) add('extra', style.extra)
  const columns = [...known.values()]
  const fixed = ({ name }: Column): boolean => name === 'number' || name === 'category'
  if (layout.tableOrder === 'shuffled')
    return [...columns.filter(fixed), ...rng.shuffle(columns.filter((column) => !fixed(column)))]
  const order = orders[layout.tableOrder]
  return columns.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}

const shortNames: ReadonlySet<ColumnName> = new Set<ColumnName>(['deadline', 'unit', 'person', 'state'])

/** The head: one row, or two where short columns stand under a common head. */
function headRows(layout: Layout, columns: Column[]): TableCell[][] {
  const from = columns.findIndex(({ name }, at) => shortNames.has(name) && shortNames.has(columns[at + 1]?.name ?? 'extra'))
  if (layout.tableHead !== 'two' || from < 0) return [columns.map(({ head }) => ({ text: head }))]
  const top = columns.flatMap(({ head }, at): TableCell[] =>
    at === from ? [{ text: '责任落实', colspan: 2 }] : at === from + 1 ? [] : [{ text: head, rowspan: 2 }],
  )
  return [top, columns.slice(from, from + 2).map(({ head }) => ({ text: head }))]
}

const blank = (layout: Layout, rng: Rng): string => (layout.tableExtra === 'dashes' ? rng.pick(['—', '无', '/']) : '')

function bodyRows(layout: Layout, columns: Column[], section: { headings: string[] }, rows: Row[], rng: Rng): TableCell[][] {
  const printed = rows.map(({ cells }, index) =>
    columns.flatMap(({ name, head }): TableCell[] => {
      if ((name === 'category' && canMerge(layout)) || name === layout.tableMerge)
        return index === 0 ? [{ text: cells.get(head) ?? '', ...(rows.length > 1 ? { rowspan: rows.length } : {}) }] : []
      return [{ text: cells.get(head) ?? blank(layout, rng) }]
    }),
  )
  const asRow = layout.categoryPlace === 'row' && section.headings.length > 0
  return [...(asRow ? section.headings.map((text) => [{ text, colspan: columns.length }]) : []), ...printed]
}

/** One day, or the same bodies, for all items of a section: their cells are merged. */
function share(items: DrawnItem[], kind: 'deadline' | 'unit'): void {
  const [first] = items
  if (!first) return
  const persons = (item: DrawnItem) =>
    item.expected.parties.filter(({ role }) => role.endsWith('official') || role === 'contact')
  const units = first.expected.parties.filter(({ role }) => !role.endsWith('official') && role !== 'contact')
  for (const item of items) {
    item.fields = item.fields.map((field) =>
      field.kind === kind ? (first.fields.find(({ word }) => word === field.word) ?? field) : field,
    )
    if (kind === 'deadline') item.expected.deadline = first.expected.deadline
    else item.expected.parties = [...units, ...persons(item)]
  }
}

/** Whether the container can merge cells. */
export const canMerge = ({ container }: Layout): boolean =>
  container.startsWith('html') || container.startsWith('docx') || container === 'xlsx' || container.startsWith('pdf')

export function printTable(layout: Layout, sections: Section[], rng: Rng): PrintedList {
  const style = tableStyle(layout, rng)
  const drawn = sections.map((section) => section.items.map((input) => ({ input, item: drawItem(input) })))
  const columns = columnsOf(
    layout,
    drawn.flat().map(({ item }) => item),
    style,
    rng,
  )
  const head = headRows(layout, columns)
  if (layout.tableMerge !== 'none')
    for (const section of drawn)
      share(
        section.map(({ item }) => item),
        layout.tableMerge,
      )
  const parts = sections.map((section, at) => {
    const rows = (drawn[at] ?? []).map(({ input, item }) => rowOf(input, style, item))
    return { section, rows, body: bodyRows(layout, columns, section, rows, rng) }
  })
  const items = parts.flatMap(({ rows }) => rows.map((row) => row.expected))
  const table = (body: TableCell[][]): Table => ({ kind: 'table', rows: [...head, ...body], head: head.length })
  if (layout.categoryPlace === 'heading' && layout.categories !== 'none')
    return { blocks: parts.flatMap(({ section, body }): Block[] => [...section.opening, table(body)]), items }
  const opening = (sections[0]?.opening ?? []).filter((block) => block.kind === 'table' || block.style !== 'category')
  const body = parts.flatMap((part) => part.body)
  const repeated = layout.tableHead === 'repeated' && head.length === 1 ? repeatHead(layout, body, head, columns.length) : body
  const total = layout.tableExtra === 'total' ? [totalRow(columns, items.length)] : []
  return { blocks: [...opening, table([...repeated, ...total])], items }
}

/** The head once more, as on a second page: between two whole rows of items. */
function repeatHead(layout: Layout, body: TableCell[][], head: TableCell[][], width: number): TableCell[][] {
  const at = body.findIndex((row, index) => index > 2 && row.length === width && body[index - 1]?.length === width)
  return at < 0 || (layout.categoryPlace === 'column' && canMerge(layout))
    ? body
    : [...body.slice(0, at), ...head, ...body.slice(at)]
}

const totalRow = (columns: Column[], count: number): TableCell[] =>
  columns.map((_column, at) => ({ text: at === 0 ? '合计' : at === 1 ? `${count}个` : '' }))
