/**
 * Schema 5: each text once. The text of a report stands in `document_parts`; what items, measures and the like quote of it is given by its place,
 * and by its words only where they are not what stands there. Who has a role and what a figure is measured in are told once for all rows. The search index
 * holds pairs of characters and no text. Views with the names of the earlier tables show it as before.
 * Needs the SQL functions `document_parts` (see ../once.ts), `search_words` (see ../letters.ts) and `problem_identity`.
 */
import { recordViews } from './fifth-views.js'
import { triggers } from './fourth.js'
import { views } from './fourth-views.js'

const ofItem = `report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题`
const spans = `span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点`
const quoted = 'text TEXT, -- Words; null: those of the place · 原文，与该处文字相同时为空'
const ownedByItem = 'FOREIGN KEY (report, item) REFERENCES stored_items ON DELETE CASCADE'
/** The words at a place of a row of the earlier table `s`, to tell whether the row's own are the same. */
const at = (start: string, length: string): string =>
  `(SELECT substr(p.text, ${start} - p.start + 1, ${length}) FROM document_parts p WHERE p.report = s.report AND p.start <= ${start} ORDER BY p.start DESC LIMIT 1)`
const unless = (column: string, start: string, end: string): string =>
  `nullif(s.${column}, ${at(`s.${start}`, `s.${end} - s.${start}`)})`
const unlessSpan = unless('text', 'span_start', 'span_end')
const wordsFrom = `nullif(instr(${at('s.span_start', 's.span_end - s.span_start')}, s.text), 0) - 1`

const documents = `
CREATE TABLE document_parts ( -- The readable text of each report, in parts · 报告正文分段
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  start INTEGER NOT NULL, -- Where the part begins in documents.text · 起点
  text TEXT NOT NULL, -- Its text · 文字
  PRIMARY KEY (report, start)
) STRICT;
INSERT INTO document_parts SELECT d.report, p.value ->> 0, p.value ->> 1 FROM documents d, json_each(document_parts(d.text)) p ORDER BY d.report, p.key;
DROP TABLE documents;
`

