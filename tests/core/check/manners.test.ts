// However a report was copied, converted or scanned: what the file still holds is read and checked, what it lost is not
// held against its author.
import { expect, test } from 'vitest';
import { checkReport } from '#core/check/check-report.ts';
import { inManner, lossy, mannerNames } from '#tests/corpus/manner-cases.ts';
import { isNumeric, recallOf, scoreOf } from '#tests/corpus/score.ts';

for (const name of mannerNames) {
  const score = scoreOf(inManner(name));

  test(`${name}: nothing false is said, least of all of a right report`, () => {
    expect(score.highOnClean).toEqual([]);
    expect(score.alarms).toEqual([]);
  });

  test(`${name}: errors of wording and form are found`, () => {
    expect(recallOf(score.rules, (rule) => !isNumeric(rule))).toBeGreaterThanOrEqual(0.85);
  });

  if (!lossy.includes(name))
    test(`${name}: numeric and cross-table errors are found`, () => {
      expect(recallOf(score.rules, isNumeric), score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
    });
}

test('what is no report at all gets one answer', () => {
  const { findings } = checkReport('关于国庆节放假的通知\n各单位：现将放假安排通知如下。10月1日至8日放假。');
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['S1 unverifiable']);
});

test('parts named behind 包括 are added up', () => {
  const said = (total: number) =>
    checkReport(
      `某县2024年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开。全年公开信息共计${total}条，包括：人事信息12条，政务动态140条，其他信息27条。`,
    ).findings.some(({ rule }) => rule === 'X3');
  expect(said(179)).toBe(false);
  expect(said(137)).toBe(true);
});
