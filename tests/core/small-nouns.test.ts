import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, isCleanText, tidyText } from '#core/canonical.ts';
import { tokenFrom, tokenPattern } from '#core/invitation.ts';
import { chooseLang, fill } from '#core/lang.ts';
import { fiveLevels, fourLevels, threeLevels } from '#core/model/scales.ts';
import { outcomes } from '#core/outcome.ts';
import { addDays, contains, dayOf, isDay, monthsIn, monthsPeriod, startOfDay, yearPeriod } from '#core/period.ts';
import { readReceipt, receiptAlphabet, showReceipt } from '#core/receipt.ts';
import { meanOf, percentOf } from '#core/rounding.ts';
import { isLow, isStrict, isWide, scaleFault } from '#core/scale.ts';
import { sha256 } from '#core/sha256.ts';
import { acknowledges } from '#core/submission.ts';
import { surveySchema } from '#core/survey.ts';
import { admission, phaseOn } from '#core/window.ts';
import { readWithdrawalCode, showWithdrawalCode, withdrawalCodeFrom } from '#core/withdrawal.ts';
import { generalOf, requestOf } from '#tests/world/world.ts';

describe('rounding', () => {
  test('is half-up to one decimal, as by hand with whole numbers', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (n, base) => {
        const tenths = (percentOf(n, base) as number) * 10;
        const exact = (BigInt(n) * 1000n * 2n + BigInt(base)) / (2n * BigInt(base));
        expect(Math.round(tenths)).toBe(Number(exact));
      }),
    );
  });

  test('gives the published examples', () => {
    expect(percentOf(5, 33)).toBe(15.2);
    expect(percentOf(58, 60)).toBe(96.7);
    expect(percentOf(1, 16)).toBe(6.3);
    expect(percentOf(1, 8)).toBe(12.5);
    expect(meanOf(185, 2)).toBe(92.5);
  });

  test('of nothing is nothing, never 100 %', () => {
    expect(percentOf(0, 0)).toBeNull();
    expect(meanOf(0, 0)).toBeNull();
  });
});

describe('a day in Shanghai', () => {
  test('begins at 16:00 UTC of the day before, at both ends of the year', () => {
    expect(dayOf(Date.parse('2025-12-31T15:59:59.999Z'))).toBe('2025-12-31');
    expect(dayOf(Date.parse('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
    expect(startOfDay('2026-01-01')).toBe(Date.parse('2025-12-31T16:00:00Z'));
  });

  test('belongs to exactly one year', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2100-01-01') }), (ms) => {
        const day = dayOf(ms);
        const year = Number(day.slice(0, 4));
        expect([year - 1, year, year + 1].filter((y) => contains(yearPeriod(y), day))).toEqual([year]);
        expect(addDays(addDays(day, 400), -400)).toBe(day);
      }),
    );
  });

  test('is read strictly', () => {
    expect(['2026-02-29', '2026-2-1', '2026-13-01', ''].filter(isDay)).toEqual([]);
    expect(isDay('2028-02-29')).toBe(true);
  });

  test('months of a period follow each other over the year', () => {
    expect(monthsIn(monthsPeriod('2025-11', '2026-02'))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsIn(yearPeriod(2026))).toHaveLength(12);
  });
});

describe('a scale', () => {
  test('of five, four or three mirrored levels is fair', () => {
    for (const scale of [fiveLevels, fourLevels, threeLevels]) expect(scaleFault(scale.levels)).toBeNull();
  });

  test('that offers only 满意 and 非常满意 beside 基本满意 is refused', () => {
    const kind = fiveLevels.levels.slice(0, 3);
    expect(scaleFault(kind)).toMatch(/asymmetric/);
    expect(surveySchema.safeParse({ ...generalOf(2026), scale: { code: 'K3', levels: kind } }).success).toBe(false);
  });

  test('cannot hide a lean by any choice of levels: strict and low have the same size', () => {
    const levels = fc.uniqueArray(fc.integer({ min: -2, max: 2 }), { minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(levels, (valences) => {
        const graded = valences
          .sort((a, b) => b - a)
          .map((valence, i) => ({ code: `v${i}`, points: 100 - i * 10, valence }));
        if (scaleFault(graded) === null) expect(graded.filter(isStrict)).toHaveLength(graded.filter(isLow).length);
      }),
    );
  });

  test('counts the top two of five as strict and the top three as wide', () => {
    expect(fiveLevels.levels.filter(isStrict).map(({ code }) => code)).toEqual(['s5', 's4']);
    expect(fiveLevels.levels.filter(isWide).map(({ code }) => code)).toEqual(['s5', 's4', 's3']);
  });
});

describe('a model survey', () => {
  test('is sound data in both languages', () => {
    for (const survey of [generalOf(2026), requestOf(2026)]) expect(surveySchema.parse(survey)).toEqual(survey);
  });

  test('is refused when a condition looks forward or a code comes twice', () => {
    const survey = generalOf(2026);
    const [first, ...rest] = survey.questions;
    const forward = { ...survey, questions: [{ ...first, when: { question: 'G08', is: ['yes'] } }, ...rest] };
    const twice = { ...survey, questions: [...survey.questions, first] };
    for (const bad of [forward, twice]) expect(surveySchema.safeParse(bad).success).toBe(false);
  });
});

describe('the canonical spelling', () => {
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(reversed as never)).toBe(canonical(value as never));
        expect(JSON.parse(canonical(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('hashes as node:crypto does, over any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 })), (text) => {
        expect(sha256(text)).toBe(
          createHash('sha256')
            .update(Buffer.from(new TextEncoder().encode(text)))
            .digest('hex'),
        );
      }),
      { numRuns: 400 },
    );
    for (const length of [55, 56, 63, 64, 65, 119, 120])
      expect(sha256('a'.repeat(length))).toBe(createHash('sha256').update('a'.repeat(length)).digest('hex'));
  });

  test('of text is the same from a script-less form and from the phone', () => {
    expect(tidyText(' 一\r\n二\r三 ')).toBe('一\n二\n三');
    expect(tidyText(tidyText('e\u0301'))).toBe('é');
    expect(isCleanText('😀 ok')).toBe(true);
  });
});

