// The annual reports there are: for each year the office's and the county's, with what is left to do and until when.
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import type { Aggregate } from '#core/statutory/aggregate.ts';
import { type AnnualScope, kindOf } from '#core/statutory/scope.ts';
import { AnnualOrgans } from '../../parts/annual-organs.tsx';
import { StaffFrame, type StaffPageProps, staffLink } from '../../parts/staff-frame.tsx';

export interface ListedAnnual {
  readonly year: number;
  readonly scope: AnnualScope;
  readonly newest: { readonly state: 'draft' | 'ready' } | null;
  readonly deadline: Day;
  readonly daysLeft: number;
}

export function AnnualListPage(
  props: StaffPageProps & { reports: readonly ListedAnnual[]; organs: Aggregate['organs'] },
) {
  const { words, lang } = props;
  const w = words.annual;
  return (
    <StaffFrame {...props} here="annual" title={w.title}>
      <p class="lead">{w.lead}</p>
      <ul class="tasks">
        {props.reports.map(({ year, scope, newest, deadline, daysLeft }) => (
          <li key={`${year}${scope}`}>
            <a href={staffLink(props, `/staff/annual/${year}/${scope}`)}>
              {year} · {w.scope[kindOf(scope)]}
            </a>{' '}
            <span>{newest ? w.state[newest.state] : w.none}</span>{' '}
            {newest?.state !== 'ready' && <span class="quiet">{dueText(props, deadline, daysLeft, lang)}</span>}
          </li>
        ))}
      </ul>
      {props.organs.length > 0 && <AnnualOrgans {...props} year={props.reports[0]?.year ?? 0} organs={props.organs} />}
    </StaffFrame>
  );
}

/** The deadline and how far away it is. */
export function dueText(
  { words }: Pick<StaffPageProps, 'words'>,
  deadline: Day,
  left: number,
  lang: StaffPageProps['lang'],
): string {
  const w = words.annual;
  const day = showDay(deadline, lang);
  if (left === 0) return fill(w.dueToday, { day });
  return left > 0 ? fill(w.due, { day, n: left }) : fill(w.overdue, { day, n: -left });
}
