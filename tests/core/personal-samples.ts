// What citizens and offices write, generated: personal data in every usual spelling, and numbers that are nobody's.
import * as fc from 'fast-check';
import type { PersonalKind } from '#core/personal-data.ts';

export const digits = (min: number, max = min): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
const pad = (n: number, length = 2): string => String(n).padStart(length, '0');
const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));

export const idCheck = (body: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(body.charAt(i)), 0) % 11);
};
const luhnCheck = (body: string): string => {
  const doubled = [...body].reverse().map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1));
  const sum = doubled.reduce((total, n) => total + Math.floor(n / 10) + (n % 10), 0);
  return String((10 - (sum % 10)) % 10);
};

const idNumbers = fc
  .tuple(
    fc.constantFrom('110105', '430102', '150404', '650104', '820000'),
    fc.integer({ min: 1920, max: 2025 }),
    day,
    digits(3),
  )
  .map(([area, year, [month, dayOfMonth], serial]) => {
    const body = `${area}${year}${pad(month)}${pad(dayOfMonth)}${serial}`;
    return body + idCheck(body);
  });
const mobiles = fc.tuple(fc.constantFrom(...'3456789'), digits(9)).map(([second, rest]) => `1${second}${rest}`);
const bankCards = fc
  .tuple(fc.constantFrom('62', '60', '4', '5', '35', '9558'), fc.integer({ min: 16, max: 19 }), digits(18))
  .map(([issuer, length, rest]) => (issuer + rest).slice(0, length - 1))
  .map((body) => body + luhnCheck(body));
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const plates = fc
  .tuple(
    fc.constantFrom(...'京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'),
    fc.constantFrom(...letters),
    fc.oneof(
      digits(5),
      fc.tuple(fc.constantFrom(...letters), digits(4)).map((parts) => parts.join('')),
      fc
        .tuple(digits(2), fc.constantFrom(...letters), digits(1), fc.constantFrom(...letters))
        .map((parts) => parts.join('')),
      fc.tuple(fc.constantFrom('D', 'F', 'DA'), digits(5)).map((parts) => parts.join('').slice(0, 6)),
      fc.tuple(digits(5), fc.constantFrom('D', 'F')).map((parts) => parts.join('')),
    ),
  )
  .map((parts) => parts.join(''));
const eMails = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'abcxyz019'), minLength: 1, maxLength: 12 }),
    fc.constantFrom('', '.li', '_2', '+gov', '-w'),
    fc.constantFrom('qq.com', '163.com', 'sina.cn', 'vip.126.com', 'mail.hebei.gov.cn', 'foxmail.com'),
  )
  .map(([name, more, host]) => `${name}${more}@${host}`);

type Spelling = (text: string, turn: number) => string;
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const chinese: Spelling = (text, turn) =>
  text.replace(/\d/g, (digit) => (turn % 2 ? '零一二三四五六七八九' : '〇幺二三四五六七八九').charAt(Number(digit)));
const zeroWidth: Spelling = (text, turn) => text.split('').join(['\u200b', '\u200d', '\ufeff', '\u2060'][turn % 4]);
const brokenAnywhere: Spelling = (text, turn) => {
  const place = 1 + (turn % (text.length - 1));
  return `${text.slice(0, place)}${turn % 2 ? '\n' : '\r\n'}${text.slice(place)}`;
};
const groupsOf = (text: string): string[] => {
  if (text.length === 11) return [text.slice(0, 3), text.slice(3, 7), text.slice(7)];
  if (/^\d{6}(19|20)\d{9}[\dX]$/.test(text)) return [text.slice(0, 6), text.slice(6, 14), text.slice(14)];
  return text.match(/.{1,4}/g) ?? [];
};
const grouped =
  (...separators: string[]): Spelling =>
  (text, turn) =>
    groupsOf(text).join(separators[turn % separators.length]);

const numberSpellings: Record<string, Spelling> = {
  plain: (text) => text,
  'full-width': fullWidth,
  'in groups with spaces': grouped(' ', '\u3000', '\u00a0', '  '),
  'in groups with hyphens': grouped('-', '－', '—', ' - '),
  'in groups with dots': grouped('.', '·', '・', '•'),
  'in Chinese digits': chinese,
  'with zero-width characters': zeroWidth,
  'with a line break anywhere': brokenAnywhere,
  'digit by digit': (text) => text.split('').join(' '),
  'in full-width groups': (text, turn) => fullWidth(grouped(' ', '-', '\n')(text, turn)),
  'in Chinese groups': (text, turn) => chinese(grouped(' ', '-', '·')(text, turn), turn),
};
const mobileSpellings: Record<string, Spelling> = {
  ...numberSpellings,
  'in groups of two kinds': (text, turn) =>
    text.slice(0, 3) + ' -.\n'.charAt(turn % 4) + text.slice(3, 7) + '- \n·'.charAt(turn % 4) + text.slice(7),
  'with the country code': (text, turn) =>
    ['+86', '86', '0086', '+86 ', '+86-', '0086 '][turn % 6] + grouped('', ' ', '-')(text, turn % 3),
};
const eMailSpellings: Record<string, Spelling> = {
  plain: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  'full-width': fullWidth,
  'with a full-width ＠': (text) => text.replace('@', '＠'),
  'with spaces': (text) => text.replace('@', ' @ '),
  'with 。 for the last dot': (text) => text.replace(/\.(?=(com|cn)$)/, '。'),
  'with zero-width characters': zeroWidth,
  'with a line break': (text) => text.replace('@', '@\n'),
  'in Chinese digits': chinese,
  'with (at)': (text) => text.replace('@', '(at)'),
};
const plateSpellings: Record<string, Spelling> = {
  plain: (text) => text,
  'lower case': (text) => text.toLowerCase(),
  'full-width': fullWidth,
  'with a dot': (text, turn) => `${text.slice(0, 2)}${['·', '.', '・', '•'][turn % 4]}${text.slice(2)}`,
  'with a space': (text, turn) => `${text.slice(0, 1 + (turn % 2))} ${text.slice(1 + (turn % 2))}`,
  'with a hyphen': (text) => `${text.slice(0, 2)}-${text.slice(2)}`,
  'letter by letter': (text) => text.split('').join(' '),
  'with zero-width characters': zeroWidth,
  'with a line break': (text, turn) => `${text.slice(0, 1 + (turn % 3))}\n${text.slice(1 + (turn % 3))}`,
  'in Chinese digits': chinese,
};

