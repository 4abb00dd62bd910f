/**
 * The year that the document was written in, which 今年 and a bare month mean. Evidence in the order of trust: the signature's day, a day or a document's
 * number at the head, the day it reports its state of, its publication, what its preface tells of the inspection. Never a deadline.
 */
import type { Span } from '../tree.js'
import { findDates } from '../values/dates.js'

export type YearSource = 'signature' | 'head' | 'number' | 'as_of' | 'published' | 'preamble'

export interface OwnYear {
  year: number
  from: YearSource
  words: string
  /** Offsets into the text; null where the words stand outside it. */
  span: Span | null
}

export interface YearInput {
  text: string
  folded: string
  /** From the start of the text to the first sentence behind the title. */
  head: Span
  /** From the title to the first item. */
  preamble: Span
  /** Behind the last item. */
  tail: Span
  /** The day it reports its state of, where its own words name the year. */
  asOf: { start: string; text: string; span: Span } | null
  /** The day of publication as the page says it. */
  published: string | null
}

const wholeDay =
  /^[（(]?((?:\d{4}年\d{1,2}月(?:\d{1,2}日)?)|(?:[一二两][〇○零O0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?))(?:公告|公布|发布|印发|通过)?[）)]?$/
/** ——2024年5月6日在…会议上 */
const spoken = /^[—-]{0,3}(\d{4}年\d{1,2}月\d{1,2}日)在.{4,60}(?:会议|大会|全会)上$/
const signatory = /(?:委员会|党组|党委|[省市县区州旗]委|政府|局|办公室|厅|领导小组|管委会|办事处|公司|院|大学|学院)$/
/** Lines of the text's end that are looked at; a notice's contacts stand behind its signature. */
const tailLines = 40
/** Behind a date: it is asked for and not told. */
const due = /^(?:之?前|以前|底?前|末前|完成|内|起施行|止)/
/** Words of what has happened. */
const happened = /督察|巡视|巡察|审计|进驻|反馈|印发|召开|检查|督导|考核|下发|移交|交办|通报|审议|部署/

interface TextLine {
  words: string
  start: number
  end: number
}

function linesIn(folded: string, [from, to]: Span): TextLine[] {
  const lines: TextLine[] = []
  let at = from
  for (const line of folded.slice(from, to).split('\n')) {
    const words = line.replace(/\s/g, '')
    if (words) lines.push({ words, start: at, end: at + line.length })
    at += line.length + 1
  }
  return lines
}

const yearOf = (words: string): number | null => {
  const [date] = findDates(words, { year: null })
  return date ? Number(date.start.slice(0, 4)) : null
}

/** The day over or under a signature: alone on its line, or behind the body's name. */
function signed({ text, folded, preamble, tail: [behind] }: YearInput): OwnYear | null {
  const tail = linesIn(folded, [preamble[1], folded.length]).slice(-tailLines)
  for (let i = tail.length - 1; i >= 0; i--) {
    const line = tail[i]
    if (!line || line.words.length > 60) continue
    const [, words = null] = wholeDay.exec(line.words) ?? []
    const [, body = '', its = null] = words === null ? (/^(.{4,40}?)(\d{4}年\d{1,2}月\d{1,2}日)$/.exec(line.words) ?? []) : []
    const day = words ?? (signatory.test(body) ? its : null)
    if (day === null) continue
    const above = tail[i - 1]
    // the last line of a table may be a day too
    const alone = i === tail.length - 1 && line.start >= behind && !/(?:：|时限|期限|时间)$/.test(above?.words ?? '')
    if (words !== null && !alone && !(above && signatory.test(above.words))) continue
    const year = yearOf(day)
    if (year !== null) return { year, from: 'signature', words: text.slice(line.start, line.end), span: [line.start, line.end] }
  }
  return null
}

/** （2023年5月） under the title, 青政办发〔2024〕5号 over it. */
function atHead({ text, folded, head }: YearInput): OwnYear | null {
  const lines = linesIn(folded, head)
  const found = (from: YearSource, year: number, { start, end }: TextLine): OwnYear => ({
    year,
    from,
    words: text.slice(start, end),
    span: [start, end],
  })
  for (const line of lines) {
    const day = wholeDay.exec(line.words)?.[1] ?? spoken.exec(line.words)?.[1]
    const year = day ? yearOf(day) : null
    if (year !== null) return found('head', year, line)
  }
  for (const line of lines) {
    const number = /^[\u3400-\u9fff]{1,14}[〔（［[]((?:19|20)\d\d)[〕）\]］]第?\d{1,4}号/.exec(line.words)?.[1]
    if (number) return found('number', Number(number), line)
  }
  return null
}

const publication =
  /(?:发布|发文|成文|更新|公开|生成|发表|印发)?(?:时间|日期)[：:\s]{0,2}((?:19|20)\d\d)[-/.年]\d{1,2}|(?:^|[^\d])((?:19|20)\d\d)[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?\d{1,2}[:：]\d{2}/

function published({ text, folded, head, published: said }: YearInput): OwnYear | null {
  const printed = /(?:19|20)\d\d/.exec(said ?? '')
  if (printed) return { year: Number(printed[0]), from: 'published', words: said ?? '', span: null }
  for (const { start, end } of linesIn(folded, head)) {
    const words = folded.slice(start, end)
    const match = publication.exec(words)
    const year =
      match?.[1] ??
      match?.[2] ??
      (words.length <= 40 ? /(?<!\d)((?:19|20)\d\d)-\d{1,2}-\d{1,2}(?!\d)/.exec(words)?.[1] : undefined)
    if (year) return { year: Number(year), from: 'published', words: text.slice(start, end), span: [start, end] }
  }
  return null
}

/** The last day that the preface tells of: 2023年5月督察组进驻…，8月反馈. */
function inPreamble({ text, folded, preamble }: YearInput): OwnYear | null {
  let best: OwnYear | null = null
  const [from, to] = preamble
  let at = from
  for (const sentence of folded.slice(from, to).split(/(?<=[。；\n])/)) {
    const dates = happened.test(sentence) ? findDates(sentence, { year: null }) : []
    for (const date of dates) {
      const year = Number(date.start.slice(0, 4))
      const asked = date.relation === 'by' || due.test(sentence.slice(date.span[1]))
      if (asked || date.precision === 'year' || (best !== null && best.year >= year)) continue
      const span: Span = [at + date.span[0], at + date.span[1]]
      best = { year, from: 'preamble', words: text.slice(...span), span }
    }
    at += sentence.length
  }
  return best
}

/** The document's own year, or null where nothing tells it. */
export function ownYear(input: YearInput): OwnYear | null {
  const { asOf } = input
  return (
    signed(input) ??
    atHead(input) ??
    (asOf && { year: Number(asOf.start.slice(0, 4)), from: 'as_of', words: asOf.text, span: asOf.span }) ??
    published(input) ??
    inPreamble(input)
  )
}
