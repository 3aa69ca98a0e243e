// What travels with the page of an annual report to its scripts.
import type { Entries, Figures } from '#core/statutory/entries.ts';
import type { Words } from '#core/text.ts';

/** Only what is said while somebody types: what is wrong with a cell, whatever the type of `problem` says. */
export interface EntryWords extends Pick<Words, 'entering' | 'importing' | 'problem'> {
  readonly annual: Pick<Words['annual'], 'chars' | 'sample' | 'sectionChars' | 'sums'>;
}

export function entryWords({ annual, entering, importing, problem }: Words): EntryWords {
  const { chars, sample, sectionChars, sums } = annual;
  const ofCells = Object.fromEntries(Object.entries(problem).filter(([code]) => code.startsWith('cell-')));
  return { annual: { chars, sample, sectionChars, sums }, entering, importing, problem: ofCells as Words['problem'] };
}

export interface AnnualIslandData {
  readonly year: number;
  /** Of the report of the year before, as far as it is stored. */
  readonly lastYear: Figures;
  /** What is stored in the fields where the form holds something else: after a save that was refused or met another's. */
  readonly unlike: Entries;
  /** The name under which the browser keeps what is not stored yet: one for each report and person. */
  readonly keepAs: string;
  readonly words: EntryWords;
  readonly fault: Words['checking']['fault'];
}
