// The states of a year's report (年报编报状态): which step leads from which state to which. A step is a row with who and
// when, and the state is what the rows add up to; nothing is ever set or taken back.

export const reportStates = ['draft', 'checked', 'sealed', 'nothing-to-report', 'sent-back'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportSteps = ['check', 'send-back', 'seal', 'declare-nothing', 'correct'] as const;
export type ReportStep = (typeof reportSteps)[number];

const next: Record<ReportState, Partial<Record<ReportStep, ReportState>>> = {
  draft: { check: 'checked', 'declare-nothing': 'nothing-to-report' },
  // Checked again when the draft moved since.
  checked: { check: 'checked', seal: 'sealed', 'send-back': 'sent-back' },
  'sent-back': { check: 'checked', 'declare-nothing': 'nothing-to-report' },
  'nothing-to-report': { 'send-back': 'sent-back' },
  // What is published is corrected in the open, never taken back.
  sealed: { correct: 'sealed' },
};

/** Where a step leads; null where it may not be taken. */
export const afterStep = (state: ReportState, step: ReportStep): ReportState | null => next[state][step] ?? null;

export interface ReportEntry {
  /** 1, 2, 3 … within the year. */
  readonly n: number;
  readonly step: ReportStep;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Staff id or `command`. */
  readonly by: string;
  /** `check`: the figures that were checked, by `draftSha`; `seal` and `correct`: the hash of the seal. */
  readonly sha: string | null;
  /** Why it was sent back or corrected. */
  readonly reason: string | null;
}

/** Entries in the order of `n`; one that could not follow is a bug. */
export function stateAfter(entries: readonly Pick<ReportEntry, 'n' | 'step'>[]): ReportState {
  return entries.reduce<ReportState>((state, { n, step }) => {
    const after = afterStep(state, step);
    if (!after) throw new Error(`step ${n} of the report: ${step} from ${state}`);
    return after;
  }, 'draft');
}

/** The figures the newest check was about; null when what was checked was sent back since. */
export const checkedSha = (entries: readonly ReportEntry[]): string | null =>
  stateAfter(entries) === 'checked' ? (entries.at(-1)?.sha ?? null) : null;

export const reasonCharsMax = 300;
