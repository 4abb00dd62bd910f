/**
 * A small strict XML reader for the parts of office documents. No DTD is ever processed: a document type declaration is
 * refused, so there are no entities beyond the five of XML itself. Namespaces are resolved to the usual prefixes, because some
 * writers put WordprocessingML under ns0: or no prefix at all.
 */
import { SourceError } from './source-error.js'

export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

export interface XmlLimits {
  depth: number
  elements: number
}
/** Word nests about twenty levels for a table in a text box in a table; a 600-page document has under a million elements. */
export const xmlLimits: XmlLimits = { depth: 256, elements: 2_000_000 }

/** Namespace → the prefix that names get here; transitional and strict alike. */
const prefixes = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
    'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
    'http://schemas.openxmlformats.org/package/2006/relationships': '',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic:',
    'http://purl.oclc.org/ooxml/drawingml/picture': 'pic:',
    'urn:schemas-microsoft-com:vml': 'v:',
  }),
)

const broken = (what: string) => new SourceError('damaged_xml', `A part of the document is not well-formed XML: ${what}`)
const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }))

const decodeReference = (whole: string, name: string): string => {
  const known = entities.get(name)
  if (known !== undefined) return known
  if (!name.startsWith('#')) return whole
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}
const decodeText = (text: string): string =>
  text.includes('&') ? text.replace(/&(#?[0-9A-Za-z]{1,10});/g, decodeReference) : text

/** Position of the `>` that ends the tag; one inside a quoted value does not. */
const tagEnd = (text: string, from: number): number => {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const mark = text.charAt(at)
    if (quote) {
      if (mark === quote) quote = ''
    } else if (mark === '"' || mark === "'") quote = mark
    else if (mark === '>') return at
  }
  throw broken('it ends inside a tag')
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze({})
const attributePattern = /(?<![^\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Prefixes as declared so far, with the names already resolved under them. */
interface Scope {
  bound: Map<string, string>
  names: Map<string, string>
}
const resolve = (scope: Scope, raw: string, attribute: boolean): string => {
  const colon = raw.indexOf(':')
  // A default namespace holds for elements only.
  if (attribute && colon < 0) return raw
  const known = scope.names.get(raw)
  if (known !== undefined) return known
  const prefix = scope.bound.get(colon < 0 ? '' : raw.slice(0, colon))
  const name = prefix === undefined ? raw : prefix + raw.slice(colon + 1)
  scope.names.set(raw, name)
  return name
}
const declare = (scope: Scope, pairs: [string, string][]): Scope => {
  const declared = pairs.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return scope
  const bound = new Map(scope.bound)
  for (const [name, uri] of declared) {
    const prefix = prefixes.get(uri)
    if (prefix === undefined) bound.delete(name.slice(6))
    else bound.set(name.slice(6), prefix)
  }
  return { bound, names: new Map() }
}

/** Reads XML as events. Throws SourceError: `damaged_xml`, `xml_doctype`, `xml_limit`. */
export const scanXml = (text: string, handler: XmlHandler, limits: XmlLimits = xmlLimits): void => {
  const stack: { raw: string; name: string; scope: Scope }[] = []
  let scope: Scope = { bound: new Map(), names: new Map() }
  let elements = 0
  let at = 0
  const until = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from)
    if (found < 0) throw broken('it is cut off')
    return found
  }
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open !== at) {
      const end = open < 0 ? text.length : open
      if (stack.length > 0) handler.text(decodeText(text.slice(at, end)))
      at = end
      continue
    }
    const next = text.charAt(open + 1)
    if (next === '?') at = until('?>', open) + 2
    else if (text.startsWith('<!--', open)) at = until('-->', open + 4) + 3
    else if (text.startsWith('<![CDATA[', open)) {
      const end = until(']]>', open)
      if (stack.length > 0) handler.text(text.slice(open + 9, end))
      at = end + 3
    } else if (next === '!')
      throw new SourceError(
        'xml_doctype',
        'A part of the document declares a DTD; office documents have none, and none is processed',
      )
    else if (next === '/') {
      const end = until('>', open)
      const frame = stack.pop()
      if (!frame || frame.raw !== text.slice(open + 2, end).trim()) throw broken('an end tag without its start')
      handler.close(frame.name)
      scope = stack.at(-1)?.scope ?? { bound: new Map(), names: new Map() }
      at = end + 1
    } else {
      const end = tagEnd(text, open + 1)
      const selfClosing = text.charAt(end - 1) === '/'
      const body = text.slice(open + 1, selfClosing ? end - 1 : end)
      const space = body.search(/\s/)
      const raw = space < 0 ? body : body.slice(0, space)
      if (!raw) throw broken('a tag without a name')
      if (++elements > limits.elements)
        throw new SourceError('xml_limit', `A part of the document has more than ${limits.elements} elements`)
      let attributes = noAttributes
      if (space >= 0) {
        const pairs: [string, string][] = []
        for (const [, name = '', double, single] of body.slice(space).matchAll(attributePattern))
          pairs.push([name, decodeText(double ?? single ?? '')])
        scope = declare(scope, pairs)
        attributes = Object.fromEntries(pairs.map(([name, value]) => [resolve(scope, name, true), value]))
      }
      const name = resolve(scope, raw, false)
      handler.open(name, attributes)
      if (selfClosing) {
        handler.close(name)
        scope = stack.at(-1)?.scope ?? { bound: new Map(), names: new Map() }
      } else {
        stack.push({ raw, name, scope })
        if (stack.length > limits.depth)
          throw new SourceError('xml_limit', `A part of the document nests deeper than ${limits.depth} levels`)
      }
      at = end + 1
    }
  }
  if (stack.length > 0) throw broken('it is cut off')
}

/** The bytes of an XML part as text: by its byte order mark, else its declaration, else UTF-8. */
export const decodeXml = (bytes: Uint8Array): string => {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes)
  const declared = /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{1,20})["']/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )
  try {
    return new TextDecoder(declared?.[1] ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

/** Reads XML as a tree and gives its root element. */
export const parseXml = (text: string, limits: XmlLimits = xmlLimits): XmlElement => {
  const document: XmlElement = { name: '', attributes: noAttributes, children: [] }
  const stack: XmlElement[] = [document]
  scanXml(
    text,
    {
      open: (name, attributes) => {
        const element: XmlElement = { name, attributes, children: [] }
        stack.at(-1)?.children.push(element)
        stack.push(element)
      },
      close: () => void stack.pop(),
      text: (part) => void stack.at(-1)?.children.push(part),
    },
    limits,
  )
  const root = document.children.find((child) => typeof child !== 'string')
  if (root === undefined || typeof root === 'string') throw broken('it is empty')
  return root
}

/** The element's child elements. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) if (typeof child !== 'string') yield child
}
/** The first child element of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  if (element) for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}
/** The element's direct text. */
export const textOf = (element: XmlElement): string => element.children.filter((child) => typeof child === 'string').join('')
