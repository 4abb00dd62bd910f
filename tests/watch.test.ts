/** `watch`, as a process of its own: files that come and change while it runs, and its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from './helpers/command.js'

const bin = fileURLToPath(new URL('../bin/taizhang.js', import.meta.url))
const quarry = '石岭采石场越界开采十五亩，边坡裸露至今没有复绿'
const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，群众多次反映'
const head = (what: string) => `湘乡市贯彻落实第二轮省级生态环境保护督察反馈问题${what}\n\n`
const plan = (due = '2024年6月30日') => `${head('整改方案')}一、${quarry}
整改目标：完成复绿。
整改措施：（一）种草种树。
完成时限：${due}

二、${lake}
整改目标：不再直排。
整改措施：（一）接入管网。
完成时限：2024年12月31日
`
const progress = `${head('整改情况报告')}截至2024年7月底，整改情况如下。

一、${quarry}（完成整改）
整改情况：已经复绿。

二、${lake}（正在整改）
整改情况：管网已经动工。
`

interface Line {
  source: string
  result: string
  key: string | null
  items: number | null
  changes: { problem: string; happened: string[]; due: string | null; dueBefore: string | null }[]
  failure: { code: string } | null
}

let dir: string
let child: ChildProcess | undefined
let out: string
let err: string
const at = (...parts: string[]) => join(dir, 'inbox', ...parts)
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-watch-'))
  mkdirSync(at())
})
afterEach(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL')
  await sleep(50)
  rmSync(dir, { recursive: true, force: true })
})

const start = (...args: string[]) => {
  out = ''
  err = ''
  child = spawn(process.execPath, [bin, 'watch', at(), '--db', join(dir, 'ledger.db'), ...args])
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
}
const until = async (holds: () => boolean) => {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 30_000) throw new Error(`it did not come\n${out}\n${err}`)
    await sleep(50)
  }
}
const lines = (): Line[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const ended = async (signal: NodeJS.Signals) => {
  const code = new Promise((resolve) => child?.on('exit', (exit, by) => resolve(exit ?? by)))
  child?.kill(signal)
  return code
}

describe('watch', () => {
  it('takes what is there, then new and changed files as they settle, and tells what they change', async () => {
    writeFileSync(at('plan.txt'), plan())
    writeFileSync(at('.hidden.txt'), plan())
    start('--json')
    await until(() => lines().length === 1)
    await until(() => err.includes('watching'))
    expect(lines()[0]).toMatchObject({ source: at('plan.txt'), result: 'added', items: 2 })
    expect(lines()[0]?.changes.map(({ happened }) => happened)).toEqual([['new'], ['new']])
    // In a new folder, and in two parts, as a copy over the network comes.
    mkdirSync(at('july'))
    writeFileSync(at('july', 'progress.txt'), progress.slice(0, 60))
    await sleep(400)
    appendFileSync(at('july', 'progress.txt'), progress.slice(60))
    await until(() => lines().length === 2)
    expect(lines()[1]).toMatchObject({
      source: at('july', 'progress.txt'),
      result: 'added',
      changes: [{ problem: quarry, happened: ['closed'] }],
    })
    // A corrected file takes the place of the earlier one, as editors save it.
    writeFileSync(at('plan.tmp'), plan('2024年9月30日'))
    renameSync(at('plan.tmp'), at('plan.txt'))
    await until(() => lines().length === 3)
    expect(lines()[2]).toMatchObject({
      source: at('plan.txt'),
      result: 'replaced',
      changes: [{ problem: quarry, happened: ['moved'], due: '2024-09-30', dueBefore: '2024-06-30' }],
    })
    writeFileSync(at('news.txt'), '今天上午召开了一个会议。\n')
    await until(() => lines().length === 4)
    expect(lines()[3]).toMatchObject({ source: at('news.txt'), result: 'failed', key: null, changes: [] })
    rmSync(at('july'), { recursive: true })
    expect(await ended('SIGTERM')).toBe(0)
    const { json } = await runCommand(['list', '--json', '--db', join(dir, 'ledger.db')])
    expect((json as { source: string }[]).map(({ source }) => source)).toEqual([at('july', 'progress.txt'), at('plan.txt')])
  }, 120_000)

  it('speaks to people, passes over what is known, and ends at Ctrl-C', async () => {
    writeFileSync(at('plan.txt'), plan())
    start()
    await until(() => /new 新增 {2}[0-9a-f]{12}#1/.test(out))
    expect(out).toMatch(/^added {2}[0-9a-f]{12} {2}.*plan\.txt: 2 items, 2 new 新增\n {2}new 新增 {2}[0-9a-f]{12}#1/)
    expect(await ended('SIGINT')).toBe(0)
    start()
    await until(() => err.includes('watching'))
    writeFileSync(at('progress.txt'), progress)
    await until(() => out.includes('progress.txt'))
    expect(out).not.toContain('plan.txt')
    expect(out).toContain('closed 完成')
    expect(await ended('SIGINT')).toBe(0)
  }, 120_000)

  it('refuses what is no folder', async () => {
    const { code, err: told } = await runCommand(['watch', at('none'), '--db', join(dir, 'ledger.db')])
    expect([code, told]).toEqual([1, expect.stringContaining('none is no folder')])
  })
})
