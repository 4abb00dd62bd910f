/** Encoders for tests: Node decodes GB18030 and Big5 but does not write them, so the tables are built by decoding every pair. */
const tables = new Map<string, Map<string, [number, number]>>()

const tableOf = (label: string): Map<string, [number, number]> => {
  const known = tables.get(label)
  if (known) return known
  const table = new Map<string, [number, number]>()
  const decoder = new TextDecoder(label)
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail])
    }
  tables.set(label, table)
  return table
}

/** The text in `utf-8`, `gb18030` (two-byte characters only), `big5`, `utf-16le` or `utf-16be`, without a byte order mark. */
export const encode = (text: string, label: string): Uint8Array => {
  if (label === 'utf-8') return new TextEncoder().encode(text)
  if (label === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'))
  if (label === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
  const table = tableOf(label)
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0)
      if (code < 0x80) return [code]
      const pair = table.get(char)
      if (!pair) throw new Error(`${char} is not in ${label}`)
      return pair
    }),
  )
}

/** Byte sequences put together. */
export const bytes = (...parts: (Uint8Array | readonly number[] | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])))