describe('receipts and invitations', () => {
  test('a receipt is read back however it is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...receiptAlphabet), { minLength: 8, maxLength: 8 }), (letters) => {
        const code = letters.join('');
        for (const typed of [
          ` ${showReceipt(code).toLowerCase()} `,
          code.replace(/./g, (letter) => `${String.fromCharCode(letter.charCodeAt(0) + 0xfee0)}　`),
          `${code.slice(0, 4)}－${code.slice(4)}。`,
          `https://www.yunling.gov.cn/pingyi/receipts/${code}?lang=zh-CN#ABCD`,
        ])
          expect(readReceipt(typed)).toBe(code);
      }),
    );
    for (const bad of ['', 'ABCD', 'ABCD-EFG+', 'ABCDEFGHJ', '一二三四五六七八']) expect(readReceipt(bad)).toBeNull();
  });

  test('what is no letter of a receipt is taken for the one it is mistaken for', () => {
    expect(readReceipt('abcd-efgo')).toBe('ABCDEFGD');
    expect(readReceipt('10IQ-Z345')).toBe('LDLD2345');
  });

  test('a token holds its 128 bits', () => {
    const hex = fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
      .map((digits) => digits.join(''));
    fc.assert(
      fc.property(hex, hex, (a, b) => {
        expect(tokenFrom(a)).toMatch(tokenPattern);
        expect(tokenFrom(a) === tokenFrom(b)).toBe(a === b);
      }),
    );
  });

  test('only an echo of the same id and hash is an acknowledgement', () => {
    const sent = { id: 'a'.repeat(32), sha: 'b'.repeat(64) };
    expect(acknowledges({ ok: true, ...sent, receipt: 'ABCDEFGH' }, sent)).toBe(true);
    for (const reply of [
      null,
      'ok',
      {},
      { ok: true },
      { ok: true, ...sent },
      { ok: true, id: sent.id, sha: 'c', receipt: 'x' },
    ])
      expect(acknowledges(reply, sent)).toBe(false);
  });

  test('the outcomes are the 21 rows of table 3 that stand for one request', () => {
    expect(outcomes).toHaveLength(21);
    expect(outcomes.map(({ code }) => code)).not.toContain('r3_7');
    expect(new Set(outcomes.map(({ words }) => words)).size).toBe(21);
  });
});

describe('a window', () => {
  const window = { opens: '2026-03-01', closes: '2026-05-31', graceDays: 7 };

  test('is open on its first and last day', () => {
    expect(
      ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01', '2026-06-07', '2026-06-08'].map((day) =>
        phaseOn(window, day),
      ),
    ).toEqual(['not-yet', 'open', 'open', 'grace', 'grace', 'over']);
  });

  test('takes late what was served in time, and nothing served after closing', () => {
    expect(admission(window, '2026-05-31', '2026-06-03')).toBe('late');
    expect(admission(window, '2026-06-01', '2026-06-03')).toBe('refused');
    expect(admission(window, '2026-05-31', '2026-06-08')).toBe('refused');
    expect(admission(window, '2026-04-01', '2026-05-31')).toBe('in-time');
  });
});

describe('a language', () => {
  test('is the one chosen, else the first the browser names, else Chinese', () => {
    expect(chooseLang('en', 'zh-CN')).toBe('en');
    expect(chooseLang('xx', 'fr, en;q=0.8, zh;q=0.5')).toBe('en');
    expect(chooseLang(undefined, undefined)).toBe('zh-CN');
  });

  test('fills every placeholder it has a value for and shows the ones it has not', () => {
    expect(fill('{a}{b}', { a: 1 })).toBe('1{b}');
  });
});

describe('a withdrawal code', () => {
  const digits = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 20, maxLength: 20 });

  test('is read back however it is typed, and different bits are different codes', () => {
    fc.assert(
      fc.property(digits, digits, (one, other) => {
        const [code, second] = [withdrawalCodeFrom(one.join('')), withdrawalCodeFrom(other.join(''))];
        expect(code === second).toBe(one.join('') === other.join(''));
        for (const typed of [
          showWithdrawalCode(code),
          code.toLowerCase().replaceAll('1', 'l').replaceAll('0', 'O'),
          ` ${code.replace(/./g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))}\n`,
        ])
          expect(readWithdrawalCode(typed)).toBe(code);
      }),
    );
  });

  test('has 16 characters and no letter U', () => {
    for (const wrong of ['', '0'.repeat(15), '0'.repeat(17), 'U'.repeat(16), '撤回码撤回码撤回码撤回码撤回码撤'])
      expect(readWithdrawalCode(wrong)).toBeNull();
  });
});
