-- Responses (答卷), the only truth. No time of day, address, device or invitation: nothing here can be joined to a person
-- or to a reply letter. The key is random, so the order of rows says nothing about the order of arrival.
--
-- slip         keyed hash of the receipt, so that a receipt finds its row without a second index and a leaked copy of
--              this table holds no receipt anyone could use; (slip, id) is unique because slip is a function of id
-- fingerprint  keyed hash of the payload's SHA-256: tells a replay from a change. Keyed, because the plain hash of a
--              text whose phone number was masked would let the number be guessed
-- No foreign key to survey_versions: its index would cost every answer one more written row, and versions never go.
CREATE TABLE responses (
  slip TEXT NOT NULL,
  id TEXT NOT NULL CHECK (length(id) = 32),
  survey TEXT NOT NULL,
  version INTEGER NOT NULL,
  unit TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'qr', 'wechat', 'paper', 'phone', 'import')),
  day TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  fingerprint TEXT NOT NULL,
  late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),
  quarantine INTEGER NOT NULL DEFAULT 0 CHECK (quarantine IN (0, 1)),
  possible_duplicate INTEGER NOT NULL DEFAULT 0 CHECK (possible_duplicate IN (0, 1)),
  test INTEGER NOT NULL DEFAULT 0 CHECK (test IN (0, 1)),
  PRIMARY KEY (slip, id)
) STRICT, WITHOUT ROWID;

-- 剔除: a second row. The response itself stays, and stays countable. Two different people decide.
CREATE TABLE exclusions (
  slip TEXT NOT NULL,
  id TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('duplicate', 'staff', 'nonsense', 'withdrawn')),
  proposed_by TEXT NOT NULL,
  confirmed_by TEXT NOT NULL CHECK (confirmed_by <> proposed_by),
  day TEXT NOT NULL,
  PRIMARY KEY (slip, id)
) STRICT, WITHOUT ROWID;

-- Only the retention job may delete, and only days it has first written down here.
CREATE TABLE retention (
  what TEXT PRIMARY KEY NOT NULL,
  before TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER responses_never_change BEFORE UPDATE OF slip, id, survey, version, unit, channel, day, answers, fingerprint ON responses
BEGIN SELECT RAISE(ABORT, 'an answer never changes'); END;

CREATE TRIGGER responses_stay BEFORE DELETE ON responses
WHEN OLD.day >= coalesce((SELECT before FROM retention WHERE what = 'responses'), '')
BEGIN SELECT RAISE(ABORT, 'an answer stays until its retention ends'); END;
