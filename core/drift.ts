// Drift (封存后变动): what came in, or was left out, after the figures were sealed. It is shown and never applied.
import { canonical, type Json } from './canonical.ts';
import type { Localised } from './lang.ts';
import { mayReplace } from './release.ts';
import type { Summary, SurveyEvaluation } from './report.ts';
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

/**
 * Whether a correction to `now` would tell, laid beside what is sealed, of the few who are in one version and not in the
 * other (promise 26): fewer than ten more or less, or others in the place of as many.
 */
export const tellsOfFew = (sealed: Summary, now: Summary): boolean =>
  beside(sealed, now).some(({ before, after }) => {
    const [was, is] = [before, after].map((each) => each?.reconciliation.valid ?? 0) as [number, number];
    return !mayReplace(was, is) || (before && after && was === is && answersOf(before) !== answersOf(after));
  });

/** Each survey of either, as it stands in both. */
const beside = (sealed: Summary, now: Summary) =>
  [...new Set([...sealed.evaluations, ...now.evaluations].map(({ survey }) => survey))].map((survey) => {
    const [before, after] = [sealed, now].map(({ evaluations }) => evaluations.find((each) => each.survey === survey));
    return { survey, before, after };
  });

/** All that answers say, in one spelling. */
const answersOf = ({ questions, units, channels }: SurveyEvaluation): string =>
  canonical([questions, units, channels] as unknown as Json);

/** The surveys whose numbers of answers are no longer those that were sealed. */
export function driftOf(sealed: Summary, now: Summary): Drift[] {
  return beside(sealed, now).flatMap(({ survey, before, after }) => {
    const title = (after ?? before)?.title;
    if (!title) return [];
    const counts = [before, after].map((each) =>
      each ? { received: each.reconciliation.received, valid: each.reconciliation.valid } : null,
    );
    const [was = null, is = null] = counts;
    return was?.received === is?.received && was?.valid === is?.valid ? [] : [{ survey, title, sealed: was, now: is }];
  });
}
