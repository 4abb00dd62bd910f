/** Which files of a folder or an archive are taken for reports, by their names; what they are is told by their content. */
import { posix } from 'node:path'

const extensions = new Set(
  'txt csv tsv md html htm mht mhtml docx xlsx pdf doc wps xls et rtf zip png jpg jpeg tif tiff'
    .split(' ')
    .map((name) => `.${name}`),
)

/** Files that stand beside reports and are none. */
const aside = /^(?:readme|license|changelog)\b/i

/** Whether a path (with / between its parts) names a file that could be a report. Hidden files and lock files of Office do not. */
export function isReportName(path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  if (parts.some((part) => (part.startsWith('.') && part !== '.' && part !== '..') || part === '__MACOSX')) return false
  return !name.startsWith('~$') && !aside.test(name) && extensions.has(posix.extname(name).toLowerCase())
}
