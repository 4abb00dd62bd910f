import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrativeStatus, noticeStatus } from '../parsers/fields/narrative.js'
import {
  isStatusOnly,
  readAnswer,
  readShare,
  readStatus,
  type StatusReading,
  trailingStatus,
} from '../parsers/fields/status.js'
import { closureWords, statusWords } from '../parsers/lexicon/statuses.js'

/** completed+ is ongoing, completed/closed has its closure. */
const show = (reading: StatusReading | null): string | null =>
  reading && `${reading.code}${reading.ongoing ? '+' : ''}${reading.closure ? `/${reading.closure}` : ''}`

describe('words of a status field', () => {
  it.each<[words: string, status: string | null]>([
    // completed
    ['完成', 'completed'],
    ['已完成', 'completed'],
    ['已完成。', 'completed'],
    ['√已完成', 'completed'],
    ['√', 'completed'],
    ['完成整改', 'completed'],
    ['已完成整改', 'completed'],
    ['完成整改任务', 'completed'],
    ['完成全部整改任务', 'completed'],
    ['整改完成', 'completed'],
    ['整改完毕', 'completed'],
    ['已整改到位', 'completed'],
    ['整改到位', 'completed'],
    ['已整改', 'completed'],
    ['均已整改', 'completed'],
    ['均已完成', 'completed'],
    ['已全部完成整改', 'completed'],
    ['全部整改到位', 'completed'],
    ['按期完成', 'completed'],
    ['已按时完成整改', 'completed'],
    ['已办结', 'completed'],
    ['办结', 'completed'],
    ['已解决', 'completed'],
    ['落实到位', 'completed'],
    ['已完成（100%）', 'completed'],
    ['完成率100%', 'completed'],
    ['达到整改要求', 'completed'],
    ['该问题已完成整改', 'completed'],
    ['整改状态：已完成', 'completed'],
    ['已完成整改，长期坚持', 'completed+'],
    ['已完成并长期坚持', 'completed+'],
    ['已完成，持续推进', 'completed+'],
    ['已完成整改，并持续巩固', 'completed+'],
    ['已完成（长期坚持）', 'completed+'],
    ['已办结，常态化管理', 'completed+'],
    // closing
    ['已销号', 'completed/closed'],
    ['已完成销号', 'completed/closed'],
    ['完成整改并销号', 'completed/closed'],
    ['已完成整改，已销号', 'completed/closed'],
    ['同意销号', 'completed/closed'],
    ['予以销号', 'completed/closed'],
    ['准予销号', 'completed/closed'],
    ['通过验收', 'completed'],
    ['已完成整改，通过省级验收销号', 'completed/closed'],
    ['已通过市级验收', 'completed'],
    ['验收合格', 'completed'],
    ['验收销号', 'completed/closed'],
    ['已销号（2023年11月）', 'completed/closed'],
    ['已销号，2023年5月', 'completed/closed'],
    ['已完成整改，2022年12月销号', 'completed/closed'],
    ['已整改销号', 'completed/closed'],
    ['立行立改，已完成整改并通过验收销号', 'completed/closed'],
    ['已完成整改，预计2024年12月销号', 'completed'],
    ['拟销号', 'completed/submitted'],
    ['拟予以销号', 'completed/submitted'],
    ['已完成整改并上报销号', 'completed/submitted'],
    ['已完成整改，并上报市级销号', 'completed/submitted'],
    ['整改完成，正在申请销号', 'completed/submitted'],
    ['已完成，正在办理销号', 'completed/submitted'],
    ['已完成整改，拟于2024年四季度申请销号', 'completed/submitted'],
    ['报请复核', 'completed/submitted'],
    ['已完成，待销号', 'completed/submitted'],
    ['已完成整改，已提交销号申请', 'completed/submitted'],
    ['已完成整改，销号材料已上报', 'completed/submitted'],
    ['基本完成（95%），拟申请销号', 'basically_completed/submitted'],
    ['基本完成，待验收', 'basically_completed'],
    ['已完成整改，未销号', 'completed'],
    // basically completed
    ['基本完成', 'basically_completed'],
    ['基本完成（94%）', 'basically_completed'],
    ['已基本完成整改', 'basically_completed'],
    ['基本整改到位', 'basically_completed'],
    ['阶段性办结', 'basically_completed'],
    ['阶段性完成整改', 'basically_completed'],
    ['基本完成，持续推进', 'basically_completed+'],
    // on schedule, behind schedule
    ['达到序时进度', 'on_schedule'],
    ['达序时进度', 'on_schedule'],
    ['达到时序进度', 'on_schedule'],
    ['达到序时进度（完成45%）', 'on_schedule'],
    ['按序时进度推进', 'on_schedule'],
    ['按计划推进', 'on_schedule'],
    ['进度正常', 'on_schedule'],
    ['达到序时进度，正在推进', 'on_schedule'],
    ['未达到序时进度', 'behind_schedule'],
    ['未达序时进度（79%）', 'behind_schedule'],
    ['尚未达到序时进度', 'behind_schedule'],
    ['进度滞后', 'behind_schedule'],
    ['进度滞后（70%）', 'behind_schedule'],
    ['滞后于序时进度', 'behind_schedule'],
    ['整改滞后', 'behind_schedule'],
    ['推进缓慢', 'behind_schedule'],
    ['逾期未完成', 'behind_schedule'],
    ['未按期完成', 'behind_schedule'],
    ['滞后', 'behind_schedule'],
    // in progress
    ['正在整改', 'in_progress'],
    ['正在整改（58%）', 'in_progress'],
    ['整改中', 'in_progress'],
    ['推进中', 'in_progress'],
    ['推进中（35%）', 'in_progress'],
    ['正在推进（总体进度78%）', 'in_progress'],
    ['正在有序推进', 'in_progress'],
    ['进行中', 'in_progress'],
    ['正在办理', 'in_progress'],
    ['未完成', 'in_progress'],
    ['未完成，正在整改', 'in_progress'],
    ['尚未完成整改', 'in_progress'],
    ['尚未整改到位', 'in_progress'],
    ['未整改到位', 'in_progress'],
    ['部分整改', 'in_progress'],
    ['部分完成', 'in_progress'],
    ['未办结', 'in_progress'],
    ['正在整改，预计2024年底完成', 'in_progress'],
    ['已完成80%', 'in_progress'],
    ['完成60%', 'in_progress'],
    ['已启动', 'in_progress'],
    ['已启动整改', 'in_progress'],
    ['持续推进', 'in_progress+'],
    ['持续推进整改', 'in_progress+'],
    ['未完成，持续推进', 'in_progress+'],
    ['长期坚持', 'in_progress+'],
    // not started
    ['未启动', 'not_started'],
    ['尚未启动', 'not_started'],
    ['未整改', 'not_started'],
    ['暂未整改', 'not_started'],
    ['尚未整改', 'not_started'],
    ['未开工', 'not_started'],
    ['待整改', 'not_started'],
    ['持续推进中', 'in_progress+'],
    ['长期坚持中', 'in_progress+'],
    ['有序推进中', 'in_progress'],
    ['施工中', 'in_progress'],
    ['正在招标', 'in_progress'],
    ['方案编制中', 'in_progress'],
    ['按序时进度推进中', 'on_schedule'],
    ['快于序时进度', 'on_schedule'],
    ['已立行立改', 'completed'],
    ['已立即整改', 'completed'],
    ['提前完成', 'completed'],
    ['该项任务已完成', 'completed'],
    ['已竣工验收', 'completed'],
    ['已完成并建立长效机制', 'completed'],
    ['已完成，转入常态化管理', 'completed+'],
    ['已整改完成，正按程序销号', 'completed/submitted'],
    ['已上报省厅申请销号', 'completed/submitted'],
    ['市级验收通过，待省级销号', 'completed/submitted'],
    ['已整改未销号', 'completed'],
    ['已完成整改，尚未销号', 'completed'],
    ['已完成整改、未申请销号', 'completed'],
    ['完成整改并通过验收', 'completed'],
    ['已完成整改，经市级现场核查验收合格', 'completed'],
    ['同意通过验收', 'completed'],
    ['通过县级初步验收', 'completed'],
    ['整改完成，并通过核查验收', 'completed'],
    ['已上报待销号', 'completed/submitted'],
    ['已报送市整改办待销号', 'completed/submitted'],
    ['拟报请市整改办予以销号', 'completed/submitted'],
    ['同意通过验收，拟报请市整改办销号', 'completed/submitted'],
    ['已整改完成，并通过核查验收，拟申请验收销号', 'completed/submitted'],
    ['建议予以销号', 'completed/submitted'],
    ['提请省督察办审核销号', 'completed/submitted'],
    ['已申请验收', 'completed/submitted'],
    ['符合销号条件', 'completed/submitted'],
    ['已申请销号并获批', 'completed/closed'],
    ['销号申请已获批准', 'completed/closed'],
    ['经市整改办审核同意销号', 'completed/closed'],
    ['已上报并销号', 'completed/closed'],
    ['已按程序销号', 'completed/closed'],
    ['验收合格后予以销号', null],
    ['整改到位后及时销号', null],
    ['符合条件的予以销号', null],
    ['完成一项销号一项', null],
    ['未通过验收', 'in_progress'],
    ['市级验收未通过', 'in_progress'],
    ['整改不到位', 'in_progress'],
    ['整改尚不彻底', 'in_progress'],
    ['基本完成阶段性目标', 'basically_completed'],
    ['基本完成年度目标任务', 'basically_completed'],
    ['已完成整改，拟予销号', 'completed/submitted'],
    ['县整改办已予销号', 'completed/closed'],
    ['县整改办同意该问题销号', 'completed/closed'],
    ['已向县整改办申请销号', 'completed/submitted'],
    ['销号资料已报送县整改办', 'completed/submitted'],
    ['销号材料报省级备案', null],
    ['已完成年度任务，长期坚持', 'on_schedule+'],
    ['2024年度整改任务已完成', 'on_schedule'],
    ['年度目标已如期完成', 'on_schedule'],
    ['已完成整改任务', 'completed'],
    ['达到阶段性目标', 'on_schedule'],
    ['正在按序时进度推进', 'on_schedule'],
    ['正在按计划有序推进', 'on_schedule'],
    ['正按时序进度推进整改', 'on_schedule'],
    ['已完成整改，完善制度2项。', 'completed'],
    ['暂缓销号', null],
    ['不予销号', null],
    ['待验收', null],
    // nothing
    ['', null],
    ['无', null],
    ['详见附件', null],
    ['市住建局', null],
    ['已完成方案编制', null],
    ['防渗、收集、清淤工程全部完工，沟渠总磷浓度降至0.28毫克/升。', null],
    ['企业已关停，完成整改', 'completed'],
    ['企业已完成整改', 'completed'],
    ['3座码头已完成整改', null],
    ['否，正在推进', 'in_progress'],
    ['未销号，达到序时进度', 'on_schedule'],
    ['完成管网建设3公里', null],
    ['预计2024年底完成', null],
    ['100%', null],
  ])('%s', (words, status) => expect(show(readStatus(words))).toBe(status))
})

