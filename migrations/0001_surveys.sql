-- Surveys and their immutable versions. A version is the text that people answered: it is hashed at publication and
-- never changes; a correction of one comma is a new version.
CREATE TABLE units (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (json_valid(name)), -- {"zh-CN": …, "en": …}
  position INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE surveys (
  code TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('general', 'request')),
  version INTEGER NOT NULL,                     -- the version served now
  opens TEXT NOT NULL,                          -- first day, Asia/Shanghai
  closes TEXT NOT NULL,                         -- last day, included
  grace_days INTEGER NOT NULL DEFAULT 7,        -- how long answers already on their way are still taken
  CHECK (opens <= closes)
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_versions (
  survey TEXT NOT NULL REFERENCES surveys (code),
  version INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  sha TEXT NOT NULL,                            -- SHA-256 of the canonical document
  published TEXT NOT NULL,                      -- day
  PRIMARY KEY (survey, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER survey_versions_never_change BEFORE UPDATE ON survey_versions
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;

CREATE TRIGGER survey_versions_stay BEFORE DELETE ON survey_versions
BEGIN SELECT RAISE(ABORT, 'a published version stays'); END;
