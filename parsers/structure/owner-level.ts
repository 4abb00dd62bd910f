/** Which level of the outline owns the field labels. */
import type { FieldKind } from '../lexicon/labels.js'
import type { Outline, OutlineNode } from './outline.js'

/** Kinds that may stand more than once in one record. */
export const repeatable = new Set<FieldKind>(['other', 'category'])

/** The level whose headings hold one record of labels each; null where all owners are on one level already. */
export function ownerLevel(outline: Outline): string | null {
  const owners = outline.nodes.filter((node) => node.labels.some((l) => !repeatable.has(l.field)))
  const paths = new Set(owners.map(pathOf))
  if (paths.size === 0 || (paths.size === 1 && owners.length === outline.nodes.filter((n) => paths.has(pathOf(n))).length))
    return null
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

/** The styles from the outermost heading down to this node. */
export function pathOf(node: OutlineNode): string {
  const styles: string[] = []
  for (let n: OutlineNode | null = node; n && n.line >= 0; n = n.parent) styles.push(n.style)
  return styles.reverse().join('/')
}
