/**
 * The outline: which mark stands under which, and which block of labels belongs to which heading.
 * The same mark means different levels in different places, so a level is read from the marks around it: a style that is new opens
 * a level, a style that is open and goes on by one closes back to it, a restart opens a new list. A label opens a field of the
 * heading that owns the labels around it; lists inside a field stay inside it.
 */
import { type FieldKind, isShortField } from '../lexicon/labels.js'
import type { Line } from '../tokens/lines.js'
import { type Mark, markAt, similarStyles } from '../tokens/marks.js'
import { bracketsOfMeasures, fieldHeadings, isSectionTitle, plainHeadings, plainProblems } from './headings.js'
import { ownerLevel, pathOf, repeatable } from './owner-level.js'

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

/** The outline of the lines. Labels found on several levels are given to the one level that explains them best. */
export function buildOutline(folded: string, lines: readonly Line[]): Outline {
  const first = build(folded, lines, null)
  const owner = ownerLevel(first)
  return owner === null ? first : build(folded, lines, owner)
}

function build(folded: string, lines: readonly Line[], ownerPath: string | null): Outline {
  const root: OutlineNode = {
    line: -1,
    style: '',
    ordinal: 0,
    parent: null,
    children: [],
    end: lines.length,
    labels: [],
    region: 0,
  }
  const nodes: OutlineNode[] = []
  const notices: OutlineNotice[] = []
  const headings = fieldHeadings(lines)
  const nextLabel = labelsAhead(lines)
  const plain = plainHeadings(folded, lines)
  const problems = plainProblems(folded, lines)
  const ownBrackets = bracketsOfMeasures(lines)
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
  const frameOf = (
    style: string,
    from: number,
    to: number,
    fits: (last: number) => boolean,
    same: (s: string) => boolean = (s) => s === style,
  ): number => {
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
    // 6.4个市州… right under a heading: the next of a count that runs on
    const running = topNode().line === i - 1 && nodes.findLast((node) => node.style === style)?.ordinal === n - 1
    if (mark.doubtful && inner < 0 && outer < 0) {
      if (running) {
        push(i, style, n)
        return
      }
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
      notices.push({
        code: 'number_misprint',
        line: i,
        message: `unexpected mark ${folded.slice(mark.start, mark.end)}, expected the style of its list (${expected})`,
      })
      popTo(relative, i)
      push(i, expected, n)
      return
    }
    const near = (last: number) => n > last && n <= last + 3
    const skipped = Math.max(innerAny >= 0 ? frameOf(style, b + 1, top, near) : -1, -1)
    const skippedOuter = frameOf(style, 1, b >= 0 ? b - 1 : top, near)
    const k =
      skipped >= 0 && !(skippedOuter >= 0 && beginsRecord(i))
        ? skipped
        : skippedOuter >= 0
          ? skippedOuter
          : innerAny >= 0 && !(outerAny >= 0 && beginsRecord(i))
            ? innerAny
            : outerAny
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

  /** Whether two labels of one field can only belong to two records; 整改情况 and 整改结果 stand side by side in one. */
  const isSameLabel = (a: number, b: number, field: FieldKind): boolean => {
    if (field !== 'progress') return true
    const words = (i: number) => folded.slice(lines[i]?.label?.start, lines[i]?.label?.end)
    return words(a) === words(b)
  }

  const handleLabel = (i: number, field: FieldKind) => {
    const b = barrier()
    const frame = b >= 0 ? stack[b] : undefined
    if (frame?.kind === 'field') {
      const owner = frame.owner
      const repeated = !repeatable.has(field) && owner.labels.some((l) => l.field === field && isSameLabel(l.line, i, field))
      if (!repeated) {
        popTo(b, i)
        owner.labels.push({ field, line: i })
        stack.push({ kind: 'field', owner, field })
        return
      }
      const nested = stack.slice(b + 1).some((f) => f.kind === 'node')
      // a unit or a time after a numbered measure is the measure's own
      if (
        nested &&
        field !== 'problem' &&
        field !== 'number' &&
        field !== 'goal' &&
        field !== 'measures' &&
        field !== 'progress'
      )
        return
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
    const k =
      ownerPath === null ? -1 : stack.findLastIndex((f) => f.kind === 'node' && f.node !== root && pathOf(f.node) === ownerPath)
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
      else if (
        (owner.line >= 0 && owner.style !== 'record') ||
        field !== owner.labels.find((l) => !repeatable.has(l.field))?.field
      ) {
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
        const record: OutlineNode = {
          line: first.line,
          style: 'record',
          ordinal: 1,
          parent: owner,
          children: [],
          end: from,
          labels: owner.labels,
          region,
        }
        record.children = owner.children.filter((c) => c.line > first.line)
        for (const child of record.children) child.parent = record
        owner.children = [...owner.children.filter((c) => c.line <= first.line), record]
        owner.labels = []
        nodes.push(record)
      }
    }
    const parent = topNode()
    const record = push(from, 'record', nextOrdinal(parent, 'record'))
    record.labels.push({ field, line: i })
    stack.push({ kind: 'field', owner: record, field })
  }

  /** 整改措施：1．…: the list that the next lines go on with has its first member in the label's own line. */
  const openInner = (i: number, line: Line) => {
    if (!line.label || line.label.value >= line.end) return
    const mark = markAt(folded, line.label.value)
    if (!mark || mark.doubtful || mark.ordinal !== 1 || mark.style === 'is') return
    stack.push({
      kind: 'node',
      node: { line: i, style: mark.style, ordinal: 1, parent: topNode(), children: [], end: lines.length, labels: [], region },
    })
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
      const owner =
        frame?.kind === 'field' && frame.owner !== root
          ? stack.findIndex((f) => f.kind === 'node' && f.node === frame.owner)
          : b
      if (open >= 0) popTo(open, i)
      else if (owner > 0) popTo(owner, i)
      push(i, style, nextOrdinal(topNode(), style))
      return
    }
    if (line.label && line.bracketed && ownBrackets && isShortField(line.label.field)) return
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
      const k = stack.findIndex(
        (f) => f.kind === 'node' && /^h\d$/.test(f.node.style) && Number(f.node.style[1]) >= line.heading,
      )
      const frame = k >= 0 ? stack[k] : undefined
      const last = frame?.kind === 'node' && frame.node.style === style ? frame.node.ordinal : 0
      popTo(k >= 0 ? k : lastHeading(stack) + 1, i)
      push(i, style, last + 1)
    }
  })
  nodes.sort((a, b) => a.line - b.line)
  return { root, nodes, notices }
}

/** The number of the next child of a style that prints none. */
const nextOrdinal = (parent: OutlineNode, style: string): number =>
  (parent.children.findLast((child) => child.style === style)?.ordinal ?? 0) + 1

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
