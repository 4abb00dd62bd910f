/**
 * Finds the report on its page. Names that content managers give the article's container are a hint; what decides is where the
 * text stands that is no link, and where the words stand that reports use.
 */
import { contentNames, reportWords } from '../lexicon/boilerplate.js'
import type { Block } from '../tree.js'
import { type Element, isElement, parentOf } from './html-dom.js'
import { isNoise } from './html-noise.js'
import type { Found } from './html-walk.js'

/** What is summed over the blocks of an element. */
interface Weight {
  score: number
  /** Blocks that the report cannot do without. */
  keep: number
  /** Text that stands in the element itself or in its own paragraphs, not in a deeper box. */
  direct: number
  first: number
  last: number
}

/** The container and the blocks in it, as a range of indexes. */
export interface Main {
  element: Element | null
  first: number
  last: number
}

/** Whether an element holds text and no boxes. */
const isLeaf = (element: Element): boolean => !element.children.some((child) => isElement(child) && boxes.has(child.name))
const boxes = new Set([
  'div',
  'p',
  'section',
  'article',
  'table',
  'ul',
  'ol',
  'dl',
  'h1',
  'h2',
  'h3',
  'h4',
  'center',
  'form',
  'main',
])

/** A block's text, enough of it to judge. */
export const textOfBlock = (block: Block, limit: number): string => {
  if (block.type === 'paragraph') return block.value.slice(0, limit)
  let text = ''
  for (const row of block.children)
    for (const cell of row.children) {
      for (const paragraph of cell.children) text += `${paragraph.value} `
      if (text.length >= limit) return text.slice(0, limit)
    }
  return text
}

const lengthOf = (block: Block): number =>
  block.type === 'paragraph'
    ? block.value.length
    : block.children.reduce(
        (sum, row) => sum + row.children.reduce((all, cell) => all + cell.children.reduce((n, p) => n + p.value.length, 0), 0),
        0,
      )

const isContentName = (element: Element): boolean =>
  `${element.attribs.id ?? ''} ${element.attribs.class ?? ''}`
    .slice(0, 300)
    .split(' ')
    .some((name) => contentNames.has(name.toLowerCase().replace(/[-_]/g, '')))

const mostHits = 5

/** How many of the words that reports use a text has, counted up to five. */
const hitsIn = (text: string): number => {
  let hits = 0
  for (const word of reportWords) if (text.includes(word) && ++hits === mostHits) break
  return hits
}

/** Scores every element that holds text, and what stands in none: one climb for each block. */
const weigh = (found: readonly Found[]): { weights: Map<Element, Weight>; loose: number } => {
  const inAside = new Map<Element, number>()
  let total = 0
  const judged = found.map(({ block, linked, aside }) => {
    const text = textOfBlock(block, 2000)
    const empty = block.type === 'paragraph' && (linked > 0.6 || isNoise(text))
    const length = empty ? 0 : lengthOf(block)
    total += length
    if (aside) inAside.set(aside, (inAside.get(aside) ?? 0) + length)
    return { text, empty, length }
  })
  const weights = new Map<Element, Weight>()
  let loose = 0
  found.forEach((entry, index) => {
    const { block, owner, linked } = entry
    const { text, empty, length } = judged[index] ?? { text: '', empty: true, length: 0 }
    // A wrapper that is named like a menu but holds most of the page is no menu.
    if (entry.aside && (inAside.get(entry.aside) ?? 0) > total * 0.5) entry.aside = null
    const hits = hitsIn(text)
    const score = length * (1 - linked) * (1 + 0.5 * hits) * (entry.aside ? 0.1 : 1)
    const shown = !empty && !entry.aside
    const keep = shown && hits > 0 && linked < 0.3 ? 1 : 0
    const sentence = shown && (block.type === 'table' || /[。；]/.test(text)) ? length : 0
    if (!owner) loose += score
    const home = owner && block.type === 'paragraph' && isLeaf(owner) ? parentOf(owner) : owner
    for (let at: Element | null = owner; at; at = parentOf(at)) {
      const weight = weights.get(at)
      if (weight) {
        weight.score += score
        weight.keep += keep
        weight.last = index
        if (at === home) weight.direct += sentence
      } else weights.set(at, { score, keep, direct: at === home ? sentence : 0, first: index, last: index })
    }
  })
  return { weights, loose }
}

/** Elements that are themselves paragraphs. */
const leaves = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'pre'])

/** From an element down, as long as one child holds the report and nothing of it stands beside that child. */
const descend = (top: Element, weights: ReadonlyMap<Element, Weight>): Element => {
  let element = top
  for (;;) {
    const own = weights.get(element)
    let best: Element | null = null
    let inner: Weight | undefined
    for (const child of element.children) {
      const weight = isElement(child) ? weights.get(child) : undefined
      if (weight && weight.score > (inner?.score ?? 0)) {
        best = child as Element
        inner = weight
      }
    }
    if (!own || !best || !inner || leaves.has(best.name)) return element
    if (inner.score < own.score * 0.5 || own.keep > inner.keep || own.direct > 0) return element
    element = best
  }
}

/** The container of the report among the blocks of a page; without one, all blocks. */
export const findMain = (found: readonly Found[]): Main => {
  const { weights, loose } = weigh(found)
  let root: Element | null = null
  // a table or text that stands in no element is of a fragment
  let total = loose
  let hinted: Element | null = null
  for (const [element, { score }] of weights) {
    if (parentOf(element)) continue
    total += score
    if (score > (root ? (weights.get(root)?.score ?? 0) : 0)) root = element
  }
  for (const [element, { score }] of weights)
    if (score > (hinted ? (weights.get(hinted)?.score ?? 0) : total * 0.5) && isContentName(element)) hinted = element
  // A fragment without one root is all content.
  const start = hinted ?? (root && (weights.get(root)?.score ?? 0) > total * 0.9 ? root : null)
  const element = start ? descend(start, weights) : null
  const range = element ? weights.get(element) : undefined
  return element && range
    ? { element, first: range.first, last: range.last }
    : { element: null, first: 0, last: found.length - 1 }
}
