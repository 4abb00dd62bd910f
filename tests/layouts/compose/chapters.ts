/** Chapters before and after the list: heading and what they say. */
import { chapterSentences, chaptersAfter, chaptersBefore, doneOnly, planOnly } from '../axes/chapters.js'
import { type Layout, tells } from '../axes.js'
import { han, type MarkStyle, mark } from '../marks.js'
import type { Rng } from '../rng.js'
import type { Block } from '../types.js'
import { line } from './front.js'
import { offices } from './offices.js'

/** Counts a report's chapters in its style. */
export class ChapterCount {
  private count = 0
  constructor(private readonly style: Layout['chapterMark']) {}
  heading(words: string): Block {
    this.count++
    const part = this.style === '一、' ? mark('一、', this.count) : `第${han(this.count)}${this.style.slice(2)}　`
    const printed = this.style === 'none' ? words : `${part}${words}`
    return line(printed, 'chapter')
  }
}

type Sentence = (typeof chapterSentences)['done' | 'next'][number]

function chapterBody(layout: Layout, told: readonly Sentence[], rng: Rng): Block[] {
  const chosen = rng.sample(told, rng.int(2, 4))
  const fill = (text: string): string =>
    text.replaceAll('{M}', offices[layout.issuer].self).replaceAll('{N}', String(rng.int(3, 9)))
  const style: MarkStyle = layout.chapterMark === '一、' ? '（一）' : '一、'
  switch (layout.chapterBody) {
    case 'paragraph':
      return [line(`${chosen.map(({ body }) => fill(body)).join('。')}。`, 'body')]
    case 'numbered':
      return chosen.map(({ head, body }, index) => line(`${mark(style, index + 1)}${head}。${fill(body)}。`, 'body'))
    case 'heads':
      return chosen.flatMap(({ head, body }, index) => [
        line(`${mark(style, index + 1)}${head}`, 'body'),
        line(`${fill(body)}。`, 'body'),
      ])
    case 'runs':
      return [
        line(
          chosen
            .map(({ head, body }, index) => `${mark('一是', index + 1)}${head}。${fill(body)}`)
            .join('；')
            .concat('。'),
          'body',
        ),
      ]
  }
}

/** Words of a further chapter that suits the kind of report. */
function another(pool: readonly string[], layout: Layout, rng: Rng): string {
  const used = new Set<string>([layout.before, layout.over, layout.after])
  return rng.pick(pool.filter((word) => !used.has(word) && !(tells(layout) ? planOnly : doneOnly).has(word)))
}

export function chaptersAhead(layout: Layout, count: ChapterCount, rng: Rng): Block[] {
  if (layout.before === 'none') return []
  const words = rng.int(0, 2) === 0 ? [layout.before, another(chaptersBefore, layout, rng)] : [layout.before]
  return words.flatMap((word) => [count.heading(word), ...chapterBody(layout, chapterSentences.done, rng)])
}

export function chaptersBehind(layout: Layout, count: ChapterCount, rng: Rng): Block[] {
  if (layout.after === 'none') return []
  const words = rng.int(0, 2) === 0 ? [layout.after, another(chaptersAfter, layout, rng)] : [layout.after]
  return words.flatMap((word) => [count.heading(word), ...chapterBody(layout, chapterSentences.next, rng)])
}
