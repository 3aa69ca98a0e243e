// What the sums of the form say about the figures so far: whether each holds, by how much it is off, and what a cell that
// is still empty must be. Pure and small, so that the page can do it with every key. Nothing is ever changed by itself.
import type { Figures } from './entries.ts';
import type { CellId, Equation, StatutoryForm } from './form.ts';

export type SumState =
  /** These cells are not there yet. */
  | { readonly kind: 'open'; readonly missing: readonly CellId[] }
  | { readonly kind: 'holds' }
  /** Both sides, where the total or what is left stands on the right. */
  | { readonly kind: 'broken'; readonly left: number; readonly right: number };

export function stateOf(equation: Equation, figures: Figures, lastYear: Figures = {}): SumState {
  const missing = equation.terms.flatMap(([id]) => (figures[id] === undefined ? [id] : []));
  const unknownBefore = equation.before.some(([id]) => lastYear[id] === undefined);
  if (missing.length > 0 || unknownBefore) return { kind: 'open', missing };
  const side = (sign: 1 | -1) =>
    [
      ...equation.terms.map((term) => [term, figures] as const),
      ...equation.before.map((term) => [term, lastYear] as const),
    ]
      .filter(([[, s]]) => s === sign)
      .reduce((sum, [[id], from]) => sum + (from[id] ?? 0), 0);
  const [left, right] = [side(1), side(-1)];
  return left === right ? { kind: 'holds' } : { kind: 'broken', left, right };
}

export interface BrokenSum {
  readonly equation: Equation;
  readonly left: number;
  readonly right: number;
}

/** The sums that can be worked out and do not hold, in the order of the form. */
export const brokenSums = (equations: readonly Equation[], figures: Figures, lastYear: Figures = {}): BrokenSum[] =>
  equations.flatMap((equation) => {
    const state = stateOf(equation, figures, lastYear);
    return state.kind === 'broken' ? [{ equation, left: state.left, right: state.right }] : [];
  });

/** What the only empty cell of a sum must be; null unless there is exactly one and it comes out as 0 or more. */
export function implied(
  equation: Equation,
  figures: Figures,
  lastYear: Figures = {},
): { readonly cell: CellId; readonly value: number } | null {
  const [unknown, ...more] = equation.terms.filter(([id]) => figures[id] === undefined);
  if (!unknown || more.length > 0 || equation.before.some(([id]) => lastYear[id] === undefined)) return null;
  const [cell, sign] = unknown;
  const rest =
    equation.terms.reduce((sum, [id, s]) => sum + s * (figures[id] ?? 0), 0) +
    equation.before.reduce((sum, [id, s]) => sum + s * (lastYear[id] ?? 0), 0);
  const value = -rest * sign;
  return value >= 0 ? { cell, value: value + 0 } : null;
}

/**
 * Every empty cell that the sums settle, also by way of others they settled first. Where two sums want different figures,
 * neither is given: one of the figures typed must be wrong, and nobody knows which.
 */
export function impliedCells(form: StatutoryForm, figures: Figures, lastYear: Figures = {}): Map<CellId, number> {
  const settled = new Map<CellId, number>();
  const disputed = new Set<CellId>();
  const hard = [...form.equations, ...form.carriedOver.filter(({ soft }) => !soft)];
  for (let more = true; more; ) {
    more = false;
    const known: Figures = { ...figures, ...Object.fromEntries(settled) };
    const wanted = new Map<CellId, Set<number>>();
    for (const equation of hard) {
      const found = implied(equation, known, lastYear);
      if (found && !disputed.has(found.cell))
        wanted.set(found.cell, (wanted.get(found.cell) ?? new Set()).add(found.value));
    }
    for (const [cell, [value, ...others]] of wanted) {
      if (value === undefined || others.length > 0) disputed.add(cell);
      else {
        settled.set(cell, value);
        more = true;
      }
    }
  }
  return settled;
}

/** The sums a cell takes part in. */
export const sumsWith = (equations: readonly Equation[], cell: CellId): Equation[] =>
  equations.filter(({ terms }) => terms.some(([id]) => id === cell));
