/** The same report as other offices and programs would have saved it. */

/** Bytes of a text in GB18030's two-byte part (GB 18030—2022, as GBK); null if a character lies outside. */
const gbk = (() => {
  let codes: Map<string, number> | undefined
  const table = () => {
    if (codes) return codes
    codes = new Map()
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail === 0x7f) continue
        const char = decoder.decode(Uint8Array.of(lead, trail))
        if ([...char].length === 1 && char !== '\ufffd') codes.set(char, lead * 256 + trail)
      }
    return codes
  }
  return (text: string): Uint8Array | null => {
    const bytes: number[] = []
    for (const char of text) {
      const code = char.charCodeAt(0)
      const pair = code < 0x80 ? undefined : table().get(char)
      if (code < 0x80) bytes.push(code)
      else if (pair === undefined) return null
      else bytes.push(pair >> 8, pair & 0xff)
    }
    return Uint8Array.from(bytes)
  }
})()

const utf8 = (text: string) => new TextEncoder().encode(text)
/** Breaks a line as a typesetter does: not within a figure or a Latin word, and no line opens with a closing mark. */
const wrapLine = (line: string, columns: number) => {
  const lines: string[] = []
  let current = ''
  for (const token of line.match(/[\w.%/:]+|[^\w.%/:]/g) ?? []) {
    if (current.length + token.length > columns && !/^[，。；：、）》”！？);:,]$/.test(token)) {
      lines.push(current)
      current = ''
    }
    current += token
  }
  return [...lines, current].join('\n')
}

/** Name of the form → its bytes, or null where the text has no such form. */
export const variants: Record<string, (text: string) => Uint8Array | null> = {
  'BOM and CRLF': (text) => utf8(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`),
  GB18030: gbk,
  'half-width brackets': (text) => utf8(text.replace(/（/g, '(').replace(/）/g, ')')),
}

/** Forms that would change what Markdown or HTML means, so for plain text only. */
export const textVariants: typeof variants = {
  'full-width digits': (text) => utf8(text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))),
}

/** Each paragraph broken at 40 columns, as copied out of a PDF. */
export const hardWrap = (text: string): Uint8Array =>
  utf8(
    text
      .split('\n')
      .map((line) => wrapLine(line, 40))
      .join('\n'),
  )
