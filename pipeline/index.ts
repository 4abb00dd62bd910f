/** Taizhang as a library. */
export { type DiagnosticCode, diagnosticSections, severityOf } from '../parsers/diagnostics.js'
export { extendLexicon, type LexiconRows } from '../parsers/extend.js'
export { parseDeadline } from '../parsers/fields/deadline.js'
export { parseParties } from '../parsers/fields/parties.js'
export { readStatus } from '../parsers/fields/status.js'
export { readBlocks } from '../parsers/readers/index.js'
export { findDates, parseDate } from '../parsers/values/dates.js'
export { parseNumeral } from '../parsers/values/numerals.js'
export { findQuantities, parseQuantity } from '../parsers/values/quantities.js'
export { findReferences } from '../parsers/values/references.js'
export { scanValues } from '../parsers/values/scan.js'
export { findTargets } from '../parsers/values/targets.js'
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
export { parserVersion } from './version.js'