describe('longer texts', () => {
  const work =
    '县水利局组织专业队伍对全县山塘水库逐座排查，建立隐患清单，安排专项资金加固除险，并对管护人员开展了三轮集中业务培训'
  it.each<[words: string, status: string | null]>([
    [`已完成。${work}。`, 'completed'],
    [`${work}。已完成整改，长期坚持。`, 'completed+'],
    [`${work}，完成整改方案编制，正在推进二期工程建设，并已启动三期。`, null],
    [
      `已整改到位\n对上述尚未整改到位的问题，审计局将继续跟踪检查，督促相关单位在2022年6月底前完成整改，并及时公告整改结果。`,
      'completed',
    ],
  ])('%s', (words, status) => expect(show(readStatus(words))).toBe(status))
})

describe('a share alone', () => {
  it.each<[words: string, status: string | null]>([
    ['100%', 'completed'],
    ['85%', 'in_progress'],
    ['约60％', 'in_progress'],
    ['0%', 'not_started'],
    ['完成85%', 'in_progress'],
    ['80%，已解除担保3.7亿元', 'in_progress'],
    ['85%的管网', null],
    ['85', null],
  ])('%s', (words, status) => expect(show(readShare(words))).toBe(status))
})

describe('status and nothing else', () => {
  it.each([
    '已完成，长期坚持',
    '已完成整改并上报销号',
    '已完成整改，并通过省级验收销号',
    '达到序时进度（完成45%）',
    '达到序时进度，完成率85%',
    '未达到序时进度，完成率60%',
    '整改完成，正在申请销号',
    '已销号，2023年5月',
    '已完成整改，2022年12月销号',
    '已于2024年9月完成整改并通过市级验收销号',
    '未完成，正在整改。',
    '√已完成',
    '已完成整改，拟于2024年四季度申请销号',
    '尚未整改到位',
  ])('%s', (words) => expect(isStatusOnly(words)).toBe(true))
  it.each([
    '已完成管网建设3公里',
    '已完成化学试剂管理制度修订',
    '一是完成整改方案编制，二是建立台账',
    '较计划滞后约4个月，投资未到位的项目共3个',
    '2023年6月底前完成',
    '2023年6月底完成整改',
    '2023年12月完成',
    '整改措施',
    '市住建局',
    '污水管网建设滞后',
    '对已完成的问题适时开展回头看',
    '整改完成前的临时措施',
    '',
  ])('not %s', (words) => expect(isStatusOnly(words)).toBe(false))
})

