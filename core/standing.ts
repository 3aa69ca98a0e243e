// Whether a response counts. Every received response is either valid or left out for exactly one reason, and both are
// shown: 收到 = 有效 + 剔除（按原因）.

export const exclusionReasons = ['quarantine', 'test', 'duplicate', 'staff', 'nonsense', 'withdrawn'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];
export type Standing = 'valid' | ExclusionReason;

export interface Flags {
  readonly late: boolean;
  readonly quarantine: boolean;
  readonly possibleDuplicate: boolean;
  readonly test: boolean;
}

/** A person's decision outranks a signal; an answer marked as a test is never anything else. Late answers are valid. */
export function standingOf(flags: Pick<Flags, 'quarantine' | 'test'>, excluded: ExclusionReason | null): Standing {
  if (flags.test) return 'test';
  return excluded ?? (flags.quarantine ? 'quarantine' : 'valid');
}

export interface Reconciliation {
  readonly received: number;
  readonly valid: number;
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly n: number }[];
}

/** The line that must always add up, from the number of responses in each standing. */
export function reconcile(counts: Readonly<Partial<Record<Standing, number>>>): Reconciliation {
  const excluded = exclusionReasons.map((reason) => ({ reason, n: counts[reason] ?? 0 })).filter(({ n }) => n > 0);
  const valid = counts.valid ?? 0;
  return { received: excluded.reduce((sum, { n }) => sum + n, valid), valid, excluded };
}
