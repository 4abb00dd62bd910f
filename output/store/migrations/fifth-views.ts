/** The views of schema 5 that show the tables of the record with their words. */

/** The words from `start` to `end` in the text of the row's report. */
export const slice = (start: string, end: string): string =>
  `(SELECT substr(p.text, ${start} - p.start + 1, ${end} - ${start}) FROM document_parts p WHERE p.report = s.report AND p.start <= ${start} ORDER BY p.start DESC LIMIT 1)`
const words = (column: string, start: string, end: string): string =>
  `coalesce(s.${column}, ${slice(`s.${start}`, `s.${end}`)})`
const spanWords = words('text', 'span_start', 'span_end')

export const recordViews = `
CREATE VIEW documents AS -- The readable text of each report; all offsets count UTF-16 units of it · 报告正文
SELECT
  r.report AS report, -- Report · 报告
  (SELECT group_concat(p.text, '') FROM (SELECT text FROM document_parts d WHERE d.report = r.report ORDER BY d.start) p) AS text -- Plain text after clean-up · 清理后的纯文本
FROM reports r;

CREATE VIEW items AS -- Problems: one row for each 反馈问题 or 整改任务, of current reports and of earlier versions · 反馈问题
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Number in the report, from 1 without gaps · 报告内序号
  s.label AS label, -- Number as printed · 原文编号
  s.span_start AS span_start, -- Start of the whole item in documents.text · 本条起点
  s.span_end AS span_end, -- End of the whole item, exclusive · 本条终点
  ${words('category', 'category_start', 'category_end')} AS category, -- Nearest heading or 类别 · 类别
  s.category_start AS category_start, -- Start of the words in documents.text · 类别原文起点
  s.category_end AS category_end, -- End of the words, exclusive · 类别原文终点
  ${words('problem', 'problem_start', 'problem_end')} AS problem, -- Problem statement · 反馈问题
  s.problem_start AS problem_start, -- Start of the words in documents.text · 问题原文起点
  s.problem_end AS problem_end, -- End of the words, exclusive · 问题原文终点
  ${words('goal', 'goal_start', 'goal_end')} AS goal, -- Rectification goal · 整改目标
  s.goal_start AS goal_start, -- Start of the words in documents.text · 目标原文起点
  s.goal_end AS goal_end, -- End of the words, exclusive · 目标原文终点
  s.status AS status, -- Status; null: the report does not say · 整改状态
  s.status_ongoing AS status_ongoing, -- 1: completed and kept up (长期坚持) · 是否长期坚持
  s.closure AS closure, -- Closure (销号): submitted or closed · 销号
  s.status_basis AS status_basis, -- Said by a marker or by the progress text · 状态依据
  ${words('status_text', 'status_start', 'status_end')} AS status_text, -- Its words · 状态原文
  s.status_start AS status_start, -- Start of the words in documents.text · 状态原文起点
  s.status_end AS status_end -- End of the words, exclusive · 状态原文终点
FROM stored_items s;

CREATE VIEW categories AS -- All headings that an item stands under, outermost first · 所属各级标题
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.category AS category, -- Depth, from 1 · 层级
  ${spanWords} AS text, -- Heading without its number · 标题
  s.span_start AS span_start, -- Start of the words in documents.text · 原文起点
  s.span_end AS span_end -- End of the words, exclusive · 原文终点
FROM stored_categories s;

CREATE VIEW actions AS -- Measures, planned (整改措施) and done (整改情况), as trees · 整改措施与整改进展
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.action AS action, -- Number in the item, in document order, parents first, planned ones first · 问题内序号
  s.kind AS kind, -- measure: planned; progress: done · 计划措施或整改进展
  s.parent AS parent, -- Action that it is part of; null at the top · 上级措施
  s.depth AS depth, -- 1 at the top · 层级
  s.position AS position, -- Place among its siblings, from 1 · 同级序号
  s.label AS label, -- Number as printed · 原文编号
  coalesce(s.text, ${slice('(s.span_start + s.words_from)', '(s.span_start + s.words_from + s.words_length)')}) AS text, -- Own words, without label and sub-measures · 措施内容
  s.span_start AS span_start, -- Start of label, words and sub-measures in documents.text · 原文起点
  s.span_end AS span_end -- End of them, exclusive · 原文终点
FROM stored_actions s;

CREATE VIEW parties AS -- Bodies and persons with a role, of an item or of one of its measures · 责任单位与责任人
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.party AS party, -- Number in the item, the item's own first · 问题内序号
  s.action AS action, -- Measure that it is named for; null: for the item · 所属措施
  b.role AS role, -- Role · 角色
  b.kind AS kind, -- Body, person or group · 单位、个人或群体
  b.name AS name, -- Name; lists such as A、B are expanded · 名称
  b.full_name AS full_name, -- Name with the region · 含行政区划的全称
  b.title AS title, -- Office of a person · 职务
  s.scope AS scope, -- What it is responsible for · 负责范围
  s.span_start AS span_start, -- Start of the words in documents.text · 原文起点
  s.span_end AS span_end -- End of the words, exclusive · 原文终点
FROM stored_parties s JOIN bodies b USING (body);

CREATE VIEW deadlines AS -- Deadline fields, of an item or of one of its measures · 整改时限
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.deadline AS deadline, -- Number in the item · 问题内序号
  s.action AS action, -- Measure that it is for; null: for the item · 所属措施
  ${spanWords} AS text, -- Words as printed · 原文
  s.span_start AS span_start, -- Start of the words in documents.text · 原文起点
  s.span_end AS span_end -- End of the words, exclusive · 原文终点
FROM stored_deadlines s;

CREATE VIEW targets AS -- Measurable parts of the goal · 量化目标
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.target AS target, -- Number in the item · 问题内序号
  s.indicator AS indicator, -- What is measured · 指标
  s.comparator AS comparator, -- Comparison · 比较
  s.value AS value, -- Figure · 数值
  s.unit AS unit, -- UCUM code or {printed unit} · 单位
  s.by_date AS by_date, -- Last day, ISO 8601 · 完成期限
  s.per AS per, -- UCUM unit of time: per a is each year · 周期
  ${spanWords} AS text, -- Words as printed · 原文
  s.span_start AS span_start, -- Start of the words in documents.text · 原文起点
  s.span_end AS span_end -- End of the words, exclusive · 原文终点
FROM stored_targets s;

CREATE VIEW quantities AS -- Figures with a unit, anywhere in an item · 数量
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.quantity AS quantity, -- Number in the item · 问题内序号
  ${spanWords} AS text, -- Words as printed · 原文
  s.span_start AS span_start, -- Start of the words in documents.text · 原文起点
  s.span_end AS span_end, -- End of the words, exclusive · 原文终点
  s.value AS value, -- Figure; of a range, its low end · 数值
  s.low AS low, -- Low end of a range · 下限
  s.high AS high, -- High end of a range · 上限
  k.comparator AS comparator, -- Comparison · 比较
  k.unit AS unit, -- UCUM code or {printed unit}; money as ISO 4217 · 单位代码
  k.unit_text AS unit_text, -- Unit as printed · 原文单位
  s.si_value AS si_value, -- Figure in the base unit of its dimension · 国际单位制数值
  k.si_unit AS si_unit, -- That unit · 国际单位制单位
  k.change AS change, -- Rise or fall · 增减
  k.change_kind AS change_kind, -- Changed by or changed to · 增减幅度或增减至
  s.subject AS subject -- What the figure measures · 指标主体
FROM stored_quantities s JOIN measures k USING (measure);

CREATE VIEW dates AS -- Dates, anywhere in an item · 日期
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.date AS date, -- Number in the item · 问题内序号
  s.start_date AS start_date, -- First day, inclusive, ISO 8601 · 起始日
  s.end_date AS end_date, -- Last day, inclusive, ISO 8601 · 截止日
  s.precision AS precision, -- Precision of the words · 日期精度
  s.relation AS relation, -- by (前), since (以来), at, during · 时间关系
  ${spanWords} AS text, -- Words as printed · 原文
  s.span_start AS span_start, -- Start of the words in documents.text · 原文起点
  s.span_end AS span_end -- End of the words, exclusive · 原文终点
FROM stored_dates s;
`