describe('markers at the end', () => {
  it.each<[text: string, status: string | null, words?: string]>([
    ['雨污合流比例高。（完成整改）', 'completed', '完成整改'],
    ['雨污合流比例高。（已完成整改，长期坚持）', 'completed+', '已完成整改，长期坚持'],
    ['雨污合流比例高（达到序时进度）。', 'on_schedule', '达到序时进度'],
    ['雨污合流比例高。(未达到序时进度)', 'behind_schedule', '未达到序时进度'],
    ['雨污合流比例高。【已完成】', 'completed', '已完成'],
    ['雨污合流比例高。[正在整改]', 'in_progress', '正在整改'],
    ['雨污合流比例高——已完成整改', 'completed', '已完成整改'],
    ['雨污合流比例高。（整改状态：已完成）', 'completed', '已完成'],
    ['雨污合流比例高。（已销号，2023年5月）', 'completed/closed', '已销号，2023年5月'],
    ['雨污合流比例高。（达到序时进度，完成率85%）', 'on_schedule', '达到序时进度，完成率85%'],
    ['雨污合流比例高。（已销号（2023年5月））', 'completed/closed', '已销号（2023年5月）'],
    ['雨污合流比例高。', null],
    ['雨污合流比例高（85%）', null],
    ['污水管网建设滞后', null],
    ['雨污合流比例高（污水管网建设滞后）', null],
    ['雨污合流比例高（完成管网改造3公里）', null],
    ['雨污合流比例高（责任单位：市住建局）', null],
    ['雨污合流比例高（完成时限：2024年6月底）', null],
  ])('%s', (text, status, words) => {
    const marker = trailingStatus(text)
    expect(show(marker)).toBe(status)
    if (marker && words) {
      expect(text.slice(...marker.span)).toBe(words)
      expect(marker.outer[1]).toBe(text.length)
      expect(text.slice(0, marker.outer[0])).toMatch(/高。?$/)
    }
  })
})

