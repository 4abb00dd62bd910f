/** What builds the binary fixtures: file under `fixtures/` → its bytes, the same on every run. */
import { build as autoNumbering } from './20-docx-auto-numbering.js'
import { build as mergedTable } from './21-docx-merged-table.js'
import { build as headingStyles } from './22-docx-heading-styles.js'
import { build as twoSheets } from './23-xlsx-two-sheets.js'
import { build as auditLedger } from './24-xlsx-audit-ledger.js'
import { build as borderedTable } from './25-pdf-bordered-table.js'
import { build as statusChapters } from './26-pdf-prose-status-chapters.js'
import { build as hazardLedger } from './65-xlsx-hazard-ledger.js'
import { build as stackedPairs } from './67-docx-stacked-pairs.js'
import { build as pairTables } from './74-pdf-pair-tables.js'

export const sources: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  '20-docx-auto-numbering/report.docx': autoNumbering,
  '21-docx-merged-table/report.docx': mergedTable,
  '22-docx-heading-styles/report.docx': headingStyles,
  '23-xlsx-two-sheets/report.xlsx': twoSheets,
  '24-xlsx-audit-ledger/report.xlsx': auditLedger,
  '25-pdf-bordered-table/report.pdf': borderedTable,
  '26-pdf-prose-status-chapters/report.pdf': statusChapters,
  '65-xlsx-hazard-ledger/report.xlsx': hazardLedger,
  '67-docx-stacked-pairs/report.docx': stackedPairs,
  '74-pdf-pair-tables/report.pdf': pairTables,
}
