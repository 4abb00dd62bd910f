/** Composes ledgers from options drawn alone: columns, their order and names, heads, merges, rows that are no items, containers. */
import type { Rng } from '../layouts/rng.js'
import { deadlines, names, states, type Topic, topics, units } from './content.js'
import { type Block, type Cell, type Container, cell, containers, type Row, type Table } from './model.js'
import { apart, extras, hosts, known, labelled, type Named, twoRoles, unknown } from './words.js'

export interface Options {
  container: Container
  count: number
  number: boolean
  category: 'none' | 'column' | 'merged' | 'rows' | 'first' | 'numbered' | 'tables'
  categoryMark: '' | '（一）' | '一、'
  goal: boolean
  measures: boolean
  progress: boolean
  deadline: boolean
  status: boolean
  units: 'none' | 'one' | 'apart' | 'host' | 'two' | 'labelled'
  person: boolean
  extra: number
  /** Whose names no list of labels has. */
  strange: Named[]
  head: 'one' | 'groups' | 'groupsFlat' | 'three'
  captions: 0 | 1 | 2
  counted: 'none' | '1' | '一' | '（1）'
  again: boolean
  sum: boolean
  note: boolean
  sign: boolean
  rows: 'one' | 'several'
  entries: 'one' | 'lines' | 'inline'
  split: 'none' | 'bare' | 'headed'
  numberFirst: boolean
  looks: { th: boolean; colgroup: boolean; byParagraph: boolean }
}

const merges = new Set<Container>(['html', 'fragment', 'docx', 'xlsx'])

export function drawOptions(rng: Rng): Options {
  const container = rng.pick(containers)
  const often = (share: number): boolean => rng.next() < share
  const options: Options = {
    container,
    count: rng.int(2, 7),
    number: often(0.8),
    category: rng.pick(['none', 'none', 'none', 'column', 'merged', 'rows', 'first', 'numbered', 'tables']),
    categoryMark: rng.pick(['', '（一）', '一、']),
    goal: often(0.5),
    measures: often(0.75),
    progress: often(0.5),
    deadline: often(0.7),
    status: often(0.4),
    units: rng.pick(['none', 'one', 'one', 'apart', 'host', 'two', 'two', 'labelled']),
    person: often(0.25),
    extra: rng.pick([-1, -1, -1, 0, 1, 2, 3, 4]),
    strange: (['problem', 'measures', 'progress', 'deadline', 'status', 'unit'] satisfies Named[]).filter(() => often(0.15)),
    head: rng.pick(['one', 'one', 'one', 'groups', 'groupsFlat', 'three']),
    captions: rng.pick([0, 0, 0, 1, 2]),
    counted: rng.pick(['none', 'none', 'none', 'none', '1', '一', '（1）']),
    again: often(0.15),
    sum: often(0.2),
    note: often(0.2),
    sign: often(0.15),
    rows: rng.pick(['one', 'one', 'several']),
    entries: rng.pick(['one', 'lines', 'inline']),
    split: rng.pick(['none', 'none', 'none', 'bare', 'headed']),
    numberFirst: often(0.85),
    looks: { th: often(0.4), colgroup: often(0.3), byParagraph: often(0.5) },
  }
  return repaired(options)
}

