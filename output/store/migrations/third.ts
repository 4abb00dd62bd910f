/**
 * Schema 3: the same problem through the years. Links between items of current reports, threads of linked items, what became of each
 * problem, and what people have decided and corrected, which outlasts every re-parse and every new version.
 * Needs the SQL function `problem_identity` (see ../problem-key.ts).
 */
import { lastDay, measures, own, views } from './third-views.js'

const facts = `
CREATE TABLE item_facts ( -- What lists ask of an item, made with it · 条目的检索要素
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  identity TEXT NOT NULL, -- Hash of the letters of its problem, and which of those with the same letters it is: by this it is known again · 问题标识
  due TEXT, -- Last dated entry of the item's own deadline, else of its measures' · 最后期限
  due_of TEXT CHECK (due_of IN ('item', 'measures')), -- Whose deadline it is · 期限来自问题或措施
  PRIMARY KEY (report, item),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX item_facts_identity ON item_facts (identity); CREATE INDEX item_facts_due ON item_facts (due);
`

/** Fills \`item_facts\` for the reports of a condition on \`i\`. */
export const fillFacts = (where: string): string => `
INSERT INTO item_facts
  SELECT i.report, i.item,
    problem_identity(i.problem) || '.' || row_number() OVER (PARTITION BY i.report, problem_identity(i.problem) ORDER BY i.item),
    coalesce((${lastDay(own)}), (${lastDay(measures)})),
    CASE WHEN (${lastDay(own)}) IS NOT NULL THEN 'item' WHEN (${lastDay(measures)}) IS NOT NULL THEN 'measures' END
  FROM items i WHERE ${where};`

const linking = `
CREATE TABLE link_reports ( -- What linking knows of a current report; one without a row is still to be linked (taizhang link) · 已参与关联的报告
  report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  area INTEGER NOT NULL, -- Its province, by the first two digits of the code; 0: the nation, or not known · 省级代码
  place TEXT, -- The place that its title begins with · 标题中的地名
  body TEXT, -- The body whose own report it is; null: a region's · 单位
  year INTEGER, -- Year of the accounts that an audit looked into · 审计年度
  day TEXT, -- Day of its state, else of its publication, else of its signature, ISO 8601 · 报告日期
  day_of TEXT CHECK (day_of IN ('as_of', 'published', 'signed')), -- Which of the three · 日期来源
  grams TEXT NOT NULL -- Its fingerprints, a JSON array · 文本指纹
) STRICT;

CREATE TABLE fingerprints ( -- Which reports share runs of letters (winnowing) · 文本指纹索引
  gram INTEGER NOT NULL, -- Hash of four letters · 指纹
  area INTEGER NOT NULL, -- Province, as in link_reports · 省级代码
  report INTEGER NOT NULL, -- Report · 报告
  PRIMARY KEY (gram, area, report)
) STRICT, WITHOUT ROWID;

CREATE TABLE links ( -- Two items that tell the same problem · 同一问题的关联
  link INTEGER PRIMARY KEY, -- Number, which link --review shows · 编号
  report INTEGER NOT NULL, -- Report of the later item, or of the one of the region below · 报告
  item INTEGER NOT NULL, -- That item · 问题
  other_report INTEGER NOT NULL, -- Report of the earlier item, or of the one of the region above · 对应报告
  other_item INTEGER NOT NULL, -- That item · 对应问题
  bond TEXT NOT NULL CHECK (bond IN ('follows', 'copies', 'repeats')), -- follows: a later report; copies: of a region above; repeats: another list of the same report · 关联类型
  relation TEXT NOT NULL CHECK (relation IN ('same', 'shortened', 'edited', 'number')), -- How the words differ · 文字关系
  certainty REAL NOT NULL CHECK (certainty BETWEEN 0 AND 1), -- How sure it is · 可信度
  state TEXT NOT NULL CHECK (state IN ('linked', 'suggested', 'confirmed', 'rejected')), -- linked by rules, suggested to a person, confirmed or rejected by one · 状态
  why TEXT NOT NULL, -- Rules that spoke for and against it, a JSON array · 依据
  UNIQUE (report, item, other_report, other_item),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE,
  FOREIGN KEY (other_report, other_item) REFERENCES items ON DELETE CASCADE
) STRICT;
CREATE INDEX links_other ON links (other_report, other_item); CREATE INDEX links_state ON links (state);

CREATE TABLE threads ( -- Items joined by links that hold: one thread is one problem; an item without links is in none · 问题线索
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  thread INTEGER NOT NULL, -- Number of the thread · 线索编号
  head INTEGER NOT NULL DEFAULT 1 CHECK (head IN (0, 1)), -- 1: the newest item of its region, which stands for the problem in lists · 是否最新
  state TEXT NOT NULL DEFAULT 'unknown' CHECK (state IN ('done', 'open', 'unknown')), -- What became of the problem, by its newest report that says it · 完成与否
  state_report INTEGER, -- Report that says so · 状态来源报告
  state_item INTEGER, -- Its item · 状态来源问题
  due TEXT, -- Last day allowed, by its newest report that gives one · 最后期限
  due_of TEXT CHECK (due_of IN ('item', 'measures')), -- Whose deadline it is · 期限来自问题或措施
  due_report INTEGER, -- Report that gives it · 期限来源报告
  due_item INTEGER, -- Its item · 期限来源问题
  PRIMARY KEY (report, item),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX threads_thread ON threads (thread);

CREATE TABLE stale_threads ( -- Threads of which a link or an item is gone and that are to be joined anew · 待重算的线索
  thread INTEGER PRIMARY KEY -- Thread · 线索
) STRICT;
`

