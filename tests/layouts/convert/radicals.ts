/**
 * Radicals that printing to PDF puts in the place of characters that look the same (目 → ⽬): the fonts' glyphs have two
 * code points, and the reader that makes text of them takes the other one.
 */
const characters =
  '一二人入八力十又口土大女子小山工己干心手文方日月木水火牛玉生用田白目石示立米老而自至行衣里金非面高黑走足身音车长门见青风页马'
const radicals =
  '⼀⼆⼈⼊⼋⼒⼗⼜⼝⼟⼤⼥⼦⼩⼭⼯⼰⼲⼼⼿⽂⽅⽇⽉⽊⽔⽕⽜⽟⽣⽤⽥⽩⽬⽯⽰⽴⽶⽼⽽⾃⾄⾏⾐⾥⾦⾮⾯⾼⿊⾛⾜⾝⾳⻋⻓⻔⻅⻘⻛⻚⻢'

const pairs = [...characters].map((character, at): [string, string] => [character, [...radicals][at] ?? character])
const asRadical = new Map(pairs)
const asCharacter = new Map(pairs.map(([character, radical]) => [radical, character]))
const swap = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((character) => table.get(character) ?? character).join('')

export const toRadicals = (text: string): string => swap(text, asRadical)
/** The characters that were meant. */
export const fromRadicals = (text: string): string => swap(text, asCharacter)
