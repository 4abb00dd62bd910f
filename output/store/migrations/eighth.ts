/**
 * Schema 8: a smaller ledger. What many rows say alike (a date, a place, the grounds of a link) is told once and given by its number; the
 * subject of a figure, the title of a document and the label of a measure are given by their place, as other words are since schema 5; the reports that share a
 * fingerprint stand in one row. Views with the names of the earlier tables show them as before.
 * Needs the SQL function `problem_fingerprints` (see ../problem-key.ts).
 */
import { keptViews } from './eighth-views.js'
import { views } from './fourth-views.js'

const ofItem = `report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题`
/** The end as a length, which is a byte where the place of the end is two or three. */
const lengths = `span_start INTEGER NOT NULL, -- Start of the words in documents.text · 原文起点
  span_length INTEGER NOT NULL, -- Their length · 原文长度`
const quoted = 'text TEXT, -- Words; null: those of the place · 原文，与该处文字相同时为空'
const ownedByItem = 'FOREIGN KEY (report, item) REFERENCES stored_items ON DELETE CASCADE'

/** How far in front of a figure its subject is looked for; the distance is one byte then. */
export const SUBJECT_BACK = 120
/** Reports of a fingerprint that a migration puts into one row. */
const TOGETHER = 100

const part = (column: string): string =>
  `(SELECT ${column} FROM document_parts p WHERE p.report = s.report AND p.start <= s.span_start ORDER BY p.start DESC LIMIT 1)`
/** The words from a place of a row on, in the part of the text in which its span begins. */
const from = (start: string, length: string): string => part(`substr(p.text, ${start} - p.start + 1, ${length})`)

/** A table under its own name made anew from its rows, which stand in `old_rows` meanwhile. Renaming would have SQLite look at every view and trigger, of which some wait to be made. */
const anew = (table: string, definition: string, insert: string): string => `
CREATE TABLE old_rows AS SELECT * FROM ${table};
DROP TABLE ${table};
CREATE TABLE ${table} ( ${definition}
${insert}
DROP TABLE old_rows;
`

const actions = anew(
  'stored_actions',
  `-- What is stored of the measures; with their words: actions · 整改措施与整改进展（存储）
  ${ofItem}
  action INTEGER NOT NULL, -- Number in the item, in document order, parents first, planned ones first · 问题内序号
  done INTEGER NOT NULL CHECK (done IN (0, 1)), -- 0: a planned measure; 1: progress · 是否整改进展
  parent INTEGER, -- Action that it is part of; null at the top · 上级措施
  depth INTEGER NOT NULL CHECK (depth >= 1), -- 1 at the top · 层级
  position INTEGER NOT NULL CHECK (position >= 1), -- Place among its siblings, from 1 · 同级序号
  label TEXT, -- Number as printed; null: what stands in front of the own words · 原文编号
  text TEXT, -- Own words, where they are not in one piece in the span · 措施内容
  words_from INTEGER, -- Start of the own words, from the start of the span · 措施内容起点
  words_length INTEGER, -- Length of the own words · 措施内容长度
  span_start INTEGER NOT NULL, -- Start of label, words and sub-measures in documents.text · 原文起点
  span_end INTEGER, -- End of them, exclusive; null: it is that of the own words · 原文终点
  PRIMARY KEY (report, item, action),
  ${ownedByItem},
  CHECK ((parent IS NULL) = (depth = 1) AND (parent IS NULL OR parent < action) AND (text IS NULL) = (words_from IS NOT NULL) AND (words_from IS NULL) = (words_length IS NULL) AND (words_from IS NOT NULL OR label IS NOT NULL AND span_end IS NOT NULL))
) STRICT, WITHOUT ROWID;`,
  `INSERT INTO stored_actions SELECT report, item, action, kind = 'progress', parent, depth, position,
  iif(label <> '' AND label = ${from('s.span_start', 's.words_from')}, NULL, label), text, words_from, words_length, span_start, nullif(span_end, span_start + words_from + words_length) FROM old_rows s;`,
)

const parties = anew(
  'stored_parties',
  `-- What is stored of the bodies and persons of an item; with their names: parties · 责任单位与责任人（存储）
  ${ofItem}
  party INTEGER NOT NULL, -- Number in the item, the item's own first · 问题内序号
  action INTEGER, -- Measure that it is named for; null: for the item · 所属措施
  body INTEGER NOT NULL REFERENCES bodies, -- Who, and in which role · 责任主体
  scope TEXT, -- What it is responsible for · 负责范围
  ${lengths}
  PRIMARY KEY (report, item, party),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;`,
  `INSERT INTO stored_parties SELECT report, item, party, action, body, scope, span_start, span_end - span_start FROM old_rows;
CREATE INDEX stored_parties_body ON stored_parties (body);`,
)

