/** Text and styles of a workbook: shared strings with struck runs, and what cell formats say of figures and fonts. */
import type { Span } from '../tree.js'
import { builtinFormats } from './xlsx-format.js'
import { childOf, elementsOf, textOf, type XmlElement } from './xml.js'

/** A string with the ranges that are struck out. */
export interface RichText {
  text: string
  struck: Span[]
}

/** 22.9.2.19: characters that XML cannot hold are written _xHHHH_. */
const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(0|false)$/.test(element.attributes.val ?? '')

/** The text of `si` or `is`: plain, or runs. Phonetic guides (rPh) are left out. */
export const richText = (element: XmlElement): RichText => {
  let text = ''
  const struck: Span[] = []
  for (const child of elementsOf(element)) {
    if (child.name === 't') text += decodeEscapes(textOf(child))
    if (child.name !== 'r') continue
    const run = childOf(child, 't')
    const piece = run ? decodeEscapes(textOf(run)) : ''
    const last = struck.at(-1)
    if (isOn(childOf(childOf(child, 'rPr'), 'strike')) && piece !== '') {
      if (last && last[1] === text.length) last[1] += piece.length
      else struck.push([text.length, text.length + piece.length])
    }
    text += piece
  }
  return { text, struck }
}

export const sharedStrings = (root: XmlElement | null): RichText[] => {
  const out: RichText[] = []
  for (const item of root ? elementsOf(root) : []) if (item.name === 'si') out.push(richText(item))
  return out
}

/** What a cell's style index says. */
export interface CellStyle {
  format: string | undefined
  struck: boolean
  bold: boolean
  centered: boolean
}

export const cellStyles = (root: XmlElement | null): CellStyle[] => {
  if (!root) return []
  const codes = new Map<number, string>(Object.entries(builtinFormats).map(([id, code]) => [Number(id), code]))
  for (const format of elementsOf(childOf(root, 'numFmts') ?? root))
    if (format.name === 'numFmt') codes.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? '')
  const fonts = [...elementsOf(childOf(root, 'fonts') ?? root)].map((font) => ({
    struck: isOn(childOf(font, 'strike')),
    bold: isOn(childOf(font, 'b')),
  }))
  return [...elementsOf(childOf(root, 'cellXfs') ?? root)].map((style) => {
    const font = fonts[Number(style.attributes.fontId ?? 0)]
    const horizontal = childOf(style, 'alignment')?.attributes.horizontal
    return {
      format: codes.get(Number(style.attributes.numFmtId ?? 0)),
      struck: font?.struck ?? false,
      bold: font?.bold ?? false,
      centered: horizontal === 'center' || horizontal === 'centerContinuous',
    }
  })
}
