// Whose annual report it is. The county's office reports for itself by 31 January, as every department does; as 主管部门 it
// publishes the government's report, which adds up all organs, by 31 March (条例 art. 49).
import { type Day, daysBetween } from '../period.ts';

export const annualScopes = ['office', 'county-aggregate'] as const;
export type AnnualScope = (typeof annualScopes)[number];
export const isAnnualScope = (value: unknown): value is AnnualScope => annualScopes.includes(value as AnnualScope);

const dueDay: Record<AnnualScope, string> = { office: '01-31', 'county-aggregate': '03-31' };
const organSuffix: Record<AnnualScope, string> = { office: '人民政府办公室', 'county-aggregate': '人民政府' };

/** The last day on which the report of a year may be published. */
export const deadlineOf = (year: number, scope: AnnualScope): Day => `${year + 1}-${dueDay[scope]}`;

/** Whole days left; 0 on the last day, negative afterwards. */
export const daysLeft = (today: Day, year: number, scope: AnnualScope): number =>
  daysBetween(today, deadlineOf(year, scope));

/** The organ's full name, from the county's: the report is in Chinese whatever language the page speaks. */
export const organOf = (county: string, scope: AnnualScope): string => county + organSuffix[scope];

export const annualTitle = (county: string, year: number, scope: AnnualScope): string =>
  `${organOf(county, scope)}${year}年政府信息公开工作年度报告`;
