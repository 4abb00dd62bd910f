/**
 * The text of a Word paragraph as it prints: runs, insertions, fields and symbols in; deletions, field codes, notes and
 * hidden words out. Struck-out runs stay, as ranges, for the clean stage to take out. Source: ECMA-376 part 1, 17.3 and 17.16.
 */
import type { Span } from '../tree.js'
import { circledNumber } from './docx-numerals.js'
import { type Formatting, runFormatting, type Styles } from './docx-styles.js'
import { childOf, elementsOf, textOf, type XmlElement } from './xml.js'

/** A field that is open: its code is read before `separate`, its printed result after. */
interface Field {
  code: string
  result: boolean
}

/** What is collected over the runs of one paragraph (or of several that a deleted paragraph mark joins). */
export class ParagraphText {
  value = ''
  struck: Span[] = []
  /** Characters other than blanks, in all and in bold. */
  inked = 0
  bold = 0
  boldRuns: Span[] = []
  deleted = 0
  hidden = 0
  pictures = 0
  /** Text boxes anchored before the first word, and after it. */
  boxesBefore: XmlElement[] = []
  boxesAfter: XmlElement[] = []

  add(text: string, formatting: Formatting): void {
    if (text === '') return
    const ink = text.replace(/\s/g, '').length
    this.inked += ink
    if (formatting.bold) {
      this.bold += ink
      const last = this.boldRuns.at(-1)
      const [start, end] = [this.value.length, this.value.length + text.length]
      if (last?.[1] === start) last[1] = end
      else this.boldRuns.push([start, end])
    }
    if (formatting.struck) {
      const last = this.struck.at(-1)
      if (last && last[1] === this.value.length) last[1] += text.length
      else this.struck.push([this.value.length, this.value.length + text.length])
    }
    this.value += text
  }
}

/** Marks of the Wingdings fonts that reports use; other picture characters print nothing that is text. */
const wingdings: Record<string, string> = {
  fc: '√',
  fe: '☑',
  a8: '□',
  '6f': '□',
  fb: '×',
  fd: '☒',
  '81': '①',
  '82': '②',
  '83': '③',
}
const symbolOf = (element: XmlElement): string => {
  const code = (element.attributes['w:char'] ?? '').toLowerCase()
  if (!/^[0-9a-f]{2,4}$/.test(code)) return ''
  const point = Number.parseInt(code, 16)
  if (point >= 0xf000 && point <= 0xf0ff)
    return /wingdings/i.test(element.attributes['w:font'] ?? '') ? (wingdings[code.slice(2)] ?? '') : ''
  return String.fromCharCode(point)
}

const raised: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
}

/** What is inside is not printed, or prints elsewhere: deletions, field codes, notes, pictures' names. */
const unprinted = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:rt',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:annotationRef',
])

/** Reads runs in document order; fields may reach over paragraphs, so one reader serves the whole document. */
export class RunReader {
  private readonly fields: Field[] = []
  /** Whether every field of the document ends; else codes are told from results by the run alone. */
  private readonly balanced: boolean

  constructor(
    private readonly styles: Styles,
    root: XmlElement,
  ) {
    this.balanced = fieldsBalance(root)
  }

  /** Whether the words stand in a table of contents, which repeats the headings. */
  get inContents(): boolean {
    return this.balanced && this.fields.some((field) => /^\s*TOC\b/i.test(field.code))
  }

  private get printed(): boolean {
    return !this.balanced || this.fields.every((field) => field.result && !/^\s*TOC\b/i.test(field.code))
  }

  /** Adds what `element` (a paragraph, a run, or what wraps runs) prints. */
  read(element: XmlElement, into: ParagraphText, inherited: Formatting): void {
    for (const child of elementsOf(element)) {
      switch (child.name) {
        case 'w:r':
          this.run(child, into, inherited)
          break
        case 'w:del':
        case 'w:moveFrom':
          into.deleted += deletedLength(child)
          break
        case 'm:oMath':
        case 'm:oMathPara':
          this.formula(child, into, inherited)
          break
        case 'mc:AlternateContent':
          this.read(alternative(child), into, inherited)
          break
        case 'w:sdt':
          if (!isPlaceholder(child)) this.read(child, into, inherited)
          break
        default:
          if (!unprinted.has(child.name)) this.read(child, into, inherited)
      }
    }
  }

