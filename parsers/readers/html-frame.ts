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

const namesAside = (names: string): boolean =>
  (names.match(nameParts) ?? []).some((part) => asideParts.has(part.toLowerCase())) ||
  names.split(' ').some((whole) => asideWholes.has(whole.toLowerCase()))

/** Pages give the same names to thousands of elements. */
const knownNames = new Map<string, boolean>()

/** Whether an element's tag, id or class says that it is a menu, a footer and the like. */
const isAside = ({ name, attribs }: Element): boolean => {
  if (asideTags.has(name)) return true
  if (name === 'body' || name === 'html' || (attribs.id === undefined && attribs.class === undefined)) return false
  const names = `${attribs.id ?? ''} ${attribs.class ?? ''}`
  if (names.length < 3 || names.length > 300) return false
  const cached = knownNames.get(names)
  if (cached !== undefined) return cached
  const aside = namesAside(names)
  if (knownNames.size > 5000) knownNames.clear()
  knownNames.set(names, aside)
  return aside
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

/** The frame inside an element: what it inherits and what it changes; the same object where it changes nothing. */
export const frameInside = (frame: Frame, element: Element, look: Look): Frame => {
  const { name, attribs } = element
  let inside = frame
  const set = <Key extends keyof Frame>(key: Key, value: Frame[Key]): void => {
    if (inside[key] === value) return
    if (inside === frame) inside = { ...frame }
    inside[key] = value
  }
  if (name === 's' || name === 'del' || name === 'strike' || look.struck) set('struck', true)
  if (look.bold !== undefined) set('bold', look.bold)
  else if (name === 'b' || name === 'strong') set('bold', true)
  if (name === 'a' && attribs.href !== undefined) set('linked', true)
  if (name === 'sup') set('raised', true)
  if (look.preformatted !== undefined) set('preformatted', look.preformatted)
  else if (name === 'pre') set('preformatted', true)
  const align = attribs.align?.toLowerCase()
  if (name === 'center') set('centered', true)
  else if (look.centered !== undefined) set('centered', look.centered)
  else if (align !== undefined && name !== 'table' && name !== 'img') set('centered', align === 'center')
  else if (name === 'td' || name === 'table') set('centered', false)
  if (name.length === 2 && /^h[1-6]$/.test(name)) set('heading', Number(name[1]))
  if (name === 'ol') {
    const format = listFormats.get(look.list?.split(' ')[0] ?? '') ?? listFormats.get(attribs.type ?? '') ?? 'decimal'
    const start = Number.parseInt(attribs.start ?? '', 10)
    set('list', { next: Number.isNaN(start) ? 1 : start, format })
  } else if (name === 'ul' || name === 'dir' || name === 'menu') set('list', null)
  if (frame.aside === null && isAside(element)) set('aside', element)
  return inside
}
