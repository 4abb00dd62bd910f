/**
 * What each line looks like, by its own words and by the lines around it, before any reading is tried: the `looks` of `parse --explain --line N`.
 * Short reports in our own words; behind ‖ stands what a line looks like, lines without it are like nothing.
 */
import { describe, expect, it } from 'vitest'
import { looksIn } from './helpers/lines.js'

const texts: [name: string, report: string][] = [
  [
    'a plan with measures behind it and attachments',
    `
青禾县关于巡察反馈问题的整改方案 ‖ problem 0.45 done title plain short itemChapter overList labelNext
一、反馈问题 ‖ problem 0.8 itemChapter overList
1.台账登记不全，账物不符。 ‖ problem 0.45 stops overList
2.关于公章由一人保管的问题。 ‖ problem 1 strong stops itemChapter
3.部分资金分配不规范问题 ‖ problem 1 strong short itemChapter
4.渣土运输监管不力。该问题正在整改。 ‖ problem 0.8 ownResult ownState sentence stops itemChapter
5.仓库长期无人看管。已安排2人值守。 ‖ ownResult sentence stops
6.修订制度3项。 ‖ action done stops
7.未发现外排现象。 ‖ stops
8.车辆超编。（已完成整改） ‖ problem 1 strong state ownResult sentence
9.县城小学围墙倾斜。（责任单位：县城小学；时限：立行立改） ‖ ownFields sentence labelNext
10.关于降低充电价格的意见 ‖ problem 1 strong short
11.关于印发若干意见 ‖ done short
12.修订《议事规则》不及时，执行不严。 ‖ problem 0.32 action stops
二、主要整改措施 ‖ done short told measures overList
（一）思想认识方面 ‖ category short overList
（二）加强组织领导 ‖ action done short otherChapter overProse
下一步，我县将持续抓好整改。 ‖ done stops outlook otherChapter overProse
我县将继续深化整改成果，确保落实到位。 ‖ done stops outlook
已完成整改 ‖ action done stateOnly plain short
【正在推进】 ‖ problem 1 strong state stateOnly
县水利局 ‖ short body
李青
整改前照片 ‖ rule overList
具体情况如下： ‖ colon leads overList
1.补登台账。 ‖ stops
2.安排专人。 ‖ stops
附件： ‖ colon closing ofNotice title overList doneNext
1.整改清单.docx ‖ done closing itemChapter
2.任务台账 ‖ closing short itemChapter
3.安排专人值守。 ‖ stops
青禾县人民政府 ‖ short body
2024年5月8日 ‖ closing`,
  ],
  [
    'problems with what was done in the next line',
    `
青禾县群众信访举报办理情况 ‖ complaints plain short told progress overList
一、县粮食局 ‖ short body doneNext
整改任务清单 ‖ done title listTitle plain short itemChapter overList
1.台账不全 ‖ problem 0.8 short overProse doneNext
补登台账120册，账物已全部相符，制度已健全。 ‖ done stops
2.议事规则执行不严 ‖ problem 0.8 short overProse doneNext labelNext
修订议事规则，开展培训3次，建立台账。 ‖ action done stops labelNext
责任单位：县粮食局 ‖ labelNext again
完成情况：已完成。 ‖ action done stateOnly stops labelState
3.围墙倾斜 ‖ short labelNext
责任单位：县城小学 ‖ again
联系人：李青 ‖ closing ofNotice
联系电话：0711-1234567 ‖ closing ofNotice`,
  ],
  [
    'done, open, closed, and an annex of complaints',
    `
青禾县整改情况报告 ‖ done title plain short itemChapter overList labelNext
一、整改工作开展情况 ‖ done otherChapter told progress overProse doneNext labelNext
县委高度重视，召开会议3次。 ‖ done stops labelNext
二、整改进展情况 ‖ done itemChapter told progress overList doneNext
（一）巡察反馈的12个问题已完成整改任务。 ‖ problem 0.45 done stops itemChapter overList doneNext
1.清退违规住人86人，追缴租金5万元。 ‖ problem 0.45 done stops overList
2.仍有3家企业未完成改造！ ‖ problem 0.8 stops
3.制度不健全；责任不落实？ ‖ problem 0.45 sentence stops
4、保障房闲置50套 ‖ problem 0.45 labelNext
存在问题：台账不全。 ‖ problem 1 strong stops itemChapter labelNext again
存在问题 ‖ problem 0.8 itemChapter labelNext again
整改目标： ‖ done colon told goal labelNext
整改措施1.补登台账。 ‖ done stops overProse again
目前，该问题已完成整改。 ‖ problem 0.18 action done stateOnly stops itemChapter labelNext
上述任务已完成。 ‖ done stateOnly stops itemChapter labelNext
三、下一步工作打算 ‖ otherChapter told measures
信访办理 ‖ complaints plain short
附件 ‖ title
群众信访举报件办理情况 ‖ title complaints complaintsAnnex plain short told progress overList
1.反映路口积水。 ‖ stops labelNext
办理情况：已疏通管道。 ‖ stops`,
  ],
  [
    'glued labels, numbered labels, a page foot',
    `
青禾县整改清单 ‖ done title listTitle plain short itemChapter labelNext
整改措施1.补登台账。 ‖ done stops labelNext again
整改措施2.安排专人。 ‖ done stops labelNext again
整改目标账物相符 ‖ done labelNext again
整改目标值守到位 ‖ done labelNext again
责任单位县粮食局 ‖ body overList labelNext again
（1）措施：补登台账。 ‖ stops overList labelNext
（2）责任人：李青
（3）联系人：王平 ‖ labelNext
注：整改进展情况截至2024年5月底。 ‖ done stops closing ofNotice itemChapter labelNext
主办单位：青禾县政府 承办：县大数据局 ‖ closing ofNotice`,
  ],
  [
    "headings that name problems, tables' names, outlook",
    `
青禾县巡视整改进展情况的报告 ‖ done title plain short itemChapter overList doneNext
一、落实中央决策部署、省委要求和县委安排方面存在的突出问题 ‖ problem 0.32 action done category itemChapter overList
1.未按规定整改。 ‖ problem 0.8 stops overList
2.已处理违规占地、超标排放的企业3家。 ‖ problem 0.18 action done stops
3.不断完善制度，建立台账。 ‖ done stops
4.发现未按期完成的问题 ‖ problem 1 strong short itemChapter
5.关于实施意见 ‖ short
6.针对道路破损的问题： ‖ problem 1 strong action colon itemChapter
7.不再发现超标排放，已完成治理。 ‖ stops
8.排查隐患12处。本问题尚未整改。 ‖ problem 0.45 ownResult ownState sentence stops itemChapter
9.路灯不亮。上述反馈问题已完成整改，长期坚持。 ‖ ownResult ownState sentence stops itemChapter
10.县财政局、县审计局 ‖ short body
11.（已整改） ‖ problem 1 strong done state stateOnly labelNext
存在问题： ‖ problem 1 strong colon itemChapter
针对反馈的4个问题，具体任务如下： ‖ action colon itemChapter leads
关于仓库管理不规范的问题 ‖ problem 1 strong plain short itemChapter
整改责任分工一览表 ‖ done title listTitle plain short
整改任务分解表（第一批） ‖ done title itemChapter
整改后照片 ‖ rule
______ ‖ rule
县长李青签字。 ‖ stops
2024年整改台账.xlsx ‖ done closing
工作纪律问题（4个） ‖ problem 0.8 itemChapter labelNext
作风方面问题（3个） ‖ problem 0.8 category itemChapter labelNext
二、取得的成效 ‖ told progress
三、有关问题的说明 ‖ problem 0.45 short itemChapter
我局将进一步加强监管。 ‖ stops outlook overProse
接下来，我局将继续做好整改工作。 ‖ done stops outlook overList
第二部分 信访举报 ‖ short
青禾县水务局党组 ‖ plain short body
2024年6月3日 ‖ closing`,
  ],
  [
    'labels that come three times, runs, attachments',
    `
青禾县整改台账 ‖ done title listTitle plain short labelNext
责任单位县粮食局 ‖ body labelNext again
责任单位县水利局 ‖ body labelNext again
责任单位县住建局 ‖ body again
整改措施。补登台账。 ‖ done sentence stops
整改措施。安排值守。 ‖ done sentence stops
整改措施。封存车辆。 ‖ done sentence stops overList
问题1 台账登记不全 ‖ problem 0.8 short overProse doneNext
已补登台账120册，账物全部相符。 ‖ action done stops
问题2 仓库无人看管 ‖ short overList overProse overRun
一是安排值守2人，值守已经到位。 ‖ stops
问题3 车辆超编 ‖ short doneNext
已封存。 ‖ action done stops
附件1 ‖ closing title
整改台账 ‖ done title listTitle plain short overList doneNext
1.整改清单 ‖ done short itemChapter overList
2.整改方案 ‖ done short
版权所有：青禾县人民政府 ‖ closing ofNotice`,
  ],
  [
    'categories, and problems that name one',
    `
青禾县整改情况报告 ‖ done title plain short itemChapter overList
（一）资金管理方面 ‖ category short overList
1.资金管理方面漏洞较多 ‖ problem 0.45 short overList
2.采购领域存在的突出问题 ‖ problem 0.8 category short itemChapter
3.采购领域存在的突出问题未整改 ‖ problem 0.8 short itemChapter doneNext
（二）工程建设领域： ‖ done colon category
工程建设领域长期失管 ‖ problem 0.45 plain short`,
  ],
]

