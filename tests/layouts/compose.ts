/** A layout as a report: its bytes, and the record that they must give. */
import type { Layout } from './axes.js'
import { composeBlocks } from './compose/report.js'
import { renderText } from './render.js'
import type { Expected } from './types.js'

export interface ComposedReport {
  bytes: Uint8Array
  /** What a person would see. */
  text: string
  /** Of the file's name. */
  extension: string
  expected: Expected
}

export async function composeReport(layout: Layout): Promise<ComposedReport> {
  const { blocks, expected } = composeBlocks(layout)
  const text = renderText(layout, blocks)
  return { bytes: new TextEncoder().encode(text), text, extension: 'txt', expected }
}
