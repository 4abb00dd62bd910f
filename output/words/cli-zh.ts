/** What the commands print, in Chinese. */
import { evidence } from '../../pipeline/links/evidence.js'
import type { CliWords, Noun } from './cli-en.js'
import { nouns } from './cli-nouns.js'
import * as codes from './codes.js'
import { chinese } from './codes.js'

const count = (n: number, noun: Noun): string => `${n}${nouns[noun]}`

const stateCodes: Readonly<Record<string, string>> = {
  ...chinese(codes.statuses),
  ...chinese(codes.closures),
  ...chinese(codes.states),
}
/** Fields whose values are codes. */
const coded: ReadonlySet<string> = new Set(['status', 'closure', 'state'])

export const cliZh: CliWords = {
  colon: '：',
  comma: '，',
  semicolon: '；',
  quoted: (words) => `“${words}”`,
  bracketed: (words) => `（${words}）`,
  count,
  times: (n, what) => `${what}${n}`,
  shownOf: (shown, total, noun) => (shown < total ? `共${count(total, noun)}，显示${shown}` : `共${count(total, noun)}`),
  ofTotal: (shown, total) => `：共${total}，显示${shown}`,

  kinds: chinese(codes.kinds),
  statuses: chinese(codes.statuses),
  statusWords: chinese({ ...codes.statuses, ...codes.notSaid }),
  closures: chinese(codes.closures),
  programmes: chinese(codes.programmes),
  roles: chinese(codes.roles),
  deadlineKinds: chinese(codes.deadlineKinds),
  fields: chinese(codes.fields),
  linkStates: chinese(codes.linkStates),
  relations: chinese(codes.relations),
  bonds: chinese(codes.bonds),
  states: chinese(codes.states),
  happenings: chinese(codes.happenings),
  daysOf: chinese(codes.daysOf),
  correctionStates: chinese(codes.correctionStates),
  severities: chinese(codes.severities),
  results: {
    added: '新增',
    replaced: '新版本',
    updated: '重新解析',
    unchanged: '未变',
    followed: '已取附件',
    failed: '失败',
  },
  whereabouts: { missing: '不在原处', changed: '内容已变', renamed: '已改名' },
  faults: { database: '数据库', foreign_key: '引用', index: '索引', version: '版本', record: '记录' },
  correctionFields: {
    status: '整改状态',
    closure: '销号',
    due: '期限',
    lead_units: '牵头单位',
    responsible_units: '责任单位',
    category: '类别',
    problem: '问题',
    note: '备注',
    deadline: '整改时限',
    leadUnits: '牵头单位',
    state: '现状',
    units: '单位',
  },
  value: (field, value) => (value === null ? '无' : coded.has(field) ? (stateCodes[value] ?? value) : value),
  measure: (measure) => {
    const [what = '', which = ''] = measure.split(':')
    if (what === 'deadline') return which === 'ongoing' ? '长期坚持' : `期限在${which}年`
    return what === 'status' ? (stateCodes[which] ?? which) : '问题数'
  },
  heads: {
    key: '编号',
    result: '结果',
    items: '问题数',
    disagree: '总数不符',
    seq: '序号',
    code: '代码',
    times: '次数',
    file: '文件',
    rows: '行数',
    number: '序号',
    field: '字段',
    was: '原值',
    value: '更正值',
    correctionState: '状态',
    by: '更正人',
    day: '日期',
    why: '理由',
  },
  evidence: (rule) =>
    rule === 'clash'
      ? '将使同一报告的两个问题合并'
      : rule in evidence
        ? (evidence[rule as keyof typeof evidence][1].split(' · ').at(-1) ?? rule)
        : rule,
  truths: (overdue, unsaid, notPast) => `逾期未完成${overdue}，到期状态未知${unsaid}，未到期${notPast}`,

  check: {
    faults: '台账损坏',
    sources: '来源变动',
    totals: '自报总数不符',
    errors: '错误',
    warnings: '警告',
    contradictions: '前后矛盾',
    failed: '解析失败的来源',
    total: (measure, declared, extracted, text, source) =>
      `${measure}：自报${declared}，提取${extracted}，“${text}”（${source}）`,
    elsewhere: (n) => `来自网页或标准输入的${count(n, 'source')}未予查找。`,
    each: '加上--warnings逐条列出。',
  },
  ingest: {
    sum: (reports, states, items, disagree, db) =>
      `${count(reports, 'report')}（${states}），${count(items, 'item')}，自报总数不符${disagree}处 → ${db}`,
    keptAll: '--reset没有清除任何内容，因为所列来源没有全部找到并入账',
    takenOut: (n) => `--reset：已清除原有的${count(n, 'report')}`,
    failed: (source) => `${source}处理失败`,
    failure: '处理失败',
    queued: (documents, jobs, db) => `${count(documents, 'document')}，分为${count(jobs, 'job')} → ${db}；由taizhang work处理`,
  },
  list: {
    current: '现行',
    earlier: '历史',
    silent: (n) => `另有${count(n, 'item')}已过期限，没有报告说明结果；加上--unsaid一并列出`,
    measures: '措施',
    corrected: '* 已更正',
    inDoubt: '? 更正存疑',
    remark: '+ 有备注',
  },
  show: {
    version: (source, version) => `${source}（第${version}版）`,
    earlier: (held) => `历史版本：${held}`,
    note: (words) => `备注：${words}`,
    corrected: (field, was, value, why) => `更正：${field}：${was} → ${value}（${why}）`,
    inDoubt: '，存疑：所依据的文字已变',
    verdicts: { agrees: '相符', disagrees: '不符', unchecked: '无法核对' },
    declared: (measure, declared, extracted, verdict) => `${measure}：自报${declared}，提取${extracted}，${verdict}`,
    ofItem: (n) => `（条目${n}）`,
    round: (n) => `第${n}轮`,
    lookBack: '回头看',
    ongoing: '长期坚持',
    by: (day) => `，期限${day}`,
    noEvidence: '没有记录读法的依据。',
  },
  search: { nothing: (words) => `没有找到：${words}` },
  due: {
    overdue: (day) => `截至${day}逾期未完成`,
    unsaid: (day) => `截至${day}已到期，没有报告说明结果`,
    upcoming: (from, to) => `${from}至${to}即将到期`,
  },
  link: {
    review: '待确认；用taizhang confirm LINK确认，或taizhang reject LINK否定',
    linked: (reports, links) => `新关联${count(reports, 'report')}；共${count(links, 'link')}`,
    none: (db, name) => `${db}中没有关联${name}；taizhang link --review列出各关联的编号，也可用KEY#1=KEY#2指明两个条目`,
  },
  history: {
    reopened: (earlier, later) => `已完成后又列为未完成：${earlier}称已完成，${later}称未完成`,
    moved: (from, to, days, earlier, later) =>
      `期限由${from}改为${to}，${days > 0 ? '推后' : '提前'}${Math.abs(days)}天（${earlier} → ${later}）`,
    warning: (words) => `警告：${words}`,
    noDay: '日期不明',
    whole: '上下级',
  },
  diff: {
    sum: (added, gone, changed, unchanged) => `新增${added}，减少${gone}，变化${changed}，未变${unchanged}`,
  },
  export: {
    whole: (folder, files) => `${folder}中的导出完整，共${count(files, 'file')}`,
    faults: {
      no_manifest: '不存在或无法读取：这里没有完成过导出',
      missing: '缺失',
      changed: '与写出时不同：导出曾中断，或被他人改动',
      other_state: '所依据的台账早于其余文件',
    },
  },
  digest: { heading: (from, to, n) => `调度通报 ${from}至${to}：${n}个问题` },
  watch: { watching: (folders, db) => `正在监视${folders} → ${db}；按Ctrl-C结束` },
  serve: {
    reading: (db) => `${db}的页面，只供阅读；按Ctrl+C结束`,
    writing: (db) => `${db}的页面，可确认和更正；按Ctrl+C结束`,
  },
  site: {
    sum: (files, megabytes, day, folder) => `${count(files, 'file')}，${megabytes} MB，截至${day}：请打开${folder}/index.html`,
  },
  remove: {
    theName: '该名称',
    and: '和',
    removed: (name, what) => `${name}：已移除${what}`,
    kept: (names) => `${names}保留，因为另有来源内容相同`,
    restored: (keys) => `先前的版本${keys}恢复为现行版本`,
    sum: (reports, failures) => `共移除${count(reports, 'report')}、${count(failures, 'failed attempt')}`,
  },
  corrections: {
    taken: (n, known) => `收入${count(n, 'correction')}，${known}条已有`,
    sum: (n, inDoubt) => `共${count(n, 'correction')}，存疑${inDoubt}条`,
    notIn: (keys) => `存疑的更正未列入：${keys}；可用taizhang corrections查看`,
    withoutStatus: (keys) => `样例无法表示没有状态的条目已销号：${keys}；请同时更正其状态`,
  },
  index: { done: (n) => `${count(n, 'report')}已编入全文索引` },
  work: {
    ending: '当前任务完成后结束',
    working: (db) => `正在为${db}处理任务；按Ctrl-C，当前任务完成后结束`,
    job: (documents, failed, seconds) => `${count(documents, 'document')}，失败${failed}份，用时${seconds}秒`,
  },
  queue: {
    states: { waiting: '等待', running: '处理中', done: '完成', dead: '失败' },
    line: (state, jobs, documents) => `${state} ${jobs}个任务 ${documents}份文件`,
    speed: (minute, hour) => `最近一分钟处理${minute}份文件，最近一小时${hour}份`,
    dead: (at, source, reason) => `失败  ${at}  ${source}：${reason}`,
  },
}
