/** The columns of a ledger: their fields by name, and where a name tells nothing, by what the column holds. */
import { isStatusOnly } from '../fields/status.js'
import {
  columnField,
  columnHints,
  guessedColumn,
  isHost,
  isRemark,
  kindsIn,
  otherBody,
  otherDay,
  rolesIn,
} from '../lexicon/columns.js'
import { exactFieldOf, type FieldKind, type PartyRole, partyFields, twofold } from '../lexicon/labels.js'
import { type Evidence, evidenceOf, isTold, type Told } from './table-content.js'

export interface Column {
  field: FieldKind | null
  /** The printed words that name it, folded, without blanks. */
  name: string
  /** Its names as printed, the outermost first. */
  path: readonly string[]
  /** The roles of a column of several, in the order that its cells have them. */
  roles: PartyRole[] | null
  /** The kinds of a column that holds several: 责任单位及完成时限. */
  kinds: FieldKind[] | null
  /** Only its cells tell what it is. */
  told: boolean
  /** The name above it gave the field. */
  inherited?: boolean
}

/** What the name of a column says; the lowest name first, then with the names above it. */
export function columnNamed(path: readonly string[]): Column {
  const low = path.at(-1) ?? ''
  const rest = path.slice(0, -1)
  const roles = rolesIn(low)
  const plain = { path, roles, kinds: roles ? null : kindsIn(low), told: false }
  const own = roles?.[0] ?? plain.kinds?.[0] ?? columnField(low)
  const up = rest.map(columnField).findLast((field) => field !== null) ?? null
  // 整改进展 over 存在问题 is progress still
  if (own === 'problem' && up !== null && up !== 'problem' && up !== 'other' && up !== 'category')
    return { ...plain, field: up, name: path.join('') }
  if (own !== null) return { ...plain, field: own, name: low }
  const upper = rest.at(-1) ?? ''
  const both = upper === '' ? null : columnField(upper + low)
  return { ...plain, field: both ?? up, name: path.join(''), inherited: true }
}

export interface Columns {
  columns: Column[]
  /** Columns that only their cells told. */
  told: number[]
  /** Columns that nothing tells. */
  unknown: number[]
}

/** Content alone has to be this sure; a name that hints at the field makes up for the rest. */
const sure = 0.8
const hinted = 0.45

/** The columns under names whose cells are given column by column. */
export function resolve(paths: readonly (readonly string[])[], cells: readonly (readonly string[])[]): Columns {
  const columns = paths.map(columnNamed)
  const evidence = columns.map((column, c) => evidenceOf(cells[c] ?? [], column.name))
  leadBesideSupport(columns)
  oneDeadline(columns)
  remarksOfStates(columns, evidence)
  withoutInherited(columns, evidence)
  chooseProblem(columns, evidence)
  for (const [c, column] of columns.entries()) if (column.field === null) guess(columns, evidence, c)
  remarksOfProgress(columns)
  columnsOfStates(columns, evidence)
  tellByContent(columns, evidence)
  const unknown = columns.flatMap(({ field, name }, c) =>
    field === null && name !== '' && (evidence[c]?.filled ?? 0) > 0 ? [c] : [],
  )
  return { columns, told: columns.flatMap(({ told }, c) => (told ? [c] : [])), unknown }
}

/** 已完成 | 正在整改 | 未启动 over cells that are only marked. */
function columnsOfStates(columns: readonly Column[], evidence: readonly Evidence[]): void {
  columns.forEach((column, c) => {
    const own = evidence[c]
    if (column.field === null && own && own.filled > 0 && own.share.status >= sure && isStatusOnly(column.name))
      column.field = 'status'
  })
}

/** 主办 beside 协办 leads. */
export function leadBesideSupport(columns: Column[]): void {
  if (!columns.some(({ field }) => field === 'supporting_unit')) return
  for (const column of columns) if (column.field === 'responsible_unit' && isHost(column.name)) column.field = 'lead_unit'
}

