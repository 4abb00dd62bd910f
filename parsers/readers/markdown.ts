/** Markdown (CommonMark with GFM tables and strike-through): headings, lists with the numbers as printed, tables, HTML inside. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Block, BlockRoot, Paragraph, ReaderNotice, TableRow } from '../tree.js'
import { decode } from './encoding.js'
import { MAX_COLUMNS } from './grid.js'
import { htmlBlocks } from './html.js'
import { type Ink, prefix, RunningText } from './html-text.js'
import { addText, guarded, isEasy, shown, withBreaks, withoutDress } from './markdown-marks.js'
import { type Piece, scan } from './markdown-scan.js'

/** Where a piece has more marks or is longer, no person wrote it, and the parser's time grows with the square of them. */
const MAX_MARKS = 300
const MAX_PIECE = 20_000
/** Pieces that go through the parser, at some 0.2 ms each; a long report has a few hundred. */
const MAX_PARSED = 20_000
const mark = /[*_`~[\]<>&]/g
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30}/m

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
const attachment = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|7z|ofd)(?:[?#]|$)/i

class Reading {
  readonly blocks: Block[] = []
  readonly notices: ReaderNotice[] = []
  private images = 0
  private tooWide = false
  private unread = 0
  private parsed = 0
  /** Source of the piece at hand, which the parser's offsets count in, and where it stands in the file. */
  private source = ''
  private offset = 0
  /** Printed number of the list item whose first paragraph comes next. */
  private number = ''

  piece(piece: Piece): void {
    this.offset = piece.offset
    this.number = ''
    switch (piece.kind) {
      case 'paragraph': {
        this.number = piece.number ?? ''
        this.push(this.line(piece.text, false, piece.heading))
        break
      }
      case 'code':
        this.push([{ type: 'paragraph', value: shown(piece.text) }])
        break
      case 'html':
        this.html(piece.text)
        break
      case 'table':
        this.table(piece.rows)
        break
      case 'markdown':
        this.source = piece.text
        if (this.isReadable(piece.text)) this.read(processor.parse(piece.text).children)
        else this.push([{ type: 'paragraph', value: shown(piece.text) }])
        break
    }
  }

  private isReadable(text: string): boolean {
    const readable =
      this.parsed < MAX_PARSED &&
      text.length <= MAX_PIECE &&
      (text.match(mark)?.length ?? 0) <= MAX_MARKS &&
      !tooDeep.test(text)
    if (readable) this.parsed++
    else this.unread++
    return readable
  }

  finish(): ReaderNotice[] {
    if (this.images > 0) {
      const only = this.blocks.length === 0
      this.notices.push({
        code: only ? 'image_only' : 'image_in_content',
        message: only ? 'the content is only pictures; there is no text to read' : `${this.images} pictures were not read`,
      })
    }
    if (this.tooWide)
      this.notices.push({
        code: 'table_too_wide',
        message: `a table has over ${MAX_COLUMNS} columns; the cells beyond were not read`,
      })
    if (this.unread > 0)
      this.notices.push({
        code: 'nesting_too_deep',
        message: `${this.unread} parts have too many or too deep marks and were read as plain text`,
      })
    return this.notices
  }

  private read(nodes: readonly Node[]): void {
    for (const node of nodes) this.block(node)
  }

  private block(node: Node): void {
    switch (node.type) {
      case 'heading':
      case 'paragraph':
        this.push(this.inline(node.children as Node[], false, node.type === 'heading' ? node.depth : undefined), node)
        break
      case 'code':
        this.push([{ type: 'paragraph', value: shown(node.value) }], node)
        break
      case 'html':
        this.html(node.value)
        break
      case 'blockquote':
      case 'footnoteDefinition':
        this.read(node.children)
        break
      case 'list':
        for (const item of node.children) {
          const start = item.position?.start.offset ?? 0
          if (node.ordered) this.number = /^\d{1,9}[.)]/.exec(this.source.slice(start, start + 12))?.[0] ?? ''
          this.read(item.children)
          // An item without text still prints its number.
          if (this.number !== '') this.push([{ type: 'paragraph', value: '' }], item)
        }
        break
      case 'table':
        this.table(
          node.children.map((row) =>
            row.children.map((cell) =>
              this.source.slice(cell.children[0]?.position?.start.offset ?? 0, cell.children.at(-1)?.position?.end.offset ?? 0),
            ),
          ),
        )
        break
      // 'thematicBreak', 'definition', 'yaml' print nothing; the rest stands inside the kinds above.
      default:
    }
  }

  private html(html: string): void {
    const { blocks, notices } = htmlBlocks(shown(html))
    this.notices.push(...notices)
    this.blocks.push(...blocks)
  }

  private push(paragraphs: Paragraph[], node?: { position?: { start: { offset?: number | undefined } } | undefined }): void {
    const offset = this.offset + (node?.position?.start.offset ?? 0)
    for (const paragraph of paragraphs) {
      paragraph.data = { ...paragraph.data, source: { offset } }
      if (this.number !== '') prefix(paragraph, this.number)
      this.number = ''
      // marks of bold around a blank are none to Markdown, and no writer's own
      if (/^\s*\*\*/.test(paragraph.value) && !paragraph.data.struck) paragraph.value = paragraph.value.replaceAll('**', '')
      if (paragraph.value.trim() !== '') this.blocks.push(paragraph)
    }
  }

  /** The paragraphs of a text that opens no block of its own. A heading mark keeps the parser from seeing one. */
  private line(text: string, byLine: boolean, heading?: number): Paragraph[] {
    const broken = withBreaks(text)
    if (isEasy(broken) || !this.isReadable(text)) {
      const running = new RunningText()
      addText(broken, plain, running)
      return running.take({ heading, centered: false, byLine }).map(({ paragraph }) => paragraph)
    }
    const node = processor.parse(text.includes('\n') ? text : `# ${text}`).children[0]
    return node && 'children' in node ? this.inline(node.children as Node[], byLine, heading) : []
  }

  private inline(children: readonly Node[], byLine: boolean, heading?: number): Paragraph[] {
    const text = new RunningText()
    this.collect(children, plain, text)
    return text.take({ heading, centered: false, byLine }).map(({ paragraph }) => paragraph)
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
            this.notices.push({ code: 'attachment_link', message: `attachment: <${node.url.slice(0, 500)}>` })
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

  private table(rows: readonly string[][]): void {
    if (rows.some((row) => row.length > MAX_COLUMNS)) this.tooWide = true
    const width = Math.min(MAX_COLUMNS, Math.max(...rows.map(({ length }) => length)))
    this.blocks.push({
      type: 'table',
      children: rows.map(
        (row, index): TableRow => ({
          type: 'row',
          children: row.slice(0, MAX_COLUMNS).map((cell, column) => ({
            type: 'cell',
            column,
            // one cell of a drawn table over the whole width
            colspan: row.length === 1 ? width : 1,
            rowspan: 1,
            children: this.line(cell, true),
          })),
          ...(index === 0 ? { data: { header: true } } : {}),
        }),
      ),
      data: { source: { offset: this.offset } },
    })
  }
}

