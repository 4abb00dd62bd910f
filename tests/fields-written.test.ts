/** Values of fields as offices write them, word by word: what is printed, and what is read of it. */
import { describe, expect, it } from 'vitest'
import { notesIn, notesOfLine } from '../parsers/fields/actions/notes.js'
import { parseParties } from '../parsers/fields/parties.js'
import type { PartyReading, PartyRole } from '../parsers/fields/party-types.js'
import { findProgramme } from '../parsers/fields/programme.js'
import { cuesIn } from '../parsers/fields/region-cues.js'
import { readStatus } from '../parsers/fields/status.js'

const table = (name: string, read: (words: string) => string, rows: [words: string, value: string][]) =>
  describe(name, () => {
    it.each(rows)('%s', (words, value) => expect(read(words)).toBe(value))
  })

/** 张三丰<副市长>: a person with a title; * before a group, {…} what a part is for. */
const party = ({ kind, name, title, scope }: PartyReading): string =>
  `${kind === 'group' ? '*' : ''}${name}${title ? `<${title}>` : ''}${scope ? `{${scope}}` : ''}`
const parties =
  (role: PartyRole) =>
  (words: string): string => {
    const read = parseParties(words, role)
    return [...read.parties.map(party), ...read.notices.map(({ code }) => `(${code})`)].join(' ')
  }

table('bodies that share a name, a number or a kind', parties('responsible_unit'), [
  ['长沙、株洲、湘潭三市政府', '长沙市政府 株洲市政府 湘潭市政府'],
  ['云溪、白水、青山3个乡镇', '云溪 白水 青山'],
  ['城关、桥头、白水三镇人民政府', '城关镇人民政府 桥头镇人民政府 白水镇人民政府'],
  ['县第一、第二、第三小学', '县第一小学 县第二小学 县第三小学'],
  ['市财政、审计局', '市财政局 市审计局'],
  ['县委组织、宣传部', '县委组织部 县委宣传部'],
  ['市财政、审计、县水利局', '市财政局 市审计局 县水利局'],
  ['平安、和平、幸福街道', '平安街道 和平街道 幸福街道'],
  ['红旗、和平街道', '红旗街道 和平街道'],
  ['城东、城西村委会', '城东村委会 城西村委会'],
  ['县委办、政府办', '县委办 县政府办'],
  ['各区、县政府', '*各区政府 *各县政府'],
  ['各市、县（区）党委、政府', '*各市党委 *各市政府 *县（区）党委 *县（区）政府'],
  ['衡东县、衡山县水利局', '衡东县水利局 衡山县水利局'],
  ['衡东县、雨湖区水利局', '衡东县 雨湖区水利局'],
  ['县直各部门、乡镇党委', '*县直各部门 *乡镇党委'],
  ['市、县生态环境局', '市生态环境局 县生态环境局'],
  ['县委、县人大', '县委 县人大'],
  ['党委、政府', '党委 政府'],
  ['高新区党工委管委会', '高新区党工委 高新区管委会'],
  ['湘潭县委政府', '湘潭县委 湘潭县政府'],
  ['松木经开区管委会、街道办事处', '松木经开区管委会 *街道办事处'],
  ['青山镇党委政府、村委会', '青山镇党委 青山镇政府 村委会'],
  ['市场监管局、县公安局', '市场监管局 县公安局'],
  ['湘潭县（含乡镇）、湘乡市政府', '湘潭县政府 湘乡市政府'],
  ['县党委、政府及有关部门', '县党委 县政府 *有关部门'],
  ['岳塘、雨湖两区政府', '岳塘区政府 雨湖区政府'],
  ['岳塘、雨湖两个区政府', '岳塘区政府 雨湖区政府'],
  ['市一、二、三水厂', '市一水厂 市二水厂 市三水厂'],
])

table('persons and their offices', parties('responsible_official'), [
  ['副市长 张三丰', '张三丰<副市长>'],
  ['张三丰，市水利局局长', '张三丰<市水利局局长>'],
  ['市委常委、副市长张三丰', '张三丰<市委常委、副市长>'],
  ['张三丰（市委常委、副市长）', '张三丰<市委常委、副市长>'],
  ['张三丰、李四光', '张三丰 李四光'],
  ['张三丰 李四光 王平', '张三丰 李四光 王平'],
  ['王伟、各村支部书记', '王伟 *各村支部书记'],
  ['张局长', '(name_unclear)'],
  ['欧阳 修', '欧阳修'],
  ['区 洪涛、李青', '区洪涛 李青'],
  ['李 青 王 平', '李青 王平'],
  ['张三丰（0731-12345678）', '张三丰'],
  ['张三丰（牵头）、李青（配合）', '张三丰 李青'],
  ['县水利局局长张三丰、副局长李青', '张三丰<县水利局局长> 李青<副局长>'],
  ['县水利局 张三丰', '张三丰<县水利局>'],
  ['张三丰 县水利局', '张三丰<县水利局>'],
  ['张三丰，李青，县财政局局长', '张三丰 李青<县财政局局长>'],
  ['局长：张三丰', '张三丰<局长>'],
  ['主要领导：李青', '李青'],
  ['张三丰同志', '张三丰'],
  ['李青、县水利局', '李青 县水利局'],
  ['待定', '(name_unclear)'],
  ['各乡镇长', '*各乡镇长'],
  ['张三丰李四光', '(names_run_together)'],
  ['市水利局党组书记、局长 张三丰；市住建局局长 李青', '张三丰<市水利局党组书记、局长> 李青<市住建局局长>'],
  ['张三丰（已调离）', '张三丰'],
  ['李青（县长）（负责城区）', '李青<县长>{负责城区}'],
  ['副县长张三丰、李青', '张三丰<副县长> 李青'],
  ['县委书记、县长', '*县委书记、县长'],
  ['分管副县长', '*分管副县长'],
])

