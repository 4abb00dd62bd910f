/** How many columns a text takes where letters have a fixed width: a Chinese character two, a Latin letter one. */
import { eastAsianWidth } from 'get-east-asian-width'

const widths = new Map<string, number>()
/** What takes no room of its own: marks over a letter, joiners, controls. */
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]$/u
const colour = /\u001b\[[\d;]*m/g

const columnsOf = (char: string): number => (unseen.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0))

/** Columns that the text takes; codes of colour take none. */
export function width(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  let sum = 0
  for (const char of text.includes('\u001b') ? text.replace(colour, '') : text) {
    let columns = widths.get(char)
    if (columns === undefined) {
      columns = columnsOf(char)
      widths.set(char, columns)
    }
    sum += columns
  }
  return sum
}
