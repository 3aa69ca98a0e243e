// Saving an annual report. What is typed is stored whatever it is, so that nobody loses an afternoon to one wrong cell; who
// saves over somebody else's change is shown both texts first. It is finished only when nothing is missing.

import type { Problem } from '#core/problem.ts';
import { Problems, problem } from '#core/problem.ts';
import { aggregateOf, sumEntries } from '#core/statutory/aggregate.ts';
import {
  type AnnualFields,
  acceptFields,
  changedFields,
  type FieldConflict,
  mergeFields,
  storedFields,
} from '#core/statutory/annual-fields.ts';
import { composeAnnual } from '#core/statutory/annual-view.ts';
import { withZeros } from '#core/statutory/entries.ts';
import { formOf } from '#core/statutory/form.ts';
import { type Doer, nameOf } from '../actor.ts';
import { annualContext, organsOf } from '../annual.ts';
import { isUniqueFailure } from '../database.ts';
import type { Host } from '../host.ts';
import { Unavailable } from '../resilience.ts';
import {
  type AnnualKey,
  type AnnualState,
  annualAt,
  newestAnnual,
  type StoredAnnual,
  savingAnnual,
} from '../store/annual-reports.ts';
import { commitAudited } from './commit-audited.ts';

export interface AnnualWrite {
  /** The revision that was on the page; 0 for a report that was not there yet. */
  readonly base: number;
  /** As typed; a field that is absent was left alone. */
  readonly fields: AnnualFields;
  /** Fill the empty cells, or put the organs' sums into all of them, as somebody asked. */
  readonly fill?: 'zeros' | 'organs';
  readonly state?: AnnualState;
}

export type AnnualOutcome =
  | {
      readonly kind: 'saved';
      readonly report: StoredAnnual;
      /** What others changed since `base`, which its author has not seen. */
      readonly others: AnnualFields;
      /** Why it is still a draft though it was to be finished. */
      readonly problems: readonly Problem[];
    }
  /** Nothing was stored: both changed these, or it was finished meanwhile. `fields` has mine in them, to be sent again. */
  | {
      readonly kind: 'conflict';
      readonly theirs: StoredAnnual;
      readonly fields: AnnualFields;
      readonly conflicts: readonly FieldConflict[];
    };

/** In each round one of those who save at once gets through. */
const attemptsMax = 12;

/** Throws Problems for a field that is too long or not in the form, and for a revision that never was. */
export async function saveAnnual(
  host: Host,
  doer: Doer<'reports.write'>,
  key: AnnualKey,
  write: AnnualWrite,
): Promise<AnnualOutcome> {
  const form = formOf(key.year);
  const accepted = acceptFields(form, write.fields);
  if (accepted.problems.length > 0) throw new Problems(accepted.problems);
  for (let attempt = 1; ; attempt += 1) {
    const newest = await newestAnnual(host.db, key);
    if (write.base > (newest?.revision ?? 0)) throw new Problems([problem('revision', 'malformed')]);
    const stored = newest?.fields ?? {};
    const base = await began(host, key, write.base, newest);
    const { fields: merged, conflicts } = mergeFields(base, stored, accepted.fields);
    const changed = changedFields(stored, merged);
    const finishedMeanwhile = newest?.state === 'ready' && write.base < newest.revision && changed.length > 0;
    if (newest && (conflicts.length > 0 || finishedMeanwhile))
      return { kind: 'conflict', theirs: newest, fields: merged, conflicts };
    const fields = storedFields(await filled(host, key, merged, write.fill));
    const { state, problems, sealed } = await stateOf(host, key, write.state ?? 'draft', fields);
    const others = Object.fromEntries(changedFields(base, stored).map((id) => [id, stored[id] ?? '']));
    const same = changedFields(stored, fields).length === 0;
    if (newest && same && (write.state === undefined || (newest.state === state && newest.sealed === sealed)))
      return { kind: 'saved', report: newest, others, problems };
    const report = {
      ...key,
      revision: (newest?.revision ?? 0) + 1,
      state,
      sealed,
      fields,
      saved: new Date(host.now()).toISOString(),
      savedBy: nameOf(doer),
    };
    const event = {
      actor: nameOf(doer),
      action: state === 'ready' ? 'annual.finish' : 'annual.save',
      object: `${key.year}/${key.scope}`,
      detail: { revision: report.revision, changed: changedFields(stored, fields).length },
    } as const;
    try {
      await commitAudited(host, event, savingAnnual(report));
    } catch (error) {
      if (!isUniqueFailure(error, 'annual_reports.')) throw error;
      if (attempt === attemptsMax) throw new Unavailable(error);
      continue;
    }
    return {
      kind: 'saved',
      report: { ...report, savedByName: doer === 'command' ? null : doer.name },
      others,
      problems,
    };
  }
}

async function filled(
  host: Host,
  key: AnnualKey,
  fields: AnnualFields,
  fill: AnnualWrite['fill'],
): Promise<AnnualFields> {
  const form = formOf(key.year);
  if (fill === 'zeros') return { ...fields, ...withZeros(form, fields) };
  if (fill !== 'organs') return fields;
  return { ...fields, ...sumEntries(aggregateOf(form, await organsOf(host, key), {})) };
}

/** What the page began with. A draft cleared away long since counts as empty, which can only show more conflicts. */
async function began(host: Host, key: AnnualKey, base: number, newest: StoredAnnual | null): Promise<AnnualFields> {
  if (base === 0) return {};
  return (newest?.revision === base ? newest : await annualAt(host.db, key, base))?.fields ?? {};
}

async function stateOf(host: Host, key: AnnualKey, wanted: AnnualState, fields: AnnualFields) {
  if (wanted === 'draft') return { state: wanted, problems: [], sealed: null };
  const context = await annualContext(host, key);
  const { problems } = composeAnnual({ context, fields, lastYear: null, organs: [], signed: null });
  if (problems.length > 0) return { state: 'draft' as const, problems, sealed: null };
  return { state: wanted, problems, sealed: context.sealed?.seal.sha ?? null };
}