const people = `
CREATE TABLE link_decisions ( -- What people have said of links; known again by the items' words, and by document or source · 关联的人工认定
  decision INTEGER PRIMARY KEY, -- Number · 编号
  id TEXT NOT NULL, -- sha256 of the one document · 文件指纹
  resolved TEXT NOT NULL, -- Its source · 来源
  identity TEXT NOT NULL, -- Its item, by item_facts.identity · 问题标识
  other_id TEXT NOT NULL, -- sha256 of the other document · 对应文件指纹
  other_resolved TEXT NOT NULL, -- Its source · 对应来源
  other_identity TEXT NOT NULL, -- Its item · 对应问题标识
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected')), -- What was decided · 结论
  by TEXT, -- Who decided · 认定人
  why TEXT, -- Why · 理由
  UNIQUE (id, identity, other_id, other_identity)
) STRICT;
CREATE INDEX link_decisions_identity ON link_decisions (identity); CREATE INDEX link_decisions_other ON link_decisions (other_identity);

CREATE TABLE corrections ( -- What people have corrected or noted; laid over the record, which stays as it was read · 人工更正与备注
  correction INTEGER PRIMARY KEY, -- Number, in the order in which they were made · 编号
  id TEXT NOT NULL, -- sha256 of the document · 文件指纹
  resolved TEXT NOT NULL, -- Its source · 来源
  identity TEXT NOT NULL, -- The item, by item_facts.identity · 问题标识
  problem TEXT NOT NULL, -- Its problem as it was then, for a person who reads this table · 当时的问题文字
  field TEXT NOT NULL CHECK (field IN ('status', 'closure', 'due', 'lead_units', 'responsible_units', 'category', 'problem', 'note')), -- Field; note: a remark · 字段
  value TEXT, -- The right value; null: the report does not say · 更正值
  was TEXT, -- What the record said when it was corrected; where it says otherwise now the correction is in doubt · 更正前的值
  why TEXT NOT NULL, -- Why · 理由
  by TEXT NOT NULL, -- Who · 更正人
  day TEXT NOT NULL -- When, ISO 8601 · 日期
) STRICT;
CREATE INDEX corrections_identity ON corrections (identity); CREATE INDEX corrections_resolved ON corrections (resolved);

CREATE TABLE overlays ( -- Where the corrections lie now, made from them for each report · 更正的落点
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  correction INTEGER NOT NULL REFERENCES corrections ON DELETE CASCADE, -- Correction · 更正
  field TEXT NOT NULL, -- Field · 字段
  value TEXT, -- The right value; of units a JSON array · 更正值
  doubt INTEGER NOT NULL CHECK (doubt IN (0, 1)), -- 1: the words beneath have changed since: shown, and not laid over · 是否存疑
  PRIMARY KEY (report, item, field, correction),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX overlays_correction ON overlays (correction);

CREATE TABLE item_overlays ( -- The overlays of an item in one row, for the views; an item without a row has none · 条目的更正
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  corrected TEXT NOT NULL, -- Fields that are corrected, a JSON array · 已更正的字段
  in_doubt TEXT NOT NULL, -- Fields whose correction is in doubt, a JSON array · 更正存疑的字段
  notes TEXT NOT NULL, -- Remarks, a JSON array · 备注
  right_values TEXT NOT NULL, -- The right value of each corrected field, a JSON object · 更正值
  PRIMARY KEY (report, item),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`

const triggers = `
CREATE TRIGGER reports_retired AFTER UPDATE OF current ON reports WHEN old.current = 1 AND new.current = 0 BEGIN
  DELETE FROM link_reports WHERE report = new.report;
END;
CREATE TRIGGER link_reports_removed AFTER DELETE ON link_reports BEGIN
  DELETE FROM fingerprints WHERE area = old.area AND report = old.report AND gram IN (SELECT CAST(value AS INTEGER) FROM json_each(old.grams));
  DELETE FROM links WHERE report = old.report;
  DELETE FROM links WHERE other_report = old.report;
  DELETE FROM threads WHERE report = old.report;
END;
CREATE TRIGGER links_removed AFTER DELETE ON links BEGIN
  INSERT OR IGNORE INTO stale_threads SELECT thread FROM threads
    WHERE (report = old.report AND item = old.item) OR (report = old.other_report AND item = old.other_item);
END;
`

export const third = `
DROP VIEW open_by_due; DROP VIEW by_lead_unit; DROP VIEW targets_by_indicator; DROP VIEW item_list; DROP VIEW all_items;
${facts}${fillFacts('1')}${linking}${people}${triggers}${views}`
