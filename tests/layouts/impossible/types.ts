import type { Layout } from '../axes.js'

/** A point of the space that is left out: why, and the neighbour that takes its place. */
export interface Exclusion {
  why: string
  when: (layout: Layout) => boolean
  instead: (layout: Layout) => Partial<Layout>
}

export const hasCategories = (l: Layout): boolean => l.categories !== 'none'
export const hasChapters = (l: Layout): boolean =>
  l.structure === 'parallel' || l.structure === 'departments' || l.before !== 'none' || l.over !== 'none' || l.after !== 'none'
/** Label and value are parted by a colon or brackets. */
export const hasColon = (l: Layout): boolean => ['colon', 'half', 'brackets', 'bold', 'boldColon'].includes(l.labelForm)
