/** Limits in brackets and behind commas, in whole reports: whose they are, and what is none. */
import { describe, expect, it } from 'vitest'
import { read } from './helpers/sketch.js'

const report = `青石镇水环境问题整改情况

一、排口未封堵。（2024年6月底前完成）
整改措施：
1.排查排口（2024年3月底前完成）。
2.封堵排口。责任单位：镇水利站，完成时限：2024年5月底。
3.开展回访。责任单位：镇综治办，完成时限：2024年8月底。
整改情况：1.已排查排口12个（2024年2月18日）。2.已建立台账（长期坚持）。
责任领导：镇党委委员、宣传部部长 舒朗
二、管网缺失。
整改措施：铺设管网。
整改情况：已铺设管网2公里。
责任单位：镇住建所，整改时限：2024年底
`

describe('limits in a report', () => {
  it('belong to what they stand behind', async () => {
    const [first, second] = (await read(report)).items
    expect(first?.problem.text).toBe('排口未封堵。')
    expect(first?.deadline?.entries.map(({ date }) => date)).toEqual(['2024-06-30'])
    expect(first?.measures.map(({ text, deadline }) => [text, deadline?.entries[0]?.date])).toEqual([
      ['排查排口（2024年3月底前完成）。', '2024-03-31'],
      ['封堵排口。', '2024-05-31'],
      ['开展回访。', '2024-08-31'],
    ])
    expect(first?.measures[1]?.parties.map(({ name }) => name)).toEqual(['镇水利站'])
    expect(second?.deadline?.entries.map(({ date }) => date)).toEqual(['2024-12-31'])
    expect(second?.parties.map(({ name }) => name)).toEqual(['镇住建所'])
  })

  it('are no limits where they tell what was done', async () => {
    const [first] = (await read(report)).items
    expect(first?.progress.map(({ deadline }) => deadline)).toEqual([null, null])
  })

  it('a department gives no person', async () => {
    const [first] = (await read(report)).items
    expect(first?.parties.map(({ name, title }) => [name, title])).toEqual([['舒朗', '镇党委委员、宣传部部长']])
  })
})
