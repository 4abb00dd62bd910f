/** A report as one file. */
import { VERSION } from '../../pipeline/version.js'
import { wordsOf } from '../words/index.js'
import { wholePage } from './frame.js'
import { html } from './html.js'
import { type ReportPage, reportBody, reportTitle } from './report.js'

/** The whole page; it loads nothing and sends nothing. */
export function reportFile(page: Omit<ReportPage, 'words' | 'links'>): string {
  const words = wordsOf(page.lang)
  return wholePage({
    words,
    title: `${reportTitle(page.report, words)} · ${words.name}`,
    body: reportBody({ ...page, words }),
    foot: html`${words.report.printedFrom} ${page.report.document.source}, sha256 <code>${page.report.document.id}</code>, Taizhang ${VERSION}`,
  })
}
