// The five files of a report, made and read back inside workerd: every number they share is the same, nothing in them is
// a formula, and the bytes are those that Node makes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lang, langs } from '#core/lang.ts';
import { paragraph } from '#core/paragraph.ts';
import { type Report, reportSchema, type Summary } from '#core/report.ts';
import { isNumber, printCell, type ReportCell, type ReportTable } from '#core/report-table.ts';
import { reportTables } from '#core/report-tables.ts';
import { makeSummary } from '#core/summarise.ts';
import type { Survey } from '#core/survey.ts';
import { wordsFor } from '#core/text.ts';
import {
  correctedSample,
  countedSurvey,
  county,
  randomCounted,
  sampleSummary,
  sealedSample,
} from '#tests/world/summary.ts';
import { generalOf, requestOf, windowsOf } from '#tests/world/world.ts';
import { chineseNumber } from '#worker/export/docx.ts';
import { fileName, formats, reportFile } from '#worker/export/file.ts';
import { sheetNames } from '#worker/export/workbook.ts';
import hashes from '../golden/sha256.json' with { type: 'json' };
import { partsOf, type Rows, readCsv, readDocx, readMarkdown, readXlsx, type SheetValue } from './reading.ts';

const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** What each table must say, row by row, wherever it is printed. */
const printedRows = ({ rows }: ReportTable, lang: Lang): Rows =>
  rows.map(({ label, cells }) => [label, ...cells.map((cell) => printCell(cell, wordsFor(lang)))]);

const isProse = ({ columns, rows }: ReportTable) =>
  columns.length === 1 && rows.every(({ cells }) => cells[0]?.kind === 'text');

const groupLines = ({ rows }: ReportTable) => [...new Set(rows.flatMap(({ group }) => group ?? []))];

async function expectSameNumbers(summary: Report, lang: Lang): Promise<void> {
  const tables = reportTables(summary, lang);
  const wanted = tables.map((table) => printedRows(table, lang));

  const markdown = readMarkdown(utf8(await reportFile(summary, 'md', lang)));
  const grouped = tables.map((table) => groupLines(table).map((group) => `**${group}**`));
  expect(markdown.map((rows, i) => rows.slice(1).filter(([label = '']) => !grouped[i]?.includes(label)))).toEqual(
    wanted,
  );

  const word = readDocx(await reportFile(summary, 'docx', lang));
  const real = tables.filter((table) => !isProse(table));
  expect(word.tables.map(({ rows }) => rows.filter(({ length }) => length > 1))).toEqual(
    real.map((table) => printedRows(table, lang)),
  );
  expect(word.tables.map(({ rows }) => rows.filter(({ length }) => length === 1).flat())).toEqual(real.map(groupLines));
  expect(word.paragraphs).toContain(paragraph(summary, lang));

  const { sheets, formulas } = readXlsx(await reportFile(summary, 'xlsx', lang));
  expect(formulas).toBe(0);
  expect(sheets.map(({ rows }) => rows.slice(1).map((row) => row.map(printedValue)))).toEqual(
    tables.map((table, i) =>
      (wanted[i] ?? []).map((row, r) => {
        const { id, group = '' } = table.rows[r] ?? { id: '' };
        return [
          ...(table.section ? [table.section] : []),
          id,
          ...(groupLines(table).length > 0 ? [group] : []),
          ...row,
        ];
      }),
    ),
  );

  const [heading, ...lines] = readCsv(utf8(await reportFile(summary, 'csv', lang)));
  expect(heading).toEqual(Object.values(wordsFor(lang).report.file.csv));
  expect(
    lines.map(([, , table, row, , , column, , value, unit, note]) => [table, row, column, value, unit, note]),
  ).toEqual(
    tables.flatMap(({ id, columns, rows }) =>
      rows.flatMap((row) => row.cells.map((cell, i) => [id, row.id, columns[i]?.id, ...csvCell(cell, lang)])),
    ),
  );

  const json = JSON.parse(utf8(await reportFile(summary, 'json', lang)));
  expect(reportSchema.parse(json)).toEqual({ ...summary, seal: summary.seal ?? null });
}

