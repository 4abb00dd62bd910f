/** What lines look like by the lines around them: attachments, annexes, labels that come again, heads of tables. */
import type { Line } from '../tokens/lines.js'
import { markAt, runStyles } from '../tokens/marks.js'
import { closingFields } from './brackets.js'
import { type Features, featureOf, isShort } from './features.js'
import { tellsDone } from './prose.js'

/** What an attachment is called: …清单, ….docx */
const attached = /(?:\.(?:docx?|pdf|xlsx?|wps|et|zip|rar)|清单|名单|方案|台账|报告|表|图|通知|办法|制度)$/i

/** The numbered names behind 附件： are no list of problems. */
function markAttachments(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  for (let i = 0; i < lines.length; i++) {
    const { label, mark } = lines[i] ?? {}
    const opens = label !== null && label !== undefined && /^附件\d{0,2}$/.test(folded.slice(label.start, label.end))
    if (!opens && !(mark === null && /^附件：?$/.test(folded.slice(lines[i]?.start, lines[i]?.end)))) continue
    for (let k = i + 1; k < lines.length; k++) {
      const own = features[k]
      const line = lines[k]
      if (!own || !line?.mark || !attached.test(folded.slice(line.body, line.end))) break
      own.closing = true
    }
  }
}

/** 附件⏎群众信访举报件办理情况 behind a report: its list is another. */
function markComplaints(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  // a report without a title begins at its first line; 附件 is none
  const isAttachment = (line: Line | undefined) => line !== undefined && /^附[件表录]/.test(folded.slice(line.start, line.end))
  const report = Math.max(
    0,
    features.findIndex((own, i) => own.title && !own.complaints && !isAttachment(lines[i])),
  )
  features.forEach((own, i) => {
    const near = i <= report + 4 && lines.slice(report, i).every(({ table }) => table === null)
    const overTable = Boolean(lines[i + 1]?.table) && complaintsChapter.test(wordsOf(folded, lines[i], 60))
    if (!own.complaints || near || !(own.title || features[i - 1]?.title || overTable)) return
    own.complaintsAnnex = true
    own.title = true
  })
}

export function featuresOf(folded: string, lines: readonly Line[]): Features[] {
  const features = lines.map((line) => featureOf(folded, line))
  markByNeighbours(folded, lines, features)
  return features
}

const wordsOf = (folded: string, line: Line | undefined, most: number): string =>
  line && !line.table ? folded.slice(line.start, Math.min(line.end, line.start + most)) : ''
const ofContact = /^(?:联系|监督|举报|受理)?(?:电话|地址|邮箱|方式)|^(?:通讯|通信|电子)(?:地址|邮[箱件])|^邮(?:编|政)/
/** What stands at the foot of a site. */
const siteFoot = /^主办(?:单位)?：\S{2,30} {1,4}承办|^版权所有：/
/** The day under a signature. */
const dayAlone = /^(?:19|20)\d\d年\d{1,2}月\d{1,2}日$/

/** Notes in the features what only the lines around a line tell. */
function markByNeighbours(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  markAttachments(folded, lines, features)
  markComplaints(folded, lines, features)
  markAgain(folded, lines, features)
  markPage(folded, lines, features)
  markNext(folded, lines, features)
  markOver(folded, lines, features)
  markBodies(folded, lines, features)
  markComplaintsChapters(folded, lines, features)
}

/** Labels that come again, or are proven by their form. */
function markAgain(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  const words = new Map<string, Features[]>()
  lines.forEach(({ label }, i) => {
    const own = features[i]
    if (!label || !own) return
    const word = folded.slice(label.start, label.end)
    own.word = word
    const list = words.get(word)
    if (list) list.push(own)
    else words.set(word, [own])
  })
  for (const list of words.values()) if (list.length > 1) for (const own of list) own.again = true
  // one form of labels that comes again proves each of them
  for (const form of ['stop', 'glued', 'bare'] as const) {
    const list = features.filter((_, i) => lines[i]?.label?.form === form)
    if (list.length > 2) for (const own of list) own.again = true
  }
  // so does the count that it opens: 整改措施1.…
  features.forEach((own, i) => {
    const label = lines[i]?.label
    if (label?.form === 'glued' && markAt(folded, label.value)?.ordinal === 1) own.again = true
  })
}

/** Whether the labels right before this one count up to it. */
function countsOn(lines: readonly Line[], i: number): boolean {
  const own = lines[i]?.mark
  for (let k = i - 1; own && k >= Math.max(0, i - 4); k--) {
    const { label, mark } = lines[k] ?? {}
    if (label && mark?.style === own.style && label.field !== 'contact' && label.field !== 'other')
      return mark.ordinal === own.ordinal - 1
  }
  return false
}

