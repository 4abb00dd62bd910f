/** Labels of recognised text: 整 改 目 标 ； and 整攻时限： are read as the label that they look like, which a notice says. */
import { lookalikes, misreadColons } from '../parsers/lexicon/lookalikes.js'
import { misreadable } from '../parsers/lexicon/parties.js'
import type { NoticeBook } from '../parsers/readers/source-error.js'

/** The longest first: 整改责任单位 before 整改责任人. */
const labels = [...misreadable].sort((a, b) => b.length - a.length)

/** Whether the printed words are the label, but for at most one character that looks like its own. */
const readsAs = (words: string, label: string): boolean => {
  let misread = 0
  for (let i = 0; i < label.length; i++) {
    const [is, should] = [words.charAt(i), label.charAt(i)]
    if (is === should) continue
    if (!lookalikes[should]?.includes(is) || ++misread > 1) return false
  }
  return true
}

/** So many characters with their blanks hold the longest label. */
const reach = 24
const blanks = ' \u3000'

/** Where the first `count` characters that are no blanks end, and the words they are. */
const bareStart = (text: string, count: number): { words: string; end: number } => {
  let words = ''
  let end = 0
  for (; end < Math.min(text.length, reach) && words.length < count; end++)
    if (!blanks.includes(text.charAt(end))) words += text.charAt(end)
  return { words, end }
}

/** The line with its label as it is written, where it opens with one that was misread; the longest label that fits. */
const withLabel = (text: string): { text: string; label: string } | null => {
  for (const label of labels) {
    const { words, end } = bareStart(text, label.length)
    if (words.length < label.length || !readsAs(words, label)) continue
    let at = end
    while (blanks.includes(text.charAt(at)) && at < text.length) at++
    const mark = text.charAt(at)
    if (mark === '' || !misreadColons.includes(mark)) continue
    const right = `${label}：`
    // a label as it should be, however its blanks stand, needs no word about it
    return words === label && ':：'.includes(mark)
      ? { text: right + text.slice(at + 1).trimStart(), label: '' }
      : { text: right + text.slice(at + 1).trimStart(), label: text.slice(0, at + 1) }
  }
  return null
}

/** Puts the labels of recognised lines right, and says which were not. */
export function rightLabels(lines: { text: string }[], notices: NoticeBook): void {
  for (const line of lines) {
    const found = withLabel(line.text)
    if (!found) continue
    if (found.label !== '')
      notices.add({
        code: 'label_misread',
        message: `Read as “${found.text.slice(0, found.text.indexOf('：') + 1)}”: ${found.label}`,
      })
    line.text = found.text
  }
}
