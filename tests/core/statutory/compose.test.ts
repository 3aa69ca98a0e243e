// A whole report passes our own check whatever its figures are; what is missing is said at its field and stays visible.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeReport, sectionChars } from '#core/statutory/compose.ts';
import { checkComposed } from '#core/statutory/own-check.ts';
import { daysLeft, deadlineOf, ownScopes } from '#core/statutory/scope.ts';
import { problemText, wordsFor } from '#core/text.ts';
import { contextOf, sampleTexts, wholeFields } from '../../world/annual.ts';
import { form, plainFigures } from '../../world/entries.ts';
import { county, sampleSummary } from '../../world/summary.ts';
import { worldYear } from '../../world/world.ts';

const office = contextOf('office');
const textsOf = (report: ReturnType<typeof composeReport>) =>
  report.blocks.map((block) => (block.kind === 'table' ? `table ${block.table.id}` : block.text));

describe('a whole report', () => {
  test('has no problem and passes our own check, for either scope', () => {
    fc.assert(
      fc.property(plainFigures, fc.constantFrom(...ownScopes), (figures, scope) => {
        const report = composeReport(form, wholeFields(figures), contextOf(scope), '2027-01-20');
        expect(report.problems).toEqual([]);
        expect(checkComposed(report, scope)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('has the six titles in order, its tables in sections two to four, and who signs when', () => {
    const [figures] = fc.sample(plainFigures, { numRuns: 1, seed: 1 });
    const texts = textsOf(composeReport(form, wholeFields(figures ?? {}), office, '2027-01-20'));
    expect(texts[0]).toBe(`${county['zh-CN']}人民政府办公室2026年政府信息公开工作年度报告`);
    expect(texts.filter((text) => form.sections.includes(text))).toEqual(form.sections);
    const at = (text: string) => texts.indexOf(text);
    for (const [i, id] of ['A', 'B', 'C'].entries()) expect(at(`table ${id}`)).toBe(at(form.sections[i + 1] ?? '') + 1);
    expect(texts.slice(-2)).toEqual([`${county['zh-CN']}人民政府办公室`, '2027年1月20日']);
  });

  test('never retypes a figure: the text follows the table and the sealed summary', () => {
    const [figures] = fc.sample(plainFigures, { numRuns: 1, seed: 2 });
    const texts = textsOf(composeReport(form, wholeFields(figures ?? {}), office)).join('\n');
    expect(texts).toContain(`全年收到政府信息公开申请${figures?.['B.r1.tot']}件`);
    const rate = sampleSummary().evaluations[0]?.questions[0]?.rating?.strict.percent;
    expect(texts).toContain(`${rate?.toFixed(1)}%`);
  });
});

describe('what is missing', () => {
  const problemsOf = (texts: Record<string, string>, context = office) =>
    composeReport(form, texts, context).problems.filter(({ field }) => field in texts);

  test('is named at its field with what it waits for, and stays visible in the draft', () => {
    const report = composeReport(form, { requests: '收到申请{收到申请}件。' }, office);
    expect(report.problems.find(({ field }) => field === 'requests')).toEqual({
      field: 'requests',
      code: 'figure-blank',
      values: { name: '收到申请', cell: '一、本年新收政府信息公开申请数量·总计' },
    });
    expect(textsOf(report)).toContain('收到申请【收到申请？】件。');
    expect(report.problems.filter(({ code }) => code === 'cell-blank')).toHaveLength(200);
  });

  test.each([
    ['{收到的申请}', 'figure-unknown-like', '{收到申请}'],
    ['｛总体满意｝', 'figure-unknown-like', '{总体满意率}'],
    ['{xyz}', 'figure-unknown', ''],
    ['{收到申请', 'figure-brace', ''],
    ['{}', 'figure-unknown', ''],
  ])('%s is %s', (text, code, like) => {
    const [problem] = problemsOf({ oversight: text });
    expect(problem?.code).toBe(code);
    expect(String(problem?.values?.like ?? '')).toContain(like);
  });

  test('says why a figure of the evaluation is not there', () => {
    const text = { oversight: '满意率{总体满意率}，办理满意率{办理满意率}。' };
    expect(problemsOf(text, contextOf('office', null)).map(({ code }) => code)).toEqual([
      'figure-not-sealed',
      'figure-not-sealed',
    ]);
    expect(problemsOf(text).map(({ code, values }) => [code, values?.min])).toEqual([['figure-small-base', 30]]);
    const nobody = { ...sampleSummary(), evaluations: [] };
    expect(problemsOf({ oversight: '{社会评议}' }, contextOf('office', nobody))[0]?.code).toBe('figure-no-evaluation');
  });

  test('is a sentence in every language', () => {
    const problems = composeReport(form, { oversight: '{总体满意}{办理满意率}{', 'B.r1.np': '三' }, office).problems;
    for (const lang of ['zh-CN', 'en'] as const)
      for (const problem of problems) expect(problemText(wordsFor(lang), problem)).not.toMatch(/\{\w+\}/);
  });
});

describe('a draft', () => {
  test('without a figure yet has no finding about its cells', () => {
    const findings = checkComposed(composeReport(form, sampleTexts, office), 'office');
    expect(findings.filter(({ rule }) => /^[ABC]/.test(rule))).toEqual([]);
  });

  test('brings each finding back to the cell or the text it is about', () => {
    const [figures] = fc.sample(plainFigures, { numRuns: 1, seed: 3 });
    const fields = {
      ...wholeFields(figures ?? {}),
      'C.rev.tot': '999',
      requests: '全年收到政府信息公开申请{收到申请}件，办结99998件。',
      others: '无其他需要报告的事项。',
    };
    const findings = checkComposed(composeReport(form, fields, office), 'office');
    const at = (rule: string) => findings.filter((finding) => finding.rule === rule).map(({ field }) => field);
    expect(at('C1')).toEqual(['C.rev.tot']);
    expect(at('X1')).toEqual(['requests']);
    expect(at('B7')).toEqual(['others']);
  });

  test('counts its characters as they will be printed', () => {
    const report = composeReport(form, { disclosure: '公开 信息{年份}条。\n好', requests: '五个字五个' }, office);
    expect([report.chars.disclosure, report.chars.others]).toEqual([11, 0]);
    expect(sectionChars(form, report.chars, 1)).toBe(16);
  });
});

test('the deadline is 31 January for the office and 31 March for the county', () => {
  expect(ownScopes.map((scope) => deadlineOf(worldYear, scope))).toEqual(['2027-01-31', '2027-03-31']);
  expect(['2027-01-30', '2027-01-31', '2027-02-01'].map((day) => daysLeft(day, 2026, 'office'))).toEqual([1, 0, -1]);
});
