/** Markdown (CommonMark with GFM tables and strike-through): headings, lists with the numbers as printed, tables, HTML inside. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Block, BlockRoot, Paragraph, ReaderNotice, TableRow } from '../tree.js'
import { decode } from './encoding.js'
import { MAX_COLUMNS } from './grid.js'
import { htmlBlocks } from './html.js'
import { type Ink, type Piece, prefix, RunningText } from './html-text.js'
import { paragraphsOf } from './text.js'

/** Larger or deeper sources are read as plain text: the parser's time may grow faster than their length. */
const MAX_LENGTH = 10_000_000
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30}|(?:\*|_|\[|!\[){300}/m

/** Four blanks before a paragraph are an indent here, not code. */
function withoutIndentedCode(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
}

/** One `~` is a range (5~10毫克/升); two strike out. */
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(withoutIndentedCode).freeze()

type Root = ReturnType<typeof processor.parse>
type Node = Root['children'][number]

const plain: Ink = { struck: false, bold: false, linked: false, preformatted: true }
/** A label in bold whose closing mark CommonMark does not see, since a colon stands before it: `**责任单位：**县住建局`. */
const labelInBold = /\*\*([^\s*、，。][^*\n]{0,100}[：:）】》。；])\*\*/g
/** A star between two figures is a product or hides a number (138****1234), never emphasis; the parser gets a stand-in for it. */
const starInFigure = /(?<=\d)\*+(?=\d)/g
const standIn = '\ue02a'
const shown = (text: string): string => text.replaceAll(standIn, '*')
const struckOut = /~~([^~\n]+)~~/g
const attachment = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|7z|ofd)(?:[?#].*)?$/i

class Reading {
  readonly blocks: Block[] = []
  readonly notices: ReaderNotice[] = []
  private images = 0
  /** Printed number of the list item whose first paragraph comes next. */
  private number = ''

  constructor(private readonly source: string) {}

  read(nodes: readonly Node[]): void {
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at]
      if (!node) continue
      if (node.type !== 'html') this.block(node)
      else at = this.html(nodes, at)
    }
  }

  finish(): ReaderNotice[] {
    if (this.images > 0) {
      const only = this.blocks.length === 0
      this.notices.push({
        code: only ? 'image_only' : 'image_in_content',
        severity: only ? 'error' : 'info',
        message: only ? 'the content is only pictures; there is no text to read' : `${this.images} pictures were not read`,
      })
    }
    return this.notices
  }

  private block(node: Node): void {
    switch (node.type) {
      case 'heading':
        this.paragraph(node.children, node, node.depth)
        break
      case 'paragraph':
        this.paragraph(node.children, node)
        break
      case 'code':
        this.push([{ type: 'paragraph', value: shown(node.value) }], node)
        break
      case 'blockquote':
      case 'footnoteDefinition':
        this.read(node.children)
        break
      case 'list':
        for (const item of node.children) {
          if (node.ordered)
            this.number = /\d{1,9}[.)]/y.exec(this.source.slice(item.position?.start.offset ?? 0).slice(0, 12))?.[0] ?? ''
          this.read(item.children)
          // An item without text still prints its number.
          if (this.number !== '') this.push([{ type: 'paragraph', value: '' }], item)
        }
        break
      case 'table':
        this.table(node)
        break
      // 'thematicBreak', 'definition', 'yaml' print nothing; the rest stands inside the kinds above.
      default:
    }
  }

  /** HTML between blocks. Blank lines end such a node, also in the middle of a table: the table is read from its source. */
  private html(nodes: readonly Node[], from: number): number {
    const first = nodes[from]
    const start = first?.position?.start.offset ?? 0
    let to = from
    let end = first?.position?.end.offset ?? start
    const open = this.source.slice(start, end).toLowerCase()
    if (open.lastIndexOf('<table') > open.lastIndexOf('</table'))
      for (let at = from + 1; at < nodes.length; at++) {
        const node = nodes[at]
        if (node?.type !== 'html' || !/<\/table/i.test(node.value)) continue
        to = at
        end = node.position?.end.offset ?? end
        break
      }
    const { blocks, notices } = htmlBlocks(shown(this.source.slice(start, end)))
    this.notices.push(...notices)
    this.blocks.push(...blocks)
    return to
  }

  private push(paragraphs: Paragraph[], node: { position?: { start: { offset?: number | undefined } } | undefined }): void {
    const offset = node.position?.start.offset
    for (const paragraph of paragraphs) {
      if (offset !== undefined) paragraph.data = { ...paragraph.data, source: { offset } }
      if (this.number !== '') prefix(paragraph, this.number)
      this.number = ''
      if (paragraph.value.trim() !== '') this.blocks.push(paragraph)
    }
  }

  private paragraph(children: readonly unknown[], node: Node, heading?: number): void {
    this.push(
      this.inline(children as Node[], false, heading).map(({ paragraph }) => paragraph),
      node,
    )
  }

  private inline(children: readonly Node[], byLine: boolean, heading?: number): Piece[] {
    const text = new RunningText()
    this.collect(children, plain, text)
    return text.take({ heading, centered: false, byLine })
  }

  private collect(nodes: readonly Node[], around: Ink, text: RunningText): void {
    let ink = around
    for (const node of nodes) {
      switch (node.type) {
        case 'text':
          addText(node.value, ink, text)
          break
        case 'inlineCode':
          text.add(shown(node.value), ink)
          break
        case 'break':
          text.lineBreak()
          break
        case 'html':
          if (/^<br\b/i.test(node.value)) text.lineBreak()
          else if (/^<(?:s|del|strike)\b/i.test(node.value)) ink = { ...ink, struck: true }
          else if (/^<\/(?:s|del|strike)\b/i.test(node.value)) ink = { ...ink, struck: around.struck }
          break
        case 'strong':
          this.collect(node.children as Node[], { ...ink, bold: true }, text)
          break
        case 'delete':
          this.collect(node.children as Node[], { ...ink, struck: true }, text)
          break
        case 'link':
          if (attachment.test(node.url))
            this.notices.push({ code: 'attachment_link', severity: 'info', message: `attachment: <${node.url.slice(0, 500)}>` })
          this.collect(node.children as Node[], { ...ink, linked: true }, text)
          break
        case 'emphasis':
        case 'linkReference':
          this.collect(node.children as Node[], ink, text)
          break
        case 'image':
        case 'imageReference':
          this.images++
          break
        case 'footnoteReference':
          text.add(`[${node.label ?? node.identifier}]`, ink)
          break
        default:
      }
    }
  }

  private table(node: Extract<Node, { type: 'table' }>): void {
    const rows: TableRow[] = node.children.map((row, index) => ({
      type: 'row',
      children: row.children.slice(0, MAX_COLUMNS).map((cell, column) => ({
        type: 'cell',
        column,
        colspan: 1,
        rowspan: 1,
        children: this.inline(cell.children as Node[], true).map(({ paragraph }) => paragraph),
      })),
      ...(index === 0 ? { data: { header: true } } : {}),
    }))
    const offset = node.position?.start.offset
    this.blocks.push({ type: 'table', children: rows, ...(offset === undefined ? {} : { data: { source: { offset } } }) })
    if (node.children.some((row) => row.children.length > MAX_COLUMNS))
      this.notices.push({
        code: 'table_too_wide',
        severity: 'error',
        message: `a table has over ${MAX_COLUMNS} columns; the cells beyond were not read`,
      })
  }
}

