// Whose annual report it is. The county's office reports for itself by 31 January, as every department and township does; as
// 主管部门 it publishes the government's report, which adds up all organs, by 31 March (条例 art. 49).
import { type Day, daysBetween } from '../period.ts';

/** The two reports the office publishes itself. */
export const ownScopes = ['office', 'county-aggregate'] as const;
/** `organ-education`: the report of a unit, which the county's adds up. */
export type AnnualScope = (typeof ownScopes)[number] | `organ-${string}`;

export const isAnnualScope = (value: string): value is AnnualScope =>
  (ownScopes as readonly string[]).includes(value) || /^organ-[a-z][a-z0-9-]{0,31}$/.test(value);

/** The code of the unit; null for the office's own two. */
export const unitOf = (scope: AnnualScope): string | null => (scope.startsWith('organ-') ? scope.slice(6) : null);

/** What its words in core/text are filed under. */
export const kindOf = (scope: AnnualScope): (typeof ownScopes)[number] | 'organ' =>
  scope === 'office' || scope === 'county-aggregate' ? scope : 'organ';

const dueDay = { office: '01-31', organ: '01-31', 'county-aggregate': '03-31' } as const;

/** The last day on which the report of a year may be published. */
export const deadlineOf = (year: number, scope: AnnualScope): Day => `${year + 1}-${dueDay[kindOf(scope)]}`;

/** Whole days left; 0 on the last day, negative afterwards. */
export const daysLeft = (today: Day, year: number, scope: AnnualScope): number =>
  daysBetween(today, deadlineOf(year, scope));

/** The organ's full name, from the county's and the unit's: the report is in Chinese whatever language the page speaks. */
export function organOf(county: string, scope: AnnualScope, unit = ''): string {
  if (scope === 'office') return `${county}人民政府办公室`;
  return scope === 'county-aggregate' ? `${county}人民政府` : county + unit.replace(/^[县区市旗]/, '');
}

export const annualTitle = (organ: string, year: number): string => `${organ}${year}年政府信息公开工作年度报告`;
