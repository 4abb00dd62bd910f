// How the time of reading grows with the length of a text, as rows of `npm run bench`: a longer text's CPU time against a shorter one's, beside how much
// longer it is. bench/linear.mjs asks it of every hostile text.
import { parseReport } from '../dist/pipeline/parse.js'
import { hostile } from './hostile.mjs'
import { interleaved } from './measure.mjs'

const encoder = new TextEncoder()
const item = (n) =>
  `${n}.砖厂扬尘扰民的问题。第${n}座砖厂没有落实围挡，涉及资金${n}万元。\n整改目标：扬尘得到控制。\n整改措施：（1）排查砖厂${n}座；（2）修订巡查制度，建立长效机制。\n责任单位：县住建局、县生态环境局\n整改时限：2024年${(n % 12) + 1}月底前\n整改情况：已完成整改。已拆除砖厂${n}座，追回资金${n}.5万元。\n`
const report = (items) =>
  encoder.encode(`青溪县整改情况报告\n现将整改情况公告如下。\n${Array.from({ length: items }, (_, n) => item(n + 1)).join('')}`)

const ITEMS = 30
const LENGTH = 30_000
/** What made readers quadratic before: labels, brackets, boxes and rows over and over. */
const repeated = [
  'one label over and over',
  'labels in turn in one line',
  'lines of brackets',
  'nested boxes',
  'table rows',
  'Markdown rows',
]

/** Name, the short text and the long one. */
const pairs = [
  ...[10, 100].map((times) => [`a report ${times} × as long`, report(ITEMS), report(ITEMS * times)]),
  ...repeated.map((name) => [
    `twice as long: ${name}`,
    ...[LENGTH, 2 * LENGTH].map((length) => encoder.encode(hostile[name](length))),
  ]),
]

export async function growthRows(rounds) {
  const rows = []
  for (const [name, short, long] of pairs) {
    const read = (bytes) => async () => void (await parseReport(bytes, 'growth'))
    const [own, least] = await interleaved(read(long), read(short), rounds)
    rows.push({ name, figure: own / least, unit: '× the time', floor: long.length / short.length, floorName: '× the length' })
  }
  return rows
}
