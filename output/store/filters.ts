/** Which reports and items are asked for, as SQL: one meaning of each filter for lists, search, due, digest and export. */
import type { DiagnosticCode } from '../../parsers/diagnostics.js'
import { bodies } from '../../parsers/lexicon/bodies.js'
import { byCode, resolveRegion } from '../../parsers/values/regions.js'
import { statusCodes } from '../../pipeline/record.js'
import { plain } from './letters.js'
import type { Cell, ItemFilter, ReportFilter } from './types.js'

/** SQL conditions and their parameters. */
export class Where {
  readonly params: Cell[] = []
  readonly #conditions: string[] = []
  add(condition: string, ...params: Cell[]): void {
    this.#conditions.push(condition)
    this.params.push(...params)
  }
  /** One of the values; nothing is asked where there are none. `none` is a value that is not there. */
  oneOf(column: string, values: readonly (string | number)[] | undefined): void {
    if (!values || values.length === 0) return
    const none = values.includes('none') ? ` OR ${column} IS NULL` : ''
    const said = values.filter((value) => value !== 'none')
    const value = said.length > 0 && said.every((one) => typeof one === 'number') ? 'CAST(value AS INTEGER)' : 'value'
    this.add(`(${column} IN (SELECT ${value} FROM json_each(?))${none})`, JSON.stringify(said))
  }
  toString(): string {
    return this.#conditions.length > 0 ? `WHERE ${this.#conditions.join(' AND ')}` : ''
  }
}

/** 430000 and 43 are a province with all in it: what all of their codes begin with, and what comes after the last of these. */
const codesFrom = (code: string): [from: string, before: string] => {
  const begin = code.replace(/(?:00){1,3}$/, '')
  return [begin, `${begin}:`]
}

/**
 * A region by its code or name, with all below it: 湘西州 holds the counties whose reports never name it, and townships, which have no code.
 * A name of several regions, or of none that has a code, is looked for in the names as they are.
 */
export const ofRegion = (where: Where, regions: readonly string[] | undefined): void => {
  if (!regions || regions.length === 0) return
  const params: string[] = []
  const conditions = regions.map((name) => {
    const digits = /^\d{2}(\d{2}){0,2}$/.test(name)
    const region = digits ? byCode(name.padEnd(6, '0')) : resolveRegion(name).region
    const code = digits ? name : region?.code
    if (!code) {
      params.push(name)
      return 'instr(r.region, ?) > 0'
    }
    params.push(...codesFrom(code), name, region?.fullName ?? name)
    return '(r.region_code >= ? AND r.region_code < ? OR r.region_code IS NULL AND (instr(r.region, ?) > 0 OR instr(r.region, ?) > 0))'
  })
  where.add(`(${conditions.join(' OR ')})`, ...params)
}

/** The year of a report: that of its state, its publication or its signature; of one that shows no day, the year in its title. */
const ofYear = (where: Where, years: readonly number[] | undefined): void => {
  if (!years || years.length === 0) return
  where.add(
    `EXISTS (SELECT 1 FROM json_each(?) y WHERE coalesce(substr(coalesce((SELECT k.day FROM link_reports k WHERE k.report = r.report), r.as_of_end_date), 1, 4) = y.value,
       instr(r.title, y.value || '年') > 0))`,
    JSON.stringify(years.map(String)),
  )
}

/** The reports that are asked for: these numbers, or without them all that are current. */
export const reportWhere = (filter: ReportFilter, reports: readonly number[] | null): Where => {
  const where = new Where()
  if (reports) where.add('r.report IN (SELECT CAST(value AS INTEGER) FROM json_each(?))', JSON.stringify(reports))
  else if (!filter.versions) where.add('r.current = 1')
  where.oneOf('r.kind', filter.kinds)
  where.oneOf('r.programme', filter.programmes)
  where.oneOf('r.programme_round', filter.rounds)
  if (filter.uncertain)
    where.add('r.report IN (SELECT report FROM diagnostics WHERE code = ?)', 'reading_uncertain' satisfies DiagnosticCode)
  if (filter.certainty !== undefined) where.add('r.reading_certainty <= ?', filter.certainty)
  ofRegion(where, filter.regions)
  ofYear(where, filter.years)
  return where
}

/** Whether the question is about problems, each of which is told once by its newest item, and not about items. */
export const asksOfProblems = ({ heads, overdueAsOf, unsaidAsOf, notPastAsOf }: ItemFilter): boolean =>
  heads === true || overdueAsOf !== undefined || unsaidAsOf !== undefined || notPastAsOf !== undefined

const bodyForms = bodies.map((line) => line.split(/[:\s]+/).filter(Boolean))

/** How else a body is written: of 县住建局 also 县住房和城乡建设局. */
export const formsOf = (unit: string): string[] => {
  const found = bodyForms
    .flatMap((forms) => forms.map((form) => ({ form, forms })))
    .filter(({ form }) => unit.endsWith(form))
    .sort((a, b) => b.form.length - a.form.length)[0]
  return found ? found.forms.map((form) => unit.slice(0, -found.form.length) + form) : [unit]
}

/**
 * Items with one of the bodies among their parties, of a measure too. What a person corrected stands in the place of what the report says.
 * The names are looked through once each, and their rows found by the index.
 */
