-- Annual reports (政府信息公开工作年度报告) while they are written. Every save is a new row that never changes: the key makes two
-- people who save at once take turns, and what each began with is still there to compare with what both made of it. Only
-- drafts that newer ones have long replaced are cleared away.
CREATE TABLE annual_reports (
  year INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('office', 'county-aggregate')),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  state TEXT NOT NULL CHECK (state IN ('draft', 'ready')),
  fields TEXT NOT NULL,                         -- JSON: cells and texts as typed, by id
  saved TEXT NOT NULL,                          -- moment, ISO 8601 in UTC
  saved_by TEXT NOT NULL,                       -- staff id or `command`
  PRIMARY KEY (year, scope, revision)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER annual_reports_never_change BEFORE UPDATE ON annual_reports
BEGIN SELECT RAISE(ABORT, 'a saved annual report never changes'); END;

CREATE TRIGGER annual_reports_stay BEFORE DELETE ON annual_reports
WHEN OLD.state = 'ready'
  OR NOT EXISTS (SELECT 1 FROM annual_reports WHERE year = OLD.year AND scope = OLD.scope AND revision >= OLD.revision + 200)
BEGIN SELECT RAISE(ABORT, 'a saved annual report stays'); END;
