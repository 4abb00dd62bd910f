/** What each line looks like, whatever its role: computed once a report, before any reading is tried. */

import { namesUnits } from '../fields/actions.js'
import { isStatusOnly, trailingStatus } from '../fields/status.js'
import {
  actionStart,
  answered,
  closing,
  guanyuProblem,
  intends,
  itemChapter,
  leadingOutlook,
  otherChapter,
  ownOutlook,
  problemCue,
  problemHeading,
} from '../lexicon/cues.js'
import { exactFieldOf, type FieldKind, guessField, isShortField } from '../lexicon/labels.js'
import type { Line } from '../tokens/lines.js'
import { isSectionTitle, numberedHeadingWords, plainHeadingWords, plainProblemWords } from './headings.js'
import { tellsDone } from './prose.js'

/** Lines are looked at no further than this many characters: a role shows at once. */
const window = 160

export interface Features {
  /** Length of the words behind the mark. */
  length: number
  /** How much the words read like a problem, 0–1; 1 is certain (关于…的问题, a state behind it). */
  problem: number
  /** Sure as a problem, whatever stands around it. */
  strong: boolean
  /** Begins like a thing that is done or to be done. */
  action: boolean
  /** Tells what was done, and no fault. */
  done: boolean
  /** A state stands at its end: …。（已完成整改） */
  state: boolean
  /** Ends with fields of its own in a bracket: …。（责任单位：…；整改时限：…） */
  ownFields: boolean
  /** Tells what was done behind its first sentence: 1.渣土运输监管不力。该问题正在整改。 */
  ownResult: boolean
  /** What it tells behind its first sentence, which tells nothing done, is the state of a whole problem. */
  ownState: boolean
  /** Nothing but a state. */
  stateOnly: boolean
  /** A sentence ends inside. */
  sentence: boolean
  /** Ends as sentences do. */
  stops: boolean
  /** Ends in a colon. */
  colon: boolean
  closing: boolean
  /** 联系人：… of the notice, 主办单位：… of the page: a label that is no item's. */
  ofNotice: boolean
  /** What the body means to do next: 下一步，我市将…. */
  outlook: boolean
  /** The like of the body that leads all others: even a list of one item ends before it. */
  leadingOutlook: boolean
  /** Begins a document or an attachment. */
  title: boolean
  /** The title of an attached list: …整改清单 behind 附件. */
  listTitle: boolean
  /** Names complaints of the public (信访, 举报), which have a list of their own. */
  complaints: boolean
  /** The title of an annex that lists complaints, behind the report itself. */
  complaintsAnnex: boolean
  /** A heading's words: …方面, …类问题. */
  category: boolean
  /** A few words without number or mark of a sentence, as a heading is. */
  plain: boolean
  /** The like, of any ending: a name. */
  short: boolean
  /** A heading over problems, over other things. */
  itemChapter: boolean
  otherChapter: boolean
  /** A heading whose words name what was planned or done, by whom or until when: 二、主要整改措施. */
  told: FieldKind | null
  /** Opens a problem of which other chapters tell, or is such a chapter's line. */
  parallel: 'problem' | 'told' | null
  /** Names bodies or persons alone. */
  body: boolean
  /** A rule of dashes. */
  rule: boolean
  /** A sentence that leads to a list or a table: 具体情况如下。 */
  leads: boolean
  /** A count begins in the next line, or a table of items, behind a sentence that leads to it perhaps. */
  overList: boolean
  /** Below this short field paragraphs tell what was done. */
  overBody: boolean
  /** The numbers below it are problems, each with its answer. */
  overProblems: boolean
  /** A paragraph without a number of its own stands in the next line. */
  overProse: boolean
  /** What was done is told in the next line: 议事规则执行不严。⏎修订议事规则… */
  doneNext: boolean
  /** A run begins in the next line: 一是…⏎二是… */
  overRun: boolean
  /** A label of a telling kind stands in the next lines. */
  labelNext: boolean
  /** Behind its label stands nothing but a state: 完成情况：已完成。 */
  labelState: boolean
  /** The words of its label are a label elsewhere too. */
  again: boolean
  /** The words of its label; empty without one. */
  word: string
}

