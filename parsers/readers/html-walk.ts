/** From the DOM to blocks in reading order, each with the element it stands in; what is no content is told later, by html-main. */
import type { Block, Table } from '../tree.js'
import { type Dom, type Element, isElement, parentOf, textOf, walk } from './html-dom.js'
import { type Frame, frameInside, listNumber, plainFrame, shownIn } from './html-frame.js'
import { classLooks, type Look, styleLook } from './html-look.js'
import { layoutTables, TableBuilder } from './html-table.js'
import { RunningText } from './html-text.js'

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
  kind: 'image' | 'attachment' | 'frame'
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
const attachment = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|7z|ofd|csv)(?:[?#]|$)/i

const paneTags = set('div section ul ol dl table')
/** Names of the parts of a page of which a click shows one: tab-pane, tabcon, panel2. */
const paneName = /tab|pane|panel|con(?:tent)?(?![a-z])|item/i

const namesOf = ({ name, attribs }: Element): string => `${name} ${attribs.class ?? ''}`

/** The parts that are hidden until their tab is clicked: one beside them has the same names and is shown. */
class Panes {
  private readonly shown = new WeakMap<object, ReadonlySet<string>>()

  has(element: Element): boolean {
    const { name, attribs, parent } = element
    if (attribs.class === undefined || !paneTags.has(name) || !paneName.test(attribs.class) || !parent) return false
    let beside = this.shown.get(parent)
    if (!beside) {
      const shown = parent.children.filter(
        (other): other is Element =>
          isElement(other) && other.attribs.hidden === undefined && !styleLook(other.attribs.style).hidden,
      )
      beside = new Set(shown.map(namesOf))
      this.shown.set(parent, beside)
    }
    return beside.has(namesOf(element))
  }
}

/** A badge stands apart from the words beside it: 问题3 and, in a coloured box, 整改中. */
const badge = /\b(?:tags?|badge|pill|chip|status|state)\b/i
const isBadge = ({ name, attribs }: Element): boolean =>
  attribs.class !== undefined && !blocks.has(name) && name !== 'td' && name !== 'th' && badge.test(attribs.class)

const merge = (look: Look, style: Look): Look => (style === look ? look : { ...look, ...style })

class Reading {
  readonly found: Found[] = []
  readonly extras: Extra[] = []
  tooWide = false
  private readonly text = new RunningText()
  private readonly frames: Frame[] = [plainFrame]
  private readonly panes = new Panes()
  /** The data tables that are open, the outermost first; tables deeper than the second are flattened. */
  private readonly open: { builder: TableBuilder; element: Element }[] = []
  private inner = 0

  constructor(
    private readonly layout: ReadonlySet<Element>,
    private readonly classes: ReadonlyMap<string, Look>,
    private readonly showHidden: boolean,
  ) {}

  private get frame(): Frame {
    return this.frames.at(-1) as Frame
  }

  private get builder(): TableBuilder | null {
    return this.open.at(-1)?.builder ?? null
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
    if (name === 'img' || name === 'iframe' || name === 'frame' || name === 'embed' || name === 'object') this.noteFile(element)
    if (element.type !== 'tag' || skipped.has(name)) return false
    const look = this.lookOf(element)
    const root = name === 'body' || name === 'html'
    if (!root && !this.showHidden && (look.hidden || attribs.hidden !== undefined) && !this.panes.has(element)) return false
    if (blocks.has(name)) this.flush(parentOf(element))
    this.frames.push(frameInside(this.frame, element, look))
    this.openTable(element)
    if (name === 'li') this.text.numbered(listNumber(this.frame.list, element))
    if (isBadge(element)) this.addText(' ')
    if (name === 'a' && attachment.test(attribs.href ?? '')) this.noteFile(element)
    return true
  }

  private openTable(element: Element): void {
    const { name } = element
    if (name === 'table') {
      const data = !this.layout.has(element)
      if (this.open.length > 1 || this.inner > 0 || (this.builder && !data)) this.inner++
      else if (data) this.open.push({ builder: new TableBuilder(), element })
      return
    }
    const { builder } = this
    if (!builder || this.inner > 0) return
    if (name === 'tr') builder.openRow()
    else if (name === 'td' || name === 'th') builder.openCell(element)
    else if (name === 'thead') builder.inHead = true
    else if (name === 'tbody' || name === 'tfoot') builder.inHead = false
    // a caption stands before the table, where reading begins
    else if (name === 'caption') builder.cell = null
  }

  leave(element: Element): void {
    const { name } = element
    if (blocks.has(name)) this.flush(element)
    if (name === 'li') this.text.numbered('')
    if (isBadge(element)) this.addText(' ')
    this.frames.pop()
    const last = this.open.at(-1)
    if (!last) return
    if (name === 'table') {
      if (element === last.element) this.closeTable(element)
      else this.inner--
    } else if (this.inner === 0 && (name === 'td' || name === 'th' || name === 'tr')) last.builder.cell = null
    else if (this.inner === 0 && name === 'thead') last.builder.inHead = false
  }

  private closeTable(element: Element): void {
    const builder = this.open.pop()?.builder
    const table: Table | null = builder?.finish() ?? null
    if (builder?.tooWide) this.tooWide = true
    const outer = this.builder
    if (table && outer) outer.nest(table)
    else if (table) this.found.push({ block: table, owner: parentOf(element), linked: 0, aside: this.frame.aside })
  }

  addText(text: string): void {
    this.text.add(shownIn(this.frame, text), this.frame)
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
    } else if ((name === 'iframe' || name === 'frame') && !attachment.test(href)) {
      if (/^(?:https?:|(?![a-z]+:)[^#])/i.test(href))
        this.extras.push({ kind: 'frame', name: '', href: href.slice(0, 500), owner: parentOf(element), aside })
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

/** All blocks of a page in reading order; scripts, controls and hidden parts left out unless asked for. */
export const blocksOf = (root: { children: Dom[] }, css: string, showHidden = false): Walked => {
  const reading = new Reading(layoutTables(root), classLooks(css), showHidden)
  walk(root, {
    enter: (element) => reading.enter(element),
    leave: (element) => reading.leave(element),
    text: (text) => reading.addText(text),
  })
  reading.end()
  return reading
}
