// What travels with the page of an annual report to its scripts.
import type { Figures } from '#core/statutory/entries.ts';
import type { Words } from '#core/text.ts';

export interface AnnualIslandData {
  readonly year: number;
  /** Of the report of the year before, as far as it is stored. */
  readonly lastYear: Figures;
  /** The name under which the browser keeps what is not stored yet: one for each report and person. */
  readonly keepAs: string;
  readonly words: Pick<Words, 'annual' | 'entering' | 'importing' | 'problem'>;
  readonly fault: Words['checking']['fault'];
}
