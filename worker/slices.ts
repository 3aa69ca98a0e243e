// The evaluation that staff chose: everything, or a slice by months, unit or channel. For each filter the parts it was
// chosen from are summed too, because whether a slice may be shown depends on them.
import { type Evaluation, evaluate, sumCells } from '#core/evaluation.ts';
import { contains, type Period } from '#core/period.ts';
import { type Cut, evaluateSlice } from '#core/slice.ts';
import type { Database } from './database.ts';
import type { SurveyRecord } from './store/surveys.ts';
import { type TallyCell, talliesOf } from './store/tallies.ts';

export interface Slice {
  /** Whole months. Absent where everything is meant, as is each of the others. */
  readonly period?: Period;
  readonly unit?: string;
  readonly channel?: string;
}

/** A month is one part only as far as the chosen months go: those before and those after are one part each. */
const side = ({ month }: TallyCell, period: Period): string =>
  contains(period, `${month}-01`) ? 'within' : `${month}-01` < period.from ? 'before' : 'after';

/** null when the slice may not be shown. */
export async function sliceOf(db: Database, record: SurveyRecord, slice: Slice): Promise<Evaluation | null> {
  const { period, unit, channel } = slice;
  const versions = new Map([...record.versions].map(([version, { document }]) => [version, document]));
  const cells = await talliesOf(db, { survey: record.code });
  const axes = [
    ...(unit ? [{ mine: unit, at: (cell: TallyCell) => cell.unit }] : []),
    ...(channel ? [{ mine: channel, at: (cell: TallyCell) => cell.channel }] : []),
    ...(period ? [{ mine: 'within', at: (cell: TallyCell) => side(cell, period) }] : []),
  ];
  const within = (chosen: typeof axes) => cells.filter((cell) => chosen.every(({ mine, at }) => at(cell) === mine));
  const cuts = axes.map(({ mine, at }): Cut => {
    const others = axes.filter((axis) => axis.at !== at);
    return { mine, parts: sumCells(within(others), at) };
  });
  const sums = sumCells(within(axes));
  return cuts.length > 0 ? evaluateSlice(versions, sums, cuts) : evaluate(versions, sums);
}
