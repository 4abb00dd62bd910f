/** What people correct and note: laid over every view, and lasting. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ledger, openLedger } from '../../output/store/index.js'
import { runCommand } from '../helpers/command.js'
import { compareExpected, expectedSchema } from '../helpers/expected.js'
import { plainReport } from '../helpers/record.js'
import { dropMade, stores } from '../helpers/stores.js'

let dir: string
let db: Ledger
let name: string

const told = { why: '现场核实', by: '张某', day: '2025-02-01' }
const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾长期发臭。'
const report = (more: Partial<Parameters<typeof plainReport>[0]['items'][number]> = {}, salt = '') =>
  plainReport({
    source: 'a.txt',
    salt,
    items: [
      { problem: '石岭采石场越界开采。' },
      { problem: lake, status: 'in_progress', due: '2024-06-30', lead: '县水利局', ...more },
    ],
  })
const keyOf = (one: ReturnType<typeof report>, item = 2): string => `${one.document.id.slice(0, 12)}#${item}`
const seen = () =>
  db
    .items()
    .map(({ seq, status, due, leadUnits, corrected, inDoubt, notes }) => ({
      seq,
      status,
      due,
      leadUnits,
      corrected,
      inDoubt,
      notes,
    }))
    .at(-1)
const overdue = () => db.items({ overdueAsOf: '2025-01-01' }).map(({ seq }) => seq)

describe.each(stores)('in $name', (store) => {
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'taizhang-corrections-'))
    name = store.make(dir)
    db = openLedger(name)
  })
  afterEach(async () => {
    db.close()
    await dropMade()
    rmSync(dir, { recursive: true, force: true })
  })

  describe('a correction', () => {
    it('shows in lists, views and what is overdue, while the record stays as it was read', () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      expect(overdue()).toEqual([2])
      for (const [field, value] of [
        ['status', 'completed'],
        ['due', '2025-12-31'],
        ['lead_units', '县水利局、县住建局'],
      ] as const)
        expect(db.correct(keyOf(one), field, value, told)).toBe(true)
      expect(seen()).toMatchObject({ status: 'completed', due: '2025-12-31', leadUnits: ['县水利局', '县住建局'], inDoubt: [] })
      expect(seen()?.corrected.sort()).toEqual(['due', 'lead_units', 'status'])
      expect(overdue()).toEqual([])
      expect(JSON.stringify(db.report(one.document.id))).toBe(JSON.stringify(one))
      expect([...db.query('SELECT unit, done FROM by_lead_unit ORDER BY unit')]).toEqual([
        { unit: '县住建局', done: 1 },
        { unit: '县水利局', done: 1 },
      ])
      // none: the report does not say after all.
      db.correct(keyOf(one), 'status', null, told)
      expect(seen()?.status).toBeNull()
      expect(db.items({ unsaidAsOf: '2026-06-01' }).map(({ seq }) => seq)).toEqual([2])
    })

    it('of units is what a filter by body goes by', () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      const of = (unit: string, role?: 'lead_unit' | 'responsible_unit') =>
        db.items({ units: [unit], ...(role ? { role } : {}) }).map(({ seq }) => seq)
      expect([of('水利局'), of('住房和城乡建设局')]).toEqual([[2], []])
      db.correct(keyOf(one), 'lead_units', '县住建局', told)
      expect([of('水利局'), of('住房和城乡建设局'), of('住建局', 'lead_unit'), of('住建局', 'responsible_unit')]).toEqual([
        [],
        [2],
        [2],
        [],
      ])
      expect(db.unknown({ units: ['住建局'] })).toEqual([])
    })

    it('lasts through three re-parses and a new version', () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      db.correct(keyOf(one), 'status', 'completed', told)
      db.correct(keyOf(one), 'note', '等待复核', told)
      for (const parserVersion of ['2', '3', '4']) {
        db.put(one, { parserVersion })
        expect(seen()).toMatchObject({ status: 'completed', corrected: ['status'], notes: ['等待复核'] })
      }
      expect(db.put(report({}, '第二版'), { parserVersion: '4' })).toBe('replaced')
      expect(seen()).toMatchObject({ status: 'completed', corrected: ['status'], inDoubt: [], notes: ['等待复核'] })
    })

    it('is in doubt where the words beneath have changed: not lost, and not forced', () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      db.correct(keyOf(one), 'status', 'completed', told)
      db.put(report({ status: 'behind_schedule' }), { parserVersion: '1' })
      expect(seen()).toMatchObject({ status: 'behind_schedule', corrected: [], inDoubt: ['status'] })
      db.put(report({ problem: '镜湖沿岸餐馆三十家把油污直接倒进湖里，湖湾长年发臭。' }), { parserVersion: '1' })
      expect(seen()).toMatchObject({ status: 'in_progress', corrected: [], inDoubt: ['status'] })
      expect(db.corrections()).toMatchObject([{ field: 'status', items: [] }])
      expect(db.corrections()[0]?.inDoubt).toHaveLength(1)
      // The report says so itself now: nothing is left to correct.
      db.put(report({ status: 'completed' }), { parserVersion: '1' })
      expect(seen()).toMatchObject({ status: 'completed', corrected: [], inDoubt: [] })
    })

    it('of one field takes the place of the one before, and can be taken back', () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      db.correct(keyOf(one), 'due', '2025-06-30', told)
      db.correct(keyOf(one), 'due', '2025-09-30', told)
      expect(seen()?.due).toBe('2025-09-30')
      expect(db.dropCorrection(2)).toBe(true)
      expect(seen()?.due).toBe('2025-06-30')
      expect(db.dropCorrection(1)).toBe(true)
      expect(seen()).toMatchObject({ due: '2024-06-30', corrected: [] })
      expect(db.dropCorrection(1)).toBe(false)
    })

    it('is refused where the field cannot hold it, or there is no such item', () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      for (const [field, value] of [
        ['status', 'done'],
        ['status', ''],
        ['due', '2025-02-30'],
        ['closure', 'yes'],
        ['lead_units', '、'],
        ['responsible_units', ' ； '],
        ['category', ''],
        ['problem', ''],
        ['problem', null],
        ['note', ''],
        ['note', null],
      ] as const)
        expect(() => db.correct(keyOf(one), field, value, told), field).toThrow(expect.objectContaining({ code: 'bad_value' }))
      expect(db.correct(keyOf(one, 9), 'status', 'completed', told)).toBe(false)
      expect(db.corrections()).toEqual([])
    })

    it('may say of any field but the problem and remarks that the report does not say it', () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      for (const field of ['status', 'closure', 'due', 'lead_units', 'responsible_units', 'category'] as const)
        db.correct(keyOf(one), field, null, told)
      expect(seen()).toMatchObject({ status: null, due: null, leadUnits: [] })
      // What the report does not say anyway is no correction of it.
      expect(seen()?.corrected.sort()).toEqual(['due', 'lead_units', 'status'])
      db.correct(keyOf(one), 'responsible_units', ' 县城管局 ；县住建局,县水利局，县环保局;县林业局', told)
      const [item] = db.items().slice(-1)
      expect(item?.responsibleUnits).toEqual(['县城管局', '县住建局', '县水利局', '县环保局', '县林业局'])
      expect(db.corrections().at(-1)).toMatchObject({
        value: '县城管局、县住建局、县水利局、县环保局、县林业局',
        was: null,
        items: [keyOf(one)],
        inDoubt: [],
      })
    })

    it('goes to no problem that only shares some words, and to the most like one of several', () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      db.correct(keyOf(one), 'status', 'completed', told)
      const reworded = (...problems: string[]) => {
        db.put(plainReport({ source: 'a.txt', items: problems.map((problem) => ({ problem })) }), { parserVersion: '1' })
        return db.corrections()[0]?.inDoubt.map((key) => key.split('#')[1])
      }
      expect(reworded('镜湖沿岸餐馆污水管网破损，没有接入处理厂。')).toEqual([])
      expect(reworded('湖。')).toEqual([])
      expect(reworded('镜湖沿岸餐馆二十家把油污倒进湖里。', '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾发臭。')).toEqual([
        '2',
      ])
    })

    it('closes the problem in the other reports of its thread', () => {
      const [plan, later] = [
        report({}, 'plan'),
        plainReport({ source: 'b.txt', items: [{ problem: lake, status: 'in_progress' }] }),
      ]
      const region = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }
      const at = (one: typeof plan) => ({ ...one, document: { ...one.document, region } })
      db.put({ ...at(plan), document: { ...at(plan).document, kind: 'plan' } }, { parserVersion: '1' })
      db.put(at(later), { parserVersion: '1' })
      expect(overdue()).toEqual([1])
      db.correct(keyOf(later, 1), 'closure', 'closed', told)
      expect(overdue()).toEqual([])
      expect(db.history(keyOf(plan))).toMatchObject({ state: 'done', stateBy: keyOf(later, 1) })
    })
  })

  describe('the commands', () => {
    const run = (...args: string[]) => runCommand(args)
    const at = (file?: string) => ['--db', file === undefined ? name : join(dir, file)]

    it('correct, note, list, show and export mark what was corrected', async () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      const key = keyOf(one)
      expect((await run('correct', key, 'status', 'completed', '--why', '现场核实', '--by', '张某', ...at())).out).toContain(
        'in_progress → completed',
      )
      expect(await run('note', key, '等待复核', '--by', '李某', ...at())).toMatchObject({ code: 0 })
      const { out } = await run('list', '--items', ...at())
      expect(out).toContain(`${key} *+`)
      expect(out).toContain('* corrected 已更正, + remark 有备注')
      const shown = await run('show', key, ...at())
      expect(shown.out).toContain('corrected 更正: status in_progress → completed (现场核实), 张某')
      expect(shown.out).toContain('note 备注: 等待复核')
      expect((await run('corrections', ...at())).out).toContain('2 corrections, 0 in doubt')
      await run('export', '--to', join(dir, 'out'), '--format', 'jsonl', ...at())
      const items = readFileSync(join(dir, 'out/items.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(items[1]).toMatchObject({ status: 'completed', corrected: 'status', notes: '等待复核', problem_state: 'done' })
    })

    it('hand corrections on to another ledger, once', async () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      db.correct(keyOf(one), 'status', 'completed', told)
      const other = openLedger(join(dir, 'other.db'))
      // The other ledger has the same bytes at another place, and read them before.
      other.put({ ...one, document: { ...one.document, source: 'elsewhere.txt' } }, { parserVersion: '1' })
      other.close()
      const file = join(dir, 'corrections.jsonl')
      expect(await run('corrections', '--export', file, ...at())).toMatchObject({ code: 0 })
      expect((await run('corrections', '--import', file, ...at('other.db'))).out).toContain('1 correction taken in, 0 known')
      expect((await run('corrections', '--import', file, ...at('other.db'))).out).toContain('0 corrections taken in, 1 known')
      expect((await run('list', '--status', 'completed', '--json', ...at('other.db'))).json).toMatchObject([
        { seq: 2, corrected: ['status'] },
      ])
      const line = JSON.parse(readFileSync(file, 'utf8'))
      const { id } = line
      for (const wrong of [
        { id: 'x' },
        { ...line, id: `${id}0` },
        { ...line, id: `0${id}` },
        { ...line, id: id.toUpperCase() },
        { ...line, identity: '' },
        { ...line, field: 'colour' },
        { ...line, by: '' },
        { ...line, day: '2025-02-30' },
      ]) {
        writeFileSync(file, `${JSON.stringify(wrong)}\n`)
        expect(await run('corrections', '--import', file, ...at('other.db')), JSON.stringify(wrong)).toMatchObject({ code: 1 })
      }
      // Another person's, another day's, or for another reason: another correction.
      for (const another of [{ by: '李某' }, { day: '2025-03-01' }, { why: '复核' }, { value: 'not_started' }]) {
        writeFileSync(file, `${JSON.stringify({ ...line, ...another })}\n`)
        const { out } = await run('corrections', '--import', file, ...at('other.db'))
        expect(out, JSON.stringify(another)).toContain('1 correction taken in, 0 known')
      }
    })

    it('write the expected record of a report, which what was corrected no longer agrees with', async () => {
      const file = join(dir, 'town.txt')
      writeFileSync(
        file,
        [
          '青禾县生态环境保护督察反馈问题整改情况',
          '督察反馈的2个问题，已完成整改1个。',
          '一、镜湖镇湖滨餐馆直排油污。（正在整改）',
          '整改措施：（一）封堵排口。（二）安装隔油池。',
          '牵头单位：青禾县水利局',
          '配合单位：青禾县住房和城乡建设局',
          '完成时限：2024年3月底',
          '二、石岭镇采石场越界开采。（完成整改）',
          '整改措施：依法关停。',
          '牵头单位：青禾县自然资源局',
        ].join('\n'),
      )
      expect((await run('ingest', file, ...at())).code).toBe(0)
      const report = db.report(file)
      if (!report) throw new Error('it was not taken in')
      const key = report.document.id.slice(0, 12)
      const fixture = async () => expectedSchema.parse((await run('corrections', '--as-fixture', key, ...at())).json)
      const differences = async () => compareExpected(await fixture(), report).map((text) => text.split('\n', 1)[0])
      expect((await fixture()).items).toHaveLength(2)
      expect(await differences()).toEqual([])
      for (const [field, value] of [
        ['status', 'completed'],
        ['due', '2025-06-30'],
        ['lead_units', '青禾县住房和城乡建设局'],
      ] as const)
        db.correct(`${key}#1`, field, value, told)
      const [first, second] = (await fixture()).items
      expect(first?.status).toEqual({ code: 'completed', ongoing: false, closure: null })
      expect(first?.deadline).toEqual({ entries: [{ kind: 'date', date: '2025-06-30' }] })
      expect(first?.parties?.map(({ role, name }) => [role, name]).sort()).toEqual([
        ['lead_unit', '青禾县住房和城乡建设局'],
        ['supporting_unit', '青禾县住房和城乡建设局'],
      ])
      // An action that has neither parties nor a deadline says so by saying nothing.
      expect(Object.keys(second?.measures?.[0] ?? {})).toEqual(['label', 'text'])
      // Two are completed now, where the report says one.
      expect((await fixture()).declared?.filter(({ agrees }) => agrees === false)).toMatchObject([
        { measure: 'status:completed' },
      ])
      expect(new Set(await differences())).toEqual(
        new Set(['item 1.status.code', 'item 1.deadline.entries[0].date', 'item 1.parties', 'declared']),
      )
      expect(await run('corrections', '--as-fixture', 'nothing', ...at())).toMatchObject({ code: 1, json: undefined })
    })

    it('say what is wrong', async () => {
      const one = report()
      db.put(one, { parserVersion: '1' })
      const key = keyOf(one)
      const codes = [
        await run('correct', key, 'status', 'completed', '--by', '张某', ...at()),
        await run('correct', key, 'colour', 'red', '--why', 'x', '--by', 'y', ...at()),
        await run('correct', key, 'status', 'red', '--why', 'x', '--by', 'y', ...at()),
        await run('correct', 'nothing#1', 'status', 'completed', '--why', 'x', '--by', 'y', ...at()),
        await run('corrections', '--drop', '7', ...at()),
      ].map(({ code }) => code)
      expect(codes).toEqual([2, 2, 1, 1, 1])
    })
  })
})
