// From a checked payload to the rows it becomes, whichever door it came through. Here personal data is masked and
// everything keyed is keyed: what leaves this file may be read by whoever steals the database.
import type { Answers } from '#core/answers.ts';
import type { Day } from '#core/period.ts';
import { maskPersonalData } from '#core/personal-data.ts';
import { type Flags, standingOf } from '#core/standing.ts';
import { type Payload, payloadSha } from '#core/submission.ts';
import type { Survey } from '#core/survey.ts';
import { tallyOf } from '#core/tally.ts';
import type { Host } from './host.ts';
import type { Seals } from './seals.ts';
import type { NewResponse } from './store/responses.ts';

/** What is derived from an id and its payload's hash. */
export function marksOf(seals: Seals, id: string, sha: string) {
  const receipt = seals.receipt(id);
  return { receipt, slip: seals.slip(receipt), fingerprint: seals.fingerprint(sha) };
}

export interface Intake extends Payload {
  readonly day: Day;
  readonly flags: Flags;
  readonly invitation: string | null;
}

/** The payload's answers must have passed checkAnswers for this survey. `marks` are its own, if known already. */
export function newResponse(
  host: Pick<Host, 'seals'>,
  survey: Survey,
  intake: Intake,
  { slip, fingerprint } = marksOf(host.seals, intake.id, payloadSha(intake)),
): NewResponse {
  const { answers, comments } = maskTexts(survey, intake.answers);
  return {
    ...intake,
    slip,
    fingerprint,
    answers,
    comments,
    standing: standingOf(intake.flags, null),
    tally: tallyOf(survey, answers, intake.flags),
  };
}

/** A text in which personal data was found waits for a person before anyone else reads it. */
function maskTexts(survey: Survey, answers: Answers): Pick<NewResponse, 'answers' | 'comments'> {
  const texts = new Set(survey.questions.filter(({ kind }) => kind === 'text').map(({ code }) => code));
  const comments: { question: string; state: 'new' | 'held' }[] = [];
  const masked = Object.entries(answers).map(([field, answer]): [string, Answers[string]] => {
    if (typeof answer !== 'string' || !(texts.has(field) || field.endsWith('.other'))) return [field, answer];
    const text = maskPersonalData(answer);
    if (texts.has(field)) comments.push({ question: field, state: text === answer ? 'new' : 'held' });
    return [field, text];
  });
  return { answers: Object.fromEntries(masked), comments };
}
