/**
 * Folding: one spelling for marks that mean the same, so that rules are written once.
 * Every UTF-16 unit maps to exactly one unit, so an offset into the folded text is an offset into the text.
 */

/** Half-width on the right where reports mix both: digits, Latin letters, signs; brackets, colon, semicolon fold to full width. */
const table = new Map<number, string>()
for (let code = 0xff01; code <= 0xff5e; code++) table.set(code, String.fromCharCode(code - 0xfee0))
for (const [from, to] of [
  ['(', '（'],
  [')', '）'],
  [':', '：'],
  [';', '；'],
  ['?', '？'],
  ['!', '！'],
  ['（', '（'],
  ['）', '）'],
  ['：', '：'],
  ['；', '；'],
  ['？', '？'],
  ['！', '！'],
  ['，', '，'],
  ['～', '～'],
  ['~', '～'],
  ['﹕', '：'],
  ['∶', '：'],
  ['︰', '：'],
  ['﹙', '（'],
  ['﹚', '）'],
  ['﹔', '；'],
  ['﹒', '.'],
  ['％', '%'],
  ['﹪', '%'],
  ['〈', '〈'],
  ['︿', '〈'],
  ['\u00a0', ' '],
  ['\u3000', ' '],
  ['\u2002', ' '],
  ['\u2003', ' '],
  ['\t', ' '],
  ['µ', 'μ'],
  ['㎎', '㎎'],
] as const)
  table.set(from.charCodeAt(0), to)
for (const [from, to] of [...table]) if (String.fromCharCode(from) === to) table.delete(from)

const needsFolding = new RegExp(`[${[...table.keys()].map((c) => `\\u${c.toString(16).padStart(4, '0')}`).join('')}]`, 'g')

/**
 * The text with one spelling for each mark: full-width digits, letters and signs become ASCII, while half-width
 * brackets, colons and semicolons become full-width (，and , stay apart: one joins clauses, the other groups digits).
 */
export const fold = (text: string): string => text.replace(needsFolding, (mark) => table.get(mark.charCodeAt(0)) ?? mark)
