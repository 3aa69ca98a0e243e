// Personal data in comments: what people write is found in every usual spelling, what offices write is left alone.
// Everything generated is generated from fixed seeds.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData, personalMarkers } from '#core/personal-data.ts';
import { caseLists, classes, digits, harmless, idCheck, ownCaseNumbers, receipts, say } from './personal-samples.ts';

const generatedCount = 20_000;

describe.each(classes)('%s', (kind, arbitrary, spellings) => {
  const generated = fc.sample(arbitrary, { seed: 28, numRuns: generatedCount });

  it.each(Object.entries(spellings))(
    'is masked whole when written %s',
    (_, spell) => {
      const missed = generated
        .map((text, turn) => [say(turn, spell(text, turn)), say(turn, personalMarkers[kind])] as const)
        .filter(([written, expected]) => maskPersonalData(written) !== expected);
      expect(missed.length, missed.slice(0, 3).join('\n')).toBeLessThanOrEqual(generatedCount / 1000);
    },
    30_000,
  );
});

describe('what is nobody’s', () => {
  const hits = (texts: string[]): string[] =>
    texts.map((text, turn) => say(turn, text)).filter((text) => maskPersonalData(text) !== text);

  it.each(Object.entries({ ownCaseNumbers, receipts, caseLists }))('%s are never masked', (_, arbitrary) => {
    expect(hits(fc.sample(arbitrary, { seed: 28, numRuns: generatedCount }))).toEqual([]);
  });

  it.each(Object.entries(harmless))('%s are hit at most twice in a hundred', (_, arbitrary) => {
    const found = hits(fc.sample(arbitrary, { seed: 28, numRuns: generatedCount }));
    expect(found.length, found.slice(0, 3).join('\n')).toBeLessThanOrEqual(generatedCount / 50);
  });

  it.each([
    '更新WECHAT2026以后打不开，办理时间太长',
    '最新 I have 2 apps',
    '湘（2026）长沙市不动产权第0123456号',
    '满意 156 2026-10-15',
    '156 2026-0412',
    '2026-151 2026-1512',
    '得分 33.33333333333333',
    '东经131.12345678',
    '1500.00 12000',
    '宁A 2026-3-5',
    '更新 A 10 20 3',
    '投资15000000000元',
    '请登录 www.example.gov.cn 或 @某某发布',
    '四、五、六、七、八、九、十',
    '11010519491231002Y',
    '110105194912310021',
    '6222021234567890',
  ])('%s is left as it is', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });
});

describe('facts', () => {
  it.each([
    ['张三13800138000一直打不通', '张三〔手机号〕一直打不通'],
    ['我叫李四 138 0013 8000 一直没人接', '我叫李四 〔手机号〕 一直没人接'],
    ['电话（+86）138-0013-8000', '电话（+86）〔手机号〕'],
    ['身份证11010519491231002ｘ的老人', '身份证〔身份证号〕的老人'],
    ['13800138000 13900139000\n11010519491231002X', '〔手机号〕 〔手机号〕\n〔身份证号〕'],
    ['1. 13800138000\n2. 139-0013-9000', '1. 〔手机号〕\n2. 〔手机号〕'],
    ['写信到 13800138000@163.com. Thanks', '写信到 〔邮箱〕. Thanks'],
    ['京A·12345 3月15日违停', '〔车牌号〕 3月15日违停'],
    ['京A12345一辆，京A1234警两辆', '〔车牌号〕一辆，〔车牌号〕两辆'],
    ['1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0', '〔手机号〕'],
  ])('%s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it('a find is given in places of the original text', () => {
    const text = '😀电话：１３８\u200b００１３　８０００。';
    const [find] = findPersonalData(text);
    expect(find).toEqual({ kind: 'mobile', start: 5, end: 18 });
    expect(text.slice(5, 18)).toBe('１３８\u200b００１３　８０００');
  });

  it('the birthday in an identity number is a day', () => {
    const body = '11010519491331002';
    expect(findPersonalData(body + idCheck(body)).filter(({ kind }) => kind === 'id-number')).toEqual([]);
  });
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(...'0123456789XxaA @.-〇一三八·\n\t\r京新〔〕+（）元，。'),
    fc.constantFrom(
      '\u200b',
      '\ud83d',
      '\udc00',
      '13800138000',
      '138',
      '0013',
      '8000',
      '1500 1200000',
      '〔手机号〕',
      '〔邮箱〕',
    ),
    fc.constantFrom(
      '京A12345',
      'a@qq.com',
      'qq .com',
      '11010519491231002X',
      '4111 1111 1111 1111',
      '京 A 1 2 3',
      '一三八零零',
    ),
  ),
  { maxLength: 24 },
);
const tangles = pieces.map((parts) => parts.join(''));

