/** Accidents of single characters, over a whole report. */
import type { Layout } from '../axes.js'
import type { Composed } from '../compose/report.js'
import { type Rng, rngOf } from '../rng.js'
import type { Block, Expected, ExpectedAction, ExpectedItem } from '../types.js'
import { toRadicals } from './radicals.js'

type Change = (text: string) => string

const halfOf: Record<string, string> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' }
/** What the record keeps as it is printed: these change its texts too. */
const printed: Partial<Record<Layout['letters'], Change>> = {
  wideDigits: (text) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  halfMarks: (text) => text.replaceAll(/[，：；（）]/g, (mark) => halfOf[mark] ?? mark),
}

const betweenHan = /(?<=\p{Script=Han})(?=\p{Script=Han})/gu
/** What a reader does not see: the record's texts stay as they are. */
const unseen: Partial<Record<Layout['letters'], (text: string, rng: Rng) => string>> = {
  digitBlanks: (text) => text.replaceAll(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, ' '),
  markBlanks: (text) => text.replaceAll(/(?<=[，。；：、）”])(?=[^\s\ue000\ue001，。；：、）”])|(?<=\S)(?=[（“])/gu, ' '),
  strayBlanks: (text, rng) => text.replaceAll(betweenHan, () => (rng.int(1, 14) === 1 ? ' ' : '')),
  everyBlank: (text) =>
    text.replaceAll(
      /(?<=[\p{Script=Han}，。：；、（）“”])(?=[^\s\ue000\ue001])|(?<=\S)(?=[\p{Script=Han}，。：；、（）“”])/gu,
      ' ',
    ),
  radicals: toRadicals,
  zeroWidth: (text, rng) => text.replaceAll(betweenHan, () => (rng.int(1, 10) === 1 ? rng.pick(['\u200b', '\ufeff']) : '')),
}

function changeBlock(block: Block, change: Change): Block {
  if (block.kind === 'table')
    return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) }))) }
  const { numbered } = block
  if (!numbered) return { ...block, text: change(block.text) }
  // the mark that a list may make stays apart, so that it can be taken off again
  const own = change(numbered.printed)
  return {
    ...block,
    text: own + change(block.text.slice(numbered.printed.length)),
    numbered: { ...numbered, printed: own },
  }
}

function changeAction(action: ExpectedAction, change: Change): ExpectedAction {
  return {
    ...action,
    label: change(action.label),
    ...(action.orLabels ? { orLabels: action.orLabels.map(change) } : {}),
    text: change(action.text),
    orTexts: action.orTexts.map(change),
    children: action.children.map((child) => changeAction(child, change)),
  }
}
const changeItem = (item: ExpectedItem, change: Change): ExpectedItem => ({
  ...item,
  labels: item.labels.map(change),
  category: item.category && change(item.category),
  path: item.path.map(change),
  problem: change(item.problem),
  goal: item.goal && change(item.goal),
  measures: item.measures.map((action) => changeAction(action, change)),
  progress: item.progress.map((action) => changeAction(action, change)),
})
const changeExpected = (expected: Expected, change: Change): Expected => ({
  ...expected,
  titles: expected.titles.map((title) => title && change(title)),
  items: expected.items.map((item) => changeItem(item, change)),
})

export function changeLetters(layout: Layout, { blocks, expected }: Composed): Composed {
  const change = printed[layout.letters]
  if (change) return { blocks: blocks.map((block) => changeBlock(block, change)), expected: changeExpected(expected, change) }
  const hidden = unseen[layout.letters]
  if (!hidden) return { blocks, expected }
  // a generator of its own: the same report with and without the accident
  const rng = rngOf(layout.seed ^ 0x5bd1e995)
  return { blocks: blocks.map((block) => changeBlock(block, (text) => hidden(text, rng))), expected }
}
