/** What a user can add at run time: stages before and after any other, another reader, labels, words of states, forms of marks. */

import { VFile } from 'vfile'
import { afterEach, describe, expect, it } from 'vitest'
import { extendLexicon, type LexiconRows } from '../parsers/extend.js'
import { readStatus } from '../parsers/fields/status.js'
import { readText } from '../parsers/readers/text.js'
import { createProcessor, parseReport, parseTree, type Stage, type StageName } from '../pipeline/parse.js'
import type { Report } from '../pipeline/record.js'
import { note, type ReportTree } from '../pipeline/tree.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const parse = async (text: string): Promise<Report> => (await parseReport(utf8(text), 'report.txt')).report

/** A list of problems with these lines under each. */
const listOf = (lines: (n: number) => string[], mark = (n: number) => `${n}. `) =>
  [
    '河东县环境保护督察反馈问题整改情况报告',
    '按照要求，现将整改情况报告如下。',
    ...['河道垃圾未及时清运', '污水管网覆盖不足', '应急预案没有修订', '巡查记录不完整'].flatMap((problem, i) => [
      `${mark(i + 1)}${problem}。`,
      ...lines(i + 1),
    ]),
    '',
  ].join('\n')
const plainList = listOf((n) => [`整改目标：第${n}类问题全部整改。`, '责任单位：县水利局', '整改进展：已经清运完毕。'])

const names: StageName[] = ['clean', 'tokens', 'reading', 'head', 'fields', 'values', 'reconcile']

describe('stages', () => {
  it('run before and after each of the program', async () => {
    for (const name of names) {
      const ran: string[] = []
      const spy =
        (when: string): Stage =>
        () =>
        (tree) => {
          ran.push(`${when} ${'layout' in tree.data} ${'items' in tree.data}`)
        }
      const processor = createProcessor({ before: { [name]: [spy('before')] }, after: { [name]: [spy('after')] } })
      await parseReport(utf8(plainList), 'report.txt', { processor })
      const [layout, items] = [names.indexOf(name) > 0, names.indexOf(name) > names.indexOf('fields')]
      expect(ran).toEqual([`before ${layout} ${items}`, `after true ${items || name === 'fields'}`])
    }
  })

  it('change what comes after them', async () => {
    // an office that prints a stamp in every paragraph
    const unstamp: Stage = () => (tree) => {
      for (const block of tree.children) if (block.type === 'paragraph') block.value = block.value.replaceAll('［内部］', '')
    }
    const stamped = plainList.replaceAll('。\n', '。［内部］\n')
    const processor = createProcessor({ before: { clean: [unstamp] } })
    const { report } = await parseReport(utf8(stamped), 'report.txt', { processor })
    const problems = ({ items }: Report) => items.map(({ problem, goal }) => [problem.text, goal?.text])
    expect(problems(report)).toEqual(problems(await parse(plainList)))
    expect(problems(await parse(stamped))).not.toEqual(problems(report))
  })

  it('see the items and file diagnostics of the table', async () => {
    const ask: Stage = () => (tree, file) => {
      for (const { seq, span, deadline } of tree.data.items ?? [])
        if (!deadline && seq === 2) note(file, 'deadline_unclear', 'there is no deadline', span)
    }
    const { report } = await parseReport(utf8(plainList), 'report.txt', {
      processor: createProcessor({ after: { fields: [ask] } }),
    })
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'deadline_unclear', severity: 'warning', item: 2, span: report.items[1]?.span }),
    )
  })

  it('serve a tree that is read already', async () => {
    const bytes = utf8(plainList)
    const seen: number[] = []
    const count: Stage = () => (tree) => {
      seen.push(tree.data.items?.length ?? 0)
    }
    const processor = createProcessor({ after: { fields: [count] } })
    expect(parseTree(readText(bytes) as ReportTree, bytes, 'report.txt', { processor }).report).toEqual(await parse(plainList))
    expect(seen).toEqual([4])
  })
})

describe('the processor', () => {
  it('is a unified processor: its result is the record', async () => {
    const file = await createProcessor().process(new VFile({ path: 'report.txt', value: utf8(plainList) }))
    expect(file.result).toEqual(await parse(plainList))
  })

  it('takes another parser and another compiler', async () => {
    const processor = createProcessor()()
      .use(function () {
        this.parser = (text) => readText(utf8(text.replaceAll('|', '\n'))) as ReportTree
      })
      .use(function () {
        this.compiler = (tree) => String((tree as ReportTree).data.items?.length)
      })
    const file = await processor.process(plainList.replaceAll('\n', '|'))
    expect(String(file)).toBe('4')
  })

  it('reads every source by its content', async () => {
    const html = `<html><body>${plainList.replaceAll(/(.+)\n/g, '<p>$1</p>')}</body></html>`
    const file = await createProcessor().process(new VFile({ value: utf8(html) }))
    expect(file.result).toMatchObject({ document: { format: 'html' }, items: [{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4 }] })
  })
})

