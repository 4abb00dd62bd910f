/** Paragraph and character styles of a DOCX, each with what it inherits along its basedOn chain. Source: ECMA-376 part 1, 17.7. */
import { childOf, elementsOf, type XmlElement } from './xml.js'

/** What the reader asks of a style or of direct formatting; undefined where nothing is said. */
export interface Formatting {
  /** List and level; numId '0' takes an inherited number away. */
  numId?: string
  level?: number
  /** The style that named the list: a list level may be tied to it. */
  numberStyle?: string
  /** Outline level 0–8; 9 is body text. */
  outline?: number
  alignment?: string
  bold?: boolean
  struck?: boolean
  hidden?: boolean
}

const flag = (properties: XmlElement, name: string): boolean | undefined => {
  const element = childOf(properties, name)
  return element && !/^(0|false|off|none)$/.test(element.attributes['w:val'] ?? '')
}
const value = (properties: XmlElement | undefined, name: string): string | undefined =>
  childOf(properties, name)?.attributes['w:val']

/** Direct formatting of a w:rPr. */
export const runFormatting = (properties: XmlElement | undefined): Formatting => {
  if (!properties) return {}
  const out: Formatting = {}
  const bold = flag(properties, 'w:b')
  const single = flag(properties, 'w:strike')
  const double = flag(properties, 'w:dstrike')
  const hidden = flag(properties, 'w:vanish')
  if (bold !== undefined) out.bold = bold
  if (single !== undefined || double !== undefined) out.struck = single === true || double === true
  if (hidden !== undefined) out.hidden = hidden
  return out
}

/** Direct formatting of a w:pPr, without its mark's run properties. */
export const paragraphFormatting = (properties: XmlElement | undefined): Formatting => {
  if (!properties) return {}
  const out: Formatting = {}
  const numbering = childOf(properties, 'w:numPr')
  const numId = value(numbering, 'w:numId')
  const level = value(numbering, 'w:ilvl')
  const outline = value(properties, 'w:outlineLvl')
  const alignment = value(properties, 'w:jc')
  if (numId !== undefined) out.numId = numId
  if (level !== undefined && /^\d$/.test(level)) out.level = Number(level)
  if (outline !== undefined && /^\d$/.test(outline)) out.outline = Number(outline)
  if (alignment !== undefined) out.alignment = alignment
  return out
}

interface Style {
  id: string
  name: string
  basedOn: string | undefined
  own: Formatting
}

/** 17.7.4.9: the built-in heading and title styles are known by name, in the language of Word or of WPS. */
const headingName = /^(?:heading|标题)\s*([1-9])$/i
const titleName = /^(?:title|标题)$/i
const contentsName = /^(?:toc|目录)\s*(?:[1-9]|heading|标题)$/i

const readStyle = (element: XmlElement): Style => {
  const id = element.attributes['w:styleId'] ?? ''
  const name = value(element, 'w:name') ?? id
  const own = { ...runFormatting(childOf(element, 'w:rPr')), ...paragraphFormatting(childOf(element, 'w:pPr')) }
  if (own.numId !== undefined) own.numberStyle = id
  const heading = headingName.exec(name)
  if (own.outline === undefined && heading) own.outline = Number(heading[1]) - 1
  if (own.outline === undefined && titleName.test(name)) own.outline = 0
  return { id, name, basedOn: value(element, 'w:basedOn'), own }
}

/** The styles of a document. */
export class Styles {
  private readonly styles = new Map<string, Style>()
  private readonly resolved = new Map<string, Formatting>()
  private defaultParagraph: string | undefined

  constructor(root: XmlElement | null) {
    for (const element of root ? elementsOf(root) : []) {
      if (element.name !== 'w:style') continue
      const style = readStyle(element)
      this.styles.set(style.id, style)
      const isDefault = /^(1|true|on)$/.test(element.attributes['w:default'] ?? '')
      if (isDefault && element.attributes['w:type'] === 'paragraph') this.defaultParagraph = style.id
    }
  }

  /** The style's formatting with all it inherits; of the default paragraph style where `id` is undefined. */
  formatting(id: string | undefined): Formatting {
    const start = id ?? this.defaultParagraph
    if (start === undefined) return {}
    const known = this.resolved.get(start)
    if (known) return known
    let out: Formatting = {}
    let at = this.styles.get(start)
    // A chain longer than this is a loop.
    for (let hops = 0; at && hops < 32; hops++) {
      out = { ...at.own, ...out }
      at = at.basedOn === undefined ? undefined : this.styles.get(at.basedOn)
    }
    this.resolved.set(start, out)
    return out
  }

  /** Whether the style is one of table-of-contents lines. */
  isContents(id: string | undefined): boolean {
    return id !== undefined && contentsName.test(this.styles.get(id)?.name ?? id)
  }

  /** The list that a numbering style names. */
  listOf(id: string): string | null {
    return this.formatting(id).numId ?? null
  }
}