const terms = `
CREATE TABLE terms ( -- Dates and standing phrases of deadlines, each once · 时限用语
  term INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  kind TEXT NOT NULL CHECK (kind IN ('date', 'immediate', 'ongoing', 'long_term')), -- date, immediate (立行立改), ongoing (持续推进), long_term (长期坚持) · 类型
  date TEXT, -- Last day allowed, ISO 8601 · 最后期限
  precision TEXT -- Precision of the words · 日期精度
) STRICT;
INSERT INTO terms (kind, date, precision) SELECT DISTINCT kind, date, precision FROM deadline_entries ORDER BY report, item, deadline, entry;
CREATE INDEX terms_date ON terms (date);

CREATE TABLE stored_deadline_entries ( -- What is stored of the entries of deadlines; with their dates: deadline_entries · 时限条目（存储）
  ${ofItem}
  deadline INTEGER NOT NULL, -- Deadline · 时限
  entry INTEGER NOT NULL, -- Number in the deadline · 序号
  term INTEGER NOT NULL REFERENCES terms, -- Date or phrase · 时限用语
  scope TEXT, -- What the date is for · 适用范围
  PRIMARY KEY (report, item, deadline, entry),
  FOREIGN KEY (report, item, deadline) REFERENCES stored_deadlines ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO stored_deadline_entries SELECT e.report, e.item, e.deadline, e.entry, t.term, e.scope
  FROM deadline_entries e JOIN terms t ON t.date IS e.date AND t.kind = e.kind AND t.precision IS e.precision;
DROP TABLE deadline_entries;
`

const subjectFrom = `max(0, ${part('p.start')}, s.span_start - ${SUBJECT_BACK})`
const quantities = anew(
  'stored_quantities',
  `-- What is stored of the figures; with their words and units: quantities · 数量（存储）
  ${ofItem}
  quantity INTEGER NOT NULL, -- Number in the item · 问题内序号
  ${quoted}
  ${lengths}
  value REAL NOT NULL, -- Figure; of a range, its low end · 数值
  low REAL, -- Low end of a range · 下限
  high REAL, -- High end of a range · 上限
  measure INTEGER NOT NULL REFERENCES measures, -- What it is measured in · 单位与比较
  si_value REAL, -- Figure in the base unit of its dimension · 国际单位制数值
  subject TEXT, -- What the figure measures, where that does not stand in front of it · 指标主体
  subject_back INTEGER, -- How far in front of the figure it stands · 指标主体距数量起点
  subject_length INTEGER, -- Its length · 指标主体长度
  PRIMARY KEY (report, item, quantity),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;`,
  `INSERT INTO stored_quantities
  SELECT report, item, quantity, text, span_start, span_end - span_start, value, low, high, measure, si_value,
    iif(place > 0, NULL, subject), iif(place > 0, span_start - opens - place + 1, NULL), iif(place > 0, length(subject), NULL)
  FROM (SELECT s.*, ${subjectFrom} AS opens, instr(${from(subjectFrom, `s.span_start - ${subjectFrom}`)}, s.subject) AS place FROM old_rows s);`,
)

const dates = `
CREATE TABLE moments ( -- Days and spans of days that reports name, each once · 日期与时段
  moment INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  start_date TEXT NOT NULL, -- First day, inclusive, ISO 8601 · 起始日
  end_date TEXT NOT NULL, -- Last day, inclusive, ISO 8601 · 截止日
  precision TEXT NOT NULL, -- Precision of the words · 日期精度
  relation TEXT NOT NULL CHECK (relation IN ('by', 'since', 'at', 'during')) -- by (前), since (以来), at, during · 时间关系
) STRICT;
INSERT INTO moments (start_date, end_date, precision, relation) SELECT DISTINCT start_date, end_date, precision, relation FROM stored_dates ORDER BY report, item, date;
CREATE INDEX moments_start ON moments (start_date);
${anew(
  'stored_dates',
  `-- What is stored of the dates; with their words: dates · 日期（存储）
  ${ofItem}
  date INTEGER NOT NULL, -- Number in the item · 问题内序号
  moment INTEGER NOT NULL REFERENCES moments, -- Which days · 日期与时段
  ${quoted}
  ${lengths}
  PRIMARY KEY (report, item, date),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;`,
  `INSERT INTO stored_dates SELECT d.report, d.item, d.date, m.moment, d.text, d.span_start, d.span_end - d.span_start
  FROM old_rows d JOIN moments m ON m.start_date = d.start_date AND m.end_date = d.end_date AND m.precision = d.precision AND m.relation = d.relation;`,
)}`

