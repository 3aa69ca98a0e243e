// When a row has the wrong number of figures, the file broke it: digits were torn apart, run together, or a page number
// strayed in. Every way to put it right is tried; only a single one that fits the sums is a reading, never a guess.

const triesMax = 20_000;
const choicesKept = 40;

/** Whether figures in this order can be a row; how strict it is decides how much can be mended. */
export type Fits = (values: readonly number[]) => boolean;

function* choose(from: number, to: number, count: number): Generator<number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= to - count; first++) {
    for (const rest of choose(first + 1, to, count - 1)) yield [first, ...rest];
  }
}

/** Digits torn apart: neighbours are joined until `count` are left. */
function* joinings(tokens: readonly string[], count: number): Generator<string[]> {
  for (const kept of choose(1, tokens.length, count - 1)) {
    const bounds = [0, ...kept, tokens.length];
    yield bounds.slice(1).map((end, i) => tokens.slice(bounds[i], end).join(''));
  }
}

/** A figure that does not belong: a page number. */
function* droppings(tokens: readonly string[]): Generator<string[]> {
  for (let i = 0; i < tokens.length; i++) yield tokens.filter((_, at) => at !== i);
}

/** Figures run together: the digits are cut into `count` figures without leading zeros. */
function* cuttings(tokens: readonly string[], count: number): Generator<string[]> {
  const [first, ...rest] = tokens;
  if (first === undefined) {
    if (count === 0) yield [];
    return;
  }
  const spare = count - tokens.length;
  for (let parts = 1; parts <= Math.min(first.length, spare + 1); parts++) {
    for (const cuts of choose(1, first.length, parts - 1)) {
      const bounds = [0, ...cuts, first.length];
      const pieces = bounds.slice(1).map((end, i) => first.slice(bounds[i], end));
      for (const more of cuttings(rest, count - parts)) yield [...pieces, ...more];
    }
  }
}

const proper = (figure: string): boolean => figure.length < 8 && !/^0\d/.test(figure);

/**
 * All different readings of the tokens (runs of digits) as `count` figures that fit, up to a few dozen; an empty list
 * when none fits or too many would have to be tried.
 */
export function readingsOf(tokens: readonly string[], count: number, fits: Fits): number[][] {
  const digits = tokens.map((token) => token.replaceAll(',', ''));
  if (digits.some((token) => !/^\d+$/.test(token)) || digits.length > count + 4 || digits.join('').length > 60)
    return [];
  const found = new Map<string, number[]>();
  let tries = 0;
  const attempts: Generator<string[]>[] = [];
  // Figures that kept their blanks are whole; only a row run together into one or two is cut.
  if (digits.length < Math.min(count, 3)) attempts.push(cuttings(digits, count));
  if (digits.length > count) attempts.push(joinings(digits, count));
  if (digits.length === count + 1) attempts.push(droppings(digits));
  for (const attempt of attempts) {
    for (const figures of attempt) {
      if (++tries > triesMax) return [];
      if (!figures.every(proper)) continue;
      const values = figures.map(Number);
      if (fits(values)) found.set(values.join(), values);
      if (found.size > choicesKept) return [];
    }
  }
  return [...found.values()];
}

/** The last figure is the sum of the ones before it. */
export const lastIsSum: Fits = (values) => values.slice(0, -1).reduce((sum, n) => sum + n, 0) === values.at(-1);
