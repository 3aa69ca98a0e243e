// Random years for the attacks on what is published: few people or many, in units of very different size, mostly content,
// over channels, with questions about the person, a question for some only, and sometimes a second version midway.

import { breakdown, distribution, evaluate, sumCells } from '#core/evaluation.ts';
import type { Localised } from '#core/lang.ts';
import { fiveLevels } from '#core/model/scales.ts';
import { guards as allGuards, type Guards } from '#core/privacy.ts';
import type { SurveyEvaluation } from '#core/report.ts';
import { type Channel, channels } from '#core/submission.ts';
import { makeSummary } from '#core/summarise.ts';
import type { Survey } from '#core/survey.ts';
import { answeredKey, askedKey, codeKey, responsesKey } from '#core/tally.ts';
import { seeded } from '#tests/world/answers.ts';

const named = (text: string): Localised => ({ 'zh-CN': text, en: text });
const options = (n: number) => Array.from({ length: n }, (_, i) => ({ code: `o${i}`, words: named(`o${i}`) }));
const levels = fiveLevels.levels.map(({ code }) => code);

const surveyIn = (version: number): Survey => ({
  code: 'random',
  kind: 'general',
  version,
  title: named('random'),
  intro: named('random'),
  scale: fiveLevels,
  questions: [
    { code: 'G00', dimension: 'OVR', kind: 'rating', words: named('overall') },
    { code: 'G08', dimension: 'FOI', kind: 'rating', words: named('asked of some'), when: { lowIn: ['G00'] } },
    { code: 'B1', dimension: 'WHO', kind: 'choice', words: named('who'), options: options(version === 1 ? 5 : 6) },
    { code: 'B2', dimension: 'WHO', kind: 'choices', words: named('several'), options: options(4) },
  ],
});

export interface Person {
  readonly version: number;
  readonly unit: string;
  readonly channel: Channel;
  /** null: not rated. */
  readonly level: string | null;
  readonly b1: string | null;
  readonly b2: readonly string[];
}

export function randomPeople(seed: number): Person[] {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const n = [below(12), below(40), below(120), below(240)][below(4)] ?? 0;
  const units = 1 + below(7);
  const content = 0.3 + random() * 0.68;
  const second = random() < 0.25 ? random() * 0.4 : 0;
  const steep = 1 + random() * 3;
  const skewed = (of: number) => Math.min(of - 1, Math.floor(of * random() ** steep));
  return Array.from({ length: n }, () => {
    const level = random() < content ? below(2) : 2 + below(3);
    const version = random() < second ? 2 : 1;
    return {
      version,
      unit: `u${skewed(units)}`,
      channel: channels[skewed(channels.length)] ?? 'web',
      level: random() < 0.05 ? null : (levels[level] ?? null),
      b1: random() < 0.1 ? null : `o${skewed(version === 1 ? 5 : 6)}`,
      b2: random() < 0.2 ? [] : [...new Set([`o${skewed(4)}`, `o${below(4)}`])],
    };
  });
}

const isLow = (level: string | null) => level === levels[3] || level === levels[4];

export function tallyFor({ level, b1, b2 }: Person): Record<string, number> {
  const asked = ['G00', 'B1', 'B2', ...(isLow(level) ? ['G08'] : [])];
  return Object.fromEntries([
    [responsesKey, 1],
    ...asked.map((code) => [askedKey(code), 1]),
    ...(level
      ? [
          [answeredKey('G00'), 1],
          [codeKey('G00', level), 1],
        ]
      : []),
    ...(isLow(level) && level
      ? [
          [answeredKey('G08'), 1],
          [codeKey('G08', level), 1],
        ]
      : []),
    ...(b1
      ? [
          [answeredKey('B1'), 1],
          [codeKey('B1', b1), 1],
        ]
      : []),
    ...(b2.length > 0 ? [[answeredKey('B2'), 1], ...b2.map((code) => [codeKey('B2', code), 1])] : []),
  ]);
}

interface Cell {
  readonly version: number;
  readonly unit: string;
  readonly channel: Channel;
  readonly standing: 'valid';
  readonly tally: Record<string, number>;
}

export const cellsOf = (people: readonly Person[]): Cell[] => {
  const cells = new Map<string, Cell>();
  for (const person of people) {
    const { version, unit, channel } = person;
    const key = `${version}/${unit}/${channel}`;
    const cell = cells.get(key) ?? { version, unit, channel, standing: 'valid', tally: {} };
    for (const [name, n] of Object.entries(tallyFor(person))) cell.tally[name] = (cell.tally[name] ?? 0) + n;
    cells.set(key, cell);
  }
  return [...cells.values()];
};

export const versions = new Map([1, 2].map((version) => [version, surveyIn(version)]));
export const order = { unit: Array.from({ length: 8 }, (_, i) => `u${i}`), channel: channels };

/** What a file of the year says, by the real rules or by broken ones. */
export function publish(people: readonly Person[], guards: Guards = allGuards): SurveyEvaluation {
  const cells = cellsOf(people);
  const evaluation = {
    ...evaluate(versions, sumCells(cells), { guards }),
    through: '2026-12-31',
    units: breakdown(
      versions,
      sumCells(cells, ({ unit }) => unit),
      order.unit,
      guards,
    ),
    channels: distribution(
      sumCells(cells, ({ channel }) => channel),
      order.channel,
      guards,
    ),
  };
  const published = { sha: '0'.repeat(64), published: '2026-01-01' };
  const survey = {
    code: 'random',
    kind: 'general' as const,
    opens: '2026-01-01',
    closes: '2026-12-31',
    graceDays: 0,
    versions: new Map([...versions].map(([version, document]) => [version, { document, ...published }])),
  };
  const comments = { received: 0, themes: [], handlings: [] };
  const part = { survey, evaluation, unitNames: new Map(), comments, invited: 0 };
  const [made] = makeSummary(named('county'), 2026, '2027-01-01', [part]).evaluations;
  if (!made) throw new Error('the year is not in its summary');
  return made;
}
