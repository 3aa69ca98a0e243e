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

test('tables that are pictures are one thing to say', () => {
  const report = `某县2024年政府信息公开工作年度报告
一、总体情况
主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障情况如下。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
无。`;
  const lost = checkReport(report).findings.filter(({ severity }) => severity === 'unverifiable');
  expect(lost.map(({ message }) => message)).toEqual([
    '三张统计表都没有找到（可能是图片），表格内的勾稽关系都没有核对。',
  ]);
});
