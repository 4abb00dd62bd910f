/**
 * Rectification measures and progress (整改措施, 整改情况) as a tree: numbered lines, inline runs （一）…（二）…, 一是…；二是…,
 * headings with a paragraph under them. Spans are offsets into the document.
 */
import { actionStart } from '../lexicon/cues.js'
import { fieldOf, partyFields } from '../lexicon/labels.js'
import { organEnding } from '../lexicon/parties.js'
import { type Mark, type MarkStyle, markAt, similarStyles } from '../structure/marks.js'
import type { Span } from '../tree.js'
import { labelAt } from '../structure/label.js'

/** A labelled bracket or line that belongs to an action: （责任单位：市财政局；完成时限：2024年6月）. */
export interface ActionNote {
  field: NonNullable<ReturnType<typeof fieldOf>>
  value: Span
}

export interface ActionReading {
  label: string
  /** Own words, without label and children. */
  text: Span
  span: Span
  notes: ActionNote[]
  /** The own words name a body or a place that does what stands below: (一)县发改局. */
  isUnit: boolean
  children: ActionReading[]
}

interface Entry {
  mark: Mark | null
  start: number
  body: number
  end: number
  /** A run inside the paragraph. */
  run: Entry[]
}

const runStyles: ReadonlySet<MarkStyle> = new Set<MarkStyle>([
  'cn-paren',
  'is',
  'ar-paren',
  'circled',
  'ar',
  'ar-rparen',
  'first',
  'cn',
])
const runBefore = /[。；：，、？！）”;:,.\s\n]/
const mayRun = /[（(一1①⑴第]/

/** The marks inside a paragraph that may begin a member of a run, outside titles and quotations. */
function marksInside(folded: string, start: number, end: number): Mark[] {
  const marks: Mark[] = []
  let quoted = 0
  let round = 0
  for (let i = start; i < end; i++) {
    const c = folded[i]
    if (c === '《' || c === '“') quoted++
    else if ((c === '》' || c === '”') && quoted > 0) quoted--
    const before = i === start ? '。' : (folded[i - 1] ?? '')
    if (quoted === 0 && round === 0 && runBefore.test(before)) {
      const mark = markAt(folded, i)
      if (mark && mark.body <= end && runStyles.has(mark.style) && plausible(folded, mark, i === start, before)) {
        marks.push(mark)
        i = mark.end - 1
        continue
      }
    }
    if (c === '（') round++
    else if (c === '）' && round > 0) round--
  }
  return marks
}

function plausible(folded: string, mark: Mark, first: boolean, before: string): boolean {
  if (mark.doubtful) return first
  // 第一，… and 一、 inside a sentence are seldom members of a list
  if (mark.style === 'cn' || mark.style === 'first') return first || /[。；：]/.test(before)
  if (mark.style === 'ar')
    return (
      first ||
      (/[。；：，）]/.test(before) && !/\d/.test(folded[mark.body] ?? '')) ||
      (/[。；]/.test(before) && /^(?:19|20)\d\d年/.test(folded.slice(mark.body, mark.body + 5)))
    )
  if (mark.style === 'ar-rparen') return first || /[。；：，]/.test(before)
  if (mark.style === 'ar-paren' || mark.style === 'cn-paren') return first || before !== '”'
  return true
}

/** The outermost run of at least two marks in order; its members. */
function outerRun(folded: string, start: number, end: number, skipFirst: boolean): Mark[] {
  if (!mayRun.test(folded.slice(start, end))) return []
  const marks = marksInside(folded, start, end).filter((m) => !(skipFirst && m.start === start))
  const tried = new Set<MarkStyle>()
  for (const first of marks) {
    if ((first.ordinal !== 1 && first.start !== start) || tried.has(first.style)) continue
    tried.add(first.style)
    const run = [first]
    for (const mark of marks) {
      const last = run.at(-1)
      if (
        last &&
        mark.style === first.style &&
        mark.start > last.start &&
        (mark.ordinal === last.ordinal + 1 || (mark.ordinal === last.ordinal + 2 && run.length > 1))
      )
        run.push(mark)
    }
    if (run.length >= 2) return run
  }
  return []
}

const trimEnd = (folded: string, start: number, end: number): number => {
  let e = end
  while (e > start && /\s/.test(folded[e - 1] ?? '')) e--
  return e
}

/** Cuts one paragraph into entries: several when it opens with a run, else one with its inner run. */
function entriesOf(folded: string, start: number, end: number, expected: (mark: Mark) => boolean): Entry[] {
  const mark = markAt(folded, start)
  const own = mark && mark.body <= end && (!mark.doubtful || expected(mark)) ? mark : null
  const run = outerRun(folded, start, end, false)
  const members = (marks: Mark[]): Entry[] =>
    marks.map((m, i) => {
      const to = trimEnd(folded, m.start, marks[i + 1]?.start ?? end)
      const inner = outerRun(folded, m.body, to, false)
      return { mark: m, start: m.start, body: m.body, end: to, run: inner.length > 0 ? membersOf(folded, inner, to) : [] }
    })
  if (run.length > 0 && run[0]?.start === start) return members(run)
  const body = own ? own.body : start
  const inner = outerRun(folded, body, end, false)
  return [{ mark: own, start, body, end, run: inner.length > 0 ? membersOf(folded, inner, end) : [] }]
}

function membersOf(folded: string, marks: readonly Mark[], end: number): Entry[] {
  return marks.map((m, i) => {
    const to = trimEnd(folded, m.start, marks[i + 1]?.start ?? end)
    const inner = outerRun(folded, m.body, to, false)
    return { mark: m, start: m.start, body: m.body, end: to, run: inner.length > 0 ? membersOf(folded, inner, to) : [] }
  })
}

const labelOf = (text: string, mark: Mark | null): string => (mark ? text.slice(mark.start, mark.end).trim() : '')

function build(folded: string, text: string, entry: Entry): ActionReading {
  const children = entry.run.map((member) => build(folded, text, member))
  const ownEnd = trimEnd(folded, entry.body, children[0]?.span[0] ?? entry.end)
  const node: ActionReading = {
    label: labelOf(text, entry.mark),
    text: [Math.min(entry.body, ownEnd), ownEnd],
    span: [entry.start, entry.end],
    notes: notesIn(folded, entry.body, ownEnd),
    isUnit: false,
    children,
  }
  // the bracket behind the last member of a run belongs to what the run belongs to
  const last = children.at(-1)
  if (
    last &&
    last.children.length === 0 &&
    last.notes.length > 0 &&
    /[。；]（[^（）]*(?:（[^（）]*）[^（）]*)*）[。；]?$/.test(folded.slice(...last.text)) &&
    children.slice(0, -1).every((c) => c.notes.length === 0)
  ) {
    node.notes.push(...last.notes)
    last.notes = []
  }
  return node
}

const noteLabel =
  /(?:^|[；;，,。\s])((?:[省市县区]?级?)?[\u4e00-\u9fff]{2,10}?(?:单位|部门|时限|期限|时间|责任人员|责任人|负责人|领导|主体|联系人))(?:：|(?=[省市县区州各]))/g

/** Labelled brackets in the words of an action. */
function notesIn(folded: string, start: number, end: number): ActionNote[] {
  const notes: ActionNote[] = []
  // looked for in these words alone: a search to the end of the document would be paid for by every action
  const words = folded.slice(start, end)
  for (let at = words.search(/[（〔]/); at >= 0; at = nextBracket(words, at + 1)) {
    const open = start + at
    let depth = 0
    let close = -1
    for (let i = open; i < end; i++) {
      const c = folded[i]
      if (c === '（' || c === '〔') depth++
      else if ((c === '）' || c === '〕') && --depth === 0) {
        close = i
        break
      }
    }
    if (close < 0) break
    notes.push(...labelledNotes(folded, open + 1, close))
  }
  return notes
}

const nextBracket = (words: string, from: number): number => {
  const at = words.slice(from).search(/[（〔]/)
  return at < 0 ? -1 : from + at
}

/** （市水利局牵头督导验收…）, （由县水利局负责）: a sentence that opens with bodies and gives them a role. */
const roleSentence =
  /^由?[\u4e00-\u9fff、]{1,40}?(?:局|厅|委|办|部|政府|党委|集团|公司|中心|院|处|街道|镇|乡)(?:总?牵头|负责|配合|督导|验收)/

/** 责任单位：市财政局；完成时限：2024年6月 */
function labelledNotes(folded: string, start: number, end: number): ActionNote[] {
  const words = folded.slice(start, end)
  if (words.length <= 80 && /^(?:[。；：\n]|$)/.test(folded.slice(end + 1, end + 2)) && roleSentence.test(words))
    return [{ field: 'responsible_unit', value: [start, end] }]
  if (!/单位|部门|时限|期限|时间|责任|负责人|领导|联系人/.test(words)) return []
  const found: { field: ActionNote['field']; at: number; value: number }[] = []
  noteLabel.lastIndex = 0
  for (let match = noteLabel.exec(words); match; match = noteLabel.exec(words)) {
    const label = match[1] ?? ''
    const field = fieldOf(label)
    if (!field || !(partyFields.has(field) || field === 'deadline')) continue
    const at = match.index + match[0].indexOf(label)
    if (found.length === 0 && at > 1) return []
    found.push({ field, at, value: match.index + match[0].length })
  }
  return found.map((note, i) => {
    let to = found[i + 1]?.at ?? words.length
    while (to > note.value && /[；;，,。\s]/.test(words[to - 1] ?? '')) to--
    return { field: note.field, value: [start + note.value, start + to] as Span }
  })
}

const governmentBody =
  /(?:局|委|办|厅|部|政府|党委|党工委|管委会|管理委员会|纪委|监委|法院|检察院|办公室|领导小组|指挥部|总队|支队|街道办事处|街道|乡|镇|县|市|区|州)$/
/** Words of work, except where they name a bureau: 省住房城乡建设厅, 重点工程建设局. */
const notUnit =
  /[，。；：“”《]|问题|工作(?!委|办|部|组)|处理|整治(?!办)|管理$|治理|建设(?![局厅委部])|工程(?![局处]|建设[局厅])|项目|方面|措施|保护区|片区|矿区|园区$|城区|库区|市区$|社区$|地区$|辖区$|领域|区域|城市$|超市|门市|夜市/

/** Own words that are nothing but bodies or places. */
function namesUnits(words: string): boolean {
  const bare = words.replace(/[：。]$/, '').replace(/（[^（）]*）$/, '')
  if (bare.length < 2 || bare.length > 60 || actionStart.test(bare) || notUnit.test(bare)) return false
  return bare
    .split(/[、和及与 ]/)
    .every((part) => part.length >= 2 && part.length <= 20 && (governmentBody.test(part) || organEnding.test(part)))
}

/** A heading has no sentence of its own: its content stands below. */
const isHeadingOnly = (words: string): boolean =>
  words.length > 0 && words.length <= 60 && !/[。；]./.test(words) && !/[。；]$/.test(words)

interface Frame {
  style: string
  ordinal: number
  node: ActionReading
}

/** The actions of a field whose paragraphs are `segments`, in order. */
export function parseActions(folded: string, text: string, segments: readonly Span[]): ActionReading[] {
  const top: ActionReading[] = []
  let stack: Frame[] = []
  let lastLine: ActionReading | null = null
  const place = (node: ActionReading, style: string, ordinal: number) => {
    const parent = stack.at(-1)?.node
    if (parent) {
      parent.children.push(node)
      for (const frame of stack) frame.node.span = [frame.node.span[0], Math.max(frame.node.span[1], node.span[1])]
    } else top.push(node)
    stack.push({ style, ordinal, node })
  }
  for (const [from, to] of segments) {
    const start = skipBlank(folded, from, to)
    const end = trimEnd(folded, start, to)
    if (end <= start) continue
    const label = labelAt(folded, start, end)
    if (lastLine && label && label.form !== 'alone' && (partyFields.has(label.field) || label.field === 'deadline')) {
      lastLine.notes.push({ field: label.field, value: [label.value, end] })
      // the bracket that the line stood in closes behind it
      extend(stack, lastLine, folded[end] === '）' ? end + 1 : end)
      continue
    }
    // 2.9家企业… is a figure, unless 1. stands before it
    const expected = (mark: Mark) => stack.some((frame) => frame.style === mark.style && frame.ordinal === mark.ordinal - 1)
    for (const entry of entriesOf(folded, start, end, expected)) {
      const node = build(folded, text, entry)
      const style = entry.mark?.style ?? ''
      const ordinal = entry.mark?.ordinal ?? 0
      if (entry.mark) {
        let k = -1
        for (let i = stack.length - 1; i >= 0; i--) {
          const frame = stack[i]
          if (frame && frame.style === style && (ordinal === frame.ordinal + 1 || k < 0)) {
            k = i
            if (ordinal === frame.ordinal + 1) break
          }
        }
        // a misprinted style goes on with the list whose number it continues
        if (k < 0 && ordinal > 1)
          k = stack.findLastIndex((frame) => frame.ordinal === ordinal - 1 && similarStyles(frame.style, style))
        const kept = k >= 0 ? (stack[k]?.style ?? style) : style
        if (k >= 0) stack = stack.slice(0, k)
        place(node, kept, ordinal)
        lastLine = node
      } else {
        const current = stack.at(-1)
        const words = folded.slice(...node.text)
        const marked = stack.findLastIndex((frame) => frame.style !== '')
        if (!current || marked < 0) {
          stack = []
          // a heading over a heading, and no deeper
          const shallow = current && (top.at(-1) === current.node || top.at(-1)?.children.at(-1) === current.node)
          if (
            shallow &&
            isHeadingOnly(folded.slice(...current.node.text)) &&
            current.node.children.length === 0 &&
            /：$/.test(folded.slice(...current.node.text))
          )
            stack = [current]
          place(node, '', 0)
          if (!/：$|如下[。：]?$/.test(words)) stack = []
        } else {
          stack = stack.slice(0, marked + 1)
          place(node, '', 0)
          stack.pop()
        }
        lastLine = node
      }
    }
  }
  const mark = (node: ActionReading) => {
    node.isUnit = node.children.length > 0 && namesUnits(folded.slice(...node.text))
    node.children.forEach(mark)
  }
  top.forEach(mark)
  return top
}

const skipBlank = (folded: string, start: number, end: number): number => {
  let s = start
  while (s < end && /\s/.test(folded[s] ?? '')) s++
  return s
}

function extend(stack: readonly Frame[], node: ActionReading, end: number): void {
  node.span = [node.span[0], Math.max(node.span[1], end)]
  if (node.children.length === 0) node.text = [node.text[0], end]
  for (const frame of stack) frame.node.span = [frame.node.span[0], Math.max(frame.node.span[1], end)]
}
