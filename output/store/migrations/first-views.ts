/** The views of schema 1. Frozen. */
export const firstViews = `
CREATE VIEW item_list AS -- Items with status and deadline · 问题、状态与时限一览
SELECT
  r.key || '#' || i.item AS key, -- Key of the item, as the command shows it · 问题编号
  i.report AS report, -- Report · 报告
  i.item AS item, -- Item · 问题
  r.key AS report_key, -- Key of the report · 报告短编号
  r.source AS source, -- Source of the report · 来源
  r.region AS region, -- Region of the report · 行政区划
  r.region_code AS region_code, -- Its code · 行政区划代码
  r.as_of_end_date AS as_of, -- Last day of the state that the report gives · 情况截至日期
  i.label AS label, -- Number as printed · 原文编号
  i.category AS category, -- Category · 类别
  i.problem AS problem, -- Problem · 问题
  i.status AS status, -- Status; null: the report does not say · 整改状态
  i.status_ongoing AS status_ongoing, -- 1: kept up after completion · 是否长期坚持
  i.closure AS closure, -- Closure · 销号
  CASE WHEN i.status IS NULL THEN 'unknown' WHEN i.status = 'completed' OR i.closure = 'closed' THEN 'done' ELSE 'open' END AS state, -- done (completed or closed), open, unknown (no status) · 完成与否
  (SELECT d.text FROM deadlines d WHERE d.report = i.report AND d.item = i.item AND d.action IS NULL) AS deadline, -- Deadline as printed · 时限原文
  (SELECT max(e.date) FROM deadlines d JOIN deadline_entries e USING (report, item, deadline) WHERE d.report = i.report AND d.item = i.item AND d.action IS NULL) AS due, -- Last dated entry of the item's own deadline · 最后期限
  (SELECT json_group_array(name) FROM (SELECT DISTINCT ifnull(p.full_name, p.name) AS name FROM parties p WHERE p.report = i.report AND p.item = i.item AND p.action IS NULL AND p.role = 'lead_unit' ORDER BY p.party)) AS lead_units, -- Lead units of the item, a JSON array · 牵头单位
  (SELECT json_group_array(name) FROM (SELECT DISTINCT ifnull(p.full_name, p.name) AS name FROM parties p WHERE p.report = i.report AND p.item = i.item AND p.action IS NULL AND p.role = 'responsible_unit' ORDER BY p.party)) AS responsible_units -- Responsible units of the item, a JSON array · 责任单位
FROM items i JOIN reports r USING (report);

CREATE VIEW open_by_due AS -- Overdue as of a day: SELECT * FROM open_by_due WHERE due < '2024-01-01'. Items that the report calls not yet completed and whose deadline has a date; items without a status are not claimed to be open · 未完成问题按期限
SELECT
  due AS due, -- Last day allowed · 最后期限
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
FROM item_list WHERE state = 'open' AND due IS NOT NULL ORDER BY due, source, item;

CREATE VIEW by_lead_unit AS -- Items by lead unit, those included that it leads only a measure of · 按牵头单位统计
SELECT
  unit AS unit, -- Name with the region where known, else as printed · 牵头单位
  count(*) AS items, -- Items · 问题数
  sum(state = 'done') AS done, -- Completed or closed · 已完成
  sum(state = 'open') AS open, -- Not yet completed · 未完成
  sum(state = 'unknown') AS unknown, -- The report does not say · 状态未知
  min(CASE WHEN state = 'open' THEN due END) AS next_due -- Earliest deadline of the open ones · 最早未完成期限
FROM (
  SELECT DISTINCT ifnull(p.full_name, p.name) AS unit, l.report, l.item, l.state, l.due
  FROM parties p JOIN item_list l USING (report, item) WHERE p.role = 'lead_unit'
) GROUP BY unit ORDER BY items DESC, unit;

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
FROM targets t JOIN reports r USING (report) ORDER BY t.indicator, t.by_date, r.source, t.item, t.target;
`
