/**
 * Schema 2: sources with their versions, so that a corrected file takes the place of the earlier one; a search index of letters,
 * which every SQLite since 3.40 reads; the key of a problem's words, by which a later report's answer is found.
 * Tables that get a column are made anew, for SQLite would put an added column's comment in the wrong line.
 * Needs the SQL function `problem_key` (see ../problem-key.ts), and foreign keys switched off while it runs.
 */

import { views } from './second-views.js'

/** Columns that schema 1 had already, in its order. */
const reportColumns = `report, id, key, source, parser_version, schema_version, format, encoding, title, kind, programme, programme_round,
  programme_look_back, programme_text, programme_start, programme_end, region, region_code, region_level, as_of_start_date, as_of_end_date,
  as_of_precision, as_of_text, as_of_start, as_of_end`
const itemColumns = `report, item, label, span_start, span_end, category, category_start, category_end, problem, problem_start, problem_end,
  goal, goal_start, goal_end, status, status_ongoing, closure, status_basis, status_text, status_start, status_end`

const reports = `
CREATE TABLE new_reports ( -- One row a document, whatever names it has and whether it is current or not · 整改报告，一份一行
  report INTEGER PRIMARY KEY, -- Number in this ledger, by which all tables refer to the report · 本台账内编号
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 64), -- sha256 of the source bytes, hex · 源文件的sha256
  key TEXT NOT NULL UNIQUE, -- Short name: the first 12 digits of id · 短编号
  source TEXT NOT NULL, -- Path or URL as given; of several the one that was known first (all of them: names) · 来源
  current INTEGER NOT NULL DEFAULT 0 CHECK (current IN (0, 1)), -- 1: what a source holds now; 0: an earlier version, in no view but all_items · 是否现行版本
  parser_version TEXT NOT NULL, -- Version of the parser that made the record · 解析器版本
  schema_version INTEGER NOT NULL, -- Version of the record's shape · 记录结构版本
  format TEXT NOT NULL CHECK (format IN ('text', 'markdown', 'html', 'docx', 'pdf', 'xlsx')), -- Format of the source · 文件格式
  encoding TEXT, -- Encoding as decoded · 编码
  title TEXT, -- Title · 标题
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'checklist', 'progress', 'unknown')), -- Kind of document · 文件类型
  programme TEXT, -- Type of the inspection that the report answers · 督察、巡视或审计的类型
  programme_round INTEGER, -- Its round, where said · 轮次
  programme_look_back INTEGER CHECK (programme_look_back IN (0, 1)), -- 1: a look-back inspection · 是否“回头看”
  programme_text TEXT, -- Its words · 原文
  programme_start INTEGER, -- Start of the words in documents.text · 原文起点
  programme_end INTEGER, -- End of the words, exclusive · 原文终点
  region TEXT, -- Region, name in full · 行政区划全称
  region_code TEXT CHECK (region_code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'), -- Its GB/T 2260 code · 行政区划代码
  region_level TEXT, -- Its level · 行政级别
  as_of_start_date TEXT, -- First day of the state that is reported, ISO 8601 · 情况截至日期（起）
  as_of_end_date TEXT, -- Last day of the state that is reported · 情况截至日期（止）
  as_of_precision TEXT, -- Precision of the words · 日期精度
  as_of_text TEXT, -- Its words · 原文
  as_of_start INTEGER, -- Start of the words in documents.text · 原文起点
  as_of_end INTEGER, -- End of the words, exclusive · 原文终点
  reading_by TEXT, -- Which reading of the layout was chosen; null: there are no items · 采用的版式读法
  reading_margin REAL, -- How far it leads the next one · 与次优读法的差距
  reading_certainty REAL CHECK (reading_certainty BETWEEN 0 AND 1), -- How sure that makes the list of items, 0 to 1 · 条目清单的可信度
  indexed INTEGER NOT NULL DEFAULT 0 CHECK (indexed IN (0, 1)), -- 1: the report is in the search index · 是否已建立全文索引
  CHECK ((programme IS NULL) = (programme_text IS NULL) AND (as_of_start_date IS NULL) = (as_of_text IS NULL)
    AND (reading_by IS NULL) = (reading_certainty IS NULL))
) STRICT;
INSERT INTO new_reports (${reportColumns}) SELECT ${reportColumns} FROM reports;
DROP TABLE reports;
ALTER TABLE new_reports RENAME TO reports;
CREATE INDEX reports_source ON reports (source); CREATE INDEX reports_region ON reports (region_code);
CREATE INDEX reports_pending ON reports (report) WHERE indexed = 0;
`

