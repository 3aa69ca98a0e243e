// The app over a failing node:sqlite.
import { describe } from 'vitest';
import { failingDatabase } from './failing-database.ts';
import { openSqlite } from './sqlite-file.ts';

describe('on node:sqlite', () => failingDatabase(async () => openSqlite(':memory:').db));
