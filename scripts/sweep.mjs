#!/usr/bin/env node
// Every value that is read in a folder's reports, one a line, for a person to read: `npm run sweep -- DIR`.
//
//   npm run sweep -- DIR [--only quantity,date] [--context 8]
//
// A line is: kind, then words before ⟦the value's own words⟧ words behind ⇒ what they were read as. Control characters and line breaks are blanks.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseReport } from '../dist/pipeline/index.js'

const { values: options, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' }, context: { type: 'string', default: '8' } },
  allowPositionals: true,
})
const around = Number(options.context)
const only = new Set(options.only.split(',').filter(Boolean))
const [folder] = positionals
if (!folder || !Number.isInteger(around)) {
  console.error('usage: npm run sweep -- DIR [--only quantity,date,target,deadline,reference,party,status,place] [--context N]')
  process.exit(2)
}

const formats = new Set(['.txt', '.md', '.html', '.htm', '.docx', '.pdf', '.xlsx'])
const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : formats.has(extname(path).toLowerCase())
      ? [path]
      : []

/** The parts that are there, with one blank between them. */
const words = (...parts) => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ')
const days = ({ start, end }) => (start === end ? start : `${start}…${end}`)
const amount = ({ value, low, high, comparator, unit, change, changeKind, subject }) =>
  words(
    `${comparator}${low !== null && high !== null ? `${low}…${high}` : value}`,
    unit,
    change && `${change} ${changeKind}`,
    subject && `[${subject}]`,
  )
const actionsOf = (actions) => actions.flatMap((action) => [action, ...actionsOf(action.children)])

/** Kind, span and reading of every value of an item. */
function* valuesOf(item) {
  const actions = actionsOf([...item.measures, ...item.progress])
  for (const quantity of item.quantities) yield ['quantity', quantity.span, amount(quantity)]
  for (const date of item.dates) yield ['date', date.span, words(days(date), date.precision, date.relation)]
  for (const { span, indicator, comparator, value, unit, by, per } of item.targets)
    yield ['target', span, words(indicator, `${comparator}${value}`, unit, by && `by ${by}`, per && `per ${per}`)]
  for (const deadline of [item.deadline, ...actions.map((action) => action.deadline)])
    if (deadline)
      yield [
        'deadline',
        deadline.span,
        deadline.entries.map(({ kind, date, scope }) => words(kind, date, scope && `{${scope}}`)).join('; ') || 'nothing',
      ]
  for (const { span, title, number } of item.references) yield ['reference', span, words(title, number && `№ ${number}`)]
  for (const { span, role, kind, name, fullName, title, scope } of [...item.parties, ...actions.flatMap((a) => a.parties)])
    yield [
      'party',
      span,
      words(role, kind, name, fullName && fullName !== name && `= ${fullName}`, title, scope && `{${scope}}`),
    ]
  if (item.status)
    yield ['status', item.status.span, words(item.status.code, item.status.ongoing && 'ongoing', item.status.closure)]
  for (const { span, name, code } of item.places) yield ['place', span, words(name, code)]
}

/** Nothing raw goes to a terminal. */
const shown = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')

const counts = new Map()
for (const file of filesIn(folder)) {
  const { report } = await parseReport(readFileSync(file), file)
  const { text } = report.document
  console.log(`# ${shown(file)}: ${report.items.length} items`)
  for (const item of report.items)
    for (const [kind, [start, end], reading] of [...valuesOf(item)].sort((a, b) => a[1][0] - b[1][0])) {
      if (only.size > 0 && !only.has(kind)) continue
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      const [before, own, behind] = [
        text.slice(Math.max(0, start - around), start),
        text.slice(start, end),
        text.slice(end, end + around),
      ]
      console.log(`${kind} ${item.seq}\t${shown(before)}⟦${shown(own)}⟧${shown(behind)} ⇒ ${shown(reading)}`)
    }
}
console.log(`# ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing found'}`)
