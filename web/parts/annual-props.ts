// What the page of an annual report and its parts are given, and what a field is called in them.
import { fill } from '#core/lang.ts';
import type { Problem } from '#core/problem.ts';
import type { AnnualFields, FieldConflict } from '#core/statutory/annual-fields.ts';
import type { AnnualView } from '#core/statutory/annual-view.ts';
import type { BrokenSum } from '#core/statutory/equations.ts';
import { cellLabel, cellOf } from '#core/statutory/form.ts';
import type { AnnualScope } from '#core/statutory/scope.ts';
import type { Words } from '#core/text.ts';
import type { StaffPageProps } from './staff-frame.tsx';

export interface SavedAnnual {
  readonly revision: number;
  readonly state: 'draft' | 'ready';
  readonly saved: string;
  readonly savedByName: string | null;
}

export interface AnnualPageProps extends StaffPageProps {
  readonly annual: AnnualView;
  readonly scope: AnnualScope;
  /** What the form holds. */
  readonly fields: AnnualFields;
  /** What it was made from; 0 before the first save. */
  readonly revision: number;
  readonly stored: SavedAnnual | null;
  readonly said: 'stored' | 'not-ready' | null;
  /** It is finished with a sealed summary that has been corrected since. */
  readonly sealedAnew: boolean;
  /** Why nothing was stored. */
  readonly refused: readonly Problem[];
  readonly conflict: { readonly theirs: SavedAnnual; readonly conflicts: readonly FieldConflict[] } | null;
  readonly mayWrite: boolean;
  readonly formats: readonly ('docx' | 'html' | 'csv' | 'json')[];
}

/** What a field is called: a cell by its row and column, a text by its name. */
export function fieldName({ annual, words }: Pick<AnnualPageProps, 'annual' | 'words'>, id: string): string {
  const names: Readonly<Record<string, string>> = words.annual.text;
  return cellOf(annual.form, id) ? cellLabel(annual.form, id) : (names[id] ?? id);
}

/** Where a sum that does not hold is shown: at its total, if one of its cells is. */
export const sumCell = ({ equation }: BrokenSum): string => equation.total ?? equation.terms[0]?.[0] ?? '';

export function sumText(
  { annual }: { readonly annual: Pick<Words['annual'], 'sums'> },
  { equation, left, right }: BrokenSum,
): string {
  const rules: Readonly<Record<string, string>> = annual.sums.rule;
  return fill(annual.sums.broken, { label: equation.label, rule: rules[equation.rule] ?? equation.rule, left, right });
}
