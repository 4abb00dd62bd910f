/**
 * Which blocks are the report's items. Layouts are inferred: every level of the outline and every table is a candidate,
 * the evidence of each is weighed, and what was weighed can be printed.
 */
import { trailingStatus } from '../fields/status.js'
import { actionStart, guanyuProblem, itemChapter, otherChapter, problemCue, problemHeading } from '../lexicon/cues.js'
import type { FieldKind } from '../lexicon/labels.js'
import type { Line } from '../tokens/lines.js'
import type { Outline, OutlineNode } from './outline.js'
import { pathOf } from './owner-level.js'
import { telling } from './raw-item.js'

/** One candidate level with its evidence, for `parse --explain`. */
export interface Candidate {
  path: string
  region: number
  nodes: OutlineNode[]
  score: number
  evidence: Record<string, number>
}

export interface Choice {
  items: OutlineNode[]
  by: 'labels' | 'evidence' | 'none'
  candidates: Candidate[]
}

const kindsOf = (node: OutlineNode): Set<FieldKind> =>
  new Set(node.labels.map((l) => l.field).filter((f) => telling.has(f) || f === 'problem'))

/** A law, rules, a notice of duties: its articles are no problems. */
const isRegulation = (folded: string, lines: readonly Line[]): boolean =>
  lines.filter((line) => line.mark?.style === 'part' && folded.slice(line.mark.start, line.mark.end).includes('条')).length >= 4

export function chooseItems(
  folded: string,
  lines: readonly Line[],
  outline: Outline,
  declaredTotals: ReadonlySet<number>,
): Choice {
  if (isRegulation(folded, lines)) return { items: [], by: 'none', candidates: [] }
  const labelled = byLabels(folded, lines, outline)
  const candidates = weigh(folded, lines, outline, declaredTotals)
  const best = candidates[0]
  const rectified = folded.split(/整改|销号/, 4).length - 1
  // a stray label or two do not outweigh a whole list of problems
  const stray = best !== undefined && best.score >= 3 && best.nodes.length >= 3 * labelled.length
  if (labelled.length > 0 && !stray) return { items: labelled, by: 'labels', candidates }
  // without labels the text itself must speak of rectification: a list of faults alone is none
  if (!best || best.score < 1.5 || rectified < 2) return { items: [], by: 'none', candidates }
  const sameLevel = candidates
    .filter((c) => c.path === best.path && c.score >= 1.5 && c.region === best.region)
    .flatMap((c) => c.nodes)
  const items = withStragglers(folded, lines, outline, [...new Set(sameLevel)])
  return { items, by: 'evidence', candidates }
}

/** Headings that own field labels. */
function byLabels(folded: string, lines: readonly Line[], outline: Outline): OutlineNode[] {
  const all = [outline.root, ...outline.nodes]
  const owners = all.filter(
    (node) => [...kindsOf(node)].some((k) => telling.has(k)) || (kindsOf(node).has('problem') && !hasLabelledBelow(node)),
  )
  const real = owners.filter((node) => {
    const kinds = kindsOf(node)
    // a category with a problem label only, over items with labels of their own
    if (hasLabelledBelow(node) && !(kinds.size >= 2 && kinds.has('problem')) && kinds.size < 3) return false
    if (node === outline.root) return kinds.has('problem') && kinds.size >= 2
    return true
  })
  if (real.length === 0) return []
  const weight = new Map<string, number>()
  for (const node of real) weight.set(pathOf(node), (weight.get(pathOf(node)) ?? 0) + kindsOf(node).size)
  const [main] = [...weight].sort((a, b) => b[1] - a[1])[0] ?? ['']
  const mainKinds = new Map<FieldKind, number>()
  const mainNodes = real.filter((node) => pathOf(node) === main)
  for (const node of mainNodes) for (const kind of kindsOf(node)) mainKinds.set(kind, (mainKinds.get(kind) ?? 0) + 1)
  const usual = [...mainKinds].filter(([, n]) => n * 2 >= mainNodes.length).map(([kind]) => kind)
  const chosen = real.filter((node) => {
    if (pathOf(node) === main) return true
    const kinds = kindsOf(node)
    const shared = usual.filter((kind) => kinds.has(kind)).length
    return shared * 2 >= usual.length && shared > 0 && (kinds.size >= 2 || usual.length === 1)
  })
  const set = new Set(chosen)
  // no item inside an item
  const outer = chosen.filter((node) => {
    for (let p = node.parent; p; p = p.parent) if (set.has(p)) return false
    return true
  })
  // siblings without labels in a list of items are items too: an item whose fields were left out
  const lists = new Map<OutlineNode | null, OutlineNode[]>()
  for (const node of outer) {
    const list = lists.get(node.parent)
    if (list) list.push(node)
    else lists.set(node.parent, [node])
  }
  const more: OutlineNode[] = []
  for (const [parent, own] of lists) {
    const style = own[0]?.style
    if (!parent || own.length < 2) continue
    for (const sibling of parent.children) {
      if (set.has(sibling) || sibling.style !== style || hasLabelledBelow(sibling)) continue
      const between =
        sibling.line > (own[0]?.line ?? 0) && sibling.line < (own.at(-1)?.line ?? 0) && sibling.region === own[0]?.region
      const text = headText(folded, lines, sibling)
      if (between || (sibling.region === own[0]?.region && problemHeading.test(text) && !otherChapter.test(text)))
        more.push(sibling)
    }
  }
  // cousins: the same level under another heading
  const style = outer[0]?.style
  const done = new Set([...outer, ...more])
  const cousins =
    outer.length >= 2
      ? outline.nodes.filter(
          (node) =>
            !done.has(node) &&
            node.style === style &&
            pathOf(node) === main &&
            !hasLabelledBelow(node) &&
            isProblemLike(headText(folded, lines, node)),
        )
      : []
  return [...outer, ...more, ...cousins].sort((a, b) => a.line - b.line)
}

