/**
 * The outline: which mark stands under which, and which block of labels belongs to which heading.
 * The same mark means different levels in different places, so a level is read from the marks around it: a style that is new opens
 * a level, a style that is open and goes on by one closes back to it, a restart opens a new list. A label opens a field of the
 * heading that owns the labels around it; lists inside a field stay inside it.
 */
import type { FieldKind } from '../lexicon/labels.js'
import type { Line } from './lines.js'
import { type Mark, markAt, similarStyles } from './marks.js'

export interface OutlineLabel {
  field: FieldKind
  line: number
}

export interface OutlineNode {
  /** Index of the heading's line; -1 for the root. */
  line: number
  style: string
  ordinal: number
  parent: OutlineNode | null
  children: OutlineNode[]
  /** Index behind the last line. */
  end: number
  labels: OutlineLabel[]
  /** Counts the lists that begin anew: attachments, titles. */
  region: number
}

export interface OutlineNotice {
  code: 'number_misprint' | 'number_repeated' | 'number_skipped'
  line: number
  message: string
}

export interface Outline {
  root: OutlineNode
  nodes: OutlineNode[]
  notices: OutlineNotice[]
}

type Frame = { kind: 'node'; node: OutlineNode } | { kind: 'field'; owner: OutlineNode; field: FieldKind }


const attachment = /^附(?:件|表|录)?\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s?(?:[-—]\d{1,2})?：?$/
const sectionTitle = /(?:清单|方案|台账|一览表|明细表|情况表|报告|通报|公示|公告|整改情况|进展情况|落实情况|完成情况|整改措施表|问题表|任务表)(?:（[^（）]{1,20}）)?$/

/** A line that begins a document or an attachment: numbering starts anew after it. */
export function isSectionTitle(folded: string, line: Line): boolean {
  if (line.mark || line.label || line.table) return false
  const text = folded.slice(line.start, line.end)
  if (text.length > 60) return false
  if (attachment.test(text)) return true
  return text.length >= 4 && !/[，。；：！？]/.test(text.replace(/^附件[^：]{0,4}：/, '')) && sectionTitle.test(text)
}

/** Marks with a field label behind them (一、反馈问题 二、整改目标 …) that are fields, not chapters. */
function fieldHeadings(lines: readonly Line[]): Set<number> {
  const fields = new Set<number>()
  let run: number[] = []
  const close = () => {
    const labelled = run.filter((i) => lines[i]?.label)
    const kinds = new Set(labelled.map((i) => lines[i]?.label?.field))
    const known = [...kinds].filter((k) => k !== 'other' && k !== undefined).length
    if (labelled.length * 10 >= run.length * 6 && known >= 2 && (kinds.has('problem') || known >= 3)) for (const i of labelled) fields.add(i)
    run = []
  }
  // runs of one style whose ordinals follow each other, whatever stands between
  for (const style of new Set(lines.map((l) => l.mark?.style))) {
    if (!style) continue
    let last = 0
    lines.forEach((line, i) => {
      if (line.mark?.style !== style) return
      if (line.mark.ordinal !== last + 1) close()
      last = line.mark.ordinal
      run.push(i)
    })
    close()
  }
  lines.forEach((line, i) => {
    if (line.mark && line.label && line.label.form !== 'alone' && line.label.form !== 'stop' && line.label.field !== 'problem') fields.add(i)
    // （一）加强领导。… is a heading, unless its whole list is of labels
    if (line.label?.form === 'stop' && !fields.has(i)) line.label = null
  })
  return fields
}

/** Kinds that may stand more than once in one record. */
const repeatable = new Set<FieldKind>(['other', 'category'])

/** An unnumbered heading right over a problem: 关于…方面 */
const plainHeadingWords = /^[^，。；：！？、]{2,30}(?:方面(?:存在)?的?(?:问题)?|领域|类问题)$/

function plainHeadings(folded: string, lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (line.mark || line.label || line.table || line.heading > 0 || !next || next.table || line.end - line.start > 40) return
    const opens = next.label?.field === 'problem' || next.mark?.style === 'issue' || next.mark?.ordinal === 1
    if (opens && plainHeadingWords.test(folded.slice(line.start, line.end).replace(/（[^（）]*）$/, ''))) found.add(i)
  })
  return found.size >= 2 ? found : new Set()
}

/** A problem without a number that has its line to itself: 关于…的问题 */
const plainProblemWords = /^(?:关于|针对)[^。；！？]{3,90}问题[。：]?$/

function plainProblems(folded: string, lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  lines.forEach((line, i) => {
    if (line.mark || line.label || line.table || line.end - line.start > 100 || !lines[i + 1]) return
    if (plainProblemWords.test(folded.slice(line.start, line.end))) found.add(i)
  })
  return found.size >= 2 ? found : new Set()
}

