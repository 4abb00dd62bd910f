/** Schema 1, as the first release made it. Frozen: ledgers in use have been through it. How its comments are read is told in ../schema.ts. */

import { firstViews } from './first-views.js'

export const first = `
CREATE TABLE meta ( -- Settings of the ledger: splitter is the word splitter that the search index was made with · 台账设置
  key TEXT NOT NULL PRIMARY KEY, -- Name · 名称
  value TEXT NOT NULL -- Value · 值
) STRICT, WITHOUT ROWID;

CREATE TABLE reports ( -- One row a report · 整改报告，一份一行
  report INTEGER PRIMARY KEY, -- Number in this ledger, by which all tables refer to the report · 本台账内编号
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 64), -- sha256 of the source bytes, hex · 源文件的sha256
  key TEXT NOT NULL UNIQUE, -- Short name: the first 12 digits of id · 短编号
  source TEXT NOT NULL, -- Path or URL as given · 来源
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
  indexed INTEGER NOT NULL DEFAULT 0 CHECK (indexed IN (0, 1)), -- 1: the report is in the search index · 是否已建立全文索引
  CHECK ((programme IS NULL) = (programme_text IS NULL) AND (as_of_start_date IS NULL) = (as_of_text IS NULL))
) STRICT;
CREATE INDEX reports_source ON reports (source); CREATE INDEX reports_region ON reports (region_code);
CREATE INDEX reports_pending ON reports (report) WHERE indexed = 0;

CREATE TABLE documents ( -- The readable text of each report; all offsets count UTF-16 units of it · 报告正文
  report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  text TEXT NOT NULL -- Plain text after clean-up · 清理后的纯文本
) STRICT;

CREATE TABLE items ( -- Problems: one row for each 反馈问题 or 整改任务 · 反馈问题
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
CREATE INDEX items_status ON items (status);

CREATE TABLE categories ( -- All headings that an item stands under, outermost first · 所属各级标题
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  category INTEGER NOT NULL, -- Depth, from 1 · 层级
  text TEXT NOT NULL, -- Heading without its number · 标题
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  PRIMARY KEY (report, item, category),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE actions ( -- Measures, planned (整改措施) and done (整改情况), as trees · 整改措施与整改进展
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  action INTEGER NOT NULL, -- Number in the item, in document order, parents first, planned ones first · 问题内序号
  kind TEXT NOT NULL CHECK (kind IN ('measure', 'progress')), -- measure: planned; progress: done · 计划措施或整改进展
  parent INTEGER, -- Action that it is part of; null at the top · 上级措施
  depth INTEGER NOT NULL CHECK (depth >= 1), -- 1 at the top · 层级
  position INTEGER NOT NULL CHECK (position >= 1), -- Place among its siblings, from 1 · 同级序号
  label TEXT NOT NULL, -- Number as printed · 原文编号
  text TEXT NOT NULL, -- Own words, without label and sub-measures · 措施内容
  span_start INTEGER NOT NULL, -- Start of label, words and sub-measures in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of them, exclusive · 原文终点
  PRIMARY KEY (report, item, action),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE,
  FOREIGN KEY (report, item, parent) REFERENCES actions ON DELETE CASCADE,
  CHECK ((parent IS NULL) = (depth = 1) AND (parent IS NULL OR parent < action))
) STRICT;
CREATE INDEX actions_parent ON actions (report, item, parent);

CREATE TABLE parties ( -- Bodies and persons with a role, of an item or of one of its measures · 责任单位与责任人
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  party INTEGER NOT NULL, -- Number in the item, the item's own first · 问题内序号
  action INTEGER, -- Measure that it is named for; null: for the item · 所属措施
  role TEXT NOT NULL, -- Role · 角色
  kind TEXT NOT NULL CHECK (kind IN ('unit', 'person', 'group')), -- Body, person or group · 单位、个人或群体
  name TEXT NOT NULL, -- Name; lists such as A、B are expanded · 名称
  full_name TEXT, -- Name with the region · 含行政区划的全称
  title TEXT, -- Office of a person · 职务
  scope TEXT, -- What it is responsible for · 负责范围
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  PRIMARY KEY (report, item, party),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE,
  FOREIGN KEY (report, item, action) REFERENCES actions ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_name ON parties (name, role); CREATE INDEX parties_full_name ON parties (full_name, role);
CREATE INDEX parties_action ON parties (report, item, action);

CREATE TABLE deadlines ( -- Deadline fields, of an item or of one of its measures · 整改时限
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  deadline INTEGER NOT NULL, -- Number in the item · 问题内序号
  action INTEGER, -- Measure that it is for; null: for the item · 所属措施
  text TEXT NOT NULL, -- Words as printed · 原文
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  PRIMARY KEY (report, item, deadline),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE,
  FOREIGN KEY (report, item, action) REFERENCES actions ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX deadlines_owner ON deadlines (report, item, ifnull(action, 0)); CREATE INDEX deadlines_action ON deadlines (report, item, action);

CREATE TABLE deadline_entries ( -- Dates and standing phrases of a deadline, one row each · 时限条目
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  deadline INTEGER NOT NULL, -- Deadline · 时限
  entry INTEGER NOT NULL, -- Number in the deadline · 序号
  kind TEXT NOT NULL CHECK (kind IN ('date', 'immediate', 'ongoing', 'long_term')), -- date, immediate (立行立改), ongoing (持续推进), long_term (长期坚持) · 类型
  date TEXT, -- Last day allowed, ISO 8601 · 最后期限
  precision TEXT, -- Precision of the words · 日期精度
  scope TEXT, -- What the date is for · 适用范围
  PRIMARY KEY (report, item, deadline, entry),
  FOREIGN KEY (report, item, deadline) REFERENCES deadlines ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_entries_date ON deadline_entries (date);

CREATE TABLE targets ( -- Measurable parts of the goal · 量化目标
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  target INTEGER NOT NULL, -- Number in the item · 问题内序号
  indicator TEXT NOT NULL, -- What is measured · 指标
  comparator TEXT NOT NULL CHECK (comparator IN ('=', '>=', '>', '<=', '<', '~')), -- Comparison · 比较
  value REAL NOT NULL, -- Figure · 数值
  unit TEXT, -- UCUM code or {printed unit} · 单位
  by_date TEXT, -- Last day, ISO 8601 · 完成期限
  per TEXT, -- UCUM unit of time: per a is each year · 周期
  text TEXT NOT NULL, -- Words as printed · 原文
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  PRIMARY KEY (report, item, target),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX targets_indicator ON targets (indicator);

CREATE TABLE quantities ( -- Figures with a unit, anywhere in an item · 数量
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  quantity INTEGER NOT NULL, -- Number in the item · 问题内序号
  text TEXT NOT NULL, -- Words as printed · 原文
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  value REAL NOT NULL, -- Figure; of a range, its low end · 数值
  low REAL, -- Low end of a range · 下限
  high REAL, -- High end of a range · 上限
  comparator TEXT NOT NULL CHECK (comparator IN ('=', '>=', '>', '<=', '<', '~')), -- Comparison · 比较
  unit TEXT, -- UCUM code or {printed unit}; money as ISO 4217 · 单位代码
  unit_text TEXT, -- Unit as printed · 原文单位
  si_value REAL, -- Figure in the base unit of its dimension · 国际单位制数值
  si_unit TEXT, -- That unit · 国际单位制单位
  change TEXT CHECK (change IN ('up', 'down')), -- Rise or fall · 增减
  change_kind TEXT CHECK (change_kind IN ('by', 'to')), -- Changed by or changed to · 增减幅度或增减至
  subject TEXT, -- What the figure measures · 指标主体
  PRIMARY KEY (report, item, quantity),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE,
  CHECK ((si_value IS NULL) = (si_unit IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX quantities_unit ON quantities (unit);

CREATE TABLE dates ( -- Dates, anywhere in an item · 日期
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  date INTEGER NOT NULL, -- Number in the item · 问题内序号
  start_date TEXT NOT NULL, -- First day, inclusive, ISO 8601 · 起始日
  end_date TEXT NOT NULL, -- Last day, inclusive, ISO 8601 · 截止日
  precision TEXT NOT NULL, -- Precision of the words · 日期精度
  relation TEXT NOT NULL CHECK (relation IN ('by', 'since', 'at', 'during')), -- by (前), since (以来), at, during · 时间关系
  text TEXT NOT NULL, -- Words as printed · 原文
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  PRIMARY KEY (report, item, date),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE refs ( -- Documents and standards that an item names · 引用文件
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  ref INTEGER NOT NULL, -- Number in the item · 问题内序号
  title TEXT NOT NULL, -- Title, with no 《》 of its own · 标题
  number TEXT, -- Document or standard number · 文号或标准号
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  PRIMARY KEY (report, item, ref),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE places ( -- Regions that an item names · 提及的行政区划
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  place INTEGER NOT NULL, -- Number in the item · 问题内序号
  name TEXT NOT NULL, -- Name in full · 全称
  code TEXT CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'), -- GB/T 2260 code · 行政区划代码
  level TEXT CHECK (level IN ('nation', 'province', 'city', 'county', 'township')), -- Level · 行政级别
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  PRIMARY KEY (report, item, place),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX places_code ON places (code);

CREATE TABLE declared_totals ( -- What a report says of itself, beside what was extracted · 自报总数核对
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  total INTEGER NOT NULL, -- Number in the report · 报告内序号
  measure TEXT NOT NULL, -- items, status:<code>, deadline:<year> or deadline:ongoing · 统计项
  declared INTEGER NOT NULL, -- Figure in the report · 自报数
  extracted INTEGER, -- Figure counted in the record; null: cannot be counted · 抽取数
  agrees INTEGER CHECK (agrees IN (0, 1)), -- 1: both are the same; null: cannot be checked · 是否一致
  text TEXT NOT NULL, -- Words as printed · 原文
  span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_end INTEGER NOT NULL, -- End of the words, exclusive · 原文终点
  PRIMARY KEY (report, total)
) STRICT, WITHOUT ROWID;
CREATE INDEX declared_totals_disagree ON declared_totals (report) WHERE agrees = 0;

CREATE TABLE diagnostics ( -- What the parser noticed · 诊断信息
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  diagnostic INTEGER NOT NULL, -- Number in the report · 报告内序号
  code TEXT NOT NULL, -- Rule · 规则
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')), -- Severity · 级别
  message TEXT NOT NULL, -- What it is · 说明
  span_start INTEGER, -- Start of the place in documents.text · 原文起点
  span_end INTEGER, -- End of the place, exclusive · 原文终点
  item INTEGER, -- Item that it is about; not a foreign key, for it may be about one that was given up · 相关问题
  PRIMARY KEY (report, diagnostic)
) STRICT, WITHOUT ROWID;
CREATE INDEX diagnostics_code ON diagnostics (code);

CREATE TABLE failures ( -- Files that could not be parsed at the last attempt · 解析失败的文件
  failure INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  id TEXT CHECK (length(id) = 64), -- sha256 of the bytes; null: they could not be read · 源文件的sha256
  source TEXT NOT NULL UNIQUE, -- Path or URL as given · 来源
  parser_version TEXT NOT NULL -- Version of the parser · 解析器版本
) STRICT;
CREATE INDEX failures_id ON failures (id);

CREATE TABLE failure_diagnostics ( -- Why they failed · 失败原因
  failure INTEGER NOT NULL REFERENCES failures ON DELETE CASCADE, -- Failure · 失败记录
  diagnostic INTEGER NOT NULL, -- Number in the failure · 序号
  code TEXT NOT NULL, -- Rule · 规则
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')), -- Severity · 级别
  message TEXT NOT NULL, -- What it is · 说明
  PRIMARY KEY (failure, diagnostic)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5(problem, goal, measures, progress, parties, content='', contentless_delete=1, tokenize='unicode61');
CREATE TRIGGER items_unindex AFTER DELETE ON items BEGIN
  DELETE FROM search WHERE rowid = (old.report << 20) + old.item;
END;
${firstViews}`