  private run(run: XmlElement, into: ParagraphText, inherited: Formatting): void {
    const properties = childOf(run, 'w:rPr')
    const style = childOf(properties, 'w:rStyle')?.attributes['w:val']
    const formatting = {
      ...inherited,
      ...(style === undefined ? {} : this.styles.formatting(style)),
      ...runFormatting(properties),
    }
    const raise = childOf(properties, 'w:vertAlign')?.attributes['w:val'] === 'superscript'
    this.content(run, into, formatting, raise)
  }

  private content(run: XmlElement, into: ParagraphText, formatting: Formatting, raise: boolean): void {
    for (const child of elementsOf(run)) {
      const text = this.printedText(child, into, raise)
      if (text !== null) {
        if (formatting.hidden) into.hidden += text.trim().length
        else if (this.printed) into.add(text, formatting)
      } else if (child.name === 'w:fldChar') this.field(child.attributes['w:fldCharType'] ?? '', into, formatting)
      else if (child.name === 'w:instrText') {
        const open = this.fields.at(-1)
        if (open && !open.result) open.code += textOf(child)
      } else if (child.name === 'w:delText') into.deleted += textOf(child).length
      else if (child.name === 'mc:AlternateContent') this.content(alternative(child), into, formatting, raise)
      else if (child.name === 'w:ruby') {
        const base = childOf(child, 'w:rubyBase')
        if (base) this.read(base, into, formatting)
      } else if (child.name === 'w:drawing' || child.name === 'w:pict' || child.name === 'w:object') drawing(child, into)
    }
  }

  /** What a part of a run prints; null where it is no text. */
  private printedText(child: XmlElement, into: ParagraphText, raise: boolean): string | null {
    switch (child.name) {
      case 'w:t': {
        const text = textOf(child)
        // 10 with a raised 4 is no 104; a unit's raised figure (m3) reads the same both ways.
        return raise && /\d$/.test(into.value) ? text.replace(/[0-9-]/g, (mark) => raised[mark] ?? mark) : text
      }
      case 'w:tab':
      case 'w:ptab':
        return ' '
      case 'w:br':
      case 'w:cr':
        return '\n'
      case 'w:noBreakHyphen':
        return '-'
      case 'w:sym':
        return symbolOf(child)
      default:
        return null
    }
  }

  private field(type: string, into: ParagraphText, formatting: Formatting): void {
    const open = this.fields.at(-1)
    if (type === 'begin') this.fields.push({ code: '', result: false })
    else if (type === 'separate' && open) open.result = true
    else if (type === 'end' && open) {
      this.fields.pop()
      // Word draws circled figures beyond ⑩ as an overstrike: eq \o\ac(○,12), with no result of its own.
      const overstrike = open.result ? null : /^\s*eq\s*\\o\s*(?:\\ac)?\(\s*○\s*,\s*(\d{1,2})\s*\)/i.exec(open.code)
      if (overstrike && this.printed) into.add(circledNumber(Number(overstrike[1])), formatting)
    }
  }

  /** A formula as one line: fractions with a stroke, the rest in order. */
  private formula(element: XmlElement, into: ParagraphText, formatting: Formatting): void {
    for (const child of elementsOf(element)) {
      if (child.name === 'm:t') into.add(textOf(child), formatting)
      else {
        if (child.name === 'm:den') into.add('/', formatting)
        this.formula(child, into, formatting)
      }
    }
  }
}

const noElement: XmlElement = { name: '', attributes: {}, children: [] }

/** The one branch of an alternative that a reader of today shows; the fallback repeats it for older ones. */
export const alternative = (element: XmlElement): XmlElement =>
  childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? noElement

/** A form control that still shows its prompt holds no words of the document. */
export const isPlaceholder = (control: XmlElement): boolean =>
  childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr') !== undefined

const deletedLength = (element: XmlElement): number => {
  let length = 0
  for (const child of elementsOf(element))
    length += child.name === 'w:delText' || child.name === 'w:t' ? textOf(child).length : deletedLength(child)
  return length
}

/** Text boxes and pictures of a drawing. */
const drawing = (element: XmlElement, into: ParagraphText): void => {
  for (const child of elementsOf(element.name === 'mc:AlternateContent' ? alternative(element) : element)) {
    if (child.name === 'w:txbxContent') (into.inked === 0 ? into.boxesBefore : into.boxesAfter).push(child)
    else if (child.name === 'pic:pic' || child.name === 'v:imagedata') into.pictures++
    else drawing(child, into)
  }
}

const fieldsBalance = (root: XmlElement): boolean => {
  let open = 0
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name !== 'w:fldChar') visit(child)
      else if (child.attributes['w:fldCharType'] === 'begin') open++
      else if (child.attributes['w:fldCharType'] === 'end') open--
    }
  }
  visit(root)
  return open === 0
}
