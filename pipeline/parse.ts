/**
 * The report processor: a unified processor over the tree of blocks. Its list of stages is the program's table of contents.
 * A site's quirk or a province's layout is one more plug-in before or behind any of them.
 */
import { createHash } from 'node:crypto'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { readBlocks } from '../parsers/readers/index.js'
import { sniff } from '../parsers/readers/sniff.js'
import type { Span } from '../parsers/tree.js'
import { explain, explainLine } from './explain.js'
import { type Diagnostic, type Report, SCHEMA_VERSION } from './record.js'
import { clean } from './stages/clean.js'
import { fields } from './stages/fields.js'
import { head } from './stages/head.js'
import { reading } from './stages/reading.js'
import { reconcile } from './stages/reconcile.js'
import { tokens } from './stages/tokens.js'
import { values } from './stages/values.js'
import type { ReportTree } from './tree.js'

/** clean → tokens → reading → head → fields → values → reconcile, on the tree that a reader gave. */
export const createProcessor = () =>
  unified().use(clean).use(tokens).use(reading).use(head).use(fields).use(values).use(reconcile)

const processor = createProcessor().freeze()

export interface ParseOptions {
  /** Give the evidence that the engine weighed. */
  explain?: boolean
  /** With `explain`: of this line alone. */
  line?: number
}

/** Reads one report. What is wrong with the source is a diagnostic of the record, never an exception. */
export async function parseReport(
  bytes: Uint8Array,
  source: string,
  options: ParseOptions = {},
): Promise<{ report: Report; explain?: string }> {
  const { format } = sniff(bytes)
  // text needs none of the programs that scans and legacy office files may need
  const plain = format === 'text' || format === 'markdown' || format === 'html'
  const tree = (plain ? await readBlocks(bytes) : await (await import('./external.js')).readSource(bytes)) as ReportTree
  return parseTree(tree, bytes, source, options)
}

/** The record of a tree of blocks that a reader gave. */
export function parseTree(
  tree: ReportTree,
  bytes: Uint8Array,
  source: string,
  options: ParseOptions = {},
): { report: Report; explain?: string } {
  const file = new VFile({ path: source || 'report' })
  processor.runSync(tree, file)
  const report = compile(tree, file, bytes, source)
  return options.explain
    ? { report, explain: options.line === undefined ? explain(tree) : explainLine(tree, options.line) }
    : { report }
}

/** How the layout was read; rounded, so that the last bits of a sum of floats decide nothing. */
function readingOf({ data: { reading, certainty, items = [] } }: ReportTree): Report['document']['reading'] {
  if (!reading || certainty === undefined || items.length === 0) return null
  const rounded = (value: number, places: number): number => Number(value.toFixed(places))
  return { by: reading.by, margin: rounded(reading.margin, 2), certainty: rounded(certainty, 3) }
}

/** The record from the finished tree; diagnostics from the file's messages, in document order. */
function compile(tree: ReportTree, file: VFile, bytes: Uint8Array, source: string): Report {
  const { layout, head: top, items: found = [], declared = [], format, encoding } = tree.data
  const itemAt = (span: Span | null): number | null =>
    span ? (found.find((item) => span[0] >= item.span[0] && span[1] <= item.span[1])?.seq ?? null) : null
  const diagnostics = file.messages.map((message): Diagnostic => {
    const start = message.place && 'start' in message.place ? message.place.start.offset : undefined
    const end = message.place && 'end' in message.place ? message.place.end.offset : undefined
    const span: Span | null = start === undefined || end === undefined ? null : [start, end]
    return {
      code: message.ruleId ?? 'note',
      severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
      message: message.reason,
      span,
      item: itemAt(span),
    }
  })
  diagnostics.sort((a, b) => (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1) || a.code.localeCompare(b.code))
  return {
    schemaVersion: SCHEMA_VERSION,
    document: {
      id: createHash('sha256').update(bytes).digest('hex'),
      source,
      format,
      encoding,
      title: top?.title?.text ?? tree.data.meta?.title ?? null,
      kind: top?.kind ?? 'unknown',
      programme: found.length > 0 ? (top?.programme ?? null) : null,
      region: top?.region ?? null,
      asOf: top?.kind === 'progress' ? top.asOf : null,
      reading: readingOf(tree),
      text: layout?.text ?? '',
    },
    items: found,
    declared,
    diagnostics,
  }
}