const pages: [name: string, page: string, lines: string][] = [
  [
    'bodies over tables',
    '<html><body><p>青禾县整改清单</p><p>一、反馈问题清单</p><p>县粮食局</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>台账登记不全。</td><td>补登台账。</td></tr></table><p>县水利局</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>车辆超编。</td><td>封存车辆。</td></tr></table><p>（一）县住建局</p><table><tr><td>反馈问题</td><td>路灯不亮。</td></tr><tr><td>整改措施</td><td>更换灯具。</td></tr><tr><td>责任单位</td><td>县住建局</td></tr></table></body></html>',
    `
一、反馈问题清单 ‖ problem 0.45 short itemChapter
县粮食局 ‖ category short overList
（表）
县水利局 ‖ category short overList
（表） ‖ overList
（一）县住建局 ‖ category short overList
（表）`,
  ],
  [
    'one body over a table alone',
    '<html><body><p>青禾县整改清单</p><p>县粮食局</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>台账登记不全。</td><td>补登台账。</td></tr></table></body></html>',
    `
县粮食局 ‖ category short overList
（表）`,
  ],
  [
    'one body under a chapter',
    '<html><body><p>青禾县整改清单</p><p>二、任务分解</p><p>县粮食局</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>台账登记不全。</td><td>补登台账。</td></tr></table></body></html>',
    `
二、任务分解 ‖ short itemChapter
县粮食局 ‖ category short overList
（表）`,
  ],
  [
    'names over tables, one of them behind a sentence that leads on',
    '<html><body><p>青禾县整改清单</p><p>粮食储备</p><p>具体情况如下：</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>台账登记不全。</td><td>补登台账。</td></tr></table><p>水利设施</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>台账登记不全。</td><td>补登台账。</td></tr></table><p>道路设施</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>路灯不亮。</td><td>更换灯具。</td></tr></table></body></html>',
    `
粮食储备 ‖ category plain short overList
具体情况如下： ‖ colon leads overList
（表）
水利设施 ‖ category plain short overList
（表）
道路设施 ‖ category plain short overList
（表）`,
  ],
]

