/**
 * Schema 4: what lists, the calendar and the round ask of an item stands in one row with it, made when the report is stored and kept true
 * by triggers as links and corrections come and go. A ledger of 40,000 items answers from an index.
 * Needs the SQL function `problem_identity` (see ../problem-key.ts).
 */
import { due, state, views } from './fourth-views.js'

const facts = `
CREATE TABLE new_item_facts ( -- What lists ask of an item, made with it and kept true as links and corrections come and go · 条目的检索要素
  report INTEGER NOT NULL, -- Report · 报告
  item INTEGER NOT NULL, -- Item · 问题
  identity TEXT NOT NULL, -- Hash of the letters of its problem, and which of those with the same letters it is: by this it is known again · 问题标识
  deadline TEXT, -- Its own deadline as printed · 时限原文
  due TEXT, -- Last dated entry of the item's own deadline, else of its measures', as the report says it · 最后期限
  due_of TEXT CHECK (due_of IN ('item', 'measures')), -- Whose deadline it is · 期限来自问题或措施
  lead_units TEXT NOT NULL, -- Lead units of the item as the report names them, a JSON array · 牵头单位
  responsible_units TEXT NOT NULL, -- Responsible units likewise · 责任单位
  head INTEGER NOT NULL DEFAULT 1 CHECK (head IN (0, 1)), -- 1: the newest item of the problem in its region · 是否最新
  problem_state TEXT NOT NULL CHECK (problem_state IN ('done', 'open', 'unknown')), -- What became of the problem, by the newest report that says it, corrections laid over · 问题的完成与否
  problem_due TEXT, -- Last day allowed by the newest report that gives one, corrections laid over · 问题的最后期限
  PRIMARY KEY (report, item),
  FOREIGN KEY (report, item) REFERENCES items ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`

const lastDay = (owner: string) =>
  `SELECT max(e.date) FROM deadlines d JOIN deadline_entries e USING (report, item, deadline) WHERE d.report = i.report AND d.item = i.item AND ${owner}`
const own = 'd.action IS NULL'
const measures =
  "d.action IN (SELECT a.action FROM actions a WHERE a.report = i.report AND a.item = i.item AND a.kind = 'measure')"
const units = (role: string) =>
  `(SELECT json_group_array(name) FROM (SELECT DISTINCT ifnull(p.full_name, p.name) AS name FROM parties p WHERE p.report = i.report AND p.item = i.item AND p.action IS NULL AND p.role = '${role}' ORDER BY p.party))`
const doneOrOpen = `CASE WHEN i.status = 'completed' OR i.closure = 'closed' THEN 'done' WHEN i.status IS NULL THEN 'unknown' ELSE 'open' END`

/** Fills a table of facts for the reports of a condition on `i`: what each report says by itself. */
export const fillFacts = (where: string, table = 'item_facts'): string => `
INSERT INTO ${table} (report, item, identity, deadline, due, due_of, lead_units, responsible_units, problem_state, problem_due)
  SELECT i.report, i.item,
    problem_identity(i.problem) || '.' || row_number() OVER (PARTITION BY i.report, problem_identity(i.problem) ORDER BY i.item),
    (SELECT d.text FROM deadlines d WHERE d.report = i.report AND d.item = i.item AND d.action IS NULL),
    coalesce(i.own_day, i.measures_day),
    CASE WHEN i.own_day IS NOT NULL THEN 'item' WHEN i.measures_day IS NOT NULL THEN 'measures' END,
    ${units('lead_unit')}, ${units('responsible_unit')}, ${doneOrOpen}, coalesce(i.own_day, i.measures_day)
  FROM (SELECT i.*, (${lastDay(own)}) AS own_day, (${lastDay(measures)}) AS measures_day FROM items i WHERE ${where}) i;`

const settled = '(head, problem_state, problem_due)'
const standing = `(
    SELECT ifnull(t.head, 1), coalesce(t.state, ${state}), coalesce(t.due, ${due})
    FROM items i JOIN item_facts f USING (report, item) LEFT JOIN threads t USING (report, item) LEFT JOIN item_overlays o USING (report, item)
    WHERE i.report = item_facts.report AND i.item = item_facts.item)`
/** How many facts are not what the item's thread and its corrections make of it: none. */
export const unsettledFacts = `SELECT count(*) FROM items i JOIN item_facts f USING (report, item) LEFT JOIN threads t USING (report, item) LEFT JOIN item_overlays o USING (report, item)
  WHERE (f.head, f.problem_state, f.problem_due) IS DISTINCT FROM (coalesce(t.head, 1), coalesce(t.state, ${state}), coalesce(t.due, ${due}))`
const settle = (row: 'new' | 'old') =>
  `UPDATE item_facts SET ${settled} = ${standing} WHERE report = ${row}.report AND item = ${row}.item;`

export const triggers = `
CREATE TRIGGER threads_added AFTER INSERT ON threads BEGIN ${settle('new')} END;
CREATE TRIGGER threads_told AFTER UPDATE OF head, state, due ON threads BEGIN ${settle('new')} END;
CREATE TRIGGER threads_removed AFTER DELETE ON threads BEGIN ${settle('old')} END;
CREATE TRIGGER item_overlays_added AFTER INSERT ON item_overlays BEGIN ${settle('new')} END;
CREATE TRIGGER item_overlays_removed AFTER DELETE ON item_overlays BEGIN ${settle('old')} END;
`

const indexes = `
CREATE INDEX item_facts_identity ON item_facts (identity); CREATE INDEX item_facts_due ON item_facts (due);
CREATE INDEX item_facts_problem ON item_facts (problem_state, problem_due) WHERE head = 1;
DROP INDEX parties_name; DROP INDEX parties_full_name;
CREATE INDEX parties_name ON parties (name, role, action); CREATE INDEX parties_full_name ON parties (full_name, role, action);
`

export const fourth = `
DROP VIEW open_by_due; DROP VIEW by_lead_unit; DROP VIEW targets_by_indicator; DROP VIEW item_list; DROP VIEW all_items;
${facts}${fillFacts('1', 'new_item_facts')}
DROP TABLE item_facts;
ALTER TABLE new_item_facts RENAME TO item_facts;
UPDATE item_facts SET ${settled} = ${standing}
  WHERE (report, item) IN (SELECT report, item FROM threads UNION SELECT report, item FROM item_overlays);
${indexes}${triggers}${views}`
