// The form is data: what it prints is a full grid, what it sums is what domain rules say, and there are 200 cells.
import { describe, expect, test } from 'vitest';
import { cellLabel, cellOf, type FormTable, formOf } from '#core/statutory/form.ts';

const form = formOf(2026);

/** Which printed cell covers each place of the grid; throws when two do. */
function covered({ grid, widths }: FormTable): number {
  const taken = grid.map(() => widths.map(() => false));
  grid.forEach((row, r) => {
    let column = 0;
    for (const { columns, rows } of row) {
      while (taken[r]?.[column]) column += 1;
      for (let dr = 0; dr < rows; dr += 1)
        for (let dc = 0; dc < columns; dc += 1) {
          expect(taken[r + dr]?.[column + dc]).toBe(false);
          (taken[r + dr] as boolean[])[column + dc] = true;
        }
    }
  });
  return taken.flat().filter(Boolean).length;
}

describe('the form of 2021', () => {
  test('is used from report year 2021 on', () => {
    expect([2021, 2026, 2040].map((year) => formOf(year).id)).toEqual(['2021', '2021', '2021']);
  });

  test('has 10 + 175 + 15 cells, each once, each in its table', () => {
    const count = (table: string) => form.cells.filter((cell) => cell.table === table).length;
    expect([count('A'), count('B'), count('C')]).toEqual([10, 175, 15]);
    expect(new Set(form.cells.map(({ id }) => id)).size).toBe(200);
    const printed = form.tables.flatMap(({ grid }) => grid.flat().flatMap(({ cell }) => cell ?? []));
    expect(printed).toEqual(form.cells.map(({ id }) => id));
  });

  test('prints grids without a hole or an overlap, as wide as the text', () => {
    for (const table of form.tables) {
      expect(covered(table)).toBe(table.grid.length * table.widths.length);
      expect(table.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(156);
    }
  });

  test('merges the labels as the published form does', () => {
    const [, requests] = form.tables;
    const rowsOf = (text: string) => requests?.grid.flat().find((cell) => cell.text === text)?.rows;
    const merged = ['三、本年度办理结果', '（三）不予公开', '（四）无法提供', '（五）不予处理', '（六）其他处理'];
    expect(merged.map(rowsOf)).toEqual([22, 8, 3, 5, 3]);
    expect(form.tables.map(({ grid }) => grid.length)).toEqual([14, 28, 4]);
  });

  test('holds 42 sums, three 规章 that must be 0, and nine ties to last year', () => {
    const count = (rule: string) => form.equations.filter((equation) => equation.rule === rule).length;
    expect(['B1', 'B2', 'B3', 'C1', 'C2', 'C3', 'A2'].map(count)).toEqual([7, 7, 25, 1, 1, 1, 3]);
    expect(
      form.carriedOver
        .map(({ rule }) => rule)
        .sort()
        .join(),
    ).toBe('A1x,A1x,B4,B4,B4,B4,B4,B4,B4');
    for (const { terms, before, total } of [...form.equations, ...form.carriedOver]) {
      for (const [id] of [...terms, ...before]) expect(cellOf(form, id)).toBeDefined();
      expect(total === null || terms.some(([id]) => id === total)).toBe(true);
    }
    expect(form.equations.find(({ rule }) => rule === 'B2')?.terms).toHaveLength(22);
  });

  test('names a cell so that it can be found', () => {
    expect(cellLabel(form, 'B.r3_6_3.np')).toBe('（六）其他处理·3.其他·自然人');
    expect(cellLabel(form, 'C.lit_after.tot')).toBe('行政诉讼·复议后起诉·总计');
    expect(cellLabel(form, 'A8.fee.amount')).toBe('行政事业性收费·本年收费金额（单位：万元）');
  });
});
