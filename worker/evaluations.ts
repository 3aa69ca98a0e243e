// Reading a survey's tallies of a year and turning them into the evaluation that screens and files show: of a year that is
// over everything, once; of a running one the whole county's figures up to the end of a month.
import type { BreakdownRow } from '#core/breakdown.ts';
import { breakdown, distribution, type Evaluation, evaluate, sumCells } from '#core/evaluation.ts';
import { addDays, type Day, monthOf, monthsIn, yearPeriod } from '#core/period.ts';
import { isFinal, lastDayOf, releasedThrough } from '#core/release.ts';
import { channels, wholeCounty } from '#core/submission.ts';
import { countIn, responsesKey } from '#core/tally.ts';
import type { Database } from './database.ts';
import type { SurveyRecord, Unit } from './store/surveys.ts';
import { type TallyCell, talliesOf } from './store/tallies.ts';

export interface SurveyEvaluation extends Evaluation {
  /** Nothing in it changes any more. */
  readonly final: boolean;
  /** The last day that is counted; null when none is. */
  readonly through: Day | null;
  /** Empty before the count is final, as are the channels. */
  readonly units: readonly BreakdownRow[];
  readonly channels: readonly { readonly by: string; readonly n: number | null }[];
}

const documentsOf = (record: SurveyRecord) =>
  new Map([...record.versions].map(([version, { document }]) => [version, document]));

export async function evaluationOf(
  db: Database,
  record: SurveyRecord,
  units: readonly Unit[],
  { year, today }: { readonly year: number; readonly today: Day },
): Promise<SurveyEvaluation> {
  const documents = documentsOf(record);
  const period = yearPeriod(year);
  const cells = await talliesOf(db, { survey: record.code, period });
  if (!isFinal(record, year, today)) return running(documents, cells, year, today);
  return {
    ...evaluate(documents, sumCells(cells)),
    final: true,
    through: addDays(period.to, -1),
    units: breakdown(
      documents,
      sumCells(cells, ({ unit }) => unit),
      [wholeCounty, ...units.map(({ code }) => code)],
    ),
    channels: distribution(
      sumCells(cells, ({ channel }) => channel),
      channels,
    ),
  };
}

function running(
  documents: ReturnType<typeof documentsOf>,
  cells: readonly TallyCell[],
  year: number,
  today: Day,
): SurveyEvaluation {
  const ended = monthsIn(yearPeriod(year)).filter((month) => month < monthOf(today));
  const validIn = (month: string) =>
    cells.reduce(
      (sum, cell) => sum + (cell.month === month && cell.standing === 'valid' ? countIn(cell.tally, responsesKey) : 0),
      0,
    );
  const month = releasedThrough(ended.map((each) => ({ month: each, valid: validIn(each) })));
  const released = cells.filter((cell) => month !== null && cell.month <= month);
  const evaluation = evaluate(documents, sumCells(released), { brokenDown: false });
  return {
    ...evaluation,
    withheld: month === null ? 'not-yet' : evaluation.withheld,
    final: false,
    through: month && lastDayOf(month),
    units: [],
    channels: [],
  };
}
