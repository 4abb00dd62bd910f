/**
 * From bytes to text: which of the encodings that Chinese pages and files use is this?
 * A declaration is evidence, not proof: pages saved by a browser often declare what they were, not what they are.
 * Labels are those of the WHATWG Encoding Standard; GB2312 and GBK are read as GB18030, which contains both.
 */
import { isUtf8, transcode } from 'node:buffer'
import type { ReaderNotice } from '../tree.js'

/** A decoded source. */
export interface Decoded {
  text: string
  /** WHATWG label: `utf-8`, `gb18030`, `big5`, `utf-16le`, … */
  encoding: string
  notices: ReaderNotice[]
}

/** V8 cannot hold longer strings; no report comes near. */
const MAX_BYTES = 400_000_000
/** Statistics need no more than this many bytes. */
const SAMPLE = 1 << 20

/** The text of sound UTF-8 without its byte order mark: as TextDecoder gives it, many times as fast. */
const utf8Text = (bytes: Uint8Array): string => {
  const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** Decodes strictly, or null where the bytes are not in that encoding. */
const strict = (bytes: Uint8Array, label: string): string | null => {
  if (label === 'utf-8') return isUtf8(bytes) ? utf8Text(bytes) : null
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The standard's name for a declared label, or null for an unknown one. */
const canonical = (label: string | null | undefined): string | null => {
  if (!label) return null
  try {
    const name = new TextDecoder(label.trim()).encoding
    return name === 'gbk' ? 'gb18030' : name
  } catch {
    return null
  }
}

const BOMS = [
  { mark: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
  { mark: [0x84, 0x31, 0x95, 0x33], label: 'gb18030' },
] as const

const fromBom = (bytes: Uint8Array): string | null =>
  BOMS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.label ?? null

/** Share of 16-bit units that are ASCII, Chinese or Chinese punctuation by their high byte, which stands at `high` (0 or 1). */
const utf16Share = (bytes: Uint8Array, high: 0 | 1): number => {
  const end = Math.min(bytes.length, SAMPLE) & ~1
  let likely = 0
  for (let at = 0; at < end; at += 2) {
    const top = bytes[at + high] ?? 0
    const low = bytes[at + 1 - high] ?? 0
    if (top === 0 ? low >= 9 && low < 0x7f : (top >= 0x4e && top <= 0x9f) || top === 0x30 || top === 0xff || top === 0x20)
      likely++
  }
  return end === 0 ? 0 : likely / (end / 2)
}

/** UTF-16 without a byte order mark: only there do NUL bytes stand in a text. */
const utf16Label = (bytes: Uint8Array): string | null => {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  if (utf16Share(bytes, 1) > 0.9) return 'utf-16le'
  if (utf16Share(bytes, 0) > 0.9) return 'utf-16be'
  return null
}

/** Share of the non-ASCII bytes that stand in well-formed sequences of three or four bytes: near 1 for damaged UTF-8, near 0 for the rest. */
const utf8Share = (bytes: Uint8Array): number => {
  const end = Math.min(bytes.length, SAMPLE)
  const follows = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80
  let high = 0
  let formed = 0
  for (let at = 0; at < end; ) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      at++
      continue
    }
    const size = byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0
    const whole = size > 0 && follows(at + 1) && follows(at + 2) && (size === 3 || follows(at + 3))
    const step = whole ? size : 1
    high += step
    if (whole) formed += step
    at += step
  }
  return high === 0 ? 1 : formed / high
}

/** Shares of the two-byte characters that are in common use, read as GB2312 (level 1 and marks) and as Big5 (level 1 and marks). */
const commonShares = (bytes: Uint8Array): { gb: number; big5: number } => {
  const end = Math.min(bytes.length, SAMPLE) - 1
  let pairs = 0
  let gb = 0
  let big5 = 0
  for (let at = 0; at < end; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[at + 1] ?? 0
    if (trail < 0x40) continue
    at++
    // lines of drawn tables, which are no words in either
    if (lead === 0xa9 && trail >= 0xa4) continue
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3)) gb++
    if (lead >= 0xa4 ? lead <= 0xc6 : lead === 0xa1) big5++
  }
  return pairs === 0 ? { gb: 1, big5: 0 } : { gb: gb / pairs, big5: big5 / pairs }
}

const other = new Set(['euc-kr', 'euc-jp', 'shift_jis', 'iso-2022-jp'])
const chinese = /[\u4e00-\u9fff]/

