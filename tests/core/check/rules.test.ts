// Rules in single sentences, right and wrong side by side: what a rule must not say is as much a fact as what it must.
import { expect, test } from 'vitest';
import { type CheckOptions, checkReport } from '#core/check/check-report.ts';
import { chineseNumber, figuresOf } from '#core/check/numerals.ts';
import { severities } from '#core/check/rule.ts';
import { rules } from '#core/check/rules/all.ts';
import { makeFacts } from '#tests/corpus/facts.ts';
import { formTitles, layouts, shownOf } from '#tests/corpus/render.ts';

const office = { kind: 'office', area: '云岭县', name: '云岭县人民政府办公室' } as const;
const facts = makeFacts(office, 2024, 3, 16);
const at = (id: string) => facts.cells[id] ?? 0;

/** A report whose part 依申请公开 holds just these sentences. */
function reportSaying(sentences: string, shown: Record<string, string> = {}): string {
  return layouts.html.write({
    titles: formTitles,
    shown: { ...shownOf(facts.cells), ...shown },
    writing: {
      title: ['云岭县人民政府办公室2024年政府信息公开工作年度报告'],
      preamble: ['数据统计期限为2024年1月1日至2024年12月31日。'],
      one: [
        '（一）主动公开。公开信息。',
        `（二）依申请公开。${sentences}`,
        '（三）政府信息管理。有序。',
        '（四）平台建设。平稳。',
        '（五）监督保障。到位。',
      ],
      five: ['问题是公开不够及时，将加强督促。'],
      six: ['未收取信息处理费。'],
    },
  });
}
const said = (sentences: string, shown?: Record<string, string>, options?: CheckOptions) =>
  checkReport(reportSaying(sentences, shown), options).findings.map(({ rule }) => rule);

const received = at('r1.tot');
const done = at('r3_7.tot');
const out = at('r4.tot');

test.each([
  ['the plain count', `共收到政府信息公开申请${received}件，答复${done}件，结转下年度${out}件。`],
  ['with last year’s', `共受理政府信息公开申请${received + at('r2.tot')}件（含上年结转${at('r2.tot')}件）。`],
  ['another year', `2023年收到政府信息公开申请${received + 9}件，2024年收到${received}件。`],
  ['a comparison', `收到政府信息公开申请${received}件，较上年增加6件，同比增长12%。`],
  ['another organ', `收到政府信息公开申请${received}件，其中县公安局受理3件。`],
  ['letters', '收到群众来信31件，办结31件。县长信箱受理申诉类留言12件。'],
  ['half a year', '上半年收到政府信息公开申请3件。'],
  ['since the law', '条例施行以来累计收到政府信息公开申请412件。'],
  ['about so many', '收到政府信息公开申请10余件。'],
  ['fault, not number', '未发生因答复不当引起的行政复议、行政诉讼败诉案件。'],
  ['number before the verb', `收到政府信息公开申请${received}件，除${out}件结转下年办理外，均已答复。`],
])('%s is right', (_, sentences) => {
  expect(said(sentences).filter((rule) => rule.startsWith('X') || rule === 'B8' || rule === 'C6')).toEqual([]);
});

test.each([
  ['X1', `共收到政府信息公开申请${received + 1}件。`],
  ['X1', `全年接收依申请公开${received + 20}宗。`],
  ['X1', `${out + 5}件延期至2025年办理。`],
  ['X1', '本年度未收到政府信息公开申请。'],
  ['C6', `因政府信息公开引起行政复议${at('rev.tot') + 1}件。`],
  ['X3', `予以公开${at('r3_1.tot') + 2}件。`],
  ['X3', `共收到申请${received}件，其中网上申请${received}件，占87.5%。`],
  ['X4', `共收到政府信息公开申请${received}件，其中网络申请${received}件、信函申请2件。`],
  ['X5', '202年共收到申请若干。'],
  ['X6', '接待来访3余人次，发放资料148余份。'],
  ['X7', '每季度培训一次，全年共培训3次。'],
])('%s speaks up: %s', (rule, sentences) => {
  expect(said(sentences)).toContain(rule);
});

test('both repairs are offered where text and table disagree', () => {
  const { findings } = checkReport(reportSaying(`共收到政府信息公开申请${received + 1}件。`));
  expect(findings.find(({ rule }) => rule === 'X1')?.repairs).toHaveLength(2);
});

test('one wrong figure is named as the repair that mends both of its sums', () => {
  const wrong = String(at('r3_1.np') + 4);
  const { findings } = checkReport(reportSaying('', { 'r3_1.np': wrong }));
  for (const rule of ['B2', 'B3']) {
    expect(findings.find((finding) => finding.rule === rule)?.repairs?.[0]).toContain(
      `由 ${wrong} 改为 ${at('r3_1.np')}`,
    );
  }
});

test('words come in both languages and every rule has an id of its own', () => {
  const source = reportSaying(`共收到政府信息公开申请${received + 1}件。`);
  const [zh, en] = (['zh-CN', 'en'] as const).map((lang) => checkReport(source, { lang }).findings);
  expect(en?.map(({ rule }) => rule)).toEqual(zh?.map(({ rule }) => rule));
  expect(en?.every(({ message }) => !/\{\w+\}/.test(message))).toBe(true);
  expect(zh?.every(({ message }) => !/\{\w+\}/.test(message))).toBe(true);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(zh?.map(({ severity }) => severities.indexOf(severity))).toEqual(
    zh?.map(({ severity }) => severities.indexOf(severity)).sort(),
  );
});

test('Chinese numerals are read, and what only looks like a count is not', () => {
  expect(['十', '二十三', '一百零五', '两千', '三万六千'].map(chineseNumber)).toEqual([10, 23, 105, 2000, 36000]);
  expect(figuresOf('受理申请二十三件，第一件，1.2万余条，1,641件').map(({ value }) => value)).toEqual([
    23, 12000, 1641,
  ]);
  expect(figuresOf('〔2021〕30号、2024年、一是').map(({ value }) => value)).toEqual([]);
});

test('a comparison with the wrong year is said to be doubtful', () => {
  const { findings } = checkReport(reportSaying(''), { lastYear: reportSaying('').replaceAll('2024', '2022') });
  expect(findings.some(({ rule, severity }) => rule === 'B4' && severity === 'unverifiable')).toBe(true);
});

test('the scope and the year can be given', () => {
  expect(said('', {}, { scope: 'government' })).toContain('S2');
  expect(said('')).not.toContain('S2');
  expect(said('', {}, { year: 2023 })).not.toContain('C4');
});
