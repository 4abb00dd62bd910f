/** The commands that follow a problem through its reports, on reports as they come. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../helpers/command.js'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-problems-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const run = (...args: string[]) => runCommand([...args, '--db', join(dir, 'ledger.db')])
const put = async (name: string, text: string) => {
  writeFileSync(join(dir, name), text)
  return run('ingest', join(dir, name), '--quiet')
}

const plan = `湘乡市贯彻落实第二轮省级生态环境保护督察反馈问题整改方案

一、月山镇河道排污口整治不到位，沿河十二家豆腐作坊废水直排
整改目标：完成排污口整治。
整改措施：（一）封堵全部排污口。（二）建设集中处理站。
牵头单位：湘乡市水利局
完成时限：2024年5月31日

二、棋梓镇石灰石矿山边坡裸露，复绿面积不足三成
整改目标：完成矿山复绿。
整改措施：（一）清理危岩。（二）种树种草。
牵头单位：湘乡市自然资源局
完成时限：2024年12月31日

三、城区建筑工地扬尘管控流于形式，裸土没有覆盖
整改目标：扬尘管控到位。
整改措施：（一）开展巡查。
牵头单位：湘乡市住建局
完成时限：2024年3月31日
`
const progress = (asOf: string, first: string, second: string) => `湘乡市贯彻落实第二轮省级生态环境保护督察反馈问题整改情况报告

截至${asOf}，整改情况如下。

一、棋梓镇石灰石矿山边坡裸露，复绿面积不足三成（${second}）
整改目标：完成矿山复绿。
整改情况：危岩已经清理。

二、月山镇河道排污口整治不到位，沿河十二家豆腐作坊废水直排（${first}）
整改目标：完成排污口整治。
整改情况：排污口正在封堵。
`

describe('a plan and its progress', () => {
  beforeEach(async () => {
    await put('plan.txt', plan)
    await put('may.txt', progress('2024年5月底', '正在整改', '正在整改'))
    await put('june.txt', progress('2024年6月底', '完成整改', '正在整改'))
    // The parser is loaded here, which takes its time on a busy machine.
  }, 60_000)
  const keys = async () => {
    const { json } = await run('list', '--items', '--json')
    const items = json as { key: string; source: string; seq: number }[]
    return (name: string, seq: number) => items.find((one) => one.source.endsWith(name) && one.seq === seq)?.key ?? ''
  }

  it('is told once in due and in list --overdue, with three truths', async () => {
    const key = await keys()
    const due = await run('due', '--as-of', '2024-12-20', '--json')
    expect(due.json).toMatchObject({
      asOf: '2024-12-20',
      until: '2025-01-19',
      counts: { overdue: 0, unsaid: 1, notPast: 1 },
      overdue: [],
      unsaid: [{ key: key('plan.txt', 3), problemDue: '2024-03-31' }],
      upcoming: [{ key: key('june.txt', 1), problemDue: '2024-12-31', problemState: 'open' }],
    })
    const late = await run('list', '--overdue', '2025-01-01')
    expect(late.out).toContain(
      '1 past the day and open 逾期未完成, 1 past the day and not said 到期状态未知, 0 not past 未到期',
    )
    expect(late.out).toContain(key('june.txt', 1))
    expect(late.err).toContain('--unsaid')
    expect((await run('due', '--as-of', '2025-01-01', '--unit', '自然资源局', '--json')).json).toMatchObject({
      counts: { overdue: 1, unsaid: 0, notPast: 0 },
    })
  })

  it('takes today where no day is given', async () => {
    expect((await run('list', '--overdue')).code).toBe(0)
    expect((await run('due', '--as-of', 'today')).code).toBe(0)
    expect(await run('due', '--within', 'soon')).toMatchObject({ code: 2 })
    expect(await run('due', '--as-of', 'tomorrow')).toMatchObject({ code: 2 })
  })

  it('is a time line with the words of each report', async () => {
    const key = await keys()
    const { out, code } = await run('history', key('may.txt', 2))
    expect(code).toBe(0)
    expect(out).toContain(`state 现状: done 已完成 (${key('june.txt', 2)})`)
    const at = [key('plan.txt', 1), '2024-05-31 (as of 截至)', '2024-06-30 (as of 截至)'].map((words) =>
      out.indexOf(`${words}  `),
    )
    expect(at.every((place) => place > 0) && at.every((place, i) => i === 0 || place > (at[i - 1] ?? 0))).toBe(true)
    expect((await run('history', 'nothing#1')).code).toBe(1)
  })

  it('lists, confirms and rejects links', async () => {
    const key = await keys()
    const all = await run('link', '--report', join(dir, 'june.txt'), '--json')
    expect((all.json as { relation: string }[]).map(({ relation }) => relation)).toEqual(['same', 'same', 'same', 'same'])
    expect((await run('link', '--review')).out).toContain('0 links to review')
    const pair = `${key('june.txt', 2)}=${key('plan.txt', 1)}`
    expect(await run('reject', pair, '--by', '李某', '--why', '不是一处')).toMatchObject({ code: 0 })
    expect((await run('link', '--all')).out).toContain('1 rejected')
    expect(await run('confirm', pair)).toMatchObject({ code: 0 })
    expect(await run('confirm', '4711')).toMatchObject({ code: 1 })
    expect(await run('link', '--all', '--json')).toMatchObject({ code: 0, json: { linked: 3 } })
  })
})

describe('diff', () => {
  it('tells what is new, gone and otherwise between two reports and two versions', async () => {
    await put('may.txt', progress('2024年5月底', '正在整改', '正在整改'))
    await put('june.txt', progress('2024年6月底', '完成整改', '正在整改'))
    const may = join(dir, 'may.txt')
    const { json } = await run('diff', may, join(dir, 'june.txt'), '--json')
    expect(json).toMatchObject({
      added: [],
      removed: [],
      changed: [{ relation: 'same', changes: [{ field: 'status', from: 'in_progress', to: 'completed' }] }],
      unchanged: 1,
    })
    await put('plan.txt', plan)
    const { out } = await run('diff', join(dir, 'plan.txt'), may)
    expect(out).toContain('0 new 新增, 1 gone 减少, 2 changed 变化, 0 unchanged 未变')
    expect(out).toMatch(/- \w+#3 {2}城区建筑工地扬尘/)
    const before =
      ((await run('list', '--json')).json as { key: string; source: string }[]).find(({ source }) => source === may)?.key ?? ''
    await put('may.txt', progress('2024年5月底', '正在整改', '完成整改'))
    expect((await run('diff', before, may, '--json')).json).toMatchObject({
      changed: [{ changes: [{ field: 'status', from: 'in_progress', to: 'completed' }] }],
    })
    expect(await run('diff', may, 'nothing')).toMatchObject({ code: 1 })
  })
})

describe('digest', () => {
  it('tells a round against the last one', async () => {
    await put('plan.txt', plan)
    await put('may.txt', progress('2024年5月底', '正在整改', '正在整改'))
    await put('june.txt', progress('2024年6月底', '完成整改', '正在整改'))
    const { json } = await run('digest', '--from', '2024-05-31', '--to', '2024-12-31', '--json')
    expect(json).toMatchObject({
      problems: 3,
      counts: { new: 0, closed: 1, reopened: 0, fallen_due: 1, overdue: 0, unsaid: 1, moved: 0 },
      by: {
        lead_unit: expect.arrayContaining([expect.objectContaining({ name: expect.stringContaining('水利局'), closed: 1 })]),
      },
    })
    const later = await run('digest', '--from', '2024-12-31', '--to', '2025-01-31', '--format', 'markdown')
    expect(later.out).toContain('## overdue 逾期')
    expect(later.out).toContain('棋梓镇石灰石矿山边坡裸露')
    expect((await run('digest', '--from', '2024-12-31', '--to', '2025-01-31')).out).toContain('overdue 逾期')
    expect(await run('digest', '--from', '2025-12-31', '--to', '2025-01-31')).toMatchObject({ code: 2 })
    expect(await run('digest')).toMatchObject({ code: 2 })
  })
})
