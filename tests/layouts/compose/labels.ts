/** A field's label in the layout's form, with the value behind it or below it. */
import type { Layout } from '../axes.js'
import { printWord } from '../convert/label-words.js'
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
  const printed = printWord(layout.labelPrint, word)
  const colon = layout.labelPrint === 'colonApart' ? ' ：' : layout.labelPrint === 'valueApart' ? '： ' : '：'
  const opened = (head: string): string[] => (below ? [head, ...value] : [`${head}${first}`, ...rest])
  if (oddity === 'noColon') return [`${printed}${first}`, ...rest]
  switch (layout.labelForm) {
    case 'bold':
      return opened(bold(printed))
    case 'boldColon':
      return opened(bold(`${printed}${colon}`))
    case 'colon':
      return opened(`${printed}${oddity === 'halfColon' ? ':' : colon}`)
    case 'half':
      return opened(`${printed}${oddity === 'halfColon' ? '：' : ':'}`)
    case 'brackets':
      return opened(`【${printed}】`)
    case 'ownLine':
      return [printed, ...value]
    case 'ownLineColon':
      return [`${printed}${colon}`, ...value]
    case 'numbered':
      return at > 0 ? opened(`${mark(labelMark(layout), at)}${printed}${colon}`) : opened(`${printed}${colon}`)
    case 'numberedOwnLine':
      return at > 0 ? [`${mark(labelMark(layout), at)}${printed}`, ...value] : opened(`${printed}${colon}`)
    case 'numberedBare':
      return at > 0 ? opened(`${mark(labelMark(layout), at)}${printed}。`) : opened(`${printed}${colon}`)
    case 'numberedBold':
      return at > 0 ? opened(bold(`${mark(labelMark(layout), at)}${printed}${colon}`)) : opened(bold(`${printed}${colon}`))
    case 'glued':
      return below ? [printed, ...value] : [`${printed}${first}`, ...rest]
    case 'blank':
      return below ? [printed, ...value] : [`${printed} ${first}`, ...rest]
    case 'none':
      return value
  }
}
