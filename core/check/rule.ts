// What a rule is and what it finds. A rule speaks in a message key and values, never in words; it must not throw, and
// where it cannot see it says so (`unverifiable`) instead of guessing.
import type { Place, ReportDocument } from './document.ts';
import type { Narrative } from './narrative.ts';
import type { Tables } from './recover-tables.ts';
import type { MessageKey } from './text.ts';

export const severities = ['high', 'medium', 'low', 'unverifiable'] as const;
export type Severity = (typeof severities)[number];

export type Values = Readonly<Record<string, string | number>>;

export interface Said {
  readonly key: MessageKey;
  readonly values?: Values;
}

export interface Found {
  readonly severity: Severity;
  readonly message: Said;
  readonly repairs?: readonly Said[];
  readonly quote: string;
  readonly place: Place | null;
}

/** Everything a rule may look at. */
export interface Report {
  readonly document: ReportDocument;
  readonly tables: Tables;
  readonly narrative: Narrative;
}

export interface Compared {
  /** The same organ's report of the year before. */
  readonly lastYear?: Report;
  /** The reports of all organs that the aggregate report adds up. */
  readonly organs?: readonly Report[];
}

export type Need = 'A' | 'B' | 'C' | 'last-year' | 'organs';

export interface Rule {
  readonly id: string;
  readonly needs: readonly Need[];
  readonly check: (report: Report, compared: Compared) => readonly Found[];
}
