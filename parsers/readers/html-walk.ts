/** From the DOM to blocks in reading order, each with the element it stands in; what is no content is told later, by html-main. */
import { asideParts, asideWholes } from '../lexicon/boilerplate.js'
import type { Block, Table } from '../tree.js'
import { formatNumber } from './docx-numerals.js'
import { type Dom, type Element, parentOf, textOf, walk } from './html-dom.js'
import { classLooks, type Look, styleLook } from './html-look.js'
import { layoutTables, TableBuilder } from './html-table.js'
import { type Ink, RunningText } from './html-text.js'

/** A block and where it was found. */
export interface Found {
  block: Block
  owner: Element | null
  /** Share of its text that is links. */
  linked: number
  /** The outermost element around it whose name says that it is no content (a menu, a footer). */
  aside: Element | null
}
/** A picture or a link to a file. */
export interface Extra {
  kind: 'image' | 'attachment'
  name: string
  href: string
  owner: Element | null
  aside: boolean
}
export interface Walked {
  found: Found[]
  extras: Extra[]
  /** A table was wider than is read. */
  tooWide: boolean
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const blocks = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
)
/** What is not shown, or is a control and no text. */
const skipped = set(
  'script style title meta link base noscript template iframe object embed svg math canvas video audio map select option datalist img button input textarea rt rp frame frameset',
)
const asideTags = set('nav footer aside menu dialog')
const superscripts: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '-': '⁻',
  '－': '⁻',
  '–': '⁻',
  '+': '⁺',
}
const attachment = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|7z|ofd|csv)(?:[?#].*)?$/i

/** How text is set inside an element. Inherited, so one object serves all elements that change nothing. */
interface Frame extends Ink {
  centered: boolean
  heading: number | undefined
  aside: Element | null
  raised: boolean
  list: { next: number; format: string } | null
}

const listFormats: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'cjk-decimal': 'ideographDigital',
  none: 'none',
  disc: 'none',
  circle: 'none',
  square: 'none',
}

/** The number of a list item as a browser would show it, or ''. */
const listNumber = (list: { next: number; format: string } | null, item: Element): string => {
  if (!list) return ''
  const value = Number.parseInt(item.attribs.value ?? '', 10)
  const number = Number.isNaN(value) ? list.next : value
  list.next = number + 1
  const text = formatNumber(list.format, number)
  if (text === '' || number < 1) return ''
  return list.format === 'chineseCounting' || list.format === 'ideographDigital' ? `${text}、` : `${text}.`
}

const nameParts = /[A-Z]?[a-z]+|[A-Z]+/g

/** Whether an element's tag, id or class says that it is a menu, a footer and the like. */
const isAside = (element: Element): boolean => {
  if (asideTags.has(element.name)) return true
  if (element.name === 'body' || element.name === 'html') return false
  const names = `${element.attribs.id ?? ''} ${element.attribs.class ?? ''}`
  if (names.length < 3 || names.length > 300) return false
  return (
    (names.match(nameParts) ?? []).some((part) => asideParts.has(part.toLowerCase())) ||
    names.split(' ').some((whole) => asideWholes.has(whole.toLowerCase()))
  )
}

const merge = (look: Look, style: Look): Look => (style === look ? look : { ...look, ...style })

class Reading {
  readonly found: Found[] = []
  readonly extras: Extra[] = []
  tooWide = false
  private readonly text = new RunningText()
  private readonly frames: Frame[] = [
    {
      struck: false,
      bold: false,
      linked: false,
      preformatted: false,
      centered: false,
      heading: undefined,
      aside: null,
      raised: false,
      list: null,
    },
  ]
  /** The data table at hand; tables inside its cells are flattened. */
  private builder: TableBuilder | null = null
  private table: Element | null = null
  private inner = 0

  constructor(
    private readonly layout: ReadonlySet<Element>,
    private readonly classes: ReadonlyMap<string, Look>,
  ) {}

  private get frame(): Frame {
    return this.frames.at(-1) as Frame
  }

  private lookOf(element: Element): Look {
    let look = styleLook(element.attribs.style)
    if (this.classes.size > 0 && element.attribs.class)
      for (const name of element.attribs.class.split(/\s+/)) {
        const rule = this.classes.get(name)
        if (rule) look = merge(rule, look)
      }
    return look
  }

  private flush(owner: Element | null): void {
    const { frame } = this
    const cell = this.builder?.cell ?? null
    for (const { paragraph, linked } of this.text.take({
      heading: frame.heading,
      centered: frame.centered,
      byLine: cell !== null,
    })) {
      if (this.builder && cell) this.builder.add(paragraph)
      else this.found.push({ block: paragraph, owner, linked, aside: frame.aside })
    }
  }

  enter(element: Element): boolean {
    const { name, attribs } = element
    if (name === 'br') {
      this.text.lineBreak()
      return false
    }
    if (name === 'img' || name === 'iframe' || name === 'embed' || name === 'object') this.noteFile(element)
    if (element.type !== 'tag' || skipped.has(name)) return false
    const look = this.lookOf(element)
    const root = name === 'body' || name === 'html'
    if (!root && (look.hidden || attribs.hidden !== undefined)) return false
    if (blocks.has(name)) this.flush(parentOf(element))
    this.frames.push(this.frameOf(element, look))
    this.openTable(element)
    if (name === 'li') this.text.numbered(listNumber(this.frame.list, element))
    if (name === 'a' && attachment.test(attribs.href ?? '')) this.noteFile(element)
    return true
  }

  private frameOf(element: Element, look: Look): Frame {
    const { frame } = this
    const { name, attribs } = element
    const changes: Partial<Frame> = {}
    if (name === 's' || name === 'del' || name === 'strike' || look.struck) changes.struck = true
    if (name === 'b' || name === 'strong') changes.bold = true
    if (look.bold !== undefined) changes.bold = look.bold
    if (name === 'a' && attribs.href !== undefined) changes.linked = true
    if (name === 'sup') changes.raised = true
    if (name === 'pre') changes.preformatted = true
    if (look.preformatted !== undefined) changes.preformatted = look.preformatted
    const align = attribs.align?.toLowerCase()
    if (name === 'center') changes.centered = true
    else if (look.centered !== undefined) changes.centered = look.centered
    else if (align !== undefined && name !== 'table' && name !== 'img') changes.centered = align === 'center'
    else if (name === 'td' || name === 'table') changes.centered = false
    if (/^h[1-6]$/.test(name)) changes.heading = Number(name[1])
    if (name === 'ol') {
      const format = listFormats[look.list?.split(' ')[0] ?? ''] ?? listFormats[attribs.type ?? ''] ?? 'decimal'
      const start = Number.parseInt(attribs.start ?? '', 10)
      changes.list = { next: Number.isNaN(start) ? 1 : start, format }
    } else if (name === 'ul' || name === 'dir' || name === 'menu') changes.list = null
    if (frame.aside === null && isAside(element)) changes.aside = element
    return Object.keys(changes).length > 0 ? { ...frame, ...changes } : frame
  }

  private openTable(element: Element): void {
    const { name } = element
    if (name === 'table') {
      if (this.builder) this.inner++
      else if (!this.layout.has(element)) {
        this.builder = new TableBuilder()
        this.table = element
      }
      return
    }
    if (!this.builder || this.inner > 0) return
    if (name === 'tr') this.builder.openRow()
    else if (name === 'td' || name === 'th') this.builder.openCell(element)
    else if (name === 'thead') this.builder.inHead = true
    else if (name === 'tbody' || name === 'tfoot') this.builder.inHead = false
    // a caption stands before the table, where reading begins
    else if (name === 'caption') this.builder.cell = null
  }

  leave(element: Element): void {
    const { name } = element
    if (blocks.has(name)) this.flush(element)
    if (name === 'li') this.text.numbered('')
    this.frames.pop()
    if (!this.builder) return
    if (name === 'table') {
      if (element === this.table) this.closeTable(element)
      else this.inner--
    } else if (this.inner === 0 && (name === 'td' || name === 'th' || name === 'tr')) this.builder.cell = null
    else if (this.inner === 0 && name === 'thead') this.builder.inHead = false
  }

  private closeTable(element: Element): void {
    const table: Table | null = this.builder?.finish() ?? null
    if (this.builder?.tooWide) this.tooWide = true
    if (table) this.found.push({ block: table, owner: parentOf(element), linked: 0, aside: this.frame.aside })
    this.builder = null
    this.table = null
  }

  addText(text: string): void {
    const { frame } = this
    this.text.add(frame.raised ? text.replace(/[\d+–－-]/g, (char) => superscripts[char] ?? char) : text, frame)
  }

  private noteFile(element: Element): void {
    const { attribs, name } = element
    const href = attribs.href ?? attribs.src ?? attribs.data ?? ''
    const aside = this.frame.aside !== null
    if (name === 'img') {
      const small = [attribs.width, attribs.height].some((size) => size !== undefined && Number.parseInt(size, 10) < 40)
      const hidden = styleLook(attribs.style).hidden === true
      if (!small && !hidden && href !== '' && !/icon|ico_|logo|\/file[a-z]*\.gif/i.test(href.slice(0, 300)))
        this.extras.push({
          kind: 'image',
          name: attribs.alt ?? '',
          href: href.slice(0, 300),
          owner: parentOf(element),
          aside,
        })
    } else if (attachment.test(href)) {
      const label = textOf(element, 120) || attribs.title || href.slice(href.lastIndexOf('/') + 1)
      this.extras.push({ kind: 'attachment', name: label, href: href.slice(0, 500), owner: parentOf(element), aside })
    }
  }

  /** Text after the last block. */
  end(): void {
    this.flush(null)
  }
}

/** All blocks of a page in reading order; scripts, controls and hidden parts left out. */
export const blocksOf = (root: { children: Dom[] }, css: string): Walked => {
  const reading = new Reading(layoutTables(root), classLooks(css))
  walk(root, {
    enter: (element) => reading.enter(element),
    leave: (element) => reading.leave(element),
    text: (text) => reading.addText(text),
  })
  reading.end()
  return reading
}
