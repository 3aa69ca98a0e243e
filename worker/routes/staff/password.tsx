// GET and POST /staff/password: one's own password.
import { Hono } from 'hono';
import { type Problem, Problems } from '#core/problem.ts';
import { PasswordPage } from '#web/pages/staff/password.tsx';
import { changeOwnPassword } from '../../actions/set-password.ts';
import { claimedSession, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { wantsJson } from '../../failures.tsx';
import { problemLines, staffPage, staffPageProps } from '../../staff-page.tsx';

export const password = new Hono<AppEnv>()
  .get('/', async (c) => {
    const actor = await signedIn(c);
    const title = c.get('words').staff.password.title;
    return staffPage(c, title, <PasswordPage {...staffPageProps(c, actor)} problems={[]} done={false} />);
  })
  .post('/', async (c) => {
    const actor = await signedIn(c);
    const form = await readForm(c);
    const sent = { present: textIn(form, 'present'), password: textIn(form, 'password') };
    let problems: readonly Problem[] = [];
    try {
      await changeOwnPassword(c.get('host'), actor, claimedSession(c) ?? '', sent);
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      problems = error.problems;
    }
    const props = { ...staffPageProps(c, actor), problems: problemLines(c, problems), done: problems.length === 0 };
    const title = c.get('words').staff.password.title;
    return staffPage(c, title, <PasswordPage {...props} />, { problems });
  });
