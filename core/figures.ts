// The one counting function: a survey and a tally become the figures of every question. Screen, file and paragraph all
// read these and compute nothing themselves. Denominators travel with every rate.
import type { Localised } from './lang.ts';
import { na } from './question/rating.ts';
import { meanOf, percentOf } from './rounding.ts';
import { isStrict, isWide } from './scale.ts';
import type { Question, Scale, Survey } from './survey.ts';
import { answeredKey, askedKey, codeKey, countIn, responsesKey, type Tally } from './tally.ts';

/** Under this base a share is shown as a count only. */
export const percentBaseMin = 30;

export interface Share {
  readonly n: number;
  readonly base: number;
  /** One decimal, half-up; null when the base is under 30 (or empty): a percentage would pretend. */
  readonly percent: number | null;
}

export interface Cell {
  readonly code: string;
  readonly words: Localised;
  /** Share of the valid answers (rating) or of the people who answered (choice, choices). */
  readonly share: Share;
}

export interface QuestionFigures {
  readonly code: string;
  readonly dimension: string;
  readonly kind: Question['kind'];
  readonly words: Localised;
  /** People the question was put to, who answered it, who left it blank, and responses whose journey left it out. */
  readonly asked: number;
  readonly answered: number;
  readonly blank: number;
  readonly notAsked: number;
  readonly cells: readonly Cell[];
  readonly rating?: RatingFigures;
}

export interface RatingFigures {
  /** Answers on the scale; 不了解/不涉及 and blank are not in it. */
  readonly valid: number;
  readonly na: number;
  /** Above the middle: the top two of five. */
  readonly strict: Share;
  /** The middle included: the top three of five. */
  readonly wide: Share;
  /** Mean points of the valid answers, one decimal; null under a base of 30. */
  readonly mean: number | null;
  readonly pointsMax: number;
}

export const shareOf = (n: number, base: number): Share => ({
  n,
  base,
  percent: base < percentBaseMin ? null : percentOf(n, base),
});

export const figuresOf = (survey: Pick<Survey, 'questions' | 'scale'>, tally: Tally): QuestionFigures[] =>
  survey.questions.map((question) => questionFigures(question, survey.scale, tally));

function questionFigures(question: Question, scale: Scale, tally: Tally): QuestionFigures {
  const asked = countIn(tally, askedKey(question.code));
  const answered = countIn(tally, answeredKey(question.code));
  const count = (code: string) => countIn(tally, codeKey(question.code, code));
  const rating = question.kind === 'rating' ? ratingFigures(scale, count) : undefined;
  const base = rating ? rating.valid : answered;
  const parts = question.kind === 'rating' ? scale.levels : 'options' in question ? question.options : [];
  return {
    code: question.code,
    dimension: question.dimension,
    kind: question.kind,
    words: question.words,
    asked,
    answered,
    blank: asked - answered,
    notAsked: countIn(tally, responsesKey) - asked,
    cells: parts.map(({ code, words }) => ({ code, words, share: shareOf(count(code), base) })),
    ...(rating ? { rating } : {}),
  };
}

function ratingFigures(scale: Scale, count: (code: string) => number): RatingFigures {
  const sum = (levels: Scale['levels'], weigh = (_: Scale['levels'][number]) => 1) =>
    levels.reduce((total, level) => total + count(level.code) * weigh(level), 0);
  const valid = sum(scale.levels);
  return {
    valid,
    na: count(na),
    strict: shareOf(sum(scale.levels.filter(isStrict)), valid),
    wide: shareOf(sum(scale.levels.filter(isWide)), valid),
    mean:
      valid < percentBaseMin
        ? null
        : meanOf(
            sum(scale.levels, (level) => level.points),
            valid,
          ),
    pointsMax: Math.max(...scale.levels.map((level) => level.points)),
  };
}