const items = `
ALTER TABLE items RENAME TO stored_items;
CREATE TABLE new_items ( -- What is stored of a problem; with its words: items · 反馈问题（存储）
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 1048575), -- Number in the report, from 1 without gaps · 报告内序号
  label TEXT NOT NULL, -- Number as printed · 原文编号
  span_start INTEGER NOT NULL, -- Start of the whole item in documents.text · 本条起点
  span_end INTEGER NOT NULL, -- End of the whole item, exclusive · 本条终点
  category TEXT, -- Category, where it is not what stands at its place · 类别
  category_start INTEGER, -- Start of the words in documents.text; null: there is none · 类别原文起点
  category_end INTEGER, -- End of the words, exclusive · 类别原文终点
  problem TEXT, -- Problem statement, where it is not what stands at its place · 反馈问题
  problem_start INTEGER NOT NULL, -- Start of the words in documents.text · 问题原文起点
  problem_end INTEGER NOT NULL, -- End of the words, exclusive · 问题原文终点
  goal TEXT, -- Goal, where it is not what stands at its place · 整改目标
  goal_start INTEGER, -- Start of the words in documents.text; null: there is none · 目标原文起点
  goal_end INTEGER, -- End of the words, exclusive · 目标原文终点
  status TEXT CHECK (status IN ('completed', 'basically_completed', 'on_schedule', 'behind_schedule', 'in_progress', 'not_started')), -- Status; null: the report does not say · 整改状态
  status_ongoing INTEGER CHECK (status_ongoing IN (0, 1)), -- 1: completed and kept up (长期坚持) · 是否长期坚持
  closure TEXT CHECK (closure IN ('submitted', 'closed')), -- Closure (销号): submitted or closed · 销号
  status_basis TEXT CHECK (status_basis IN ('marker', 'narrative')), -- Said by a marker or by the progress text · 状态依据
  status_text TEXT, -- Words of the status, where they are not what stands at their place · 状态原文
  status_start INTEGER, -- Start of the words in documents.text · 状态原文起点
  status_end INTEGER, -- End of the words, exclusive · 状态原文终点
  PRIMARY KEY (report, item),
  CHECK ((status IS NULL) = (status_start IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO new_items SELECT report, item, label, span_start, span_end, ${unless('category', 'category_start', 'category_end')}, category_start, category_end,
  ${unless('problem', 'problem_start', 'problem_end')}, problem_start, problem_end, ${unless('goal', 'goal_start', 'goal_end')}, goal_start, goal_end,
  status, status_ongoing, closure, status_basis, ${unless('status_text', 'status_start', 'status_end')}, status_start, status_end FROM stored_items s;
DROP TABLE stored_items;
ALTER TABLE new_items RENAME TO stored_items;

CREATE TABLE stored_categories ( -- What is stored of the headings; with their words: categories · 所属各级标题（存储）
  ${ofItem}
  category INTEGER NOT NULL, -- Depth, from 1 · 层级
  ${quoted}
  ${spans}
  PRIMARY KEY (report, item, category),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;
INSERT INTO stored_categories SELECT report, item, category, ${unlessSpan}, span_start, span_end FROM categories s;
DROP TABLE categories;

CREATE TABLE stored_actions ( -- What is stored of the measures; with their words: actions · 整改措施与整改进展（存储）
  ${ofItem}
  action INTEGER NOT NULL, -- Number in the item, in document order, parents first, planned ones first · 问题内序号
  kind TEXT NOT NULL CHECK (kind IN ('measure', 'progress')), -- measure: planned; progress: done · 计划措施或整改进展
  parent INTEGER, -- Action that it is part of; null at the top · 上级措施
  depth INTEGER NOT NULL CHECK (depth >= 1), -- 1 at the top · 层级
  position INTEGER NOT NULL CHECK (position >= 1), -- Place among its siblings, from 1 · 同级序号
  label TEXT NOT NULL, -- Number as printed · 原文编号
  text TEXT, -- Own words, where they are not in one piece in the span · 措施内容
  words_from INTEGER, -- Start of the own words, from the start of the span · 措施内容起点
  words_length INTEGER, -- Length of the own words · 措施内容长度
  span_start INTEGER NOT NULL, -- Start of label, words and sub-measures in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of them, exclusive · 原文终点
  PRIMARY KEY (report, item, action),
  ${ownedByItem},
  CHECK ((parent IS NULL) = (depth = 1) AND (parent IS NULL OR parent < action) AND (text IS NULL) = (words_from IS NOT NULL) AND (words_from IS NULL) = (words_length IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO stored_actions SELECT report, item, action, kind, parent, depth, position, label, iif(words IS NULL, text, NULL), words, iif(words IS NULL, NULL, length(text)), span_start, span_end
  FROM (SELECT s.*, ${wordsFrom} AS words FROM actions s);
DROP TABLE actions;
`

const parties = `
CREATE TABLE bodies ( -- Who has a role, each once · 责任主体
  body INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  role TEXT NOT NULL, -- Role · 角色
  kind TEXT NOT NULL CHECK (kind IN ('unit', 'person', 'group')), -- Body, person or group · 单位、个人或群体
  name TEXT NOT NULL, -- Name · 名称
  full_name TEXT, -- Name with the region · 含行政区划的全称
  title TEXT -- Office of a person · 职务
) STRICT;
INSERT INTO bodies (role, kind, name, full_name, title) SELECT DISTINCT role, kind, name, full_name, title FROM parties ORDER BY report, item, party;
CREATE INDEX bodies_name ON bodies (name); CREATE INDEX bodies_full_name ON bodies (full_name);

CREATE TABLE stored_parties ( -- What is stored of the bodies and persons of an item; with their names: parties · 责任单位与责任人（存储）
  ${ofItem}
  party INTEGER NOT NULL, -- Number in the item, the item's own first · 问题内序号
  action INTEGER, -- Measure that it is named for; null: for the item · 所属措施
  body INTEGER NOT NULL REFERENCES bodies, -- Who, and in which role · 责任主体
  scope TEXT, -- What it is responsible for · 负责范围
  ${spans}
  PRIMARY KEY (report, item, party),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;
INSERT INTO stored_parties SELECT p.report, p.item, p.party, p.action, b.body, p.scope, p.span_start, p.span_end FROM parties p
  JOIN bodies b ON b.name = p.name AND b.role = p.role AND b.kind = p.kind AND b.full_name IS p.full_name AND b.title IS p.title;
CREATE INDEX stored_parties_body ON stored_parties (body);
DROP TABLE parties;
`

