// Which single figure, changed, makes a broken sum hold: the ones that set the most sums right and break none come
// first, and where two are as good both are offered. Nothing is ever changed.
import { type Cells, summand } from './cell.ts';
import { type Equation, residual } from './sums.ts';

export interface Repair {
  readonly cell: string;
  readonly from: number;
  readonly to: number;
}

const repairsMax = 3;

export function repairsOf(broken: Equation, cells: Cells, all: readonly Equation[]): Repair[] {
  const off = residual(broken, cells);
  if (off === undefined || off === 0) return [];
  const scored = broken.terms.flatMap(([cell, sign]) => {
    const from = summand(cells[cell]);
    if (from === undefined) return [];
    const to = from - sign * off;
    if (to < 0) return [];
    const changed: Cells = { ...cells, [cell]: { value: to, raw: '', state: 'read', place: null } };
    const touched = all.filter(({ terms }) => terms.some(([id]) => id === cell));
    const count = (state: Cells) => touched.filter((equation) => (residual(equation, state) ?? 0) !== 0).length;
    // Of equal repairs the total is the likelier slip: it was added up by hand.
    const isTotal = sign < 0 ? 0.25 : 0;
    return [{ cell, from, to, gain: count(cells) - count(changed) + isTotal, filled: from > 0 || isTotal > 0 }];
  });
  const best = Math.max(...scored.map(({ gain }) => gain));
  const good = scored.filter(({ gain, filled }) => gain >= best - 0.25 && (filled || gain >= 2));
  return (good.length > 0 ? good : scored.filter(({ gain }) => gain === best))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, repairsMax)
    .map(({ cell, from, to }) => ({ cell, from, to }));
}
