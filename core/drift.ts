// Drift (封存后变动): what came in, or was left out, after the figures were sealed. It is shown and never applied.
import type { Localised } from './lang.ts';
import type { Summary } from './report.ts';
import { draftSha } from './seal.ts';

export interface Drift {
  readonly survey: string;
  readonly title: Localised;
  /** null: the survey is not in that summary. */
  readonly sealed: Population | null;
  readonly now: Population | null;
}

interface Population {
  readonly received: number;
  readonly valid: number;
}

/** Whether anything at all would read differently today. */
export const hasMoved = (sealed: Summary, now: Summary): boolean => draftSha(figuresOnly(sealed)) !== draftSha(now);

/** A sealed summary without its seal. */
const figuresOnly = ({ seal: _, ...summary }: Summary & { readonly seal?: unknown }): Summary => summary;

/** The surveys whose numbers of answers are no longer those that were sealed. */
export function driftOf(sealed: Summary, now: Summary): Drift[] {
  const codes = [...new Set([...sealed.evaluations, ...now.evaluations].map(({ survey }) => survey))];
  return codes.flatMap((survey) => {
    const [before, after] = [sealed, now].map(({ evaluations }) => evaluations.find((each) => each.survey === survey));
    const title = (after ?? before)?.title;
    if (!title) return [];
    const counts = [before, after].map((each) =>
      each ? { received: each.reconciliation.received, valid: each.reconciliation.valid } : null,
    );
    const [was = null, is = null] = counts;
    return was?.received === is?.received && was?.valid === is?.valid ? [] : [{ survey, title, sealed: was, now: is }];
  });
}
