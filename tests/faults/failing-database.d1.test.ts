// The app over a failing Cloudflare D1, in workerd.
import { env } from 'cloudflare:workers';
import { describe } from 'vitest';
import { d1Database } from '#worker/d1.ts';
import { failingDatabase } from './failing-database.ts';

describe('on D1', () => failingDatabase(async () => d1Database(env.DB)));
