// The one paragraph for 一、总体情况 → 监督保障 of the annual report. Every number in it is read from the summary; none
// is worked out here, so that whoever holds the summary can check each. What small numbers forbid is left unsaid.
import { showDay, showDays } from './dates.ts';
import { fill, type Lang, type Localised } from './lang.ts';
import type { RatingShare, Summary, SummaryQuestion, SurveyEvaluation } from './report.ts';
import { oneDecimal } from './report-table.ts';
import type { Words } from './text.ts';
import { type Voice, voiceOf } from './voice.ts';

/** How many of the lowest dimensions are named. */
const lowestMax = 2;

/** The ratings of the whole (dimension OVR), newest version first; more than one when versions cannot be added up. */
export const overallRatings = ({ questions }: SurveyEvaluation): SummaryQuestion[] =>
  questions.filter(({ dimension, rating }) => dimension === 'OVR' && rating !== undefined);

export function paragraph(summary: Summary, lang: Lang): string {
  const voice = voiceOf(summary, lang);
  const part = (kind: SurveyEvaluation['kind']) => {
    const sentences = summary.evaluations
      .filter((evaluation) => evaluation.kind === kind)
      .flatMap((evaluation) => evaluationSentences(evaluation, voice));
    return sentences.length > 0 ? [voice.words.paragraph[kind], ...sentences] : [];
  };
  const { join, notYet } = voice.words.paragraph;
  if (summary.evaluations.length === 0) return notYet;
  return [...part('general'), ...part('request')].reduce(
    (before, after) => (before ? fill(join, { before, after }) : after),
    '',
  );
}

function evaluationSentences(evaluation: SurveyEvaluation, voice: Voice): string[] {
  const taken = takenSentence(evaluation, voice);
  if (evaluation.withheld) return [taken];
  const overall = overallRatings(evaluation);
  return [
    taken,
    ...overall.map((question) => overallSentence(question, overall.length > 1, voice)),
    ...(evaluation.kind === 'general' ? lowestSentence(evaluation, voice) : []),
    commentsSentence(evaluation, voice),
  ];
}

function takenSentence({ days, channels, title, chain, ...rest }: SurveyEvaluation, voice: Voice): string {
  const { lang, words } = voice;
  const { paragraph: w } = words;
  // A hidden channel may be one that nobody used: it is not named.
  const used = channels.filter(({ n }) => n !== null && n > 0).map(({ channel }) => words.channel[channel]);
  const through = channels.some(({ n }) => n === null) ? w.throughOthers : w.through;
  return fill(w.taken, {
    days: taken(days, voice),
    through: used.length > 0 ? fill(through, { channels: used.join(w.list) }) : '',
    title: title[lang],
    invited: chain.invited.n === null ? '' : fill(w.invited, { invited: chain.invited.n }),
    received: rest.reconciliation.received,
    outcome: outcome(rest, voice),
  });
}

function taken(days: SurveyEvaluation['days'], { lang, words: { paragraph: w } }: Voice): string {
  if (!days) return w.grace;
  const { first, last } = days;
  return first === last
    ? fill(w.oneDay, { days: showDay(first, lang) })
    : fill(w.days, { days: showDays(first, last, lang) });
}

/** What became of the answers received; too few of them, and nothing but how many came is said. */
function outcome(
  { reconciliation, withheld }: Pick<SurveyEvaluation, 'reconciliation' | 'withheld'>,
  voice: Voice,
): string {
  const { words, method } = voice;
  const { paragraph: w } = words;
  if (withheld === 'no-valid-answers') return w.none;
  if (withheld === 'too-few') return fill(w.tooFew, { min: method.figuresBaseMin });
  const { valid, excluded } = reconciliation;
  const reasons = excluded.map(({ reason, n }) => fill(w.part, { name: words.excluded[reason], n })).join(w.list);
  return fill(reasons ? w.excluded : w.whole, { valid, reasons });
}

function overallSentence({ cells, rating, versions }: SummaryQuestion, several: boolean, voice: Voice): string {
  const { paragraph: w } = voice.words;
  const named = several ? fill(w.versions, { versions: versions.join(w.list) }) : '';
  if (!rating || rating.valid === 0) return fill(w.overallNone, { versions: named });
  const { valid: base, strict, wide } = rating;
  if (strict.percent === null || wide.percent === null) {
    const levels = cells.flatMap(({ words, share }) => (share ? [part(words, share, voice)] : [])).join(w.list);
    return fill(w.counts, { versions: named, base, levels, min: voice.method.percentBaseMin });
  }
  const formula = (counts: 'strict' | 'wide') =>
    cells
      .filter(({ level }) => level?.[counts])
      .map(({ words }) => words[voice.lang])
      .join(w.plus);
  return fill(w.rates, {
    versions: named,
    base,
    strictPercent: oneDecimal(strict.percent),
    strictN: strict.n,
    strictLevels: formula('strict'),
    widePercent: oneDecimal(wide.percent),
    wideN: wide.n,
    wideLevels: formula('wide'),
  });
}

const part = (name: Localised, { n }: RatingShare, { lang, words }: Voice): string =>
  fill(words.paragraph.part, { name: name[lang], n });

/**
 * The lowest of the ratings with a percentage, as the newest version asked them and each dimension once; those as good as
 * the best are not "low".
 */
function lowestSentence({ questions }: SurveyEvaluation, { words, lang }: Voice): string[] {
  const rated = firstOfEach(questions, ({ code }) => code).flatMap(({ dimension, words: asked, rating }) => {
    if (dimension === 'OVR' || !rating || rating.strict.percent === null) return [];
    const { n, base, percent } = rating.strict;
    return [{ dimension, asked, base, percent, ratio: n / base }];
  });
  const best = Math.max(...rated.map(({ ratio }) => ratio));
  const worstFirst = rated.filter(({ ratio }) => ratio < best).sort((a, b) => a.ratio - b.ratio);
  const lowest = firstOfEach(worstFirst, ({ dimension }) => dimension).slice(0, lowestMax);
  if (lowest.length === 0) return [];
  const dimensions = lowest.map(({ dimension, asked, percent, base }) =>
    fill(words.paragraph.lowestOne, {
      dimension: dimensionName(words, dimension) ?? asked[lang],
      percent: oneDecimal(percent),
      base,
    }),
  );
  return [fill(words.paragraph.lowest, { dimensions: dimensions.join(words.paragraph.list) })];
}

const firstOfEach = <T>(list: readonly T[], key: (item: T) => string): T[] =>
  list.filter((item, i) => list.findIndex((other) => key(other) === key(item)) === i);

/** The name of a dimension; null for one that a county made up, whose question speaks for itself. */
const dimensionName = (words: Words['report'], dimension: string): string | null =>
  Object.hasOwn(words.dimension, dimension) ? words.dimension[dimension as keyof typeof words.dimension] : null;

function commentsSentence({ comments }: SurveyEvaluation, { words }: Voice): string {
  if (comments.received === 0) return words.paragraph.noComments;
  const count = (name: (typeof comments.handlings)[number]['handling']) =>
    comments.handlings.find(({ handling }) => handling === name)?.n ?? 0;
  return fill(words.paragraph.comments, {
    received: comments.received,
    adopted: count('adopted'),
    inProgress: count('in-progress'),
    explained: count('explained'),
    open: count('open'),
  });
}
