// The published results of one survey in one sealed year: what was answered, what changed because of it, how far the
// figures reach, and the data itself. Everything is read from the sealed summary; nothing is counted here.
import { showDay, showDays } from '#core/dates.ts';
import { percentCell } from '#core/evaluation-tables.ts';
import { fill } from '#core/lang.ts';
import { addDays } from '#core/period.ts';
import type { SealedSummary, SurveyEvaluation } from '#core/report.ts';
import { printCell, type ReportTable as Table } from '#core/report-table.ts';
import { reportTables } from '#core/report-tables.ts';
import { yearOnYearTable } from '#core/year-on-year.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';
import { RatedQuestions } from '../parts/rated-questions.tsx';
import { ReportTable } from '../parts/report-table.tsx';

export interface ResultsPageProps extends PageProps {
  readonly sealed: SealedSummary;
  readonly evaluation: SurveyEvaluation;
  /** The last sealed year before this one. */
  readonly before: SealedSummary | null;
  /** Sealed years of this survey, newest first. */
  readonly years: readonly number[];
  readonly improvements: readonly { readonly said: string; readonly done: string }[];
  /** Where the published JSON Schema is, below the base path. */
  readonly schemaPath: string;
}

export function ResultsPage(props: ResultsPageProps) {
  const { lang, words, county, sealed, evaluation } = props;
  const { seal, year, period } = sealed;
  const w = words.results;
  const values = {
    county: county[lang],
    sealed: showDay(seal.sealed, lang),
    days: showDays(period.from, addDays(period.to, -1), lang),
  };
  return (
    <PageFrame {...props}>
      <div class="opening">
        <h1>{fill(w.title, { title: evaluation.title[lang], year })}</h1>
        <p class="lead">{fill(w.lead, values)}</p>
        {seal.reason && <p>{fill(w.corrected, { version: seal.version, reason: seal.reason[lang] })}</p>}
      </div>
      <Headline {...props} />
      {!evaluation.withheld && (
        <RatedQuestions evaluation={evaluation} lang={lang} words={words} method={sealed.method} />
      )}
      <Improvements {...props} />
      {!evaluation.withheld && <YearOnYear {...props} />}
      <Tables {...props} />
      <Method {...props} />
      <Data {...props} />
      <p class="ways">
        <a href={linkTo(props, '/')}>{w.back}</a>
      </p>
    </PageFrame>
  );
}

function Headline({ lang, words, sealed, evaluation }: ResultsPageProps) {
  const w = words.results;
  const { received, valid, excluded } = evaluation.reconciliation;
  const { part, list } = words.report.paragraph;
  const reasons = excluded
    .filter(({ n }) => n > 0)
    .map(({ reason, n }) => fill(part, { name: words.report.excluded[reason], n }))
    .join(list);
  const overall = evaluation.questions.find(({ dimension, rating }) => dimension === 'OVR' && rating)?.rating;
  const { method } = sealed;
  return (
    <section class="card">
      <p>{fill(reasons ? w.countReasons : w.count, { received, valid, reasons })}</p>
      {evaluation.withheld && <p>{fill(w.withheld[evaluation.withheld], { min: method.figuresBaseMin })}</p>}
      {!evaluation.withheld && overall && (
        <>
          <h2>{w.overall}</h2>
          <dl class="facts rates">
            {(['strict', 'wide'] as const).map((way) => (
              <div key={way}>
                <dt>{w[way]}</dt>
                <dd>
                  <span class="n">{printCell(percentCell(overall[way], { method }), words)}</span> {overall[way].n}/
                  {overall[way].base}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p class="quiet">{sealed.method.sample[lang]}</p>
    </section>
  );
}

function Improvements({ words, improvements }: ResultsPageProps) {
  const w = words.results;
  return (
    <section>
      <h2>{w.said}</h2>
      {improvements.length === 0 ? (
        <p class="quiet">{w.saidNone}</p>
      ) : (
        <>
          <p class="quiet">{w.saidBody}</p>
          <ul class="did">
            {improvements.map(({ said, done }) => (
              <li key={said}>
                <p>
                  <b>{w.saidBy}</b> {said}
                </p>
                <p>
                  <b>{w.doneBy}</b> {done}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function YearOnYear({ lang, words, sealed, evaluation, before }: ResultsPageProps) {
  const w = words.results.yearOnYear;
  const table = yearOnYearTable({ ...sealed, evaluations: [evaluation] }, before, lang);
  if (!before || table.rows.length === 0) return null;
  return (
    <section>
      <h2>{w.title}</h2>
      <p class="quiet">{w.body}</p>
      <ReportTable table={withoutGroups(table)} words={words} />
    </section>
  );
}

/** The page is about one survey: its name over every table says nothing. */
const withoutGroups = (table: Table): Table => ({
  ...table,
  rows: table.rows.map(({ id, label, cells }) => ({ id, label, cells })),
});

function Tables({ lang, words, sealed, evaluation }: ResultsPageProps) {
  const tables = reportTables({ ...sealed, evaluations: [evaluation] }, lang).filter(({ section }) => section !== '');
  return (
    <section>
      <h2>{words.results.tables}</h2>
      {tables.map((table) => (
        <section key={table.id}>
          <h3>{table.title}</h3>
          <ReportTable table={table} words={words} />
        </section>
      ))}
    </section>
  );
}

function Method({ lang, words, sealed }: ResultsPageProps) {
  const { about: _, ...names } = words.report.methodTitle;
  const sentences = Object.entries(names) as [keyof typeof names, string][];
  return (
    <section>
      <h2>{words.results.method}</h2>
      {sentences.map(([name, label]) => (
        <p key={name}>
          <b>{label}</b> {sealed.method[name][lang]}
        </p>
      ))}
    </section>
  );
}

function Data(props: ResultsPageProps) {
  const { lang, words, base, county, sealed, evaluation, years, schemaPath } = props;
  const { seal, year } = sealed;
  const w = words.results;
  const here = `/results/${evaluation.survey}`;
  return (
    <section>
      <h2>{w.download}</h2>
      <p>{fill(w.downloadBody, { county: county[lang], year })}</p>
      <p class="ways">
        <a href={linkTo(props, `${here}/${year}.csv`)} download>
          {w.csv}
        </a>
        <a href={linkTo(props, `${here}/${year}.json`)} download>
          {w.json}
        </a>
        <a href={base + schemaPath}>{w.schema}</a>
        <a href={linkTo(props, '/verify')}>{w.verify}</a>
      </p>
      <p class="quiet">{w.hash}</p>
      <p class="hash">{seal.sha}</p>
      {years.length > 1 && (
        <p class="ways">
          {w.years}{' '}
          {years
            .filter((each) => each !== year)
            .map((each) => (
              <a href={`${linkTo(props, here)}&year=${each}`} key={each}>
                {fill(w.year, { year: each })}
              </a>
            ))}
        </p>
      )}
    </section>
  );
}
