// The outcomes of a handled request: the rows of table 3 that stand for one. Read from the statutory tables, so that a
// new format changes data and not code.
import tables from './statutory/annual-report-tables.json' with { type: 'json' };

export interface Outcome {
  /** Row id of the annual report's table 3, such as r3_3_4. */
  readonly code: string;
  readonly words: string;
}

/** In the order of the table; sums and the rows before and after the year's results are not outcomes. */
export const outcomes: readonly Outcome[] = tables.tables.B.rows
  .filter((row) => row.id.startsWith('r3_') && row.id !== 'r3_7')
  .map((row) => ({ code: row.id, words: [...row.path.slice(1), row.label].join(' ') }));

export const isOutcome = (code: string): boolean => outcomes.some((outcome) => outcome.code === code);
