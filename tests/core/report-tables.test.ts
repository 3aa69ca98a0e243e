// The tables of the report: shaped alike, equal to the summary, and 0, "not asked", "hidden" and "not measured" apart.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { langs } from '#core/lang.ts';
import { generalSurvey } from '#core/model/general.ts';
import { threeLevels } from '#core/model/scales.ts';
import type { Summary } from '#core/report.ts';
import { isNumber, printCell, type ReportCell, type ReportTable } from '#core/report-table.ts';
import { reportTables } from '#core/report-tables.ts';
import { makeSummary } from '#core/summarise.ts';
import type { Survey } from '#core/survey.ts';
import { wordsFor } from '#core/text.ts';
import { type CountedAnswer, countedSurvey, county, randomCounted, sampleSummary } from '#tests/world/summary.ts';
import { generalOf, requestOf, townships, windowsOf } from '#tests/world/world.ts';

const year = 2026;
const general = generalOf(year);
const request = requestOf(year);
const windows = windowsOf(year);
const words = wordsFor('zh-CN');

const summaryOf = (answers: readonly CountedAnswer[], survey: Survey = general, versions = [survey]): Summary =>
  makeSummary(county, year, '2027-01-08', [countedSurvey(survey, windows[survey.kind], answers, { versions })]);

const table = (tables: readonly ReportTable[], id: string): ReportTable => {
  const found = tables.find((each) => each.id === id);
  if (!found) throw new Error(`no table ${id} among ${tables.map((each) => each.id).join(', ')}`);
  return found;
};

function cellAt({ columns, rows }: ReportTable, row: string, column: string): ReportCell {
  const cell = rows.find(({ id }) => id === row)?.cells[columns.findIndex(({ id }) => id === column)];
  if (!cell) throw new Error(`no cell ${row} ${column}`);
  return cell;
}

const printed = (from: ReportTable, row: string, column: string) => printCell(cellAt(from, row, column), words);

