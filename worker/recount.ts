// Counting every response again and comparing with the folded counts. They must be equal at any moment; a difference is
// a bug, found here and by `pingyi doctor`, never mended silently. Reads in pages, so that millions stay a bounded job.
import { type Day, monthOf } from '#core/period.ts';
import { type ExclusionReason, standingOf } from '#core/standing.ts';
import type { Survey } from '#core/survey.ts';
import { emptyTally, mergeTallies, negated, type Tally, tallyOf } from '#core/tally.ts';
import type { Database } from './database.ts';
import { responsesAfter } from './store/responses.ts';
import { allTallies, type TallyCell } from './store/tallies.ts';

const pageSize = 2_000;

export interface Difference {
  /** survey/version/unit/channel/month/standing */
  readonly cell: string;
  readonly key: string;
  readonly folded: number;
  readonly recounted: number;
}

const cellOf = (c: Omit<TallyCell, 'tally'>): string =>
  [c.survey, c.version, c.unit, c.channel, c.month, c.standing].join('/');

/** Every count that differs; empty when the folded counts are right. `surveyOf` gives the document of a version. */
export async function recount(
  db: Database,
  surveyOf: (survey: string, version: number) => Survey,
): Promise<Difference[]> {
  const recounted = await recountResponses(db, surveyOf);
  const folded = new Map((await allTallies(db)).map((cell) => [cellOf(cell), cell.tally]));
  const differences: Difference[] = [];
  for (const cell of new Set([...recounted.keys(), ...folded.keys()])) {
    const [is, should] = [folded.get(cell) ?? emptyTally, recounted.get(cell) ?? emptyTally];
    for (const key of new Set([...Object.keys(is), ...Object.keys(should)]))
      if ((is[key] ?? 0) !== (should[key] ?? 0))
        differences.push({ cell, key, folded: is[key] ?? 0, recounted: should[key] ?? 0 });
  }
  return differences;
}

async function recountResponses(db: Database, surveyOf: (survey: string, version: number) => Survey) {
  const cells = new Map<string, Tally>();
  for (let after = { slip: '', id: '' }; ; ) {
    const page = await responsesAfter(db, after, pageSize);
    for (const response of page) {
      const tally = tallyOf(surveyOf(response.survey, response.version), response.answers, response);
      const book = (day: Day, excluded: ExclusionReason | null, booked: Tally) => {
        const cell = cellOf({ ...response, month: monthOf(day), standing: standingOf(response, excluded) });
        cells.set(cell, mergeTallies(cells.get(cell) ?? emptyTally, booked));
      };
      book(response.day, response.excluded, tally);
      if (response.withdrawnOn === null) continue;
      book(response.withdrawnOn, response.excluded, negated(tally));
      book(response.withdrawnOn, 'withdrawn', tally);
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return cells;
    after = last;
  }
}
