// What travels with the page of an annual report to its scripts.
import type { Words } from '#core/text.ts';

export interface AnnualIslandData {
  readonly year: number;
  readonly importing: Words['importing'];
  readonly fault: Words['checking']['fault'];
}
