/**
 * The report processor: a unified processor over the tree of blocks. Its list of stages is the program's table of contents.
 * A site's quirk or a province's layout is one more plug-in before or behind any of them.
 */
import { createHash } from 'node:crypto'
import { type Plugin, unified } from 'unified'
import { VFile } from 'vfile'
import { readBlocks } from '../parsers/readers/index.js'
import { sniff } from '../parsers/readers/sniff.js'
import type { BlockRoot, Span } from '../parsers/tree.js'
import { bounded, tooManyBytes } from './bounds.js'
import { cleanTree } from './characters.js'
import { checkRecord } from './check-record.js'
import { explain, explainLine } from './explain.js'
import type { Diagnostic, Item, Report } from './record.js'
import { SCHEMA_VERSION } from './schema-version.js'
import { clean } from './stages/clean.js'
import { fields } from './stages/fields.js'
import { head } from './stages/head.js'
import { reading } from './stages/reading.js'
import { reconcile } from './stages/reconcile.js'
import { tokens } from './stages/tokens.js'
import { values } from './stages/values.js'
import type { ReportTree } from './tree.js'

/** The stages in order, by name. Each adds one thing to the tree. */
const stages = { clean, tokens, reading, head, fields, values, reconcile } as const
export type StageName = keyof typeof stages
/** A stage: a unified transformer over the tree of blocks and what the stages before it added. */
export type Stage = Plugin<[], ReportTree>

export interface ProcessorOptions {
  /** Stages to run before and after those of the program, by name. */
  before?: Partial<Record<StageName, readonly Stage[]>>
  after?: Partial<Record<StageName, readonly Stage[]>>
}

declare module 'unified' {
  interface CompileResultMap {
    Report: Report
  }
}

/** A source before it is read: an empty tree. The readers are asynchronous, a parser of unified is not, so `read` fills it. */
const unread = (): ReportTree => ({
  type: 'root',
  children: [],
  data: { format: 'text', encoding: null, notices: [], unread: true },
})
const source: Plugin<[], string, ReportTree> = function () {
  this.parser = unread
}

/** The bytes of a file. */
const bytesOf = ({ value }: VFile): Uint8Array =>
  value instanceof Uint8Array ? value : new TextEncoder().encode(typeof value === 'string' ? value : '')

/** The blocks of any source. Text needs none of the programs that scans and legacy office files may need. */
async function blocksOf(bytes: Uint8Array): Promise<BlockRoot> {
  const sniffed = sniff(bytes)
  const { format } = sniffed
  const isText = format === 'text' || format === 'markdown' || format === 'html'
  return isText
    ? (tooManyBytes(bytes, format) ?? readBlocks(bytes, sniffed))
    : (await import('./external.js')).readSource(bytes, sniffed)
}

/** The tree within the bounds, without characters that do harm. */
function harmless<Root extends BlockRoot>(root: Root): Root | BlockRoot {
  const whole = bounded(root)
  cleanTree(whole)
  return whole
}

/** read: the blocks of the source, by its format; a tree that another parser gave is read already. */
const read: Stage = () => (tree, file) => {
  if (!tree.data.unread) return undefined
  return blocksOf(bytesOf(file)).then((root) => {
    const { children, data } = harmless(root)
    Object.assign(tree, { children, data })
  })
}

/** The record from the finished tree. */
const record: Plugin<[], ReportTree, Report> = function () {
  this.compiler = (tree, file) => checked(compile(tree as ReportTree, file))
}

/**
 * The report processor: source → read → clean → tokens → reading → head → fields → values → reconcile → record. It is a unified
 * processor: `(await createProcessor().process(new VFile({ path, value: bytes }))).result` is the record.
 */
export function createProcessor({ before = {}, after = {} }: ProcessorOptions = {}) {
  const processor = unified().use(source).use(record).use(read)
  for (const name of Object.keys(stages) as StageName[])
    for (const stage of [...(before[name] ?? []), stages[name], ...(after[name] ?? [])]) processor.use(stage)
  return processor.freeze()
}
export type ReportProcessor = ReturnType<typeof createProcessor>

const standard = createProcessor()

export interface ParseOptions {
  /** Give the evidence that the engine weighed. */
  explain?: boolean
  /** With `explain`: of this line alone. */
  line?: number
  /** A processor with stages of the user's own. */
  processor?: ReportProcessor
}

/** Reads one report. What is wrong with the source is a diagnostic of the record, never an exception. */
export async function parseReport(
  bytes: Uint8Array,
  source: string,
  options: ParseOptions = {},
): Promise<{ report: Report; explain?: string }> {
  const processor = options.processor ?? standard
  const file = fileOf(bytes, source)
  // `processor.parse` would decode the file, whatever it is, for a parser that looks at none of it
  const tree = await processor.run(unread(), file)
  return told(tree, processor.stringify(tree, file), options)
}

/** The record of a tree of blocks that a reader gave. */
export function parseTree(
  tree: ReportTree,
  bytes: Uint8Array,
  source: string,
  options: ParseOptions = {},
): { report: Report; explain?: string } {
  const processor = options.processor ?? standard
  const file = fileOf(bytes, source)
  const done = processor.runSync(harmless(tree), file)
  return told(done, processor.stringify(done, file), options)
}

const fileOf = (value: Uint8Array, source: string): VFile => new VFile({ path: source || 'report', value, data: { source } })

const told = (tree: ReportTree, report: Report, { explain: wanted, line }: ParseOptions) =>
  wanted ? { report, explain: line === undefined ? explain(tree) : explainLine(tree, line) } : { report }

/** The record with its invariants kept; each repair is a diagnostic. */
function checked(report: Report): Report {
  const { report: whole, repairs } = checkRecord(report)
  if (repairs.length === 0) return whole
  const said = repairs.map(
    ({ message, span, item }): Diagnostic => ({ code: 'grounding_repaired', severity: 'warning', message, span, item }),
  )
  return { ...whole, diagnostics: [...whole.diagnostics, ...said] }
}

/** How the layout was read; rounded, so that the last bits of a sum of floats decide nothing. */
function readingOf({ data: { reading, certainty, items = [] } }: ReportTree): Report['document']['reading'] {
  if (!reading || certainty === undefined || items.length === 0) return null
  const rounded = (value: number, places: number): number => Number(value.toFixed(places))
  return { by: reading.by, margin: rounded(reading.margin, 2), certainty: rounded(certainty, 3) }
}

/** Tells the item that a place lies in. By halving: a long report has thousands of items and of diagnostics. */
function itemFinder(items: readonly Item[]): (span: Span | null) => number | null {
  const sorted = [...items].sort((a, b) => a.span[0] - b.span[0])
  return (span) => {
    if (!span) return null
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.span[0] ?? 0) <= span[0]) low = middle + 1
      else high = middle
    }
    const item = sorted[low - 1]
    return item && span[1] <= item.span[1] ? item.seq : null
  }
}

/** The record from the finished tree; diagnostics from the file's messages, in document order. */
function compile(tree: ReportTree, file: VFile): Report {
  const { layout, head: top, items: found = [], declared = [], format, encoding } = tree.data
  const itemAt = itemFinder(found)
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
      id: createHash('sha256').update(bytesOf(file)).digest('hex'),
      source: typeof file.data.source === 'string' ? file.data.source : (file.path ?? ''),
      format,
      encoding,
      title: top?.title?.text ?? null,
      kind: top?.kind ?? 'unknown',
      programme: top && top.kind !== 'unknown' ? top.programme : null,
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
