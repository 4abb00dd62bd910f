/** What the commands print, in English, where the Chinese word stands beside the English one. Its shape is the catalogue's: `cli-zh.ts` does not compile with a key missing. */
import { evidence } from '../../pipeline/links/evidence.js'
import type { nouns } from './cli-nouns.js'
import * as codes from './codes.js'
import { both, english } from './codes.js'

export type Noun = keyof typeof nouns

/** `1 item`, `2 items`. */
const count = (n: number, noun: Noun): string => `${n} ${noun}${n === 1 ? '' : 's'}`

export const cliEn = {
  /** What stands between a label and what it labels, between parts and between those of a list. */
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  quoted: (words: string) => `“${words}”`,
  bracketed: (words: string) => ` (${words})`,
  count,
  /** So many of a kind: `3 added`. */
  times: (n: number, what: string) => `${n} ${what}`,
  /** How many of how many: `5 of 42 items`. */
  shownOf: (shown: number, total: number, noun: Noun) => `${shown < total ? `${shown} of ` : ''}${count(total, noun)}`,
  ofTotal: (shown: number, total: number) => `: ${shown} of ${total}`,

  kinds: both(codes.kinds),
  statuses: both(codes.statuses),
  /** Statuses in a cell that counts them; `none`: the report does not say. */
  statusWords: english({ ...codes.statuses, ...codes.notSaid }),
  closures: both(codes.closures),
  programmes: both(codes.programmes),
  roles: both(codes.roles),
  deadlineKinds: both(codes.deadlineKinds),
  fields: both(codes.fields),
  linkStates: both(codes.linkStates),
  relations: both(codes.relations),
  bonds: both(codes.bonds),
  states: both(codes.states),
  happenings: both(codes.happenings),
  daysOf: both(codes.daysOf),
  correctionStates: both(codes.correctionStates),
  severities: { error: 'error', warning: 'warning', info: 'info' },
  results: {
    added: 'added',
    replaced: 'replaced',
    updated: 'updated',
    unchanged: 'unchanged',
    followed: 'followed',
    failed: 'failed',
  },
  whereabouts: { missing: 'missing', changed: 'changed', renamed: 'renamed' },
  /** What is wrong with a ledger. */
  faults: { database: 'database', foreign_key: 'foreign_key', index: 'index', version: 'version', record: 'record' },
  /** Fields that a person corrects, and that reports are compared by. */
  correctionFields: {
    status: 'status',
    closure: 'closure',
    due: 'due',
    lead_units: 'lead_units',
    responsible_units: 'responsible_units',
    category: 'category',
    problem: 'problem',
    note: 'note',
    deadline: 'deadline',
    leadUnits: 'leadUnits',
    state: 'state',
    units: 'units',
  },
  /** A field's value: as the record has it; in Chinese the codes of states in words. */
  value: (_field: string, value: string | null): string => value ?? 'none',
  /** What a declared total counts: `items`, `status:completed`, `deadline:2024`. */
  measure: (measure: string): string => measure,
  heads: {
    key: 'key',
    result: 'result',
    items: 'items',
    disagree: 'disagree',
    seq: 'seq',
    code: 'code',
    times: 'times',
    file: 'file',
    rows: 'rows',
    number: 'no.',
    field: 'field 字段',
    was: 'was 原值',
    value: 'value 更正值',
    correctionState: 'state 状态',
    by: 'by 更正人',
    day: 'day 日期',
    why: 'why 理由',
  },
  evidence: (rule: string): string =>
    rule === 'clash'
      ? 'it would make two problems of one report one · 将使同一报告的两个问题合并'
      : rule in evidence
        ? evidence[rule as keyof typeof evidence][1]
        : rule,
  /** How many problems are in each of the three truths about a deadline. */
  truths: (overdue: number, unsaid: number, notPast: number) =>
    `${overdue} past the day and open 逾期未完成, ${unsaid} past the day and not said 到期状态未知, ${notPast} not past 未到期`,

  check: {
    faults: 'Faults of the ledger 台账损坏',
    sources: 'Sources that are not as they were 来源变动',
    totals: 'Declared totals that disagree 自报总数不符',
    errors: 'Errors 错误',
    warnings: 'Warnings 警告',
    contradictions: 'Contradictions of reports 前后矛盾',
    failed: 'Failed sources 解析失败',
    total: (measure: string, declared: number, extracted: string, text: string, source: string) =>
      `${measure}: ${declared} declared, ${extracted} extracted “${text}” (${source})`,
    elsewhere: (n: number) => `${count(n, 'source')} of the web or of standard input: not looked for.`,
    each: '--warnings prints each.',
  },
  ingest: {
    sum: (reports: number, states: string, items: number, disagree: number, db: string) =>
      `${count(reports, 'report')} (${states}), ${count(items, 'item')}, ${disagree} declared totals disagree → ${db}`,
    keptAll: '--reset took nothing out of the ledger, since not everything that was named could be found and taken in',
    takenOut: (n: number) => `--reset: ${count(n, 'report')} of before taken out`,
    failed: (source: string) => `${source} failed`,
    failure: 'failed',
    queued: (documents: number, jobs: number, db: string) =>
      `${count(documents, 'document')} in ${count(jobs, 'job')} → ${db}; taizhang work takes them`,
  },
  list: {
    current: 'current 现行',
    earlier: 'earlier 历史',
    /** To standard error: what is past its day, and nobody says what became of it. */
    silent: (n: number) =>
      `${count(n, 'more item')} ${n === 1 ? 'is' : 'are'} past the day, and no report says what became of ${n === 1 ? 'it' : 'them'}; --unsaid lists them too`,
    measures: 'measures 措施',
    corrected: '* corrected 已更正',
    inDoubt: '? correction in doubt 更正存疑',
    remark: '+ remark 有备注',
  },
  show: {
    version: (source: string, version: string) => `${source} (version ${version})`,
    earlier: (held: string) => `an earlier version 历史版本: ${held}`,
    note: (words: string) => `note 备注: ${words}`,
    corrected: (field: string, was: string, value: string, why: string) =>
      `corrected 更正: ${field} ${was} → ${value} (${why})`,
    inDoubt: ', in doubt 存疑: the words beneath have changed',
    verdicts: { agrees: 'agrees', disagrees: 'DISAGREES', unchecked: 'cannot be checked' },
    declared: (measure: string, declared: number, extracted: string, verdict: string) =>
      `${measure}: ${declared} declared, ${extracted} extracted, ${verdict}`,
    ofItem: (n: number) => ` (item ${n})`,
    round: (n: number) => `round ${n}`,
    lookBack: 'look-back 回头看',
    ongoing: 'ongoing 长期坚持',
    by: (day: string) => ` by ${day}`,
    noEvidence: 'No evidence was recorded.',
  },
  search: { nothing: (words: string) => `Nothing found for ${words}` },
  due: {
    overdue: (day: string) => `Past ${day} and open 逾期未完成`,
    unsaid: (day: string) => `Past ${day}, and no report says what became of it 到期状态未知`,
    upcoming: (from: string, to: string) => `Due from ${from} to ${to} 即将到期`,
  },
  link: {
    review: ' to review; taizhang confirm LINK or reject LINK',
    linked: (reports: number, links: number) => `${count(reports, 'report')} linked; ${count(links, 'link')}`,
    none: (db: string, name: string) =>
      `${db} has no link ${name}; taizhang link --review prints their numbers, and KEY#1=KEY#2 names two items`,
  },
  history: {
    reopened: (earlier: string, later: string) => `reopened: done in ${earlier}, open again in ${later} 已完成后又列为未完成`,
    moved: (from: string, to: string, days: number, earlier: string, later: string) => {
      const n = Math.abs(days)
      return `deadline_moved: from ${from} to ${to}, ${count(n, 'day')} ${days > 0 ? 'later' : 'earlier'} (${earlier} → ${later}) 期限${days > 0 ? '推后' : '提前'}${n}天`
    },
    warning: (words: string) => `warning: ${words}`,
    noDay: 'no day 日期不明',
    whole: 'of a whole or a part 上下级',
  },
  diff: {
    sum: (added: number, gone: number, changed: number, unchanged: number) =>
      `${added} new 新增, ${gone} gone 减少, ${changed} changed 变化, ${unchanged} unchanged 未变`,
  },
  export: {
    whole: (folder: string, files: number) => `${folder} holds a whole export of ${files} files`,
    faults: {
      no_manifest: 'is not there or cannot be read: no export was finished here',
      missing: 'is missing',
      changed: 'is not as it was written: an export was interrupted, or another hand has changed it',
      other_state: 'is of an earlier state of the ledger than the rest',
    },
  },
  digest: {
    heading: (from: string, to: string, n: number) => `Round 调度 ${from} – ${to}: ${n} problems 问题`,
  },
  watch: { watching: (folders: string, db: string) => `watching ${folders} → ${db}; Ctrl-C ends` },
  serve: {
    reading: (db: string) => `pages of ${db}, for reading; Ctrl+C ends it`,
    writing: (db: string) => `pages of ${db}, with forms to decide and correct; Ctrl+C ends it`,
  },
  site: {
    sum: (files: number, megabytes: string, day: string, folder: string) =>
      `${count(files, 'file')}, ${megabytes} MB, as of ${day}: open ${folder}/index.html`,
  },
  remove: {
    theName: 'the name',
    and: ' and ',
    removed: (name: string, what: string) => `${name}: ${what} removed`,
    kept: (names: string) => `${names} stays, for another source holds the same bytes`,
    restored: (keys: string) => `the earlier version ${keys} is current again`,
    sum: (reports: number, failures: number) => `${count(reports, 'report')}, ${count(failures, 'failed attempt')} removed`,
  },
  corrections: {
    taken: (n: number, known: number) => `${count(n, 'correction')} taken in, ${known} known already`,
    sum: (n: number, inDoubt: number) => `${count(n, 'correction')}, ${inDoubt} in doubt`,
    notIn: (keys: string) => `corrections in doubt are not in it: ${keys}; taizhang corrections shows them`,
    withoutStatus: (keys: string) =>
      `a fixture cannot say that an item without a status is closed: ${keys}; correct its status too`,
  },
  index: { done: (n: number) => `${count(n, 'report')} put into the search index` },
  work: {
    ending: 'ending after the job at hand',
    working: (db: string) => `working for ${db}; Ctrl-C ends after the job at hand`,
    job: (documents: number, failed: number, seconds: string) =>
      `${count(documents, 'document')}, ${failed} failed, ${seconds} s`,
  },
  queue: {
    states: { waiting: 'waiting', running: 'running', done: 'done', dead: 'dead' },
    line: (state: string, jobs: string, documents: string) => `${state} ${jobs} jobs ${documents} documents`,
    speed: (minute: number, hour: number) => `${minute} documents in the last minute, ${hour} in the last hour`,
    dead: (at: string, source: string, reason: string) => `dead  ${at}  ${source}: ${reason}`,
  },
}

export type CliWords = typeof cliEn
