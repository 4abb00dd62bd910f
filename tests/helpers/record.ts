/**
 * Records to test the store and the exports with, in our own words. `sampleReport` fills every field of the record;
 * `plainReport` is a short list of problems with what a test needs of them.
 */
import { createHash } from 'node:crypto'
import type { Action, DeadlineEntry, Diagnostic, Item, Party, PartyRole, Report, StatusCode } from '../../pipeline/record.js'
import { reportSchema } from '../../pipeline/record.js'

type Grounded = { text: string; span: [number, number] }

/** Writes document.text bit by bit, and tells where each bit came to stand. */
const writing = () => {
  let text = ''
  return {
    add: (words: string): Grounded => {
      const start = text.length
      text += words
      return { text: words, span: [start, text.length] }
    },
    here: () => text.length,
    text: () => text,
  }
}
type Pen = ReturnType<typeof writing>

export const idOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const party = (pen: Pen, role: PartyRole, name: string, more: Partial<Party> = {}): Party => {
  const { span } = pen.add(name)
  pen.add('。')
  return { role, kind: 'unit', name, fullName: null, title: null, scope: null, ...more, span }
}

const date = (day: string, scope: string | null = null): DeadlineEntry => ({ kind: 'date', date: day, precision: 'day', scope })

interface Draft {
  problem: string
  status?: StatusCode
  due?: string
  lead?: string
  responsible?: string
}

const emptyItem = (seq: number, problem: Grounded): Item => ({
  seq,
  label: '',
  span: problem.span,
  category: null,
  categoryPath: [],
  problem,
  goal: null,
  targets: [],
  measures: [],
  progress: [],
  parties: [],
  deadline: null,
  status: null,
  quantities: [],
  dates: [],
  references: [],
  places: [],
})

interface ReportDraft {
  source?: string
  items: Draft[]
  region?: Report['document']['region']
  declared?: { measure: string; declared: number; extracted: number | null }[]
  diagnostics?: Diagnostic[]
  /** Makes the bytes, and so the id, another. */
  salt?: string
}

/** A progress report of these problems. */
export const plainReport = (draft: ReportDraft): Report => {
  const pen = writing()
  const title = pen.add('河东县整改情况报告')
  pen.add(`\n${draft.salt ?? ''}\n`)
  const items = draft.items.map((one, index): Item => {
    const start = pen.here()
    const problem = pen.add(one.problem)
    pen.add('\n')
    const parties: Party[] = []
    if (one.lead !== undefined) parties.push(party(pen, 'lead_unit', one.lead))
    if (one.responsible !== undefined) parties.push(party(pen, 'responsible_unit', one.responsible))
    const deadline = one.due === undefined ? null : { ...pen.add(one.due), entries: [date(one.due)] }
    const status =
      one.status === undefined
        ? null
        : { ...pen.add(`（${one.status}）`), code: one.status, ongoing: false, closure: null, basis: 'marker' as const }
    return { ...emptyItem(index + 1, problem), parties, deadline, status, span: [start, pen.here()] }
  })
  const declared = (draft.declared ?? []).map(({ measure, declared, extracted }) => ({
    measure,
    declared,
    extracted,
    agrees: extracted === null ? null : declared === extracted,
    ...pen.add(`共${declared}项。`),
  }))
  const text = pen.text()
  return reportSchema.parse({
    schemaVersion: 1,
    document: {
      id: idOf(text),
      source: draft.source ?? 'reports/hedong.txt',
      format: 'text',
      encoding: 'utf-8',
      title: title.text,
      kind: 'progress',
      programme: null,
      region: draft.region ?? null,
      asOf: null,
      text,
    },
    items,
    declared,
    diagnostics: draft.diagnostics ?? [],
  })
}

const measure = (pen: Pen, label: string, words: string, children: [string, string][] = []): Action => {
  const start = pen.here()
  pen.add(label)
  const { text } = pen.add(words)
  const below = children.map(([mark, text]) => measure(pen, mark, text))
  return { label, text, span: [start, pen.here()], parties: [], deadline: null, children: below }
}

