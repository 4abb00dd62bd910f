/** A field's label in the layout's form, with the value behind it or below it. */
import type { Layout } from '../axes.js'
import { familyOf, type MarkStyle, mark } from '../marks.js'

/** The mark that a numbered label has, one level below the item's. */
export function labelMark(layout: Layout): MarkStyle {
  // the report of one problem numbers its fields as chapters
  if (layout.structure === 'single') return '一、'
  switch (familyOf(layout.itemMark)) {
    case 'hanParen':
      return '1.'
    case 'digit':
      return '（1）'
    case 'digitParen':
      return '①'
    default:
      return '（一）'
  }
}

/** Around what a container with type faces sets in bold. */
export const boldOpen = '\ue000'
export const boldClose = '\ue001'
const bold = (text: string): string => `${boldOpen}${text}${boldClose}`

/** Oddities of one label: a colon of the other width, or none. */
export type LabelOddity = 'halfColon' | 'noColon' | null

/** The lines of a field: `value`'s first line behind the label where the form allows; `at` counts the item's numbered labels. */
export function labelled(
  layout: Layout,
  word: string,
  value: string[],
  at = 0,
  oddity: LabelOddity = null,
  below = false,
): string[] {
  const [first = '', ...rest] = value
  const opened = (head: string): string[] => (below ? [head, ...value] : [`${head}${first}`, ...rest])
  if (oddity === 'noColon') return [`${word}${first}`, ...rest]
  switch (layout.labelForm) {
    case 'bold':
      return opened(bold(word))
    case 'boldColon':
      return opened(bold(`${word}：`))
    case 'colon':
      return opened(`${word}${oddity === 'halfColon' ? ':' : '：'}`)
    case 'half':
      return opened(`${word}${oddity === 'halfColon' ? '：' : ':'}`)
    case 'brackets':
      return opened(`【${word}】`)
    case 'ownLine':
      return [word, ...value]
    case 'ownLineColon':
      return [`${word}：`, ...value]
    case 'numbered':
      return at > 0 ? opened(`${mark(labelMark(layout), at)}${word}：`) : opened(`${word}：`)
    case 'numberedOwnLine':
      return at > 0 ? [`${mark(labelMark(layout), at)}${word}`, ...value] : opened(`${word}：`)
    case 'numberedBare':
      return at > 0 ? opened(`${mark(labelMark(layout), at)}${word}。`) : opened(`${word}：`)
    case 'numberedBold':
      return at > 0 ? opened(bold(`${mark(labelMark(layout), at)}${word}：`)) : opened(bold(`${word}：`))
    case 'glued':
      return below ? [word, ...value] : [`${word}${first}`, ...rest]
    case 'blank':
      return below ? [word, ...value] : [`${word} ${first}`, ...rest]
    case 'none':
      return value
  }
}
