// Reading a survey's tallies and turning them into the evaluation that screens and files show.
import { type BreakdownRow, breakdown, distribution, type Evaluation, evaluate, sumCells } from '#core/evaluation.ts';
import type { Period } from '#core/period.ts';
import { channels, wholeCounty } from '#core/submission.ts';
import type { Database } from './database.ts';
import type { SurveyRecord, Unit } from './store/surveys.ts';
import { talliesOf } from './store/tallies.ts';

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
  { period }: { readonly period: Period },
): Promise<SurveyEvaluation> {
  const documents = documentsOf(record);
  const cells = await talliesOf(db, { survey: record.code, period });
  return {
    ...evaluate(documents, sumCells(cells)),
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
