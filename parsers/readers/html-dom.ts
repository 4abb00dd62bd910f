/** The DOM that cheerio gives, and a walk over it that needs no stack: pages nest deeper than calls may. */
import { type CheerioAPI, load } from 'cheerio/slim'

type Root = NonNullable<ReturnType<CheerioAPI['root']>[0]>
export type Dom = Root['children'][number]
export type Element = Extract<Dom, { attribs: unknown }>

export const parseHtml = (source: string): Root => {
  const root = load(source).root()[0]
  if (!root) throw new Error('cheerio gave no root')
  return root
}

export const isElement = (node: { type: string } | null | undefined): node is Element =>
  node?.type === 'tag' || node?.type === 'script' || node?.type === 'style'

/** The element around a node, or null at the root. */
export const parentOf = (node: Dom): Element | null => (isElement(node.parent) ? node.parent : null)

export interface Visitor {
  /** Whether to go inside; only then `leave` is called. */
  enter(element: Element): boolean
  leave(element: Element): void
  text?(text: string): void
}

/** Visits the nodes under `start` in document order. */
export const walk = (start: { children: Dom[] }, visitor: Visitor): void => {
  let node: Dom | null = start.children[0] ?? null
  const top = start as unknown
  while (node) {
    let inside: Dom | null = null
    if (isElement(node)) {
      if (visitor.enter(node)) {
        inside = node.children[0] ?? null
        if (!inside) visitor.leave(node)
      }
    } else if (node.type === 'text') visitor.text?.(node.data)
    let next: Dom | null = inside
    for (let at: Dom = node; !next; ) {
      next = at.next as Dom | null
      if (next) break
      const parent: unknown = at.parent
      if (!parent || parent === top) return
      at = parent as Element
      visitor.leave(at)
    }
    node = next
  }
}

/** The elements of these names in document order, at most `limit`. (The library's selectors take quadratic time on wide trees.) */
export const elementsOf = (root: { children: Dom[] }, names: ReadonlySet<string>, limit: number): Element[] => {
  const found: Element[] = []
  walk(root, {
    enter(element) {
      if (names.has(element.name) && found.length < limit) found.push(element)
      return true
    },
    leave: () => {},
  })
  return found
}

/** The text under an element on one line, at most `limit` characters. */
export const textOf = (element: { children: Dom[] }, limit: number): string => {
  let text = ''
  walk(element, {
    enter: () => text.length < limit,
    leave: () => {},
    text: (part) => {
      if (text.length < limit) text += part
    },
  })
  return text.replace(/\s+/g, ' ').trim().slice(0, limit)
}
