/** The views of schema 4, which take what they can from item_facts. All but all_items show current versions only. */

/** What a person corrected stands in the place of what the report says. */
const over = (field: string, own: string): string =>
  `CASE WHEN o.report IS NULL OR json_type(o.right_values, '$.${field}') IS NULL THEN ${own} ELSE json_extract(o.right_values, '$.${field}') END`
const status = over('status', 'i.status')
const closure = over('closure', 'i.closure')
/** Its deadline, likewise. */
export const due = over('due', 'f.due')
const dueOf = over('due', 'f.due_of').replace(
  "json_extract(o.right_values, '$.due')",
  "iif(json_extract(o.right_values, '$.due') IS NULL, NULL, 'item')",
)

/** What the report itself says of the item, corrections laid over. */
export const state = `CASE WHEN ${status} = 'completed' OR ${closure} = 'closed' THEN 'done' WHEN ${status} IS NULL THEN 'unknown' ELSE 'open' END`

export const views = `
CREATE VIEW all_items AS -- Items of every version, with status and deadline; item_list has those of current versions · 所有版本的问题
SELECT
  r.key || '#' || i.item AS key, -- Key of the item, as the command shows it · 问题编号
  i.report AS report, -- Report · 报告
  i.item AS item, -- Item · 问题
  r.key AS report_key, -- Key of the report · 报告短编号
  r.source AS source, -- Source of the report · 来源
  r.current AS current, -- 1: of a current version · 是否现行版本
  r.region AS region, -- Region of the report · 行政区划
  r.region_code AS region_code, -- Its code · 行政区划代码
  r.as_of_end_date AS as_of, -- Last day of the state that the report gives · 情况截至日期
  i.label AS label, -- Number as printed · 原文编号
  ${over('category', 'i.category')} AS category, -- Category · 类别
  ${over('problem', 'i.problem')} AS problem, -- Problem · 问题
  ${status} AS status, -- Status; null: the report does not say · 整改状态
  i.status_ongoing AS status_ongoing, -- 1: kept up after completion · 是否长期坚持
  ${closure} AS closure, -- Closure · 销号
  ${state} AS state, -- done (completed or closed), open, unknown (no status), by this report alone · 完成与否
  t.thread AS thread, -- Thread of linked items that it is in; null: it has no links · 线索编号
  f.head AS head, -- 1: the newest item of the problem in its region: a count of problems takes these · 是否最新
  f.problem_state AS problem_state, -- done, open or unknown by the newest report that says it · 问题的完成与否
  CASE WHEN t.state_report IS NOT NULL AND (t.state_report <> i.report OR t.state_item <> i.item) THEN (SELECT r2.key || '#' || t.state_item FROM reports r2 WHERE r2.report = t.state_report) END AS state_by, -- Key of the item of another report that says so · 状态来源
  CASE WHEN t.state = 'done' AND (t.state_report <> i.report OR t.state_item <> i.item) THEN (SELECT r2.key || '#' || t.state_item FROM reports r2 WHERE r2.report = t.state_report) END AS done_later, -- The same, where it says that the problem is done · 后续报告中已完成的同一问题
  f.deadline AS deadline, -- Deadline as printed · 时限原文
  ${due} AS due, -- Last dated entry of the item's own deadline, else of its measures' · 最后期限
  ${dueOf} AS due_of, -- Whose deadline it is: item or measures · 期限来自问题或措施
  f.problem_due AS problem_due, -- Last day allowed by the newest report that gives one · 问题的最后期限
  CASE WHEN t.due IS NOT NULL THEN t.due_of ELSE ${dueOf} END AS problem_due_of, -- Whose deadline that is · 该期限来自问题或措施
  ${over('lead_units', 'f.lead_units')} AS lead_units, -- Lead units of the item, a JSON array · 牵头单位
  ${over('responsible_units', 'f.responsible_units')} AS responsible_units, -- Responsible units of the item, a JSON array · 责任单位
  ifnull(o.corrected, '[]') AS corrected, -- Fields that a person corrected, a JSON array · 已更正的字段
  ifnull(o.in_doubt, '[]') AS in_doubt, -- Fields whose correction is in doubt, for the words beneath have changed, a JSON array · 更正存疑的字段
  ifnull(o.notes, '[]') AS notes -- Remarks, a JSON array · 备注
FROM items i JOIN reports r USING (report) JOIN item_facts f ON f.report = i.report AND f.item = i.item LEFT JOIN threads t ON t.report = i.report AND t.item = i.item LEFT JOIN item_overlays o ON o.report = i.report AND o.item = i.item;

CREATE VIEW item_list AS -- Items with status and deadline · 问题、状态与时限一览
SELECT
  key AS key, -- Key of the item, as the command shows it · 问题编号
  report AS report, -- Report · 报告
  item AS item, -- Item · 问题
  report_key AS report_key, -- Key of the report · 报告短编号
  source AS source, -- Source of the report · 来源
  region AS region, -- Region of the report · 行政区划
  region_code AS region_code, -- Its code · 行政区划代码
  as_of AS as_of, -- Last day of the state that the report gives · 情况截至日期
  label AS label, -- Number as printed · 原文编号
  category AS category, -- Category · 类别
  problem AS problem, -- Problem · 问题
  status AS status, -- Status; null: the report does not say · 整改状态
  status_ongoing AS status_ongoing, -- 1: kept up after completion · 是否长期坚持
  closure AS closure, -- Closure · 销号
  state AS state, -- done (completed or closed), open, unknown (no status) · 完成与否
  thread AS thread, -- Thread of linked items that it is in; null: it has no links · 线索编号
  head AS head, -- 1: the newest item of the problem in its region: a count of problems takes these · 是否最新
  problem_state AS problem_state, -- done, open or unknown by the newest report that says it · 问题的完成与否
  state_by AS state_by, -- Key of the item of another report that says so · 状态来源
  done_later AS done_later, -- The same, where it says that the problem is done · 后续报告中已完成的同一问题
  deadline AS deadline, -- Deadline as printed · 时限原文
  due AS due, -- Last dated entry of the item's own deadline, else of its measures' · 最后期限
  due_of AS due_of, -- Whose deadline it is: item or measures · 期限来自问题或措施
  problem_due AS problem_due, -- Last day allowed by the newest report that gives one · 问题的最后期限
  problem_due_of AS problem_due_of, -- Whose deadline that is · 该期限来自问题或措施
  lead_units AS lead_units, -- Lead units of the item, a JSON array · 牵头单位
  responsible_units AS responsible_units, -- Responsible units of the item, a JSON array · 责任单位
  corrected AS corrected, -- Fields that a person corrected, a JSON array · 已更正的字段
  in_doubt AS in_doubt, -- Fields whose correction is in doubt, a JSON array · 更正存疑的字段
  notes AS notes -- Remarks, a JSON array · 备注
FROM all_items WHERE current = 1;

CREATE VIEW open_by_due AS -- Overdue as of a day: SELECT * FROM open_by_due WHERE due < '2024-01-01'. Problems that their newest report calls not yet completed and whose deadline has a date; problems of which no report says what became are not claimed to be open (item_list has them, problem_state unknown) · 未完成问题按期限
SELECT
  problem_due AS due, -- Last day allowed, by the newest report that gives one · 最后期限
  problem_due_of AS due_of, -- Whose deadline it is: item or measures · 期限来自问题或措施
  key AS key, -- Key of the item · 问题编号
  report AS report, -- Report · 报告
  item AS item, -- Item · 问题
  source AS source, -- Source of the report · 来源
  region AS region, -- Region of the report · 行政区划
  as_of AS as_of, -- Last day of the state that the report gives: what was done later it cannot know · 情况截至日期
  status AS status, -- Status · 整改状态
  problem AS problem, -- Problem · 问题
  deadline AS deadline, -- Deadline as printed · 时限原文
  lead_units AS lead_units, -- Lead units, a JSON array · 牵头单位
  responsible_units AS responsible_units -- Responsible units, a JSON array · 责任单位
FROM item_list WHERE head = 1 AND problem_state = 'open' AND problem_due IS NOT NULL ORDER BY problem_due, source, item;

CREATE VIEW by_lead_unit AS -- Items by lead unit, those included that it leads only a measure of · 按牵头单位统计
SELECT
  unit AS unit, -- Name with the region where known, else as printed · 牵头单位
  count(*) AS items, -- Items · 问题数
  sum(state = 'done') AS done, -- Completed or closed · 已完成
  sum(state = 'open') AS open, -- Not yet completed · 未完成
  sum(state = 'unknown') AS unknown, -- The report does not say · 状态未知
  min(CASE WHEN state = 'open' THEN due END) AS next_due -- Earliest deadline of the open ones · 最早未完成期限
FROM (
  SELECT DISTINCT ifnull(p.full_name, p.name) AS unit, l.report, l.item, l.problem_state AS state, l.problem_due AS due
  FROM parties p JOIN item_list l USING (report, item) WHERE p.role = 'lead_unit'
    AND NOT (p.action IS NULL AND EXISTS (SELECT 1 FROM overlays o WHERE o.report = l.report AND o.item = l.item AND o.field = 'lead_units' AND o.doubt = 0))
  UNION SELECT u.value, l.report, l.item, l.problem_state, l.problem_due
  FROM overlays o JOIN item_list l USING (report, item) CROSS JOIN json_each(o.value) u WHERE o.field = 'lead_units' AND o.doubt = 0
) named GROUP BY unit ORDER BY items DESC, unit;

CREATE VIEW targets_by_indicator AS -- Targets by indicator · 按指标列出的量化目标
SELECT
  t.indicator AS indicator, -- What is measured · 指标
  t.comparator AS comparator, -- Comparison · 比较
  t.value AS value, -- Figure · 数值
  t.unit AS unit, -- Unit · 单位
  t.by_date AS by_date, -- Last day · 完成期限
  t.per AS per, -- Each (a: year) · 周期
  t.text AS text, -- Words as printed · 原文
  r.key || '#' || t.item AS key, -- Key of the item · 问题编号
  r.source AS source, -- Source of the report · 来源
  r.region AS region -- Region of the report · 行政区划
FROM targets t JOIN reports r USING (report) WHERE r.current = 1 ORDER BY t.indicator, t.by_date NULLS FIRST, r.source, t.item, t.target;
`
