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
  const plain = text.includes('\u001b') ? text.replace(colour, '') : text
  let sum = 0
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    // Nearly all of what is measured is one of these.
    if (code >= 0x4e00 && code <= 0x9fff) sum += 2
    else if (code >= 0x20 && code <= 0x7e) sum += 1
    else {
      const char = String.fromCodePoint(plain.codePointAt(at) ?? 0)
      sum += known(char)
      at += char.length - 1
    }
  }
  return sum
}

function known(char: string): number {
  const columns = widths.get(char) ?? columnsOf(char)
  widths.set(char, columns)
  return columns
}
