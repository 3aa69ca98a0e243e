// The evaluation that staff chose: everything, or a slice by months, unit or channel. For each filter the parts it was
// chosen from are read too, because whether a slice may be shown depends on them.
import { type Evaluation, evaluate } from '#core/evaluation.ts';
import type { Period } from '#core/period.ts';
import { type Cut, evaluateSlice } from '#core/slice.ts';
import type { Database } from './database.ts';
import type { SurveyRecord } from './store/surveys.ts';
import { sumTallies } from './store/tallies.ts';

export interface Slice {
  /** Absent where everything is meant. */
  readonly period?: Period;
  readonly unit?: string;
  readonly channel?: string;
}

/** null when the slice may not be shown. */
export async function sliceOf(db: Database, record: SurveyRecord, slice: Slice): Promise<Evaluation | null> {
  const { period, unit, channel } = slice;
  const { code: survey } = record;
  const versions = new Map([...record.versions].map(([version, { document }]) => [version, document]));
  const without = (axis: keyof Slice) => {
    const { [axis]: _, ...kept } = slice;
    return { ...kept, survey };
  };
  const cuts: Cut[] = [];
  if (unit) cuts.push({ mine: unit, parts: await sumTallies(db, without('unit'), 'unit') });
  if (channel) cuts.push({ mine: channel, parts: await sumTallies(db, without('channel'), 'channel') });
  if (period) {
    const months = await sumTallies(db, without('period'), 'month');
    const side = (month: string) =>
      `${month}-01` < period.from ? 'before' : `${month}-01` < period.to ? 'within' : 'after';
    cuts.push({ mine: 'within', parts: months.map((sum) => ({ ...sum, by: side(sum.by) })) });
  }
  const sums = await sumTallies(db, { ...slice, survey });
  return cuts.length > 0 ? evaluateSlice(versions, sums, cuts) : evaluate(versions, sums);
}
