/** What the composer of tables passes along: blocks of a document with merged cells, and the record that they must give. */

export interface Cell {
  /** Paragraphs. */
  lines: string[]
  colspan?: number
  rowspan?: number
}
export interface Table {
  kind: 'table'
  rows: Cell[][]
  /** Rows of the head. */
  head: number
}
export interface Line {
  kind: 'line'
  text: string
  style: 'title' | 'heading' | 'body'
}
export type Block = Table | Line

/** A record as a test compares it: parties as `role:name`, actions as `label text`. */
export interface Row {
  label: string
  path: string[]
  problem: string
  goal: string | null
  measures: string[]
  progress: string[]
  parties: string[]
  deadline: string[]
  status: string | null
}

export const containers = ['html', 'fragment', 'markdown', 'tabs', 'blanks', 'cells', 'docx', 'xlsx'] as const
export type Container = (typeof containers)[number]

export const cell = (text: string, more: Omit<Cell, 'lines'> = {}): Cell => ({
  lines: text === '' ? [] : text.split('\n'),
  ...more,
})
