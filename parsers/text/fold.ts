/**
 * Folding: one spelling for marks and characters that mean the same, so that rules are written once.
 * Every UTF-16 unit maps to exactly one unit, so an offset into the folded text is an offset into the text.
 */
import { traditional } from '../lexicon/traditional.generated.js'

/** Each UTF-16 unit's spelling; most are their own. */
const spelling = new Uint16Array(0x10000)
for (let code = 0; code < spelling.length; code++) spelling[code] = code
/** Full-width digits, Latin letters and signs (U+FF01–FF5E) are ASCII. */
for (let code = 0xff01; code <= 0xff5e; code++) spelling[code] = code - 0xfee0
/** Brackets, colons and the like are full-width, as reports mostly print them. */
const pairs: ReadonlyArray<readonly [from: string, to: string]> = [
  ['(﹙（', '（'],
  [')﹚）', '）'],
  [':﹕∶︰：', '：'],
  [';﹔；', '；'],
  ['?？', '？'],
  ['!！', '！'],
  ['，', '，'],
  ['〖', '【'],
  ['〗', '】'],
  ['~～', '～'],
  ['﹒', '.'],
  ['﹪', '%'],
  ['\u00a0\u3000\u2002\u2003\t', ' '],
  ['µ', 'μ'],
]
/** Traditional characters (繁体字) are simplified ones: 整改時限 is 整改时限. */
for (const line of traditional) for (let i = 0; i < line.length; i += 2) spelling[line.charCodeAt(i)] = line.charCodeAt(i + 1)
for (const [from, to] of pairs) for (const c of from) spelling[c.charCodeAt(0)] = to.charCodeAt(0)

const [comma, fullComma] = [','.charCodeAt(0), '，'.charCodeAt(0)]
/** A comma between digits groups them (1,286.45; a blank may stand beside it), any other joins clauses. */
const groupsDigits = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(text[at - 1] === ' ' ? at - 2 : at - 1)) &&
  isDigit(text.charCodeAt(text[at + 1] === ' ' ? at + 2 : at + 1))
const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)

/** The spelling of one UTF-16 unit. */
export const foldUnit = (code: number): number => spelling[code] ?? code

/**
 * The text with one spelling for each mark: full-width digits, letters and signs become ASCII, while half-width
 * brackets, colons and semicolons become full-width, traditional characters simplified ones.
 */
export function fold(text: string): string {
  let folded = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    let to = spelling[code]
    if (code === comma && !groupsDigits(text, i)) to = fullComma
    if (to === code || to === undefined) continue
    folded += text.slice(from, i) + String.fromCharCode(to)
    from = i + 1
  }
  return from === 0 ? text : folded + text.slice(from)
}

/**
 * Radicals of the CJK supplement that are whole characters (Unicode, EquivalentUnifiedIdeograph): NFKC keeps most of them; and ⼾, which it
 * gives the form of elsewhere.
 */
const radicals = new Map(
  '⺁厂⺒巳⺓幺⺛旡⺝月⺠民⺧牛⺩王⺪疋⺬示⺯糸⺶羊⺷羊⺸羊⺻聿⺼月⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻐钅⻑長⻒長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟⼾户'
    .match(/../gu)
    ?.map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
)

/** The compatibility forms of Unicode (NFKC); fonts of the mainland draw 户 for the radical ⼾, which Unicode gives the form of elsewhere. */
export const ordinary = (text: string): string =>
  text.replace(/[\u2e80-\u2ef3\u2f3e]/g, (c) => radicals.get(c) ?? c).normalize('NFKC')
