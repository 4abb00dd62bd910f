/** States as offices print them, with what each is by the contract: written before the parser was tried on them. */
import { describe, expect, it } from 'vitest'
import { narrativeStatus, noticeStatus } from '../parsers/fields/narrative.js'
import { readStatus, type StatusReading, trailingStatus } from '../parsers/fields/status.js'

/** completed+ goes on, completed/closed has its closing; - is none. */
const show = (reading: StatusReading | null): string =>
  reading ? `${reading.code}${reading.ongoing ? '+' : ''}${reading.closure ? `/${reading.closure}` : ''}` : '-'
type Rows = readonly (readonly [words: string, status: string])[]

describe('a status field or column', () => {
  const rows: Rows = [
    ['已完成整改', 'completed'],
    ['已完成整改任务', 'completed'],
    ['整改已完成', 'completed'],
    ['已全部整改完成', 'completed'],
    ['完成并长期坚持', 'completed+'],
    ['已完成，持续巩固提升', 'completed+'],
    ['已完成，纳入常态化管理', 'completed+'],
    ['已销号', 'completed/closed'],
    ['已完成整改并销号', 'completed/closed'],
    ['省级已同意销号', 'completed/closed'],
    ['经市督察办批准，予以销号', 'completed/closed'],
    ['2023年11月已通过验收销号', 'completed/closed'],
    ['已完成整改，通过市级验收', 'completed'],
    ['已通过现场验收', 'completed'],
    ['验收通过', 'completed'],
    ['已完成整改，正在申请验收', 'completed/submitted'],
    ['已完成整改，待市级验收销号', 'completed/submitted'],
    ['完成整改，已上报市整改办申请销号', 'completed/submitted'],
    ['已报市级待销号', 'completed/submitted'],
    ['拟报请市整改办予以销号', 'completed/submitted'],
    ['已提交销号申请', 'completed/submitted'],
    ['已完成整改，未销号', 'completed'],
    ['已完成整改，拟于2025年6月销号', 'completed/submitted'],
    ['待整改完成后予以销号', '-'],
    ['基本完成整改', 'basically_completed'],
    ['阶段性完成，长期坚持', 'basically_completed+'],
    ['已基本完成，待验收', 'basically_completed'],
    ['达到序时进度', 'on_schedule'],
    ['达到时序进度要求', 'on_schedule'],
    ['正按时序进度推进', 'on_schedule'],
    ['按计划有序推进', 'on_schedule'],
    ['超序时进度', 'on_schedule'],
    ['未达到时序进度', 'behind_schedule'],
    ['滞后于计划进度', 'behind_schedule'],
    ['整改进度缓慢', 'behind_schedule'],
    ['逾期未完成整改', 'behind_schedule'],
    ['正在整改', 'in_progress'],
    ['正在推进整改', 'in_progress'],
    ['整改推进中', 'in_progress'],
    ['部分完成整改', 'in_progress'],
    ['未完成整改', 'in_progress'],
    ['尚未整改到位', 'in_progress'],
    ['整改不到位', 'in_progress'],
    ['未通过省级验收', 'in_progress'],
    ['持续整改', 'in_progress+'],
    ['长期坚持', 'in_progress+'],
    ['完成75%', 'in_progress'],
    ['未启动整改', 'not_started'],
    ['尚未整改', 'not_started'],
    ['暂未开工', 'not_started'],
    ['立行立改', '-'],
    ['县水利局', '-'],
    ['2024年12月底', '-'],
  ]
  it.each(rows)('%s', (words, status) => expect(show(readStatus(words))).toBe(status))
})

describe('a marker behind the problem', () => {
  const rows: Rows = [
    ['生活污水直排河道。（已完成整改并销号）', 'completed/closed'],
    ['生活污水直排河道（基本完成）。', 'basically_completed'],
    ['生活污水直排河道。【达到序时进度】', 'on_schedule'],
    ['生活污水直排河道。（正在整改，2025年底前完成）', 'in_progress'],
    ['生活污水直排河道。（责任单位：县水利局）', '-'],
    ['生活污水直排河道。（2024年6月底前完成整改）', '-'],
  ]
  it.each(rows)('%s', (words, status) => expect(show(trailingStatus(words))).toBe(status))
})