describe('over random years', () => {
  const size = fc.oneof(fc.constantFrom(0, 1, 4, 5, 9, 10, 29, 30), fc.integer({ min: 0, max: 150 }));
  const years = fc
    .tuple(size, size, fc.nat())
    .map(([people, applicants, seed]) =>
      makeSummary(county, year, '2027-01-08', [
        countedSurvey(general, windows.general, randomCounted(general, people, seed)),
        countedSurvey(request, windows.request, randomCounted(request, applicants, seed + 1), { invited: 60 }),
      ]),
    );

  test('every row has a cell for each column, and ids are unique', () => {
    fc.assert(
      fc.property(years, (summary) => {
        for (const lang of langs) {
          const tables = reportTables(summary, lang);
          expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
          for (const { columns, rows } of tables) {
            expect(rows.map(({ cells }) => cells.length)).toEqual(rows.map(() => columns.length));
            expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
            for (const cell of rows.flatMap(({ cells }) => cells))
              expect(printCell(cell, wordsFor(lang))).toMatch(/^(?!.*(undefined|NaN|\{)).+$/s);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('each rating says what the summary says', () => {
    fc.assert(
      fc.property(years, (summary) => {
        const tables = reportTables(summary, 'zh-CN');
        for (const { survey, questions } of summary.evaluations) {
          for (const { code, rating, cells, asked, blank, notAsked } of questions) {
            if (!rating || asked === 0) continue;
            const levels = table(tables, `${survey}.levels`);
            const rates = table(tables, `${survey}.rates`);
            const counts = cells.map((level) => cellAt(levels, code, level.code));
            expect(counts.map((cell) => isNumber(cell) && cell.value)).toEqual(cells.map(({ share }) => share?.n));
            expect(counts.reduce((sum, cell) => sum + (isNumber(cell) ? cell.value : Number.NaN), 0)).toBe(
              rating.valid,
            );
            expect(cellAt(levels, code, 'blank')).toEqual({ kind: 'count', value: blank });
            expect(cellAt(levels, code, 'notAsked')).toEqual({ kind: 'count', value: notAsked });
            expect(cellAt(rates, code, 'strict')).toEqual({ kind: 'count', value: rating.strict.n });
            expect(cellAt(rates, code, 'wide')).toEqual({ kind: 'count', value: rating.wide.n });
            const rate = cellAt(rates, code, 'strictRate');
            if (rating.strict.percent === null) expect(['small-base', 'no-answers']).toContain(rate.kind);
            else expect(rate).toEqual({ kind: 'percent', value: rating.strict.percent });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('received is valid and every reason for leaving out', () => {
    fc.assert(
      fc.property(years, (summary) => {
        const tables = reportTables(summary, 'zh-CN');
        for (const { survey } of summary.evaluations) {
          const { rows } = table(tables, `${survey}.reconciliation`);
          const value = (id: string) => {
            const cell = rows.find((row) => row.id === id)?.cells[0];
            return cell && isNumber(cell) ? cell.value : Number.NaN;
          };
          const reasons = rows.filter(({ id }) => id.startsWith('excluded.')).map(({ id }) => value(id));
          expect(value('valid') + reasons.reduce((a, b) => a + b, 0)).toBe(value('received'));
          expect(value('excluded')).toBe(value('received') - value('valid'));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('nothing is of several kinds', () => {
  test('a question nobody was asked is "not asked", one nobody answered is 0', () => {
    const neverRequested = Array.from({ length: 40 }, (): CountedAnswer => ({ answers: { G00: 's4', G08: 'no' } }));
    const levels = table(reportTables(summaryOf(neverRequested), 'zh-CN'), 'general-2026.levels');
    expect(printed(levels, 'G08R', 's5')).toBe('未问');
    expect(printed(levels, 'G08R', 'notAsked')).toBe('40');
    expect(printed(levels, 'G01', 's5')).toBe('0');
    expect(printed(levels, 'G01', 'blank')).toBe('40');
  });

  test('opening is not measured, inviting does not apply to an open survey', () => {
    const sample = sampleSummary();
    const counts = sample.evaluations.map(({ reconciliation: { received, valid } }) => [
      String(received),
      String(valid),
    ]);
    const steps = sample.evaluations.map(({ survey }) => {
      const chain = table(reportTables(sample, 'zh-CN'), `${survey}.chain`);
      return ['invited', 'delivered', 'opened', 'submitted', 'valid'].map((step) => printed(chain, step, 'n'));
    });
    expect(steps).toEqual([
      ['不适用', '不适用', '未统计', ...(counts[0] ?? [])],
      ['40', '未统计', '未统计', ...(counts[1] ?? [])],
    ]);
  });

  test('a question without a way out has no count of "does not apply"', () => {
    const levels = table(reportTables(sampleSummary(), 'zh-CN'), 'general-2026.levels');
    expect(printed(levels, 'G00', 'na')).toBe('不适用');
    expect(printed(levels, 'G01', 'na')).toMatch(/^\d+$/);
  });

  test('under 10 answers nothing is broken down, not even into zeros', () => {
    const nine = randomCounted(general, 40, 3)
      .filter(({ standing }) => standing === 'valid')
      .slice(0, 9);
    const ids = reportTables(summaryOf(nine), 'zh-CN').map(({ id }) => id);
    expect(ids).not.toContain('general-2026.units');
    expect(ids).not.toContain('general-2026.channels');
    const options = table(reportTables(summaryOf(nine), 'zh-CN'), 'general-2026.options');
    expect(options.rows.filter(({ id }) => /^B\d/.test(id))).toEqual([]);
  });
});

describe('shares', () => {
  test('of a question with several answers are of people, not of votes', () => {
    const people = Array.from(
      { length: 60 },
      (_, i): CountedAnswer => ({
        answers: { G00: 's4', G12: i < 58 ? ['fiscal', 'farm', 'land'] : ['school'] },
      }),
    );
    const options = table(reportTables(summaryOf(people), 'zh-CN'), 'general-2026.options');
    expect(['people', 'base', 'share'].map((column) => printed(options, 'G12=fiscal', column))).toEqual([
      '58',
      '60',
      '96.7%',
    ]);
  });

  test('versions on different scales stand in different tables, named by version', () => {
    const second: Survey = { ...generalSurvey(general.code, townships), version: 2, scale: threeLevels };
    const answers = [
      ...Array.from({ length: 40 }, (): CountedAnswer => ({ answers: { G00: 's5' } })),
      ...Array.from({ length: 35 }, (): CountedAnswer => ({ answers: { G00: 's1' }, version: 2 })),
    ];
    const tables = reportTables(summaryOf(answers, general, [general, second]), 'zh-CN');
    const [newer, older] = [table(tables, 'general-2026.levels'), table(tables, 'general-2026.levels-2')];
    expect(newer.columns.slice(0, 3).map(({ id }) => id)).toEqual(['s3', 's2', 's1']);
    expect(printed(newer, 'G00@2', 's1')).toBe('35');
    expect(printed(older, 'G00@1', 's5')).toBe('40');
    expect(newer.rows[0]?.label).toBe('总的来说，您对本县政府信息公开工作满意吗？（问卷第2版）');
  });
});
