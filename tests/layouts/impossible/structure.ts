/** Chapters, categories and items that no reader could tell apart, or no office prints. */
import { doneOnly, planOnly } from '../axes/chapters.js'
import { type Layout, tells } from '../axes.js'
import { innerCategoryMark } from '../compose/categories.js'
import { familyOf, standsAlone } from '../marks.js'
import { itemRank, rankOf } from './ranks.js'
import { type Exclusion, hasCategories, hasChapters } from './types.js'

const words = (l: Layout): string[] => [l.before, l.over, l.after]

export const structural: Exclusion[] = [
  {
    why: 'a college, a bureau and a firm have no rivers and no budget of a region',
    when: (l) =>
      l.programme !== 'discipline' &&
      (l.issuer === 'college' || l.issuer === 'bureau' || (l.issuer === 'company' && l.programme !== 'safety')),
    instead: () => ({ programme: 'discipline' }),
  },
  {
    why: 'complaints, duties and a public period belong to a report of what was done',
    when: (l) =>
      !tells(l) &&
      (l.annex === 'complaints' ||
        l.annex === 'complaintsLabels' ||
        l.annex === 'duty' ||
        l.back === 'period' ||
        l.back === 'next'),
    instead: (l) => ({
      annex: l.annex === 'none' ? 'none' : 'names',
      back: l.back === 'period' || l.back === 'next' ? 'signature' : l.back,
    }),
  },
  {
    why: 'one item is no list',
    when: (l) => l.count === '1' && (hasCategories(l) || l.state === 'chapter' || l.misprint !== 'none'),
    instead: (l) => ({ categories: 'none', state: l.state === 'chapter' ? 'none' : l.state, misprint: 'none' }),
  },
  {
    why: 'chapters of states are the only chapters of their list, and a plan has none',
    when: (l) => l.state === 'chapter' && (hasCategories(l) || l.over !== 'none' || !tells(l)),
    instead: (l) => (tells(l) ? { categories: 'none', over: 'none' } : { state: 'none' }),
  },
  {
    why: 'chapters of states without mark cannot be told from lines',
    when: (l) => l.state === 'chapter' && l.chapterMark === 'none',
    instead: () => ({ chapterMark: '一、' }),
  },
  {
    why: 'a report of what was done has no chapter of a plan',
    when: (l) => tells(l) && words(l).some((word) => planOnly.has(word)),
    instead: (l) => ({
      before: planOnly.has(l.before) ? 'none' : l.before,
      over: planOnly.has(l.over) ? '问题整改情况' : l.over,
      after: planOnly.has(l.after) ? 'none' : l.after,
    }),
  },
  {
    why: 'a plan has no chapter of what was done',
    when: (l) => !tells(l) && words(l).some((word) => doneOnly.has(word)),
    instead: (l) => ({
      before: doneOnly.has(l.before) ? 'none' : l.before,
      over: doneOnly.has(l.over) ? '重点整改任务' : l.over,
      after: doneOnly.has(l.after) ? 'none' : l.after,
    }),
  },
  {
    why: 'a list without heading behind a chapter belongs to that chapter',
    when: (l) => l.over === 'none' && l.before !== 'none' && l.state !== 'chapter' && l.structure !== 'bodyAndList',
    instead: (l) => ({ over: tells(l) ? '反馈问题整改情况' : '重点整改任务' }),
  },
  {
    why: 'no two chapters have the same words',
    when: (l) => l.before !== 'none' && ((l.before as string) === l.over || (l.before as string) === l.after),
    instead: () => ({ before: 'none' }),
  },
  {
    why: 'no two chapters have the same words',
    when: (l) => l.after !== 'none' && (l.after as string) === l.over,
    instead: () => ({ after: 'none' }),
  },
  {
    why: 'behind a list without heading a numbered chapter would be the first chapter, or the next item',
    when: (l) =>
      l.over === 'none' &&
      l.after !== 'none' &&
      l.state !== 'chapter' &&
      !['bodyAndList', 'parallel', 'departments'].includes(l.structure) &&
      l.chapterMark !== 'none',
    instead: () => ({ chapterMark: 'none' }),
  },
  {
    why: 'chapter and item cannot have the same mark',
    when: (l) =>
      l.structure !== 'bodyAndList' &&
      (hasChapters(l) || l.state === 'chapter') &&
      l.chapterMark === '一、' &&
      familyOf(l.itemMark) === 'han',
    instead: () => ({ itemMark: '（一）' }),
  },
  {
    why: 'a category stands above its items',
    when: (l) =>
      hasCategories(l) &&
      l.categoryMark !== 'none' &&
      l.categoryMark !== '第一部分' &&
      itemRank(l) > 0 &&
      rankOf(l.categoryMark) >= itemRank(l),
    instead: () => ({ categoryMark: 'none' }),
  },
  {
    why: 'a category stands below its chapter',
    when: (l) => hasCategories(l) && l.categoryMark === '一、' && l.chapterMark === '一、' && hasChapters(l),
    instead: (l) => ({ categoryMark: itemRank(l) > 2 || itemRank(l) === 0 ? '（一）' : 'none' }),
  },
  {
    why: 'parts are the outermost level',
    when: (l) => hasCategories(l) && l.categoryMark === '第一部分' && hasChapters(l),
    instead: () => ({ categoryMark: 'none' }),
  },
  {
    why: 'two levels of categories need two marks above the item’s',
    when: (l) =>
      l.categories === 'two' &&
      (l.categoryMark === 'none' ||
        innerCategoryMark(l) === null ||
        (l.chapterMark === '一、' && hasChapters(l) && innerCategoryMark(l) === '一、')),
    instead: () => ({ categories: 'one' }),
  },
  {
    why: 'a fault as a category without mark is an item without mark',
    when: (l) =>
      hasCategories(l) &&
      (l.categoryWords === 'fault' || l.categoryWords === 'feedback') &&
      (l.categoryMark === 'none' || familyOf(l.itemMark) === 'none' || familyOf(l.itemMark) === 'word'),
    instead: () => ({ categoryWords: 'field' }),
  },
  {
    why: 'a mark that stands alone opens no paragraph',
    when: (l) => l.itemShape === 'paragraph' && standsAlone.has(l.itemMark),
    instead: () => ({ itemShape: 'lines' }),
  },
  {
    why: 'a mark that names the problem needs no label',
    when: (l) => familyOf(l.itemMark) === 'word' && l.itemHead === 'label' && !standsAlone.has(l.itemMark),
    instead: () => ({ itemHead: 'text' }),
  },
]
