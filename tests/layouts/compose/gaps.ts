/** What conversion leaves between a mark and its text: the number that a list made had a tab or a place of its own. */
import type { Layout } from '../axes.js'
import { familyOf, type MarkStyle } from '../marks.js'

const gaps: Record<Layout['markGap'], string> = { none: '', blank: ' ', wide: '　', tab: '\t', line: '' }

/** Behind the mark in its line; a run's words have none. */
export const gapBehind = (layout: Layout, style: MarkStyle): string =>
  ['run', 'none'].includes(familyOf(style)) ? '' : gaps[layout.markGap]
