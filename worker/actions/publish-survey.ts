// Publishing a survey: a document and the days on which it takes answers. A published version never changes, so a change of
// one comma is the next version; a mistake in the days alone publishes nothing and moves the window.
import { isDay } from '#core/period.ts';
import { type Problem, Problems, problem } from '#core/problem.ts';
import { type Survey, surveySchema, surveySha } from '#core/survey.ts';
import type { Window } from '#core/window.ts';
import type { Host } from '../host.ts';
import { allSurveys, publishing, rescheduling, type SurveyRecord } from '../store/surveys.ts';
import { commitAudited } from './commit-audited.ts';

const graceDaysMax = 31;

/** What became of it: the same version once more moves its days, and says so. */
export type Published = 'new' | 'next-version' | 'rescheduled' | 'unchanged';

/** Throws Problems for a document that is no fair survey, a version that is not the next, and days that are none. */
export async function publishSurvey(host: Host, given: unknown, window: Window): Promise<Published> {
  const survey = readSurvey(given);
  const present = (await allSurveys(host.db)).find(({ code }) => code === survey.code);
  const problems = [...windowProblems(window), ...versionProblems(survey, present)];
  if (problems.length > 0) throw new Problems(problems);
  const same = present?.versions.has(survey.version) ?? false;
  if (same && present && isSameWindow(present, window)) return 'unchanged';
  const { opens, closes, graceDays } = window;
  await commitAudited(
    host,
    {
      actor: 'command',
      action: same ? 'survey.reschedule' : 'survey.publish',
      object: survey.code,
      detail: { version: survey.version, sha: surveySha(survey), opens, closes, graceDays },
    },
    same ? [rescheduling(survey.code, window)] : publishing(survey, window, host.today()),
  );
  return same ? 'rescheduled' : present ? 'next-version' : 'new';
}

function readSurvey(given: unknown): Survey {
  const read = surveySchema.safeParse(given);
  if (read.success) return read.data;
  throw new Problems(
    read.error.issues.map(({ path, message }) => problem(path.join('.') || 'survey', 'bad-survey', { fault: message })),
  );
}

function windowProblems({ opens, closes, graceDays }: Window): Problem[] {
  const days = [problem('opens', 'bad-day'), problem('closes', 'bad-day')].filter(
    ({ field }) => !isDay(field === 'opens' ? opens : closes),
  );
  if (days.length > 0) return days;
  return [
    ...(closes < opens ? [problem('closes', 'closes-before-opens', { opens })] : []),
    ...(Number.isInteger(graceDays) && graceDays >= 0 && graceDays <= graceDaysMax
      ? []
      : [problem('grace', 'bad-value')]),
  ];
}

/** The version must be the next, or one that is published already and says the same. */
function versionProblems(survey: Survey, present: SurveyRecord | undefined): Problem[] {
  if (present && present.kind !== survey.kind) return [problem('kind', 'bad-value')];
  const next = (present?.version ?? 0) + 1;
  if (survey.version === next) return [];
  const published = present?.versions.get(survey.version);
  return survey.version === present?.version && published?.sha === surveySha(survey)
    ? []
    : [problem('version', 'not-next-version', { next })];
}

const isSameWindow = (a: Window, b: Window): boolean =>
  a.opens === b.opens && a.closes === b.closes && a.graceDays === b.graceDays;