/** 完成时间 beside 整改时限 is the day on which it was done. */
function oneDeadline(columns: Column[]): void {
  const due = columns.filter(({ field }) => field === 'deadline')
  if (due.length < 2 || !due.some(({ name }) => /时限|期限|限期|计划|要求|预计|应/.test(name))) return
  for (const column of due) if (/^(?:完成|办结|整改完成)(?:时间|日期)$/.test(column.name)) column.field = 'other'
}

/** The field of the group's name holds for a column whose cells are not plainly another. */
function withoutInherited(columns: Column[], evidence: readonly Evidence[]): void {
  columns.forEach((column, c) => {
    const own = evidence[c]
    const { field } = column
    if (!column.inherited || field === null || !own || own.filled === 0) return
    const other = (['deadline', 'status', 'responsible_unit'] as const).some(
      (kind) => kind !== field && own.share[kind] >= sure,
    )
    const unlike = isTold(field) && !isProse(field) && own.share[field] < hinted
    // 整改要求 over what is planned
    const planned = field === 'goal' && own.share.measures >= sure && !columns.some((rival) => rival.field === 'measures')
    const namedElsewhere = columns.some((rival) => rival !== column && rival.field === field && !rival.inherited)
    // 时限 over 计划 and 实际
    const otherwise = field === 'deadline' && otherDay.test(column.path.at(-1) ?? '')
    if (other || unlike || planned || namedElsewhere || otherwise)
      Object.assign(column, { field: null, name: column.path.at(-1) ?? column.name })
  })
}

/** 说明 beside 标识 under 整改进展 is the progress. */
function remarksOfProgress(columns: Column[]): void {
  if (columns.some(({ field }) => field === 'progress')) return
  const column = columns.find(
    ({ name, path }) => path.length > 1 && isRemark(path.at(-1) ?? name) && columnField(path.at(-2) ?? '') === 'progress',
  )
  if (column) column.field = 'progress'
}

/** 备注 whose cells are all states. */
function remarksOfStates(columns: Column[], evidence: readonly Evidence[]): void {
  if (columns.some(({ field }) => field === 'status')) return
  const c = columns.findIndex(({ name }, i) => isRemark(name) && (evidence[i]?.share.status ?? 0) === 1)
  const column = columns[c]
  if (column) Object.assign(column, { field: 'status', told: true })
}

/** Of several columns named for problems, the one that states faults; and a column that does, where the named one does not. */
function chooseProblem(columns: Column[], evidence: readonly Evidence[]): void {
  const faults = (c: number): number => evidence[c]?.share.problem ?? 0
  const named = columns.flatMap(({ field }, c) => (field === 'problem' ? [c] : []))
  if (named.length === 0) return
  const score = (c: number): number =>
    faults(c) * 2 +
    (exactFieldOf(columns[c]?.name ?? '') ? 0.5 : 0) -
    (twofold.has(columns[c]?.name ?? '') ? 1 : 0) +
    (/问题|表现|情形/.test(columns[c]?.name ?? '') ? 0.5 : 0) +
    Math.min(1, (evidence[c]?.length ?? 0) / 40)
  const best = [...named].sort((a, b) => score(b) - score(a))[0] ?? -1
  const unknown = columns.flatMap(({ field }, c) => (field === null && faults(c) >= 0.7 ? [c] : []))
  const other = [...unknown].sort((a, b) => faults(b) - faults(a))[0]
  const weak = faults(best) <= 0.2 && (evidence[best]?.length ?? 0) <= 20
  const chosen = weak && other !== undefined ? other : best
  for (const c of [...named, chosen]) {
    const column = columns[c]
    if (!column) continue
    if (c === chosen) Object.assign(column, { field: 'problem', told: c === other })
    else column.field = besideProblem(columns, evidence, c, chosen)
  }
}

