/** A whole report from a layout: its blocks and the record they must give. */
import type { Layout } from '../axes.js'
import { type Rng, rngOf } from '../rng.js'
import { drawTopics } from '../topics.js'
import type { Block, Expected, Topic } from '../types.js'
import { printAnnex, printBack } from './back.js'
import { printCards, printDepartments, printMeasureRows, printPairs, printTransposed } from './cards.js'
import { ChapterCount, chaptersAhead, chaptersBehind } from './chapters.js'
import { attachedTitle, line, printFront } from './front.js'
import { type PrintedList, printBlocks } from './list.js'
import { printBody, printParallel } from './parallel.js'
import { sectionsOf } from './sections.js'
import { printTable } from './tables.js'

const countOf: Record<Layout['count'], [low: number, high: number]> = {
  '1': [1, 1],
  '2-3': [2, 3],
  '4-6': [4, 6],
  '7-10': [7, 10],
  '11-15': [11, 15],
  '16-30': [16, 30],
  '31-60': [31, 60],
}

export interface Composed {
  blocks: Block[]
  expected: Expected
}

function printList(layout: Layout, topics: Topic[], chapters: ChapterCount, rng: Rng): PrintedList {
  const sections = sectionsOf(layout, topics, chapters, rng)
  switch (layout.structure) {
    case 'blocks':
    case 'single':
    case 'bodyAndList':
      return printBlocks(layout, sections)
    case 'table':
      return printTable(layout, sections, rng)
    case 'cards':
      return printCards(layout, sections, rng)
    case 'pairs':
      return printPairs(layout, sections, rng)
    case 'transposed':
      return printTransposed(layout, sections, rng)
    case 'departments':
      return printDepartments(layout, sections, rng)
    case 'measureRows':
      return printMeasureRows(layout, sections, rng)
    case 'parallel':
      return printParallel(layout, sections, chapters, rng)
  }
}

export function composeBlocks(layout: Layout): Composed {
  const rng = rngOf(layout.seed)
  const [low, high] = countOf[layout.count]
  const topics = drawTopics(layout.programme, layout.issuer, rng.int(low, high), rng)
  const front = printFront(layout, topics.length, rng)
  const chapters = new ChapterCount(layout.chapterMark)
  const ahead = chaptersAhead(layout, chapters, rng)
  const body = layout.structure === 'bodyAndList' ? printBody(layout, topics, chapters, rng) : []
  const list = printList(layout, topics, chapters, rng)
  const behind = chaptersBehind(layout, chapters, rng)
  const back = printBack(layout, rng)
  // an attached list stands behind the plan's own end
  const inner =
    layout.structure === 'bodyAndList'
      ? [...ahead, ...body, ...behind, ...back, line('附件', 'plain'), ...attachedTitle(layout, front), ...list.blocks]
      : [...ahead, ...list.blocks, ...behind, ...back]
  const annex = printAnnex(layout, rng)
  // an attachment’s title may stand for one that the report lacks
  const annexTitles = annex.flatMap((block) => (block.kind === 'line' && block.style === 'centre' ? [block.text] : []))
  return {
    blocks: [...front.blocks, ...inner, ...annex],
    expected: {
      titles: layout.title === 'none' ? [null, ...annexTitles] : front.titles,
      kinds: front.kinds,
      items: list.items,
    },
  }
}
