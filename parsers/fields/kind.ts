/** What the document is: by its title, the opening's own words, and the fields that its items have. */
import {
  listTitle,
  newsWords,
  openingPlan,
  openingProgress,
  planTitle,
  progressTitle,
  reportWords,
  surelyProgress,
} from '../lexicon/head.js'
import { titleEnding } from '../lexicon/title.js'

export type Kind = 'plan' | 'checklist' | 'progress' | 'unknown'

/** How many items have each field. */
export interface FieldCounts {
  measures: number
  progress: number
  status: number
  goal: number
  deadline: number
}

/** 方案落实情况 tells how a plan was carried out. */
const isPlan = (title: string): boolean =>
  planTitle.test(title) &&
  !/(?:验收|销号)[^，。]{0,6}(?:意见|公示|公告|报告|情况|结果)$|方案(?:落实|执行|进展|完成|推进)|(?:进展|落实情况|完成情况|整改情况)/.test(
    title,
  )
const isProgress = (title: string): boolean => progressTitle.test(title) && reportWords.test(title)

/** By the words alone: what a page without a list of items says that it is. */
function ofWords(title: string, opening: string): Kind {
  if (!titleEnding.test(title) || !reportWords.test(title) || newsWords.test(title)) return 'unknown'
  if (isPlan(title)) return 'plan'
  if (listTitle.test(title)) return 'checklist'
  if (isProgress(title)) return 'progress'
  return openingProgress.test(opening) ? 'progress' : openingPlan.test(opening) ? 'plan' : 'unknown'
}

/** `opening`: the words between the title and the first item, where the title does not say enough. */
export function kindOf(title: string | null, items: number, has: FieldCounts, opening = ''): Kind {
  const words = title ?? ''
  if (items === 0) return ofWords(words, opening)
  const done = has.progress * 2 >= items || has.status * 2 >= items
  if (isPlan(words)) return 'plan'
  // a state beside each task is a 清单 still; a 台账 with states tells how far they are
  if (listTitle.test(words))
    return has.progress * 2 >= items || (done && /台账/.test(words)) || /(?:整改|完成|进展|落实)情况/.test(words)
      ? 'progress'
      : 'checklist'
  if (reportWords.test(words) && surelyProgress.test(words)) return 'progress'
  if (isProgress(words)) return done || has.measures === 0 ? 'progress' : has.goal + has.deadline > 0 ? 'plan' : 'progress'
  if (done || openingProgress.test(opening)) return 'progress'
  if (openingPlan.test(opening)) return 'plan'
  if (has.measures > 0 || has.goal > 0) return planTitle.test(words) ? 'plan' : 'checklist'
  return progressTitle.test(words) ? 'progress' : 'checklist'
}

/** The words that say the kind, of the title or of the opening; where neither does, the fields of the items decided. */
export function kindWords(
  kind: Kind,
  title: string | null,
  opening: string,
): { from: 'title' | 'opening' | 'items'; words: string } | null {
  if (kind === 'unknown') return null
  const patterns = {
    plan: [planTitle, openingPlan],
    checklist: [listTitle, openingPlan],
    progress: [new RegExp(`${surelyProgress.source}|${progressTitle.source}|${listTitle.source}`), openingProgress],
  }[kind]
  const [ofTitle, ofOpening] = patterns
  const inTitle = title === null ? null : (ofTitle?.exec(title)?.[0] ?? null)
  if (inTitle !== null) return { from: 'title', words: inTitle }
  const inOpening = ofOpening?.exec(opening)?.[0]
  return inOpening ? { from: 'opening', words: inOpening } : { from: 'items', words: '' }
}
