/**
 * The fingerprints of each problem in Postgres, which cannot work them out when a report is taken from the links, as the program's functions in SQLite do.
 */
import { fingerprintsOf, lettersOf } from '../../../pipeline/links/index.js'
import type { Database } from '../database.js'
import { leaveFingerprints } from '../migrations/eighth.js'
import { inPostgres } from './translate.js'

/** Characters with which `item_facts.identity` begins that are the hash of a problem's letters. */
const LETTERS = 16

const grams = `SELECT CAST(g.value AS INTEGER) FROM item_facts f JOIN problem_grams p ON p.letters = substr(f.identity, 1, ${LETTERS})
  CROSS JOIN json_each(p.grams) g WHERE f.report = old.report`

/** The table, and what uses it. */
export const gramsSchema: readonly string[] = [
  'CREATE TABLE problem_grams (letters text COLLATE "C" PRIMARY KEY, grams text NOT NULL)',
  `CREATE FUNCTION fingerprints_left() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN ${inPostgres(leaveFingerprints('old.area', 'old.report', grams))} RETURN NULL; END $$`,
  'CREATE TRIGGER fingerprints_left AFTER DELETE ON link_reports FOR EACH ROW EXECUTE FUNCTION fingerprints_left()',
]

/** What keeps the fingerprints of a report's problems, given the letters of each. */
export const gramsKeeper = (db: Database) => {
  const keep = db.prepare<[string, number]>(
    `INSERT INTO problem_grams (letters, grams) SELECT substr(f.identity, 1, ${LETTERS}), g.value
       FROM json_each(?) g JOIN item_facts f ON f.item = CAST(g.key AS INTEGER) + 1 WHERE f.report = ? ON CONFLICT DO NOTHING`,
  )
  return (report: number, letters: readonly string[]): void =>
    keep.run(JSON.stringify(letters.map((one) => JSON.stringify(fingerprintsOf(one)))), report)
}

/** The same for every linked report of a database into which their rows were copied. */
export const keepCopiedGrams = (db: Database): void => {
  const keep = gramsKeeper(db)
  const reports = db.prepare<[], number>('SELECT report FROM link_reports').pluck().all()
  const problems = db.prepare<[number], string>('SELECT problem FROM items WHERE report = ? ORDER BY item').pluck()
  for (const report of reports) keep(report, problems.all(report).map(lettersOf))
}