/** The weight of each cue that a text speaks of its own region. */
table(
  'words that tell the region of the text',
  (words) =>
    cuesIn(words)
      .map(({ weight, span }) => `${words.slice(...span)} ${weight}`)
      .join(' '),
  [
    ['慈利县委、县政府高度重视', '慈利县 4'],
    ['慈利县政府高度重视', '慈利县 4'],
    ['慈利县委召开会议', '慈利县 4'],
    ['向慈利县反馈', '慈利县 3'],
    ['现将慈利县整改情况公布', '慈利县 3'],
    ['关于慈利县整改的报告', '慈利县 3'],
    ['慈利县委巡察组进驻', ''],
    ['慈利县第三届人民代表大会', '慈利县 4'],
    ['慈利县、桑植县高度重视', ''],
    ['来源：慈利县人民政府', ''],
    ['《慈利县督察整改方案》', '慈利县 2'],
    ['慈利县督察整改', '慈利县 2'],
    ['慈利县水利局高度重视', '慈利县 4'],
    ['慈利县2024年审计整改', '慈利县 2'],
    ['在慈利县和桑植县', ''],
    ['慈利县等5个县', ''],
    ['受慈利县政府委托', '慈利县 7'],
    ['对慈利县督察', ''],
    ['慈利县零阳镇高度重视', ''],
    ['慈利县生态环境局', ''],
    ['省委第二巡视组向慈利县委反馈', '慈利县 3'],
  ],
)

type Notes = ReturnType<typeof notesOfLine>
const notes = (words: string, found: Notes): string =>
  found.map(({ field, value }) => `${field}=${words.slice(...value)}`).join(' ')
table(
  'who and when behind a measure: its own words | what stands behind it | what it is as a line of nothing else',
  (words) => {
    const inside = notesIn(words, 0, words.length)
    return [words.slice(0, inside.textEnd), notes(words, inside.notes), notes(words, notesOfLine(words, 0, words.length))].join(
      ' | ',
    )
  },
  [
    [
      '补登台账。（责任单位：县财政局；完成时限：2024年6月）',
      '补登台账。（责任单位：县财政局；完成时限：2024年6月） | responsible_unit=县财政局 deadline=2024年6月 | ',
    ],
    ['补登台账。【牵头：县财政局】', '补登台账。【牵头：县财政局】 | lead_unit=县财政局 | '],
    [
      '补登台账（县水利局牵头，县财政局配合）。',
      '补登台账（县水利局牵头，县财政局配合）。 | responsible_unit=县水利局牵头，县财政局配合 | ',
    ],
    ['补登台账。责任单位：县财政局；完成时限：2024年6月', '补登台账。 | responsible_unit=县财政局 deadline=2024年6月 | '],
    ['补登台账。责任单位：县财政局，2024年6月底前完成', '补登台账。 | responsible_unit=县财政局 deadline=2024年6月底前完成 | '],
    ['补登台账（2024年6月底前完成）。', '补登台账（2024年6月底前完成）。 | deadline=2024年6月底前完成 | '],
    [
      '补登台账（县水利局、县财政局；2024年6月底前）。',
      '补登台账（县水利局、县财政局；2024年6月底前）。 | responsible_unit=县水利局、县财政局 deadline=2024年6月底前 | ',
    ],
    ['补登《台账（责任单位：县财政局）办法》。', '补登《台账（责任单位：县财政局）办法》。 |  | '],
    ['补登“台账（责任单位：县财政局）”。', '补登“台账（责任单位：县财政局）”。 |  | '],
    ['补登台账（责任单位县财政局）。', '补登台账（责任单位县财政局）。 | responsible_unit=县财政局 | '],
    ['补登台账（完成时限：长期坚持）', '补登台账（完成时限：长期坚持） | deadline=长期坚持 | '],
    ['补登台账（整改内容：12册）', '补登台账（整改内容：12册） |  | '],
    ['补登台账〔责任单位：县财政局〕', '补登台账〔责任单位：县财政局〕 | responsible_unit=县财政局 | '],
    ['补登台账（县水利局已牵头完成）', '补登台账（县水利局已牵头完成） |  | '],
    ['补登台账（由县水利局负责）', '补登台账（由县水利局负责） | responsible_unit=由县水利局负责 | '],
    ['补登台账（责任单位：县财政局', '补登台账（责任单位：县财政局 |  | '],
    ['补登台账）责任单位：县财政局', '补登台账） | responsible_unit=县财政局 | responsible_unit=县财政局'],
    ['补登台账。整改目标：齐全。责任单位：县财政局', '补登台账。整改目标：齐全。 | responsible_unit=县财政局 | '],
    ['（责任单位：县财政局）', '（责任单位：县财政局） | responsible_unit=县财政局 | responsible_unit=县财政局'],
    ['（责任单位：县财政局）。', '（责任单位：县财政局）。 | responsible_unit=县财政局 | responsible_unit=县财政局'],
    [
      '责任单位：县财政局；完成时限：立行立改',
      '责任单位：县财政局； | deadline=立行立改 | responsible_unit=县财政局 deadline=立行立改',
    ],
    ['责任单位', '责任单位 |  | '],
    ['整改目标：齐全', '整改目标：齐全 |  | '],
  ],
)

