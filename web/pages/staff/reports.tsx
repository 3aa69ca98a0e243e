// The years that can have a summary, newest first.
import { fill } from '#core/lang.ts';
import { StaffFrame, type StaffPageProps, staffLink } from '../../parts/staff-frame.tsx';

export function ReportsPage(props: StaffPageProps & { years: readonly number[] }) {
  const { page } = props.words.report;
  return (
    <StaffFrame {...props} here="reports" title={page.years}>
      <p class="lead">{page.yearsLead}</p>
      {props.years.length === 0 && <p class="nothing">{page.noYears}</p>}
      <ul class="tasks">
        {props.years.map((year) => (
          <li key={year}>
            <a href={staffLink(props, `/staff/reports/${year}`)}>{fill(page.title, { year })}</a>
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
