-- What staff did, append-only and chained: each row's hash covers the row before it, so a removed or altered row shows.
-- Answers of citizens are not audited one by one: a row with a time for each of them would undo their anonymity.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,                             -- ISO 8601, UTC
  actor TEXT NOT NULL,                          -- staff id, 'command' or 'job'
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;

CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit stays'); END;