const titleAt = `instr(${from('s.span_start', 's.span_end - s.span_start')}, s.title)`
const refs = `
CREATE TABLE stored_refs ( -- What is stored of the documents that an item names; with their titles: refs · 引用文件（存储）
  ${ofItem}
  ref INTEGER NOT NULL, -- Number in the item · 问题内序号
  title TEXT, -- Title, where it does not stand in the span · 标题
  title_from INTEGER, -- Start of the title, from the start of the span · 标题起点
  title_length INTEGER, -- Length of the title · 标题长度
  number TEXT, -- Document or standard number · 文号或标准号
  ${lengths}
  PRIMARY KEY (report, item, ref),
  ${ownedByItem},
  CHECK ((title IS NULL) = (title_from IS NOT NULL) AND (title_from IS NULL) = (title_length IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO stored_refs SELECT report, item, ref, iif(place > 0, NULL, title), iif(place > 0, place - 1, NULL), iif(place > 0, length(title), NULL), number, span_start, span_end - span_start
  FROM (SELECT s.*, ${titleAt} AS place FROM refs s);
DROP TABLE refs;
`

const places = `
CREATE TABLE named_places ( -- Regions that reports name, each once · 行政区划
  named INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  name TEXT NOT NULL, -- Name in full · 全称
  code TEXT CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'), -- GB/T 2260 code · 行政区划代码
  level TEXT CHECK (level IN ('nation', 'province', 'city', 'county', 'township')) -- Level · 行政级别
) STRICT;
INSERT INTO named_places (name, code, level) SELECT DISTINCT name, code, level FROM places ORDER BY report, item, place;
CREATE INDEX named_places_name ON named_places (name);

CREATE TABLE stored_places ( -- What is stored of the regions that an item names; with their names: places · 提及的行政区划（存储）
  ${ofItem}
  place INTEGER NOT NULL, -- Number in the item · 问题内序号
  named INTEGER NOT NULL REFERENCES named_places, -- Region · 行政区划
  ${lengths}
  PRIMARY KEY (report, item, place),
  ${ownedByItem}
) STRICT, WITHOUT ROWID;
INSERT INTO stored_places SELECT p.report, p.item, p.place, n.named, p.span_start, p.span_end - p.span_start
  FROM places p JOIN named_places n ON n.name = p.name AND n.code IS p.code AND n.level IS p.level;
DROP TABLE places;
`

const links = `
CREATE TABLE grounds ( -- What links go by, each once · 关联依据
  ground INTEGER PRIMARY KEY, -- Number in this ledger · 本台账内编号
  bond TEXT NOT NULL CHECK (bond IN ('follows', 'copies', 'repeats')), -- follows: a later report; copies: of a region above; repeats: another list of the same report · 关联类型
  relation TEXT NOT NULL CHECK (relation IN ('same', 'shortened', 'edited', 'number')), -- How the words differ · 文字关系
  why TEXT NOT NULL, -- Rules that spoke for and against it, a JSON array · 依据
  UNIQUE (why, bond, relation)
) STRICT;
INSERT INTO grounds (bond, relation, why) SELECT bond, relation, why FROM links GROUP BY bond, relation, why ORDER BY min(link);

CREATE TABLE stored_links ( -- What is stored of two items that tell the same problem; with its grounds: links · 同一问题的关联（存储）
  link INTEGER PRIMARY KEY, -- Number, which link --review shows · 编号
  report INTEGER NOT NULL, -- Report of the later item, or of the one of the region below · 报告
  item INTEGER NOT NULL, -- That item · 问题
  other_report INTEGER NOT NULL, -- Report of the earlier item, or of the one of the region above · 对应报告
  other_item INTEGER NOT NULL, -- That item · 对应问题
  ground INTEGER NOT NULL REFERENCES grounds, -- What it goes by · 依据
  thousandths INTEGER NOT NULL CHECK (thousandths BETWEEN 0 AND 1000), -- How sure it is, in thousandths · 可信度（千分）
  held INTEGER NOT NULL CHECK (held BETWEEN 0 AND 3), -- 0: suggested to a person, 1: linked by rules, 2: confirmed, 3: rejected by a person · 状态
  UNIQUE (report, item, other_report, other_item),
  FOREIGN KEY (report, item) REFERENCES stored_items ON DELETE CASCADE,
  FOREIGN KEY (other_report, other_item) REFERENCES stored_items ON DELETE CASCADE
) STRICT;
INSERT INTO stored_links SELECT k.link, k.report, k.item, k.other_report, k.other_item, g.ground, CAST(round(k.certainty * 1000) AS INTEGER),
    CASE k.state WHEN 'suggested' THEN 0 WHEN 'linked' THEN 1 WHEN 'confirmed' THEN 2 ELSE 3 END
  FROM links k JOIN grounds g USING (why, bond, relation) ORDER BY k.link;
DROP TABLE links;
CREATE INDEX stored_links_other ON stored_links (other_report, other_item);
`

