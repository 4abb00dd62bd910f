/** Measures and what was done: the lines that print them and the trees of actions that they must give. */
import type { Layout } from '../axes.js'
import { familyOf, type MarkStyle, mark } from '../marks.js'
import type { Rng } from '../rng.js'
import type { ExpectedAction, Topic, TopicMeasure } from '../types.js'
import { type Behind, printBehind, printBracket } from './behind.js'
import { gapBehind } from './gaps.js'

export interface PrintedActions {
  /** Paragraphs; the first may stand behind the label. */
  lines: string[]
  actions: ExpectedAction[]
}

/** Steps that fit any part of a measure. */
const steps = [
  '明确专人负责',
  '每月调度一次',
  '限期办结',
  '建立工作台账',
  '及时通报进度',
  '开展随机抽查',
  '落实经费保障',
  '完善档案资料',
]
/** What any office may do so-and-so many times, for measures that begin with a figure. */
const figured = [
  '台老旧设备更新改造',
  '处点位限期整治到位',
  '份台账资料逐一补录',
  '名责任人员集中约谈',
  '项制度修订完善',
  '家单位逐户上门核查',
]

const strip = (text: string): string => text.replaceAll(/\s/g, '')
const leaf = (label: string, text: string): ExpectedAction => ({
  label: label.trim(),
  text: strip(text),
  orTexts: [],
  leaves: 1,
  children: [],
  parties: [],
  deadline: [],
})
const parent = (label: string, own: string, children: ExpectedAction[]): ExpectedAction => ({
  ...leaf(label, strip(own) + children.map((child) => strip(child.label) + child.text).join('')),
  leaves: children.reduce((sum, child) => sum + child.leaves, 0),
  children,
})

const ownText = (measure: TopicMeasure, form: Layout['measureText'], rng: Rng): string => {
  const text = { head: measure.head, headBody: `${measure.head}。${measure.body}`, body: measure.body }
  return form === 'mixed' ? rng.pick([text.headBody, text.body]) : text[form]
}

/** A run in one paragraph: 一是…；二是…。 */
function printRun(style: MarkStyle, texts: string[], close: string): { text: string; actions: ExpectedAction[] } {
  const actions = texts.map((text, index) => leaf(mark(style, index + 1), `${text}${index < texts.length - 1 ? '；' : close}`))
  return { text: actions.map((action) => action.label + action.text).join(''), actions }
}

/** A measure's parts: behind it in the line, or on lines below. */
function printParts(
  measure: TopicMeasure,
  layout: Layout,
  close: string,
  rng: Rng,
): { inline: string; lines: string[]; children: ExpectedAction[] } {
  const style = layout.subMark
  if (layout.measureDepth === '2') {
    const run = printRun(style, measure.parts, close)
    const onLines = layout.subPlace === 'lines' && layout.measurePlace === 'lines' && layout.itemShape === 'lines'
    return {
      inline: onLines ? '' : run.text,
      lines: onLines ? run.actions.map((a) => a.label + a.text) : [],
      children: run.actions,
    }
  }
  const children = measure.parts.map((part, index) => {
    const last = index === measure.parts.length - 1
    const run = printRun('一是', rng.sample(steps, 2), last ? close : '；')
    return parent(mark(style, index + 1), `${part}。`, run.actions)
  })
  const onLines = layout.measurePlace === 'lines' && layout.itemShape === 'lines'
  const printed = children.map((child) => child.label + child.text)
  return { inline: onLines ? '' : printed.join(''), lines: onLines ? printed : [], children }
}

/** Measures of a topic in the layout's marks, places and depth. */
export function printMeasures(topic: Topic, layout: Layout, behind: Behind, rng: Rng): PrintedActions {
  const style = layout.measureMark
  const most = layout.count === '31-60' ? 2 : topic.measures.length
  const limit = style === '一方面' ? 2 : topic.measures.length
  const chosen = topic.measures.slice(0, Math.min(limit, Math.max(layout.behind === 'none' ? 1 : 2, rng.int(2, most))))
  const lines: string[] = []
  const actions = chosen.map((measure, index) => {
    const last = index === chosen.length - 1
    const close = last || layout.measureEnd === '。' || layout.behind.startsWith('bracket') ? '。' : '；'
    const label = mark(style, index + 1)
    const printed = layout.measurePlace === 'lines' ? `${label}${gapBehind(layout, style)}` : label
    const figure = layout.figures === 'first' && layout.measureText !== 'head' && familyOf(style) !== 'none'
    const own = figure ? `${rng.int(2, 30)}${figured[index % figured.length] ?? ''}` : ownText(measure, layout.measureText, rng)
    if (layout.measureDepth !== '1') {
      const parts = printParts(measure, layout, close, rng)
      // a bracket behind the last part belongs to the measure
      const { bracket, ...owned } = printBracket(layout, behind)
      lines.push(`${printed}${own}。${parts.inline}${bracket}`, ...parts.lines)
      const whole = parent(label, `${own}。`, parts.children)
      return { ...whole, ...owned, text: whole.text + strip(bracket) }
    }
    const told = printBehind(layout, behind, own, close)
    lines.push(`${printed}${told.text}`, ...told.lines)
    return { ...leaf(label, told.core), orTexts: told.orTexts.map(strip), parties: told.parties, deadline: told.deadline }
  })
  return { lines: layout.measurePlace === 'inline' ? [lines.join('')] : lines, actions }
}

const leads = ['收到反馈意见后，立即召开专题会议研究部署', '坚持问题导向，逐项细化任务', '明确分管负责人牵头推进']

/** What was done, in the layout's shape; `closing` is a sentence that says the state of the whole. */
export function printProgress(topic: Topic, layout: Layout, closing: string, rng: Rng): PrintedActions {
  const told = topic.progress.slice(0, rng.int(2, topic.progress.length))
  const numbered = familyOf(layout.measureMark) === 'run' || layout.measureMark === 'none' ? '一是' : layout.measureMark
  const end = closing === '' ? '' : `${closing}。`
  switch (layout.progressShape) {
    case 'paragraph': {
      const text = `${told.join(rng.pick(['；', '。']))}。${end}`
      return { lines: [text], actions: [leaf('', text)] }
    }
    case 'paragraphs':
    case 'numbered': {
      const style = layout.progressShape === 'numbered' ? numbered : 'none'
      const lines = told.map((text, index) => `${text}。${index === told.length - 1 ? end : ''}`)
      const actions = lines.map((text, index) => leaf(mark(style, index + 1), text))
      return { lines: lines.map((text, index) => mark(style, index + 1) + text), actions }
    }
    case 'runs':
    case 'inlineNumbers': {
      const run = printRun(layout.progressShape === 'runs' ? '一是' : numbered, told, '。')
      return { lines: [run.text], actions: run.actions }
    }
    case 'leadRuns': {
      const lead = `${rng.pick(leads)}。`
      const run = printRun('一是', told, '。')
      return { lines: [lead + run.text], actions: [parent('', lead, run.actions)] }
    }
  }
}
