-- Staff accounts and their sessions. Passwords as scrypt, session tokens as hashes: a leaked copy opens no door.
CREATE TABLE staff (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('admin', 'officer', 'author', 'viewer')),
  unit TEXT,                                    -- NULL: the whole county; else this unit only
  password TEXT NOT NULL,                       -- scrypt$N$r$p$salt$hash
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  created TEXT NOT NULL                         -- day
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY NOT NULL,               -- SHA-256 of the cookie's token
  staff TEXT NOT NULL REFERENCES staff (id),
  started INTEGER NOT NULL,                     -- seconds since 1970
  seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_staff ON sessions (staff);

-- Wrong passwords for a name within a window; keyed by a hash so that mistyped passwords in the name field do not leak.
CREATE TABLE sign_in_failures (
  name_hash TEXT NOT NULL,
  window INTEGER NOT NULL,                      -- which 15 minutes since 1970
  failures INTEGER NOT NULL,
  PRIMARY KEY (name_hash, window)
) STRICT, WITHOUT ROWID;
