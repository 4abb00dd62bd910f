/**
 * Looks for compressed bombs before pdfjs sees the file: it inflates a stream as a whole and keeps every drawing operation of a page, so a
 * megabyte can become gigabytes. Each Flate stream (PDF 7.4.4) is inflated once here under a ceiling and thrown away.
 */
import { inflateSync } from 'node:zlib'
import { SourceError } from './source-error.js'

const MiB = 1 << 20
/** Drawing operations of a page; dense text takes some tens of KiB. */
const MAX_CONTENT = 8 * MiB
/** Fonts with all of GB 18030 have up to 40 MiB. */
const MAX_FONT = 64 * MiB
const MAX_TOTAL = 512 * MiB

const isZlib = (data: Uint8Array): boolean => ((data[0] ?? 0) & 15) === 8 && (((data[0] ?? 0) << 8) | (data[1] ?? 0)) % 31 === 0

const tooMuch = () =>
  new SourceError('pdf_limit', 'The PDF goes beyond the limits: one of its streams inflates to more than any report needs')

/** Inflated size; filters may be stacked. Null where the data is damaged, which pdfjs will tell. */
const inflatedSize = (data: Uint8Array, ceiling: number): number => {
  let inner = data
  for (let layer = 0; layer < 4 && isZlib(inner); layer++) {
    try {
      inner = inflateSync(inner, { maxOutputLength: ceiling })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch()
      return 0
    }
  }
  return inner.length
}

/** Throws SourceError `pdf_limit` for a file with a stream that inflates beyond the limits. */
export const guardPdf = (bytes: Uint8Array): void => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = buffer.indexOf('stream'); at >= 0; ) {
    const start = at + 6 + (buffer[at + 6] === 13 ? 2 : 1)
    const end = buffer.indexOf('endstream', start)
    if (end < 0) break
    // The stream's dictionary stands right before it.
    const dictionary = buffer.toString('latin1', Math.max(0, at - 600), at)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    // Pictures are never decoded here.
    if (!/\/Subtype\s*\/Image/.test(own)) {
      total += inflatedSize(
        buffer.subarray(start, end),
        /\/Length[123]\b|\/FontFile|\/Subtype\s*\/(?:CIDFontType0C|OpenType|Type1C)/.test(own) ? MAX_FONT : MAX_CONTENT,
      )
      if (total > MAX_TOTAL) throw tooMuch()
    }
    at = buffer.indexOf('stream', end + 9)
  }
}