/** What is the page's own: a notice's contacts, a site's foot, a signature. */
function markPage(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  lines.forEach(({ label, mark }, i) => {
    const own = features[i]
    if (!own) return
    // 联系人：… before 联系电话：… is the notice's; 主办单位：… 承办：… stand at the foot of a page
    const contact = label?.field === 'contact' && ofContact.test(wordsOf(folded, lines[i + 1], 10))
    const hosts = i >= lines.length - 6 && siteFoot.test(wordsOf(folded, lines[i], 60))
    // 注：整改进展情况截至… under the list
    const remark = label?.field === 'other' && own.closing
    if ((contact || hosts || remark) && !own.again) {
      own.closing = true
      own.ofNotice = true
    }
    // （3）联系人 behind （1）措施, （2）责任人 is the item's
    if (label?.field === 'contact' && mark && countsOn(lines, i)) own.closing = false
    if (!label && !mark && own.short && dayAlone.test(wordsOf(folded, lines[i + 1], 24)) && i > lines.length / 2)
      own.body = true
  })
}

/** （一）关于“线网布局不匹配”问题的整改情况: what was done about all problems under it. */
const ofRectification = /问题的?整改(?:落实|工作)?(?:情况|进展|进展情况)?。?$/

/** Letters of a heading that prose follows in its own line. */
const LONGEST_HEADING = 50

/** 一、聚焦党的领导方面，整改有力推进。针对该方面的5个问题，已…: the first sentence is the heading, and the rest is prose. */
function asHeading(own: Features, words: string): boolean {
  const stop = words.indexOf('。')
  if (stop < 4) return false
  own.length = stop + 1
  own.sentence = own.action = own.done = own.ownResult = false
  return true
}

/** 二、经营管理方面的问题⏎（一）场站用地低效出租。⏎收回…: the numbers under a heading are the problems, each with its answer behind it. */
function markOver(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  const heads: { own: Features; styles: string; words: string }[] = []
  const proven = new Set<string>()
  lines.forEach((line, i) => {
    const [own, behind, below] = [features[i], lines[i + 1], features[i + 1]]
    const first = behind?.mark
    // 第一部分 已完成整改的问题⏎ over problems in bold
    if (own?.category && line.mark && behind?.bold && !first && !behind.label && (below?.problem ?? 0) >= 0.4)
      own.overProblems = true
    if (!own || !below || !line.mark || line.label || first?.ordinal !== 1 || first.style === line.mark.style) return
    if (runStyles.has(first.style) || behind?.label || below.action || below.done || below.length > 60) return
    const styles = `${line.mark.style} ${first.style}`
    own.overProblems =
      below.doneNext || below.overRun || (below.overProse && below.stops) || (below.labelNext && below.problem >= 0.4)
    const prosed = own.sentence && own.problem < 0.4 && own.length > LONGEST_HEADING / 2
    if (!prosed && !(own.short && ofRectification.test(folded.slice(line.body, line.end)))) return
    heads.push({ own, styles, words: prosed ? folded.slice(line.body, line.body + LONGEST_HEADING) : '' })
    if (own.overProblems) proven.add(styles)
  })
  // one of them that has an answer under its first number tells what all are
  for (const { own, styles, words } of heads)
    if (proven.has(styles) && (words === '' || asHeading(own, words))) own.overProblems = own.category = true
}

/** 三、信访举报件办理情况 */
const complaintsChapter = /(?:信访|举报|来信|来访|信箱|留言|投诉|热线)[^，。；]{0,12}(?:办理|办结|处理|查处|交办|转办)/

/** A chapter of complaints beside one of problems, in a report that is not about complaints, heads no list of its own. */
function markComplaintsChapters(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  if (features.some((own, i) => own.title && complaintsChapter.test(wordsOf(folded, lines[i], 80)))) return
  const beside = new Set(features.flatMap((own, i) => (own.itemChapter ? (lines[i]?.mark?.style ?? []) : [])))
  features.forEach((own, i) => {
    const style = lines[i]?.mark?.style
    if (style !== undefined && own.length <= 24 && beside.has(style) && complaintsChapter.test(wordsOf(folded, lines[i], 40))) {
      own.otherChapter = true
      own.itemChapter = false
    }
  })
}

