// Reading a survey's tallies and turning them into the evaluation that screens and files show.
import { type BreakdownRow, breakdown, distribution, type Evaluation, evaluate } from '#core/evaluation.ts';
import type { Period } from '#core/period.ts';
import { channels, wholeCounty } from '#core/submission.ts';
import type { Database } from './database.ts';
import type { SurveyRecord, Unit } from './store/surveys.ts';
import { sumTallies, type TallyFilter } from './store/tallies.ts';

export interface SurveyEvaluation extends Evaluation {
  readonly units: readonly BreakdownRow[];
  readonly channels: readonly { readonly by: string; readonly n: number | null }[];
}

const documentsOf = (record: SurveyRecord) =>
  new Map([...record.versions].map(([version, { document }]) => [version, document]));

export async function evaluationOf(
  db: Database,
  record: SurveyRecord,
  units: readonly Unit[],
  filter: Omit<TallyFilter, 'survey'> & { readonly period: Period },
): Promise<SurveyEvaluation> {
  const documents = documentsOf(record);
  const cells = { ...filter, survey: record.code };
  const [whole, byUnit, byChannel] = await Promise.all([
    sumTallies(db, cells),
    sumTallies(db, cells, 'unit'),
    sumTallies(db, cells, 'channel'),
  ]);
  return {
    ...evaluate(documents, whole),
    units: breakdown(documents, byUnit, [wholeCounty, ...units.map(({ code }) => code)]),
    channels: distribution(byChannel, channels),
  };
}
