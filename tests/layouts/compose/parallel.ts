/** Problems and measures in two lists of the same numbers: measure n belongs to problem n. */
import { type Layout, tells } from '../axes.js'
import { mark } from '../marks.js'
import type { Rng } from '../rng.js'
import type { Block, ExpectedAction, ExpectedItem, Topic } from '../types.js'
import type { ChapterCount } from './chapters.js'
import { line } from './front.js'
import { drawItem } from './items.js'
import type { PrintedList } from './list.js'
import type { Section } from './sections.js'

const problemHeads = ['存在的主要问题', '主要问题', '反馈的问题', '存在问题', '问题清单'] as const
const measureHeads = ['具体整改措施', '整改措施', '措施清单', '主要整改措施'] as const
const progressHeads = ['整改落实情况', '整改情况', '整改进展情况', '整改完成情况'] as const

const action = (label: string, text: string): ExpectedAction => ({
  label,
  // - 1、: the dash is the list's, whatever format prints it
  orLabels: ['', label.replace(/^- /, '')],
  text: text.replaceAll(/\s/g, ''),
  orTexts: [],
  leaves: 1,
  children: [],
  parties: [],
  deadline: [],
})

export function printParallel(layout: Layout, sections: Section[], chapters: ChapterCount, rng: Rng): PrintedList {
  const inputs = sections.flatMap((section) => section.items)
  const heads = { problems: rng.pick(problemHeads), measures: rng.pick(measureHeads), progress: rng.pick(progressHeads) }
  const items = inputs.map((input): ExpectedItem => {
    const { expected } = drawItem({ ...input, category: heads.problems, path: [heads.problems] })
    return { ...expected, goal: null, measures: [], progress: [], parties: [], deadline: [], status: null }
  })
  const list = (told: (topic: Topic) => string, give: (item: ExpectedItem, one: ExpectedAction) => void): Block[] =>
    inputs.map((input, at) => {
      const label = mark(input.markStyle, input.number)
      const text = told(input.topic)
      const item = items[at]
      if (item) give(item, action(label.trim(), text))
      return line(`${label}${text}`, 'body')
    })
  const problems = inputs.map((input, at) => line(`${mark(input.markStyle, input.number)}${items[at]?.problem ?? ''}`, 'item'))
  const planned = ({ measures }: Topic): string =>
    `${measures
      .slice(0, 2)
      .map(({ head, body }) => `${head}，${body}`)
      .join('；')}。`
  const done = ({ progress }: Topic): string => `${progress.slice(0, 2).join('；')}。`
  const measures = list(planned, (item, one) => item.measures.push(one))
  const withMeasures = !tells(layout) || layout.measures === 'yes'
  if (!withMeasures) for (const item of items) item.measures = []
  const progress = tells(layout) ? list(done, (item, one) => item.progress.push(one)) : []
  const blocks = [
    chapters.heading(heads.problems),
    ...problems,
    ...(withMeasures ? [chapters.heading(heads.measures), ...measures] : []),
    ...(tells(layout) ? [chapters.heading(heads.progress), ...progress] : []),
  ]
  return { blocks, items }
}

/** The body of a plan tells each problem in a few words; the list with all fields is attached. */
export function printBody(layout: Layout, topics: Topic[], chapters: ChapterCount, rng: Rng): Block[] {
  return [
    chapters.heading(rng.pick(['主要问题', '整改重点', '反馈的主要问题'])),
    ...topics.map(({ noun }, at) => line(`${mark(layout.chapterMark === '一、' ? '（一）' : '1.', at + 1)}${noun}。`, 'body')),
    chapters.heading('组织保障'),
    line('各责任单位要切实履行主体责任，明确专人负责，按月报送工作进展，确保按期完成。', 'body'),
  ]
}