describe('answers of a column', () => {
  it.each<[label: string, words: string, status: string | null]>([
    ['是否完成', '是', 'completed'],
    ['是否完成整改', '否', 'in_progress'],
    ['是否整改到位', '√', 'completed'],
    ['是否销号', '是', 'completed/closed'],
    ['是否销号', '否', null],
    ['是否达到序时进度', '是', 'on_schedule'],
    ['是否达到序时进度', '否', 'behind_schedule'],
    ['是否按期完成', '是', 'completed'],
    ['是否启动', '否', 'not_started'],
    ['是否滞后', '是', 'behind_schedule'],
    ['是否公示', '是', null],
    ['完成整改', '√', 'completed'],
    ['已完成', '√', 'completed'],
    ['正在整改', '√', 'in_progress'],
    ['未启动', '✓', 'not_started'],
    ['已完成', '×', null],
    ['整改状态', '已完成', null],
    ['责任单位', '是', null],
  ])('%s: %s', (label, words, status) => expect(show(readAnswer(label, words))).toBe(status))
})

const narrative = (text: string): string | null => {
  const segments: [number, number][] = []
  let from = 0
  for (const line of text.split('\n')) {
    segments.push([from, from + line.length])
    from += line.length + 1
  }
  const found = narrativeStatus(text, segments)
  return found && `${show(found)} ${text.slice(...found.span)}`
}

