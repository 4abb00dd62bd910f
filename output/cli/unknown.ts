/** A report or an item that a command names and the ledger does not hold: an error that says which are like it. */
import type { Ledger } from '../store/index.js'
import { CommandError, nameOf } from './io.js'

const itemKey = /^(.+)#([1-9]\d{0,6})$/

const likeOf = (ledger: Ledger, name: string): string[] =>
  ledger.unknown({ report: name }).flatMap(({ like }) => like.map(nameOf))

const told = (ledger: Ledger, what: string, name: string, like: readonly string[], list: string): CommandError =>
  new CommandError(
    `${ledger.path} has no ${what} ${nameOf(name)}${like.length > 0 ? `; did you mean ${like.join(', ')}?` : `; ${list}`}`,
  )

export const noReport = (ledger: Ledger, name: string): CommandError =>
  told(ledger, 'report', name, likeOf(ledger, name), 'taizhang list --versions prints the keys of what it has')

/** An item of an unknown report, or a number beyond the report's items. */
export function noItem(ledger: Ledger, key: string): CommandError {
  const [, name = key, number = ''] = itemKey.exec(key) ?? []
  const report = number === '' ? undefined : ledger.reports({ report: name, versions: true }).at(-1)
  if (report)
    return new CommandError(
      `${ledger.path} has no item ${nameOf(key)}: the report ${report.key} has ${report.items === 0 ? 'no items' : `items 1 to ${report.items}`}`,
    )
  const like = likeOf(ledger, name).map((one) => (number === '' ? one : `${one}#${number}`))
  return told(ledger, 'item', key, like, 'taizhang list --items prints the keys of what it has')
}

/** What could be taken out, and is not there. */
export const nothingToRemove = (ledger: Ledger, name: string): CommandError =>
  told(ledger, 'report or failed source', name, likeOf(ledger, name), 'taizhang list and taizhang check print what it has')

/** What is neither a report nor an item. */
export const noReportOrItem = (ledger: Ledger, key: string): CommandError =>
  itemKey.test(key)
    ? noItem(ledger, key)
    : told(ledger, 'report or item', key, likeOf(ledger, key), 'taizhang list prints the keys of what it has')