describe('progress that tells it of the whole', () => {
  const rows: Rows = [
    ['县水利局清理河道3公里，修复护栏200米，已完成整改。', 'completed'],
    ['已完成整改，新建制度3项，退还资金4.5万元。', 'completed'],
    ['该问题已完成整改，下一步将加强日常监管。', 'completed'],
    ['整改任务已全部完成，县级已自验，尚未申请市级销号。', 'completed'],
    ['退还多收费用1.8万元。已整改到位。', 'completed'],
    ['经整改，该项问题已销号。', 'completed/closed'],
    ['组织开展培训2期，该问题已整改到位并长期坚持。', 'completed+'],
    ['本问题已完成整改，并已上报市整改办申请销号。', 'completed/submitted'],
    ['目前，该项任务正按序时进度推进。', 'on_schedule'],
    ['一期工程已完工，二期工程正在建设，目前正在整改。', 'in_progress'],
    ['清理资金30万元，剩余12万元尚未收回。已完成整改。', '-'],
    ['一是完善制度，已完成。二是开展排查，正在推进。', '-'],
    ['共涉及6个村，已完成整改4个。', '-'],
    ['已完成管网改造2公里、泵站1座。', '-'],
    ['下一步将继续加大力度，确保按期完成整改。', '-'],
    ['该问题阶段性完成整改，后续持续推进。', 'basically_completed'],
    ['因征地受阻，工程推进缓慢，该项整改进度滞后。', 'behind_schedule'],
  ]
  it.each(rows)('%s', (words, status) => expect(show(narrativeStatus(words, [[0, words.length]]))).toBe(status))
})

describe('the opening of a notice of one problem', () => {
  const rows: Rows = [
    ['按照整改销号工作要求，安化县第7项问题已完成整改，现将有关情况公示如下：', 'completed'],
    ['省生态环境保护督察反馈的第二十三项问题已整改到位，拟申请销号，现予以公示。', 'completed/submitted'],
    ['目前该问题已完成整改，拟按程序申请销号。', 'completed/submitted'],
    ['第14项整改任务已整改完成，并通过市级验收，拟按照有关规定予以销号。', 'completed/submitted'],
    ['经县级自查、市级核查，我县第9号任务已达到验收标准，拟报请省整改办销号，现公示如下。', 'completed/submitted'],
    ['该项整改任务已通过市级验收，现予公示。', 'completed'],
    ['青溪县按照省、市整改方案明确的目标、措施和时限要求已完成整改，现将有关情况公示如下：', 'completed'],
    ['青溪县按照整改方案要求建成管网3公里，现将有关情况公示如下：', '-'],
    ['现将安化县第7项问题整改情况公示如下：', '-'],
  ]
  it.each(rows)('%s', (words, status) => expect(show(noticeStatus(words, [0, words.length]))).toBe(status))
})

describe('second: a status field or column', () => {
  const rows: Rows = [
    ['完成整改，已申请销号', 'completed/submitted'],
    ['整改完毕，报请验收', 'completed/submitted'],
    ['已整改完成，待省级核查', 'completed'],
    ['已完成整改，待复核销号', 'completed/submitted'],
    ['已完成（2023年12月销号）', 'completed/closed'],
    ['已由省整改办销号', 'completed/closed'],
    ['已办结并销号', 'completed/closed'],
    ['市级销号', 'completed/closed'],
    ['申请销号中', 'completed/submitted'],
    ['具备销号条件', 'completed/submitted'],
    ['暂不具备销号条件', '-'],
    ['已完成整改，暂未销号', 'completed'],
    ['已完成整改，符合销号条件，拟按程序销号', 'completed/submitted'],
    ['计划2025年12月销号', '-'],
    ['完成整改并通过省级核查', 'completed'],
    ['整改完成，已公示', 'completed'],
    ['已按要求完成', 'completed'],
    ['已立行立改到位', 'completed'],
    ['全部完成', 'completed'],
    ['均已落实到位', 'completed'],
    ['已完成，并建立长效机制', 'completed'],
    ['已完成整改，坚持常态化推进', 'completed+'],
    ['完成整改，长期保持', 'completed+'],
    ['主体工程基本完成', 'basically_completed'],
    ['基本整改到位，持续巩固', 'basically_completed+'],
    ['阶段性整改任务已完成', 'basically_completed'],
    ['已完成阶段性整改任务', 'basically_completed'],
    ['进展顺利', 'on_schedule'],
    ['序时推进', 'on_schedule'],
    ['符合序时进度', 'on_schedule'],
    ['达序时进度（60%）', 'on_schedule'],
    ['按时间节点推进', 'on_schedule'],
    ['未按序时进度推进', 'behind_schedule'],
    ['慢于序时进度', 'behind_schedule'],
    ['未能按期完成', 'behind_schedule'],
    ['进展滞后', 'behind_schedule'],
    ['正在抓紧整改', 'in_progress'],
    ['正在加快推进', 'in_progress'],
    ['正在施工', 'in_progress'],
    ['整改中（完成率65%）', 'in_progress'],
    ['部分整改到位', 'in_progress'],
    ['未全部完成', 'in_progress'],
    ['还未整改到位', 'in_progress'],
    ['未完成，正在推进', 'in_progress'],
    ['尚在整改', 'in_progress'],
    ['持续推进中', 'in_progress+'],
    ['常态化推进', 'in_progress+'],
    ['未开展', 'not_started'],
    ['尚未启动', 'not_started'],
    ['待启动', 'not_started'],
    ['已完成污水管网建设5公里', '-'],
    ['否', '-'],
    ['/', '-'],
  ]
  it.each(rows)('%s', (words, status) => expect(show(readStatus(words))).toBe(status))
})