/** `---` with keys at the very start is metadata of the file and no text. */
const frontMatter = /^---\r?\n(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n|\r?\n){1,60}---[ \t]*(?:\r?\n|$)/

const metaIn = (matter: string): NonNullable<BlockRoot['data']['meta']> => {
  const value = (key: string): string | undefined =>
    new RegExp(`^${key}:[ \\t]*["']?([^"'\\r\\n]{1,300})`, 'mi').exec(matter)?.[1]?.trim()
  const title = value('title')
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value('date') ?? '')?.[0]
  return { ...(title ? { title } : {}), ...(day ? { published: day } : {}) }
}

/** Reads Markdown. Notices: those of `decode`, `attachment_link`, `image_in_content`, `image_only`, `table_too_wide`, `nesting_too_deep`. */
export const readMarkdown = (bytes: Uint8Array): BlockRoot => {
  const { text, encoding, notices } = decode(bytes)
  const matter = frontMatter.exec(text)?.[0] ?? ''
  // Offsets stay those of the file.
  const source = matter.replace(/[^\r\n]/g, ' ') + guarded(withoutDress(text.slice(matter.length)))
  const reading = new Reading()
  for (const piece of scan(source)) reading.piece(piece)
  return {
    type: 'root',
    children: reading.blocks,
    data: { format: 'markdown', encoding, meta: metaIn(matter), notices: [...notices, ...reading.finish()] },
  }
}