/** 该问题已完成整改。: the state is the whole problem's. */
export const ofProblem =
  /^(?:目前|至此|现)?，?(?:[该此本]|上述|这)(?:项|个|条)?(?:反馈|整改)?(?:问题|任务)?(?=[已未正基达尚暂整持完])/

const plainWords = /^[\u4e00-\u9fff“”、]{3,24}$/
/** A heading that is a problem: 部分资金分配不规范问题。 */
const namedProblem = /^[^。；]{4,}(?<!类|方面|的主要|发现|查出|反馈|指出|存在|突出|具体|整改)(?<!整改|落实)问题[。：]?$/

/** What a people's congress or an audit asks for, one by one: （一）关于降低充电价格的意见。 */
const opinion = /^关于[^。；！？《》]{4,80}(?<!实施|指导|若干|处理|办理)(?:意见|建议)[。：]?$/

/** Under a picture: 整改前, 整改后照片. */
const caption = /^整改[前中后](?:照片|图片|对比图?|效果)?$/
/** What a chapter of a parallel list may tell of each problem. */
function toldBy(words: string): FieldKind | null {
  const bare = words.replace(/：$/, '')
  if (/[，。；]/.test(bare)) return null
  const exact = exactFieldOf(bare)
  // 二、责任单位 over names, one for each problem
  if (exact && isShortField(exact)) return bare.length >= 4 ? exact : null
  const field = exact ?? guessField(bare)
  return field === 'goal' || field === 'measures' || field === 'progress' ? field : null
}

/** 未发现外排现象: a finding that was not made is no fault. */
const nothingFound = /(?:未再?|没有再?|不再)(?:次)?(?:发现|出现|发生)[^，。；]{0,30}/g

/** A sentence that leads to a list or a table. */
const leadsOn = /(?:如下|见下表|见附[件表]|下表所示)[：。]?$/

const ruleLine = /^(?:[\s─—\-_=＿━*·.…~～]{4,}|[-—=*─━]{1,3})$/

/** A line that is like nothing. Written out, not spread: all features are then objects of one kind, which the engine reads faster. */
const nothing = (length: number, rule: boolean): Features => ({
  length,
  problem: 0,
  strong: false,
  action: false,
  done: false,
  state: false,
  ownFields: false,
  ownResult: false,
  ownState: false,
  stateOnly: false,
  sentence: false,
  stops: false,
  colon: false,
  closing: false,
  ofNotice: false,
  outlook: false,
  leadingOutlook: false,
  title: false,
  listTitle: false,
  complaints: false,
  complaintsAnnex: false,
  category: false,
  plain: false,
  short: false,
  itemChapter: false,
  otherChapter: false,
  told: null,
  parallel: null,
  body: false,
  rule,
  leads: false,
  overList: false,
  overBody: false,
  overProblems: false,
  overProse: false,
  doneNext: false,
  overRun: false,
  labelNext: false,
  labelState: false,
  again: false,
  word: '',
})