describe('second: a marker behind the problem', () => {
  const rows: Rows = [
    ['码头环保设施缺失（已完成，长期坚持）。', 'completed+'],
    ['码头环保设施缺失。（未达序时进度）', 'behind_schedule'],
    ['码头环保设施缺失。〔正在整改〕', 'in_progress'],
    ['码头环保设施缺失——已销号', 'completed/closed'],
    ['码头环保设施缺失。（整改进度滞后的码头3座）', '-'],
    ['码头环保设施缺失（整改时限：2024年底）', '-'],
  ]
  it.each(rows)('%s', (words, status) => expect(show(trailingStatus(words))).toBe(status))
})

describe('second: progress that tells it of the whole', () => {
  const rows: Rows = [
    ['已整改。对相关责任人进行约谈，修订制度1项。', 'completed'],
    ['督促企业补办手续，问题已整改到位。', 'completed'],
    ['已退还群众资金2.3万元，完成整改。', 'completed'],
    ['通过发函催收，全部款项已收回，该问题已完成整改，今后将定期清理往来账款。', 'completed'],
    ['县医保局追回违规使用基金18万元，整改完成。', 'completed'],
    ['该问题整改工作已完成，并通过市级核查。', 'completed'],
    ['该项任务已完成整改，2023年10月经省整改办审核同意销号。', 'completed/closed'],
    ['一是加强巡查，二是完善台账。目前已完成整改并长期坚持。', 'completed+'],
    ['已建成污水站2座，另有1座正在调试，该项工作正在推进。', 'in_progress'],
    ['因资金缺口较大，该问题尚未整改到位。', 'in_progress'],
    ['已收回欠款80万元，剩余20万元预计年底前收回，完成整改。', '-'],
    ['未发现类似问题，已完成整改。', 'completed'],
    ['完成整改方案编制，成立工作专班。', '-'],
    ['力争2024年底前完成整改。', '-'],
    ['排查出的5处隐患均已整改到位。', 'completed'],
    ['1.已完成清淤。2.已完成护坡。以上问题全部整改到位。', 'completed'],
  ]
  it.each(rows)('%s', (words, status) => expect(show(narrativeStatus(words, [[0, words.length]]))).toBe(status))
})

describe('second: the opening of a notice of one problem', () => {
  const rows: Rows = [
    ['根据销号程序，桃江县已完成中央督察反馈的第12项问题整改，现予以公示。', '-'],
    ['中央督察反馈第12项问题现已整改完毕，符合销号条件，现将情况公示如下。', 'completed/submitted'],
    ['第12项整改任务经市级验收合格，予以销号，特此公示。', 'completed/closed'],
    ['第12项问题尚未完成整改，现公示阶段性进展。', 'in_progress'],
    ['我县承担的12项整改任务，已完成10项。', '-'],
  ]
  it.each(rows)('%s', (words, status) => expect(show(noticeStatus(words, [0, words.length]))).toBe(status))
})
