import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDeclared } from '../parsers/fields/declared.js'

const read = (text: string, hasDeadlines = true, hasStatuses = true) =>
  findDeclared(text, [[0, text.length]], { hasDeadlines, hasStatuses })
    .map(({ measure, declared }) => `${measure}=${declared}`)
    .join(' ')

describe('totals of problems', () => {
  it.each([
    ['督察组向我省反馈的53个问题，均制定了整改措施。', 'items=53'],
    ['巡察组反馈了11个问题。', 'items=11'],
    ['对照巡视指出的5个方面48个问题，逐一制定整改方案。', 'items=48'],
    ['反馈的4个方面、13类、45个具体问题', 'items=45'],
    ['对反馈的3个方面11个具体问题逐条认领，制定整改措施38条。', 'items=11'],
    ['全市共梳理整改任务10项。', 'items=10'],
    ['本季度纳入调度的整改任务8项，具体情况如下：', 'items=8'],
    ['反馈意见涉及我县具体问题8个。', 'items=8'],
    ['共反馈问题53个，其中涉及我市的有12个。', 'items=12'],
    ['督察反馈的53个问题中，涉及我县的9个问题已全部认领。', 'items=9'],
    ['整改问题清单（共12项）', 'items=12'],
    ['督察反馈整改任务清单（共68项）', 'items=68'],
    ['审计查出的十一个问题', 'items=11'],
    ['下列7个问题拟予销号，现面向社会公示。', 'items=7'],
    ['整改任务共8项', 'items=8'],
    ['第三方审计发现的9个问题整改情况如下', 'items=9'],
    ['现将督察反馈的7项问题整改清单及进展情况予以公开', 'items=7'],
    ['现将督察反馈的3项问题整改完成情况进行公示', 'items=3'],
    ['警示片共披露我市问题7个。', 'items=7'],
    ['黄河流域生态环境警示片反映我县生态环境问题4个。', 'items=4'],
    ['现将6个问题的整改情况予以公布。', 'items=6'],
    ['督察反馈的22项问题，2024年完成19项，其余3项立行立改、长期坚持。', 'items=22 deadline:2024=19 deadline:ongoing=3'],
    ['反馈意见整改任务清单\n（共9项）\n一、责任落实方面', 'items=9'],
    ['一、责任落实方面\n（共9项）', ''],
    ['督察整改实行“一个问题、一套方案”。', ''],
    ['审计反映的问题中，要求分阶段整改的3个问题，1个已完成。', ''],
    ['督察反馈问题46项，涉及我市的28项，我市牵头的12项。', 'items=28'],
    ['全省督察反馈的46项问题中，涉及我市8项。', 'items=8'],
    ['整改任务共46项，其中我局牵头5项、配合8项。', 'items=46'],
    ['督察报告反馈问题38项，整改方案细化为64项整改任务。', 'items=38'],
    ['一、督察反馈问题（46个）', ''],
    ['审计共性问题3个，个性问题9个', ''],
    ['审计指出2个问题和1条意见共3项。', 'items=3'],
    ['反馈4个问题、2条建议，共6条，均已认领。', 'items=6'],
    ['反馈问题12个、意见3条，合计15项。', 'items=15'],
    ['指出四个方面突出问题。', ''],
    ['上述三类问题均制定了整改措施。', ''],
    ['制定整改措施38条，完善制度14项。', ''],
    ['班子成员带头领办难点问题5个。', ''],
    ['巡视反馈后，党委书记带头领办整改任务9项。', ''],
    ['发现并督促纠正问题17个。', ''],
    ['围绕督察指出的共性问题开展排查，整治同类问题1127个。', ''],
    ['督察组抽查的12个已销号问题中有3个出现反弹。', ''],
    ['移交的5个责任追究问题正在调查。', ''],
    ['督察组交办的319件信访件已办结。', ''],
    ['移交问题线索6件，督察问责12人。', ''],
    ['督察反馈问题第十五项', ''],
    ['督察发现50余个问题。', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('counts of states', () => {
  it.each([
    ['审计工作报告反映的9个问题，已完成整改7个，正在整改2个。', 'items=9 status:completed=7 status:in_progress=2'],
    [
      '督察反馈的53个问题，完成整改25个，达到序时进度26个，未达序时进度2个。',
      'items=53 status:completed=25 status:on_schedule=26 status:behind_schedule=2',
    ],
    ['反馈的32个问题中已完成28个、正在推进4个。', 'items=32 status:completed=28 status:in_progress=4'],
    ['反馈的32个问题，28个已完成整改，4个正在整改。', 'items=32 status:completed=28 status:in_progress=4'],
    [
      '反馈的8个问题，已完成整改5个，阶段性完成整改2个，尚未完成整改1个。',
      'items=8 status:completed=5 status:basically_completed=2 status:in_progress=1',
    ],
    [
      '督察整改任务9项，其中已完成5项，推进中3项，未启动1项。',
      'items=9 status:completed=5 status:in_progress=3 status:not_started=1',
    ],
    ['截至2023年6月底，25个问题已完成整改，督察反馈的其余问题正在推进。', 'status:completed=25'],
    ['督察反馈问题中，完成整改的有28个，基本完成的有3个。', 'status:completed=28 status:basically_completed=3'],
    [
      '督察反馈问题涉及我旗整改任务7项。截至2024年11月30日，已完成整改5项，正在推进2项。',
      'items=7 status:completed=5 status:in_progress=2',
    ],
    ['共9项问题，已完成5项，推进中3项，未启动1项', 'items=9 status:completed=5 status:in_progress=3 status:not_started=1'],
    ['一、已完成整改的问题（6项）', 'status:completed=6'],
    ['二、达到序时进度的问题（4项）', 'status:on_schedule=4'],
    ['第一部分 已完成整改任务（25项）', 'status:completed=25'],
    ['（二）正在整改的问题（4个）', 'status:in_progress=4'],
    ['督察反馈的46个问题均已整改到位。', 'items=46 status:completed=46'],
    ['审计共发现问题32个，已整改问题28个，正在整改4个。', 'items=32 status:completed=28 status:in_progress=4'],
    ['反馈的46个问题中，40个已完成整改销号，6个达到序时进度。', 'items=46 status:completed=40 status:on_schedule=6'],
    ['（一）督察反馈问题2023年完成的问题（12个）', ''],
    ['三、未达到序时进度的问题（1项）', 'status:behind_schedule=1'],
    ['督察反馈问题完成整改（销号）25项', 'status:completed=25'],
    ['反馈的三十二个问题，已完成整改二十八个。', 'items=32 status:completed=28'],
    ['排查同类问题216个，整改完成204个。', ''],
    ['督察交办信访件319件，已办结312件。', ''],
    ['督察整改措施38条，已完成35条。', ''],
    ['4个亏损项目中，2个已完成整改。', ''],
    ['整改状态分为已完成、正在整改、已销号六类。', ''],
    ['25个问题，已完成整改19个、正在整改6个。', 'items=25 status:completed=19 status:in_progress=6'],
    ['3个整改问题，已完成1个。', 'items=3 status:completed=1'],
    ['已整改40项，正在整改2项。', 'status:completed=40 status:in_progress=2'],
    ['督察反馈的40项任务，已整改40项。', 'items=40 status:completed=40'],
    ['针对巡察反馈的3个问题逐项整改。', 'items=3'],
    ['对3个问题逐项整改，建立台账。', ''],
    ['就反馈的6个问题逐条制定措施。', 'items=6'],
    ['本方面反馈问题5个，已完成4个。', ''],
    ['开展专项检查发现问题12个，已整改12个。', ''],
    ['移交事项6个，已办结5个。', ''],
    ['督察反馈问题2022年底前应完成整改的问题（4项）', ''],
    ['督察反馈的10个问题，已完成整改204个。', 'items=10'],
  ])('%s', (text, expected) => expect(read(text, false)).toBe(expected))
  it('are read where the items have none', () => {
    expect(read('审计查出的9个问题，已完成整改7个。', false, false)).toBe('items=9 status:completed=7')
  })
  it('takes the count as of a day', () => {
    expect(read('审计查出的9个问题，2023年3月已完成整改5个。\n截至2023年9月，审计查出的9个问题已完成整改7个。', false)).toBe(
      'items=9 status:completed=7',
    )
  })
})

describe('counts of years', () => {
  it.each([
    [
      '督察反馈整改任务10项，其中2022年底前完成3项，2023年底前完成3项，2025年底前完成2项，长期坚持2项。',
      'items=10 deadline:2022=3 deadline:2023=3 deadline:2025=2 deadline:ongoing=2',
    ],
    [
      '反馈问题整改任务，其中，2023年完成整改21个，2026年完成整改4个，持续推进7个。',
      'deadline:2023=21 deadline:2026=4 deadline:ongoing=7',
    ],
    ['对督察报告指出的14个问题，2022年底前完成整改5个，立行立改并长期坚持3个。', 'items=14 deadline:2022=5 deadline:ongoing=3'],
    ['反馈问题10个，已完成8个，其余2个长期坚持。', 'items=10 status:completed=8 deadline:ongoing=2'],
    ['反馈的10个问题，8个已完成整改，2个需长期坚持。', 'items=10 status:completed=8 deadline:ongoing=2'],
    ['反馈的32个问题，2024年底前整改到位30个，长期坚持2个。', 'items=32 deadline:2024=30 deadline:ongoing=2'],
  ])('%s', (text, expected) => expect(read(text, true, false)).toBe(expected))
  it('leaves years out where the items have no deadlines', () => {
    expect(read('督察反馈的14个问题，2022年底前完成整改5个。', false, false)).toBe('items=14')
  })
})

describe('properties', () => {
  const part = fc.constantFrom(
    '反馈',
    '督察',
    '12个',
    '3项',
    '问题',
    '整改任务',
    '已完成',
    '正在整改',
    '，',
    '。',
    '、',
    '（',
    '）',
    '其中',
    '信访件',
    '2024年底前完成',
    '长期坚持',
    '第',
    '涉及我市',
    '\n',
  )
  it('never throws, keeps spans inside and holds the printed number', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 80 }),
          fc.array(part, { maxLength: 20 }).map((p) => p.join('')),
        ),
        (text) => {
          for (const { declared, span } of findDeclared(text, [[0, text.length]], { hasDeadlines: true, hasStatuses: true })) {
            expect(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true)
            expect(text.slice(...span)).toContain(String(declared))
          }
        },
      ),
      { numRuns: 800 },
    )
  })
  it('does not mind what other sentences stand around', () => {
    const other = fc.constantFrom(
      '市委高度重视。',
      '制定整改措施38条。',
      '排查同类问题216个，整改完成204个。',
      '交办信访件319件，已办结312件。',
    )
    fc.assert(
      fc.property(fc.array(other, { maxLength: 3 }), fc.array(other, { maxLength: 3 }), (before, after) => {
        expect(read(`${before.join('')}督察反馈的9个问题，已完成整改7个，正在整改2个。${after.join('')}`)).toBe(
          'items=9 status:completed=7 status:in_progress=2',
        )
      }),
    )
  })
})
