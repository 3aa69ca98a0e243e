// The words of our own paragraph in a report of somebody's: answers to a questionnaire are no requests, and the limit under
// which no percentage is given is no part of a whole.
import { expect, test } from 'vitest';
import { checkReport } from '#core/check/check-report.ts';

const report = (oversight: string) =>
  [
    '云岭县人民政府办公室2026年政府信息公开工作年度报告',
    '一、总体情况',
    '（二）依申请公开',
    '全年收到政府信息公开申请5件，办结5件。',
  ]
    .concat('（五）监督保障', oversight, '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况')
    .join('\n');

const rulesOf = (oversight: string) =>
  checkReport(report(oversight)).findings.map(({ rule, quote }) => `${rule} ${quote}`);

test('answers received are not taken for requests received', () => {
  const claims = checkReport(report('开展依申请公开办理评价，3月1日至3月31日收到答卷24份，有效评价22份。')).narrative
    .claims;
  expect(claims.filter(({ kind }) => kind === 'received').map(({ value }) => value)).toEqual([5]);
});

test('a limit is not added to the parts', () => {
  const found = rulesOf('总体满意度有效评价22份，其中满意19份、不满意3份；不足30份，不计算百分比。');
  expect(found.filter((finding) => finding.startsWith('X3'))).toEqual([]);
});