/** A heading that no other thing than a problem would have. */
const isProblemLike = (text: string): boolean => guanyuProblem.test(text) || trailingStatus(text) !== null

const hasLabelledBelow = (node: OutlineNode): boolean =>
  node.children.some((child) => [...kindsOf(child)].some((k) => telling.has(k)) || hasLabelledBelow(child))

export function headText(folded: string, lines: readonly Line[], node: OutlineNode): string {
  const line = lines[node.line]
  if (!line) return ''
  const from = line.label && line.label.field === 'problem' && line.label.form !== 'alone' ? line.label.value : line.body
  return folded.slice(from, line.end)
}

const firstSentence = (text: string): string => {
  const end = text.indexOf('。')
  return end < 0 ? text : text.slice(0, end + 1)
}

/** Weighs every level of the outline in a report without labels. */
function weigh(folded: string, lines: readonly Line[], outline: Outline, declaredTotals: ReadonlySet<number>): Candidate[] {
  const groups = new Map<string, OutlineNode[]>()
  for (const node of outline.nodes) {
    const chapter = chapterOf(node)
    const key = `${node.region}|${pathOf(node)}|${chapter?.line ?? ''}`
    const group = groups.get(key)
    if (group) group.push(node)
    else groups.set(key, [node])
  }
  const candidates: Candidate[] = []
  for (const [key, nodes] of groups) {
    const [region = '0', path = ''] = key.split('|')
    const n = nodes.length
    let marker = 0
    let guanyu = 0
    let heading = 0
    let cue = 0
    let action = 0
    let body = 0
    let below = 0
    let chapter = 0
    let run = 0
    let before = 0
    for (const node of nodes) {
      const text = headText(folded, lines, node)
      const first = firstSentence(text)
      const status = trailingStatus(text)
      if (status) marker++
      if (guanyuProblem.test(text)) guanyu++
      if (problemHeading.test(status ? (first.split(/[（【]/, 1)[0] ?? '') : first)) heading++
      if (problemCue.test(first)) cue++
      if (actionStart.test(text)) action++
      if (node.children.length > 0 || node.end > node.line + 1 || text.length > 120) body++
      const problems = node.children.filter((c) => {
        const t = headText(folded, lines, c)
        return (
          guanyuProblem.test(t) ||
          ((problemHeading.test(firstSentence(t)) || trailingStatus(t) !== null) && !actionStart.test(t))
        )
      }).length
      if (node.children.length > 0 && problems * 2 >= node.children.length) below++
      if (node.ordinal === before + 1 || node.ordinal === 1) run++
      before = node.ordinal
      for (let p = node.parent; p && p.line >= 0; p = p.parent) {
        const t = headText(folded, lines, p).slice(0, 40)
        if (otherChapter.test(t) && !/问题/.test(t)) chapter--
        else if (itemChapter.test(t)) chapter++
        else continue
        break
      }
    }
    const evidence = {
      marker: marker / n,
      guanyu: guanyu / n,
      heading: heading / n,
      cue: cue / n,
      action: action / n,
      body: body / n,
      below: below / n,
      chapter: chapter / n,
      run: run / n,
      declared: declaredTotals.has(n) ? 1 : 0,
      count: n,
    }
    const score =
      4 * evidence.marker +
      3 * evidence.guanyu +
      1.6 * evidence.heading +
      0.8 * evidence.cue -
      1.6 * evidence.action * (1 - evidence.guanyu) -
      3 * evidence.below +
      0.4 * evidence.body +
      0.8 * evidence.chapter +
      0.3 * evidence.run +
      (n >= 3 ? 1.5 * evidence.declared : 0) -
      (nodes[0]?.style === 'is' || nodes[0]?.style === 'first' ? 2 : 0) -
      (n === 1 ? 0.8 : 0)
    candidates.push({ path, region: Number(region), nodes, score, evidence })
  }
  return candidates.sort((a, b) => b.score - a.score || a.path.length - b.path.length)
}

const chapterOf = (node: OutlineNode): OutlineNode | null => {
  let chapter: OutlineNode | null = null
  for (let p = node.parent; p && p.line >= 0; p = p.parent) chapter = p
  return chapter
}

/** Headings beside the items' own headings that hold no item and are problems themselves. */
function withStragglers(folded: string, lines: readonly Line[], outline: Outline, items: OutlineNode[]): OutlineNode[] {
  const set = new Set(items)
  const parents = new Set(items.map((i) => i.parent))
  const parentLists = new Set([...parents].map((p) => p?.parent ?? null))
  const extra = outline.nodes.filter((node) => {
    if (set.has(node) || !node.parent || !parentLists.has(node.parent) || parents.has(node)) return false
    if (items.every((i) => i.parent === null || i.parent.line < 0)) return false
    const cousin = [...parents].some((p) => p?.style === node.style && p.parent === node.parent)
    if (!cousin) return false
    const text = headText(folded, lines, node)
    return (guanyuProblem.test(text) || trailingStatus(text) !== null) && !otherChapter.test(text.slice(0, 30))
  })
  return [...items, ...extra].sort((a, b) => a.line - b.line)
}