/** The outline of the lines. Labels found on several levels are given to the one level that explains them best. */
export function buildOutline(folded: string, lines: readonly Line[]): Outline {
  const first = build(folded, lines, null)
  const owner = ownerLevel(first)
  return owner === null ? first : build(folded, lines, owner)
}

/** The level whose headings hold one record of labels each; null where all owners are on one level already. */
function ownerLevel(outline: Outline): string | null {
  const owners = outline.nodes.filter((node) => node.labels.some((l) => !repeatable.has(l.field)))
  const paths = new Set(owners.map(pathOf))
  if (paths.size === 0 || (paths.size === 1 && owners.length === outline.nodes.filter((n) => paths.has(pathOf(n))).length)) return null
  const levels = new Map<string, { n: number; held: number; repeated: number }>()
  const kindsBelow = new Map<OutlineNode, FieldKind[]>()
  for (const node of owners) {
    const kinds = node.labels.map((l) => l.field).filter((f) => !repeatable.has(f))
    for (let p: OutlineNode | null = node; p && p.line >= 0; p = p.parent) {
      const below = kindsBelow.get(p)
      if (below) below.push(...kinds)
      else kindsBelow.set(p, [...kinds])
    }
  }
  for (const node of outline.nodes) {
    const path = pathOf(node)
    const level = levels.get(path) ?? { n: 0, held: 0, repeated: 0 }
    const kinds = kindsBelow.get(node) ?? []
    level.n++
    if (kinds.length > 0) level.held++
    level.repeated += kinds.length - new Set(kinds).size
    levels.set(path, level)
  }
  let best: string | null = null
  let most = 0
  for (const [path, { n, held, repeated }] of levels) {
    const score = held - 2 * repeated - 0.5 * (n - held) + path.length / 1000
    if (held > 0 && score > most) {
      most = score
      best = path
    }
  }
  return best
}

