// The rules of the entry tables: keys lead from figure to figure, pasted blocks land where they would in a spreadsheet, and files
// give back the figures that went into them.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { FormTable } from '#core/statutory/form.ts';
import { asEntries, form, validFigures } from '#tests/world/entries.ts';
import { moved, spotsOf } from '#web/islands/cell-map.ts';
import { isFigure, placeBlock, readBlock, withoutLabels } from '#web/islands/pasted-block.ts';
import { readTableFile } from '#web/islands/table-file.ts';

const tables = form.tables.map((table) => ({ table, spots: spotsOf(table) }));
const tableB = form.tables.find(({ id }) => id === 'B') as FormTable;

describe('keys', () => {
  test('reach every figure, and only figures', () => {
    for (const { spots } of tables) {
      const ids = new Set(spots.map(({ id }) => id));
      const reached = new Set([spots[0]?.id ?? '']);
      for (const id of reached)
        for (const move of ['right', 'down'] as const) {
          const next = moved(spots, id, move);
          if (next) reached.add(next);
        }
      expect(reached).toEqual(ids);
    }
    expect(tables.flatMap(({ spots }) => spots.map(({ id }) => id))).toEqual(form.cells.map(({ id }) => id));
  });

  test('left undoes right, up undoes down within a block, and the edges hold', () => {
    for (const { spots } of tables)
      for (const { id, row, from, to } of spots) {
        const right = moved(spots, id, 'right');
        if (right) expect(moved(spots, right, 'left')).toBe(id);
        const down = spots.find((spot) => spot.id === moved(spots, id, 'down'));
        if (down && down.to - down.from === to - from) expect(moved(spots, down.id, 'up')).toBe(id);
        const start = spots.find((spot) => spot.id === moved(spots, id, 'row-start'));
        expect(start?.row).toBe(row);
        expect(moved(spots, start?.id ?? '', 'left')).toBeNull();
        expect(moved(spots, moved(spots, id, 'table-end') ?? '', 'right')).toBeNull();
      }
  });

  test('cross a wide cell by its left edge', () => {
    const spots = tables[0]?.spots ?? [];
    expect(moved(spots, 'A1.norms.valid', 'down')).toBe('A5.licence.n');
    expect(moved(spots, 'A5.licence.n', 'up')).toBe('A1.norms.made');
  });
});

