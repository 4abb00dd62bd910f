/** All readers behind one door: the format is known by the content. */
import type { SourceCode } from '../diagnostics.js'
import type { BlockRoot, ReaderNotice, SourceFormat } from '../tree.js'
import { type Sniffed, sniff } from './sniff.js'

const empty = (format: SourceFormat, code: SourceCode, message: string): BlockRoot => ({
  type: 'root',
  children: [],
  data: { format, encoding: null, notices: [{ code, message } satisfies ReaderNotice] },
})

/** Reads any report into the tree of blocks. What cannot be read is an empty tree with a notice of severity error. */
export async function readBlocks(bytes: Uint8Array, { format }: Sniffed = sniff(bytes)): Promise<BlockRoot> {
  switch (format) {
    case 'text':
      return (await import('./text.js')).readText(bytes)
    case 'markdown':
      return (await import('./markdown.js')).readMarkdown(bytes)
    case 'html':
    case 'mht':
      return (await import('./html.js')).readHtml(bytes)
    case 'docx':
      return (await import('./docx.js')).readDocx(bytes)
    case 'xlsx':
      return (await import('./xlsx.js')).readXlsx(bytes)
    case 'pdf':
      // the library wants plain bytes of its own: it may take the buffer over
      return (await import('./pdf.js')).readPdf(Uint8Array.from(bytes))
    case 'empty':
      return empty('text', 'empty_source', 'the source is empty')
    case 'image':
      return empty('text', 'image_only', 'the source is a picture; it needs OCR (tesseract with chi_sim)')
    case 'zip':
      return empty('text', 'archive', 'an archive is no report; ingest reads its members')
    case 'legacy-office':
    case 'rtf':
      return empty(
        'text',
        'legacy_office',
        'a legacy Office file needs LibreOffice (Debian: apt-get install libreoffice-writer libreoffice-calc)',
      )
    case 'binary':
      return empty('text', 'binary_source', 'the source is neither text nor a known document format')
  }
}
