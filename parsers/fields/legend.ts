/** What signs that stand for states mean in a report (图例): “绿”表示已完成整改, √代表已完成. */
import { isStatusOnly } from './status.js'

/** The words of a state by the sign that stands for it. */
export type Legend = ReadonlyMap<string, string>

/** A text that explains no sign has none of these. */
const explains = /表示|代表|图例|意为|标识/
const sign = '[√✓✔×✗✘○●◎△▲☆★◇◆□■]'
/** “绿”表示已完成整改, ●已完成 ◎正在推进; a sign that is no word may mean two clauses. */
const entry = new RegExp(
  `[“"‘（]?(?:((?<![\\u4e00-\\u9fff])[红黄绿蓝橙灰]色?灯?|(?<![A-Za-z])[A-D](?![A-Za-z]))[”"’）]?(?:灯|栏|标识|标记)?|(${sign})[”"’）]?(?:标识|标记)?) ?(?:表示|代表|意为|指|为|即|：|=|—{1,2})?[“"]?([\\u4e00-\\u9fff]{2,10})(、(?![红黄绿蓝橙灰])[\\u4e00-\\u9fff]{2,8})?`,
  'g',
)
/** Fewer signs than this are no legend. */
const FEWEST = 2

/** 绿, 绿灯 and 绿色 are one sign. */
const signOf = (words: string): string => words.replace(/[色灯]/g, '')

/** The legend that a folded text gives; empty where it gives none. */
export function legendOf(folded: string): Legend {
  const legend = new Map<string, string>()
  if (!explains.test(folded)) return legend
  for (const line of folded.split('\n')) {
    if (!explains.test(line)) continue
    for (const [, word, mark, first = '', second = ''] of line.matchAll(entry)) {
      const meaning = mark !== undefined && isStatusOnly(first + second) ? first + second : first
      if (isStatusOnly(meaning)) legend.set(signOf(word ?? mark ?? ''), meaning)
    }
  }
  return legend.size >= FEWEST ? legend : new Map()
}

/** The words, or what they stand for where they are a sign of the legend. */
export const meant = (legend: Legend, words: string): string =>
  legend.size === 0 ? words : (legend.get(signOf(words.trim())) ?? words)
