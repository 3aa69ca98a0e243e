-- Annual reports of organs (`organ-` and the unit's code), which the county's adds up. SQLite cannot widen a CHECK, so the
-- table is made anew with all its rows.
CREATE TABLE annual_reports_next (
  year INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('office', 'county-aggregate') OR scope GLOB 'organ-[a-z]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  state TEXT NOT NULL CHECK (state IN ('draft', 'ready')),
  fields TEXT NOT NULL,                         -- JSON: cells and texts as typed, by id
  saved TEXT NOT NULL,                          -- moment, ISO 8601 in UTC
  saved_by TEXT NOT NULL,                       -- staff id or `command`
  PRIMARY KEY (year, scope, revision)
) STRICT, WITHOUT ROWID;

INSERT INTO annual_reports_next SELECT year, scope, revision, state, fields, saved, saved_by FROM annual_reports;
DROP TABLE annual_reports;
ALTER TABLE annual_reports_next RENAME TO annual_reports;

CREATE TRIGGER annual_reports_never_change BEFORE UPDATE ON annual_reports
BEGIN SELECT RAISE(ABORT, 'a saved annual report never changes'); END;

CREATE TRIGGER annual_reports_stay BEFORE DELETE ON annual_reports
WHEN OLD.state = 'ready'
  OR NOT EXISTS (SELECT 1 FROM annual_reports WHERE year = OLD.year AND scope = OLD.scope AND revision >= OLD.revision + 200)
BEGIN SELECT RAISE(ABORT, 'a saved annual report stays'); END;
