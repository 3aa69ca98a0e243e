// Figures as they are printed: medians with their range, percentiles, and a Markdown table for docs/benchmarks.md.

import { availableParallelism, loadavg } from 'node:os';

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The smallest value that `share` of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const half = sorted.length >> 1;
  const [below, above] = [sorted[sorted.length % 2 ? half : half - 1], sorted[half]];
  return below === undefined || above === undefined ? Number.NaN : (below + above) / 2;
}

/** `650 (630–671)`: the median and the range around it. */
export function spread(values: readonly number[], digits = 0): string {
  const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)].map((v) => v.toFixed(digits));
  return values.length > 1 ? `${middle} (${low}–${high})` : `${middle}`;
}

export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

export const printTable = (...table: Parameters<typeof markdownTable>): void => console.log(markdownTable(...table));

/** What a reader needs to judge the figures: when, on what, and whether something else was running. */
export function printConditions(command: string): void {
  const load = loadavg()[0]?.toFixed(2);
  console.log(
    `${command}, ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, load before ${load}\n`,
  );
}