/** A report in which no field is left empty and every table gets rows. */
export const sampleReport = (source = 'reports/青溪县.html'): Report => {
  const pen = writing()
  const title = pen.add('青溪县第二轮省级生态环境保护督察整改进展')
  pen.add('\n截至')
  const asOf = pen.add('2024年6月底')
  pen.add('，')
  const total = pen.add('2个问题中已完成1个')
  pen.add('。\n')
  const heading = pen.add('水污染防治')
  pen.add('\n')
  const start = pen.here()
  pen.add('一、')
  const problem = pen.add('农村生活污水收集率偏低，PM2.5监测点缺一处。')
  pen.add('\n整改目标：')
  const goal = pen.add('2025年底前农村生活污水治理率达到60%以上。')
  pen.add('\n整改措施：')
  const first = measure(pen, '（一）', '补建管网。', [
    ['1.', '先建镇区管网。'],
    ['2.', '再建村级管网。'],
  ])
  const second = measure(pen, '（二）', '加强巡查。')
  const owner = party(pen, 'responsible_unit', '县水利局', { fullName: '青溪县水利局' })
  const ownDeadline = { ...pen.add('2024年12月底'), entries: [{ ...date('2024-12-31'), precision: 'month' as const }] }
  pen.add('\n整改情况：')
  const done = measure(pen, '一是', '已建成管网12.5公里，见《青溪县治水方案》（青办发〔2023〕8号）。')
  pen.add('\n')
  const parties = [
    party(pen, 'lead_unit', '县生态环境局', { fullName: '青溪县生态环境局', scope: '负责总体调度' }),
    party(pen, 'lead_official', '周某某', { kind: 'person', title: '副县长' }),
    party(pen, 'supporting_unit', '各乡镇', { kind: 'group' }),
  ]
  const deadline = {
    ...pen.add('2025年12月底，长期坚持'),
    entries: [
      { ...date('2025-12-31', '管网'), precision: 'month' as const },
      { kind: 'long_term' as const, date: null, precision: null, scope: null },
    ],
  }
  const status = {
    ...pen.add('（达到序时进度）'),
    code: 'on_schedule' as const,
    ongoing: false,
    closure: null,
    basis: 'marker' as const,
  }
  const end = pen.here()
  pen.add('\n二、')
  const problem2 = pen.add('砖厂粉尘扰民。')
  const status2 = {
    ...pen.add('已完成并销号，长期坚持'),
    code: 'completed' as const,
    ongoing: true,
    closure: 'closed' as const,
    basis: 'narrative' as const,
  }
  const text = pen.text()
  const at = (words: string): Grounded => ({ text: words, span: [text.indexOf(words), text.indexOf(words) + words.length] })
  return reportSchema.parse({
    schemaVersion: 1,
    document: {
      id: idOf(text),
      source,
      format: 'html',
      encoding: 'gb18030',
      title: title.text,
      kind: 'progress',
      programme: {
        ...at('第二轮省级生态环境保护督察'),
        type: 'provincial_environmental_inspection',
        round: 2,
        lookBack: false,
      },
      region: { name: '湖南省青溪县', code: '439999', level: 'county' },
      asOf: { start: '2024-06-30', end: '2024-06-30', precision: 'month', ...asOf },
      text,
    },
    items: [
      {
        ...emptyItem(1, problem),
        label: '一、',
        span: [start, end],
        category: heading,
        categoryPath: [at('督察整改进展'), heading],
        goal,
        targets: [
          {
            indicator: '农村生活污水治理率',
            comparator: '>=',
            value: 60,
            unit: '%',
            by: '2025-12-31',
            per: 'a',
            ...at('2025年底前农村生活污水治理率达到60%以上'),
          },
        ],
        measures: [{ ...first, parties: [owner], deadline: ownDeadline }, second],
        progress: [done],
        parties,
        deadline,
        status,
        quantities: [
          {
            ...at('12.5公里'),
            value: 12.5,
            low: null,
            high: null,
            comparator: '=',
            unit: 'km',
            unitText: '公里',
            si: { value: 12_500, unit: 'm' },
            change: null,
            changeKind: null,
            subject: '管网',
          },
          {
            ...at('60%以上'),
            value: 60,
            low: 60,
            high: 0.1 + 0.2,
            comparator: '>=',
            unit: '%',
            unitText: '%',
            si: null,
            change: 'up',
            changeKind: 'to',
            subject: null,
          },
        ],
        dates: [{ start: '2025-12-31', end: '2025-12-31', precision: 'year', relation: 'by', ...at('2025年底前') }],
        references: [
          { title: '青溪县治水方案', number: '青办发〔2023〕8号', span: at('《青溪县治水方案》（青办发〔2023〕8号）').span },
        ],
        places: [
          { name: '湖南省青溪县', code: '439999', level: 'county', span: [text.indexOf('青溪县治水'), text.indexOf('治水')] },
        ],
      },
      { ...emptyItem(2, problem2), label: '二、', status: status2 },
    ],
    declared: [
      { measure: 'items', declared: 2, extracted: 2, agrees: true, ...total },
      { measure: 'status:completed', declared: 1, extracted: 1, agrees: true, ...total },
      { measure: 'deadline:2025', declared: 3, extracted: null, agrees: null, ...total },
    ],
    diagnostics: [
      { code: 'page_number_removed', severity: 'info', message: 'A page number was removed.', span: null, item: null },
      {
        code: 'names_run_together',
        severity: 'warning',
        message: 'Two names may stand here.',
        span: parties[1]?.span ?? null,
        item: 1,
      },
    ],
  })
}