/** Options that do not go together are set back. */
function repaired(o: Options): Options {
  if (!o.measures && !o.progress) o.measures = true
  if (o.measures && !o.deadline && o.units === 'none' && !o.progress && !o.goal) o.deadline = true
  if (!merges.has(o.container)) {
    if (o.category === 'merged') o.category = 'column'
    if (o.category === 'rows') o.category = 'first'
    if (o.head === 'groups' || o.head === 'three') o.head = 'groupsFlat'
    o.captions = 0
  }
  if (o.container === 'blanks' || o.container === 'cells') {
    o.number = true
    o.numberFirst = true
    o.head = 'one'
    o.counted = 'none'
    o.again = o.sum = o.note = o.sign = false
    o.rows = 'one'
    o.split = 'none'
    o.strange = []
    o.entries = o.container === 'cells' ? o.entries : o.entries === 'lines' ? 'inline' : o.entries
    if (o.category !== 'none' && o.category !== 'column') o.category = 'none'
    if (o.units === 'labelled') o.units = 'one'
    if (o.extra >= 0 && extras[o.extra]?.cells.includes('')) o.extra = -1
    if (o.extra >= 0 && extras[o.extra]?.noticed) o.extra = -1
    o.measures = true
    o.deadline = true
    if (o.units === 'none') o.units = 'one'
    o.count = Math.max(o.count, 3)
  }
  if (!o.number && o.category === 'numbered') o.category = 'none'
  if (o.rows === 'several') {
    o.measures = true
    o.split = 'none'
    o.again = false
    if (!merges.has(o.container) && !o.number) o.rows = 'one'
    if (o.category === 'merged') o.category = 'none'
    // whose the name beside the first row is, cells that cannot be merged do not say
    if (!merges.has(o.container)) o.person = false
  }
  if (o.category === 'tables') o.split = 'none'
  if (o.container === 'xlsx' && o.category === 'tables') o.category = 'none'
  if (o.container === 'xlsx') o.split = 'none'
  if (o.status && o.extra === 2) o.extra = -1
  // what two columns alike hold cannot be told without their names
  if (o.strange.includes('status') && o.strange.includes('progress')) o.strange = o.strange.filter((s) => s !== 'progress')
  // 备注 with notes beside it
  return o
}

/** What one item prints. */
interface Content {
  topic: Topic
  number: string
  measures: string[]
  progress: string[]
  /** One for each row of the item. */
  parts: { units: string[]; deadline: readonly [string, string] }[]
  state: readonly [string, string]
  person: string
}

interface Column {
  group: 'what' | 'plan' | 'who' | 'done' | 'more'
  name: string
  /** The cell of a row of the item, 0 the first. */
  print(content: Content, row: number, index: number): string
  /** One cell for all rows of an item. */
  whole: boolean
  kind: string
}

export interface Composed {
  blocks: Block[]
  rows: Row[]
  /** Names of columns that a diagnostic has to name. */
  noticed: string[]
}

const closed = (text: string): string => `${text}。`
const numbered = (list: string[], entries: Options['entries']): string => {
  if (list.length === 1) return closed(list[0] ?? '')
  if (entries === 'one') return closed(list.join('，'))
  return list.map((text, i) => `${i + 1}.${text}${i + 1 < list.length ? '；' : '。'}`).join(entries === 'lines' ? '\n' : '')
}
const told = (list: string[], entries: Options['entries']): string[] => {
  if (list.length === 1) return [` ${closed(list[0] ?? '')}`]
  if (entries === 'one') return [` ${closed(list.join('，'))}`]
  return list.map((text, i) => `${i + 1}. ${text}${i + 1 < list.length ? '；' : '。'}`)
}

export function compose(rng: Rng, o: Options): Composed {
  const contents = contentsOf(rng, o)
  const columns = columnsOf(rng, o)
  const noticed = o.extra >= 0 && extras[o.extra]?.noticed ? [extras[o.extra]?.name ?? ''] : []
  const blocks: Block[] = [{ kind: 'line', style: 'title', text: '青禾县督导反馈问题整改清单' }]
  const parts: Content[][] = o.category === 'tables' ? byCategory(contents) : halves(contents, o)
  parts.forEach((part, i) => {
    const [first] = part
    if (o.category === 'tables')
      blocks.push({ kind: 'line', style: 'heading', text: categoryLine(o, first?.topic.category ?? '', i) })
    blocks.push(tableOf(o, columns, part, { headed: i === 0 || o.split !== 'bare', last: i === parts.length - 1 }))
  })
  return { blocks, rows: contents.map((content) => rowOf(o, columns, content)), noticed }
}

const halves = (contents: Content[], o: Options): Content[][] => {
  const half = Math.ceil(contents.length / 2)
  return o.split === 'none' || contents.length < 4 ? [contents] : [contents.slice(0, half), contents.slice(half)]
}

const byCategory = (contents: Content[]): Content[][] => {
  const groups: Content[][] = []
  for (const content of contents) {
    const last = groups.at(-1)
    if (last?.[0]?.topic.category === content.topic.category) last.push(content)
    else groups.push([content])
  }
  return groups
}