describe('status told in the progress', () => {
  it.each<[text: string, status: string | null]>([
    ['县财政局制定办法，收回资金。该问题已完成整改。', 'completed 已完成整改'],
    ['县财政局收回资金1642万元，剩余1个单位待案件审结后收回。该问题正在整改。', 'in_progress 正在整改'],
    ['目前，该问题已整改到位，并长期坚持。', 'completed+ 已整改到位，并长期坚持'],
    ['截至2023年6月底，该问题已整改完毕。', 'completed 已整改完毕'],
    ['整改工作已全部完成。', 'completed 已全部完成'],
    ['以上问题均已整改到位。', 'completed 均已整改到位'],
    ['已完成整改。建立台账，加强巡查。', 'completed 已完成整改'],
    ['收回资金12万元，已完成整改。', 'completed 已完成整改'],
    ['收回资金12万元，剩余资金正在清收。已完成整改。', null],
    ['一是修订制度，已完成。二是开展培训，正在推进。', null],
    ['一是修订制度。已完成。二是开展培训。', null],
    ['1.制度已修订，该项已完成整改。\n2.管网改造正在推进。', null],
    ['已完成管网建设3公里，改造泵站2座。', null],
    ['已完成方案编制，启动实施。', null],
    ['部分问题已完成整改，其余问题尚未完成。', 'in_progress 部分问题已完成整改'],
    ['下一步，将持续推进整改。', null],
    ['27个工地全部整改，处罚3家施工单位。', null],
    ['进展滞后。防渗膜更换因设计变更尚未开工。', 'behind_schedule 进展滞后'],
    ['清理往来款1290万元，拟按程序报批核销。阶段性完成整改。', 'basically_completed 阶段性完成整改'],
    ['退回资金6.2万元，其余22万元已调整账目。该问题已完成整改。', 'completed 已完成整改'],
    ['该问题已完成整改，后续将加强巡查。', 'completed 已完成整改'],
    ['该问题已整改到位，下一步将持续开展抽查。', 'completed 已整改到位'],
    ['本项任务已完成整改，今后常态化巡查。', 'completed 已完成整改'],
    ['收回超标准部分3.1万元。已完成整改。', 'completed 已完成整改'],
    ['大部分商户已签约，剩余部分已清退，已完成整改。', 'completed 已完成整改'],
    ['未发现新的违规点位，已完成整改。', 'completed 已完成整改'],
    ['设施正在正常运行，已完成整改。', 'completed 已完成整改'],
    ['已完成整改，完善制度2项。', 'completed 已完成整改'],
    ['已完成整改，清退资金3万元，约谈2人。', 'completed 已完成整改'],
    ['已完成整改。一是修订办法。二是开展培训。', 'completed 已完成整改'],
    ['修订办法1项，已完成整改，长期坚持。', 'completed+ 已完成整改，长期坚持'],
    ['该问题已完成整改。长期坚持。', 'completed+ 已完成整改'],
    ['已完成整改，拟申请销号。', 'completed/submitted 已完成整改，拟申请销号'],
    ['正在按序时进度推进整改。', 'on_schedule 正在按序时进度推进整改'],
    ['该问题正在整改，已收回5万元。', 'in_progress 正在整改'],
    ['5处点位中3处已完成整改。', null],
    ['其中2个已完成整改，其余1个正在整改。', null],
    ['已完成整改的企业恢复生产，其余企业正在施工。', null],
    ['已完成整改，尾款待收回。', null],
    ['已完成整改，二期管网在建。', null],
    ['已完成整改，预计2025年底完成绿化。', null],
    ['现将整改完成情况报告如下。', null],
    ['', null],
  ])('%s', (text, status) => expect(narrative(text)).toBe(status))
})

