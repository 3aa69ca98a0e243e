// Why something was not done. A Problem is the user's to fix and names its field; a Refusal is final. There is no third
// kind: anything else that is thrown is a bug. The words for `code` live in core/text, the HTTP status in the worker.

export type ProblemCode =
  | 'required'
  | 'unknown-field'
  | 'unknown-option'
  | 'one-only'
  | 'too-many-options'
  | 'alone'
  | 'not-asked'
  | 'too-long'
  | 'not-text'
  | 'other-without-text'
  | 'bad-characters'
  | 'personal-data'
  | 'bad-ticket'
  | 'bad-version'
  | 'bad-unit'
  | 'bad-sha'
  | 'bad-value'
  | 'bad-day'
  | 'day-past'
  | 'no-scope'
  | 'scope-beyond-unit'
  | 'import-not-json'
  | 'import-truncated'
  | 'import-foreign'
  | 'import-newer-format'
  | 'import-unsealed'
  | 'import-altered'
  | 'import-malformed'
  | 'import-respelled'
  | 'import-incoherent'
  | 'import-other-year'
  | 'import-own'
  | 'import-older'
  | 'import-contradicts'
  | 'already-shown'
  | 'closes-before-opens'
  | 'bad-survey'
  | 'not-next-version'
  | 'bad-outcome'
  | 'bad-month'
  | 'bad-tail'
  | 'too-many-cells'
  | 'cell-not-number'
  | 'cell-dash'
  | 'cell-negative'
  | 'cell-fraction'
  | 'cell-too-fine'
  | 'cell-too-large'
  | 'cell-blank'
  | 'figure-unknown'
  | 'figure-unknown-like'
  | 'figure-blank'
  | 'figure-not-sealed'
  | 'figure-no-evaluation'
  | 'figure-several'
  | 'figure-too-few'
  | 'figure-small-base'
  | 'figure-brace'
  | 'too-many-rows'
  | 'duplicate-row'
  | 'empty'
  | 'wrong-sign-in'
  | 'name-taken'
  | 'short-password'
  | 'wrong-password'
  | 'county-role'
  | 'wrong-withdrawal-code'
  | 'bad-receipt'
  | 'unknown-receipt'
  | 'short-reason'
  | 'changed-count'
  | 'required-day'
  | 'malformed'
  | 'duplicate-key'
  | 'too-large'
  | 'media-type';

export interface Problem {
  /** The form field, question code or `rows.3.unit`; `body` when nothing finer can be named. */
  readonly field: string;
  readonly code: ProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const problem = (field: string, code: ProblemCode, values?: Problem['values']): Problem =>
  values ? { field, code, values } : { field, code };

/** Thrown by an action when the input must be corrected; carries every problem, not the first. */
export class Problems extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.field}: ${p.code}`).join('; '));
    this.name = 'Problems';
    this.problems = problems;
  }
}

export type RefusalCode = 'missing' | 'forbidden' | 'conflict' | 'gone' | 'too-many' | 'closed';

/** What the citizen or clerk reads; each has a title and a sentence in core/text under `refusal`. */
export type RefusalReason =
  | 'no-page'
  | 'no-survey'
  | 'not-yet-open'
  | 'survey-closed'
  | 'no-invitation'
  | 'invitation-used'
  | 'invitation-expired'
  | 'other-content'
  | 'annual-changed'
  | 'no-receipt'
  | 'withdrawal-closed'
  | 'no-report'
  | 'year-running'
  | 'report-moved'
  | 'draft-moved'
  | 'something-to-report'
  | 'nothing-to-correct'
  | 'correction-of-few'
  | 'no-improvement'
  | 'improvement-moved'
  | 'results-unpublished'
  | 'no-token'
  | 'too-many-calls'
  | 'no-staff'
  | 'last-admin'
  | 'no-comment'
  | 'none-labelled'
  | 'sign-in-first'
  | 'not-allowed'
  | 'foreign-site'
  | 'too-many-tries'
  | 'too-many-answers'
  | 'unauthorised';

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly reason: RefusalReason;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(code: RefusalCode, reason: RefusalReason, values: Readonly<Record<string, string | number>> = {}) {
    super(`${code}: ${reason}`);
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
    this.values = values;
  }
}
