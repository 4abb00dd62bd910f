/** Links that were found against those that are right. */
import { isLinked, type Link } from '../../pipeline/links/index.js'

export interface Right {
  item: number
  other: number
  /** Null where any will do. */
  relation: string | null
}

export interface Score {
  f1: number
  /** Share of the right links found whose relation is right. */
  relations: number
  wrong: Link[]
  /** Right ones that are not found, with what was said of them. */
  missed: { right: Right; suggested: Link | null }[]
  unlike: { right: Right; link: Link }[]
}

export const scoreOf = (links: readonly Link[], rights: readonly Right[]): Score => {
  const held = links.filter(isLinked)
  const rightOf = (link: Link) => rights.find(({ item, other }) => item === link.item && other === link.other)
  const found = held.flatMap((link) => {
    const right = rightOf(link)
    return right ? [{ link, right }] : []
  })
  const unlike = found.filter(({ link, right }) => right.relation !== null && right.relation !== link.relation)
  return {
    f1: held.length + rights.length === 0 ? 1 : (2 * found.length) / (held.length + rights.length),
    relations: found.length === 0 ? 1 : 1 - unlike.length / found.length,
    wrong: held.filter((link) => !rightOf(link)),
    missed: rights
      .filter((right) => !found.some((one) => one.right === right))
      .map((right) => ({
        right,
        suggested: links.find(({ item, other }) => item === right.item && other === right.other) ?? null,
      })),
    unlike,
  }
}
