// What a failure looks like from outside: the only place that knows HTTP statuses, one JSON shape and one page. Nothing
// of a bug's text leaves the server; it is logged under an id that the user is shown.
import type { Context } from 'hono';
import { fill } from '#core/lang.ts';
import type { Problem, ProblemCode, RefusalCode } from '#core/problem.ts';
import { Problems, Refusal } from '#core/problem.ts';
import { problemText, refusalText, type Words } from '#core/text.ts';
import { NoticePage } from '#web/pages/notice.tsx';
import type { AppEnv } from './app-env.ts';
import { citizenPage } from './citizen-page.tsx';
import { pageProps } from './page-props.ts';
import { Unavailable } from './resilience.ts';

const refusalStatus: Record<RefusalCode, 403 | 404 | 409 | 410 | 429> = {
  missing: 404,
  forbidden: 403,
  closed: 403,
  conflict: 409,
  gone: 410,
  'too-many': 429,
};

/** Problems of the envelope rather than of a field have their own status; all others are 422. */
const problemStatus: Partial<Record<ProblemCode, 400 | 413 | 415>> = {
  malformed: 400,
  'duplicate-key': 400,
  'bad-sha': 400,
  'too-large': 413,
  'media-type': 415,
};

/** The status of a page or reply that shows these problems; 200 when there are none. */
export const statusOf = ([first]: readonly Problem[]): 200 | 400 | 413 | 415 | 422 =>
  first ? (problemStatus[first.code] ?? 422) : 200;

export type FailureStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
export interface Failure {
  readonly status: FailureStatus;
  readonly code: string;
  readonly title: string;
  readonly body: string;
  readonly problems: readonly Problem[];
  readonly retryAfterSeconds?: number;
  /** Under which a bug was logged. */
  readonly id?: string;
}

export function failureOf(error: unknown, words: Words, bugId: () => string): Failure {
  if (error instanceof Problems) {
    const first = error.problems[0] as Problem;
    const status = problemStatus[first.code] ?? 422;
    const title = status === 422 ? words.failure.invalid.title : problemText(words, first);
    return { status, code: 'invalid', title, body: words.failure.invalid.body, problems: error.problems };
  }
  if (error instanceof Refusal) {
    const signIn = error.reason === 'sign-in-first' || error.reason === 'unauthorised';
    const minutes = Number(error.values.minutes);
    return {
      status: signIn ? 401 : refusalStatus[error.code],
      code: error.code,
      ...refusalText(words, error),
      problems: [],
      ...(error.code === 'too-many' ? { retryAfterSeconds: minutes > 0 ? minutes * 60 : 60 } : {}),
    };
  }
  if (error instanceof Unavailable)
    return { status: 503, code: 'busy', ...words.failure.busy, problems: [], retryAfterSeconds: 5 };
  const id = bugId();
  return {
    status: 500,
    code: 'bug',
    title: words.failure.bug.title,
    body: fill(words.failure.bug.body, { id }),
    problems: [],
    id,
  };
}

export const wantsJson = (c: Context<AppEnv>): boolean =>
  /\bapplication\/json\b/.test(c.req.header('accept') ?? '') ||
  /^application\/json\b/.test(c.req.header('content-type') ?? '') ||
  c.req.path.startsWith(`${c.get('host').settings.basePath}/api/`);

/** Text a script-less form brought, to be shown on the failure page so that it is not lost. */
export type Kept = readonly { readonly label: string; readonly text: string }[];

export function respondWithFailure(
  c: Context<AppEnv>,
  failure: Failure,
  kept: Kept = [],
): Response | Promise<Response> {
  const { status, code, title, body, retryAfterSeconds, id } = failure;
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds));
  if (wantsJson(c)) {
    const words = c.get('words');
    const problems = failure.problems.map((p) => ({ ...p, message: problemText(words, p) }));
    return c.json(
      {
        ok: false,
        code,
        message: title,
        detail: body,
        ...(problems.length ? { problems } : {}),
        ...(id ? { id } : {}),
      },
      status,
    );
  }
  const words = c.get('words');
  const problems = failure.problems.map((p) => problemText(words, p));
  return citizenPage(c, {
    status,
    title,
    // What waits on the phone goes out from here too: a closed survey serves no form any more.
    island: { script: 'outbox.js', data: words.citizen.form.copied },
    body: <NoticePage {...pageProps(c)} title={title} body={body} points={problems} kept={kept} />,
  });
}
