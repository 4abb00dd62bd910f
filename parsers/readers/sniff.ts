/**
 * What format is this? Told by content alone: file names and content types of downloads are wrong too often.
 */
import { unzipSync } from 'fflate'
import { asLatin1, declaredCharset, decode } from './encoding.js'

export type Format =
  | 'text'
  | 'markdown'
  | 'html'
  | 'docx'
  | 'pdf'
  | 'xlsx'
  | 'zip'
  | 'image'
  /** OLE2 (.doc .xls .wps .et) and the XML of Office 2003. */
  | 'legacy-office'
  | 'rtf'
  /** Web archive (RFC 2557). */
  | 'mht'
  | 'binary'
  | 'empty'

/** A format and, where it helps a message, which kind of it (`png`, `doc`, `encrypted`, `ofd`, `gzip`). */
export interface Sniffed {
  format: Format
  detail?: string
}

/** Enough to tell a text's format; a saved page may open with long comments. */
const HEAD = 1 << 16
/** More members than any office document has. */
const MAX_MEMBERS = 20_000

/** Signatures at offset 0. ZIP and OLE2 need a second look. */
const SIGNATURES: readonly { bytes: string; format: Format; detail?: string }[] = [
  { bytes: '%PDF', format: 'pdf' },
  { bytes: '{\\rtf', format: 'rtf' },
  { bytes: '\x89PNG', format: 'image', detail: 'png' },
  { bytes: '\xff\xd8\xff', format: 'image', detail: 'jpeg' },
  { bytes: 'GIF8', format: 'image', detail: 'gif' },
  { bytes: 'II*\0', format: 'image', detail: 'tiff' },
  { bytes: 'MM\0*', format: 'image', detail: 'tiff' },
  { bytes: '\x1f\x8b', format: 'binary', detail: 'gzip' },
  { bytes: 'Rar!', format: 'binary', detail: 'rar' },
  { bytes: '7z\xbc\xaf', format: 'binary', detail: '7z' },
  { bytes: 'SQLite format 3\0', format: 'binary', detail: 'sqlite' },
  { bytes: '\x7fELF', format: 'binary', detail: 'elf' },
]

/** What a ZIP is, by a member that only that format has. */
const MEMBERS: readonly { member: RegExp; format: Format; detail?: string }[] = [
  { member: /^word\/document\d*\.xml$/, format: 'docx' },
  { member: /^xl\/workbook\.(?:xml|bin)$/, format: 'xlsx' },
  { member: /^ppt\/presentation\.xml$/, format: 'zip', detail: 'pptx' },
  { member: /^OFD\.xml$/, format: 'zip', detail: 'ofd' },
  { member: /^content\.xml$/, format: 'zip', detail: 'opendocument' },
]

/** Stream names of OLE2 files, in the order in which they decide. */
const STREAMS: readonly (readonly [stream: string, detail: string])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
]

const zipMembers = (bytes: Uint8Array): string[] => {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.push(name) > MAX_MEMBERS) throw new Error('too many members')
        return false
      },
    })
  } catch {
    // A truncated archive has no directory, but its first members still name themselves.
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 20))
    for (const match of head.matchAll(/PK\x03\x04[\s\S]{22}([\s\S]{4})([\w[\]./-]{1,60})/g)) {
      const size = (match[1]?.charCodeAt(0) ?? 0) + (match[1]?.charCodeAt(1) ?? 0) * 256
      names.push((match[2] ?? '').slice(0, size))
    }
  }
  return names
}

const sniffZip = (bytes: Uint8Array): Sniffed => {
  const names = zipMembers(bytes)
  const kind = MEMBERS.find(({ member }) => names.some((name) => member.test(name)))
  if (!kind) return { format: 'zip' }
  return kind.detail === undefined ? { format: kind.format } : { format: kind.format, detail: kind.detail }
}

const sniffOle = (bytes: Uint8Array): Sniffed => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = STREAMS.find(([stream]) => buffer.includes(`${stream}\0`, 0, 'utf16le'))
  return found ? { format: 'legacy-office', detail: found[1] } : { format: 'legacy-office' }
}

const openingTag =
  /^<(?:!doctype\s+html|html|head|body|meta|title|script|style|link|div|table|p|span|h[1-6]|article|section|center|font|a|ul|ol|img|br)\b/i
