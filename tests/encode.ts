/** Encoders for tests: Node decodes GB18030 and Big5 but does not write them, so the tables are built by decoding every pair. */
const tables = new Map<string, Map<string, [number, number]>>()
/** The characters that GB18030 has in four bytes, ⑪ among them; made when one is needed. */
let longer: Map<string, number[]> | null = null

const inFourBytes = (char: string): number[] | undefined => {
  if (longer) return longer.get(char)
  longer = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let a = 0x81; a <= 0x84; a++)
    for (let b = 0x30; b <= 0x39; b++)
      for (let c = 0x81; c <= 0xfe; c++)
        for (let d = 0x30; d <= 0x39; d++) longer.set(decoder.decode(Uint8Array.of(a, b, c, d)), [a, b, c, d])
  return longer.get(char)
}

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

/** The text in `utf-8`, `gb18030` (of the basic plane), `big5`, `utf-16le` or `utf-16be`, without a byte order mark. */
export const encode = (text: string, label: string): Uint8Array => {
  if (label === 'utf-8') return new TextEncoder().encode(text)
  if (label === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'))
  if (label === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
  const table = tableOf(label)
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0)
      if (code < 0x80) return [code]
      const pair = table.get(char) ?? (label === 'gb18030' ? inFourBytes(char) : undefined)
      if (!pair) throw new Error(`${char} is not in ${label}`)
      return pair
    }),
  )
}

/** Byte sequences put together. */
export const bytes = (...parts: (Uint8Array | readonly number[] | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])))
