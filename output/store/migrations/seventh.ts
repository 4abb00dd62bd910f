/** Schema 7: the hash of each record, by which damage is known. For the records of an earlier ledger it is made when the ledger is brought up to date. */
export const seventh = `
CREATE TABLE record_digests ( -- Hash of each record as it was stored, by which check knows what damage has changed · 记录校验值
  report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE, -- Report · 报告
  digest TEXT NOT NULL -- sha256, in hex, of its text and rows · 正文与各行的sha256
) STRICT;
`
