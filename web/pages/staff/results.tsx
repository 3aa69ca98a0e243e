// The figures of one survey over the months, unit and channel chosen. Everything that may change when an answer arrives
// is inside [data-live], which the desk's script renews; the form is outside, so that nobody's choice is undone.

import { showMonth } from '#core/dates.ts';
import type { BreakdownRow, Evaluation, ShownQuestion } from '#core/evaluation.ts';
import { figuresBaseMin } from '#core/evaluation.ts';
import { percentBaseMin } from '#core/figures.ts';
import { fill, type Localised } from '#core/lang.ts';
import type { Month } from '#core/period.ts';
import { breakdownBaseMin } from '#core/privacy.ts';
import { BreakdownTables } from '../../parts/breakdown-tables.tsx';
import { OptionTable } from '../../parts/option-table.tsx';
import { RatingTable } from '../../parts/rating-table.tsx';
import { StaffFrame, type StaffPageProps, staffLink, type Unit, unitName } from '../../parts/staff-frame.tsx';

export interface ResultsPageProps extends StaffPageProps {
  readonly survey: { readonly code: string; readonly title: Localised };
  readonly units: readonly Unit[];
  /** What can be chosen. */
  readonly choices: {
    readonly months: readonly Month[];
    readonly units: readonly string[];
    readonly channels: readonly string[];
  };
  /** What was; '' is everything. */
  readonly chosen: { readonly from: Month; readonly to: Month; readonly unit: string; readonly channel: string };
  /** null when this range may not be shown. */
  readonly evaluation: Evaluation | null;
  /** null where a unit or channel was chosen. */
  readonly breakdown: {
    readonly byUnit: readonly BreakdownRow[];
    readonly byChannel: readonly { readonly by: string; readonly n: number | null }[];
  } | null;
  readonly comments: readonly { readonly text: string; readonly month: Month; readonly unit: string }[];
  readonly moderates: boolean;
  /** Time of day in Beijing. */
  readonly time: string;
}

export function ResultsPage(props: ResultsPageProps) {
  const { lang, words, survey, evaluation, breakdown, units, time } = props;
  const w = words.staff.results;
  return (
    <StaffFrame {...props} here="surveys" title={fill(w.title, { title: survey.title[lang] })}>
      <Filter {...props} />
      <p class="sum" role="status" data-live>
        {evaluation && <Reconciliation {...props} evaluation={evaluation} />}
      </p>
      <div data-live>
        {!evaluation && (
          <section class="nothing">
            <h2>{w.slice}</h2>
            <p>{fill(w.sliceBody, { min: breakdownBaseMin })}</p>
          </section>
        )}
        {evaluation?.withheld && (
          <p class="nothing">{fill(w.withheld[evaluation.withheld], { min: figuresBaseMin })}</p>
        )}
        {evaluation && !evaluation.withheld && <Figures {...props} questions={evaluation.questions} />}
        {breakdown && <BreakdownTables {...breakdown} units={units} lang={lang} words={words} />}
        <Comments {...props} />
      </div>
      <p class="quiet" data-live>
        {fill(w.updated, { time })}
      </p>
    </StaffFrame>
  );
}

function Filter(props: ResultsPageProps) {
  const { base, lang, words, survey, choices, chosen, units } = props;
  const w = words.staff.results;
  const month = (name: 'from' | 'to') => (
    <p class="field">
      <label for={name}>{w[name]}</label>
      <select id={name} name={name}>
        {choices.months.map((each) => (
          <option key={each} value={each} selected={each === chosen[name]}>
            {showMonth(each, lang)}
          </option>
        ))}
      </select>
    </p>
  );
  const select = (name: 'unit' | 'channel', options: readonly string[], text: (code: string) => string) => (
    <p class="field">
      <label for={name}>{w[name]}</label>
      <select id={name} name={name}>
        {options.map((each) => (
          <option key={each} value={each} selected={each === chosen[name]}>
            {each === '' ? words.staff.all : text(each)}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <form class="filter" aria-label={w.filter}>
      <input type="hidden" name="lang" value={lang} />
      {month('from')}
      {month('to')}
      {select('unit', choices.units, (code) => unitName(units, code, words, lang))}
      {select('channel', choices.channels, (code) => words.report.channel[code as 'web'])}
      <p class="field">
        <button type="submit" class="button">
          {w.show}
        </button>
        <a href={`${base}/staff/results/${survey.code}?lang=${lang}`}>{w.reset}</a>
      </p>
    </form>
  );
}

function Reconciliation({ words, evaluation }: ResultsPageProps & { evaluation: Evaluation }) {
  const w = words.staff.results;
  const { received, valid, excluded } = evaluation.reconciliation;
  const sum = excluded.reduce((total, { n }) => total + n, 0);
  const reasons = excluded.map(({ reason, n }) => fill(w.reason, { reason: words.report.excluded[reason], n }));
  return (
    <>
      <b>{fill(w.reconciliation, { received, valid, excluded: sum })}</b>
      {reasons.length > 0 && fill(w.reasons, { list: reasons.join(words.language.list) })}
      {evaluation.late > 0 && <span class="quiet"> {fill(w.late, { n: evaluation.late })}</span>}
    </>
  );
}

function Figures({ lang, words, questions }: ResultsPageProps & { questions: readonly ShownQuestion[] }) {
  const w = words.staff.results;
  const ratings = questions.filter(({ kind }) => kind === 'rating');
  const scaleOf = ({ cells }: ShownQuestion) => cells.map(({ code }) => code).join();
  const scales = [...new Set(ratings.map(scaleOf))];
  return (
    <>
      <section>
        <h2>{w.ratings}</h2>
        <p class="quiet">
          {fill(w.ratingsNote, { min: percentBaseMin })} {w.rounding}
        </p>
        {scales.map((scale) => (
          <RatingTable
            key={scale}
            questions={ratings.filter((question) => scaleOf(question) === scale)}
            lang={lang}
            words={words}
          />
        ))}
      </section>
      <section>
        <h2>{w.choices}</h2>
        <div class="flow">
          {questions
            .filter(({ kind }) => kind !== 'rating')
            .map((question) => (
              <OptionTable
                key={`${question.code} ${question.versions.join()}`}
                question={question}
                lang={lang}
                words={words}
              />
            ))}
        </div>
      </section>
    </>
  );
}

function Comments(props: ResultsPageProps) {
  const { lang, words, comments, units, survey, moderates } = props;
  const w = words.staff.results;
  return (
    <section>
      <h2>{w.comments}</h2>
      {comments.length === 0 ? (
        <p class="quiet">{w.noComments}</p>
      ) : (
        <>
          <p class="quiet">{fill(w.commentsNote, { n: comments.length })}</p>
          <ul class="quotes">
            {comments.map(({ text, month, unit }, index) => (
              <li key={index}>
                <p>{text}</p>
                <p class="quiet">
                  {showMonth(month, lang)} · {unitName(units, unit, words, lang)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {moderates && (
        <p>
          <a href={staffLink(props, '/staff/comments', { survey: survey.code })}>{w.allComments}</a>
        </p>
      )}
    </section>
  );
}
