/** A whole report from a layout: its blocks and the record they must give. */
import type { Layout } from '../axes.js'
import { type MarkStyle, markStyles } from '../marks.js'
import { type Rng, rngOf } from '../rng.js'
import { drawTopics, topicsOf } from '../topics.js'
import type { Block, Expected, ExpectedStatus, Topic } from '../types.js'
import { printAnnex, printBack } from './back.js'
import { type Group, groupTopics, partition } from './categories.js'
import { ChapterCount, chaptersAhead, chaptersBehind } from './chapters.js'
import { line, printFront } from './front.js'
import { type PrintedItem, printItem } from './items.js'
import { stateChapters } from './states.js'

const countOf: Record<Layout['count'], [low: number, high: number]> = {
  '1': [1, 1],
  '2-3': [2, 3],
  '4-6': [4, 6],
  '7-10': [7, 10],
  '11-15': [11, 15],
  '16-30': [16, 30],
  '31-60': [31, 60],
}
/** The other way to print a mark, by misprint. */
const misprinted: Partial<Record<MarkStyle, MarkStyle>> = {
  '（一）': '(一)',
  '(一)': '（一）',
  '1.': '1、',
  '1、': '1.',
  '1．': '1.',
  '（1）': '(1)',
  '(1)': '（1）',
  '一、': '一．',
  '问题1：': '问题一：',
}
const ruleOf: Record<Layout['rules'], string> = {
  none: '',
  dashes: '────────────',
  equals: '====================',
  underscores: '____________________',
}

interface Section extends Group {
  status: ExpectedStatus | null
  opening: Block[]
}

/** The groups of items, under categories or under chapters of states. */
function sectionsOf(layout: Layout, topics: Topic[], chapters: ChapterCount, rng: Rng): Section[] {
  if (layout.state !== 'chapter') {
    const over = layout.over === 'none' ? [] : [chapters.heading(layout.over)]
    return groupTopics(layout, topics, topicsOf[layout.programme], rng).map((group, index) => ({
      ...group,
      // a heading that only names the list is a category where it is the nearest
      path: group.path.length === 0 && layout.over !== 'none' ? [layout.over] : group.path,
      status: null,
      opening: [...(index === 0 ? over : []), ...group.headings.map((heading) => line(heading, 'category'))],
    }))
  }
  const parts = partition(topics, Math.min(topics.length, rng.int(2, 3)), rng)
  return parts.map((members, index): Section => {
    const chapter = stateChapters[index]
    const words = (chapter?.heading ?? '').replace('{N}', String(members.length))
    return { headings: [], path: [words], topics: members, status: chapter?.status ?? null, opening: [chapters.heading(words)] }
  })
}

interface Numbering {
  number: number
  style: MarkStyle
}
/** The printed numbers, with the layout's misprint. */
function numbersOf(layout: Layout, sections: Section[], rng: Rng): Numbering[] {
  const total = sections.reduce((sum, section) => sum + section.topics.length, 0)
  const odd = total > 1 ? rng.int(1, total - 1) : -1
  const restarts = layout.restart === 'yes' && (layout.categories !== 'none' || layout.state === 'chapter')
  let at = 0
  let number = 0
  return sections.flatMap((section) => {
    if (restarts) number = 0
    return section.topics.map((): Numbering => {
      number++
      if (at === odd && layout.misprint === 'skipped') number++
      if (at === odd && layout.misprint === 'repeated' && number > 1) number--
      const style =
        at === odd && layout.misprint === 'otherMark' ? (misprinted[layout.itemMark] ?? layout.itemMark) : layout.itemMark
      at++
      return { number, style }
    })
  })
}

function printList(
  layout: Layout,
  topics: Topic[],
  chapters: ChapterCount,
  rng: Rng,
): { blocks: Block[]; items: PrintedItem[] } {
  const sections = sectionsOf(layout, topics, chapters, rng)
  const numbers = numbersOf(layout, sections, rng)
  const odd = topics.length > 1 ? rng.int(1, topics.length - 1) : -1
  const items: PrintedItem[] = []
  const blocks = sections.flatMap((section) => [
    ...section.opening,
    ...section.topics.flatMap((topic): Block[] => {
      const at = items.length
      const { number, style } = numbers[at] ?? { number: at + 1, style: layout.itemMark }
      const item = printItem({
        layout,
        topic,
        number,
        markStyle: style,
        category: section.path.at(-1) ?? null,
        path: section.path,
        chapterState: section.status,
        oddity:
          at !== odd ? null : layout.misprint === 'halfColon' ? 'halfColon' : layout.misprint === 'noColon' ? 'noColon' : null,
        lacks: at === odd && layout.misprint === 'missingField',
        rng,
      })
      items.push(item)
      const rule = layout.rules !== 'none' && at > 0 ? [line(ruleOf[layout.rules], 'rule')] : []
      return [...rule, ...item.lines.map((text, index) => line(text, index === 0 ? 'item' : 'body'))]
    }),
  ])
  return { blocks, items }
}

export interface Composed {
  blocks: Block[]
  expected: Expected
}

export function composeBlocks(layout: Layout): Composed {
  const rng = rngOf(layout.seed)
  const [low, high] = countOf[layout.count]
  const topics = drawTopics(layout.programme, layout.issuer, rng.int(low, high), rng)
  const front = printFront(layout, topics.length, rng)
  const chapters = new ChapterCount(layout.chapterMark)
  const ahead = chaptersAhead(layout, chapters, rng)
  const list = printList(layout, topics, chapters, rng)
  const behind = chaptersBehind(layout, chapters, rng)
  const blocks = [...front.blocks, ...ahead, ...list.blocks, ...behind, ...printBack(layout, rng), ...printAnnex(layout, rng)]
  return { blocks, expected: { titles: front.titles, kinds: front.kinds, items: list.items.map((item) => item.expected) } }
}

export const knownMarks = Object.keys(markStyles) as MarkStyle[]
