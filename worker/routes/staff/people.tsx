// /staff/people: the accounts. What is done to one is a POST below it: role, password, disabling, enabling.
import { type Context, Hono } from 'hono';
import { type Problem, Problems } from '#core/problem.ts';
import { PeoplePage, type PeoplePageProps } from '#web/pages/staff/people.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { addStaff } from '../../actions/add-staff.ts';
import { changeRole } from '../../actions/change-role.ts';
import { disableStaff, enableStaff } from '../../actions/disable-staff.ts';
import { resetPassword } from '../../actions/set-password.ts';
import { type Actor, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { wantsJson } from '../../failures.tsx';
import { pageProps } from '../../page-props.ts';
import { problemLines, staffPage, staffPageProps } from '../../staff-page.tsx';
import { allStaff } from '../../store/staff.ts';

const nobody = { name: '', role: 'officer', unit: '' };

export const people = new Hono<AppEnv>()
  .get('/', async (c) => showPeople(c, await signedIn(c, 'staff.manage')))
  .post('/', async (c) => {
    const actor = await signedIn(c, 'staff.manage');
    const form = await readForm(c);
    const typed = { name: textIn(form, 'name'), role: textIn(form, 'role'), unit: textIn(form, 'unit') };
    return showingProblems(c, actor, typed, async () => {
      const { staff, password } = await addStaff(c.get('host'), actor, { ...typed, unit: typed.unit || null });
      return showPeople(c, actor, { password: { name: staff.name, password } });
    });
  })
  .post('/:id/password', async (c) => {
    const actor = await signedIn(c, 'staff.manage');
    const password = await resetPassword(c.get('host'), actor, c.req.param('id'));
    const named = (await allStaff(c.get('host').db)).find(({ id }) => id === c.req.param('id'));
    return showPeople(c, actor, { password: { name: named?.name ?? '', password } });
  })
  .post('/:id/role', async (c) => {
    const actor = await signedIn(c, 'staff.manage');
    const form = await readForm(c);
    const wanted = { role: textIn(form, 'role'), unit: textIn(form, 'unit') || null };
    return showingProblems(c, actor, nobody, async () => {
      await changeRole(c.get('host'), actor, c.req.param('id'), wanted);
      return backToPeople(c);
    });
  })
  .post('/:id/disabling', async (c) => {
    const actor = await signedIn(c, 'staff.manage');
    await disableStaff(c.get('host'), actor, c.req.param('id'));
    return backToPeople(c);
  })
  .post('/:id/enabling', async (c) => {
    const actor = await signedIn(c, 'staff.manage');
    await enableStaff(c.get('host'), actor, c.req.param('id'));
    return backToPeople(c);
  });

const backToPeople = (c: Context<AppEnv>) => c.redirect(staffLink(pageProps(c), '/staff/people'), 303);

interface Shown {
  readonly problems?: readonly Problem[];
  readonly typed?: PeoplePageProps['typed'];
  readonly password?: PeoplePageProps['password'];
}

async function showPeople(
  c: Context<AppEnv>,
  actor: Actor<'staff.manage'>,
  { problems = [], typed = nobody, password = null }: Shown = {},
): Promise<Response> {
  const { units } = await c.get('catalogue')();
  const props = {
    ...staffPageProps(c, actor),
    people: await allStaff(c.get('host').db),
    units,
    problems: problemLines(c, problems),
    typed,
    password,
  };
  const title = c.get('words').staff.people.title;
  return staffPage(c, title, <PeoplePage {...props} />, { problems });
}

async function showingProblems(
  c: Context<AppEnv>,
  actor: Actor<'staff.manage'>,
  typed: PeoplePageProps['typed'],
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problems) || wantsJson(c)) throw error;
    return showPeople(c, actor, { problems: error.problems, typed });
  }
}
