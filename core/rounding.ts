// Half-up to one decimal, in whole numbers, so that 0.5 is never lost to binary fractions. Nothing here nudges a
// figure to make a column sum to 100.

/** round(numerator / denominator) half-up for non-negative whole numbers; the denominator must not be 0. */
const divideHalfUp = (numerator: number, denominator: number): number =>
  Number((BigInt(numerator) * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n));

/** n of base as a percentage with one decimal: `percentOf(58, 60)` is 96.7; null for an empty base. */
export const percentOf = (n: number, base: number): number | null =>
  base === 0 ? null : divideHalfUp(n * 1000, base) / 10;

/** sum / n with one decimal; null when nothing was counted. */
export const meanOf = (sum: number, n: number): number | null => (n === 0 ? null : divideHalfUp(sum * 10, n) / 10);
