// Two sealed years side by side: a change only where one may be read, and everywhere else the one reason why not.
import { describe, expect, test } from 'vitest';
import type { Summary, SummaryQuestion } from '#core/report.ts';
import { makeSummary } from '#core/summarise.ts';
import { type Comparison, yearOnYear, yearOnYearTable } from '#core/year-on-year.ts';
import { countedSurvey, county, randomCounted } from '#tests/world/summary.ts';
import { generalOf, requestOf, windowsOf } from '#tests/world/world.ts';

const summaryOf = (year: number, people: number, applicants = 0): Summary =>
  makeSummary(county, year, `${year + 1}-01-08`, [
    countedSurvey(generalOf(year), windowsOf(year).general, randomCounted(generalOf(year), people, year)),
    countedSurvey(requestOf(year), windowsOf(year).request, randomCounted(requestOf(year), applicants, year)),
  ]);

const [before, now] = [summaryOf(2025, 300, 40), summaryOf(2026, 400, 12)];
const of = (question: string, list: readonly Comparison[]) => list.find((each) => each.question === question);

/** Last year with its questions changed. */
const withQuestions = (change: (question: SummaryQuestion) => SummaryQuestion | null, of = before): Summary => ({
  ...of,
  evaluations: of.evaluations.map((each) => ({ ...each, questions: each.questions.flatMap((q) => change(q) ?? []) })),
});
const changed = (code: string, change: (question: SummaryQuestion) => SummaryQuestion | null) =>
  of(
    code,
    yearOnYear(
      now,
      withQuestions((q) => (q.code === code ? change(q) : q)),
    ),
  );

test('the change is that of the printed figures', () => {
  const found = of('G00', yearOnYear(now, before));
  const percent = ({ evaluations }: Summary) =>
    evaluations[0]?.questions.find(({ code }) => code === 'G00')?.rating?.strict.percent ?? Number.NaN;
  expect(found).toMatchObject({ before: percent(before), now: percent(now), reason: null });
  expect(found?.change).toBeCloseTo(percent(now) - percent(before), 6);
});

test('a survey of last year that nobody answers any more is not in the way', () => {
  const [general] = before.evaluations;
  if (!general) throw new Error('no evaluation');
  const over = { ...general, survey: 'last', reconciliation: { received: 0, valid: 0, excluded: [] } };
  const running = { ...now, evaluations: [over, ...now.evaluations] };
  expect(yearOnYear(running, before).find(({ survey }) => survey === 'general-2026')?.reason).toBeNull();
});

describe('a comparison is refused, and says why', () => {
  const reason = (comparison: Comparison | undefined) => [comparison?.change, comparison?.reason];

  test('where nothing is sealed before', () => {
    expect(yearOnYear(now, null).every((each) => each.reason === 'no-year-before' && each.change === null)).toBe(true);
  });

  test('where the kind of survey was not there, or cannot be paired', () => {
    const [general] = before.evaluations;
    if (!general) throw new Error('no evaluation');
    const without = { ...before, evaluations: before.evaluations.filter(({ kind }) => kind !== 'general') };
    expect(reason(of('G00', yearOnYear(now, without)))).toEqual([null, 'survey-absent']);
    const twice = { ...before, evaluations: [general, { ...general, survey: 'another' }] };
    expect(reason(of('G00', yearOnYear(now, twice)))).toEqual([null, 'survey-ambiguous']);
    const [same] = now.evaluations;
    const again = { ...before, evaluations: [general, { ...general, survey: same?.survey ?? '' }] };
    expect(of('G00', yearOnYear(now, again))?.reason).toBeNull();
  });

  test('where the question, its kind, its scale or its options differ', () => {
    expect(reason(changed('G00', () => null))).toEqual([null, 'question-absent']);
    expect(reason(changed('G00', (q) => ({ ...q, kind: 'choice' })))).toEqual([null, 'kind-differs']);
    expect(reason(changed('G00', (q) => ({ ...q, cells: q.cells.slice(1) })))).toEqual([null, 'scale-differs']);
    const points = (q: SummaryQuestion): SummaryQuestion => ({
      ...q,
      cells: q.cells.map((cell) => (cell.level ? { ...cell, level: { ...cell.level, points: 7 } } : cell)),
    });
    expect(reason(changed('G00', points))).toEqual([null, 'scale-differs']);
    const choice = now.evaluations[0]?.questions.find(({ kind, cells }) => kind === 'choices' && cells.length > 0);
    expect(reason(changed(choice?.code ?? '', (q) => ({ ...q, cells: q.cells.slice(1) })))).toEqual([
      null,
      'options-differ',
    ]);
  });

  test('where one year hid it, had nothing, or too little', () => {
    const share = (n: number, base: number) => ({ n, base, percent: null });
    const rated = (base: number) => (q: SummaryQuestion) =>
      q.rating ? { ...q, rating: { ...q.rating, strict: share(0, base) } } : q;
    expect(reason(changed('G00', rated(0)))).toEqual([null, 'no-answers']);
    expect(reason(changed('G00', rated(29)))).toEqual([null, 'small-base']);
    const choice = now.evaluations[0]?.questions.find(({ kind, cells }) => kind === 'choices' && cells.length > 0);
    const hidden = (q: SummaryQuestion) => ({ ...q, cells: q.cells.map((cell) => ({ ...cell, share: null })) });
    expect(reason(changed(choice?.code ?? '', hidden))).toEqual([null, 'hidden']);
    expect(reason(changed(choice?.code ?? '', (q) => ({ ...q, cells: [] })))).toEqual([null, 'hidden']);
  });
});

test('every row of the table has a change or a reason, never both and never neither', () => {
  for (const last of [before, summaryOf(2025, 12), summaryOf(2025, 0), null]) {
    for (const { cells } of yearOnYearTable(now, last, 'zh-CN').rows) {
      const [change, reason] = cells.slice(2).map((cell) => (cell.kind === 'text' ? cell.text : 'x'));
      expect((change === '') !== (reason === '')).toBe(true);
    }
  }
});
