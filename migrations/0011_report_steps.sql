-- Steps of a year's report (年报编报步骤): checked, sent back, sealed, corrected, nothing to report. The state of a year is
-- what its rows add up to (core/report-state.ts), so that who did what, and when, cannot be written over.
CREATE TABLE report_steps (
  year INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 1),            -- 1, 2, 3 … within the year; two at once meet here
  step TEXT NOT NULL CHECK (step IN ('check', 'send-back', 'seal', 'declare-nothing', 'correct')),
  at TEXT NOT NULL,                             -- ISO 8601, UTC
  by TEXT NOT NULL,                             -- staff id or 'command'
  sha TEXT,                                     -- of the figures checked, or of the seal
  reason TEXT,                                  -- why it was sent back or corrected, as staff typed it
  PRIMARY KEY (year, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_steps_never_change BEFORE UPDATE ON report_steps
BEGIN SELECT RAISE(ABORT, 'a step of the report never changes'); END;

CREATE TRIGGER report_steps_stay BEFORE DELETE ON report_steps
BEGIN SELECT RAISE(ABORT, 'a step of the report stays'); END;
