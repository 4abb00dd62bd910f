/** Reading reports: the parser, its processor, and the values. What a ledger adds stands in ../output/library.ts, which is the package's entry. */
export { type DiagnosticCode, diagnosticSections, severityOf } from '../parsers/diagnostics.js'
export { extendLexicon, type LexiconRows } from '../parsers/extend.js'
export type { DeadlineReading } from '../parsers/fields/deadline.js'
export { parseParties } from '../parsers/fields/parties.js'
export { readStatus } from '../parsers/fields/status.js'
export { readBlocks } from '../parsers/readers/index.js'
export type { BlockRoot, Span } from '../parsers/tree.js'
export { parseNumeral } from '../parsers/values/numerals.js'
export { findQuantities, parseQuantity } from '../parsers/values/quantities.js'
export { findReferences } from '../parsers/values/references.js'
export { type Region, type Resolution, resolveRegion } from '../parsers/values/regions.js'
export type { DateContext } from '../parsers/values/types.js'
export {
  createProcessor,
  type ParseOptions,
  type ProcessorOptions,
  parseReport,
  parseTree,
  type ReportProcessor,
  type Stage,
  type StageName,
} from './parse.js'
export * from './record.js'
export { note, type ReportTree } from './tree.js'
export { findDates, findTargets, parseDate, parseDeadline, scanValues } from './values.js'
export { parserVersion } from './version.js'
