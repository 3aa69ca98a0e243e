// What a reply means for the answer that was sent. Only an echo of its id and hash is 已收到. Only our own JSON may say no;
// anything else, a captive portal's page included, means nothing was said and it is sent again later.
import { acknowledges } from '#core/submission.ts';
import type { FieldProblem } from '../parts/survey-form.tsx';

export interface Reply {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The parsed JSON; undefined when it was none. */
  readonly body: unknown;
}

export type Verdict =
  | { readonly is: 'received'; readonly page: string | undefined }
  | { readonly is: 'mend'; readonly message: string; readonly problems: readonly FieldProblem[] }
  | { readonly is: 'refused'; readonly message: string }
  /** `afterMs` is what the server asked for, 0 when it asked for nothing. */
  | { readonly is: 'later'; readonly afterMs: number };

const retryAfterMsMax = 3_600_000;
const firstWaitMs = 2_000;
const waitMsMax = 300_000;

/** `reply` is null when none came. */
export function verdictOf(reply: Reply | null, sent: { readonly id: string; readonly sha: string }): Verdict {
  if (!reply) return { is: 'later', afterMs: 0 };
  const { status, body } = reply;
  if (acknowledges(body, sent)) return { is: 'received', page: body.page };
  const word = body as { ok?: unknown; message?: unknown; detail?: unknown; problems?: unknown } | null | undefined;
  const final = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  if (final && word && word.ok === false && typeof word.message === 'string') {
    const problems: readonly FieldProblem[] = Array.isArray(word.problems) ? word.problems : [];
    const message = [word.message, word.detail].filter(Boolean).join('\n');
    // Damaged on the way: the text here is whole, so the same text goes again.
    const damaged = problems.length > 0 && problems.every(({ code }) => code === 'bad-sha');
    if (!damaged) return problems.length > 0 ? { is: 'mend', message, problems } : { is: 'refused', message };
  }
  return { is: 'later', afterMs: retryAfterMs(reply.retryAfter) };
}

/** Seconds only: a date would have to be compared with the phone's clock, which may be wrong by years. */
const retryAfterMs = (header: string | null): number =>
  header && /^\d{1,9}$/.test(header) ? Math.min(Number(header) * 1000, retryAfterMsMax) : 0;

/**
 * How long to wait after so many tries (0 = none failed before). Doubling with jitter, so that the phones of a village do
 * not all return in the same second; never sooner than the server asked. `random` is in [0, 1).
 */
export function waitMs(tries: number, afterMs: number, random: number): number {
  const step = Math.min(firstWaitMs * 2 ** Math.min(tries, 20), waitMsMax);
  return Math.round(afterMs + step / 2 + (step / 2) * random);
}
