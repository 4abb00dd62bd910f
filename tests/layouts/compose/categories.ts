/** Categories over the items: how the items are grouped, and the headings. */
import type { Layout } from '../axes.js'
import { familyOf, type MarkStyle, mark } from '../marks.js'
import type { Rng } from '../rng.js'
import type { Topic } from '../types.js'

export interface Group {
  /** Headings to print before the group, outermost first, with their marks. */
  headings: string[]
  /** The words of all headings over it, outermost first. */
  path: string[]
  topics: Topic[]
}

const outerWords = ['政治责任落实方面', '重点工作推进方面', '作风建设方面', '队伍建设方面', '制度机制建设方面', '监督管理方面']

/** Cuts the topics into runs of at least one. */
export function partition<T>(list: T[], parts: number, rng: Rng): T[][] {
  const cuts = [
    ...rng.sample(
      Array.from({ length: list.length - 1 }, (_, at) => at + 1),
      parts - 1,
    ),
  ].sort((a, b) => a - b)
  return [...cuts, list.length].map((end, index) => list.slice(index === 0 ? 0 : cuts[index - 1], end))
}

const markStyleOf = (style: Layout['categoryMark']): MarkStyle | null =>
  style === '第一部分' || style === 'none' ? null : style
const printMark = (style: Layout['categoryMark'], n: number): string => {
  const known = markStyleOf(style)
  return known ? mark(known, n) : style === 'none' ? '' : `第${mark('一、', n).slice(0, -1)}部分　`
}

/** The style of the second level: between the first one's and the items'. */
export function innerCategoryMark(layout: Layout): MarkStyle | null {
  const styles: MarkStyle[] = ['一、', '（一）', '1.']
  const order = ['han', 'hanParen', 'digit', 'digitParen', 'circle']
  const outer = layout.categoryMark === '第一部分' ? -1 : order.indexOf(familyOf(markStyleOf(layout.categoryMark) ?? 'none'))
  const item = order.indexOf(familyOf(layout.itemMark))
  return (
    styles.find((style) => order.indexOf(familyOf(style)) > outer && (item < 0 || order.indexOf(familyOf(style)) < item)) ??
    null
  )
}

/** A heading's words: as printed, and as the category has them. */
function headingWords(layout: Layout, topic: Topic, used: Set<string>, topics: Topic[]): { printed: string; words: string } {
  const fresh = (of: (t: Topic) => string): string => {
    const word = [topic, ...topics].map(of).find((text) => !used.has(text)) ?? `${of(topic)}（续）`
    used.add(word)
    return word
  }
  switch (layout.categoryWords) {
    case 'field': {
      const words = fresh((t) => t.field)
      return { printed: words, words }
    }
    case 'about': {
      const words = `${fresh((t) => t.field)}存在的问题`
      return { printed: words, words }
    }
    case 'feedback': {
      const words = `${fresh((t) => t.noun)}。`
      return { printed: `反馈问题：${words}`, words }
    }
    case 'fault': {
      const words = fresh((t) => t.noun)
      return { printed: words, words }
    }
  }
}

export function groupTopics(layout: Layout, topics: Topic[], all: Topic[], rng: Rng): Group[] {
  if (layout.categories === 'none') return [{ headings: [], path: [], topics }]
  const used = new Set<string>()
  const many = Math.min(topics.length, topics.length > 12 ? rng.int(3, 5) : rng.int(2, 3))
  const outer = partition(topics, many, rng)
  const inner = layout.categories === 'two' ? innerCategoryMark(layout) : null
  const names = rng.shuffle(outerWords)
  return outer.flatMap((members, index) => {
    const printed = printMark(layout.categoryMark, index + 1)
    if (inner === null) {
      const [first] = members
      if (!first) return []
      const { printed: heading, words } = headingWords(layout, first, used, all)
      return [{ headings: [printed + heading], path: [words], topics: members }]
    }
    const name = names[index] ?? '其他方面'
    return partition(members, Math.min(members.length, rng.int(1, 3)), rng).map((part, at) => {
      const { printed: heading, words } = headingWords(layout, part[0] ?? all[0] ?? (members[0] as Topic), used, all)
      return {
        headings: [...(at === 0 ? [`${printed}${name}`] : []), `${mark(inner, at + 1)}${heading}`],
        path: [name, words],
        topics: part,
      }
    })
  })
}