describe('a pasted block', () => {
  const written = (rows: readonly (readonly string[])[]) =>
    rows
      .map((row) => row.join('\t'))
      .join('\r\n')
      .concat('\r\n');
  const spotsB = spotsOf(tableB);
  const body = (entries: Readonly<Record<string, string>>) =>
    [...new Set(spotsB.map(({ row }) => row))].map((line) =>
      spotsB.filter(({ row }) => row === line).map(({ id }) => entries[id] ?? ''),
    );

  test('of the whole table 三 lands cell by cell, with its labels or without', () => {
    fc.assert(
      fc.property(validFigures, fc.boolean(), (figures, labelled) => {
        const all = asEntries(figures);
        const rows = body(all).map((row, i) => (labelled ? [`第${i}行`, '1.标签', ...row] : row));
        const text = written(labelled ? [['', '', '自然人', '', '', '', '', '', '总计'], ...rows] : rows);
        const { entries, outside } = placeBlock(tableB, 'B.r1.np', withoutLabels(readBlock(text, '')));
        expect(outside).toBe(0);
        for (const [id, value] of Object.entries(entries)) expect(value).toBe(all[id]);
        expect(Object.keys(entries)).toHaveLength(175);
      }),
      { numRuns: 20 },
    );
  });

  test('never writes outside its shape and clears nothing', () => {
    const block = fc.array(fc.array(fc.constantFrom('', '1', '１，２３４', '-'), { minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.constantFrom(...form.cells), block, ({ id, table: tableId }, rows) => {
        const { table, spots } = tables.find((each) => each.table.id === tableId) ?? { spots: [] };
        if (!table) return;
        const { entries, outside, blank } = placeBlock(table, id, rows);
        const start = spots.find((spot) => spot.id === id);
        for (const [cell, text] of Object.entries(entries)) {
          expect(text).not.toBe('');
          expect(spots.find((spot) => spot.id === cell)?.row).toBeGreaterThanOrEqual(start?.row ?? 0);
        }
        expect(Object.keys(entries).length + outside).toBe(rows.flat().filter((text) => text !== '').length);
        expect(blank).toBeLessThanOrEqual(rows.flat().filter((text) => text === '').length);
      }),
    );
  });

  test('of merged cells takes the room they span, and thousands separators stay in one cell', () => {
    expect(readBlock('1,234\n5\n', '')).toEqual([['1,234'], ['5']]);
    const html = '<table><tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>';
    expect(readBlock('1', html)).toEqual([
      ['1', '2', ''],
      ['', '3', '4'],
    ]);
    const first = tables[0]?.table;
    expect(first && placeBlock(first, 'A5.licence.n', [['7', '', '']]).entries).toEqual({ 'A5.licence.n': '7' });
    expect(['１２', '1,234', '3.5', '-2'].every(isFigure)).toBe(true);
    expect(['1.属于国家秘密', '总计', '', '-'].some(isFigure)).toBe(false);
  });
});

describe('a file', () => {
  const golden = (name: string) => readTableFile(form, name, readFileSync(`tests/golden/${name}`));
  const fields: Record<string, string> = JSON.parse(readFileSync('tests/golden/annual.json', 'utf8')).fields;
  const cells = Object.fromEntries(form.cells.map(({ id }) => [id, fields[id]]));

  test.each(['annual.csv', 'annual.json', 'annual.html', 'annual.docx'])('%s gives back every figure', (name) => {
    const found = golden(name);
    expect(found).toMatchObject({ unreadable: 0 });
    expect('entries' in found && found.entries).toEqual(cells);
  });

  const letters = 'ABCDEFGHIJKLMNOP';
  /** A workbook as a spreadsheet writes it: shared strings, numbers, merged cells. */
  function workbook(): Uint8Array {
    const strings: string[] = [];
    const merges: string[] = [];
    const taken = new Set<string>();
    const rows = tableB.grid.map((row, r) => {
      let c = 0;
      const xml = row.map(({ text, cell, columns, rows: down }) => {
        while (taken.has(`${r},${c}`)) c++;
        for (let y = r; y < r + down; y++) for (let x = c; x < c + columns; x++) taken.add(`${y},${x}`);
        const ref = `${letters[c]}${r + 1}`;
        if (columns * down > 1) merges.push(`<mergeCell ref="${ref}:${letters[c + columns - 1]}${r + down}"/>`);
        c += columns;
        if (cell) return `<c r="${ref}" s="1"><v>${cells[cell]}</v></c>`;
        return `<c r="${ref}" t="s"><v>${strings.push(text) - 1}</v></c>`;
      });
      return `<row r="${r + 1}">${xml.join('')}</row>`;
    });
    const sheet = `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells></worksheet>`;
    const shared = `<sst>${strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`;
    return zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet), 'xl/sharedStrings.xml': strToU8(shared) });
  }

  test('of a spreadsheet gives back table 三', () => {
    const expected = Object.fromEntries(Object.entries(cells).filter(([id]) => id.startsWith('B.')));
    expect(readTableFile(form, '表三.xlsx', workbook())).toEqual({ entries: expected, unreadable: 0, year: null });
  });

  test('that is broken or holds no table says so', () => {
    expect(readTableFile(form, 'a.xlsx', workbook().subarray(0, 500))).toEqual({ fault: 'not-docx' });
    expect(readTableFile(form, 'a.txt', strToU8('没有表格'))).toEqual({ entries: {}, unreadable: 0, year: null });
  });
});
