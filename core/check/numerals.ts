// Figures in Chinese sentences: 12, 1,641, 1.2万, 二十三, 30余. Only a figure with a unit behind it counts; a year, a
// document number or 一是 does not.

export interface Figure {
  readonly value: number;
  /** Said to be about so many: 余, 多, 近, 约. */
  readonly approximate: boolean;
  readonly unit: string;
  /** In the text it was found in, unit included. */
  readonly start: number;
  readonly end: number;
  /** Where the bare figure ends. */
  readonly figureEnd: number;
  readonly decimals: number;
}

const digitOf = new Map([...'零一二三四五六七八九'].map((char, i) => [char, i]));
digitOf.set('〇', 0).set('两', 2);
const placeOf = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 二十三 is 23; undefined for what is not one number. */
export function chineseNumber(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of text) {
    const value = digitOf.get(char);
    const place = placeOf.get(char);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (place !== undefined) {
      section += (digit ?? 1) * place;
      digit = undefined;
    } else if (char === '万') {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}

export const units =
  '件次|人次|万元|件|条|份|次|篇|宗|起|例|个|期|场|家|部|项|元|人|%|封|批|组|轮|本|册|期次|则|幅|部次';
const figurePattern = new RegExp(
  `(?:(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?|([零〇一二两三四五六七八九十百千]{1,9}))(余|多)?([万亿])?(余|多)?(${units})`,
  'g',
);

/** Every figure with a unit in condensed text. */
export function figuresOf(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const found of text.matchAll(figurePattern)) {
    const [whole, digits, decimals = '', chinese, more, scale, moreStill, unit = ''] = found;
    const before = text.charAt(found.index - 1);
    // 第一件 and 十四五 are no counts; 〔2021〕30 has its bracket.
    if (before === '第' || /[〔〕.\-/]/.test(before)) continue;
    const bare =
      digits !== undefined ? Number(`${digits.replaceAll(',', '')}${decimals}`) : chineseNumber(chinese ?? '');
    if (bare === undefined || !Number.isFinite(bare)) continue;
    const scaled = bare * (scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1);
    figures.push({
      value: Math.round(scaled * 1e6) / 1e6,
      approximate:
        Boolean(more || moreStill) ||
        /[近约超逾过达]$/.test(text.slice(0, found.index).replace(/达$/, '')) ||
        (scale !== undefined && decimals !== ''),
      unit,
      start: found.index,
      end: found.index + whole.length,
      figureEnd: found.index + whole.length - unit.length,
      decimals: decimals === '' ? 0 : decimals.length - 1,
    });
  }
  return figures;
}
