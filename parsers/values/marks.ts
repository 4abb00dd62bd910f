/**
 * Tables over UTF-16 units: what one character can be, asked by its code. Where it is asked at every character of a text, this costs
 * a fraction of a set or a record of strings.
 */

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
