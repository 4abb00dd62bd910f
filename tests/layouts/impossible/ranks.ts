/** Which marks stand above which. */
import type { Layout } from '../axes.js'
import { labelMark } from '../compose/labels.js'
import { familyOf, type MarkStyle } from '../marks.js'

const ranks: Record<string, number> = { word: 0, none: 0, han: 1, hanParen: 2, digit: 3, digitParen: 4, circle: 5, run: 6 }

/** From the outermost style, 1, to the innermost; 0 where the mark is words or nothing. */
export const rankOf = (style: MarkStyle): number => ranks[familyOf(style)] ?? 0
export const itemRank = (l: Layout): number => rankOf(l.itemMark)

const inner = ['1.', '（1）', '①', '一是'] as const
/** The next usual style below a rank. */
export const styleBelow = (rank: number): (typeof inner)[number] => inner.find((style) => rankOf(style) > rank) ?? '一是'

export const hasNumberedLabels = (l: Layout): boolean => l.labelForm.startsWith('numbered')
const categoryRank = (l: Layout): number =>
  l.categories === 'none' || l.categoryMark === 'none' || l.categoryMark === '第一部分'
    ? 0
    : rankOf(l.categoryMark) + (l.categories === 'two' ? 1 : 0)
/** The innermost rank that the list's own levels use: measures stand below it. */
export const listRank = (l: Layout): number =>
  Math.max(itemRank(l), categoryRank(l), hasNumberedLabels(l) ? rankOf(labelMark(l)) : 0)