describe('for every text', () => {
  it('masking twice is masking once', () => {
    fc.assert(
      fc.property(tangles, (text) => {
        const masked = maskPersonalData(text);
        expect(maskPersonalData(masked)).toBe(masked);
      }),
      { seed: 28, numRuns: generatedCount },
    );
  });

  it('finds are in order, apart and inside the text', () => {
    fc.assert(
      fc.property(tangles, (text) => {
        let end = 0;
        for (const find of findPersonalData(text)) {
          expect(find.start).toBeGreaterThanOrEqual(end);
          expect(find.end).toBeGreaterThan(find.start);
          end = find.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { seed: 28, numRuns: generatedCount },
    );
  });

  it('without personal data nothing changes', () => {
    const words = fc.constantFrom(
      '公开及时，',
      '办理满意。',
      '第',
      '号',
      '请在',
      '个工作日内答复\n',
      'Wi-Fi',
      '😀',
      '〔',
      '〕',
      '%',
      ' 共 ',
    );
    const numbers = fc.oneof(
      digits(1, 10),
      digits(1, 3).map((n) => `${n}.5`),
      fc.constantFrom('二十', '2026-10-15', '一'),
    );
    const prose = fc.array(fc.tuple(words, numbers, fc.constantFrom('件', '，', '年', '（')), { maxLength: 12 });
    fc.assert(
      fc.property(prose, (parts) => {
        const text = parts.map((part) => part.join('')).join('');
        expect(maskPersonalData(text)).toBe(text);
      }),
      { seed: 28, numRuns: generatedCount },
    );
  });

  it('a marker keeps no digit of what it hides', () => {
    for (const [kind, arbitrary, spellings] of classes) {
      fc.assert(
        fc.property(arbitrary, fc.constantFrom(...Object.values(spellings)), fc.nat(999), (text, spell, turn) => {
          fc.pre(findPersonalData(spell(text, turn)).length > 0);
          expect(maskPersonalData(`请回复${spell(text, turn)}谢谢`)).toBe(`请回复${personalMarkers[kind]}谢谢`);
          expect(personalMarkers[kind]).not.toMatch(/[\w０-９@〇零一二三四五六七八九幺]/);
        }),
        { seed: 28, numRuns: 2000 },
      );
    }
  });

  it('lone surrogates and control characters are no error', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 });
    fc.assert(
      fc.property(units, (codes) => maskPersonalData(String.fromCharCode(...codes)).length >= 0),
      { seed: 28, numRuns: 5000 },
    );
  });
});

describe('10 kB of the worst', () => {
  const worst = [
    '1',
    '4',
    '9',
    ' ',
    '-',
    '.',
    '@',
    'a',
    '一',
    '一 ',
    '1 ',
    '4 ',
    '1. ',
    '13 ',
    '1   ',
    '1\u200b',
    '\ud800',
    'a.a.a.a@',
    'a-@a ',
    '京A',
    '京A 1 ',
    '1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 2 ',
    '1 3 8 0 0 1 3 8 0 0 0 ',
    '13800138000 ',
    '6 2 2 2 0 2 1 ',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ',
    '6222-0212-3456-7890-',
    `${'a'.repeat(60)}@`,
    `${'a'.repeat(63)}@${'a.'.repeat(150)}`,
    '86 1 3 ',
    '+',
  ];

  it.each(worst)('%j again and again takes at most 50 ms', (unit) => {
    const text = unit.repeat(Math.ceil(10_240 / unit.length)).slice(0, 10_240);
    const took = [1, 2, 3, 4, 5].map(() => {
      const began = performance.now();
      findPersonalData(text);
      return performance.now() - began;
    });
    expect(Math.min(...took)).toBeLessThanOrEqual(50);
  });
});