describe('the looks of a line', () => {
  it.each(texts)('%s', async (_, report) => {
    const rows = report.trim().split('\n')
    expect(await looksIn(rows.map((row) => row.replace(/ ‖.*/, '')).join('\n'))).toEqual(rows)
  })

  it.each(pages)('%s', async (_, page, rows) => {
    expect((await looksIn(page)).slice(1)).toEqual(rows.trim().split('\n'))
  })
})

/** A line of exactly so many characters behind its mark: 堤 over and over between its first and its last words. */
const long = (mark: string, before: string, after: string, length: number): string =>
  `${mark}${before}${'堤'.repeat(length - before.length - after.length)}${after}`

describe('the longest line that looks like', () => {
  it.each<[look: string, mark: string, before: string, after: string, longest: number]>([
    ['itemChapter', '', '', '整改清单', 40],
    ['otherChapter', '', '加强组织领导', '', 40],
    ['complaints', '', '', '信访件', 40],
    ['category', '', '', '方面', 32],
    ['category', '一、', '', '方面', 122],
    ['strong', '1.', '', '问题', 60],
    ['strong', '', '', '漏水。（已完成整改）', 79],
    ['strong', '1.', '', '漏水。（已完成整改）', 399],
    ['strong', '', '关于', '的问题', 160],
    ['strong', '1.', '关于', '的意见', 84],
    ['listTitle', '', '', '整改清单', 60],
    ['title', '', '', '整改方案', 60],
    ['plain', '', '', '园', 24],
    ['closing', '', '2024年', '.docx', 60],
    ['body', '', '', '水利局', 24],
  ])('%s: %s%s…%s has %i characters', async (look, mark, before, after, longest) => {
    const looks = async (length: number): Promise<string[]> => {
      const [, line = ''] = await looksIn(
        ['青禾县整改清单', long(mark, before, after, length), '县水利局开展巡查。'].join('\n'),
      )
      return line.split(/[ ‖]+/)
    }
    expect(await looks(longest)).toContain(look)
    expect(await looks(longest + 1)).not.toContain(look)
  })
})
