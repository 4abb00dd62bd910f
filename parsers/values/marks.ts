/**
 * Tables over UTF-16 units: what one character can be, asked by its code. Where it is asked at every character of a text, this costs
 * a fraction of a set or a record of strings.
 */

/** All blanks and line ends, as \s has them. */
export const blanks =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/** Is the unit one of these characters? False for NaN, which `charCodeAt` gives outside the text. */
export function unitsOf(characters: string): (code: number) => boolean {
  const table = new Uint8Array(0x10000)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return (code) => table[code] === 1
}

/** The value (0 to 126) of the character with this code, or undefined. */
export function valuesOf(values: Readonly<Record<string, number>>): (code: number) => number | undefined {
  const table = new Int8Array(0x10000).fill(-1)
  for (const [character, value] of Object.entries(values)) table[character.charCodeAt(0)] = value
  return (code) => {
    const value = table[code]
    return value === -1 ? undefined : value
  }
}
