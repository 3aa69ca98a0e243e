-- 恢复计入: answers that were labelled as a robot's by mistake count after all. A row says who decided it when, for which day, and
-- why; the answers themselves lose the label in the same batch, together with the move of their counts.
-- `found` is counted by the batch itself: where an answer was withdrawn or decided about meanwhile it differs from `n`, the row
-- cannot be written, and with it nothing else of the batch.
CREATE TABLE readmissions (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  survey TEXT NOT NULL,
  day TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  found INTEGER NOT NULL CHECK (found = n),
  reason TEXT NOT NULL,
  staff TEXT NOT NULL,
  decided TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER readmissions_never_change BEFORE UPDATE ON readmissions
BEGIN SELECT RAISE(ABORT, 'a readmission never changes'); END;
CREATE TRIGGER readmissions_stay BEFORE DELETE ON readmissions
BEGIN SELECT RAISE(ABORT, 'a readmission stays'); END;

-- Costs a written row only for an answer that is labelled.
CREATE INDEX responses_in_quarantine ON responses (survey, day) WHERE quarantine = 1;
