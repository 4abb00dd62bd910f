/**
 * DOCX → blocks, from document.xml itself: the conversion libraries (mammoth was tried) give HTML without automatic numbers,
 * alignment and struck ranges, and lose the place of text boxes, so each of these would need a second walk of the same XML.
 * Headers, footers, footnotes, endnotes and comments are other parts of the archive and stay unread.
 */
import type { BlockRoot, Reader } from '../tree.js'
import { BlockReader, type DocxContext } from './docx-blocks.js'
import { Numbering } from './docx-numbering.js'
import { RunReader } from './docx-runs.js'
import { Styles } from './docx-styles.js'
import { failureOf, NoticeBook, SourceError } from './source-error.js'
import { childOf, decodeXml, elementsOf, parseXml, type XmlElement } from './xml.js'
import { openZip, repeatedNames, type Zip } from './zip.js'

const part = (zip: Zip, name: string): XmlElement | null => {
  const bytes = zip.read(name)
  return bytes ? parseXml(decodeXml(bytes)) : null
}

/** The main part, which nearly every writer calls word/document.xml; its folder has the other parts. */
const mainPart = (zip: Zip): string => {
  if (zip.members.some((member) => member.name === 'word/document.xml')) return 'word/document.xml'
  const relations = part(zip, '_rels/.rels')
  for (const relation of relations ? elementsOf(relations) : [])
    if (relation.attributes.Type?.endsWith('/officeDocument')) return (relation.attributes.Target ?? '').replace(/^\//, '')
  return 'word/document.xml'
}

const readDocument = (bytes: Uint8Array): BlockRoot => {
  const zip = openZip(bytes)
  const main = mainPart(zip)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const body = childOf(part(zip, main) ?? undefined, 'w:body')
  if (!body) throw new SourceError('unreadable_source', 'The archive is no Word document: it has no document body')
  const styles = new Styles(part(zip, `${folder}styles.xml`))
  const numbering = new Numbering(part(zip, `${folder}numbering.xml`), (style) => styles.listOf(style))
  const notices = new NoticeBook()
  notices.addRepeated(repeatedNames(zip))
  const context: DocxContext = { styles, numbering, runs: new RunReader(styles, body), notices, pictures: 0, contents: 0 }
  const children = BlockReader.read(body, context)
  if (context.contents > 0) notices.add({ code: 'contents_removed', message: 'The table of contents is left out' })
  for (const format of numbering.unknownFormats)
    notices.add({
      code: 'numbering_format_unknown',
      message: `Automatic numbers of the format ${format} are given as decimals`,
    })
  if (children.length > 0 && context.pictures > 0)
    notices.add({
      code: 'picture_not_read',
      message: `${context.pictures} pictures of the document are not read`,
    })
  if (children.length === 0 && context.pictures > 0)
    notices.add({ code: 'image_only', message: 'The document holds only pictures, no text' })
  return { type: 'root', children, data: { format: 'docx', encoding: null, notices: notices.notices } }
}

/**
 * Reads a Word document. Errors are notices: `damaged_archive`, `archive_limit`, `damaged_xml`, `xml_limit`, `xml_doctype`,
 * `encrypted`, `unreadable_source`, `image_only`.
 */
export const readDocx: Reader = (bytes) => {
  try {
    return readDocument(bytes)
  } catch (error) {
    return failureOf('docx', error)
  }
}