function contentsOf(rng: Rng, o: Options): Content[] {
  const drawn = rng.sample(topics, o.count)
  // where rows stand under categories, two of a kind stand together
  const list =
    o.category === 'none' || o.category === 'column'
      ? drawn
      : drawn.map((topic, i) => ({ ...topic, category: (drawn[i - (i % 2)] ?? topic).category }))
  return list.map((topic, i): Content => {
    const wanted = o.rows === 'several' ? topic.measures.length : rng.int(1, topic.measures.length)
    return {
      topic,
      number: String(i + 1),
      measures: topic.measures.slice(0, wanted),
      progress: topic.progress
        .slice(0, rng.int(1, topic.progress.length))
        // what is done is told from what is planned by its words alone
        .map((text) => (o.strange.includes('progress') && !text.includes('已') ? `已${text}` : text)),
      parts: Array.from({ length: o.rows === 'several' ? wanted : 1 }, () => ({
        units: rng.sample(units, o.units === 'one' || o.units === 'host' ? rng.int(1, 2) : 3),
        deadline: rng.pick(deadlines),
      })),
      state: rng.pick(states),
      person: rng.pick(names),
    }
  })
}

function nameOf(rng: Rng, o: Options, field: Named): string {
  const strange = o.strange.includes(field) ? unknown[field] : undefined
  return rng.pick(strange ?? known[field])
}

function unitColumns(rng: Rng, o: Options): Column[] {
  const column = (name: string, print: (units: string[]) => string, kind: string): Column => ({
    group: 'who',
    name,
    whole: false,
    kind,
    print: (content, row) => print(content.parts[row]?.units ?? []),
  })
  switch (o.units) {
    case 'none':
      return []
    case 'one':
      return [column(nameOf(rng, o, 'unit'), (list) => list.join('、'), 'responsible')]
    case 'host':
      return [column(rng.pick(hosts), (list) => list.join('、'), 'responsible')]
    case 'apart': {
      const [lead, support] = rng.pick(apart)
      return [column(lead, ([first]) => first ?? '', 'lead'), column(support, ([, ...rest]) => rest.join('、'), 'support')]
    }
    case 'two': {
      const [name, form] = rng.pick(twoRoles)
      return [
        column(
          name,
          ([first, ...rest]) => (form === 'slash' ? `${first}/${rest.join('、')}` : `${first}（${rest.join('、')}）`),
          'two',
        ),
      ]
    }
    case 'labelled': {
      const [name, lead, support] = rng.pick(labelled)
      const parted = rng.pick(['\n', '；'])
      return [column(name, ([first, ...rest]) => `${lead}：${first}${parted}${support}：${rest.join('、')}`, 'two')]
    }
  }
}

function columnsOf(rng: Rng, o: Options): Column[] {
  const groups = new Map<Column['group'], Column[]>()
  const add = (column: Column): void => {
    groups.set(column.group, [...(groups.get(column.group) ?? []), column])
  }
  const plain = (group: Column['group'], field: Named, print: Column['print'], whole = true): void =>
    add({ group, name: nameOf(rng, o, field), print, whole, kind: field })
  if (o.category === 'column' || o.category === 'merged') plain('what', 'category', ({ topic }) => topic.category)
  plain('what', 'problem', ({ topic }) => topic.fault)
  if (o.goal) plain('plan', 'goal', ({ topic }) => topic.goal)
  if (o.measures)
    plain(
      'plan',
      'measures',
      ({ measures }, row) => (o.rows === 'several' ? closed(measures[row] ?? '') : numbered(measures, o.entries)),
      false,
    )
  if (o.deadline)
    plain(
      o.rows === 'several' ? 'who' : rng.pick(['plan', 'who']),
      'deadline',
      ({ parts }, row) => parts[row]?.deadline[0] ?? '',
      false,
    )
  for (const column of unitColumns(rng, o)) add(column)
  if (o.person)
    add({ group: 'who', name: rng.pick(['责任人', '整改责任人']), whole: true, kind: 'person', print: ({ person }) => person })
  if (o.progress) plain('done', 'progress', ({ progress }) => numbered(progress, o.entries))
  if (o.status) {
    const name = nameOf(rng, o, 'status')
    add({
      group: 'done',
      name,
      whole: true,
      kind: 'status',
      print: ({ state }) => (name.startsWith('是否') ? (state[1] === 'completed' ? '是' : '否') : state[0]),
    })
  }
  const extra = extras[o.extra]
  if (extra)
    add({
      group: 'more',
      name: extra.name,
      whole: true,
      kind: 'extra',
      print: (_, __, i) => extra.cells[i % extra.cells.length] ?? '',
    })
  const order = o.numberFirst
    ? ['what', ...rng.shuffle([...groups.keys()].filter((g) => g !== 'what'))]
    : rng.shuffle([...groups.keys()])
  const columns = order.flatMap((group) => rng.shuffle(groups.get(group as Column['group']) ?? []))
  const number: Column = {
    group: 'what',
    name: rng.pick(known.number),
    whole: true,
    kind: 'number',
    print: ({ number }) => number,
  }
  return o.number ? [number, ...columns] : columns
}

