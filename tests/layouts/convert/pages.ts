/** Page ends between the lines: numbers, running heads, a paragraph cut in two. */
import type { Layout } from '../axes.js'
import { type Rng, rngOf } from '../rng.js'
import type { Block, Line } from '../types.js'

const numberForms = ['— {n} —', '- {n} -', '－{n}－', '第{n}页', '第 {n} 页 共 {t} 页']

/** What is printed at the ends of pages, in one form through the report. */
export interface PageEnds {
  /** Foot of page `n` and head of the next. */
  at: (n: number) => string[]
}
export function pageEnds(layout: Layout, title: string | null, rng: Rng): PageEnds {
  const form = rng.pick(numberForms)
  const total = String(rng.int(9, 12))
  const head = layout.pages === 'headNumber' && title !== null ? [title] : []
  return { at: (n) => [form.replace('{n}', String(n)).replace('{t}', total), ...head] }
}

/** A line that none can take for the rest of the one before. */
const opens = ({ style, text }: Line): boolean =>
  ['item', 'category', 'chapter'].includes(style) ||
  /^[\s　\ue000]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．是]|[①-⑳【]|[^，。；：]{2,12}[：:])/u.test(text)

/** Where a line can be cut so that its halves cannot stand alone: in a word, far from both ends. */
function cutPlace(text: string, rng: Rng): number | null {
  const places = [...text.matchAll(/(?<=\p{Script=Han}{2})(?=\p{Script=Han}{2})/gu)].map(({ index }) => index)
  // 一是 at the head of the second half would open a part
  const inner = places.filter(
    (at) => at >= 16 && at <= text.length - 8 && !/[一二三四五六七八九十其第甲乙丙]/.test(text.charAt(at)),
  )
  return inner.length === 0 || /[\ue000\ue001]/.test(text.slice(16)) ? null : rng.pick(inner)
}

/** Lines with page ends every few paragraphs. */
export function cutPages(layout: Layout, blocks: Block[], title: string | null): Block[] {
  if (layout.pages === 'none' || layout.container === 'wrapped') return blocks
  const rng = rngOf(layout.seed ^ 0x2545f491)
  const ends = pageEnds(layout, title, rng)
  const plain = (text: string): Block => ({ kind: 'line', text, style: 'plain' })
  const out: Block[] = []
  let page = 1
  let room = rng.int(7, 11)
  let begun = false
  for (const block of blocks) {
    if (block.kind === 'line' && begun && room <= 0) {
      const at =
        layout.pages === 'cut' && (block.style === 'field' || block.style === 'body') ? cutPlace(block.text, rng) : null
      if (at !== null) {
        out.push({ ...block, text: block.text.slice(0, at) }, ...ends.at(page).map(plain), plain(block.text.slice(at)))
        page++
        room = rng.int(7, 11)
        continue
      }
      if (layout.pages !== 'cut' && opens(block)) {
        out.push(...ends.at(page).map(plain))
        page++
        room = rng.int(7, 11)
      }
    }
    out.push(block)
    room--
    // the title and what stands around it stay together
    begun ||= block.kind === 'line' && ['body', 'item', 'chapter', 'category'].includes(block.style)
  }
  return out
}

/** Lines of one width with a page end after every few of them, wherever it falls. */
export function cutLines(layout: Layout, lines: string[], title: string | null): string[] {
  if (layout.pages === 'none') return lines
  const rng = rngOf(layout.seed ^ 0x2545f491)
  const ends = pageEnds(layout, title, rng)
  const per = rng.int(20, 28)
  return lines.flatMap((line, at) => (at > 0 && at % per === 0 ? [...ends.at(at / per), line] : [line]))
}
