// Model questionnaire (a): 政府信息公开工作社会评议, the evaluation of a county's disclosure work that article 46 of the
// regulation demands. Only the overall rating is required. Townships in B3 come from the county's own list. Its words are
// in core/text/.
import type { Option, Question, Survey } from '../survey.ts';
import { fiveLevels } from './scales.ts';
import { other, questionnaire, worded } from './wording.ts';

const {
  title,
  intro,
  asked,
  hint,
  options,
  rating: ratingOf,
  overall,
  opinion,
} = questionnaire((words) => words.general);
const unknown = worded((words) => words.unknown);

const rating = (code: Parameters<typeof ratingOf>[0], dimension: string): Question =>
  ratingOf(code, dimension, unknown);

export function generalSurvey(code: string, townships: readonly Option[]): Survey {
  const questions: Question[] = [
    overall('G00'),
    rating('G01', 'CON'),
    rating('G02', 'TIM'),
    rating('G03', 'ACC'),
    rating('G04', 'POL'),
    rating('G05', 'RES'),
    rating('G06', 'DEC'),
    rating('G07', 'KEY'),
    { ...asked('G08'), dimension: 'FOI', kind: 'choice', options: options('G08', ['no', 'yes']) },
    {
      ...asked('G08R'),
      dimension: 'FOI',
      kind: 'rating',
      hint: hint('G08R'),
      when: { question: 'G08', is: ['yes'] },
    },
    rating('G09', 'OFF'),
    rating('G10', 'PLT'),
    rating('G11', 'EFF'),
    {
      ...asked('G12'),
      dimension: 'NEED',
      kind: 'choices',
      max: 3,
      options: [
        ...options('G12', [
          'fiscal',
          'farm',
          'land',
          'school',
          'health',
          'jobs',
          'housing',
          'safety',
          'projects',
          'norms',
        ]),
        other(),
      ],
    },
    {
      ...asked('G13'),
      dimension: 'FIX',
      kind: 'choices',
      max: 3,
      options: [
        ...options('G13', ['slow', 'hidden', 'unclear', 'silent', 'partial', 'request', 'offline', 'clumsy']),
        other(),
        ...options('G13', ['none']).map((none): Option => ({ ...none, alone: true })),
      ],
    },
    opinion('G14'),
    {
      ...asked('B1'),
      dimension: 'WHO',
      kind: 'choice',
      options: options('B1', ['rural', 'urban', 'business', 'public', 'student', 'else']),
    },
    { ...asked('B2'), dimension: 'WHO', kind: 'choice', options: options('B2', ['u18', 'a18', 'a36', 'a60']) },
  ];
  if (townships.length >= 2)
    questions.push({ ...asked('B3'), dimension: 'WHO', kind: 'choice', options: [...townships] });
  questions.push({
    ...asked('B4'),
    dimension: 'WHO',
    kind: 'choices',
    options: options('B4', ['site', 'media', 'board', 'hall', 'press', 'people', 'else']),
  });
  return { code, kind: 'general', version: 1, title, intro, scale: fiveLevels, questions };
}
