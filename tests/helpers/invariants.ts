/** What holds for every report, whatever its source: RECORD's grounding and order. */
import { type Action, type Item, type Party, type Report, reportSchema } from '../../pipeline/record.js'
import { bare } from './expected.js'

type Span = readonly [number, number]
interface Grounded {
  text: string
  span: Span
}

const partsOf = ({ goal, measures, progress }: Item): Span[] =>
  [...(goal ? [goal] : []), ...measures, ...progress].map(({ span }) => span)
const isSame = (one: Span, other: Span): boolean => one[0] === other[0] && one[1] === other[1]

/** Everything in the report that breaks a rule, one readable text each. */
export const brokenInvariants = (report: Report): string[] => {
  const { text } = report.document
  const wrong: string[] = []
  const check = (ok: boolean, message: () => string) => {
    if (!ok) wrong.push(message())
  }
  const slice = ([start, end]: Span) => bare(text.slice(start, end))
  const grounded = (where: string, node: Grounded | null) => {
    if (node)
      check(
        slice(node.span) === bare(node.text),
        () => `${where}: ${JSON.stringify(node.text)} is not ${JSON.stringify(text.slice(...node.span))}`,
      )
  }
  const inside = (where: string, [start, end]: Span, [from, to]: Span) =>
    check(start >= from && end <= to && start <= end, () => `${where}: ${start}–${end} lies outside ${from}–${to}`)
  const apart = (where: string, spans: readonly Span[]) => {
    const sorted = [...spans].sort((a, b) => a[0] - b[0])
    sorted.forEach((span, i) => {
      const next = sorted[i + 1]
      if (next) check(span[1] <= next[0], () => `${where}: ${span.join('–')} overlaps ${next.join('–')}`)
    })
  }
  const whole: Span = [0, text.length]
  const isIn = ([start, end]: Span, [from, to]: Span): boolean => start >= from && end <= to

  /** The words of a party: a person's name, or the beginning of the body's (衡东县、衡山县政府 gives 衡东县政府). */
  const party = (where: string, { name, kind, span }: Party) => {
    inside(`${where} party ${name}`, span, whole)
    const words = slice(span)
    check(
      words !== '' &&
        (kind === 'person' ? words.includes(bare(name)) || bare(name).startsWith(words) : name.includes(words.charAt(0))),
      () => `${where}: party ${name} is not ${JSON.stringify(words)}`,
    )
  }

  const action = (where: string, node: Action, parent: Span) => {
    inside(where, node.span, parent)
    apart(
      `${where} children`,
      node.children.map((c) => c.span),
    )
    // what is left of the span without its children is the label and the action's own text
    let own = ''
    let at = node.span[0]
    for (const child of node.children) {
      own += text.slice(at, child.span[0])
      at = child.span[1]
    }
    own += text.slice(at, node.span[1])
    check(
      bare(own) === bare(node.label + node.text),
      () => `${where}: ${JSON.stringify(node.label + node.text)} is not ${JSON.stringify(own)}`,
    )
    for (const p of node.parties) party(where, p)
    grounded(`${where} deadline`, node.deadline)
    node.children.forEach((child, i) => {
      action(`${where}.${i}`, child, node.span)
    })
  }

  const parsed = reportSchema.safeParse(report)
  check(parsed.success, () => `schema: ${parsed.error?.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`)
  grounded('programme', report.document.programme)
  grounded('asOf', report.document.asOf)
  apart(
    'items',
    report.items.map((i) => i.span),
  )
  report.items.forEach((item, index) => {
    const at = `item ${item.seq}`
    check(item.seq === index + 1, () => `${at}: stands at place ${index + 1}`)
    inside(at, item.span, whole)
    grounded(`${at} category`, item.category)
    for (const c of item.categoryPath) grounded(`${at} categoryPath`, c)
    grounded(`${at} problem`, item.problem)
    inside(`${at} problem`, item.problem.span, item.span)
    grounded(`${at} goal`, item.goal)
    grounded(`${at} deadline`, item.deadline)
    grounded(`${at} status`, item.status)
    for (const target of item.targets) grounded(`${at} target`, target)
    const actions = [...item.measures, ...item.progress]
    // a part may stand in another chapter (parallel lists), where no item's own words are
    const others = [...(item.goal ? [item.goal] : []), ...actions]
      .map(({ span }) => span)
      .filter((span) => !isIn(span, item.span))
    for (const span of others)
      check(
        // or the very part of another item: a cell that is merged over the rows of both
        isIn(span, whole) &&
          report.items.every(
            (other) =>
              span[1] <= other.span[0] || span[0] >= other.span[1] || partsOf(other).some((part) => isSame(part, span)),
          ),
        () => `${at}: ${span.join('–')} lies outside it and in another item`,
      )
    const room = [item.span, ...others]
    const within = (where: string, span: Span) => {
      const home = room.find((one) => isIn(span, one))
      inside(where, span, home ?? item.span)
    }
    for (const mention of [...item.quantities, ...item.dates]) {
      grounded(`${at} mention`, mention)
      within(`${at} mention ${mention.text}`, mention.span)
    }
    for (const p of item.parties) party(at, p)
    for (const { title, number, span } of item.references) {
      within(`${at} reference ${title}`, span)
      const words = slice(span)
      check(words.includes(bare(title)) && words.includes(bare(number ?? '')), () => `${at}: 《${title}》 is not ${words}`)
    }
    for (const { name, span } of item.places) {
      within(`${at} place ${name}`, span)
      check(
        [...slice(span).slice(0, 2)].every((c) => name.includes(c)),
        () => `${at}: place ${name} is not ${slice(span)}`,
      )
    }
    for (const mentions of [item.quantities, item.dates, item.references, item.places])
      apart(
        `${at} mentions`,
        mentions.map(({ span }) => span),
      )
    actions.forEach((a, i) => {
      action(`${at} action ${i + 1}`, a, room.find((one) => isIn(a.span, one)) ?? item.span)
    })
    apart(
      at,
      [item.problem, item.goal, ...actions].filter((n) => n !== null).map((n) => n.span),
    )
  })
  for (const d of report.declared) grounded(`declared ${d.measure}`, d)
  for (const d of report.diagnostics) {
    if (d.span) inside(`diagnostic ${d.code}`, d.span, whole)
    check(d.item === null || d.item <= report.items.length, () => `diagnostic ${d.code}: no item ${d.item}`)
  }
  return wrong
}
