-- Sealed summaries (封存的年度汇总): what was published about a year, byte for byte. A correction is another version with a
-- reason inside the document; nothing that was once sealed changes or goes, so that any file ever given out can be checked.
CREATE TABLE sealed_summaries (
  year INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  document TEXT NOT NULL CHECK (json_valid(document)), -- canonical JSON, exactly the bytes of the JSON file
  sha TEXT NOT NULL UNIQUE CHECK (length(sha) = 64),   -- SHA-256 as the document carries it
  sealed TEXT NOT NULL,                                -- day
  sealed_by TEXT NOT NULL,                             -- staff id or 'command'
  PRIMARY KEY (year, version)
) STRICT;

CREATE TRIGGER sealed_summaries_never_change BEFORE UPDATE ON sealed_summaries
BEGIN SELECT RAISE(ABORT, 'a sealed summary never changes'); END;

CREATE TRIGGER sealed_summaries_stay BEFORE DELETE ON sealed_summaries
BEGIN SELECT RAISE(ABORT, 'a sealed summary stays'); END;