const groupNames: Record<Column['group'], readonly string[]> = {
  what: ['基本情况', '问题'],
  plan: ['整改方案', '整改要求'],
  who: ['责任落实', '整改责任'],
  done: ['进展', '整改进展'],
  more: ['其他', '附加信息'],
}

function headRows(o: Options, columns: Column[]): Cell[][] {
  const runs: { group: Column['group']; columns: Column[] }[] = []
  for (const column of columns) {
    const last = runs.at(-1)
    if (last?.group === column.group) last.columns.push(column)
    else runs.push({ group: column.group, columns: [column] })
  }
  const wide = runs.some((run) => run.columns.length > 1 && run.group !== 'what')
  if (o.head === 'one' || !wide) return [columns.map(({ name }) => cell(name))]
  const flat = o.head === 'groupsFlat'
  const top: Cell[] = []
  const below: Cell[] = []
  for (const { group, columns: list } of runs) {
    const grouped = list.length > 1 && group !== 'what'
    if (grouped && !flat) top.push(cell(groupNames[group][o.count % 2] ?? '', { colspan: list.length }))
    list.forEach(({ name }, i) => {
      if (!grouped) {
        top.push(cell(name, flat ? {} : { rowspan: 2 }))
        if (flat) below.push(cell(''))
      } else {
        if (flat) top.push(cell(i === 0 ? (groupNames[group][o.count % 2] ?? '') : ''))
        below.push(cell(name))
      }
    })
  }
  if (o.head !== 'three') return [top, below]
  return [[cell('整改工作安排', { colspan: columns.length })], top, below]
}

const han = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四']

const countRow = (o: Options, columns: Column[]): Cell[] =>
  columns.map((_, i) => cell(o.counted === '一' ? (han[i] ?? '') : o.counted === '（1）' ? `（${i + 1}）` : String(i + 1)))

const categoryLine = (o: Options, words: string, i: number): string =>
  o.categoryMark === '（一）'
    ? `（${han[i]}）${words}方面`
    : o.categoryMark === '一、'
      ? `${han[i]}、${words}方面`
      : `${words}方面`

