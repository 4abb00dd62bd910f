/** Takes the page's own lines out of the container: buttons and links anywhere, date and source lines only at its two ends. */
import type { Block } from '../tree.js'
import { textOfBlock } from './html-main.js'
import { isIndexLine, isIndexTable, isInfoLine, isNoise, publishedIn } from './html-noise.js'
import type { Found } from './html-walk.js'

export interface Trimmed {
  blocks: Block[]
  /** What was left out, as samples. */
  removed: string[]
  /** ISO 8601 day of publication, where a line or an index table gives one. */
  published: string | null
}

const HEAD = 20
const TAIL = 8
const mark = /^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）、.．]/
const file = /\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|7z|ofd)\b|附件/i
/** At the end a date or a name may be the report's own; these are not. */
const editors =
  /^[【[（(\s]*(?:信息来源|文章来源|稿件来源|来源|责任编辑|网络编辑|编辑|责编|初审|一审|浏览|点击|阅读|分享|录入|供稿|打印)/

/** A block that shows that the report has begun. */
const isBody = (block: Block): boolean =>
  block.type === 'table' || block.value.length >= 60 || /。/.test(block.value) || mark.test(block.value)

/** Where the first block of the report's own text stands, index tables and the like not counted. */
export const headEnd = (blocks: readonly Found[]): number => {
  const most = Math.min(HEAD, blocks.length)
  for (let at = 0; at < most; at++) {
    const { block, aside } = blocks[at] ?? {}
    if (
      block &&
      !aside &&
      isBody(block) &&
      !(block.type === 'table' ? isIndexTable(block) : isInfoLine(block.value) || isIndexLine(block.value))
    )
      return at
  }
  return most
}

/** 相关文档： over titles of other pages, linked or not, which end the container. */
const related = /^[【[]?相关(?:链接|文档|文章|新闻|阅读|推荐|报道|稿件|信息)[】\]]?[：:]?$/
const LONGEST_TITLE = 80

/** Where the titles of other pages begin behind the report; the container's end where none are. */
const relatedFrom = (found: readonly Found[], text: readonly string[], head: number): number => {
  for (let at = found.length - 1; at > head; at--) {
    const line = text[at]?.trim() ?? ''
    if (found[at]?.block.type !== 'paragraph' || line.length > LONGEST_TITLE || /[。；]/.test(line)) break
    if (related.test(line)) return at
  }
  return found.length
}

/**
 * A whole report in one paragraph, its lines parted by <br>: without the lines that are the page's. The paragraph itself where none is, null where
 * it has one line or no other.
 */
function inLines(block: Block): Block | null {
  if (block.type === 'table' || !block.value.includes('\n')) return null
  const lines = block.value.split('\n')
  const kept = lines.filter((line) => !isNoise(line))
  if (kept.length === lines.length) return block
  // places of struck words would move
  return kept.some((line) => /\S/.test(line)) && !block.data?.struck ? { ...block, value: kept.join('\n') } : null
}

/** The blocks of a container without what is the page's. */
export const trimEdges = (found: readonly Found[]): Trimmed => {
  const head = headEnd(found)
  const text = found.map(({ block }) => textOfBlock(block, 300))
  const indexLines = text.slice(0, head).filter(isIndexLine).length
  const total = text.reduce((sum, line) => sum + line.length, 0)
  const linkText = found.reduce((sum, entry, at) => sum + (isLinks(entry, text[at] ?? '') ? (text[at]?.length ?? 0) : 0), 0)
  const dropLinks = linkText <= total * 0.3
  const trimmed: Trimmed = { blocks: [], removed: [], published: null }
  const tail = relatedFrom(found, text, head)
  let valueFollows = false
  found.forEach((entry, at) => {
    const { block } = entry
    const line = text[at] ?? ''
    const inHead = at < head
    const own = inLines(block)
    if (own !== null && own !== block) {
      trimmed.blocks.push(own)
      trimmed.removed.push(line.slice(0, 40))
      return
    }
    let drop = false
    if (block.type === 'table') drop = at <= HEAD && isIndexTable(block)
    else if ((own === null && isNoise(line)) || (dropLinks && isLinks(entry, line)) || entry.aside || at >= tail) drop = true
    else if (inHead && block.data?.heading === undefined) {
      const isIndex = indexLines >= 3 && isIndexLine(line)
      drop = isIndex || isInfoLine(line) || (valueFollows && line.length <= 60)
      valueFollows = isIndex && /[：:]\s*$/.test(line)
    } else if (at >= found.length - TAIL) drop = editors.test(line) && isInfoLine(line)
    if (!drop) trimmed.blocks.push(block)
    else trimmed.removed.push(line.slice(0, 40))
    if (drop && at <= HEAD) trimmed.published ??= publishedIn(line)
  })
  return trimmed
}

/** A line that is nothing but links to other pages. */
const isLinks = ({ block, linked }: Found, line: string): boolean =>
  block.type === 'paragraph' && linked > 0.8 && block.data?.heading === undefined && !file.test(line)