function build(folded: string, lines: readonly Line[], ownerPath: string | null): Outline {
  const root: OutlineNode = { line: -1, style: '', ordinal: 0, parent: null, children: [], end: lines.length, labels: [], region: 0 }
  const nodes: OutlineNode[] = []
  const notices: OutlineNotice[] = []
  const headings = fieldHeadings(lines)
  const nextLabel = labelsAhead(lines)
  const plain = plainHeadings(folded, lines)
  const problems = plainProblems(folded, lines)
  let stack: Frame[] = [{ kind: 'node', node: root }]
  let region = 0

  const topNode = (): OutlineNode => {
    for (let k = stack.length - 1; k >= 0; k--) {
      const frame = stack[k]
      if (frame?.kind === 'node') return frame.node
    }
    return root
  }
  const barrier = (): number => {
    for (let k = stack.length - 1; k > 0; k--) if (stack[k]?.kind === 'field') return k
    return -1
  }
  /** Ends everything from frame `k` up at line `i`. */
  const popTo = (k: number, i: number) => {
    for (let j = stack.length - 1; j >= k; j--) {
      const frame = stack[j]
      if (frame?.kind === 'node') frame.node.end = i
    }
    stack = stack.slice(0, k)
  }
  const push = (i: number, style: string, ordinal: number): OutlineNode => {
    const parent = topNode()
    const node: OutlineNode = { line: i, style, ordinal, parent, children: [], end: lines.length, labels: [], region }
    parent.children.push(node)
    nodes.push(node)
    stack.push({ kind: 'node', node })
    return node
  }
  const frameOf = (style: string, from: number, to: number, fits: (last: number) => boolean, same: (s: string) => boolean = (s) => s === style): number => {
    for (let k = to; k >= from; k--) {
      const frame = stack[k]
      if (frame?.kind === 'node' && frame.node !== root && same(frame.node.style) && fits(frame.node.ordinal)) return k
    }
    return -1
  }

  /** Whether the label that comes next begins or goes on with another record than the open one. */
  const beginsRecord = (i: number): boolean => {
    const at = barrier()
    const frame = at >= 0 ? stack[at] : undefined
    if (frame?.kind !== 'field') return false
    const ahead = nextLabel[i]
    if (ahead === undefined || ahead < 0) return false
    const field = lines[ahead]?.label?.field
    return field !== undefined && !repeatable.has(field) && frame.owner.labels.some((l) => l.field === field)
  }

  const handleMark = (i: number, mark: Mark) => {
    const { style, ordinal: n } = mark
    const b = barrier()
    const top = stack.length - 1
    const follows = (last: number) => n === last + 1
    const inner = b >= 0 ? frameOf(style, b + 1, top, follows) : -1
    const outer = frameOf(style, 1, b >= 0 ? b - 1 : top, follows)
    const innerAny = b >= 0 ? frameOf(style, b + 1, top, () => true) : -1
    const outerAny = frameOf(style, 1, b >= 0 ? b - 1 : top, () => true)
    const open = (k: number) => {
      popTo(k, i)
      push(i, style, n)
    }
    if (mark.doubtful && inner < 0 && outer < 0) {
      const next = lines.slice(i + 1, i + 12).find((l) => l.mark?.style === style)
      if (n !== 1 || next?.mark?.ordinal !== 2) return
    }
    if (inner >= 0 && (outer < 0 || !beginsRecord(i))) return open(inner)
    if (outer >= 0) return open(outer)
    if (n === 1) {
      if (b >= 0) {
        if (outerAny >= 0 && beginsRecord(i)) {
          region++
          return open(outerAny)
        }
        if (innerAny >= 0) return open(innerAny)
        push(i, style, n)
        return
      }
      if (outerAny >= 0) {
        const frame = stack[outerAny]
        if (frame?.kind === 'node' && frame.node.parent === root) region++
        return open(outerAny)
      }
      push(i, style, n)
      return
    }
    // misprints: another style of the family, a number that is skipped or comes twice
    const relative = frameOf(style, 1, top, follows, (s) => s !== style && similarStyles(s, style))
    if (relative >= 0) {
      const frame = stack[relative]
      const expected = frame?.kind === 'node' ? frame.node.style : style
      notices.push({ code: 'number_misprint', line: i, message: `unexpected mark ${folded.slice(mark.start, mark.end)}, expected the style of its list (${expected})` })
      popTo(relative, i)
      push(i, expected, n)
      return
    }
    const near = (last: number) => n > last && n <= last + 3
    const skipped = Math.max(innerAny >= 0 ? frameOf(style, b + 1, top, near) : -1, -1)
    const skippedOuter = frameOf(style, 1, b >= 0 ? b - 1 : top, near)
    const k = skipped >= 0 && !(skippedOuter >= 0 && beginsRecord(i)) ? skipped : skippedOuter >= 0 ? skippedOuter : innerAny >= 0 && !(outerAny >= 0 && beginsRecord(i)) ? innerAny : outerAny
    if (k >= 0) {
      const frame = stack[k]
      const last = frame?.kind === 'node' ? frame.node.ordinal : 0
      notices.push({
        code: n === last ? 'number_repeated' : 'number_skipped',
        line: i,
        message: `unexpected number ${folded.slice(mark.start, mark.end)} after ${last}, expected ${last + 1}`,
      })
      return open(k)
    }
    if (!mark.doubtful) push(i, style, n)
  }

  const handleLabel = (i: number, field: FieldKind) => {
    const b = barrier()
    const frame = b >= 0 ? stack[b] : undefined
    if (frame?.kind === 'field') {
      const owner = frame.owner
      const repeated = !repeatable.has(field) && owner.labels.some((l) => l.field === field)
      if (!repeated) {
        popTo(b, i)
        owner.labels.push({ field, line: i })
        stack.push({ kind: 'field', owner, field })
        return
      }
      const nested = stack.slice(b + 1).some((f) => f.kind === 'node')
      // a unit or a time after a numbered measure is the measure's own
      if (nested && field !== 'problem' && field !== 'number' && field !== 'goal' && field !== 'measures' && field !== 'progress') return
      startRecord(i, field, owner, b)
      return
    }
    const owner = labelOwner(i)
    owner.labels.push({ field, line: i })
    // 发布时间：… over the report is no field of an item
    if (!repeatable.has(field)) stack.push({ kind: 'field', owner, field })
  }

  /** The heading that a label belongs to when no field is open: on the level of the other owners, where that is known. */
  const labelOwner = (i: number): OutlineNode => {
    const k = ownerPath === null ? -1 : stack.findLastIndex((f) => f.kind === 'node' && f.node !== root && pathOf(f.node) === ownerPath)
    if (k >= 0) popTo(k + 1, i)
    else {
      const k = stack.findLastIndex((f) => f.kind === 'node' && f.node.style !== 'is' && f.node.style !== 'first')
      popTo(k + 1, i)
    }
    return topNode()
  }

  /** A label comes again: what follows is another record, though no mark told so. */
  const startRecord = (i: number, field: FieldKind, owner: OutlineNode, b: number) => {
    let from = i
    if (field !== 'problem' && field !== 'number') {
      const before = lines[i - 1]
      if (before && !before.label && !before.mark && !before.table && i - 1 > (owner.labels.at(-1)?.line ?? i)) from = i - 1
      else if ((owner.line >= 0 && owner.style !== 'record') || field !== owner.labels.find((l) => !repeatable.has(l.field))?.field) {
        // nothing in between: the same record has a second label of the kind (主体责任：…责任部门：…)
        popTo(b, i)
        owner.labels.push({ field, line: i })
        stack.push({ kind: 'field', owner, field })
        return
      }
    }
    const ownerFrame = stack.findIndex((f) => f.kind === 'node' && f.node === owner)
    if (owner.style === 'record') popTo(ownerFrame, from)
    else {
      popTo(ownerFrame + 1, from)
      const first = owner.labels[0]
      if (first && owner.labels.length > 0) {
        // the owner turns out to be a heading over several records
        const record: OutlineNode = { line: first.line, style: 'record', ordinal: 1, parent: owner, children: [], end: from, labels: owner.labels, region }
        record.children = owner.children.filter((c) => c.line > first.line)
        for (const child of record.children) child.parent = record
        owner.children = [...owner.children.filter((c) => c.line <= first.line), record]
        owner.labels = []
        nodes.push(record)
      }
    }
    const parent = topNode()
    const record = push(from, 'record', parent.children.filter((c) => c.style === 'record').length + 1)
    record.labels.push({ field, line: i })
    stack.push({ kind: 'field', owner: record, field })
  }

  /** 整改措施：1．…: the list that the next lines go on with has its first member in the label's own line. */
  const openInner = (i: number, line: Line) => {
    if (!line.label || line.label.value >= line.end) return
    const mark = markAt(folded, line.label.value)
    if (!mark || mark.doubtful || mark.ordinal !== 1 || mark.style === 'is') return
    stack.push({ kind: 'node', node: { line: i, style: mark.style, ordinal: 1, parent: topNode(), children: [], end: lines.length, labels: [], region } })
  }

  lines.forEach((line, i) => {
    if (line.table) return
    if (isSectionTitle(folded, line) && !line.heading) {
      popTo(1, i)
      region++
      return
    }
    if (plain.has(i) || problems.has(i)) {
      const style = problems.has(i) ? 'problem' : 'plain'
      const open = stack.findIndex((f) => f.kind === 'node' && f.node.style === style)
      const b = barrier()
      const frame = b >= 0 ? stack[b] : undefined
      const owner = frame?.kind === 'field' && frame.owner !== root ? stack.findIndex((f) => f.kind === 'node' && f.node === frame.owner) : b
      if (open >= 0) popTo(open, i)
      else if (owner > 0) popTo(owner, i)
      push(i, style, topNode().children.filter((c) => c.style === style).length + 1)
      return
    }
    if (line.label && (!line.mark || headings.has(i))) {
      handleLabel(i, line.label.field)
      openInner(i, line)
      return
    }
    if (line.mark) {
      handleMark(i, line.mark)
      if (line.label?.field === 'problem') {
        const node = topNode()
        if (node.line === i) node.labels.push({ field: 'problem', line: i })
      }
      return
    }
    if (line.heading > 1) {
      const style = `h${line.heading}`
      const k = stack.findIndex((f) => f.kind === 'node' && /^h\d$/.test(f.node.style) && Number(f.node.style[1]) >= line.heading)
      const frame = k >= 0 ? stack[k] : undefined
      const last = frame?.kind === 'node' && frame.node.style === style ? frame.node.ordinal : 0
      popTo(k >= 0 ? k : lastHeading(stack) + 1, i)
      push(i, style, last + 1)
    }
  })
  nodes.sort((a, b) => a.line - b.line)
  return { root, nodes, notices }
}

const lastHeading = (stack: readonly Frame[]): number => {
  for (let k = stack.length - 1; k > 0; k--) {
    const frame = stack[k]
    if (frame?.kind === 'node' && /^h\d$/.test(frame.node.style)) return k
  }
  return 0
}

/** For each line the next line with a label before another mark of the same style, or -1. */
function labelsAhead(lines: readonly Line[]): number[] {
  const ahead = new Array<number>(lines.length).fill(-1)
  let next = -1
  const nextMark = new Map<string, number>()
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]
    const style = line?.mark?.style
    const sameStyle = style === undefined ? -1 : (nextMark.get(style) ?? -1)
    ahead[i] = next >= 0 && (sameStyle < 0 || next < sameStyle) ? next : -1
    if (line?.label && !line.mark) next = i
    if (style !== undefined) nextMark.set(style, i)
  }
  return ahead
}

/** The styles from the outermost heading down to this node. */
export function pathOf(node: OutlineNode): string {
  const styles: string[] = []
  for (let n: OutlineNode | null = node; n && n.line >= 0; n = n.parent) styles.push(n.style)
  return styles.reverse().join('/')
}
