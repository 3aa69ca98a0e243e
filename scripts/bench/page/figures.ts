// The page's own way to print a median with its range; the rest is shared with the other benchmarks.
import { median } from '../figures.ts';

export { markdownTable, median } from '../figures.ts';

/** `650 (630–671)`; the range only where it says something. */
export function spread(values: readonly number[], digits = 0): string {
  const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((v) => v.toFixed(digits));
  return low === high ? `${middle}` : `${middle} (${low}–${high})`;
}
