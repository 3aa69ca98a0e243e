-- Comments (意见): the moderation of one text answer. The text itself stays in the response (masked when it was written)
-- and is read through `slip`. Suspected comments start as 'held' and stay out of every list until a person releases them.
CREATE TABLE comments (
  survey TEXT NOT NULL,
  month TEXT NOT NULL,
  slip TEXT NOT NULL,
  question TEXT NOT NULL,
  unit TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'new', 'released', 'withheld')),
  theme TEXT,                                   -- see core/comment.ts
  handling TEXT CHECK (handling IN ('adopted', 'in-progress', 'explained')),
  PRIMARY KEY (survey, month, slip, question)
) STRICT, WITHOUT ROWID;
