/** What stands behind the names of a value and is none of them: the report's own signature and its day. */
import type { PartyNotice } from './party-types.js'

const day =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[一二两][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/
const signs = /^[^，、；。：]{2,40}(?:委员会|党组|党委|政府|局|办公室|委|厅|领导小组|公司)$/

/**
 * The folded value with blanks for a line that is a day at its end and for the body that signs over it, where others stand before: a list of names
 * has no day.
 */
export function withoutSignature(text: string): { text: string; notices: PartyNotice[] } {
  if (!text.includes('\n')) return { text, notices: [] }
  const lines: { start: number; words: string }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim()) lines.push({ start, words: line.replace(/\s/g, '') })
    start += line.length + 1
  }
  const last = lines.at(-1)
  if (!last || !day.test(last.words)) return { text, notices: [] }
  const before = lines.at(-2)
  const from = lines.length > 2 && before && signs.test(before.words) ? before.start : last.start
  return {
    text: text.slice(0, from) + ' '.repeat(text.length - from),
    notices: [
      {
        code: 'signature_left_out',
        message: `a signature and no party: ${text.slice(from).trim().replaceAll('\n', ' ').slice(0, 40)}`,
        span: [from, text.length],
      },
    ],
  }
}
