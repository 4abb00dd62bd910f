/** The table of problems: each once a region, by the newest item that tells of it, with what became of it over its reports. */
import * as codes from './codes.js'
import { coded, count, date, key, list, type Table, table, text } from './columns.js'

/** SQL for the Chinese word of a code. */
const word = (sql: string, of: codes.Codes): string =>
  `CASE ${sql} ${Object.entries(of)
    .map(([code, zh]) => `WHEN '${code}' THEN '${zh}'`)
    .join(' ')} END`

/** The reports of the problem in its region, oldest first; an item that no other report tells of is its own only one. */
const line = `FROM (SELECT l.report AS report, l.item AS item WHERE l.thread IS NULL
    UNION ALL SELECT t.report, t.item FROM threads t JOIN reports o USING (report) WHERE t.thread = l.thread AND o.region_code IS NOT DISTINCT FROM r.region_code) m
  JOIN all_items a ON a.report = m.report AND a.item = m.item LEFT JOIN link_reports k ON k.report = m.report`

const said = `coalesce(k.day, '日期不明') || ' ' || coalesce(${word('a.status', codes.statuses)}, '未说明')
  || ifnull('，' || ${word('a.closure', codes.closures)}, '') || ifnull('，期限' || a.due, '') || iif(a.corrected = '[]', '', '（已更正）')`

export const problemTables: readonly Table[] = [
  table(
    'problems',
    '问题线索',
    'Problems',
    '每个问题在每个行政区划一行，按最新条目',
    '(SELECT * FROM all_items WHERE head = 1) l JOIN reports r USING (report)',
    'l.item',
    ['item'],
    { item: 'items', report: 'reports' },
    [
      key('item', 'l.key', '最新条目', 'Key of the newest item of the problem in its region', '该问题在本区划的最新条目'),
      key('report', 'r.key', '报告编号', 'Report of that item', '最新条目所属报告'),
      text('region', 'r.region', '行政区划', 'Region, name in full', '行政区划全称'),
      coded(
        text('programme', 'r.programme', '督察类型', 'Type of the inspection that the report answers', '督察、巡视或审计类型'),
        codes.programmes,
      ),
      key('problem', 'l.problem', '反馈问题', 'Problem statement of the newest item', '最新条目的问题原文'),
      coded(
        key(
          'state',
          'l.problem_state',
          '现状',
          'done, open or unknown, by the newest report that says it',
          '按最新报告：已完成、未完成或未知',
        ),
        codes.states,
      ),
      text('state_by', 'l.state_by', '现状来源', 'Item of another report that says so', '说明现状的其他报告条目'),
      date('due', 'l.problem_due', '期限', 'Last day allowed by the newest report that gives one', '按最新报告的最后期限'),
      coded(
        text('due_of', 'l.problem_due_of', '期限归属', 'item or measures: whose deadline it is', '期限来自问题或措施'),
        codes.owners,
      ),
      list('lead_units', 'l.lead_units', '牵头单位', 'Lead units of the newest item', '最新条目的牵头单位'),
      list(
        'responsible_units',
        'l.responsible_units',
        '责任单位',
        'Responsible units of the newest item',
        '最新条目的责任单位',
      ),
      count(
        'reports',
        `(SELECT count(*) ${line})`,
        '报告数',
        'Items of reports of the region that tell of it',
        '本区划说明该问题的条目数',
      ),
      date(
        'first_day',
        `(SELECT min(k.day) ${line})`,
        '首次日期',
        'Day of the first report of the region that tells of it',
        '首次报告的日期',
      ),
      date('last_day', `(SELECT max(k.day) ${line})`, '最新日期', 'Day of the newest one', '最新报告的日期'),
      text(
        'history',
        `(SELECT group_concat(${said}, char(10) ORDER BY k.day NULLS FIRST, a.report_key, a.item) ${line})`,
        '沿革',
        'What each report says of it, oldest first, a line each: day, status, closure, deadline; 已更正 where a person corrected it',
        '各报告所述，每行一份：日期、状态、销号、期限',
      ),
      list(
        'corrected',
        'l.corrected',
        '已更正',
        'Fields of the newest item that a person corrected',
        '最新条目中人工更正的字段',
      ),
      list(
        'in_doubt',
        'l.in_doubt',
        '更正存疑',
        'Fields whose correction is in doubt, for the words beneath have changed',
        '更正存疑的字段',
      ),
      list('notes', 'l.notes', '备注', 'Remarks', '备注'),
      text('report_title', 'r.title', '报告标题', 'Title of the report', '最新条目所属报告的标题'),
      key('source', 'r.source', '来源', 'Path or URL of the report', '报告的路径或网址'),
    ],
  ),
]
