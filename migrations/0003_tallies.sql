-- Folded counts: one row for each cell of survey × version × unit × channel × month × standing, its counts one JSON
-- object. They are written in the batch that stores the answer (one row, whatever the number of questions), so screens
-- cost the same at ten thousand and at five million answers. A recount of responses must equal them at any moment.
--
-- standing: 'valid', or why the response is left out of rates: 'quarantine', 'test', or an exclusion's reason.
CREATE TABLE tallies (
  survey TEXT NOT NULL,
  version INTEGER NOT NULL,
  unit TEXT NOT NULL,
  channel TEXT NOT NULL,
  month TEXT NOT NULL,
  standing TEXT NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  PRIMARY KEY (survey, version, unit, channel, month, standing)
) STRICT, WITHOUT ROWID;