const sentences = [
  '{}',
  '请回电{}，谢谢',
  '我是李四 {} 一直没人理我',
  '联系:{};收到请回复',
  '（{}）2026年3月15日交的材料',
  '我的是{}。\n第2次反映了',
];
export const say = (turn: number, text: string): string =>
  (sentences[turn % sentences.length] as string).replace('{}', () => text);

export const classes: [PersonalKind, fc.Arbitrary<string>, Record<string, Spelling>][] = [
  ['id-number', idNumbers, numberSpellings],
  ['mobile', mobiles, mobileSpellings],
  ['bank-card', bankCards, numberSpellings],
  ['e-mail', eMails, eMailSpellings],
  ['plate', plates, plateSpellings],
];

const year = fc.integer({ min: 1999, max: 2035 });
/** The first year in which our own numbers can have been given, and enough after it. */
const ownYear = fc.integer({ min: 2010, max: 2039 });
const serial = fc.oneof(
  fc.integer({ min: 1, max: 9999 }).map((n) => pad(n, 4)),
  fc.integer({ min: 1, max: 99_999 }).map(String),
);
export const ownCaseNumbers = fc
  .tuple(
    fc.constantFrom(
      '〔year〕第no号',
      'year-no',
      '依申请〔year〕no号',
      '豫依申请公开〔year〕第no号',
      '[year]no',
      'YKGK-year-no',
      '（year）no号',
    ),
    ownYear,
    serial,
  )
  .map(([form, y, n]) => form.replace('year', String(y)).replace('no', n));
export const receipts = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXY23456789'),
  minLength: 8,
  maxLength: 8,
});
export const caseLists = fc
  .tuple(fc.array(ownCaseNumbers, { minLength: 2, maxLength: 4 }), fc.constantFrom('、', '，', ' ', '\n', '和'))
  .map(([numbers, separator]) => numbers.join(separator));

const moments = fc.tuple(year, day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
export const harmless: Record<string, fc.Arbitrary<string>> = {
  'document numbers': fc
    .tuple(
      fc.constantFrom(
        '国办发〔year〕no号',
        '湘政办函〔year〕no号',
        'GB/T 9704-year',
        '京ICP备yearno号',
        '(year)京01行初no号',
        'XZFY-year-no',
        'year00000000no',
      ),
      year,
      serial,
    )
    .map(([form, y, n]) => form.replace('year', String(y)).replace('no', n)),
  dates: fc.tuple(moments, fc.integer({ min: 0, max: 7 })).map(([[y, [m, d], hour, minute], form]) => {
    const time = `${pad(hour)}:${pad(minute)}`;
    const numbers = [y, pad(m), pad(d)];
    return [
      numbers.join('-'),
      numbers.join('.'),
      numbers.join(''),
      `${y}年${m}月${d}日`,
      `${numbers.join('-')} ${time}:00`,
      `${numbers.join('')}${pad(hour)}${pad(minute)}00`,
      `${y}.${m}.${d}-${y + 1}.${m}.${d}`,
      `${numbers.join('-')} ${y + 1}-${pad(d % 12 || 12)}-${pad(m)}`,
    ][form] as string;
  }),
  'hot lines and landlines': fc.oneof(
    fc.constantFrom('12345', '110', '119', '12388', '12345 110', '12345-2', '95588', '1258', '12306 12345'),
    fc
      .tuple(fc.constantFrom('010', '0371', '0731'), digits(7), fc.constantFrom('-', ' ', ''))
      .map(([a, n, by]) => a + by + 8 + n),
    fc.tuple(digits(3), digits(4)).map(([a, b]) => `400-${a}-${b}`),
  ),
  'amounts of money': fc
    .tuple(
      fc.nat(99_999_999_999),
      digits(2),
      fc.constantFrom('元', ' 元', '万元', '亿元'),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(
      ([n, cents, unit, form]) =>
        [
          `${n}${unit}`,
          `${n}.${cents}${unit}`,
          `￥${n.toLocaleString('en')}.${cents}`,
          `${n % 1e6}.${cents} ${n % 1e5}`,
        ][form] as string,
    ),
  'statistics in a row': fc
    .tuple(fc.array(fc.nat(99_999), { minLength: 2, maxLength: 10 }), fc.constantFrom(' ', '\t', '，', '\n', '  '))
    .map(([figures, by]) => figures.join(by)),
  'percentages and decimals': fc.tuple(digits(1, 3), digits(1, 15)).map(([whole, rest]) => `${whole}.${rest}`),
  'postal codes': fc.tuple(digits(6), digits(6)).map(([a, b]) => `邮编${a} ${b}`),
  'plain long numbers': fc.oneof(digits(5, 10), digits(12), digits(14)),
};
