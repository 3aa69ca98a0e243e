// A survey (问卷) as data: one immutable version of its questions. Codes are stable and counts key on them, never on
// wording. This file carries the schema; the rules live beside it without zod, so that the phone never loads it.
import * as z from 'zod';
import { canonical } from './canonical.ts';
import { type Lang, langs } from './lang.ts';
import { scaleFault } from './scale.ts';
import { sha256 } from './sha256.ts';

const wording = z.string().min(1).max(400);
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,31}$/);
const localised = z.strictObject(
  Object.fromEntries(langs.map((lang) => [lang, wording])) as Record<Lang, typeof wording>,
);

const level = z.strictObject({
  code,
  words: localised,
  /** Points for the mean; whole numbers, strictly falling from best to worst. */
  points: z.int().min(0).max(100),
  /** How far above (+) or below (−) the middle this level stands; see scale.ts. */
  valence: z.int().min(-2).max(2),
});

const scale = z.strictObject({ code, levels: z.array(level).min(3).max(5) }).superRefine((s, context) => {
  const fault = scaleFault(s.levels);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

const option = z.strictObject({
  code,
  words: localised,
  /** Offers a line of free text, kept under the field `CODE.other`. */
  other: z.literal(true).optional(),
  /** Excludes every other option ("没有"). */
  alone: z.literal(true).optional(),
});

/** Asked only when an earlier question was answered so, or when any of the ratings named was below the middle. */
const condition = z.union([
  z.strictObject({ question: code, is: z.array(code).min(1) }),
  z.strictObject({ lowIn: z.array(code).min(1) }),
]);

const asked = {
  code,
  /** CON, TIM, ACC …: what the question is about; figures group by it. */
  dimension: z.string().regex(/^[A-Z]{2,5}$/),
  words: localised,
  hint: localised.optional(),
  required: z.literal(true).optional(),
  when: condition.optional(),
};

const rating = z.strictObject({
  ...asked,
  kind: z.literal('rating'),
  /** Words of the way out (不了解 / 不涉及), answered with the code `na`; absent where the question has none. */
  na: localised.optional(),
});
const choice = z.strictObject({ ...asked, kind: z.literal('choice'), options: z.array(option).min(2).max(40) });
const choices = z.strictObject({
  ...asked,
  kind: z.literal('choices'),
  options: z.array(option).min(2).max(40),
  max: z.int().min(2).optional(),
});
const text = z.strictObject({ ...asked, kind: z.literal('text'), charsMax: z.int().min(1).max(2000) });

const question = z.discriminatedUnion('kind', [rating, choice, choices, text]);

export const surveySchema = z
  .strictObject({
    code,
    kind: z.enum(['general', 'request']),
    version: z.int().min(1).max(9999),
    title: localised,
    intro: localised,
    scale,
    questions: z.array(question).min(1).max(60),
  })
  .superRefine((survey, context) => {
    const seen = new Set<string>();
    for (const [index, q] of survey.questions.entries()) {
      const fault = (message: string) => context.addIssue({ code: 'custom', message, path: ['questions', index] });
      if (seen.has(q.code)) fault(`code ${q.code} is used twice`);
      const sources = q.when ? ('lowIn' in q.when ? q.when.lowIn : [q.when.question]) : [];
      for (const source of sources)
        if (!seen.has(source)) fault(`condition names ${source}, which is not asked earlier`);
      if ('options' in q) {
        const codes = q.options.map((o) => o.code);
        if (new Set(codes).size !== codes.length) fault('an option code is used twice');
        if (q.kind === 'choices' && q.max !== undefined && q.max > codes.length) fault('max exceeds the options');
        if (codes.includes('na')) fault('the option code na is kept for ratings');
      }
      seen.add(q.code);
    }
  });

export type Survey = Readonly<z.infer<typeof surveySchema>>;
export type SurveyKind = Survey['kind'];
export type Scale = Survey['scale'];
export type Level = Scale['levels'][number];
export type Question = Survey['questions'][number];
export type Option = z.infer<typeof option>;
export type Condition = z.infer<typeof condition>;
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** The hash that pins a published version: SHA-256 of its canonical JSON. */
export const surveySha = (survey: Survey): string => sha256(canonical(survey as never));
