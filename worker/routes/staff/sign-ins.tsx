// GET and POST /staff/sign-in, POST /staff/sign-out. The only page below /staff without an Actor; its POST checks the
// origin itself, so that no other site can sign somebody in as somebody else.
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Problem, Problems } from '#core/problem.ts';
import { SignInPage } from '#web/pages/staff/sign-in.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { signIn } from '../../actions/sign-in.ts';
import { signOut } from '../../actions/sign-out.ts';
import { claimedSession, giveSession, signedIn, takeSession } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { wantsJson } from '../../failures.tsx';
import { pageProps } from '../../page-props.ts';
import { requireSameOrigin } from '../../same-origin.ts';
import { problemLines, staffPage } from '../../staff-page.tsx';

const device = 'pingyi-device';
/** The longest a browser keeps a cookie. */
const deviceSeconds = 400 * 86_400;

export const signIns = new Hono<AppEnv>()
  .get('/sign-in', (c) => showSignIn(c, { name: '', next: localPath(c.req.query('next') ?? ''), problems: [] }))
  .post('/sign-in', async (c) => {
    requireSameOrigin(c);
    const form = await readForm(c);
    const [name, next] = [textIn(form, 'name'), localPath(textIn(form, 'next'))];
    try {
      const signed = await signIn(c.get('host'), {
        name,
        password: textIn(form, 'password'),
        device: getCookie(c, device, 'host'),
        replaces: claimedSession(c),
      });
      giveSession(c, signed.token);
      setCookie(c, device, signed.device, {
        prefix: 'host',
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
        maxAge: deviceSeconds,
      });
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return showSignIn(c, { name, next, problems: error.problems });
    }
    const props = pageProps(c);
    return c.redirect(next ? props.base + next : staffLink(props, '/staff'), 303);
  })
  .post('/sign-out', async (c) => {
    const actor = await signedIn(c);
    await signOut(c.get('host'), actor, claimedSession(c) ?? '');
    takeSession(c);
    return c.redirect(staffLink(pageProps(c), '/staff/sign-in'), 303);
  });

interface Shown {
  readonly name: string;
  readonly next: string;
  readonly problems: readonly Problem[];
}

function showSignIn(c: Context<AppEnv>, { problems, ...typed }: Shown): Response {
  const body = <SignInPage {...pageProps(c)} {...typed} problems={problemLines(c, problems)} />;
  return staffPage(c, c.get('words').staff.signIn.title, body, { problems });
}

/** A page of the desk, below the base path; '' for anything else, so that nobody is sent to another site. */
const localPath = (next: string): string => (/^\/staff(?:[/?][\w\-./?&=%+]*)?$/.test(next) ? next : '');
