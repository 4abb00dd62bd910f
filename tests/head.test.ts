/** The head of a report: title, kind, programme, the day it reports its state of. */
import { describe, expect, it } from 'vitest'
import { parseReport } from '../pipeline/parse.js'
import { bytesOf, read } from './helpers/sketch.js'

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

describe('title among what stands on the page', () => {
  const rest = '\n根据要求，现将有关情况予以公开。'
  it.each<[name: string, opening: string, title: string | null]>([
    ['a trail above', '您的位置：首页 > 政务公开 > 督察整改\n青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    ['a trail with other marks', '首页 » 信息公开 » 通知公告\n青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    ['the section above', '政府信息公开\n环保督察\n青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    ['buttons above', '无障碍 关怀版\n返回列表\n青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    ['the clock above', '现在时间是：2024年3月5日 星期二\n青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    [
      'site, day and source above',
      '青溪县人民政府 2024-03-05 09:12 来源：县环委办\n青溪县督察反馈问题整改方案',
      '青溪县督察反馈问题整改方案',
    ],
    [
      'day and source under it',
      '青溪县督察反馈问题整改方案\n发布时间：2024-03-05 来源：县环委办 浏览：12次',
      '青溪县督察反馈问题整改方案',
    ],
    ['day on its own line', '青溪县督察反馈问题整改方案 发布时间：2024-03-05', '青溪县督察反馈问题整改方案'],
    [
      'sizes',
      '【字体：大 中 小】 分享到：\n青溪县督察反馈问题整改方案\n字号：大 中 小 打印 关闭',
      '青溪县督察反馈问题整改方案',
    ],
    [
      'pictures and addresses',
      '微信图片_2024.jpg\nhttp://example.org/a.html\n青溪县督察反馈问题整改方案',
      '青溪县督察反馈问题整改方案',
    ],
    [
      'the body above, which the title names',
      '青溪县水利局\n青溪县水利局关于巡察整改情况的通报',
      '青溪县水利局关于巡察整改情况的通报',
    ],
    [
      'the body above, which it lacks',
      '中共青溪县水利局党组\n关于巡察整改情况的通报',
      '中共青溪县水利局党组关于巡察整改情况的通报',
    ],
    ['a place above', '青溪县\n贯彻落实督察反馈意见整改方案', '青溪县贯彻落实督察反馈意见整改方案'],
    ['a number above', '青政发〔2024〕5号\n青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    [
      'three lines',
      '中共青溪县委\n关于市委第三巡察组反馈意见\n整改进展情况的通报',
      '中共青溪县委关于市委第三巡察组反馈意见整改进展情况的通报',
    ],
    [
      'the place in a second line',
      '中央环境保护督察“回头看”反馈意见\n青溪县整改进展清单',
      '中央环境保护督察“回头看”反馈意见青溪县整改进展清单',
    ],
    [
      'three lines, the second of which ends as a title does',
      '青溪县贯彻落实省环境保护督察“回头看”\n及河湖保护专项督察反馈意见\n整改方案（公开版）',
      '青溪县贯彻落实省环境保护督察“回头看”及河湖保护专项督察反馈意见整改方案（公开版）',
    ],
    [
      'a body with a day and a source behind it over it',
      '铁东区人民政府 2024-01-05 10:20 来源：区水务局\n关于青溪县督察反馈问题整改情况的公示',
      '关于青溪县督察反馈问题整改情况的公示',
    ],
    ['a first line that ends as a title does', '青溪县2023年度审计反馈意见\n整改方案', '青溪县2023年度审计反馈意见整改方案'],
    [
      'cut in mid-word',
      '青溪县贯彻落实第二轮中央生态环境保护督\n察\n反馈意见整改方案',
      '青溪县贯彻落实第二轮中央生态环境保护督察反馈意见整改方案',
    ],
    [
      'a wrapped line’s remainder',
      '青溪县人民政府\n关于2023年度县级预算执行和其他财政收\n支审计\n查出问题整改情况的报告',
      '青溪县人民政府关于2023年度县级预算执行和其他财政收支审计查出问题整改情况的报告',
    ],
    ['a label in brackets', '【名称】青溪县督察反馈问题整改清单', '青溪县督察反馈问题整改清单'],
    ['a place over a year', '青溪县\n2023年省警示片披露问题整改方案', '青溪县2023年省警示片披露问题整改方案'],
    ['a year first', '2022年度预算执行审计查出问题整改情况的报告', '2022年度预算执行审计查出问题整改情况的报告'],
    [
      'a speaker under it',
      '审计查出问题整改情况的报告\n——2024年3月5日在青溪县第九届人大常委会第三次会议上\n县审计局局长 王小明',
      '审计查出问题整改情况的报告',
    ],
    ['twice', '青溪县督察反馈问题整改方案\n青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    ['once cut, once whole', '青溪县督察反馈问题…\n青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    ['with a label', '文件名称：青溪县督察反馈问题整改方案', '青溪县督察反馈问题整改方案'],
    ['of an issue', '青溪县审计查出问题整改结果公告\n（2024年第2号）', '青溪县审计查出问题整改结果公告'],
    [
      'of a bulletin',
      '青溪县督察整改\n工作简报\n2024年 第4期\n县整改办 2024年7月5日\n青溪县督察反馈问题整改落实情况',
      '青溪县督察反馈问题整改落实情况',
    ],
    ['of a batch', '青溪县督察反馈问题销号公示\n（第二批）', '青溪县督察反馈问题销号公示（第二批）'],
    [
      'a post',
      '【公示】青溪县督察反馈问题整改进展情况来了！\n青溪发布 2024-03-05 18:00',
      '【公示】青溪县督察反馈问题整改进展情况来了！',
    ],
    ['a headline', '青溪县召开督察整改工作推进会\n2024-03-05', '青溪县召开督察整改工作推进会'],
    ['none: a chapter', '整改工作总体情况', null],
    ['none: a chapter under a name', '华岳县第二中学\n整改工作开展情况', null],
    ['none: a section of the site', '通知公告\n审计结果公告', null],
    ['none: an opening', '现将整改情况报告如下：', null],
    ['none: a speaker', '县审计局局长 王小明', null],
    ['none: a site', '青溪县人民政府门户网站\n索引号：01', null],
    ['traditional characters', '青溪縣督察反饋問題整改方案', '青溪縣督察反饋問題整改方案'],
  ])('%s', async (_, opening, expected) => {
    const { title } = (await read(`${opening}${rest}\n${items}`)).document
    expect(title?.replace(/\s/g, '') ?? null).toBe(expected?.replace(/\s/g, '') ?? null)
  })
})

describe('the own year', () => {
  const explained = async (text: string): Promise<string> => {
    const { explain } = await parseReport(bytesOf(text), 'sketch.txt', { explain: true })
    return `${/own year (.*)/.exec(explain ?? '')?.[1]} ${/year by (\w+)/.exec(explain ?? '')?.[1] ?? ''}`.trim()
  }
  const plan = '青溪县督察反馈问题整改方案'
  const due = items.replace('县水利局', '县水利局\n完成时限：2027年12月31日')
  it.each<[name: string, text: string, year: string]>([
    ['the signature', `${plan}\n（2022年5月）\n根据要求，制定本方案。\n${due}\n青溪县人民政府\n2023年3月5日`, '2023 signature'],
    ['the signature in characters', `${plan}\n${due}\n青溪县人民政府\n二〇二三年三月五日`, '2023 signature'],
    ['a day under the title', `${plan}\n（2023年5月）\n根据要求，制定本方案。\n${due}`, '2023 head'],
    ['a day of speech', `青溪县审计整改情况的报告\n——2023年3月5日在青溪县第九届人大常委会第三次会议上\n${due}`, '2023 head'],
    ['a number', `青政发〔2023〕5号\n${plan}\n根据要求，制定本方案。\n${due}`, '2023 number'],
    ['the day it reports', `青溪县督察整改情况\n截至2023年6月底，2个问题已整改1个。\n${due}`, '2023 as_of'],
    ['publication', `${plan}\n发布时间：2023-05-06 来源：县政府\n根据要求，制定本方案。\n${due}`, '2023 published'],
    [
      'the preface',
      `${plan}\n2022年3月5日，督察组进驻我县，2023年1月12日反馈意见，2028年12月31日前完成整改。\n${due}`,
      '2023 preamble',
    ],
    ['no deadline', `${plan}\n${due}`, '—'],
    ['no deadline at the end', `${plan}\n${items}\n完成时限：\n2027年12月31日`, '—'],
  ])('%s', async (_, text, expected) => expect(await explained(text)).toBe(expected))
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
    ['青溪县督察反馈问题整改情况的报告', items, 'progress'],
    ['青溪县督察反馈问题整改任务公示', items, 'plan'],
    ['青溪县督察反馈问题整改情况一览表', items, 'progress'],
    ['关于督察反馈问题的整改措施', items, 'plan'],
    ['青溪县督察反馈意见整改报告', items, 'progress'],
    ['现将督察反馈问题整改进展情况报告如下：', items, 'progress'],
    ['为抓好督察整改，制定如下方案。', items, 'plan'],
    ['青溪县督察反馈问题整改方案', '本方案另行印发。', 'plan'],
    ['青溪县督察反馈问题整改情况的通报', '有关情况另行公布。', 'progress'],
    ['青溪县召开督察整改推进会', '会议强调，要压实责任。', 'unknown'],
    ['青溪县招聘公告', '一、岗位\n（一）文员1名。', 'unknown'],
  ])('%s', async (title, body, expected) => {
    expect((await head(title, body)).kind).toBe(expected)
  })
})

describe('evidence', () => {
  it('keeps the words that each was read from', async () => {
    const text = `慈利县督察反馈问题整改情况\n截至2023年6月底，2个问题已整改1个。\n${progress}`
    const { explain } = await parseReport(bytesOf(text), 'sketch.txt', { explain: true })
    for (const line of [
      'title by text: 慈利县督察反馈问题整改情况',
      'region by title: 慈利县',
      'as_of by text: 2023年6月底',
      'year by as_of: 2023年6月底',
      'kind by title: 整改情况',
    ])
      expect(explain).toContain(line)
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
    ['青溪县国家海洋督察反馈意见整改方案', 'other', null, false],
    ['青溪县安全生产督查反馈问题整改方案', 'other', null, false],
    ['青溪县生态环境保护督察反馈问题整改方案', 'environmental_inspection', null, false],
    ['青溪县危险废物规范化环境管理评估问题整改台账', 'other', null, false],
    ['青溪县省级挂牌督办生态环境问题整改情况的公示', 'other', null, false],
    ['青溪县省级生态环境保护专项督察反馈问题整改方案', 'provincial_environmental_inspection', null, false],
    ['青溪县燃气安全专项督导反馈问题整改方案', 'other', null, false],
    ['青溪县政务公开测评反馈问题整改方案', 'other', null, false],
    ['青溪县人大执法检查反馈问题整改方案', 'other', null, false],
    ['青溪县粮食购销领域专项巡察整改情况', 'discipline_inspection', null, false],
  ])('%s', async (title, type, round, lookBack) => {
    const { programme, text } = await head(title)
    expect(programme && { type: programme.type, round: programme.round, lookBack: programme.lookBack }).toEqual({
      type,
      round,
      lookBack,
    })
    expect(programme && text.slice(...programme.span)).toBe(programme?.text)
  })
  it.each([
    ['中共青溪县水利局党组关于巡察整改情况的通报', '巡察'],
    ['中共青溪县委关于十二届省委第三轮巡视整改进展情况的通报', '十二届省委第三轮巡视'],
    ['邵阳市水利局关于邵阳市委第五轮巡察整改情况的通报', '邵阳市委第五轮巡察'],
    ['青溪县审计局关于2023年度预算执行审计查出问题整改情况的公告', '2023年度预算执行审计'],
    ['青溪县第二轮省级生态环境保护督察整改方案', '第二轮省级生态环境保护督察'],
    ['青溪县贯彻落实湖南省第二轮生态环境保护督察反馈意见整改方案', '湖南省第二轮生态环境保护督察'],
    ['青溪县关于省教育督导组督导反馈问题的整改方案', '教育督导组'],
  ])('%s: %s', async (title, words) => expect((await head(title)).programme?.text).toBe(words))
  it.each<[opening: string, type: string | null, lookBack: boolean]>([
    ['2023年3月，省第二生态环境保护督察组对我县开展了“回头看”，反馈问题2个。', 'provincial_environmental_inspection', true],
    ['2023年3月，省督导组开展督导，反馈问题2个。', 'other', false],
    ['2023年3月，市安委会对我县进行燃气安全专项督导，反馈问题2个。', 'other', false],
    [
      '2023年3月，中央第二生态环境保护督察组进驻我省，反馈问题2个。我县适时开展“回头看”。',
      'central_environmental_inspection',
      false,
    ],
    ['省政府教育督导委员会：', null, false],
    ['我县土地流转面积大，考核机制不健全。', null, false],
  ])('in the opening: %s', async (opening, type, lookBack) => {
    const { programme } = await head(`青溪县问题整改情况\n${opening}`, progress)
    expect(programme?.type ?? null).toBe(type)
    expect(programme?.lookBack ?? false).toBe(lookBack)
  })
  it('takes the round from what the group came for', async () => {
    const opening = '2022年6月，中央第三生态环境保护督察组对我省开展了第二轮生态环境保护督察。'
    expect((await head(`青溪县督察反馈问题整改方案\n${opening}`)).programme).toMatchObject({
      type: 'central_environmental_inspection',
      round: 2,
    })
  })
  it('takes the level from the opening where the title leaves it out', async () => {
    const { programme } = await head('青溪县生态环境保护督察整改方案\n根据第二轮中央生态环境保护督察反馈意见，制定本方案。')
    expect(programme).toMatchObject({ type: 'central_environmental_inspection', round: 2 })
  })
  it('is told where the list of items is not found', async () => {
    const { programme, kind } = (await read('青溪县第三轮省级生态环境保护督察整改方案\n方案全文另行印发。')).document
    expect([programme?.round, kind]).toEqual([3, 'plan'])
  })
  it('takes the round from the opening where the title leaves it out', async () => {
    const { programme } = await head('青溪县中央生态环境保护督察整改方案\n根据第二轮中央生态环境保护督察反馈意见，制定本方案。')
    expect(programme?.round).toBe(2)
  })
  it('is null where no inspection is named', async () => {
    expect((await head('青溪县问题整改方案')).programme).toBeNull()
  })
  it('a headline of feedback is no report of progress', async () => {
    const page = '省第三生态环境保护督察组向青溪市反馈督察情况\n9月13日，督察组向青溪市反馈督察情况，市长主持会议。'
    expect((await read(page)).document.kind).toBe('unknown')
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
    ['以上为第九批信访件办理情况，截至2023年12月16日。', '2023-12-16'],
    ['（截至2023年12月底）', '2023-12-31'],
    ['（数据截至2023年11月30日）', '2023-11-30'],
    ['数据截止时间：2023年11月30日', '2023-11-30'],
    ['填报单位：县督察整改办 截至2023年11月30日', '2023-11-30'],
    ['公示期截至2023年11月30日，欢迎监督整改。', null],
    ['截至2023年11月31日，整改任务完成1项。', null],
    ['截至2023年12月底，全县公路通车里程达到300公里。', null],
  ])('%s', async (sentence, expected) => {
    expect((await head(`${title}\n${sentence}`, progress)).asOf?.end ?? null).toBe(expected)
  })
  it('says that no calendar has the day', async () => {
    const { diagnostics } = await read(`${title}\n截至2023年11月31日，整改任务完成1项。\n${progress}`)
    expect(diagnostics.map(({ code }) => code)).toContain('date_impossible')
  })
  it('is no day of an item', async () => {
    expect((await head(title, progress.replace('已清扫道路', '截至2023年12月底，该问题整改完成，已清扫道路'))).asOf).toBeNull()
  })
  it('is none in a plan', async () => {
    expect((await head('青溪县整改方案\n截至2023年12月底，反馈问题整改完成1个。')).asOf).toBeNull()
  })
})
