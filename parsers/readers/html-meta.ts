/** What a page says of itself: title, day of publication, address. */
import type { CheerioAPI } from 'cheerio/slim'
import { siteEndings, titleWords } from '../lexicon/boilerplate.js'
import type { Block } from '../tree.js'
import { isoDate } from './html-noise.js'
import type { Found } from './html-walk.js'

const titleNames = ['articletitle', 'title', 'og:title', 'dc.title', 'twitter:title']
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

/** The `<meta>` of a page by name in lower case; the first of a name counts. */
const metaOf = ($: CheerioAPI): Map<string, string> => {
  const values = new Map<string, string>()
  $('meta').each((at, element) => {
    if (at > 200) return false
    const name = ($(element).attr('name') ?? $(element).attr('property') ?? '').trim().toLowerCase()
    const content = ($(element).attr('content') ?? '').replace(/\s+/g, ' ').trim()
    if (name && content && !values.has(name)) values.set(name, content.slice(0, 500))
    return undefined
  })
  return values
}

/** `<title>` without the names of site and column. */
const ownTitle = (title: string): string => {
  const parts = title
    .split(/\s*[-_|｜–—>»]{1,3}\s*/)
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

export interface PageMeta {
  title: string | null
  published: string | null
  url: string | null
  /** The title stands in none of the blocks and is clearly an article's: it opens the text. */
  opensText: boolean
}

/**
 * The page's metadata. `before` are the blocks of the page up to the report's first ones: a heading there is the article's title.
 */
export const pageMeta = ($: CheerioAPI, source: string, before: readonly Found[], blocks: readonly Block[]): PageMeta => {
  const meta = metaOf($)
  const heading = before.findLast(
    ({ block, aside, linked }) =>
      !aside && linked < 0.5 && block.type === 'paragraph' && (block.data?.heading ?? 9) <= 2 && block.value.length >= 6,
  )
  const printed = heading?.block.type === 'paragraph' ? heading.block.value.replace(/\s*\n\s*/g, '') : undefined
  const named = titleNames.map((name) => meta.get(name)).find((value) => value !== undefined && value.length >= 4)
  const tab = ownTitle($('title').first().text().replace(/\s+/g, ' ').slice(0, 500))
  const title = meta.get('articletitle') ?? printed ?? (named ? ownTitle(named) || named : null) ?? (tab || null)
  const cut = title !== null && /(?:\.{3}|…+)$/.test(title)
  const saved = /<!--\s*saved from url=\(\d+\)(\S{1,500})/.exec(source.slice(0, 4000))?.[1]
  return {
    title,
    published: dateNames.map((name) => isoDate(meta.get(name) ?? '')).find((day) => day !== null) ?? null,
    url: ($('link[rel="canonical"]').attr('href') ?? meta.get('og:url') ?? saved)?.slice(0, 500) ?? null,
    opensText:
      title !== null && !cut && title.length >= 6 && title.length <= 120 && titleWords.test(title) && !repeats(blocks, title),
  }
}
