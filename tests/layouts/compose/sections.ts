/** The list before it is laid out: its sections, and for each item its number and the headings it stands under. */
import type { Layout } from '../axes.js'
import type { MarkStyle } from '../marks.js'
import type { Rng } from '../rng.js'
import { topicsOf } from '../topics.js'
import type { Block, ExpectedStatus, Topic } from '../types.js'
import { type Group, groupTopics, partition } from './categories.js'
import type { ChapterCount } from './chapters.js'
import { line } from './front.js'
import type { ItemInput } from './items.js'
import { stateChapters } from './states.js'

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

/** Items under one run of headings. */
export interface Section {
  /** Headings that open it; those of the list as a whole come first. */
  opening: Block[]
  /** The same headings as words with their marks, without those of the list. */
  headings: string[]
  path: string[]
  items: ItemInput[]
}
interface Bare extends Group {
  status: ExpectedStatus | null
  opening: Block[]
}

function bareSections(layout: Layout, topics: Topic[], chapters: ChapterCount, rng: Rng): Bare[] {
  if (layout.state !== 'chapter') {
    const lead =
      layout.overLead === 'sentence'
        ? [line(`针对反馈的${topics.length}个问题，逐项明确任务、落实责任，具体如下。`, 'body')]
        : []
    const over = layout.over === 'none' ? [] : [chapters.heading(layout.over), ...lead]
    return groupTopics(layout, topics, topicsOf[layout.programme], rng).map((group, index) => ({
      ...group,
      // a heading that only names the list is a category where it is the nearest
      path: group.path.length === 0 && layout.over !== 'none' ? [layout.over] : group.path,
      status: null,
      opening: [...(index === 0 ? over : []), ...group.headings.map((heading) => line(heading, 'category'))],
    }))
  }
  const parts = partition(topics, Math.min(topics.length, rng.int(2, 3)), rng)
  return parts.map((members, index): Bare => {
    const chapter = stateChapters[index]
    const words = (chapter?.heading ?? '').replace('{N}', String(members.length))
    return { headings: [], path: [words], topics: members, status: chapter?.status ?? null, opening: [chapters.heading(words)] }
  })
}

/** The printed numbers of all items, with the layout's misprint. */
function numbersOf(layout: Layout, sizes: number[], rng: Rng): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const odd = total > 1 ? rng.int(1, total - 1) : -1
  const restarts = layout.restart === 'yes' && (layout.categories !== 'none' || layout.state === 'chapter')
  let at = 0
  let number = restarts ? 0 : Number(layout.start) - 1
  return sizes.flatMap((size) => {
    if (restarts) number = 0
    return Array.from({ length: size }, () => {
      number++
      if (at === odd && layout.misprint === 'skipped') number++
      if (at === odd && layout.misprint === 'repeated' && number > 1) number--
      at++
      return number
    })
  })
}

export function sectionsOf(layout: Layout, topics: Topic[], chapters: ChapterCount, rng: Rng): Section[] {
  const bare = bareSections(layout, topics, chapters, rng)
  const numbers = numbersOf(
    layout,
    bare.map((section) => section.topics.length),
    rng,
  )
  const odd = topics.length > 1 ? rng.int(1, topics.length - 1) : -1
  let at = 0
  return bare.map(({ opening, headings, path, status, topics: members }) => ({
    opening,
    headings,
    path,
    items: members.map((topic): ItemInput => {
      const index = at++
      const isOdd = index === odd
      return {
        layout,
        topic,
        number: numbers[index] ?? index + 1,
        markStyle:
          isOdd && layout.misprint === 'otherMark' ? (misprinted[layout.itemMark] ?? layout.itemMark) : layout.itemMark,
        category: path.at(-1) ?? null,
        path,
        chapterState: status,
        oddity: isOdd && (layout.misprint === 'halfColon' || layout.misprint === 'noColon') ? layout.misprint : null,
        lacks: isOdd && layout.misprint === 'missingField',
        rng,
      }
    }),
  }))
}
