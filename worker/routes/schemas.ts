// GET /api/v1/schemas/…: the published form of what we give out, open to everyone, so that a file can be checked by
// somebody who has no account.
import { Hono } from 'hono';
import { schemaPath, summaryJsonSchema } from '#core/report.ts';
import type { AppEnv } from '../app-env.ts';

export const schemas = new Hono<AppEnv>().get(schemaPath, (c) =>
  c.body(JSON.stringify(summaryJsonSchema(), null, 2), 200, {
    'content-type': 'application/schema+json; charset=utf-8',
  }),
);
