/**
 * Makes a page's source safe to parse: an HTML parser's time and memory grow with the depth of open tags,
 * and nothing in HTML limits that depth. One linear pass that changes nothing in an ordinary page.
 */
import type { ReaderNotice } from '../tree.js'

/** Browsers stop at 512; pages written by people stay under 60. */
const MAX_DEPTH = 400
/** Some 9,000 rows as Word pastes them; an element takes up to 1 kB of memory. */
const MAX_TAGS = 600_000

const voids = new Set([
  'br',
  'img',
  'hr',
  'input',
  'meta',
  'link',
  'col',
  'area',
  'base',
  'embed',
  'source',
  'track',
  'wbr',
  'param',
])
/** Tags whose end is often left out: the next one of their kind closes them. */
const selfClosing = new Set(['p', 'li', 'option', 'dt', 'dd'])
/** No tags inside these. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'xmp'])
/** Cells and rows whose end was left out end where the next one begins, in whatever they stand open. */
const cells: ReadonlyMap<string, readonly string[]> = new Map([
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
  ['tr', ['tr']],
])
const inline = new Set([
  'span',
  'font',
  'b',
  'i',
  'u',
  'a',
  'em',
  'strong',
  's',
  'del',
  'ins',
  'strike',
  'small',
  'big',
  'sub',
  'sup',
  'code',
  'tt',
])

// The name ends where the parser ends it, or the two would count differently.
const tag = /<(?:!--|(\/?)([a-zA-Z][^ \n\t\f\r/>]*))?/g
const commentEnd = /--!?>/g

/** The source with missing ends of cells put in, tags nested too deep taken out (a line break stays for blocks), cut at too many tags. */
export const tame = (source: string): { source: string; notices: ReaderNotice[] } => {
  const stack: string[] = []
  const parts: string[] = []
  let kept = 0
  let tags = 0
  let dropped = 0
  let end = source.length
  tag.lastIndex = 0
  for (let match = tag.exec(source); match !== null; match = tag.exec(source)) {
    if (match[0] === '<!--') {
      commentEnd.lastIndex = match.index + 2
      if (commentEnd.exec(source) === null) break
      tag.lastIndex = commentEnd.lastIndex
      continue
    }
    if (++tags > MAX_TAGS) {
      end = match.index
      break
    }
    const name = match[2]?.toLowerCase()
    // a bare < is text
    if (name === undefined) continue
    if (voids.has(name)) continue
    let drop = false
    if (match[1] === '/') {
      const open = stack.lastIndexOf(name)
      if (open >= 0) stack.length = open
      else drop = stack.length >= MAX_DEPTH
    } else if (raw.has(name)) {
      const closing = new RegExp(`</${name}[\\s/>]`, 'gi')
      closing.lastIndex = tag.lastIndex
      if (closing.exec(source) === null) break
      tag.lastIndex = closing.lastIndex
    } else {
      const ends = cells.get(name)
      if (ends) {
        const table = stack.lastIndexOf('table')
        const open = Math.max(...ends.map((end) => stack.lastIndexOf(end)))
        if (open > table) {
          parts.push(source.slice(kept, match.index), `</${stack[open]}>`)
          kept = match.index
          stack.length = open
        }
      } else if (selfClosing.has(name) && stack.at(-1) === name) stack.pop()
      drop = stack.length >= MAX_DEPTH
      if (!drop) stack.push(name)
    }
    if (!drop) continue
    dropped++
    const close = source.indexOf('>', tag.lastIndex)
    parts.push(source.slice(kept, match.index), inline.has(name) ? '' : '<br>')
    kept = close < 0 ? source.length : close + 1
    if (close < 0) break
    tag.lastIndex = kept
  }
  const notices: ReaderNotice[] = []
  if (dropped > 0)
    notices.push({
      code: 'nesting_too_deep',
      message: `${dropped} tags nested over ${MAX_DEPTH} deep were read as line breaks`,
    })
  if (end < source.length) notices.push({ code: 'truncated', message: `page has over ${MAX_TAGS} tags; the rest was not read` })
  if (parts.length === 0 && end === source.length) return { source, notices }
  parts.push(source.slice(kept, Math.max(kept, end)))
  return { source: parts.join(''), notices }
}
