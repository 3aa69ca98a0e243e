-- Sealed summaries of townships and departments (报送的汇总), byte for byte as they came. Each newer version is a row of its own; the
-- newest of each organ and year counts, and what was once reported can be told for ever.
CREATE TABLE imported_summaries (
  year INTEGER NOT NULL,
  organ TEXT NOT NULL,                                 -- the organ's name, as its own instance writes it
  version INTEGER NOT NULL CHECK (version >= 1),
  document TEXT NOT NULL CHECK (json_valid(document)), -- the bytes of its JSON file
  sha TEXT NOT NULL CHECK (length(sha) = 64),
  imported TEXT NOT NULL,                              -- day
  imported_by TEXT NOT NULL,                           -- staff id or 'command'
  PRIMARY KEY (year, organ, version)
) STRICT;

CREATE TRIGGER imported_summaries_never_change BEFORE UPDATE ON imported_summaries
BEGIN SELECT RAISE(ABORT, 'an imported summary never changes'); END;

CREATE TRIGGER imported_summaries_stay BEFORE DELETE ON imported_summaries
BEGIN SELECT RAISE(ABORT, 'an imported summary stays'); END;

-- Whose summaries a year waits for. No row: the units of the instance.
CREATE TABLE expected_organs (
  year INTEGER PRIMARY KEY NOT NULL,
  names TEXT NOT NULL CHECK (json_valid(names))        -- JSON list of names
) STRICT;
