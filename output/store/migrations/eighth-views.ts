/** The views of schema 8 that show what is stored of measures, bodies, figures, dates, places, documents, links and fingerprints under the earlier names. */
import { slice } from './fifth-views.js'

const end = '(s.span_start + s.span_length)'
const spanWords = `coalesce(s.text, ${slice('s.span_start', end)})`
const spans = `s.span_start AS span_start, -- Start of the words in documents.text · 原文起点
  s.span_start + s.span_length AS span_end -- End of the words, exclusive · 原文终点`

export const keptViews = `
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
  ${spans}
FROM stored_parties s JOIN bodies b USING (body);

CREATE VIEW actions AS -- Measures, planned (整改措施) and done (整改情况), as trees · 整改措施与整改进展
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.action AS action, -- Number in the item, in document order, parents first, planned ones first · 问题内序号
  CASE s.done WHEN 1 THEN 'progress' ELSE 'measure' END AS kind, -- measure: planned; progress: done · 计划措施或整改进展
  s.parent AS parent, -- Action that it is part of; null at the top · 上级措施
  s.depth AS depth, -- 1 at the top · 层级
  s.position AS position, -- Place among its siblings, from 1 · 同级序号
  coalesce(s.label, ${slice('s.span_start', '(s.span_start + s.words_from)')}) AS label, -- Number as printed · 原文编号
  coalesce(s.text, ${slice('(s.span_start + s.words_from)', '(s.span_start + s.words_from + s.words_length)')}) AS text, -- Own words, without label and sub-measures · 措施内容
  s.span_start AS span_start, -- Start of label, words and sub-measures in documents.text · 原文起点
  coalesce(s.span_end, s.span_start + s.words_from + s.words_length) AS span_end -- End of them, exclusive · 原文终点
FROM stored_actions s;

CREATE VIEW deadline_entries AS -- Dates and standing phrases of a deadline, one row each · 时限条目
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.deadline AS deadline, -- Deadline · 时限
  s.entry AS entry, -- Number in the deadline · 序号
  t.kind AS kind, -- date, immediate (立行立改), ongoing (持续推进), long_term (长期坚持) · 类型
  t.date AS date, -- Last day allowed, ISO 8601 · 最后期限
  t.precision AS precision, -- Precision of the words · 日期精度
  s.scope AS scope -- What the date is for · 适用范围
FROM stored_deadline_entries s JOIN terms t USING (term);

CREATE VIEW quantities AS -- Figures with a unit, anywhere in an item · 数量
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.quantity AS quantity, -- Number in the item · 问题内序号
  ${spanWords} AS text, -- Words as printed · 原文
  s.span_start AS span_start, -- Start of the words in documents.text · 原文起点
  s.span_start + s.span_length AS span_end, -- End of the words, exclusive · 原文终点
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
  coalesce(s.subject, ${slice('(s.span_start - s.subject_back)', '(s.span_start - s.subject_back + s.subject_length)')}) AS subject -- What the figure measures · 指标主体
FROM stored_quantities s JOIN measures k USING (measure);

CREATE VIEW dates AS -- Dates, anywhere in an item · 日期
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.date AS date, -- Number in the item · 问题内序号
  m.start_date AS start_date, -- First day, inclusive, ISO 8601 · 起始日
  m.end_date AS end_date, -- Last day, inclusive, ISO 8601 · 截止日
  m.precision AS precision, -- Precision of the words · 日期精度
  m.relation AS relation, -- by (前), since (以来), at, during · 时间关系
  ${spanWords} AS text, -- Words as printed · 原文
  ${spans}
FROM stored_dates s JOIN moments m USING (moment);

CREATE VIEW refs AS -- Documents and standards that an item names · 引用文件
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.ref AS ref, -- Number in the item · 问题内序号
  coalesce(s.title, ${slice('(s.span_start + s.title_from)', '(s.span_start + s.title_from + s.title_length)')}) AS title, -- Title, with no 《》 of its own · 标题
  s.number AS number, -- Document or standard number · 文号或标准号
  ${spans}
FROM stored_refs s;

CREATE VIEW places AS -- Regions that an item names · 提及的行政区划
SELECT
  s.report AS report, -- Report · 报告
  s.item AS item, -- Item · 问题
  s.place AS place, -- Number in the item · 问题内序号
  n.name AS name, -- Name in full · 全称
  n.code AS code, -- GB/T 2260 code · 行政区划代码
  n.level AS level, -- Level · 行政级别
  ${spans}
FROM stored_places s JOIN named_places n USING (named);

CREATE VIEW links AS -- Two items that tell the same problem · 同一问题的关联
SELECT
  s.link AS link, -- Number, which link --review shows · 编号
  s.report AS report, -- Report of the later item, or of the one of the region below · 报告
  s.item AS item, -- That item · 问题
  s.other_report AS other_report, -- Report of the earlier item, or of the one of the region above · 对应报告
  s.other_item AS other_item, -- That item · 对应问题
  g.bond AS bond, -- follows: a later report; copies: of a region above; repeats: another list of the same report · 关联类型
  g.relation AS relation, -- How the words differ · 文字关系
  s.thousandths / 1000.0 AS certainty, -- How sure it is · 可信度
  CASE s.held WHEN 0 THEN 'suggested' WHEN 1 THEN 'linked' WHEN 2 THEN 'confirmed' ELSE 'rejected' END AS state, -- linked by rules, suggested to a person, confirmed or rejected by one · 状态
  g.why AS why -- Rules that spoke for and against it, a JSON array · 依据
FROM stored_links s JOIN grounds g USING (ground);

CREATE VIEW fingerprints AS -- Which reports share runs of letters (winnowing) · 文本指纹索引
SELECT
  s.gram AS gram, -- Hash of four letters · 指纹
  s.area AS area, -- Province, as in link_reports · 省级代码
  CAST(r.value AS INTEGER) AS report -- Report · 报告
FROM stored_fingerprints s CROSS JOIN json_each('[' || s.reports || ']') r;
`