/** The encoding and the text where the bytes are sound, else null. */
const sound = (bytes: Uint8Array, declared: string | null): { text: string; encoding: string } | null => {
  const tryLabel = (encoding: string | null): { text: string; encoding: string } | null => {
    const text = encoding === null ? null : strict(bytes, encoding)
    return text === null || encoding === null ? null : { text, encoding }
  }
  const bom = tryLabel(fromBom(bytes))
  if (bom) return bom
  const head = bytes.subarray(0, SAMPLE)
  if (head.includes(0)) {
    const wide = tryLabel(utf16Label(bytes))
    if (wide) return wide
  }
  const utf8 = strict(bytes, 'utf-8')
  if (utf8 !== null) {
    // A few GBK characters can look like two-byte UTF-8 (the old 联通 mistake); Chinese UTF-8 takes three bytes.
    const doubtful = declared === 'gb18030' && utf8.length < bytes.length && !chinese.test(utf8)
    const gbk = doubtful ? tryLabel('gb18030') : null
    return gbk && chinese.test(gbk.text) ? gbk : { text: utf8, encoding: 'utf-8' }
  }
  if (!head.includes(0)) {
    const wide = tryLabel(utf16Label(bytes))
    if (wide) return wide
  }
  if (utf8Share(bytes) > 0.8) return null
  const common = commonShares(bytes)
  const order = common.big5 > common.gb ? ['big5', 'gb18030'] : ['gb18030', 'big5']
  // Between the two Chinese sets the characters decide; another East Asian set is believed when declared; a one-byte set fits
  // any bytes, so its declaration counts only where nothing looks Chinese.
  const believed = declared !== null && (other.has(declared) || Math.max(common.gb, common.big5) < 0.5)
  const labels = believed ? [declared, ...order] : order
  for (const label of labels) {
    const found = tryLabel(label)
    if (found) return found
  }
  return null
}

/** The least bad reading of damaged bytes. */
const lossy = (bytes: Uint8Array, declared: string | null): { text: string; encoding: string } => {
  const bom = fromBom(bytes)
  const common = commonShares(bytes)
  const encoding =
    bom !== null && bom !== 'utf-8'
      ? bom
      : utf8Share(bytes) > 0.8
        ? 'utf-8'
        : common.big5 > common.gb && common.big5 >= 0.7
          ? 'big5'
          : common.gb >= 0.5 || declared === null || declared === 'utf-8'
            ? 'gb18030'
            : declared
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

const count = (text: string, mark: string): number => {
  let found = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) found++
  return found
}

/**
 * Decodes a text of unknown or doubtful encoding. Never throws; time is linear.
 * Notices: `charset_misdeclared` (the declaration is wrong and was seen through), `encoding_errors` (characters are lost),
 * `truncated` (over 400 MB).
 */
export const decode = (source: Uint8Array, hints: { declared?: string | null | undefined } = {}): Decoded => {
  const notices: ReaderNotice[] = []
  const bytes = source.length > MAX_BYTES ? source.subarray(0, MAX_BYTES) : source
  if (bytes !== source)
    notices.push({
      code: 'truncated',
      message: `source is longer than ${MAX_BYTES} bytes; the rest was not read`,
    })
  const declared = canonical(hints.declared)
  const { text, encoding } = sound(bytes, declared) ?? lossy(bytes, declared)
  // Plain ASCII is the same in all of them, so it contradicts no declaration.
  if (declared !== null && declared !== encoding && text.length !== bytes.length)
    notices.push({
      code: 'charset_misdeclared',
      message: `declared as ${hints.declared}, read as ${encoding}`,
    })
  const lost = count(text, '\ufffd') + count(text, '锟斤拷')
  if (lost > 0)
    notices.push({
      code: 'encoding_errors',
      message: `${lost} places do not decode as ${encoding}; characters are lost`,
    })
  return { text, encoding, notices }
}

/** Each byte as the character of its number. */
export const asLatin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** The charset that an HTML or XML head declares (`<meta charset>`, `<meta http-equiv content>`, `<?xml encoding?>`), or null. */
export const declaredCharset = (bytes: Uint8Array): string | null => {
  const head = asLatin1(bytes.subarray(0, 8192)).replaceAll('\0', '')
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']?([\w-]{2,40})/i.exec(head)
  const meta = /<meta[^>]{0,500}?charset\s*=\s*(?:["']\s*)?([\w-]{2,40})/i.exec(head)
  return meta?.[1] ?? xml?.[1] ?? null
}
