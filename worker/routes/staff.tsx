// Everything below /staff. Each handler begins by asking who is signed in and whether they may: nothing here relies on a
// middleware or on the spelling of a path.
import { type Context, Hono } from 'hono';
import { Refusal } from '#core/problem.ts';
import { StaffNoticePage } from '#web/pages/staff/notice.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import type { AppEnv } from '../app-env.ts';
import { failureOf, respondWithFailure, wantsJson } from '../failures.tsx';
import { pageProps } from '../page-props.ts';
import { problemLines, staffPage } from '../staff-page.tsx';
import { annual } from './staff/annual.tsx';
import { audit } from './staff/audit.tsx';
import { check } from './staff/check.tsx';
import { comments } from './staff/comments.tsx';
import { home } from './staff/home.tsx';
import { improvements } from './staff/improvements.tsx';
import { invitations } from './staff/invitations.tsx';
import { parts } from './staff/parts.tsx';
import { password } from './staff/password.tsx';
import { people } from './staff/people.tsx';
import { quarantine } from './staff/quarantine.tsx';
import { reports } from './staff/reports.tsx';
import { results } from './staff/results.tsx';
import { signIns } from './staff/sign-ins.tsx';
import { surveys } from './staff/surveys.tsx';
import { tokens } from './staff/tokens.tsx';

export const staff = new Hono<AppEnv>()
  .route('/', home)
  .route('/', signIns)
  .route('/surveys', surveys)
  .route('/results', results)
  .route('/reports', reports)
  .route('/reports', parts)
  .route('/annual', annual)
  .route('/check', check)
  .route('/invitations', invitations)
  .route('/comments', comments)
  .route('/improvements', improvements)
  .route('/quarantine', quarantine)
  .route('/people', people)
  .route('/tokens', tokens)
  .route('/password', password)
  .route('/audit', audit);

staff.onError((error, c) => {
  const words = c.get('words');
  const failure = failureOf(error, words, () => c.get('reportBug')(error));
  if (wantsJson(c)) return respondWithFailure(c, failure);
  const signIn = error instanceof Refusal && error.reason === 'sign-in-first';
  if (signIn && c.req.method === 'GET') return c.redirect(signInFirst(c), 303);
  if (failure.retryAfterSeconds !== undefined) c.header('retry-after', String(failure.retryAfterSeconds));
  const { againBody, again } = words.staff.signIn;
  const { title, body } = signIn ? { title: again, body: againBody } : failure;
  const problems = problemLines(c, failure.problems);
  const notice = <StaffNoticePage {...pageProps(c)} title={title} body={body} problems={problems} signIn={signIn} />;
  return staffPage(c, title, notice, { status: failure.status });
});

/** The sign-in page, which leads back to the page that was asked for. */
function signInFirst(c: Context<AppEnv>): string {
  const props = pageProps(c);
  const next = c.req.path.slice(props.base.length) + new URL(c.req.url).search;
  return staffLink(props, '/staff/sign-in', next === '/staff' ? {} : { next });
}