/** 整改状态：已完成⏎修订制度3项。 again and again: behind the item's short fields paragraphs without a label tell what was done. */
function markBodies(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  const proofs = new Map<string, number>()
  const found: Features[] = []
  lines.forEach(({ label, end }, i) => {
    const [own, behind, below] = [features[i], lines[i + 1], features[i + 1]]
    if (!own?.again || !label || !isShort(label.field) || label.value >= end || !behind || !below) return
    if (behind.label || behind.table || below.closing || below.outlook || below.title) return
    found.push(own)
    const plain = !behind.mark || (behind.mark.style === 'is' && behind.mark.ordinal === 1)
    if (plain && below.stops && tellsDone(folded.slice(behind.body, behind.end)))
      proofs.set(own.word, (proofs.get(own.word) ?? 0) + 1)
  })
  for (const own of found) if ((proofs.get(own.word) ?? 0) > 1) own.overBody = true
}

/** What the next line tells: a list begins, a label, what was done. */
function markNext(folded: string, lines: readonly Line[], features: readonly Features[]): void {
  const counted = new Set<string>()
  for (let i = 0; i < lines.length; i++) {
    const own = features[i]
    if (!own) continue
    const first = lines[features[i + 1]?.leads ? i + 2 : i + 1]?.mark
    own.overList = first?.ordinal === 1 || (first?.ordinal !== undefined && !counted.has(first.style))
    const { mark } = lines[i] ?? {}
    if (mark) counted.add(mark.style)
    const behind = lines[i + 1]
    own.overProse =
      behind !== undefined &&
      !behind.label &&
      !behind.table &&
      (!behind.mark || runStyles.has(behind.mark.style)) &&
      features[i + 1]?.stops === true &&
      (features[i + 1]?.length ?? 0) >= 12
    own.overRun = behind?.mark?.style === 'is' && behind.mark.ordinal === 1
    own.doneNext =
      !own.action &&
      behind !== undefined &&
      !behind.label &&
      !behind.table &&
      behind.mark?.style !== lines[i]?.mark?.style &&
      tellsDone(folded.slice(behind.body, behind.end))
    // 1.县城小学围墙倾斜。（责任单位：县城小学；时限：立行立改）
    const fields = mark && !lines[i]?.label ? closingFields(folded, lines[i]?.body ?? 0, lines[i]?.end ?? 0) : 0
    if (fields >= WHOLE) {
      own.labelNext = own.ownFields = own.strong = true
      own.problem = 1
    } else if (fields > 0 && !own.action && !own.done) own.labelNext = own.ownFields = true
    for (let k = i + 1; k <= i + 2; k++) {
      const next = lines[k]
      if (!next || (next.mark && !next.label)) break
      if (next.label && next.label.field !== 'other' && next.label.field !== 'contact') {
        own.labelNext = true
        break
      }
      if (next.table) break
    }
  }
}

/** Fields in a bracket by which a line is a whole item: 整改措施, 责任人 and 整改期限. */
const WHOLE = 3

/** Whether a table's first items have no category and later ones do: what heads the first stands over the table. */
export const opensInside = (items: readonly { categories: readonly unknown[] }[]): boolean =>
  items[0]?.categories.length === 0 && items.some(({ categories }) => categories.length > 0)

/** 市发展改革委 over its table, 市水务局 over the next: each heads the rows below it. */
export function markHeadsOfTables(
  features: readonly Features[],
  lines: readonly Line[],
  kindOf: (line: number) => 'ledger' | 'pairs' | null,
  goesOn: (line: number) => boolean,
): void {
  // 粮食储备⏎具体情况如下： over a table stands over it as well
  const below = (i: number): number => (features[i + 1]?.leads ? i + 2 : i + 1)
  features.forEach((own, i) => {
    if (kindOf(below(i)) !== null) own.overList = true
  })
  const heads = features.flatMap((own, i) => {
    const kind = kindOf(below(i))
    const heads = own.body || (own.short && kind === 'ledger')
    return kind !== null && heads && !own.title && !own.closing ? [i] : []
  })
  const [first] = heads
  // （一）市应急管理局 over a table that goes on with （二）市委宣传部 in a row of it
  features.forEach((own, i) => {
    if (own.body && lines[i]?.mark && kindOf(i + 1) !== null && !own.closing)
      Object.assign(own, { category: true, body: false })
  })
  // one alone may be who publishes, where no chapter stands over it
  const over = first === undefined ? undefined : features[first - 1]
  const headed = lines[(first ?? 0) - 1]?.mark || over?.itemChapter || over?.told
  if (first === undefined || (heads.length === 1 && !goesOn(below(first)) && !(features[first]?.body && headed))) return
  for (const i of heads) {
    const own = features[i]
    if (!own) continue
    own.category = true
    own.body = false
  }
}