function tableOf(
  o: Options,
  columns: Column[],
  contents: Content[],
  { headed, last }: { headed: boolean; last: boolean },
): Table {
  const width = columns.length
  const full = (text: string): Cell[] => [cell(text, { colspan: width })]
  const head = headed ? headRows(o, columns) : []
  const rows: Cell[][] = []
  if (headed && o.captions > 0) rows.push(full('青禾县督导反馈问题整改任务分解表'))
  if (headed && o.captions > 1) rows.push(full('填报单位：青禾县人民政府办公室 填报日期：2024年3月1日'))
  const above = rows.length
  rows.push(...head)
  if (headed && o.counted !== 'none' && width >= 3) rows.push(countRow(o, columns))
  let category = ''
  let group = -1
  const merged = new Map<Column, { open: Cell; text: string }>()
  contents.forEach((content, at) => {
    const i = Number(content.number) - 1
    if (content.topic.category !== category) {
      category = content.topic.category
      group++
      if (o.category === 'rows') rows.push(full(categoryLine(o, category, group)))
      if (o.category === 'first') rows.push(columns.map((_, c) => cell(c === 0 ? categoryLine(o, category, group) : '')))
      if (o.category === 'numbered')
        rows.push(
          columns.map(({ kind }) => cell(kind === 'number' ? (han[group] ?? '') : kind === 'problem' ? `${category}方面` : '')),
        )
    }
    const height = content.parts.length
    for (let r = 0; r < height; r++) {
      const cells: Cell[] = []
      for (const column of columns) {
        const text = column.print(content, r, i)
        if (o.category === 'merged' && column.kind === 'category') {
          const open = merged.get(column)
          if (open?.text === text) open.open.rowspan = (open.open.rowspan ?? 1) + 1
          else {
            const next = cell(text)
            merged.set(column, { open: next, text })
            cells.push(next)
          }
        } else if (column.whole && height > 1) {
          if (r === 0 || !merges.has(o.container))
            cells.push(cell(r === 0 ? text : '', merges.has(o.container) ? { rowspan: height } : {}))
        } else cells.push(cell(text))
      }
      rows.push(cells)
    }
    if (o.again && at === 1 && o.category !== 'merged') rows.push(...headRows(o, columns))
  })
  if (last && o.sum) rows.push(columns.map((_, c) => cell(c === 0 ? '合计' : c === 1 ? `${contents.length}项` : '')))
  if (last && o.note) rows.push(full('注：本表由县整改办负责解释，各单位按月更新。'))
  if (last && o.sign) rows.push(columns.map((_, c) => cell(c === 0 ? '填报人：李莉' : c === 2 ? '审核人：周洋' : '')))
  return { kind: 'table', rows, head: above + head.length }
}

const roles: Record<string, string> = { responsible: 'responsible_unit', lead: 'lead_unit', support: 'supporting_unit' }

function partiesOf(columns: Column[], content: Content, row: number | null): string[] {
  const parts = row === null ? content.parts : content.parts.slice(row, row + 1)
  const found: string[] = []
  for (const column of columns) {
    for (const { units: list } of parts) {
      const [first, ...rest] = list
      if (column.kind === 'responsible') found.push(...list.map((name) => `responsible_unit:${name}`))
      else if (column.kind === 'two') found.push(`lead_unit:${first}`, ...rest.map((name) => `supporting_unit:${name}`))
      else if (column.kind === 'lead') found.push(`lead_unit:${first}`)
      else if (column.kind === 'support') found.push(...rest.map((name) => `${roles.support}:${name}`))
    }
    if (column.kind === 'person' && row === null) found.push(`responsible_official:${content.person}`)
  }
  return [...new Set(found)].sort()
}

function rowOf(o: Options, columns: Column[], content: Content): Row {
  const has = (kind: string): boolean => columns.some((column) => column.kind === kind)
  const { topic } = content
  const several = o.rows === 'several' && content.parts.length > 1
  const headed =
    o.category === 'none' ? [] : [o.category === 'column' || o.category === 'merged' ? topic.category : `${topic.category}方面`]
  const state = columns.find((column) => column.kind === 'status')
  const asked = state?.name.startsWith('是否') ?? false
  const row = content.parts
  return {
    label: o.number ? content.number : '',
    path: headed,
    problem: topic.fault,
    goal: o.goal ? topic.goal : null,
    measures: !o.measures
      ? []
      : several
        ? content.measures.map(
            (text, i) =>
              ` ${closed(text)}@${partiesOf(columns, content, i).join(',')}!${o.deadline ? (row[i]?.deadline[1] ?? '') : ''}`,
          )
        : told(content.measures, o.entries),
    progress: has('progress') ? told(content.progress, o.entries) : [],
    parties: partiesOf(columns, content, null),
    deadline: o.deadline ? [...new Set(row.map(({ deadline }) => deadline[1]))] : [],
    status: state ? (asked ? (content.state[1] === 'completed' ? 'completed' : 'in_progress') : content.state[1]) : null,
  }
}
