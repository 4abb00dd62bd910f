/** Any source → blocks, with the help of the system's programs where a reader alone cannot: legacy office files, scans, pictures. */
import { readDocx } from '../parsers/readers/docx.js'
import { readBlocks } from '../parsers/readers/index.js'
import { type Sniffed, sniff } from '../parsers/readers/sniff.js'
import { failedRoot } from '../parsers/readers/source-error.js'
import { readXlsx } from '../parsers/readers/xlsx.js'
import type { BlockRoot } from '../parsers/tree.js'
import { recognise } from './ocr.js'
import { convertLegacy, type LegacyKind } from './office.js'
import { withStrays } from './strays.js'

const readLegacy = async (bytes: Uint8Array, kind: LegacyKind): Promise<BlockRoot> => {
  const converted = await convertLegacy(bytes, kind)
  if ('code' in converted) return failedRoot('docx', converted.code, converted.message)
  const root = await (converted.format === 'docx' ? readDocx : readXlsx)(converted.bytes)
  root.data.notices.push({
    code: 'converted',
    message: `The .${kind} file was converted by LibreOffice before it was read`,
  })
  return root
}

/** What recognition gives, or the root with a notice that says why there is none. */
const readPicture = async (bytes: Uint8Array, kind: 'pdf' | 'image', root: BlockRoot): Promise<BlockRoot> => {
  const recognised = await recognise(bytes, kind)
  if ('root' in recognised) return recognised.root
  root.data.notices.push({ code: recognised.code, message: recognised.message })
  return root
}

const legacyKinds: Readonly<Record<string, LegacyKind>> = { doc: 'doc', xls: 'xls', xml: 'xml' }

/** Reads any report into the tree of blocks, like `readBlocks`, and tries LibreOffice or tesseract before it gives up. */
export async function readSource(bytes: Uint8Array, sniffed: Sniffed = sniff(bytes)): Promise<BlockRoot> {
  const { format, detail = '' } = sniffed
  if (format === 'rtf') return readLegacy(bytes, 'rtf')
  if (format === 'legacy-office') {
    if (detail === 'encrypted') return failedRoot('docx', 'encrypted', 'The office file is protected by a password')
    if (detail === 'ppt') return failedRoot('docx', 'unsupported_format', 'The source is a slide show, which is not read')
    return readLegacy(bytes, legacyKinds[detail] ?? 'doc')
  }
  const root = await (format === 'pdf' ? withStrays(() => readBlocks(bytes, sniffed)) : readBlocks(bytes, sniffed))
  if (format === 'image') return readPicture(bytes, 'image', root)
  const unread = root.data.notices.some(({ code }) => code === 'image_only' || code === 'garbled_text')
  return format === 'pdf' && unread ? readPicture(bytes, 'pdf', root) : root
}
