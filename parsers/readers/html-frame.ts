/** What an element passes on to the text inside it: ink, alignment, heading, list, and whether it is a part of the page that is no content. */
import { asideParts, asideWholes } from '../lexicon/boilerplate.js'
import { formatNumber } from './docx-numerals.js'
import type { Element } from './html-dom.js'
import type { Look } from './html-look.js'
import type { Ink } from './html-text.js'

const asideTags = new Set(['nav', 'footer', 'aside', 'menu', 'dialog'])
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

/** How text is set inside an element. Inherited, so one object serves all elements that change nothing. */
export interface Frame extends Ink {
  centered: boolean
  heading: number | undefined
  aside: Element | null
  raised: boolean
  list: { next: number; format: string } | null
}

/** By the style or type that the page gives; a map, since a page may name anything. */
const listFormats = new Map(
  Object.entries({
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
  }),
)

/** The number of a list item as a browser would show it, or ''. */
export const listNumber = (list: { next: number; format: string } | null, item: Element): string => {
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

/** At the top of a page. */
export const plainFrame: Frame = {
  struck: false,
  bold: false,
  linked: false,
  preformatted: false,
  centered: false,
  heading: undefined,
  aside: null,
  raised: false,
  list: null,
}

/** Text as the frame shows it: raised figures get their own characters, or 10⁴ would read 104. */
export const shownIn = (frame: Frame, text: string): string =>
  frame.raised ? text.replace(/[\d+–－-]/g, (char) => superscripts[char] ?? char) : text

/** The frame inside an element: what it inherits and what it changes. */
export const frameInside = (frame: Frame, element: Element, look: Look): Frame => {
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
    const format = listFormats.get(look.list?.split(' ')[0] ?? '') ?? listFormats.get(attribs.type ?? '') ?? 'decimal'
    const start = Number.parseInt(attribs.start ?? '', 10)
    changes.list = { next: Number.isNaN(start) ? 1 : start, format }
  } else if (name === 'ul' || name === 'dir' || name === 'menu') changes.list = null
  if (frame.aside === null && isAside(element)) changes.aside = element
  return Object.keys(changes).length > 0 ? { ...frame, ...changes } : frame
}
