// What is still open in an annual report: empty cells, figures that are not there, sums that do not hold, findings of our
// own check. Each leads to its field.
import { fill } from '#core/lang.ts';
import { cellLabel } from '#core/statutory/form.ts';
import { problemText } from '#core/text.ts';
import { type AnnualPageProps, fieldName, sumCell, sumText } from './annual-props.ts';
import { staffLink } from './staff-frame.tsx';

/** More empty cells than this are counted, not listed. */
const namedMax = 4;

export function AnnualOpen(props: AnnualPageProps) {
  const { annual, words, stored } = props;
  const w = words.annual;
  const { problems, entries } = annual.report;
  const others = problems.filter(({ code }) => code !== 'cell-blank');
  // The check says the same with repairs.
  const unsaid = annual.broken.filter(({ equation }) => !annual.findings.some(({ rule }) => rule === equation.rule));
  const before = annual.year - 1;
  if (!stored && entries.blank.length === annual.form.cells.length) return <LastYear {...props} before={before} />;
  return (
    <section class="panel" data-annual="open">
      <h2>{w.open.title}</h2>
      {problems.length === 0 && <p>{w.open.none}</p>}
      <ul>
        {entries.blank.length > 0 && (
          <li>
            <a href={`#f-${entries.blank[0]}`}>
              {fill(w.open.blank, { n: entries.blank.length, cells: named(props, entries.blank) })}
            </a>
          </li>
        )}
        {others.map((problem) => (
          <li key={`${problem.field}${problem.code}`}>
            <a href={`#f-${problem.field}`}>{fieldName(props, problem.field)}</a> {problemText(words, problem)}
          </li>
        ))}
        {unsaid.map((broken) => (
          <li key={`${broken.equation.rule}${broken.equation.of}`}>
            <a href={`#f-${sumCell(broken)}`}>{fieldName(props, sumCell(broken))}</a> {sumText(words, broken)}
          </li>
        ))}
      </ul>
      <LastYear {...props} before={before} />
      <h2>{w.findings.title}</h2>
      <p class="quiet">{annual.findings.length === 0 ? w.findings.none : w.findings.lead}</p>
      <ul>
        {annual.findings.map((finding) => (
          <li key={finding.rule + finding.message + finding.quote}>
            <b>{w.findings.severity[finding.severity]}</b>{' '}
            {finding.field ? <a href={`#f-${finding.field}`}>{fieldName(props, finding.field)}</a> : null}{' '}
            {finding.message}
            {finding.repairs && (
              <span class="quiet">
                {' '}
                {fill(w.findings.repairs, { repairs: finding.repairs.join(words.language.list) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function named({ annual, words }: AnnualPageProps, blank: readonly string[]): string {
  const cells = blank
    .slice(0, namedMax)
    .map((id) => cellLabel(annual.form, id))
    .join(words.language.list);
  return blank.length > namedMax ? fill(words.annual.open.more, { cells }) : cells;
}

/** Without last year's report the ties to it cannot be checked: the way to enter it. */
function LastYear(props: AnnualPageProps & { before: number }) {
  const { annual, words, scope, before } = props;
  const w = words.annual.lastYear;
  if (annual.lastYear) return <p class="quiet">{fill(w.stored, { year: before })}</p>;
  if (before < annual.form.since) return null;
  return (
    <p class="quiet">
      {fill(w.none, { year: before })}{' '}
      <a href={`${staffLink(props, `/staff/annual/${before}/${scope}`)}#annual-import`}>
        {fill(w.open, { year: before })}
      </a>
    </p>
  );
}
