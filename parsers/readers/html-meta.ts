/** What a page says of itself: title, day of publication, address. */
import { siteEndings, titleWords } from '../lexicon/boilerplate.js'
import { siteSection, titleEnding } from '../lexicon/title.js'
import type { Block } from '../tree.js'
import { type Dom, type Element, elementsOf, textOf } from './html-dom.js'
import { isInfoLine, isoDate } from './html-noise.js'
import type { Found } from './html-walk.js'

const ownTitles = ['articletitle', 'contenttitle']
const titleNames = ['title', 'og:title', 'dc.title', 'twitter:title']
const dateNames = [
  'pubdate',
  'publishdate',
  'pubtime',
  'publishtime',
  'article:published_time',
  'firstpublishedtime',
  'dc.date',
  'og:release_date',
  'createdate',
]

const headTags = new Set(['meta', 'title', 'link', 'style'])

/** What stands in a page's head, wherever it really stands. */
export interface Head {
  /** `<meta>` by name in lower case; the first of a name counts. */
  meta: Map<string, string>
  /** Text of `<title>`. */
  title: string
  canonical: string | null
  /** All `<style>`. */
  css: string
}

export const readHead = (root: { children: Dom[] }): Head => {
  const head: Head = { meta: new Map(), title: '', canonical: null, css: '' }
  const line = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 500)
  for (const element of elementsOf(root, headTags, 500)) {
    const { attribs, name } = element
    if (name === 'meta') {
      const key = line(attribs.name ?? attribs.property).toLowerCase()
      const content = line(attribs.content)
      if (key && content && !head.meta.has(key)) head.meta.set(key, content)
    } else if (name === 'link') {
      if (attribs.rel === 'canonical') head.canonical ??= line(attribs.href) || null
    } else if (name === 'style') head.css += rawText(element).slice(0, 200_000)
    else head.title ||= textOf(element, 500)
  }
  return head
}

const rawText = (element: Element): string => element.children.map((child) => ('data' in child ? child.data : '')).join('')

/** `<title>` without the names of site and column. */
const ownTitle = (title: string): string => {
  const parts = title
    .split(/[-_|｜–—>»]{1,3}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const articles = parts.filter((part) => titleWords.test(part) || !siteEndings.test(part))
  return articles.reduce((best, part) => (part.length > best.length ? part : best), '')
}

const squeeze = (text: string): string => text.replace(/[\s\u200b-\u200f\ufeff\p{P}\p{S}]+/gu, '')

/** Whether the first blocks say the title already, in whole or for the most part. */
const repeats = (blocks: readonly Block[], title: string): boolean => {
  const wanted = squeeze(title)
  const lines = blocks.slice(0, 12).map((block) => (block.type === 'paragraph' ? squeeze(block.value.slice(0, 400)) : ''))
  if (wanted === '' || lines.join('').includes(wanted)) return true
  return lines.some((line) => line.length >= 8 && line.length >= wanted.length * 0.6 && wanted.includes(line))
}

/** Names that content managers give the box of an article's title. */
const titleBox = /title|biaoti|(?:^|[\s_-])(?:bt|tit)(?:$|[\s_-])/i

/** How surely a line over the report is its title: set as one and worded as one, worded so, or only set so. 0: it is none. */
const titleRank = ({ block, aside, linked, owner }: Found): number => {
  if (aside || linked >= 0.5 || block.type !== 'paragraph') return 0
  const words = block.value.replace(/\s+/g, '')
  if (words.length < 6) return 0
  const { heading, centered, bold } = block.data ?? {}
  if (words.length > 120 || !titleWords.test(words)) return heading === 1 ? 1 : 0
  if (heading === 1 || heading === 2 || titleBox.test(`${owner?.attribs.id ?? ''} ${owner?.attribs.class ?? ''}`)) return 4
  if (!titleEnding.test(words) || siteSection.test(words) || isInfoLine(words) || /[。；：>]/.test(words)) return 0
  return heading !== undefined || centered || bold ? 3 : 2
}

/** The line that is most surely the title; of several the last. */
const titleAmong = (before: readonly Found[]): Found | undefined => {
  const ranks = before.map(titleRank)
  const best = ranks.reduce((most, rank) => Math.max(most, rank), 0)
  return best === 0 ? undefined : before[ranks.lastIndexOf(best)]
}

export interface PageMeta {
  title: string | null
  published: string | null
  url: string | null
  /** The name of the site. */
  site: string | null
  /** The title stands in none of the blocks and is clearly an article's: it opens the text. */
  opensText: boolean
}

/**
 * The page's metadata. `before` are the blocks of the page up to the report's own text: a heading there is the article's title.
 */
export const pageMeta = (head: Head, source: string, before: readonly Found[], blocks: readonly Block[]): PageMeta => {
  const { meta } = head
  const heading = titleAmong(before)?.block
  const lines = heading?.type === 'paragraph' ? heading.value.split('\n').map((part) => part.trim()) : undefined
  const printed = lines?.join('')
  const named = titleNames.map((name) => meta.get(name)).find((value) => value !== undefined && value.length >= 4)
  const tab = ownTitle(head.title)
  const given = ownTitles.map((name) => meta.get(name)).find((value) => value !== undefined)
  const candidates = [given, printed, named && (ownTitle(named) || named), tab].flatMap((text) => (text ? [text] : []))
  const title = candidates.find((text) => titleWords.test(text)) ?? given ?? (tab || null) ?? candidates[0] ?? null
  const cut = title !== null && /(?:\.{3}|…)$/.test(title)
  const saved = /<!--\s*saved from url=\(\d+\)(\S{1,500})/.exec(source.slice(0, 4000))?.[1]
  return {
    title,
    published: dateNames.map((name) => isoDate(meta.get(name) ?? '')).find((day) => day !== null) ?? null,
    site: meta.get('sitename') ?? meta.get('og:site_name') ?? null,
    url: head.canonical ?? meta.get('og:url') ?? saved ?? null,
    opensText:
      title !== null && !cut && title.length >= 6 && title.length <= 120 && titleWords.test(title) && !repeats(blocks, title),
  }
}
