/**
 * Schema 6: a smaller search index. One column holds the words of all fields, each behind the number of its field, as in Postgres, so that the index need
 * not say where a word stands; and its rows are numbered without gaps, so that the distance to the next is one byte.
 * Needs the SQL function `field_words` (see ../letters.ts).
 */
const acts = (kind: string): string =>
  `(SELECT group_concat(a.label || a.text, char(10)) FROM actions a WHERE a.report = i.report AND a.item = i.item AND a.kind = '${kind}')`
const words = [
  'i.problem',
  'i.goal',
  acts('measure'),
  acts('progress'),
  '(SELECT group_concat(ifnull(p.full_name, p.name), char(10)) FROM parties p WHERE p.report = i.report AND p.item = i.item)',
]
  .map((text, field) => `field_words(${field}, ${text})`)
  .join(" || ' ' || ")
const searched = `n.before + i.item, ${words} FROM search_numbers n JOIN items i USING (report)`

/** Rows of the search index for the items of a condition on `i`: number and words. */
export const searchRows = (where: string): string => `SELECT ${searched} WHERE ${where}`
/** The index keeps no text, so that it has to be told what it is to forget. */
const forget = `INSERT INTO search (search, rowid, words) SELECT 'delete', ${searched} WHERE n.report = old.report; DELETE FROM search_numbers WHERE report = old.report;`

export const sixth = `
DROP TRIGGER reports_unindexed; DROP TRIGGER reports_removed; DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none, tokenize='unicode61');
CREATE TABLE search_numbers ( -- Which rows of the search index are a report's · 全文索引的行号
  before INTEGER PRIMARY KEY, -- What is added to the number of an item · 行号起点
  items INTEGER NOT NULL CHECK (items >= 1), -- Numbers that are taken · 行数
  report INTEGER NOT NULL UNIQUE REFERENCES reports ON DELETE CASCADE -- Report · 报告
) STRICT;
INSERT INTO search_numbers SELECT sum(items) OVER (ORDER BY report) - items, items, report
  FROM (SELECT r.report, max(1, (SELECT count(*) FROM stored_items i WHERE i.report = r.report)) AS items FROM reports r WHERE r.indexed = 1);
INSERT INTO search (rowid, words) ${searchRows('1')} ORDER BY 1;
INSERT INTO search (search) VALUES ('optimize');
CREATE TRIGGER reports_unindexed BEFORE UPDATE OF indexed ON reports WHEN old.indexed = 1 AND new.indexed = 0 BEGIN ${forget} END;
CREATE TRIGGER reports_removed BEFORE DELETE ON reports WHEN old.indexed = 1 BEGIN ${forget} END;
`
