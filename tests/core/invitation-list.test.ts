// The clerk's list: every spelling that should be read, and every mistake named at its row and column.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDelimited } from '#core/delimited-text.ts';
import { invitationRowsMax, readInvitationList } from '#core/invitation-list.ts';
import { units } from '#tests/world/world.ts';

const known = { units, thisMonth: '2026-06' };
const read = (text: string) => readInvitationList(text, known);
const one = { unit: 'education', outcome: 'r3_1', month: '2026-05', tail: '0417' };

describe('rows of cells', () => {
  test('come back from CSV as they went in, whatever is in them', () => {
    const cell = fc.string().map((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/^\ufeff/, '')
        .trim(),
    );
    const row = fc
      .array(cell, { minLength: 2, maxLength: 5 })
      .filter((cells) => !cells.some((each) => each.includes('\t')));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const csv = rows.map((cells) => cells.map((each) => `"${each.replace(/"/g, '""')}"`).join(',')).join('\r\n');
        expect(readDelimited(csv)).toEqual(rows);
      }),
    );
  });

  test('any text at all is read without failing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\t', 'a', '，', ' ') }),
        (text) => void readDelimited(text),
      ),
    );
  });
});

describe('one case is read', () => {
  test.each([
    ['education,r3_1,2026-05,0417'],
    ['县教育局,r3_1,2026-05,0417'],
    ['Education Bureau\tR3_1\t2026/5\t0417'],
    ['县教育局，r3_1，2026年5月，0417'],
    ['"县教育局","（一）予以公开","2026.05","0417"'],
    ['\ufeff县教育局,r3_1,2026-05-12,0417\r\n\r\n'],
    ['单位,办理结果,答复月份,尾号\n县教育局,r3_1,2026年5月12日,0417'],
    ['尾号,经办人,月份,单位,结果代码\n0417,某某,2026-05,县教育局,r3_1'],
    ['unit,outcome,month,tail\neducation,r3_1,2026-05,0417'],
  ])('from %j', (text) => {
    expect(read(text)).toEqual({ cases: [one], problems: [] });
  });
});

describe('a mistake is named at its row and column', () => {
  test.each([
    ['县教育厅,r3_1,2026-05,0417', 'rows.1.unit', 'bad-unit'],
    ['education,r3_9,2026-05,0417', 'rows.1.outcome', 'bad-outcome'],
    ['education,r3_7,2026-05,0417', 'rows.1.outcome', 'bad-outcome'],
    ['education,r3_1,2026-13,0417', 'rows.1.month', 'bad-month'],
    ['education,r3_1,2026-07,0417', 'rows.1.month', 'bad-month'],
    ['education,r3_1,五月,0417', 'rows.1.month', 'bad-month'],
    ['education,r3_1,2026-05,4', 'rows.1.tail', 'bad-tail'],
    ['education,r3_1,2026-05,1234567', 'rows.1.tail', 'bad-tail'],
    ['education,r3_1,2026-05,<b>', 'rows.1.tail', 'bad-tail'],
    ['education,r3_1,,0417', 'rows.1.month', 'empty'],
    ['education,r3_1', 'rows.1.month', 'empty'],
    ['education,r3_1,2026-05,0417,x', 'rows.1.row', 'too-many-cells'],
    ['education,r3_1,2026-05,0417\n\neducation,r3_1,2026-05,0417', 'rows.3.row', 'duplicate-row'],
    ['单位,办理结果,答复月份,尾号\neducation,bad,2026-05,0417', 'rows.2.outcome', 'bad-outcome'],
    ['', 'list', 'empty'],
    ['单位,办理结果,答复月份,尾号', 'list', 'empty'],
  ])('%j', (text, field, code) => {
    expect(read(text).problems[0]).toMatchObject({ field, code });
  });

  test('all of them at once', () => {
    expect(read('x,y,z,w\neducation,r3_1,2026-05,0417\nx,r3_1,2026-05,1').problems.map(({ field }) => field)).toEqual([
      'rows.1.unit',
      'rows.1.outcome',
      'rows.1.month',
      'rows.1.tail',
      'rows.3.unit',
      'rows.3.tail',
    ]);
  });

  test('and so is a list that is too long', () => {
    const rows = Array.from(
      { length: invitationRowsMax + 1 },
      (_, i) => `education,r3_1,2026-05,${String(i).padStart(4, '0')}`,
    );
    expect(read(rows.slice(1).join('\n')).problems).toEqual([]);
    expect(read(rows.join('\n')).problems).toMatchObject([{ field: 'list', code: 'too-many-rows' }]);
  });
});