const fingerprints = `
DROP TRIGGER link_reports_removed;
${anew(
  'link_reports',
  `-- What linking knows of a current report; one without a row is still to be linked (taizhang link) · 已参与关联的报告
  report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  area INTEGER NOT NULL, -- Its province, by the first two digits of the code; 0: the nation, or not known · 省级代码
  place TEXT, -- The place that its title begins with · 标题中的地名
  body TEXT, -- The body whose own report it is; null: a region's · 单位
  year INTEGER, -- Year of the accounts that an audit looked into · 审计年度
  day TEXT, -- Day of its state, else of its publication, else of its signature, ISO 8601 · 报告日期
  day_of TEXT CHECK (day_of IN ('as_of', 'published', 'signed')) -- Which of the three · 日期来源
) STRICT;`,
  `INSERT INTO link_reports SELECT report, area, place, body, year, day, day_of FROM old_rows;`,
)}
DROP TABLE fingerprints;
CREATE TABLE stored_fingerprints ( -- Reports of each run of letters, some together; one a row: fingerprints · 文本指纹索引（存储）
  gram INTEGER NOT NULL, -- Hash of four letters · 指纹
  area INTEGER NOT NULL, -- Province, as in link_reports · 省级代码
  part INTEGER NOT NULL, -- Number of the row, from 0, where there are many reports · 分段
  reports TEXT NOT NULL, -- Numbers of reports, with commas between them · 报告编号
  PRIMARY KEY (gram, area, part)
) STRICT, WITHOUT ROWID;
INSERT INTO stored_fingerprints SELECT gram, area, (nth - 1) / ${TOGETHER} AS part, group_concat(report)
  FROM (SELECT gram, area, report, row_number() OVER (PARTITION BY gram, area ORDER BY report) AS nth
    FROM (SELECT DISTINCT l.area, l.report, CAST(g.value AS INTEGER) AS gram FROM link_reports l JOIN items i USING (report), json_each(problem_fingerprints(i.problem)) g))
  GROUP BY gram, area, part ORDER BY gram, area, part;
`

/**
 * Takes a report out of the rows of its fingerprints. In SQLite these are worked out again from its problems: who changes `fingerprintsOf` or `lettersOf`
 * has to make the rows anew by a migration.
 */
export const leaveFingerprints = (area: string, report: string, grams: string): string => `
  UPDATE stored_fingerprints SET reports = trim(replace(',' || reports || ',', ',' || ${report} || ',', ','), ',')
    WHERE area = ${area} AND gram IN (${grams}) AND instr(',' || reports || ',', ',' || ${report} || ',') > 0;
  DELETE FROM stored_fingerprints WHERE area = ${area} AND gram IN (${grams}) AND reports = '';`
const grams = `SELECT CAST(g.value AS INTEGER) FROM items i, json_each(problem_fingerprints(i.problem)) g WHERE i.report = old.report`
/** A report is taken from the links while its items, by which its fingerprints are known, are still there. */
const triggers = `
CREATE TRIGGER reports_leave BEFORE DELETE ON reports BEGIN
  DELETE FROM link_reports WHERE report = old.report;
END;
CREATE TRIGGER link_reports_removed AFTER DELETE ON link_reports BEGIN
  DELETE FROM stored_links WHERE report = old.report;
  DELETE FROM stored_links WHERE other_report = old.report;
  DELETE FROM threads WHERE report = old.report;
END;
CREATE TRIGGER fingerprints_left AFTER DELETE ON link_reports BEGIN ${leaveFingerprints('old.area', 'old.report', grams)}
END;
CREATE TRIGGER links_removed AFTER DELETE ON stored_links BEGIN
  INSERT OR IGNORE INTO stale_threads SELECT thread FROM threads
    WHERE (report = old.report AND item = old.item) OR (report = old.other_report AND item = old.other_item);
END;
`

export const eighth = `
DROP VIEW open_by_due; DROP VIEW by_lead_unit; DROP VIEW targets_by_indicator; DROP VIEW item_list; DROP VIEW all_items;
${fingerprints}${links}${actions}${parties}${terms}${quantities}${dates}${refs}${places}
DROP VIEW actions; DROP VIEW parties; DROP VIEW quantities; DROP VIEW dates;
${keptViews}${views}${triggers}`
