// Sealed summaries of townships and departments: who is in, who is missing, the form that takes one, and the sum of all.
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import type { LeftOut } from '#core/merge.ts';
import type { Day } from '#core/period.ts';
import type { Summary } from '#core/report.ts';
import { reportTables } from '#core/report-tables.ts';
import { may } from '#core/staff.ts';
import { ReportTable } from '../../parts/report-table.tsx';
import { StaffFrame, type StaffPageProps, staffLink, TableBox } from '../../parts/staff-frame.tsx';

/** An organ whose sealed summary is here. */
export interface OrganIn {
  readonly organ: string;
  readonly version: number;
  readonly sha: string;
  /** null for the county's own. */
  readonly imported: Day | null;
  readonly received: number;
  readonly valid: number;
  readonly expected: boolean;
}

export interface PartsPageProps extends StaffPageProps {
  readonly merging: {
    readonly year: number;
    readonly in: readonly OrganIn[];
    readonly missing: readonly string[];
    readonly leftOut: readonly LeftOut[];
    readonly summary: Summary | null;
  };
  readonly formats: readonly (keyof StaffPageProps['words']['report']['page']['format'])[];
  readonly megabytesMax: number;
  /** The expected organs as the box shows them, one a line. */
  readonly typed: string;
  /** What the file just sent became. */
  readonly imported: {
    readonly organ: string;
    readonly version: number;
    readonly became: 'added' | 'newer' | 'unchanged';
  } | null;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}

export function PartsPage(props: PartsPageProps) {
  const { words, merging, imported, me } = props;
  const w = words.merge;
  const { year, missing, summary } = merging;
  return (
    <StaffFrame {...props} here="reports" title={fill(w.title, { year })}>
      <p class="lead">{w.lead}</p>
      {imported && (
        <p class="saved" role="status">
          {fill(w.became[imported.became], imported)}
        </p>
      )}
      <section>
        <h2>{fill(w.in, { n: merging.in.length })}</h2>
        {merging.in.length === 0 ? <p class="nothing">{w.nobody}</p> : <OrganTable {...props} />}
      </section>
      <section>
        <h2>{fill(w.missing, { n: missing.length })}</h2>
        <p>{missing.length === 0 ? w.complete : missing.join(words.language.list)}</p>
      </section>
      {may(me, 'reports.write') && (
        <div class="pair">
          <ImportForm {...props} />
          <ExpectedForm {...props} />
        </div>
      )}
      {summary && <Sum {...props} summary={summary} />}
      <p class="ways">
        <a href={staffLink(props, `/staff/reports/${year}`)}>{fill(words.report.page.title, { year })}</a>
      </p>
    </StaffFrame>
  );
}

function OrganTable({ words, lang, merging }: PartsPageProps) {
  const w = words.merge;
  const { received, valid } = words.report.column;
  return (
    <TableBox label={fill(w.in, { n: merging.in.length })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.organ}</th>
            <th scope="col" class="n">
              {received}
            </th>
            <th scope="col" class="n">
              {valid}
            </th>
            <th scope="col">{w.came}</th>
            <th scope="col">{w.sha}</th>
          </tr>
        </thead>
        <tbody>
          {merging.in.map((row) => (
            <tr key={row.organ}>
              <th scope="row">
                {row.organ} {!row.expected && <span class="phase">{w.unexpected}</span>}
              </th>
              <td class="n">{row.received}</td>
              <td class="n">{row.valid}</td>
              <td>
                {fill(w.version, { version: row.version })} {row.imported ? showDay(row.imported, lang) : w.own}
              </td>
              <td>
                <code class="hash">{row.sha.slice(0, 12)}…</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

const problemAt = ({ problems }: PartsPageProps, field: string) =>
  problems.find((each) => each.field === field)?.message;

function ImportForm(props: PartsPageProps) {
  const { base, lang, words, merging, megabytesMax } = props;
  const w = words.merge;
  const wrong = problemAt(props, 'file') ?? problemAt(props, 'body');
  return (
    <form
      class="panel"
      method="post"
      enctype="multipart/form-data"
      action={`${base}/staff/reports/${merging.year}/parts?lang=${lang}`}
    >
      <h2>{w.add}</h2>
      <p class="field">
        <label for="file">{w.file}</label>
        <span class="hint" id="file-hint">
          {fill(w.fileHint, { max: megabytesMax })}
        </span>
        {wrong && (
          <span class="problem" id="file-problem">
            {wrong}
          </span>
        )}
        <input
          type="file"
          id="file"
          name="file"
          accept=".json,application/json"
          required
          aria-describedby={wrong ? 'file-problem file-hint' : 'file-hint'}
          aria-invalid={wrong ? 'true' : undefined}
        />
        <button type="submit" class="button">
          {w.submit}
        </button>
      </p>
    </form>
  );
}

function ExpectedForm(props: PartsPageProps) {
  const { base, lang, words, merging, typed } = props;
  const w = words.merge;
  const wrong = problemAt(props, 'organs');
  return (
    <form class="panel" method="post" action={`${base}/staff/reports/${merging.year}/parts/expected?lang=${lang}`}>
      <h2>{w.expected}</h2>
      <p class="field">
        <label for="organs">{w.organs}</label>
        <span class="hint" id="organs-hint">
          {w.organsHint}
        </span>
        {wrong && (
          <span class="problem" id="organs-problem">
            {wrong}
          </span>
        )}
        <textarea
          id="organs"
          name="organs"
          rows={8}
          aria-describedby={wrong ? 'organs-problem organs-hint' : 'organs-hint'}
          aria-invalid={wrong ? 'true' : undefined}
        >
          {typed}
        </textarea>
        <button type="submit" class="button">
          {w.save}
        </button>
      </p>
    </form>
  );
}

function Sum(props: PartsPageProps & { readonly summary: Summary }) {
  const { words, lang, merging, summary, formats } = props;
  const w = words.merge;
  const tables = reportTables(summary, lang).filter(({ id }) => id !== 'method');
  return (
    <section>
      <h2>{w.sum}</h2>
      <p class="quiet">{w.sumBody}</p>
      {merging.leftOut.length > 0 && (
        <section class="nothing">
          <h3>{w.leftOut}</h3>
          <ul>
            {merging.leftOut.map(({ organ, kind, question, why }) => (
              <li key={`${organ} ${kind} ${question}`}>
                {fill(question ? w.leftOutQuestion : w.leftOutWhole, {
                  organ,
                  kind: w.kind[kind],
                  question,
                  why: w.why[why],
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="ways">
        {formats.map((format) => (
          <a href={staffLink(props, `/staff/reports/${merging.year}/parts/sum.${format}`)} download key={format}>
            {words.report.page.format[format]}
          </a>
        ))}
      </p>
      <div class="tables">
        {tables.map((table) => (
          <section class={table.columns.length > 2 ? 'whole' : undefined} key={table.id}>
            <h3>{table.section ? `${table.section} · ${table.title}` : table.title}</h3>
            <ReportTable table={table} words={words} />
          </section>
        ))}
      </div>
    </section>
  );
}
