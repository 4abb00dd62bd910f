/** What the stages add to the tree of blocks, one after the other. */
import type { VFile } from 'vfile'
import { type DiagnosticCode, severityOf } from '../parsers/diagnostics.js'
import type { Kind, Programme, Title } from '../parsers/fields/head.js'
import type { Legend } from '../parsers/fields/legend.js'
import type { Layout } from '../parsers/layout/layout.js'
import type { Reading } from '../parsers/structure/choose.js'
import type { Source } from '../parsers/structure/propose.js'
import type { RawItem } from '../parsers/structure/raw-item.js'
import type { Line } from '../parsers/tokens/lines.js'
import type { BlockRoot, Span } from '../parsers/tree.js'
import type { DeclaredTotal, Item, Report } from './record.js'

/** The head of the report. */
export interface Head {
  title: Title | null
  kind: Kind
  programme: Programme | null
  region: Report['document']['region']
  asOf: Report['document']['asOf']
  /** The document's own year, which 今年 and a bare month mean. */
  year: number | null
  /** The words between the title and the first item. */
  opening: Span
  /** The words that each was read from; `span` is null where they stand outside the text. */
  evidence: {
    of: 'title' | 'kind' | 'programme' | 'region' | 'as_of' | 'year'
    from: string
    words: string
    span: Span | null
  }[]
}

/** The working tree: every stage fills in its part. */
export interface ReportTree extends BlockRoot {
  data: BlockRoot['data'] & {
    /** The source is not read yet. */
    unread?: boolean
    layout?: Layout
    /** What signs that stand for states mean. */
    legend?: Legend
    lines?: Line[]
    /** What the readings are made of. */
    tokens?: Source
    /** Why the items are what they are. */
    reading?: Reading
    /** How sure they are, 0…1. */
    certainty?: number
    raw?: RawItem[]
    /** Parts of the text outside the items. */
    around?: Span[]
    head?: Head
    items?: Item[]
    declared?: DeclaredTotal[]
  }
}

/** A part that an earlier stage must have filled. */
export function need<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`the stage that gives ${name} has not run`)
  return part
}

/** Files a diagnostic: a VFile message with rule id and place. Errors are fatal: true, warnings false, info has none. */
export function note(file: VFile, code: DiagnosticCode, message: string, span: Span | null): void {
  const severity = severityOf(code)
  const place = span
    ? { start: { line: 1, column: 1, offset: span[0] }, end: { line: 1, column: 1, offset: span[1] } }
    : undefined
  // a message of VFile is an error: to note where it was made would take longer than most rules do
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  const entry = file.message(message, { ruleId: code, source: 'taizhang', ...(place ? { place } : {}) })
  Error.stackTraceLimit = stackTraceLimit
  entry.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
}
