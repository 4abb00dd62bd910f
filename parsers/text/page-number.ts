/** Page numbers as they are printed alone on a line. */
import { fold } from './fold.js'

/** A line that is only a page number: - 3 -, — 12 —, 第3页, 第3页 共12页, 3/12, Page 3. */
const pageNumber =
  /^(?:[-—–－―·•.．~～*] ?\d{1,4} ?[-—–－―·•.．~～*]|第? ?\d{1,4} ?页(?:[,，/ ]?(?:共|总) ?\d{1,4} ?页)?|\d{1,4} ?\/ ?\d{1,4}|[Pp]age ?\d{1,4}(?: of \d{1,4})?)$/
export const isPageNumber = (text: string): boolean => text.length <= 16 && pageNumber.test(fold(text))
