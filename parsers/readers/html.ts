/** Web pages, as published or as saved: the report found among what stands around it, tables with their spans, the page's own metadata. */
import type { Block, BlockRoot, ReaderNotice } from '../tree.js'
import { declaredCharset, decode } from './encoding.js'
import { MAX_COLUMNS } from './grid.js'
import { parseHtml } from './html-dom.js'
import { headEnd, trimEdges } from './html-edges.js'
import { nameGrids } from './html-grid.js'
import { findMain, textOfBlock } from './html-main.js'
import { pageMeta, readHead } from './html-meta.js'
import { htmlPart } from './html-mht.js'
import { isIndexLine, isIndexTable, isInfoLine, publishedIn } from './html-noise.js'
import { tame } from './html-source.js'
import { blocksOf, type Extra, type Found, type Walked } from './html-walk.js'

/** What the transport says of a page, where it is known. */
export interface HtmlHints {
  /** Charset of the Content-Type header. */
  charset?: string | null
}

const MAX_LINKS = 30

/** All blocks of a piece of HTML in reading order, nothing left out but what is hidden. For HTML inside other formats. */
export const htmlBlocks = (html: string): { blocks: Block[]; notices: ReaderNotice[] } => {
  const { source, notices } = tame(html)
  const root = parseHtml(source)
  nameGrids(root)
  const walked = blocksOf(root, readHead(root).css)
  return { blocks: walked.found.map(({ block }) => block), notices: [...notices, ...tableNotices(walked)] }
}

const tableNotices = ({ tooWide }: Walked): ReaderNotice[] =>
  tooWide
    ? [
        {
          code: 'table_too_wide',
          message: `a table has over ${MAX_COLUMNS} columns; the cells beyond were not read`,
        },
      ]
    : []

const extraNotices = (extras: readonly Extra[], textLength: number): ReaderNotice[] => {
  const notices: ReaderNotice[] = []
  const images = extras.filter(({ kind, aside }) => kind === 'image' && !aside).length
  const files = new Map<string, string>()
  for (const { kind, aside, name, href } of extras)
    if (kind === 'attachment' && !aside && !files.has(href)) files.set(href, name)
  for (const [href, name] of [...files].slice(0, MAX_LINKS))
    notices.push({ code: 'attachment_link', message: `attachment: ${name} <${href}>` })
  if (images > 0 && textLength < 80)
    notices.push({
      code: 'image_only',
      message: `the content is ${images === 1 ? 'a picture' : `${images} pictures`}; there is no text to read`,
    })
  else if (images > 0)
    notices.push({
      code: 'image_in_content',
      message: `${images} ${images === 1 ? 'picture was' : 'pictures were'} not read`,
    })
  const frame = extras.find(({ kind }) => kind === 'frame')
  if (frame && textLength < 80)
    notices.push({
      code: 'content_in_frame',
      message: `the page shows another one, which was not read: <${frame.href}>`,
    })
  return notices
}

/**
 * Reads a page or a web archive (MHT) of one. Notices beside those of `decode`: `boilerplate_removed`, `attachment_link`, `image_in_content`, `image_only` (error),
 * `content_in_frame`, `hidden_text_read`,
 * `nesting_too_deep`, `table_too_wide`, `truncated`.
 */
export const readHtml = (bytes: Uint8Array, hints: HtmlHints = {}): BlockRoot => {
  const archive = htmlPart(bytes)
  const page = archive?.html ?? bytes
  const decoded = decode(page, { declared: hints.charset ?? archive?.charset ?? declaredCharset(page) })
  const root = readHtmlText(decoded.text)
  if (archive?.url && root.data.meta?.url === undefined) root.data.meta = { ...root.data.meta, url: archive.url }
  root.data.encoding = decoded.encoding
  root.data.notices.unshift(...decoded.notices)
  return root
}

/** The same from a decoded page. */
export const readHtmlText = (text: string): BlockRoot => {
  const { source, notices } = tame(text)
  const root = parseHtml(source)
  nameGrids(root)
  const head = readHead(root)
  let walked = blocksOf(root, head.css)
  // Some pages hide their content until a script shows it.
  if (walked.found.length === 0 && !walked.extras.some(({ kind }) => kind === 'image')) {
    walked = blocksOf(root, head.css, true)
    if (walked.found.length > 0)
      notices.push({
        code: 'hidden_text_read',
        message: 'all text of the page is hidden until a script shows it',
      })
  }
  const { found, extras } = walked
  const main = findMain(found)
  const inside = found.slice(main.first, main.last + 1)
  const { blocks, removed, published } = trimEdges(inside)
  const meta = pageMeta(head, source, found.slice(0, main.first + headEnd(inside)), blocks)
  const textLength = blocks.reduce((sum, block) => sum + textOfBlock(block, 200).length, 0)
  if (meta.opensText && meta.title !== null) blocks.unshift({ type: 'paragraph', value: meta.title, data: { heading: 1 } })
  notices.push(...tableNotices(walked), ...extraNotices(extras, textLength))
  const left = found.length - inside.length + removed.length
  if (left > 0)
    notices.push({
      code: 'boilerplate_removed',
      message: `${left} lines of the page around the report left out${samples(removed)}`,
    })
  const day = meta.published ?? published ?? publishedBefore(found.slice(Math.max(0, main.first - 20), main.first))
  const publisher =
    publisherOf(found.slice(Math.max(0, main.first - 20), main.first + headEnd(inside)), found.slice(main.last + 1)) ??
    meta.site
  return {
    type: 'root',
    children: blocks,
    data: {
      format: 'html',
      encoding: null,
      meta: {
        ...(meta.title === null ? {} : { title: meta.title }),
        ...(day === null ? {} : { published: day }),
        ...(meta.url === null ? {} : { url: meta.url }),
        ...(publisher === null ? {} : { publisher }),
      },
      notices,
    },
  }
}

/** The day of publication that a line or an index table over the content gives. */
const publishedBefore = (found: readonly Found[]): string | null => {
  for (const { block } of found) {
    const isInfo = block.type === 'table' ? isIndexTable(block) : isInfoLine(block.value) || isIndexLine(block.value)
    const day = isInfo ? publishedIn(textOfBlock(block, 400)) : null
    if (day !== null) return day
  }
  return null
}

const publishedBy = /(?:发布|发文|制发|公开)(?:机构|机关|单位|部门)[：:]\s*([\u3400-\u9fff]{4,30})/
const hostedBy = /(?:主办(?:单位)?|版权所有)[：:]\s*([\u3400-\u9fff]{4,30})/

/** The body that the lines over the report, or the page's foot, name as its publisher (发布机构：…, 主办单位：…). */
function publisherOf(before: readonly Found[], behind: readonly Found[]): string | null {
  const first = (found: readonly Found[], pattern: RegExp): string | null => {
    for (const { block } of found) {
      const name = pattern.exec(textOfBlock(block, 400))?.[1]
      if (name) return name
    }
    return null
  }
  return first(before, publishedBy) ?? first(behind.slice(-20), hostedBy)
}

const samples = (removed: readonly string[]): string => (removed.length === 0 ? '' : `: ${removed.slice(0, 5).join(' / ')}`)
