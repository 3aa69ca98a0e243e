// GET and POST /staff/quarantine/:survey: labelled answers by day, and the decision that a day's count after all.
import { type Context, Hono } from 'hono';
import { Problems } from '#core/problem.ts';
import { wholeCounty } from '#core/submission.ts';
import { QuarantinePage } from '#web/pages/staff/quarantine.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { readmit } from '../../actions/readmit.ts';
import { type Actor, requireUnit, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { servedDocument, surveyIn } from '../../catalogue.ts';
import { wantsJson } from '../../failures.tsx';
import { problemLines, staffPage, staffPageProps } from '../../staff-page.tsx';
import { labelledDays, readmissionsOf } from '../../store/readmissions.ts';

export const quarantine = new Hono<AppEnv>()
  .get('/:survey', async (c) => {
    const actor = await signedIn(c, 'quarantine.decide');
    await requireUnit(c.get('host'), actor, wholeCounty);
    return showQuarantine(c, actor, { problems: [], typed: { day: '', reason: '' } });
  })
  .post('/:survey', async (c) => {
    const actor = await signedIn(c, 'quarantine.decide');
    const form = await readForm(c);
    const survey = c.req.param('survey');
    // The day and how many they saw of it, as the page wrote them side by side.
    const [day = '', seen] = textIn(form, 'day').split(' ');
    const typed = { day, reason: textIn(form, 'reason') };
    const decision = { ...typed, survey, n: Number(seen) };
    try {
      await readmit(c.get('host'), await c.get('catalogue')(), actor, decision);
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return showQuarantine(c, actor, { problems: error.problems, typed });
    }
    return c.redirect(staffLink(staffPageProps(c, actor), `/staff/quarantine/${survey}`, { saved: '' }), 303);
  });

async function showQuarantine(
  c: Context<AppEnv, '/:survey'>,
  actor: Actor,
  { problems, typed }: { problems: Problems['problems']; typed: { day: string; reason: string } },
): Promise<Response> {
  const { db } = c.get('host');
  const record = surveyIn(await c.get('catalogue')(), c.req.param('survey'));
  const [days, readmissions] = await Promise.all([labelledDays(db, record.code), readmissionsOf(db, record.code)]);
  const { title } = servedDocument(record);
  const props = {
    ...staffPageProps(c, actor),
    ...{ survey: record.code, title, days, readmissions, typed },
    problems: problemLines(c, problems),
    done: problems.length === 0 && c.req.query('saved') !== undefined,
  };
  return staffPage(c, c.get('words').staff.quarantine.name, <QuarantinePage {...props} />, { problems });
}
