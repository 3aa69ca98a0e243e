// The four kinds of question. Each kind is one object that knows everything about itself; whoever handles answers asks
// the kind and never switches on its name.
import type { Answer } from './answers.ts';
import type { Problem } from './problem.ts';
import { choice } from './question/choice.ts';
import { choices } from './question/choices.ts';
import { rating } from './question/rating.ts';
import { text } from './question/text.ts';
import type { Question, QuestionOf, Survey } from './survey.ts';

export interface Checked {
  readonly answer?: Answer;
  readonly other?: string;
  readonly problems: readonly Problem[];
}

export interface QuestionKind<K extends Question['kind']> {
  /** Reads one raw answer (undefined = left blank) and the text of its "other" option. */
  check(question: QuestionOf<K>, survey: Survey, given: { value: unknown; other: unknown }): Checked;
  /** The codes this answer adds one to; none for text. */
  codes(answer: Answer): readonly string[];
}

const kinds: { [K in Question['kind']]: QuestionKind<K> } = { rating, choice, choices, text };

export const kindOf = <K extends Question['kind']>(question: QuestionOf<K>): QuestionKind<K> =>
  kinds[question.kind as K];
