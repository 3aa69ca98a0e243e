-- A comment belongs to one answer, and `slip` alone does not name it: receipts have 39 bits, so two answers may share one.
-- Under the old key the second answer with a comment could not be stored at all.
CREATE TABLE comments_by_answer (
  survey TEXT NOT NULL,
  month TEXT NOT NULL,
  slip TEXT NOT NULL,
  id TEXT NOT NULL,
  question TEXT NOT NULL,
  unit TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'new', 'released', 'withheld')),
  theme TEXT,                                   -- see core/comment.ts
  handling TEXT CHECK (handling IN ('adopted', 'in-progress', 'explained')),
  PRIMARY KEY (survey, month, slip, id, question)
) STRICT, WITHOUT ROWID;

INSERT INTO comments_by_answer (survey, month, slip, id, question, unit, state, theme, handling)
SELECT c.survey, c.month, c.slip, r.id, c.question, c.unit, c.state, c.theme, c.handling
FROM comments c JOIN responses r ON r.slip = c.slip AND r.survey = c.survey
  AND json_extract(r.answers, '$."' || c.question || '"') IS NOT NULL;

DROP TABLE comments;
ALTER TABLE comments_by_answer RENAME TO comments;
