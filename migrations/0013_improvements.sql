-- What changed because of comments (您说 · 我们做), written by staff and published beside the results. Each edit is a new row
-- and so is taking one back: what the public could read on a day can be told for ever.
CREATE TABLE improvements (
  survey TEXT NOT NULL,
  entry TEXT NOT NULL CHECK (length(entry) = 16), -- random; the rows of one entry are its history
  n INTEGER NOT NULL CHECK (n >= 1),              -- 1, 2, 3 …; the last one counts
  said TEXT NOT NULL,
  done TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  at TEXT NOT NULL,                               -- ISO 8601, UTC
  by TEXT NOT NULL,                               -- staff id
  PRIMARY KEY (survey, entry, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER improvements_never_change BEFORE UPDATE ON improvements
BEGIN SELECT RAISE(ABORT, 'what was published is not rewritten'); END;

CREATE TRIGGER improvements_stay BEFORE DELETE ON improvements
BEGIN SELECT RAISE(ABORT, 'what was published stays on record'); END;