const items = `
CREATE TABLE new_items ( -- Problems: one row for each 反馈问题 or 整改任务, of current reports and of earlier versions · 反馈问题
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 1048575), -- Number in the report, from 1 without gaps · 报告内序号
  label TEXT NOT NULL, -- Number as printed · 原文编号
  span_start INTEGER NOT NULL, -- Start of the whole item in documents.text · 本条起点
  span_end INTEGER NOT NULL, -- End of the whole item, exclusive · 本条终点
  category TEXT, -- Nearest heading or 类别 · 类别
  category_start INTEGER, -- Start of the words in documents.text · 类别原文起点
  category_end INTEGER, -- End of the words, exclusive · 类别原文终点
  problem TEXT NOT NULL, -- Problem statement · 反馈问题
  problem_start INTEGER NOT NULL, -- Start of the words in documents.text · 问题原文起点
  problem_end INTEGER NOT NULL, -- End of the words, exclusive · 问题原文终点
  problem_key TEXT, -- Its letters alone, by which the same problem is known in another report; null: too few · 问题比对键
  goal TEXT, -- Rectification goal · 整改目标
  goal_start INTEGER, -- Start of the words in documents.text · 目标原文起点
  goal_end INTEGER, -- End of the words, exclusive · 目标原文终点
  status TEXT CHECK (status IN ('completed', 'basically_completed', 'on_schedule', 'behind_schedule', 'in_progress', 'not_started')), -- Status; null: the report does not say · 整改状态
  status_ongoing INTEGER CHECK (status_ongoing IN (0, 1)), -- 1: completed and kept up (长期坚持) · 是否长期坚持
  closure TEXT CHECK (closure IN ('submitted', 'closed')), -- Closure (销号): submitted or closed · 销号
  status_basis TEXT CHECK (status_basis IN ('marker', 'narrative')), -- Said by a marker or by the progress text · 状态依据
  status_text TEXT, -- Its words · 状态原文
  status_start INTEGER, -- Start of the words in documents.text · 状态原文起点
  status_end INTEGER, -- End of the words, exclusive · 状态原文终点
  PRIMARY KEY (report, item),
  CHECK ((status IS NULL) = (status_text IS NULL) AND (goal IS NULL) = (goal_start IS NULL) AND (category IS NULL) = (category_start IS NULL))
) STRICT;
INSERT INTO new_items (${itemColumns}, problem_key) SELECT ${itemColumns}, problem_key(problem) FROM items;
DROP TABLE items;
ALTER TABLE new_items RENAME TO items;
CREATE INDEX items_status ON items (status); CREATE INDEX items_problem ON items (problem_key) WHERE problem_key IS NOT NULL;
`

const failures = `
CREATE TABLE new_failures ( -- Sources that could not be parsed at the last attempt; an earlier version that could stays current · 解析失败的文件
  failure INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  id TEXT CHECK (length(id) = 64), -- sha256 of the bytes; null: they could not be read · 源文件的sha256
  source TEXT NOT NULL, -- Path or URL as given · 来源
  resolved TEXT NOT NULL UNIQUE, -- Full path or address · 完整路径或网址
  parser_version TEXT NOT NULL -- Version of the parser · 解析器版本
) STRICT;
INSERT INTO new_failures SELECT failure, id, source, source, parser_version FROM failures;
DROP TABLE failures;
ALTER TABLE new_failures RENAME TO failures;
CREATE INDEX failures_id ON failures (id); CREATE INDEX failures_source ON failures (source);
`

