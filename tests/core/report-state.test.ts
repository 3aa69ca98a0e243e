// The states of a report: a closed table, and what is sealed stays sealed whatever anybody tries.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { driftOf, hasMoved, tellsOfFew } from '#core/drift.ts';
import { afterStep, checkedSha, type ReportStep, reportStates, reportSteps, stateAfter } from '#core/report-state.ts';
import { draftSha } from '#core/seal.ts';
import { sampleSummary, sealedSample } from '#tests/world/summary.ts';

const entries = (...steps: ReportStep[]) =>
  steps.map((step, i) => ({ n: i + 1, step, at: '2027-01-08T02:00:00.000Z', by: 'a', sha: `sha${i}`, reason: null }));

test('every step leads where the table says, and nowhere else', () => {
  expect(reportStates.map((state) => reportSteps.map((step) => afterStep(state, step)))).toEqual([
    ['checked', null, null, 'nothing-to-report', null],
    ['checked', 'sent-back', 'sealed', null, null],
    [null, null, null, null, 'sealed'],
    [null, 'sent-back', null, null, null],
    ['checked', null, null, 'nothing-to-report', null],
  ]);
});

test('once sealed, always sealed; and nothing is sealed that was not checked right before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...reportSteps), { maxLength: 12 }), (tried) => {
      const taken: ReportStep[] = [];
      for (const step of tried) if (afterStep(stateAfter(entries(...taken)), step)) taken.push(step);
      const seals = taken.indexOf('seal');
      expect(stateAfter(entries(...taken)) === 'sealed').toBe(seals >= 0);
      if (seals >= 0) expect(taken[seals - 1]).toBe('check');
    }),
  );
});

test('a step that could not follow is a bug', () => {
  expect(() => stateAfter(entries('seal'))).toThrow(/step 1/);
});

test('a check counts until it is sent back', () => {
  expect(checkedSha(entries('check'))).toBe('sha0');
  expect(checkedSha(entries('check', 'check'))).toBe('sha1');
  expect(checkedSha(entries('check', 'send-back'))).toBeNull();
  expect(checkedSha([])).toBeNull();
});

describe('figures', () => {
  test('are the same on another day and by another program, and no others are', () => {
    const [first] = sampleSummary().evaluations;
    if (!first) throw new Error('the sample has no evaluation');
    const sha = draftSha(sampleSummary());
    expect(draftSha({ ...sampleSummary(), made: '2027-03-01', generator: { name: 'pingyi', version: '9' } })).toBe(sha);
    expect(draftSha({ ...sampleSummary(), evaluations: [{ ...first, late: first.late + 1 }] })).not.toBe(sha);
  });

  test('that moved after sealing are shown by survey', () => {
    const sealed = sealedSample();
    expect([driftOf(sealed, sampleSummary()), hasMoved(sealed, sampleSummary())]).toEqual([[], false]);
    const [first, ...others] = sampleSummary().evaluations;
    if (!first) throw new Error('the sample has no evaluation');
    const { received, valid } = first.reconciliation;
    const later = { ...first, reconciliation: { ...first.reconciliation, received: received + 2, valid: valid + 2 } };
    const now = { ...sampleSummary(), evaluations: [later, ...others] };
    expect(driftOf(sealed, now)).toEqual([
      {
        survey: first.survey,
        title: first.title,
        sealed: { received, valid },
        now: { received: received + 2, valid: valid + 2 },
      },
    ]);
    expect(hasMoved(sealed, now)).toBe(true);
    expect(driftOf(sealed, { ...now, evaluations: others }).map(({ now }) => now)).toEqual([null]);
  });
});

test('a correction tells of few when fewer than ten came, went or changed places', () => {
  const [first, ...others] = sampleSummary().evaluations;
  if (!first) throw new Error('the sample has no evaluation');
  const withValid = (more: number, change: Partial<typeof first> = {}) => ({
    ...sampleSummary(),
    evaluations: [
      { ...first, ...change, reconciliation: { ...first.reconciliation, valid: first.reconciliation.valid + more } },
      ...others,
    ],
  });
  const sealed = sealedSample();
  expect([0, 1, 9, 10, -9, -10].map((more) => tellsOfFew(sealed, withValid(more)))).toEqual([
    false,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(tellsOfFew(sealed, withValid(0, { questions: first.questions.slice(1) }))).toBe(true);
  const few = { ...first, survey: 'small', reconciliation: { received: 6, valid: 6, excluded: [] } };
  const withFew = { ...sealed, evaluations: [...sealed.evaluations, few] };
  expect([tellsOfFew(withFew, sealed), tellsOfFew(sealed, withFew)]).toEqual([true, true]);
  expect(
    tellsOfFew(sealed, withValid(0, { comments: { ...first.comments, received: 0, themes: [], handlings: [] } })),
  ).toBe(false);
});