const times = `
ALTER TABLE deadlines RENAME TO stored_deadlines;
CREATE TABLE new_deadlines ( -- What is stored of the deadline fields; with their words: deadlines · 整改时限（存储）
  ${ofItem}
  deadline INTEGER NOT NULL, -- Number in the item · 问题内序号
  action INTEGER, -- Measure that it is for; null: for the item · 所属措施
  ${quoted}
  ${spans}
  PRIMARY KEY (report, item, deadline),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;
INSERT INTO new_deadlines SELECT report, item, deadline, action, ${unlessSpan}, span_start, span_end FROM stored_deadlines s;
DROP TABLE stored_deadlines;
ALTER TABLE new_deadlines RENAME TO stored_deadlines;

CREATE TABLE stored_dates ( -- What is stored of the dates; with their words: dates · 日期（存储）
  ${ofItem}
  date INTEGER NOT NULL, -- Number in the item · 问题内序号
  start_date TEXT NOT NULL, -- First day, inclusive, ISO 8601 · 起始日
  end_date TEXT NOT NULL, -- Last day, inclusive, ISO 8601 · 截止日
  precision TEXT NOT NULL, -- Precision of the words · 日期精度
  relation TEXT NOT NULL CHECK (relation IN ('by', 'since', 'at', 'during')), -- by (前), since (以来), at, during · 时间关系
  ${quoted}
  ${spans}
  PRIMARY KEY (report, item, date),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;
INSERT INTO stored_dates SELECT report, item, date, start_date, end_date, precision, relation, ${unlessSpan}, span_start, span_end FROM dates s;
DROP TABLE dates;
`

