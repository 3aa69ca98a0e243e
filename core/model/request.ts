// Model questionnaire (b): 依申请公开办理评价, one code for one reply, single use. Procedure (R00–R07) is kept apart from
// outcome (R08), so that a lawful refusal does not count as bad work. It never asks again who the applicant is. Its words
// are in core/text/.
import type { Survey } from '../survey.ts';
import { fiveLevels } from './scales.ts';
import { other, questionnaire, worded } from './wording.ts';

const { title, intro, asked, hint, options, rating, overall, opinion } = questionnaire((words) => words.request);
const unknown = worded((words) => words.unknown);
const notInvolved = worded((words) => words.notInvolved);

export const requestSurvey = (code: string): Survey => ({
  code,
  kind: 'request',
  version: 1,
  title,
  intro,
  scale: fiveLevels,
  questions: [
    overall('R00'),
    rating('R01', 'CHN', unknown),
    rating('R02', 'GUI', notInvolved),
    rating('R03', 'TIM'),
    rating('R04', 'RSN'),
    rating('R05', 'FMT', notInvolved),
    rating('R06', 'ATT', unknown),
    {
      ...asked('R07'),
      dimension: 'REM',
      kind: 'choice',
      options: options('R07', ['stated', 'unnoticed', 'missing']),
    },
    {
      ...asked('R08'),
      dimension: 'NEED',
      kind: 'choice',
      hint: hint('R08'),
      options: options('R08', ['all', 'part', 'none', 'unsaid']),
    },
    {
      ...asked('R09'),
      dimension: 'WHY',
      kind: 'choices',
      hint: hint('R09'),
      when: { lowIn: ['R00', 'R01', 'R02', 'R03', 'R04', 'R05', 'R06'] },
      options: [
        ...options('R09', ['late', 'reasons', 'beside', 'channel', 'again', 'attitude', 'form', 'fee']),
        other(),
      ],
    },
    opinion('R10'),
  ],
});
