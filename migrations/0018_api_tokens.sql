-- API tokens (接口凭证): only the hash is kept, so a copy of the database opens nothing. A revoked one stays, so that the list tells
-- what there was. `seen` is a day: when a program calls is nobody's business here.
CREATE TABLE api_tokens (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64), -- SHA-256 of the token
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 16),
  name TEXT NOT NULL,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  unit TEXT,                                    -- NULL: the whole county; else this unit only
  created TEXT NOT NULL,                        -- day
  created_by TEXT NOT NULL,                     -- staff id or 'command'
  expires TEXT,                                 -- last day it works
  seen TEXT,                                    -- day of the last use
  revoked TEXT                                  -- day
) STRICT, WITHOUT ROWID;

CREATE TRIGGER api_tokens_stay_revoked BEFORE UPDATE OF revoked ON api_tokens
WHEN OLD.revoked IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a revoked token stays revoked'); END;

CREATE TRIGGER api_tokens_grow_no_rights BEFORE UPDATE OF hash, id, scopes, unit, expires ON api_tokens
BEGIN SELECT RAISE(ABORT, 'what a token may do never changes'); END;
