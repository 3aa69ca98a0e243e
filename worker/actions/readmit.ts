// Deciding that the labelled answers of one day count after all: load → decide → commit. The counts move in the same batch as
// the labels, and the audit says who decided it; what anybody answered is shown to nobody.
import type { Day } from '#core/period.ts';
import { monthOf, yearOf } from '#core/period.ts';
import { type Problem, Problems, problem, Refusal } from '#core/problem.ts';
import { checkReason } from '#core/readmission.ts';
import { wholeCounty } from '#core/submission.ts';
import { mergeTallies, tallyOf } from '#core/tally.ts';
import { type Doer, nameOf, requireUnit } from '../actor.ts';
import { type Catalogue, surveyIn } from '../catalogue.ts';
import { evaluationOf } from '../evaluations.ts';
import type { Host } from '../host.ts';
import { Unavailable } from '../resilience.ts';
import { isOvertaken, type LabelledAnswer, labelledOn, readmitting } from '../store/readmissions.ts';
import type { SurveyRecord } from '../store/surveys.ts';
import type { TallyCell } from '../store/tallies.ts';
import { commitAudited } from './commit-audited.ts';

/** In one batch; a day with more is decided in parts. */
export const readmittedMax = 2_000;

export interface Decision {
  readonly survey: string;
  readonly day: string;
  /** How many they saw when they decided. */
  readonly n: number;
  readonly reason: string;
}

/** Throws Problems, among them `changed-count` when there are no longer as many as they saw. */
export async function readmit(
  host: Host,
  catalogue: Catalogue,
  doer: Doer<'quarantine.decide'>,
  { survey, day, n, reason }: Decision,
): Promise<void> {
  if (doer !== 'command') await requireUnit(host, doer, wholeCounty);
  const record = surveyIn(catalogue, survey);
  if (day === '') throw new Problems([problem('day', 'required-day'), ...checkReason(reason)]);
  const answers = await labelledOn(host.db, survey, day as Day, readmittedMax);
  if (answers.length === 0) throw new Refusal('missing', 'none-labelled');
  const problems = [...checkReason(reason), ...(await movesNoMore(host, record, day as Day))];
  if (answers.length !== Math.min(n, readmittedMax))
    problems.push(problem('n', 'changed-count', { n: answers.length }));
  if (problems.length > 0) throw new Problems(problems);
  const event = {
    actor: nameOf(doer),
    action: 'quarantine.readmit',
    object: `${survey}/${day}`,
    detail: { n: answers.length, reason: reason.trim() },
  } as const;
  const readmission = {
    id: host.randomHex(8),
    survey,
    day: day as Day,
    n: answers.length,
    reason: reason.trim(),
    staff: nameOf(doer),
    decided: host.today(),
    answers,
    cells: cellsOf(record, answers),
  };
  try {
    await commitAudited(host, event, readmitting(readmission));
  } catch (error) {
    // Somebody took an answer back in this very moment: looking again is all that is needed.
    throw isOvertaken(error) ? new Unavailable(error) : error;
  }
}

/** What a figure once showed, or a year that is over, does not change by a handful of answers (decision 012). */
async function movesNoMore({ db, today }: Host, record: SurveyRecord, day: Day): Promise<Problem[]> {
  const { final, through } = await evaluationOf(db, record, [], { year: yearOf(day), today: today() });
  return final || (through !== null && day <= through) ? [problem('day', 'already-shown')] : [];
}

function cellsOf(record: SurveyRecord, answers: readonly LabelledAnswer[]): Omit<TallyCell, 'standing'>[] {
  const cells = new Map<string, Omit<TallyCell, 'standing'>>();
  for (const answer of answers) {
    const { survey, version, unit, channel, day } = answer;
    const document = record.versions.get(version)?.document;
    if (!document) throw new Error(`survey ${survey} has no version ${version}`);
    const tally = tallyOf(document, answer.answers, answer);
    const key = JSON.stringify([version, unit, channel]);
    const before = cells.get(key);
    cells.set(key, {
      survey,
      version,
      unit,
      channel,
      month: monthOf(day),
      tally: before ? mergeTallies(before.tally, tally) : tally,
    });
  }
  return [...cells.values()];
}
