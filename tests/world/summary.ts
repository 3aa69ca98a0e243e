// Years counted in memory, without a database: the same answers through the same counting as the real door's, for tests
// that need many summaries, and one sample year that the golden files are made of.
import type { Answers } from '#core/answers.ts';
import { type CommentCounts, countComments } from '#core/comment.ts';
import { breakdown, distribution, evaluate } from '#core/evaluation.ts';
import type { Day } from '#core/period.ts';
import type { SealedSummary, Summary } from '#core/report.ts';
import { sealSummary } from '#core/seal.ts';
import type { Standing } from '#core/standing.ts';
import { type Channel, channels, wholeCounty } from '#core/submission.ts';
import { type EvaluatedSurvey, makeSummary } from '#core/summarise.ts';
import { type Survey, surveySha } from '#core/survey.ts';
import { tallyOf } from '#core/tally.ts';
import type { Window } from '#core/window.ts';
import { pick, randomAnswers, seeded } from './answers.ts';
import { generalOf, requestOf, units, windowsOf, worldYear } from './world.ts';

export const county = { 'zh-CN': '云岭县', en: 'Yunling County' };

export interface CountedAnswer {
  readonly answers: Answers;
  readonly version?: number;
  readonly unit?: string;
  readonly channel?: Channel;
  readonly standing?: Standing;
  readonly late?: boolean;
}

export interface CountedExtras {
  /** All versions; the one given alone is version 1. */
  readonly versions?: readonly Survey[];
  readonly published?: Day;
  readonly comments?: CommentCounts;
  readonly invited?: number;
}

export function countedSurvey(
  survey: Survey,
  window: Window,
  answers: readonly CountedAnswer[],
  { versions = [survey], published = window.opens, comments = countComments([]), invited = 0 }: CountedExtras = {},
): EvaluatedSurvey {
  const documents = new Map(versions.map((document) => [document.version, document]));
  const sums = (axis: (answer: CountedAnswer) => string) =>
    answers.map((answer) => {
      const version = answer.version ?? survey.version;
      const tally = tallyOf(documents.get(version) ?? survey, answer.answers, { late: answer.late ?? false });
      return { version, standing: answer.standing ?? 'valid', by: axis(answer), tally };
    });
  return {
    survey: {
      ...window,
      code: survey.code,
      kind: survey.kind,
      versions: new Map(
        versions.map((document) => [document.version, { document, sha: surveySha(document), published }]),
      ),
    },
    evaluation: {
      ...evaluate(
        documents,
        sums(() => ''),
      ),
      units: breakdown(
        documents,
        sums(({ unit }) => unit ?? wholeCounty),
        [wholeCounty, ...units.map(({ code }) => code)],
      ),
      through: null,
      channels: distribution(
        sums(({ channel }) => channel ?? 'web'),
        channels,
      ),
    },
    unitNames: new Map(units.map(({ code, name }) => [code, name])),
    comments,
    invited,
  };
}

/** `n` random answers, one in twenty left out, over units and channels. */
export function randomCounted(survey: Survey, n: number, seed: number): CountedAnswer[] {
  const random = seeded(seed);
  const standings: readonly Standing[] = ['duplicate', 'test', 'quarantine', 'staff'];
  return Array.from({ length: n }, () => ({
    answers: randomAnswers(survey, random, 0.45 + random() * 0.4),
    unit: pick(random, [wholeCounty, ...units.map(({ code }) => code)]),
    channel: pick(random, ['web', 'wechat', 'qr', 'paper'] as const),
    standing: random() < 0.05 ? pick(random, standings) : 'valid',
    late: random() < 0.02,
  }));
}

/** What the golden files show: a year with enough answers for every figure, and a request evaluation too small for rates. */
export function sampleSummary(): Summary {
  const windows = windowsOf(worldYear);
  const comments = countComments([
    { state: 'released', theme: 'slow', handling: 'adopted', n: 9 },
    { state: 'released', theme: 'unclear', handling: 'explained', n: 14 },
    { state: 'new', theme: 'hidden', handling: 'in-progress', n: 6 },
    { state: 'held', theme: null, handling: null, n: 3 },
  ]);
  const general = generalOf(worldYear);
  const request = requestOf(worldYear);
  return makeSummary(county, worldYear, `${worldYear + 1}-01-08`, [
    countedSurvey(general, windows.general, randomCounted(general, 640, 1), { comments }),
    countedSurvey(request, windows.request, randomCounted(request, 24, 2), { invited: 40 }),
  ]);
}

export const sealedSample = (): SealedSummary =>
  sealSummary(sampleSummary(), { version: 1, sealed: `${worldYear + 1}-01-12`, reason: null });

export const correctedSample = (): SealedSummary =>
  sealSummary(sampleSummary(), {
    version: 2,
    sealed: `${worldYear + 1}-02-20`,
    reason: { 'zh-CN': '补录青石镇纸质问卷36份', en: '36 paper answers of Qingshi Town added' },
  });
