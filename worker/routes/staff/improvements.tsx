// /staff/improvements/:survey: what changed because of comments, written for the public page of results.
import { type Context, Hono } from 'hono';
import { fill } from '#core/lang.ts';
import { type Problem, Problems } from '#core/problem.ts';
import { ImprovementsPage, type Typed } from '#web/pages/staff/improvements.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { withdrawImprovement, writeImprovement } from '../../actions/write-improvement.ts';
import { type Actor, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { servedDocument, surveyIn } from '../../catalogue.ts';
import { wantsJson } from '../../failures.tsx';
import { pageProps } from '../../page-props.ts';
import { problemLines, staffPage, staffPageProps } from '../../staff-page.tsx';
import { improvementsOf } from '../../store/improvements.ts';
import { allStaff } from '../../store/staff.ts';

export const improvements = new Hono<AppEnv>()
  .get('/:survey', async (c) => showImprovements(c, await signedIn(c, 'improvements.write'), c.req.param('survey')))
  .post('/:survey', async (c) => {
    const actor = await signedIn(c, 'improvements.write');
    const { code } = surveyIn(await c.get('catalogue')(), c.req.param('survey'));
    const form = await readForm(c);
    const typed = { entry: textIn(form, 'entry'), said: textIn(form, 'said'), done: textIn(form, 'done') };
    try {
      await writeImprovement(c.get('host'), actor, code, typed.entry, typed);
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return showImprovements(c, actor, code, { typed, problems: error.problems });
    }
    return back(c, code);
  })
  .post('/:survey/:entry/withdrawal', async (c) => {
    const actor = await signedIn(c, 'improvements.write');
    const { code } = surveyIn(await c.get('catalogue')(), c.req.param('survey'));
    await withdrawImprovement(c.get('host'), actor, code, c.req.param('entry'));
    return back(c, code);
  });

const back = (c: Context<AppEnv>, survey: string) =>
  c.redirect(staffLink(pageProps(c), `/staff/improvements/${survey}`), 303);

async function showImprovements(
  c: Context<AppEnv>,
  actor: Actor<'improvements.write'>,
  code: string,
  { typed, problems }: { typed: Typed | null; problems: readonly Problem[] } = { typed: null, problems: [] },
): Promise<Response> {
  const { db } = c.get('host');
  const { title } = servedDocument(surveyIn(await c.get('catalogue')(), code));
  const [rows, staff] = await Promise.all([improvementsOf(db, code), allStaff(db)]);
  const { command } = c.get('words').seal.page;
  const nameOf = (by: string) => (by === 'command' ? command : (staff.find(({ id }) => id === by)?.name ?? by));
  const words = c.get('words').results.improvements;
  const where = ({ field }: Problem) => (field === 'said' || field === 'done' ? words[field] : '');
  return staffPage(
    c,
    fill(words.title, { title: title[c.get('lang')] }),
    <ImprovementsPage
      {...staffPageProps(c, actor)}
      survey={{ code, title }}
      entries={rows.filter(({ withdrawn }) => !withdrawn).map((row) => ({ ...row, name: nameOf(row.by) }))}
      problems={problemLines(c, problems, where)}
      typed={typed}
    />,
    { problems },
  );
}
