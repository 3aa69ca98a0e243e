// One year for the author of the annual report: the paragraph to copy, the files, and every table they hold. Nothing is
// counted here; page and files print the same summary.

import { showDay, showDays } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import { paragraph } from '#core/paragraph.ts';
import { addDays } from '#core/period.ts';
import type { Report, SealedSummary } from '#core/report.ts';
import type { ReportTable as Table } from '#core/report-table.ts';
import { reportTables } from '#core/report-tables.ts';
import { yearOnYearTable } from '#core/year-on-year.ts';
import { ReportSeal, type SealShown } from '../../parts/report-seal.tsx';
import { type ReportForm, ReportStanding, type Standing } from '../../parts/report-standing.tsx';
import { ReportTable } from '../../parts/report-table.tsx';
import { StaffFrame, type StaffPageProps, staffLink } from '../../parts/staff-frame.tsx';

/** Longer tables are folded. */
const foldedRowsMin = 20;

export interface ReportPageProps extends StaffPageProps {
  /** The sealed figures once there are any, else the draft; null: nothing was evaluated in this year. */
  readonly summary: Report | null;
  readonly standing: Standing;
  readonly form: ReportForm;
  readonly seal: SealShown | null;
  /** The last sealed year before this one. */
  readonly before: SealedSummary | null;
  readonly formats: readonly (keyof StaffPageProps['words']['report']['page']['format'])[];
  /** Where the published JSON Schema is, below the base path. */
  readonly schemaPath: string;
}

export function ReportPage(props: ReportPageProps) {
  const { words, summary, standing, seal } = props;
  const { page } = words.report;
  return (
    <StaffFrame {...props} here="reports" title={fill(page.title, { year: standing.year })}>
      {summary ? <Lead {...props} summary={summary} /> : <p class="nothing">{words.seal.page.noSummary}</p>}
      <ReportStanding {...props} />
      {seal && <ReportSeal {...props} {...seal} />}
      {summary && <Figures {...props} summary={summary} />}
      <p class="ways">
        <a href={staffLink(props, `/staff/reports/${standing.year}/parts`)}>{words.merge.link}</a>
        <a href={staffLink(props, '/staff/reports')}>{page.years}</a>
      </p>
    </StaffFrame>
  );
}

type Shown = ReportPageProps & { readonly summary: Report };

function Lead({ lang, words, summary }: Shown) {
  const { page } = words.report;
  const { period, made } = summary;
  const values = {
    days: showDays(period.from, addDays(period.to, -1), lang),
    made: showDay(made, lang),
  };
  return (
    <>
      <p class="lead">{fill(page.lead, values)}</p>
      {made < period.to && <p class="sum">{page.running}</p>}
    </>
  );
}

function Figures(props: Shown) {
  const { lang, words, base, summary, formats, schemaPath } = props;
  const { page } = words.report;
  const { year } = summary;
  return (
    <>
      <section class="panel">
        <h2>{page.paragraph}</h2>
        <p class="quiet">{page.paragraphBody}</p>
        <p class="words" id="paragraph">
          {paragraph(summary, lang)}
        </p>
        <p class="ways">
          <button type="button" class="button" data-copy="paragraph" data-copied={page.copied} hidden>
            {page.copy}
          </button>
        </p>
      </section>
      <section>
        <h2>{page.files}</h2>
        <p class="ways">
          {formats.map((format) => (
            <a href={staffLink(props, `/staff/reports/${year}.${format}`)} download key={format}>
              {page.format[format]}
            </a>
          ))}
          <a class="quiet" href={base + schemaPath}>
            {page.schema}
          </a>
        </p>
      </section>
      <YearOnYear {...props} />
      <Tables {...props} />
    </>
  );
}

function YearOnYear({ lang, words, summary, before }: Shown) {
  const w = words.results.yearOnYear;
  const table = yearOnYearTable(summary, before, lang);
  if (table.rows.length === 0) return null;
  return (
    <details>
      <summary>
        <h2 class="folded">{w.title}</h2>
      </summary>
      <p class="quiet">{before ? w.body : w.incomparable['no-year-before']}</p>
      {before && <ReportTable table={table} words={words} />}
    </details>
  );
}

/** Tables of one evaluation under its title, those of the whole report under their own. */
function Tables({ summary, lang, words }: Shown) {
  const tables = reportTables(summary, lang);
  const chapters = [...new Set(tables.map(({ section, id }) => section || id))];
  return (
    <>
      {chapters.map((chapter) => {
        const own = tables.filter(({ section, id }) => (section || id) === chapter);
        return (
          <section key={chapter}>
            <h2>{own[0]?.section || own[0]?.title}</h2>
            <div class="tables">
              {own.map((table) => (
                <ChapterTable key={table.id} table={table} words={words} />
              ))}
            </div>
          </section>
        );
      })}
    </>
  );
}

/** A table with one column of figures leaves room for another beside it; a long one stays folded until it is wanted. */
function ChapterTable({ table, words }: { table: Table; words: ReportPageProps['words'] }) {
  const { section, title, columns, rows } = table;
  const figures = <ReportTable table={table} words={words} />;
  if (section === '') return <div class="whole">{figures}</div>;
  if (rows.length > foldedRowsMin)
    return (
      <details class="whole">
        <summary>
          <h3>{title}</h3>
        </summary>
        {figures}
      </details>
    );
  return (
    <div class={columns.length > 1 ? 'whole' : undefined}>
      <h3>{title}</h3>
      {figures}
    </div>
  );
}
