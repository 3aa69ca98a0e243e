// GET and POST /s/:survey: the open evaluation. Serving the form reads no database row while the catalogue is warm.
import { Hono } from 'hono';
import { Refusal } from '#core/problem.ts';
import { wholeCounty } from '#core/submission.ts';
import { phaseOn } from '#core/window.ts';
import type { AppEnv } from '../app-env.ts';
import { surveyIn } from '../catalogue.ts';
import { type AnsweringDoor, answer, channelOf, showForm } from './answering.tsx';

export const surveys = new Hono<AppEnv>()
  .get('/:survey', async (c) => {
    const catalogue = await c.get('catalogue')();
    const record = surveyIn(catalogue, c.req.param('survey'));
    if (record.kind === 'request') throw new Refusal('missing', 'no-survey');
    const phase = phaseOn(record, c.get('host').today());
    if (phase === 'not-yet')
      throw new Refusal('closed', 'not-yet-open', { opens: record.opens, closes: record.closes });
    if (phase !== 'open') throw new Refusal('gone', 'survey-closed', { closes: record.closes });
    const asked = c.req.query('unit') ?? wholeCounty;
    const unit = catalogue.units.some(({ code }) => code === asked) ? asked : wholeCounty;
    return showForm(c, door(record.code), { unit, channel: channelOf(c) });
  })
  .post('/:survey', async (c) => {
    const record = surveyIn(await c.get('catalogue')(), c.req.param('survey'));
    if (record.kind === 'request') throw new Refusal('missing', 'no-survey');
    return answer(c, door(record.code));
  });

const door = (survey: string): AnsweringDoor => ({ survey, invitation: null, path: `/s/${survey}` });