/** A second column that is named for problems: what has to be done, the group of the problem, or its details. */
function besideProblem(columns: readonly Column[], evidence: readonly Evidence[], c: number, chosen: number): FieldKind {
  const own = evidence[c]
  const named = /任务|事项/
  // 整改任务 beside 存在问题 is what has to be done, whatever it speaks of
  const sole = !named.test(columns[chosen]?.name ?? '') && c > chosen
  const tasks = named.test(columns[c]?.name ?? '') && (sole || (own?.share.problem ?? 0) < sure)
  const planned = columns.some(({ field }) => field === 'measures')
  if (own && (tasks || own.share.measures >= hinted) && !planned) return 'measures'
  // 清扫道路，每周巡查。 behind the problem, beside its measures, is no group of problems
  if (c > chosen && own && own.share.measures >= hinted) return 'other'
  return c < chosen || (own?.length ?? 0) <= 12 ? 'category' : 'other'
}

/** A name that ends like one of a field, where no other column has that field. */
function guess(columns: Column[], evidence: readonly Evidence[], c: number): void {
  const column = columns[c]
  const own = evidence[c]
  if (!column || !own || own.filled === 0) return
  const field = guessedColumn(column.name)
  if (field === null || columns.some((other) => other.field === field)) return
  if (
    partyFields.has(field)
      ? field.endsWith('unit') && own.share.responsible_unit < hinted
      : isTold(field) && !agrees(own, field)
  )
    return
  Object.assign(column, { field, told: true })
}

const agrees = (own: Evidence, field: Told): boolean => own.share[field] >= hinted || (isProse(field) && own.length >= 8)
const isProse = (field: FieldKind): boolean => field === 'problem' || field === 'measures' || field === 'progress'

/** Fills the fields that no name gives: the surest column first. */
function tellByContent(columns: Column[], evidence: readonly Evidence[]): void {
  const found: { c: number; field: Told; score: number }[] = []
  columns.forEach((column, c) => {
    const own = evidence[c]
    if (column.field !== null || !own || own.filled === 0) return
    for (const [field, hint] of columnHints) {
      if (!isTold(field)) continue
      const share = shareOf(own, field, column.name)
      const hints = hint.test(column.name)
      // one cell alone is no evidence without a name
      if ((share >= sure && own.filled > 1) || (hints && share >= hinted))
        found.push({ c, field, score: share + (hints ? 0.5 : 0) })
    }
  })
  found.sort((a, b) => b.score - a.score)
  for (const { c, field } of found) {
    const column = columns[c]
    if (!column || column.field !== null || taken(columns, field)) continue
    Object.assign(column, { field, told: true })
  }
  lastResort(columns, evidence)
}

/** A field that a column may not be told for: one has it already. */
const taken = (columns: readonly Column[], field: Told): boolean =>
  columns.some((other) =>
    field === 'responsible_unit' ? other.field !== null && /_unit$/.test(other.field) : other.field === field,
  )

/** How far the cells say a field; days say a deadline only where they read like one. */
function shareOf(own: Evidence, field: Told, name: string): number {
  const { share } = own
  if (field === 'deadline') return otherDay.test(name) ? 0 : own.bareDays === 1 ? Math.min(share.deadline, 0.6) : share.deadline
  if (field === 'status') return share.deadline > 0.5 && share.status < 1 ? 0 : share.status
  if (field === 'responsible_unit' && otherBody.test(name)) return 0
  if (isProse(field) && own.length < 6) return 0
  return share[field]
}

/** No column states faults: the only one of prose whose name hints at problems. */
function lastResort(columns: Column[], evidence: readonly Evidence[]): void {
  if (columns.some(({ field }) => field === 'problem')) return
  const hint = columnHints.find(([field]) => field === 'problem')?.[1]
  const long = columns.filter(({ field }, c) => field === null && (evidence[c]?.length ?? 0) >= 8)
  const [only] = long
  if (long.length === 1 && only && hint?.test(only.name)) Object.assign(only, { field: 'problem', told: true })
}