const printedValue = ({ text, value = 0, format }: SheetValue): string => {
  if (text !== undefined) return text;
  if (format === '0.0%') return `${(value * 100).toFixed(1)}%`;
  return format === '0.0' ? value.toFixed(1) : String(value);
};

const csvCell = (cell: ReportCell, lang: Lang): string[] => {
  const words = wordsFor(lang);
  return isNumber(cell)
    ? [String(cell.value), words.report.file.unit[cell.kind], '']
    : ['', '', printCell(cell, words)];
};

describe('every number that files share is equal in all five', () => {
  test.each(langs)('in the sample year, a draft, sealed and corrected, %s', async (lang) => {
    for (const report of [sampleSummary(), sealedSample(), correctedSample()]) await expectSameNumbers(report, lang);
  });

  test('in random years, small and empty ones too', async () => {
    const size = fc.oneof(fc.constantFrom(0, 1, 4, 5, 9, 10, 29, 30), fc.integer({ min: 0, max: 90 }));
    await fc.assert(
      fc.asyncProperty(size, size, fc.nat(), fc.constantFrom(...langs), async (people, applicants, seed, lang) => {
        const [general, request] = [generalOf(2026), requestOf(2026)];
        const summary = makeSummary(county, 2026, '2027-01-08', [
          countedSurvey(general, windowsOf(2026).general, randomCounted(general, people, seed)),
          countedSurvey(request, windowsOf(2026).request, randomCounted(request, applicants, seed), { invited: 9 }),
        ]);
        await expectSameNumbers(summary, lang);
      }),
      { numRuns: 12 },
    );
  });
});

test.each(formats)('workerd and Node make the same %s', async (format) => {
  const digest = await crypto.subtle.digest('SHA-256', await reportFile(sealedSample(), format, 'zh-CN'));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  expect(hex).toBe(hashes[format]);
});

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  ' =1',
  '\u3000=1',
  '\u00a0=1',
  '\u200b=1',
  '=HYPERLINK("http://example.invalid";"评议")',
  "=cmd|' /C calc'!A0",
  '=1,"2"',
  '"=1"',
  "'=1",
  '_x003D_1+1',
  '<b>&amp;</b>|`*_[x](y)#~!\\',
  '0001',
  '1e9',
  'NUL\u0000BEL\u0007',
];

describe('no text becomes a formula', () => {
  /** The whole survey worded by one hostile text. */
  const worded = (text: string): Survey => {
    const words = { 'zh-CN': text, en: text };
    const survey = generalOf(2026);
    return {
      ...survey,
      title: words,
      scale: { ...survey.scale, levels: survey.scale.levels.map((level) => ({ ...level, words })) },
      questions: survey.questions.map((question) => ({
        ...question,
        words,
        ...('options' in question ? { options: question.options.map((option) => ({ ...option, words })) } : {}),
      })) as Survey['questions'],
    };
  };
  const summaryWith = (text: string): Summary => {
    const survey = worded(text);
    const part = countedSurvey(survey, windowsOf(2026).general, randomCounted(generalOf(2026), 60, 5));
    const unitNames = new Map([...part.unitNames.keys()].map((code) => [code, { 'zh-CN': text, en: text }]));
    return makeSummary({ 'zh-CN': text, en: text }, 2026, '2027-01-08', [{ ...part, unitNames }]);
  };
  const runs = /^[\s\u200b-\u200f\u2060]*[=+\-@＝＋－＠]|^[\t\r\n]/;

  test.each(hostile)('%j in titles, questions, options, units and county', async (text) => {
    const summary = summaryWith(text);
    const fields = readCsv(utf8(await reportFile(summary, 'csv', 'zh-CN'))).flat();
    expect(fields.filter((field) => runs.test(field))).toEqual([]);
    expect(fields).toContain(runs.test(text) ? `'${text}` : text);

    const book = await reportFile(summary, 'xlsx', 'zh-CN');
    const { sheets, formulas } = readXlsx(book);
    expect(formulas).toBe(0);
    const kept = text.replace(/\r/g, '\n').replaceAll('\0', '').replaceAll('\x07', '');
    expect(sheets.flatMap(({ rows }) => rows.flat()).map((cell) => cell.text)).toContain(kept);
    const worksheets = Object.entries(partsOf(book)).filter(([path]) => path.includes('worksheets/'));
    for (const [, xml] of worksheets) expect(xml).not.toMatch(/<f[\s>]|t="(str|s|e)"/);

    const word = readDocx(await reportFile(summary, 'docx', 'zh-CN'));
    expect(word.tables.flatMap(({ rows }) => rows.flat())).toContain(kept);
    const markdown = readMarkdown(utf8(await reportFile(summary, 'md', 'zh-CN')));
    expect(markdown.flat(2)).toContain(text.replace(/\s+/g, ' ').trim());
  });
});

