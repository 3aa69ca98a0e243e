// The check against the corpus: what was planted is found, what is right is left alone. The held-out part is measured
// alike; its aims are those of the issue, not its present result.
import { expect, test } from 'vitest';
import { build } from '#tests/corpus/build.ts';
import { tunedCases } from '#tests/corpus/cases.ts';
import { heldOutCases, secondCases, untouchedCases } from '#tests/corpus/held-out.ts';
import { isNumeric, recallOf, scoreOf } from '#tests/corpus/score.ts';

for (const [name, cases] of [
  ['tuned', tunedCases],
  ['held out', heldOutCases],
  ['held out a second time', secondCases],
  ['held out to the end', untouchedCases],
] as const) {
  const score = scoreOf(cases.map(build));

  test(`${name}: numeric and cross-table errors are found, at least 95 %`, () => {
    expect(recallOf(score.rules, isNumeric), score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test(`${name}: errors of wording and form are found, at least 85 %`, () => {
    expect(
      recallOf(score.rules, (rule) => !isNumeric(rule)),
      score.misses.join('\n'),
    ).toBeGreaterThanOrEqual(0.85);
  });

  test(`${name}: no report that is right has a finding of high severity`, () => {
    expect(score.highOnClean).toEqual([]);
  });

  test(`${name}: at most one finding in twenty is a false alarm`, () => {
    const found = score.rules.reduce((n, rule) => n + rule.found, 0);
    expect(score.alarms.length / (found + score.alarms.length), score.alarms.join('\n')).toBeLessThanOrEqual(0.05);
  });
}

test('the corpus is as large and as varied as it should be', () => {
  const all = [...tunedCases, ...heldOutCases, ...secondCases, ...untouchedCases];
  const clean = all.filter(({ plants, form2019 }) => plants.length === 0 && !form2019);
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(clean.length).toBeGreaterThanOrEqual(12);
  expect(new Set(all.map(({ style }) => style)).size).toBeGreaterThanOrEqual(12);
  expect(new Set(all.map(({ layout }) => layout)).size).toBeGreaterThanOrEqual(12);
});
