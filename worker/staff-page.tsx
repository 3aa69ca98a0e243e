// A page of the staff's desk: the frame for whoever is signed in, and the desk's style and script. The referrer is kept
// within the site, because with none at all a browser also hides the origin that a write must show.
import type { Context } from 'hono';
import type { VNode } from 'preact';
import { yearOf } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import { problemText } from '#core/text.ts';
import type { ProblemLine, StaffPageProps } from '#web/parts/staff-frame.tsx';
import type { Actor } from './actor.ts';
import type { AppEnv } from './app-env.ts';
import { type PageParts, page } from './document.tsx';
import { type FailureStatus, statusOf } from './failures.tsx';
import { pageProps } from './page-props.ts';

/** The annual report is due by 31 March: until then the year being written about is the one before. */
const reportYear = (today: string): number => yearOf(today) - (today.slice(5) <= '03-31' ? 1 : 0);

export const staffPageProps = (c: Context<AppEnv>, me: Actor): StaffPageProps => ({
  ...pageProps(c),
  me,
  reportYear: reportYear(c.get('host').today()),
  query: c.req.query(),
});

export interface StaffPageOptions extends Pick<PageParts, 'cutOff'> {
  readonly problems?: readonly Problem[];
  readonly status?: FailureStatus | 200;
  /** In place of the desk's own script. */
  readonly island?: NonNullable<PageParts['island']>;
}

/** A page that shows problems has their status, unless another is given. */
export function staffPage(
  c: Context<AppEnv>,
  title: string,
  body: VNode,
  {
    problems = [],
    status = statusOf(problems),
    island = { script: 'staff.js' },
    cutOff = false,
  }: StaffPageOptions = {},
): Response {
  c.header('referrer-policy', 'same-origin');
  return page(c, { status, title, styles: ['staff.css'], body, island, cutOff });
}

/** Problems as lines; `where` names the place of one whose field alone says too little. */
export const problemLines = (
  c: Context<AppEnv>,
  problems: readonly Problem[],
  where: (problem: Problem) => string = () => '',
): ProblemLine[] =>
  problems.map((problem) => ({ where: where(problem), message: problemText(c.get('words'), problem) }));