export const itemsOfUnits = (units: readonly string[], role: string | undefined): { sql: string; params: Cell[] } => {
  const forms = [...new Set(units.flatMap(formsOf))]
  const named = forms.map(() => 'instr(b.name, ?) > 0 OR instr(b.full_name, ?) > 0').join(' OR ')
  return {
    sql: `SELECT p.report, p.item FROM stored_parties p WHERE p.body IN (SELECT b.body FROM bodies b WHERE (${named}) AND (? IS NULL OR b.role = ?))
        AND NOT EXISTS (SELECT 1 FROM overlays o JOIN bodies b ON b.body = p.body
          WHERE p.action IS NULL AND o.report = p.report AND o.item = p.item AND o.doubt = 0 AND o.field = b.role || 's')
      UNION SELECT o.report, o.item FROM overlays o CROSS JOIN json_each(o.value) u CROSS JOIN json_each(?) f
        WHERE o.doubt = 0 AND o.field IN ('lead_units', 'responsible_units') AND (? IS NULL OR o.field = ? || 's') AND instr(u.value, f.value) > 0`,
    params: [
      ...forms.flatMap((form) => [form, form]),
      role ?? null,
      role ?? null,
      JSON.stringify(forms),
      role ?? null,
      role ?? null,
    ],
  }
}

/**
 * The items of one of the bodies, and those that tell the same problem in the same region, for a progress report may name none. Joins are
 * CROSS where their order must be the written one: from the few to the many.
 */
const problemsOfUnits = (sql: string): string => `WITH own AS MATERIALIZED (${sql}),
      told AS MATERIALIZED (SELECT DISTINCT o.thread, ifnull(a.region_code, '') AS code FROM own u CROSS JOIN threads o CROSS JOIN reports a
        WHERE o.report = u.report AND o.item = u.item AND a.report = o.report)
      SELECT report, item FROM own UNION SELECT t.report, t.item FROM told n CROSS JOIN threads t CROSS JOIN reports b
        WHERE t.thread = n.thread AND b.report = t.report AND ifnull(b.region_code, '') = n.code`

const ofUnits = (where: Where, filter: ItemFilter): void => {
  if (!filter.units || filter.units.length === 0) return
  const { sql, params } = itemsOfUnits(filter.units, filter.role)
  if (filter.ofProblems || asksOfProblems(filter)) where.add(`(l.report, l.item) IN (${problemsOfUnits(sql)})`, ...params)
  else where.add(`(l.report, l.item) IN (${sql})`, ...params)
}

/** Every word stands in the item's problem, goal, measures or progress. */
const ofText = (where: Where, text: string | undefined): void => {
  for (const word of new Set(
    plain(text ?? '')
      .split(/\s+/u)
      .filter(Boolean),
  )) {
    const column = (name: string) => (/^\p{Script=Han}+$/u.test(word) ? name : `plain_text(${name})`)
    where.add(
      `(instr(${column('l.problem')}, ?) > 0 OR (l.report, l.item) IN (SELECT report, item FROM items WHERE instr(${column('goal')}, ?) > 0
         UNION ALL SELECT report, item FROM actions WHERE instr(${column('text')}, ?) > 0))`,
      word,
      word,
      word,
    )
  }
}

/** The three truths about a deadline: past its day and open, past its day and not said, not past. */
const ofTruth = (where: Where, filter: ItemFilter): void => {
  if (!asksOfProblems(filter)) return
  where.add('l.head = 1')
  if (filter.overdueAsOf !== undefined) where.add(`l.problem_state = 'open' AND l.problem_due < ?`, filter.overdueAsOf)
  if (filter.unsaidAsOf !== undefined) where.add(`l.problem_state = 'unknown' AND l.problem_due < ?`, filter.unsaidAsOf)
  if (filter.notPastAsOf !== undefined) where.add(`l.problem_state <> 'done' AND l.problem_due >= ?`, filter.notPastAsOf)
  if (filter.problemDueTo !== undefined) where.add('l.problem_due <= ?', filter.problemDueTo)
}

/** The items that are asked for: `l` is all_items, `r` its report. */
export const itemWhere = (filter: ItemFilter, reports: readonly number[] | null): Where => {
  const where = reportWhere(filter, reports)
  where.oneOf('l.status', filter.statuses)
  where.oneOf('l.closure', filter.closures)
  if (filter.open) where.add(`l.problem_state = 'open'`)
  ofUnits(where, filter)
  ofTruth(where, filter)
  const due = asksOfProblems(filter) ? 'l.problem_due' : 'l.due'
  if (filter.dueFrom !== undefined) where.add(`${due} >= ?`, filter.dueFrom)
  if (filter.dueTo !== undefined) where.add(`${due} <= ?`, filter.dueTo)
  ofText(where, filter.text)
  return where
}

const statusRank = `CASE l.status ${statusCodes.map((code, rank) => `WHEN '${code}' THEN ${rank}`).join(' ')} END`
const firstUnit = `json_extract(CASE l.lead_units WHEN '[]' THEN l.responsible_units ELSE l.lead_units END, '$[0]')`
const sortColumns = {
  report: 'r.source',
  due: 'l.due',
  status: statusRank,
  region: 'l.region_code',
  unit: firstUnit,
  task: `CASE l.problem_state WHEN 'done' THEN 1 ELSE 0 END`,
} satisfies Record<NonNullable<ItemFilter['sort']>['key'], string>

/** `due`, or `-due` for the greatest first; what has no value comes last either way. */
export const itemOrder = (sort: ItemFilter['sort'], problems: boolean): string => {
  const rest = `${sort?.key === 'task' ? 'l.problem_due ASC NULLS LAST, ' : ''}r.source, l.report, l.item`
  if (sort === undefined) return rest
  const key = sort.key === 'due' && problems ? 'l.problem_due' : sortColumns[sort.key]
  return `${key} ${sort.down ? 'DESC' : 'ASC'} NULLS LAST, ${rest}`
}