describe('the workbook', () => {
  test('has short, plain, different sheet names', () => {
    const names = sheetNames(['a/b:c*d?[e]\\', '各'.repeat(40), '各'.repeat(40), 'Same', 'same', "'", '', '']);
    expect(names.every((name) => name.length > 0 && name.length <= 31 && !/[[\]:*?/\\']/.test(name))).toBe(true);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test('holds a sheet of any size: more than 160 kB need no Web Worker', async () => {
    const [general] = sampleSummary().evaluations;
    if (!general) throw new Error('the sample has no evaluation');
    const [unit] = general.units;
    if (!unit) throw new Error('the sample has no unit');
    const units = Array.from({ length: 3000 }, (_, i) => ({
      ...unit,
      unit: `u${i}`,
      name: { 'zh-CN': `单位${i}`, en: `unit ${i}` },
    }));
    const { sheets } = readXlsx(
      await reportFile({ ...sampleSummary(), evaluations: [{ ...general, units }] }, 'xlsx', 'en'),
    );
    expect(sheets.some(({ rows }) => rows.length === 3001)).toBe(true);
  });
});

describe('the document', () => {
  test('has merged headings that repeat on each page', async () => {
    const { tables } = readDocx(await reportFile(sampleSummary(), 'docx', 'zh-CN'));
    const merged = tables.filter(({ headings }) => headings.length === 2);
    expect(merged.length).toBeGreaterThan(0);
    for (const { headings } of merged) expect(headings[0]?.some(({ span }) => span > 1)).toBe(true);
    expect(tables.every(({ headings }) => headings.length > 0)).toBe(true);
  });

  test('is laid out by GB/T 9704', async () => {
    const parts = partsOf(await reportFile(sampleSummary(), 'docx', 'zh-CN'));
    expect(parts['word/document.xml']).toContain('w:pgSz w:w="11906" w:h="16838"');
    expect(parts['word/document.xml']).toMatch(/w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(parts['word/styles.xml']).toContain('w:line="579" w:lineRule="exact"');
    expect(parts['word/styles.xml']).toContain('w:eastAsia="仿宋_GB2312"');
    expect(parts['word/styles.xml']).toContain('w:eastAsia="方正小标宋简体"');
    expect(parts['docProps/core.xml']).toContain('2027-01-08T00:00:00+08:00');
  });

  test('counts its headings as Chinese documents do', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '九十九',
    ]);
  });
});

test('a file is named for county and year, with nothing a file system refuses', () => {
  expect(fileName(sampleSummary(), 'docx', 'zh-CN')).toBe('云岭县2026年政府信息公开评议汇总（草稿）.docx');
  expect(fileName(sealedSample(), 'docx', 'zh-CN')).toBe('云岭县2026年政府信息公开评议汇总.docx');
  expect(fileName(correctedSample(), 'docx', 'zh-CN')).toBe('云岭县2026年政府信息公开评议汇总（第2版）.docx');
  expect(fileName({ county: { 'zh-CN': 'a/b:c', en: 'x' }, year: 2026 }, 'csv', 'en')).toBe(
    'x disclosure evaluation 2026 (draft).csv',
  );
});
