-- Withdrawals (撤回): a person took their own answer back while the survey was open. A table of its own, because an
-- exclusion is decided by two members of staff and names them, and a withdrawal by the citizen, who has no name here.
-- The response stays and stays countable: 收到 = 有效 + 剔除 must add up.
CREATE TABLE withdrawals (
  slip TEXT NOT NULL,
  id TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (slip, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER withdrawals_never_change BEFORE UPDATE ON withdrawals
BEGIN SELECT RAISE(ABORT, 'a withdrawal never changes'); END;

CREATE TRIGGER withdrawals_stay BEFORE DELETE ON withdrawals
WHEN EXISTS (SELECT 1 FROM responses WHERE slip = OLD.slip AND id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a withdrawal stays as long as its answer'); END;