/** Text with the marks that CommonMark leaves standing beside Chinese punctuation. */
const addText = (raw: string, ink: Ink, text: RunningText): void => {
  const value = shown(raw)
  const marks = [
    ...(value.includes('**') ? [...value.matchAll(labelInBold)].map((match) => ({ match, ink: { ...ink, bold: true } })) : []),
    ...(value.includes('~~') ? [...value.matchAll(struckOut)].map((match) => ({ match, ink: { ...ink, struck: true } })) : []),
  ].sort((a, b) => a.match.index - b.match.index)
  let at = 0
  for (const { match, ink: marked } of marks) {
    if (match.index < at) continue
    text.add(value.slice(at, match.index), ink)
    text.add(match[1] ?? '', marked)
    at = match.index + match[0].length
  }
  text.add(value.slice(at), ink)
}

/** `---` with keys at the very start is metadata of the file and no text. */
const frontMatter = /^---\r?\n(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n|\r?\n){1,60}---[ \t]*(?:\r?\n|$)/

const metaIn = (matter: string): NonNullable<BlockRoot['data']['meta']> => {
  const value = (key: string): string | undefined =>
    new RegExp(`^${key}:[ \\t]*["']?([^"'\\r\\n]{1,300})`, 'mi').exec(matter)?.[1]?.trim()
  const title = value('title')
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value('date') ?? '')?.[0]
  return { ...(title ? { title } : {}), ...(day ? { published: day } : {}) }
}

/** Reads Markdown. Notices: those of `decode`, `attachment_link`, `image_in_content`, `table_too_wide`, `nesting_too_deep`, `truncated`. */
export const readMarkdown = (bytes: Uint8Array): BlockRoot => {
  const { text, encoding, notices } = decode(bytes)
  const matter = frontMatter.exec(text)?.[0] ?? ''
  const asText = (code: string, message: string): BlockRoot => ({
    type: 'root',
    children: paragraphsOf(text),
    data: { format: 'markdown', encoding, notices: [...notices, { code, severity: 'warning', message }] },
  })
  if (text.length > MAX_LENGTH) return asText('markdown_as_text', `over ${MAX_LENGTH} characters: read as plain text`)
  if (tooDeep.test(text)) return asText('nesting_too_deep', 'marks nested too deep: read as plain text')
  // Offsets stay those of the file.
  const source =
    matter.replace(/[^\r\n]/g, ' ') + text.slice(matter.length).replace(starInFigure, (stars) => standIn.repeat(stars.length))
  const reading = new Reading(source)
  try {
    reading.read(processor.parse(source).children)
  } catch (error) {
    // Deep nesting that the check above does not see ends the library's recursion.
    if (!(error instanceof RangeError)) throw error
    return asText('nesting_too_deep', 'marks nested too deep: read as plain text')
  }
  return {
    type: 'root',
    children: reading.blocks,
    data: { format: 'markdown', encoding, meta: metaIn(matter), notices: [...notices, ...reading.finish()] },
  }
}
