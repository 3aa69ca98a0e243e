// B4, A1x: this year against last year's report; B9: the county's cells against the sum of its organs'.
import { applicantIds, cellLabel, requestCell } from '../form.ts';
import { remedyCellIds, requestCellIds } from '../recover-tables.ts';
import type { Found, Report, Rule } from '../rule.ts';
import { cellAt, cellQuote, placeAt, valueAt } from './cells.ts';

function comparable(report: Report, lastYear: Report): Found[] {
  const [year, given] = [report.narrative.year, lastYear.narrative.year];
  if (year !== undefined && given !== undefined && given !== year - 1) {
    return [
      {
        severity: 'unverifiable',
        message: { key: 'last-year-wrong', values: { given, wanted: year - 1 } },
        quote: '',
        place: null,
      },
    ];
  }
  const read = applicantIds.some((column) => valueAt(lastYear, requestCell('r4', column)) !== undefined);
  return read ? [] : [{ severity: 'unverifiable', message: { key: 'last-year-unread' }, quote: '', place: null }];
}

export const carriedOver: Rule = {
  id: 'B4',
  needs: ['B', 'last-year'],
  check: (report, { lastYear }) => {
    if (!lastYear) return [];
    const wrong = applicantIds.flatMap((column): Found[] => {
      const id = requestCell('r2', column);
      const now = valueAt(report, id);
      const then = valueAt(lastYear, requestCell('r4', column));
      if (now === undefined || then === undefined || now === then) return [];
      const mended = cellAt(report, id)?.mended || cellAt(lastYear, requestCell('r4', column))?.mended;
      return [
        {
          severity: mended ? 'unverifiable' : 'high',
          message: { key: 'carried-over', values: { of: cellLabel(id).replace(/^.*·/, ''), now, then } },
          repairs: [
            { key: 'repair-cell', values: { cell: cellLabel(id), from: now, to: then } },
            { key: 'repair-last-year', values: { cell: cellLabel(requestCell('r4', column)), to: now } },
          ],
          quote: cellQuote(report, id),
          place: placeAt(report, id),
        },
      ];
    });
    return [...comparable(report, lastYear), ...wrong];
  },
};

export const normsBalance: Rule = {
  id: 'A1x',
  needs: ['A', 'last-year'],
  check: (report, { lastYear }) =>
    ['rules', 'norms'].flatMap((row): Found[] => {
      const [made, repealed, valid] = ['made', 'repealed', 'valid'].map((column) =>
        valueAt(report, `A1.${row}.${column}`),
      );
      const before = lastYear && valueAt(lastYear, `A1.${row}.valid`);
      if (made === undefined || repealed === undefined || valid === undefined || before === undefined) return [];
      const expected = before + made - repealed;
      if (expected === valid) return [];
      return [
        {
          severity: 'medium',
          message: {
            key: 'norms-balance',
            values: { of: cellLabel(`A1.${row}.valid`), before, made, repealed, expected, valid },
          },
          repairs: [
            {
              key: 'repair-cell',
              values: { cell: cellLabel(`A1.${row}.valid`), from: valid, to: Math.max(0, expected) },
            },
            { key: 'repair-explain-lapse' },
          ],
          quote: ['made', 'repealed', 'valid'].map((column) => cellQuote(report, `A1.${row}.${column}`)).join('，'),
          place: placeAt(report, `A1.${row}.valid`),
        },
      ];
    }),
};

export const aggregate: Rule = {
  id: 'B9',
  needs: ['organs'],
  check: (report, { organs = [] }) =>
    [...requestCellIds, ...remedyCellIds].flatMap((id): Found[] => {
      const whole = valueAt(report, id);
      const parts = organs.map((organ) => valueAt(organ, id));
      if (whole === undefined || parts.length === 0 || parts.some((part) => part === undefined)) return [];
      const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
      if (sum === whole) return [];
      return [
        {
          severity: 'high',
          message: { key: 'aggregate', values: { cell: cellLabel(id), whole, sum, n: parts.length } },
          repairs: [
            { key: 'repair-cell', values: { cell: cellLabel(id), from: whole, to: sum } },
            { key: 'repair-organ' },
          ],
          quote: cellQuote(report, id),
          place: placeAt(report, id),
        },
      ];
    }),
};
