/** Numbers that only the lines around them prove to count: 2.1年轻干部 among decimals, 3县城区 among lines that lost the stop behind their number. */
import type { Line } from './lines.js'
import { beforeFigure } from './marks.js'

/** 2.1年轻干部…: where decimals count the lines, a number that goes on with them is no figure. */
export function settleDecimals(folded: string, lines: readonly Line[]): void {
  const marks = lines.filter(({ mark }) => mark?.style === 'multi')
  if (marks.length < 3) return
  let [major, minor] = [0, 0]
  for (const line of lines) {
    const { mark } = line
    const match =
      mark?.style === 'multi' || mark?.doubtful
        ? /^(\d{1,2})\.(\d{1,2})(?=[ 、．\u4e00-\u9fff“《]|\. )/.exec(folded.slice(line.start, line.start + 8))
        : null
    if (!match || !mark) continue
    const [first, second] = [Number(match[1]), Number(match[2])]
    const goesOn = (first === major && second === minor + 1) || (first === major + 1 && second === 1)
    if (mark.style !== 'multi') {
      if (!goesOn) continue
      const body = line.start + match[0].length
      line.mark = { style: 'multi', ordinal: second, start: line.start, end: body, body, doubtful: false }
      line.body = body
    }
    ;[major, minor] = [first, second]
  }
}

/** 5.中控室…⏎6.1号车间…⏎7.喷漆房…: where whole numbers count the lines, a decimal among them is a number before a figure. */
export function settleWholes(folded: string, lines: readonly Line[]): void {
  const counted = lines.filter(({ mark, inner }) => !inner && (mark?.style === 'ar' || mark?.style === 'multi'))
  const heads = counted.map(({ mark }) =>
    mark && /[\u4e00-\u9fff#]/.test(folded[mark.end] ?? '') ? beforeFigure(folded, mark) : mark,
  )
  /** Whether the next line, or that it is the last, lets a number before a figure count. */
  const counts: boolean[] = []
  for (const [i, head] of [...heads.entries()].reverse()) {
    const next = heads[i + 1]
    counts[i] =
      head?.style === 'ar' &&
      (head === counted[i]?.mark || (next ? (counts[i + 1] ?? false) && next.ordinal === head.ordinal + 1 : i > 0))
  }
  let before = 0
  counted.forEach((line, i) => {
    const head = heads[i]
    if (head && head !== line.mark && counts[i] && (before === head.ordinal - 1 || head.ordinal === 1)) {
      line.mark = head
      line.body = head.body
    }
    before = line.mark?.style === 'ar' ? line.mark.ordinal : -1
  })
}

/** What is counted or dated by the figure before it: 3个, 2家, 5月. */
const countedBy =
  /^(?:[年月日时分点号万亿千百余多几个家名项条件处次户份座台起批期轮季吨亩元米倍人年至到比]|小时|公里|平方|立方|方面)/
/** So many lines in a row count by no accident. */
const leastCount = 3

/** 1武安镇…⏎2龙街镇…⏎3县城区…: lines of which each begins with the next bare number are counted. */
export function settleBareNumbers(folded: string, lines: readonly Line[]): void {
  let run: { line: Line; body: number }[] = []
  const settle = () => {
    if (run.length >= leastCount) for (const [i, { line, body }] of run.entries()) setNumber(line, i + 1, body)
    run = []
  }
  for (const line of lines) {
    if (line.mark || line.table || line.inner || line.label) continue
    const words = folded.slice(line.start, Math.min(line.end, line.start + 8))
    const digits = /^\d{1,2}(?=[\u4e00-\u9fff“《])/.exec(words)?.[0]
    if (!digits || countedBy.test(words.slice(digits.length))) continue
    const n = Number(digits)
    if (n === 1) settle()
    if (n === run.length + 1) run.push({ line, body: line.start + digits.length })
  }
  settle()
}

function setNumber(line: Line, ordinal: number, body: number): void {
  line.mark = { style: 'ar', ordinal, start: line.start, end: body, body, doubtful: false }
  line.body = body
}