describe('the lexicon', () => {
  let undo: (() => void) | null = null
  const extend = (rows: LexiconRows) => {
    undo = extendLexicon(rows)
  }
  afterEach(() => {
    undo?.()
    undo = null
  })
  const goals = ({ items }: Report) => items.map(({ goal }) => goal?.text ?? null)
  const wanted = [1, 2, 3, 4].map((n) => `第${n}类问题清零。`)

  /** How a label may be printed; the word is in no table. */
  const forms: [string, (n: number) => string[]][] = [
    ['behind a colon', (n) => [`拟达效能值：第${n}类问题清零。`, '责任单位：县水利局']],
    ['in brackets', (n) => [`【拟达效能值】第${n}类问题清零。`, '责任单位：县水利局']],
    ['on a line of its own', (n) => ['拟达效能值', `第${n}类问题清零。`, '责任单位：县水利局']],
    ['with a number', (n) => [`（1）拟达效能值：第${n}类问题清零。`, '（2）责任单位：县水利局']],
    ['behind a blank', (n) => [`拟达效能值 第${n}类问题清零。`, '责任单位 县水利局']],
    ['inside a line', (n) => [`责任单位：县水利局。拟达效能值：第${n}类问题清零。`]],
  ]
  it.each(forms)('knows a label %s from one row', async (_, lines) => {
    const text = listOf(lines)
    expect(goals(await parse(text))).not.toEqual(wanted)
    extend({ labels: [['goal', '拟达效能值']] })
    expect(goals(await parse(text))).toEqual(wanted)
    undo?.()
    expect(goals(await parse(text))).not.toEqual(wanted)
  })

  it('knows a label over a column from the same row', async () => {
    const rows = [1, 2, 3].map(
      (n) => `<tr><td>${n}</td><td>第${n}处管网破损</td><td>第${n}类问题清零。</td><td>县水利局</td></tr>`,
    )
    const html = `<html><body><p>河东县督察反馈问题整改清单</p><table><tr><th>序号</th><th>反馈问题</th><th>拟达效能值</th><th>责任单位</th></tr>${rows.join('')}</table></body></html>`
    expect(goals(await parse(html))).toEqual([null, null, null])
    extend({ labels: [['goal', '拟达效能值']] })
    expect(goals(await parse(html))).toEqual(wanted.slice(0, 3))
  })

  const states: [string, (n: number) => string[], (n: number) => string][] = [
    ['behind the problem', () => ['责任单位：县水利局'], (n) => `${n}. `],
    ['in a field', () => ['责任单位：县水利局', '整改状态：挂星见绿'], (n) => `${n}. `],
  ]
  it.each(states)('knows the words of a state %s from one row', async (where, lines, mark) => {
    const text =
      where === 'in a field' ? listOf(lines, mark) : listOf(lines, mark).replaceAll(/^(\d\. .*)。$/gm, '$1。（挂星见绿）')
    const codes = async () =>
      (await parse(text)).items.map(({ status, problem }) => [status?.code, problem.text.includes('挂星')])
    expect((await codes()).map(([code]) => code)).toEqual([undefined, undefined, undefined, undefined])
    extend({ statuses: [['completed', '挂星见绿']] })
    expect(await codes()).toEqual(Array.from({ length: 4 }, () => ['completed', false]))
    undo?.()
    expect((await codes()).map(([code]) => code)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('knows a form of mark from one row', async () => {
    const text = listOf(
      (n) => [`整改目标：第${n}类问题清零。`],
      (n) => `§${n}§`,
    )
    const labels = async () => (await parse(text)).items.map(({ label }) => label)
    expect(await labels()).not.toEqual(['§1§', '§2§', '§3§', '§4§'])
    extend({ marks: [{ style: 'issue', starts: '§', pattern: '§(\\d{1,3})§ ?' }] })
    expect(await labels()).toEqual(['§1§', '§2§', '§3§', '§4§'])
    undo?.()
    expect(await labels()).not.toEqual(['§1§', '§2§', '§3§', '§4§'])
  })

  it('takes its rows out once, however often it is asked', () => {
    undo = extendLexicon({ statuses: [['completed', '整改见效']] })
    for (let i = 0; i < 4; i++) undo()
    expect(readStatus('已完成整改')?.code).toBe('completed')
    expect(readStatus('正在整改')?.code).toBe('in_progress')
    expect(readStatus('整改见效')).toBeNull()
  })

  it('takes no label that is longer than labels are', () => {
    expect(() => extendLexicon({ labels: [['goal', '很'.repeat(30)]] })).toThrow(/characters/)
  })
})
