// The words of the model questionnaires, in every language that there is: what core/model/ says by code is said here by
// record. A wording that a language lacks is a compile error in that language's file.
import { type Localised, langs } from '../lang.ts';
import type { Option, Question } from '../survey.ts';
import { type Words, wordsFor } from '../text.ts';

type ModelWords = Words['model'];
type Worded = Readonly<Record<string, string>>;

/** The words of one questionnaire. */
interface Wording {
  readonly title: string;
  readonly intro: string;
  readonly asked: Worded;
  readonly hint: Worded;
  readonly option: Readonly<Record<string, Worded>>;
}
type Key<Of> = keyof Of & string;

export const worded = (pick: (words: ModelWords) => string): Localised =>
  Object.fromEntries(langs.map((lang) => [lang, pick(wordsFor(lang).model)])) as Localised;

/** What its questions are made of; a code without words is a compile error. */
export function questionnaire<Own extends Wording>(own: (words: ModelWords) => Own) {
  const said = <K extends Key<Worded>>(pick: (words: Own) => Readonly<Record<K, string>>, code: K): Localised =>
    worded((words) => pick(own(words))[code]);
  const asked = (code: Key<Own['asked']>): Pick<Question, 'code' | 'words'> => ({
    code,
    words: said(({ asked }) => asked, code),
  });
  return {
    title: worded((words) => own(words).title),
    intro: worded((words) => own(words).intro),
    asked,
    hint: (code: Key<Own['hint']>): Localised => said(({ hint }) => hint, code),
    options: <Q extends Key<Own['option']>>(question: Q, codes: readonly Key<Own['option'][Q]>[]): Option[] =>
      codes.map((code) => ({ code, words: said(({ option }) => option[question] as Worded, code) })),
    /** A rating on the survey's scale; `na` words its way out, where it has one. */
    rating: (code: Key<Own['asked']>, dimension: string, na?: Localised): Question => ({
      ...asked(code),
      dimension,
      kind: 'rating',
      ...(na ? { na } : {}),
    }),
    /** The one rating that is required. */
    overall: (code: Key<Own['asked']>): Question => ({
      ...asked(code),
      dimension: 'OVR',
      kind: 'rating',
      required: true,
    }),
    opinion: (code: Key<Own['asked']>): Question => ({
      ...asked(code),
      dimension: 'OPN',
      kind: 'text',
      charsMax: 500,
      hint: worded(({ opinionHint }) => opinionHint),
    }),
  };
}

export const other = (): Option => ({ code: 'other', words: worded((words) => words.other), other: true });
