// GET /results/:survey: where the published results will be. Nothing is published before a year is sealed, so for now
// the page says which survey it is about and that it is too early.
import { Hono } from 'hono';
import { Refusal } from '#core/problem.ts';
import type { AppEnv } from '../app-env.ts';
import { servedDocument, surveyIn } from '../catalogue.ts';

export const results = new Hono<AppEnv>().get('/:survey', async (c) => {
  const { title } = servedDocument(surveyIn(await c.get('catalogue')(), c.req.param('survey')));
  throw new Refusal('missing', 'results-unpublished', { survey: title[c.get('lang')] });
});