table(
  'states',
  (words) => {
    const read = readStatus(words)
    return read ? `${read.code}${read.ongoing ? '+ongoing' : ''}${read.closure ? `+${read.closure}` : ''}` : 'none'
  },
  [
    ['已完成', 'completed'],
    ['基本完成', 'basically_completed'],
    ['已完成整改并销号', 'completed+closed'],
    ['正在推进', 'in_progress'],
    ['未完成', 'in_progress'],
    ['尚未启动', 'not_started'],
    ['按期完成', 'completed'],
    ['已完成（需长期坚持）', 'completed+ongoing'],
    ['整改到位', 'completed'],
    ['完成率80%', 'in_progress'],
    ['□已完成 ☑正在整改', 'in_progress'],
    ['已销号', 'completed+closed'],
    ['申请销号', 'completed+submitted'],
    ['达到序时进度', 'on_schedule'],
    ['阶段性完成', 'basically_completed'],
    ['已建立长效机制', 'none'],
    ['转入日常监管', 'none'],
    ['本问题已整改到位，长期坚持。', 'completed+ongoing'],
    ['第一批已完成', 'completed'],
    ['2024年6月底前完成', 'none'],
    ['预计2024年完成', 'none'],
    ['全面完成', 'completed'],
    ['整改全面推进', 'in_progress'],
    ['部分完成', 'in_progress'],
    ['滞后', 'behind_schedule'],
    ['未达到序时进度', 'behind_schedule'],
    ['已整改，正在申请销号', 'completed+submitted'],
    ['已移交', 'none'],
    ['不予整改', 'none'],
  ],
)

table(
  'inspections that a title names: kind, round, words',
  (words) => {
    const found = findProgramme({ text: words, folded: words }, { text: words, span: [0, words.length] }, [0, words.length])
    return found
      ? [found.type, found.round, found.lookBack ? '回头看' : '', found.text].filter((part) => part).join(' ')
      : 'none'
  },
  [
    ['关于中央第三生态环境保护督察组反馈意见整改情况的报告', 'central_environmental_inspection 中央第三生态环境保护督察组'],
    ['湖南省第二轮省级生态环境保护督察整改方案', 'provincial_environmental_inspection 2 第二轮省级生态环境保护督察'],
    ['中央生态环境保护督察“回头看”整改方案', 'central_environmental_inspection 回头看 中央生态环境保护督察“回头看”'],
    ['县委第一巡察组对县水利局党组巡察整改情况', 'discipline_inspection 县委第一巡察组'],
    ['2023年度县本级预算执行审计查出问题整改报告', 'audit 2023年度县本级预算执行审计'],
    ['重庆市生态环境保护督察整改方案', 'provincial_environmental_inspection 重庆市生态环境保护督察'],
    ['首轮中央环保督察整改方案', 'central_environmental_inspection 1 首轮中央环保督察'],
    ['安全生产和消防工作巡查反馈问题整改方案', 'other 安全生产和消防工作巡查'],
    ['省委巡视“回头看”反馈意见', 'discipline_inspection 回头看 省委巡视“回头看”'],
    ['《湖南省生态环境保护督察整改办法》落实情况', 'provincial_environmental_inspection 湖南省生态环境保护督察'],
    ['人大常委会审议意见办理情况', 'none'],
    ['县委巡察办关于整改情况的通报', 'none'],
    ['十三届省委第二轮巡视反馈意见整改', 'discipline_inspection 2 十三届省委第二轮巡视'],
    ['湘潭市委第二巡察组反馈意见整改情况', 'discipline_inspection 湘潭市委第二巡察组'],
    ['长江经济带生态环境警示片披露问题整改', 'other 长江经济带生态环境警示片'],
  ],
)
