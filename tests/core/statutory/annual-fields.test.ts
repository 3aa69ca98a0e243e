// Two people at one report: what only one of them changed is kept, what both changed differently is shown to both.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptFields, changedFields, mergeFields, storedFields } from '#core/statutory/annual-fields.ts';
import { form } from '../../world/entries.ts';

const ids = ['a', 'b', 'c', 'd'] as const;
const fields = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('', '1', '2', '3'));
const whole = (some: Record<string, string>) => Object.fromEntries(ids.map((id) => [id, some[id] ?? '']));

describe('merging', () => {
  test('keeps every change that only one of the two made', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, stored, mine) => {
        const { fields: merged, conflicts } = mergeFields(base, stored, whole(mine));
        for (const id of ids) {
          const [before, theirs, own] = [base[id] ?? '', stored[id] ?? '', mine[id] ?? ''];
          expect(merged[id] ?? '').toBe(own === before ? theirs : own);
          expect(conflicts.some(({ field }) => field === id)).toBe(
            own !== before && theirs !== before && own !== theirs,
          );
        }
      }),
    );
  });

  test('of what somebody left out of a post leaves it as it is', () => {
    expect(mergeFields({ a: '1' }, { a: '2' }, {})).toEqual({ fields: { a: '2' }, conflicts: [] });
  });

  test('twice changes nothing more', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, stored, mine) => {
        const once = mergeFields(base, stored, mine);
        expect(mergeFields(base, once.fields, mine)).toEqual({ fields: once.fields, conflicts: [] });
      }),
    );
  });
});

describe('what is posted', () => {
  test('is taken only into fields of the form, tidied, and never cut', () => {
    const long = '好'.repeat(6001);
    const posted = { 'B.r1.np': ' 3 ', disclosure: '一\r\n二', others: long, 'B.r9.np': '1', constructor: 'x' };
    const { fields: taken, problems } = acceptFields(form, posted);
    expect(taken).toEqual({ 'B.r1.np': '3', disclosure: '一\n二' });
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ['others', 'too-long'],
      ['B.r9.np', 'unknown-field'],
      ['constructor', 'unknown-field'],
    ]);
  });

  test('is stored without its empty fields, and compared with them', () => {
    expect(storedFields({ b: '1', a: '', c: '2' })).toEqual({ b: '1', c: '2' });
    expect(changedFields({ a: '1', b: '' }, { a: '2', c: '3' })).toEqual(['a', 'c']);
  });
});