const sources = `
CREATE TABLE sources ( -- Where reports came from: a path, an address, a member of an archive · 来源
  source INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  name TEXT NOT NULL, -- Path or URL as given at the first time · 首次给出的路径或网址
  resolved TEXT NOT NULL UNIQUE -- Full path or address, by which the source is known again; standard input: one source a document · 完整路径或网址
) STRICT;
CREATE INDEX sources_name ON sources (name);

CREATE TABLE versions ( -- What each source held: new bytes make a new version, the highest is the current one · 来源的各个版本
  source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE, -- Source · 来源
  version INTEGER NOT NULL CHECK (version >= 1), -- Number, from 1 · 版本号
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, -- Report that it held · 报告
  PRIMARY KEY (source, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX versions_report ON versions (report);

CREATE VIEW names AS -- What each source holds now; a document under two names has two rows · 各来源的现行版本
SELECT
  s.name AS name, -- Path or URL as given · 来源
  s.resolved AS resolved, -- Full path or address · 完整路径或网址
  v.source AS source, -- Number of the source · 来源编号
  v.version AS version, -- Number of its current version · 现行版本号
  v.report AS report -- Report that it holds · 报告
FROM versions v JOIN sources s USING (source)
WHERE NOT EXISTS (SELECT 1 FROM versions later WHERE later.source = v.source AND later.version > v.version);
`

/** `current` and `source` of the reports that a source ever held, after its versions have changed. */
const settle = (where: string) => `
  UPDATE reports SET
    current = EXISTS (SELECT 1 FROM names n WHERE n.report = reports.report),
    source = coalesce(
      (SELECT n.name FROM names n WHERE n.report = reports.report ORDER BY n.source LIMIT 1),
      (SELECT s.name FROM versions v JOIN sources s USING (source) WHERE v.report = reports.report ORDER BY v.source LIMIT 1),
      source)
  WHERE ${where};`

const triggers = `
CREATE TRIGGER versions_added AFTER INSERT ON versions BEGIN
  ${settle('report IN (SELECT report FROM versions WHERE source = new.source)')}
END;
CREATE TRIGGER versions_removed AFTER DELETE ON versions BEGIN
  DELETE FROM reports WHERE report = old.report AND NOT EXISTS (SELECT 1 FROM versions WHERE report = old.report);
  DELETE FROM sources WHERE source = old.source AND NOT EXISTS (SELECT 1 FROM versions WHERE source = old.source);
  ${settle('report = old.report OR report IN (SELECT report FROM versions WHERE source = old.source)')}
END;
CREATE TRIGGER items_unindex AFTER DELETE ON items BEGIN
  DELETE FROM search WHERE rowid = (old.report << 20) + old.item;
END;
`

/** Each row of schema 1 becomes a version of its source, in the order in which the documents came; standard input never was one source. */
const fill = `
INSERT INTO sources (name, resolved)
  SELECT source, CASE WHEN source = '-' THEN '-:' || id ELSE source END AS resolved FROM reports GROUP BY resolved ORDER BY min(report);
INSERT INTO versions (source, version, report)
  SELECT s.source, row_number() OVER (PARTITION BY s.source ORDER BY r.report), r.report
  FROM reports r JOIN sources s ON s.resolved = CASE WHEN r.source = '-' THEN '-:' || r.id ELSE r.source END ORDER BY r.report;
`

export const second = `
DROP VIEW open_by_due; DROP VIEW by_lead_unit; DROP VIEW targets_by_indicator; DROP VIEW item_list; DROP TRIGGER items_unindex;
DROP TABLE search; DROP TABLE meta;
CREATE VIRTUAL TABLE search USING fts5(problem, goal, measures, progress, parties, tokenize='unicode61');
${reports}${items}${failures}${sources}${triggers}${fill}${views}`
