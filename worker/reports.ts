// Loading the summary of a year: every survey's evaluation over the same half-open Shanghai year, through the one
// counting function that screens use too.
import { countComments } from '#core/comment.ts';
import { yearPeriod } from '#core/period.ts';
import { Refusal } from '#core/problem.ts';
import type { Summary } from '#core/report.ts';
import { wholeCounty } from '#core/submission.ts';
import { type EvaluatedSurvey, makeSummary, reportYears } from '#core/summarise.ts';
import type { Catalogue } from './catalogue.ts';
import { evaluationOf } from './evaluations.ts';
import type { Host } from './host.ts';
import { commentGroups } from './store/comments.ts';
import { countInvitations } from './store/invitations.ts';
import type { SurveyRecord } from './store/surveys.ts';

/** Throws a Refusal for a year in which nothing was evaluated. */
export async function summaryOf(host: Host, { surveys, units }: Catalogue, year: number): Promise<Summary> {
  const period = yearPeriod(year);
  const { county } = host.settings;
  if (!reportYears(surveys, host.today()).includes(year)) throw new Refusal('missing', 'no-report');
  const unitNames = new Map([[wholeCounty, county], ...units.map(({ code, name }) => [code, name] as const)]);
  const evaluated = async (survey: SurveyRecord): Promise<EvaluatedSurvey> => {
    const [evaluation, comments, invitations] = await Promise.all([
      evaluationOf(host.db, survey, units, { year, today: host.today() }),
      commentGroups(host.db, { survey: survey.code, period }),
      countInvitations(host.db, survey.code),
    ]);
    const invited = invitations
      .filter(({ month }) => period.from <= `${month}-01` && `${month}-01` < period.to)
      .reduce((sum, { issued }) => sum + issued, 0);
    return { survey, evaluation, unitNames, comments: countComments(comments), invited };
  };
  return makeSummary(county, year, host.today(), await Promise.all(surveys.map(evaluated)));
}

/** The same, but null for a year in which nothing was evaluated. */
export async function draftOf(host: Host, catalogue: Catalogue, year: number): Promise<Summary | null> {
  try {
    return await summaryOf(host, catalogue, year);
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'no-report') return null;
    throw error;
  }
}