const blockTag = /<\/?(?:html|head|body|div|table|tr|td|p|span|br|li|h[1-6])(?:\s[^<>]*)?\/?>/gi
const heading = /^ {0,3}#{1,6}[ \t]+\S/
/** Of a line without its blanks. */
const delimiterRow = /^\|?:?-{2,}:?(?:\|:?-{2,}:?)+\|?$/
const fence = /^(?:```|~~~)/
/** Bold as an author sets it; masked names (李**、王**) open after a character and do not count. */
const bold = /(?:^|[\s|，。；：（])\*\*[^\s*、，。][^*\n]{0,200}\*\*/g
/** A line that a stroke breaks, before words of the same paragraph. */
const hardBreak = /[\u4e00-\u9fff。，；：）”\d]\\$/
const link = /\[[^\]\n]{1,100}\]\((?:https?:|\/|\.)[^)\s]{1,300}\)/

/** Whether a text carries clear Markdown. Lists, `~~` and dashes prove nothing: plain reports have them. */
const isMarkdown = (text: string): boolean => {
  const lines = text.split(/\r\n?|\n/)
  let evidence = 0
  for (const [at, line] of lines.entries()) {
    if (line.includes('#') && heading.test(line)) evidence += at < 20 ? 2 : 1
    else if (line.includes('--') && (lines[at - 1] ?? '').includes('|') && delimiterRow.test(line.replace(/\s/g, '')))
      evidence += 2
    else if (fence.test(line)) evidence += 0.5
    if (line.includes('**')) evidence += line.match(bold)?.length ?? 0
    if (line.includes('](') && link.test(line)) evidence += 1
    if (line.endsWith('\\') && hardBreak.test(line)) evidence += 0.5
    if (evidence >= 2) return true
  }
  return false
}

/** The text from its first tag or word on: comments and processing instructions may come before the first tag. */
const afterComments = (text: string): string => {
  let at = 0
  for (;;) {
    const rest = text.slice(at, at + 4096).search(/\S/)
    if (rest < 0) return text.slice(at).trimStart()
    at += rest
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null
    const end = close === null ? -1 : text.indexOf(close, at)
    if (close === null || end < 0) return text.slice(at)
    at = end + close.length
  }
}

const sniffText = (text: string): Format => {
  if (openingTag.test(afterComments(text))) return 'html'
  if (text.includes('</')) {
    const tags = text.match(blockTag)?.length ?? 0
    if (tags >= 6 && !isMarkdown(text)) return 'html'
  }
  return isMarkdown(text) ? 'markdown' : 'text'
}

/** So many control characters may stray into a short text. */
const strays = 4

/** Whether there are more control characters than a text has. */
const isBinary = (text: string): boolean => {
  let control = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) control++
  }
  return control > Math.max(strays, text.length * 0.02)
}

/** The format of the bytes. Never throws; reads the head of a text and the directory of an archive. */
export const sniff = (bytes: Uint8Array): Sniffed => {
  const head = bytes.subarray(0, HEAD)
  const start = asLatin1(bytes.subarray(0, 1200))
  const opens = (signature: string): boolean => start.startsWith(signature)
  const known = SIGNATURES.find(({ bytes: signature }) => opens(signature))
  if (known) return known.detail === undefined ? { format: known.format } : { format: known.format, detail: known.detail }
  if (opens('PK\x03\x04') || opens('PK\x05\x06')) return sniffZip(bytes)
  if (opens('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOle(bytes)
  if (opens('BM') && bytes[6] === 0 && bytes[7] === 0) return { format: 'image', detail: 'bmp' }
  if (opens('RIFF') && start.slice(8, 12) === 'WEBP') return { format: 'image', detail: 'webp' }
  // Some servers put blanks or a mark before the PDF header; readers accept it within the first 1024 bytes.
  if (start.slice(0, 1024).includes('%PDF-')) return { format: 'pdf' }
  if (/^\s*(?:from|mime-version|subject|date|snapshot-content-location):/i.test(start) && /multipart\/related/i.test(start))
    return { format: 'mht' }
  const { text } = decode(head, { declared: declaredCharset(head) })
  if (text.trim() === '') return head.includes(0) ? { format: 'binary' } : { format: bytes.length > HEAD ? 'text' : 'empty' }
  if (isBinary(text)) return { format: 'binary' }
  if (text.includes('<?mso-application')) return { format: 'legacy-office', detail: 'xml' }
  return { format: sniffText(text) }
}