const figures = `
CREATE TABLE stored_targets ( -- What is stored of the targets; with their words: targets · 量化目标（存储）
  ${ofItem}
  target INTEGER NOT NULL, -- Number in the item · 问题内序号
  indicator TEXT NOT NULL, -- What is measured · 指标
  comparator TEXT NOT NULL CHECK (comparator IN ('=', '>=', '>', '<=', '<', '~')), -- Comparison · 比较
  value REAL NOT NULL, -- Figure · 数值
  unit TEXT, -- UCUM code or {printed unit} · 单位
  by_date TEXT, -- Last day, ISO 8601 · 完成期限
  per TEXT, -- UCUM unit of time: per a is each year · 周期
  ${quoted}
  ${spans}
  PRIMARY KEY (report, item, target),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;
INSERT INTO stored_targets SELECT report, item, target, indicator, comparator, value, unit, by_date, per, ${unlessSpan}, span_start, span_end FROM targets s;
DROP TABLE targets;

CREATE TABLE measures ( -- What figures are measured in and how they are compared, each once · 数量的单位与比较
  measure INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  comparator TEXT NOT NULL CHECK (comparator IN ('=', '>=', '>', '<=', '<', '~')), -- Comparison · 比较
  unit TEXT, -- UCUM code or {printed unit}; money as ISO 4217 · 单位代码
  unit_text TEXT, -- Unit as printed · 原文单位
  si_unit TEXT, -- Base unit of its dimension · 国际单位制单位
  change TEXT CHECK (change IN ('up', 'down')), -- Rise or fall · 增减
  change_kind TEXT CHECK (change_kind IN ('by', 'to')) -- Changed by or changed to · 增减幅度或增减至
) STRICT;
INSERT INTO measures (comparator, unit, unit_text, si_unit, change, change_kind)
  SELECT DISTINCT comparator, unit, unit_text, si_unit, change, change_kind FROM quantities ORDER BY report, item, quantity;
CREATE INDEX measures_unit ON measures (unit, unit_text, comparator);

CREATE TABLE stored_quantities ( -- What is stored of the figures; with their words and units: quantities · 数量（存储）
  ${ofItem}
  quantity INTEGER NOT NULL, -- Number in the item · 问题内序号
  ${quoted}
  ${spans}
  value REAL NOT NULL, -- Figure; of a range, its low end · 数值
  low REAL, -- Low end of a range · 下限
  high REAL, -- High end of a range · 上限
  measure INTEGER NOT NULL REFERENCES measures, -- What it is measured in · 单位与比较
  si_value REAL, -- Figure in the base unit of its dimension · 国际单位制数值
  subject TEXT, -- What the figure measures · 指标主体
  PRIMARY KEY (report, item, quantity),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;
INSERT INTO stored_quantities SELECT s.report, s.item, s.quantity, ${unlessSpan}, s.span_start, s.span_end, s.value, s.low, s.high, m.measure, s.si_value, s.subject
  FROM quantities s JOIN measures m ON m.unit IS s.unit AND m.unit_text IS s.unit_text AND m.comparator = s.comparator AND m.si_unit IS s.si_unit AND m.change IS s.change AND m.change_kind IS s.change_kind;
DROP TABLE quantities;
DROP INDEX deadline_entries_date; DROP INDEX places_code; DROP INDEX links_state;
`

const acts = (kind: string): string =>
  `search_words((SELECT group_concat(a.label || a.text, char(10)) FROM actions a WHERE a.report = i.report AND a.item = i.item AND a.kind = '${kind}'))`
const searched = `(i.report << 20) + i.item, search_words(i.problem), search_words(i.goal), ${acts('measure')}, ${acts('progress')},
    search_words((SELECT group_concat(ifnull(p.full_name, p.name), char(10)) FROM parties p WHERE p.report = i.report AND p.item = i.item))`
/** Rows of the search index: number of the item and the words of each field, for the items of a condition on `i`. */
export const searchRows = (where: string): string => `SELECT ${searched} FROM items i WHERE ${where}`
/** The index keeps no text, so that it has to be told what it is to forget. */
const forget = `INSERT INTO search (search, rowid, problem, goal, measures, progress, parties) SELECT 'delete', ${searched} FROM items i WHERE i.report = old.report;`

const search = `
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(problem, goal, measures, progress, parties, content='', detail=column, tokenize='unicode61');
`
const fill = `
INSERT INTO search (rowid, problem, goal, measures, progress, parties) ${searchRows('i.report IN (SELECT report FROM reports WHERE indexed = 1)')} ORDER BY 1;
INSERT INTO search (search) VALUES ('optimize');
CREATE TRIGGER reports_unindexed BEFORE UPDATE OF indexed ON reports WHEN old.indexed = 1 AND new.indexed = 0 BEGIN ${forget} END;
CREATE TRIGGER reports_removed BEFORE DELETE ON reports WHEN old.indexed = 1 BEGIN ${forget} END;
`

export const fifth = `
DROP VIEW open_by_due; DROP VIEW by_lead_unit; DROP VIEW targets_by_indicator; DROP VIEW item_list; DROP VIEW all_items;
DROP TRIGGER items_unindex; DROP TRIGGER threads_added; DROP TRIGGER threads_told; DROP TRIGGER threads_removed;
DROP TRIGGER item_overlays_added; DROP TRIGGER item_overlays_removed;
${search}${documents}${items}${parties}${times}${figures}${recordViews}${views}${triggers}${fill}`
