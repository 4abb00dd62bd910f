/** The head of a report: title, kind, programme, the day it reports its state of. */
import { describe, expect, it } from 'vitest'
import { read } from './helpers/sketch.js'

const items =
  '一、砖厂扬尘扰民。\n整改目标：粉尘达标。\n整改措施：清扫道路。\n责任单位：县水利局\n二、河道淤积严重。\n整改目标：河道畅通。\n整改措施：开展清淤。\n责任单位：县城管局'
const progress =
  '一、砖厂扬尘扰民。\n整改情况：已清扫道路。\n整改状态：已完成\n二、河道淤积严重。\n整改情况：正在清淤。\n整改状态：达到序时进度'
const head = async (opening: string, body = items) => (await read(`${opening}\n${body}`)).document

describe('title', () => {
  it.each([
    ['one line', '青溪县整改方案', '青溪县整改方案'],
    ['two lines', '青溪县贯彻落实省生态环境保护督察\n反馈意见整改方案', '青溪县贯彻落实省生态环境保护督察反馈意见整改方案'],
    ['a line in brackets belongs to it', '青溪县整改方案\n（公开稿）', '青溪县整改方案（公开稿）'],
    ['附件 above is none of it', '附件1\n青溪县整改任务清单', '青溪县整改任务清单'],
    ['附件： is none of it', '附件：\n青溪县整改任务清单', '青溪县整改任务清单'],
    ['the first of two', '青溪县整改方案\n根据要求，制定本方案。\n附件1\n青溪县整改任务清单', '青溪县整改方案'],
    ['a salutation behind it', '青溪县整改情况报告\n省督察组：', '青溪县整改情况报告'],
  ])('%s', async (_, opening, expected) => {
    expect((await head(opening)).title?.replace(/\s/g, '')).toBe(expected)
  })
})

describe('kind', () => {
  it.each([
    ['青溪县督察反馈问题整改方案', items, 'plan'],
    ['青溪县督察整改实施方案', items, 'plan'],
    ['青溪县督察反馈问题整改清单', items, 'checklist'],
    ['青溪县督察整改任务台账', items, 'checklist'],
    ['青溪县督察整改任务台账', progress, 'progress'],
    ['青溪县督察反馈问题整改落实情况', progress, 'progress'],
    ['关于巡察整改进展情况的通报', progress, 'progress'],
    ['青溪县督察整改方案落实情况', progress, 'progress'],
    ['青溪县督察反馈问题销号公示', progress, 'progress'],
    ['青溪县2023年度审计查出问题整改情况的公告', progress, 'progress'],
    ['青溪县招聘公告', '一、岗位\n（一）文员1名。', 'unknown'],
  ])('%s', async (title, body, expected) => {
    expect((await head(title, body)).kind).toBe(expected)
  })
})

describe('programme', () => {
  it.each([
    ['青溪县贯彻落实中央生态环境保护督察反馈意见整改方案', 'central_environmental_inspection', null, false],
    ['青溪县贯彻落实第二轮中央生态环境保护督察反馈意见整改方案', 'central_environmental_inspection', 2, false],
    ['青溪县贯彻落实中央环境保护督察“回头看”反馈意见整改方案', 'central_environmental_inspection', null, true],
    ['青溪县贯彻落实省第三轮生态环境保护督察反馈意见整改方案', 'provincial_environmental_inspection', 3, false],
    ['青溪县省级生态环境保护督察“回头看”反馈问题整改方案', 'provincial_environmental_inspection', null, true],
    ['中共青溪县委关于十五届市委第五轮巡察反馈意见整改情况的通报', 'discipline_inspection', 5, false],
    ['青溪县水利局党组关于巡察整改情况的通报', 'discipline_inspection', null, false],
    ['青溪县2023年度县级预算执行和其他财政收支审计查出问题整改情况', 'audit', null, false],
    ['青溪县安全生产督查反馈问题整改方案', 'other', null, false],
  ])('%s', async (title, type, round, lookBack) => {
    const { programme, text } = await head(title)
    expect(programme && { type: programme.type, round: programme.round, lookBack: programme.lookBack }).toEqual({
      type,
      round,
      lookBack,
    })
    expect(programme && text.slice(...programme.span)).toBe(programme?.text)
  })
  it('takes the round from the opening where the title leaves it out', async () => {
    const { programme } = await head('青溪县中央生态环境保护督察整改方案\n根据第二轮中央生态环境保护督察反馈意见，制定本方案。')
    expect(programme?.round).toBe(2)
  })
  it('is null where no inspection is named', async () => {
    expect((await head('青溪县问题整改方案')).programme).toBeNull()
  })
  it('is none where there is no item', async () => {
    expect((await read('青溪县召开中央生态环境保护督察整改工作会议\n会议强调，要压实责任。')).document.programme).toBeNull()
  })
  it('takes the name of a body for no programme', async () => {
    expect((await head('青溪县问题整改方案\n经县生态环境保护督察工作领导小组同意，制定本方案。')).programme).toBeNull()
  })
})

describe('the day of its state', () => {
  const title = '青溪县督察反馈问题整改落实情况'
  it.each([
    ['截至2023年12月底，督察反馈的2个问题已完成整改1个。', '2023-12-31'],
    ['截至2023年12月31日，整改任务完成1项。', '2023-12-31'],
    ['截止2023年6月，整改完成1项。', '2023-06-30'],
    ['截至目前，整改完成1项。', null],
    ['截至2023年12月底，全县公路通车里程达到300公里。', null],
  ])('%s', async (sentence, expected) => {
    expect((await head(`${title}\n${sentence}`, progress)).asOf?.end ?? null).toBe(expected)
  })
  it('is no day of an item', async () => {
    expect((await head(title, progress.replace('已清扫道路', '截至2023年12月底，该问题整改完成，已清扫道路'))).asOf).toBeNull()
  })
  it('is none in a plan', async () => {
    expect((await head('青溪县整改方案\n截至2023年12月底，反馈问题整改完成1个。')).asOf).toBeNull()
  })
})
