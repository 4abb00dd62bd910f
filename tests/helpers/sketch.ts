/** Reports in a test's own words, and their records as short lines, so that a test's table can be read. */
import { expect } from 'vitest'
import { parseReport } from '../../pipeline/parse.js'
import type { Action, Item, Report } from '../../pipeline/record.js'
import { brokenInvariants } from './invariants.js'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
/** The record of a file, which keeps every invariant. */
export async function read(source: string | Uint8Array, name = 'sketch.txt'): Promise<Report> {
  const { report } = await parseReport(typeof source === 'string' ? bytesOf(source) : source, name)
  expect(brokenInvariants(report)).toEqual([])
  return report
}
/** The record of a page with such a body. */
export const readPage = (body: string): Promise<Report> => read(`<html><body>${body}</body></html>`, 'page.html')

const parties = (list: readonly { role: string; name: string }[]): string =>
  list.map(({ role, name }) => `${role}:${name}`).join(',')

/** `（一）甲。{1.乙。 2.丙。}`; `@` names its parties, `!` its deadline. */
export const actionSketch = (action: Action): string =>
  [
    `${action.label}${action.text.replaceAll('\n', '⏎')}`,
    action.children.length > 0 ? `{${action.children.map(actionSketch).join(' ')}}` : '',
    action.parties.length > 0 ? `@${parties(action.parties)}` : '',
    action.deadline ? `!${action.deadline.text}` : '',
  ].join('')

/** `水环境>河道 ｜ 一、 ｜ 问题 ｜ goal … ｜ plan … ｜ done … ｜ who … ｜ due … ｜ state …`; what is empty is left out. */
export const itemSketch = (item: Item): string => {
  const { categoryPath, label, problem, goal, measures, progress, deadline, status } = item
  const state = status && `${status.code}${status.ongoing ? '+ongoing' : ''}${status.closure ? `+${status.closure}` : ''}`
  const due = deadline?.entries.map((e) => e.date ?? e.kind).join(',')
  return [
    categoryPath.length > 0 ? categoryPath.map((c) => c.text).join('>') : null,
    `${label}${problem.text.replaceAll('\n', '⏎')}`,
    goal && `goal ${goal.text.replaceAll('\n', '⏎')}`,
    measures.length > 0 ? `plan ${measures.map(actionSketch).join(' ')}` : null,
    progress.length > 0 ? `done ${progress.map(actionSketch).join(' ')}` : null,
    item.parties.length > 0 ? `who ${parties(item.parties)}` : null,
    deadline && `due ${due || '?'}`,
    state && `state ${state}`,
  ]
    .filter((part) => part !== null)
    .join(' ｜ ')
}

export const sketches = ({ items }: Report): string[] => items.map(itemSketch)
export const itemsIn = async (source: string | Uint8Array, name?: string): Promise<string[]> =>
  sketches(await read(source, name))

/** Parts of a report with `⏎` for a line's end and `⇥` for a tab. */
const linesOf = (...parts: string[]): string => parts.join('\n').replaceAll('⏎', '\n').replaceAll('⇥', '\t')
/** The record of a report in such parts, and its items as short lines. */
export const readLines = (...parts: string[]): Promise<Report> => read(linesOf(...parts))
export const itemsInLines = (...parts: string[]): Promise<string[]> => itemsIn(linesOf(...parts))

export const itemsInPage = async (body: string): Promise<string[]> => sketches(await readPage(body))

/** The like, with the printed number apart: `1.▸4家砖厂扬尘扰民。` */
export const numberedSketch = (item: Item): string => itemSketch({ ...item, label: item.label && `${item.label}▸` })
