// The files of an annual report: compared whole with what was looked at once, and read back by our own check, which must find
// every figure in its cell again and nothing to say. `GOLDEN=write npm run test:unit` writes the golden ones anew.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type CheckResult, checkReport } from '#core/check/check-report.ts';
import type { AnnualFields } from '#core/statutory/annual-fields.ts';
import { composeReport } from '#core/statutory/compose.ts';
import { readEntries } from '#core/statutory/entries.ts';
import { ownScopes } from '#core/statutory/scope.ts';
import { type AnnualFormat, annualBytes, annualFormats, annualName } from '#worker/export/annual-file.ts';
import { expectGolden } from './golden.ts';
import { contextOf, halfFilled, lastYearWhole, sampleTexts, wholeFields } from './world/annual.ts';
import { form, plainFigures, validFigures } from './world/entries.ts';

function sourceOf(fields: AnnualFields, scope: (typeof ownScopes)[number] = 'office', ready = true) {
  const report = composeReport(form, fields, contextOf(scope), ready ? '2027-01-20' : null);
  return { form, scope, report, fields, ready, made: '2027-01-20' };
}

const xmlOf = (docx: Uint8Array, part = 'word/document.xml'): string =>
  strFromU8(unzipSync(docx)[part] ?? new Uint8Array());
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function readBack(fields: AnnualFields, format: 'docx' | 'html', scope?: (typeof ownScopes)[number]) {
  const bytes = await annualBytes(sourceOf(fields, scope), format);
  return checkReport({ text: format === 'docx' ? xmlOf(bytes) : text(bytes), format });
}

/** By our ids: the check knows cells of tables 三 and 四 without the letter. */
const recovered = ({ tables }: CheckResult) =>
  Object.fromEntries(form.cells.map(({ id }) => [id, tables.cells[id.replace(/^[BC]\./, '')]?.value]));

describe('golden', () => {
  const whole = { ...lastYearWhole, ...sampleTexts };

  test.each(annualFormats)('the whole report as %s', async (format) => {
    expectGolden(`tests/golden/annual.${format}`, await annualBytes(sourceOf(whole), format));
  });

  test('a draft says that it is one, and shows what is missing where it is missing', async () => {
    const draft = sourceOf(halfFilled, 'office', false);
    expectGolden('tests/golden/annual-draft.html', await annualBytes(draft, 'html'));
    expect(annualName(draft, 'docx')).toBe('云岭县人民政府办公室2026年政府信息公开工作年度报告（草稿）.docx');
    const xml = xmlOf(await annualBytes(draft, 'docx'));
    for (const words of ['（草稿，尚未定稿）', '＿', '【现行有效规范性文件？】', '一件']) expect(xml).toContain(words);
  });

  test('the same report is the same file', async () => {
    const twice = async (format: AnnualFormat) => [
      await annualBytes(sourceOf(whole), format),
      await annualBytes(sourceOf(whole), format),
    ];
    for (const format of annualFormats) {
      const [first, second] = await twice(format);
      expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
    }
  });
});

describe('read back by our own check', () => {
  test.each(['docx', 'html'] as const)('%s has every figure in its cell and no finding', async (format) => {
    await fc.assert(
      fc.asyncProperty(plainFigures, fc.constantFrom(...ownScopes), async (figures, scope) => {
        const fields = wholeFields(figures);
        const result = await readBack(fields, format, scope);
        expect(recovered(result)).toEqual(readEntries(form, fields).figures);
        expect(result.findings).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('any figures come back, whether or not there is something to say about them', async () => {
    await fc.assert(
      fc.asyncProperty(validFigures, fc.constantFrom('docx', 'html'), async (figures, format) => {
        expect(recovered(await readBack(wholeFields(figures), format as 'docx'))).toEqual(
          readEntries(form, wholeFields(figures)).figures,
        );
      }),
      { numRuns: 15 },
    );
  });

  test('six digits in every cell come back', async () => {
    const fields = { ...Object.fromEntries(form.cells.map(({ id }) => [id, '123456'])), ...sampleTexts };
    for (const format of ['docx', 'html'] as const)
      expect(new Set(Object.values(recovered(await readBack(fields, format))))).toEqual(new Set([123_456]));
  });

  test('a report with a changed cell is caught: the test can fail', async () => {
    const [figures = {}] = fc.sample(plainFigures, { numRuns: 1, seed: 5 });
    const fields = { ...wholeFields(figures), 'B.r3_1.np': String((figures['B.r3_1.np'] ?? 0) + 1) };
    for (const format of ['docx', 'html'] as const) {
      const rules = (await readBack(fields, format)).findings.map(({ rule }) => rule);
      expect(rules).toContain('B2');
    }
  });
});

test('every line of the CSV names its cell', async () => {
  const [figures = {}] = fc.sample(plainFigures, { numRuns: 1, seed: 6 });
  const csv = text(await annualBytes(sourceOf(wholeFields(figures)), 'csv'));
  const lines = csv
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
    .slice(1);
  const back = Object.fromEntries(lines.map((line) => [line.split(',').at(-2), line.split(',').at(-1)]));
  expect(readEntries(form, back as AnnualFields).figures).toEqual(readEntries(form, wholeFields(figures)).figures);
});

describe('the Word layout is that of GB/T 9704', () => {
  test('page, numbers, merged cells', async () => {
    const docx = await annualBytes(sourceOf({ ...lastYearWhole, ...sampleTexts }), 'docx');
    const xml = xmlOf(docx);
    const margins = /<w:pgMar [^>]*>/.exec(xml)?.[0] ?? '';
    // 37, 26, 35 and 28 mm in twips.
    for (const margin of ['w:top="2098"', 'w:right="1474"', 'w:bottom="1984"', 'w:left="1587"'])
      expect(margins).toContain(margin);
    expect(xmlOf(docx, 'word/settings.xml')).toContain('evenAndOddHeaders');
    const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
    expect([count(/<w:tbl>/g), count(/w:tblHeader/g)]).toEqual([3, 6]);
    const spanned = form.tables.flatMap(({ grid }) => grid.flat());
    expect(count(/<w:gridSpan /g)).toBeGreaterThanOrEqual(spanned.filter(({ columns }) => columns > 1).length);
    expect(count(/<w:vMerge w:val="restart"/g)).toBe(spanned.filter(({ rows }) => rows > 1).length);
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312'])
      expect(xmlOf(docx, 'word/styles.xml')).toContain(font);
  });
});