/** What one line looks like, whatever stands around it. */
export function featureOf(folded: string, line: Line): Features {
  if (line.table) return nothing(0, false)
  const whole = folded.slice(line.body, line.end)
  const words = whole.length > window ? whole.slice(0, window) : whole
  const { length } = whole
  if (ruleLine.test(words) || caption.test(words)) return nothing(length, true)
  const state = trailingStatus(whole.length > 600 ? whole.slice(-600) : whole) !== null
  const label = line.label?.field === 'problem' && line.label.form !== 'alone'
  const own = label ? folded.slice(line.label?.value ?? line.body, Math.min(line.end, line.body + window)) : words
  const stop = own.indexOf('。')
  const first = stop < 0 ? own : own.slice(0, stop + 1)
  const done = tellsDone(words)
  // behind the first sentence of a numbered line
  const behind = line.mark !== null && stop >= 0 ? own.slice(stop + 1) : ''
  const ofWhole = behind !== '' && ofProblem.test(behind)
  const doneBehind = behind !== '' && tellsDone(behind)
  // 针对反馈的4个问题，具体任务如下： leads to them
  const leads = line.mark === null && leadsOn.test(whole)
  const strong =
    !leads &&
    (guanyuProblem.test(own) ||
      (state && length < (line.mark ? 400 : 80) && !actionStart.test(own)) ||
      label ||
      plainProblemWords.test(own) ||
      (line.mark !== null && opinion.test(own)) ||
      (line.mark !== null && stop > 0 && answered.test(own.slice(stop + 1))) ||
      (line.mark !== null &&
        first.length <= 60 &&
        (stop < 0 ? length <= 60 : stop === length - 1 || doneBehind || ofWhole) &&
        namedProblem.test(first)))
  const action = actionStart.test(own)
  const found = first.replace(nothingFound, '')
  const headed = !strong && problemHeading.test(found.replace(/（[^（）]*）。?$/, ''))
  const cue = headed || problemCue.test(found)
  const problem = leads ? 0 : strong ? 1 : (headed ? 0.8 : cue ? 0.45 : 0) * (action ? 0.4 : 1)
  const short = length <= 40
  const name = !line.label && plainWords.test(words)
  return {
    length,
    problem,
    strong,
    action,
    done,
    state,
    ownFields: false,
    ownResult: ofWhole || doneBehind,
    ownState: ofWhole && !action && !done,
    stateOnly:
      length <= 60 &&
      isStatusOnly(
        words
          .replace(/^[（【［]/, '')
          .replace(/[）】］]。?$/, '')
          .replace(ofProblem, ''),
      ),
    sentence: /[。；！？]./.test(words),
    stops: /[。；！？]$/.test(whole.slice(-1)),
    colon: whole.endsWith('：'),
    closing:
      (closing.test(words) || /\.(?:docx?|pdf|xlsx?|wps|et|zip|rar|pptx?)$/i.test(words)) &&
      (length <= 60 || !/^(?:19|20)/.test(words)),
    ofNotice: false,
    outlook: ownOutlook.test(words) && intends.test(words),
    leadingOutlook: leadingOutlook.test(words),
    title: isSectionTitle(folded, line),
    listTitle: !line.mark && !line.label && length <= 60 && /(?:清单|台账|任务分解表|任务表|一览表)$/.test(words),
    complaints: short && !line.mark && !line.label && /信访|举报|来信|来访|信箱|留言|转办|投诉|热线/.test(words),
    complaintsAnnex: false,
    category:
      (short && plainHeadingWords.test(words.replace(/（[^（）]*）$/, ''))) ||
      (line.mark !== null && length <= window && numberedHeadingWords.test(words)),
    plain: name && !line.mark && !/[局委办厅部府司院会]$/.test(words),
    short: name,
    itemChapter: short && line.label?.field !== 'measures' && itemChapter.test(words),
    otherChapter:
      short && otherChapter.test(words) && !/问题|^(?:聚焦|围绕)/.test(words) && !(length > 10 && /方面$/.test(words)),
    told: short ? toldBy(words) : null,
    parallel: null,
    body: short && !whole.endsWith('。') && namesUnits(words),
    rule: false,
    leads,
    overList: false,
    overBody: false,
    overProblems: false,
    overProse: false,
    doneNext: false,
    overRun: false,
    labelNext: false,
    labelState: line.label !== null && line.label.value < line.end && isStatusOnly(folded.slice(line.label.value, line.end)),
    again: false,
    word: '',
  }
}

/** Fields whose value is short, as a table over kinds. */
export const isShort = (field: FieldKind | null): boolean => field !== null && isShortField(field)
