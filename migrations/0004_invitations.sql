-- Invitations (评价码) to rate the handling of one request. Only the hash of the token is kept, and nothing leads from
-- here to a response: `used` is a bit without a time.
CREATE TABLE invitations (
  hash TEXT PRIMARY KEY NOT NULL,               -- SHA-256 of the token
  survey TEXT NOT NULL,
  unit TEXT NOT NULL,
  outcome TEXT NOT NULL,                        -- row of table 3 in the annual report: r3_1 …
  month TEXT NOT NULL,                          -- month of the reply
  tail TEXT NOT NULL,                           -- last digits of the case number, for a soft greeting
  expires TEXT NOT NULL,                        -- last day it works
  used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The list of who was invited is by survey, month and unit; the same case is not invited twice.
CREATE UNIQUE INDEX invitations_by_case ON invitations (survey, month, unit, tail, outcome);

CREATE TRIGGER invitations_stay_used BEFORE UPDATE OF used ON invitations
WHEN OLD.used = 1 AND NEW.used = 0
BEGIN SELECT RAISE(ABORT, 'a used invitation stays used'); END;