describe('status told in the opening of a notice of one problem', () => {
  const opening = (text: string): string | null => {
    const found = noticeStatus(text, [0, text.length])
    return found && `${show(found)} ${text.slice(...found.span)}`
  }
  it.each<[text: string, status: string | null]>([
    ['青禾县省级督察反馈第3项问题已整改完成，并通过核查验收，现公示如下。', 'completed 已整改完成，并通过核查验收'],
    ['督察反馈的河道淤积问题已完成整改，拟申请验收销号，现予以公示。', 'completed/submitted 已完成整改，拟申请验收销号'],
    [
      '按照销号办法，我县负责的第五项整改任务已达到整改目标，拟报请省整改办予以销号，公示期7天。',
      'completed/submitted 已达到整改目标，拟报请省整改办予以销号',
    ],
    ['经市级验收，第12号问题已销号，特此公告。', 'completed/closed 已销号'],
    ['现将第3项问题整改完成情况公示如下。', null],
    ['为做好督察反馈问题整改工作，现将有关情况公示如下。', null],
    ['我县有5个问题已完成整改，其余3个问题正在整改。', null],
  ])('%s', (text, status) => expect(opening(text)).toBe(status))
})

describe('properties', () => {
  const part = fc.constantFrom(
    '已',
    '未',
    '完成',
    '整改',
    '销号',
    '正在',
    '推进',
    '长期坚持',
    '，',
    '（',
    '）',
    '序时进度',
    '达到',
    '基本',
    '通过',
    '验收',
    '拟',
    '。',
    '45%',
    '2023年5月',
    '市级',
    '√',
  )
  const words = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(part, { maxLength: 14 }).map((p) => p.join('')),
  )
  it('never throws, and only what can be read is a status alone', () => {
    fc.assert(
      fc.property(words, (text) => {
        if (isStatusOnly(text)) expect(readStatus(text)).not.toBeNull()
        const marker = trailingStatus(text)
        if (marker)
          expect(show(readStatus(text.slice(...marker.span)))).toBe(
            show({ code: marker.code, ongoing: marker.ongoing, closure: marker.closure }),
          )
      }),
      { numRuns: 1000 },
    )
  })
  it('reads a denial never as done', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('未', '尚未', '还未', '暂未', '仍未', '没有'),
        fc.constantFrom('完成', '完成整改', '整改到位', '办结', '启动', '整改', '达到序时进度'),
        (no, word) => {
          expect(readStatus(no + word)?.code ?? 'none').not.toMatch(/completed|on_schedule/)
        },
      ),
    )
  })
})

describe('the look at single characters before the patterns', () => {
  it('lets through what the patterns take in with any characters between', () => {
    // 管 and 渠 are in no word of a status
    expect(isStatusOnly('已完成，预计管渠')).toBe(true)
    expect(isStatusOnly('管渠后方可销号')).toBe(isStatusOnly('管渠後方可銷號'))
    expect(isStatusOnly('已完成管渠')).toBe(false)
  })

  it('knows each word of the tables, as printed and in traditional characters', () => {
    for (const words of ['已完成整改', '已完成整改，長期堅持', '（１００％）已完成', '　已 完 成　', '☑已销号'])
      expect(isStatusOnly(words), words).toBe(true)
  })
})

describe('what the words of a status hold', () => {
  /** Looking ahead and behind takes nothing in: without it a pattern matches more. */
  const bare = (words: string): string => words.replace(/\(\?<?[=!](?:[^()]|\([^()]*\))*\)/g, '')
  const rows = [...statusWords, ...closureWords].map(([name, words, holds], i) => [`${i} ${name}`, words, holds] as const)
  it.each(rows)('%s: every match holds what the table says', (_, words, holds) => {
    const needed = new RegExp(holds)
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^(?:${bare(words)})$`)), (text) => needed.test(text)),
      { numRuns: 2000 },
    )
  })
})
