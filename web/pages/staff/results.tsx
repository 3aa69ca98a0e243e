// The figures of one survey and year: of a running year the whole county's, to the end of a month; of one that is over
// everything. What may change is inside [data-live], which the desk's script renews.

import type { BreakdownRow } from '#core/breakdown.ts';
import { showDay, showMonth } from '#core/dates.ts';
import type { Evaluation, ShownQuestion } from '#core/evaluation.ts';
import { figuresBaseMin } from '#core/evaluation.ts';
import { percentBaseMin } from '#core/figures.ts';
import { fill, type Localised } from '#core/lang.ts';
import type { Day, Month } from '#core/period.ts';
import { stepMin, trailMin } from '#core/release.ts';
import { BreakdownTables } from '../../parts/breakdown-tables.tsx';
import { OptionTable } from '../../parts/option-table.tsx';
import { RatingTable } from '../../parts/rating-table.tsx';
import { StaffFrame, type StaffPageProps, staffLink, type Unit, unitName } from '../../parts/staff-frame.tsx';

export interface ResultsPageProps extends StaffPageProps {
  readonly survey: { readonly code: string; readonly title: Localised };
  readonly units: readonly Unit[];
  /** Newest first. */
  readonly years: readonly number[];
  readonly year: number;
  /** The year, or the survey in it, is over: nothing changes any more. */
  readonly final: boolean;
  /** The last day counted; null when none is. */
  readonly through: Day | null;
  /** null for somebody who sees their own unit only. */
  readonly evaluation: Evaluation | null;
  /** null before the count is final. */
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
  const counted = evaluation && evaluation.withheld !== 'not-yet' ? evaluation : null;
  return (
    <StaffFrame {...props} here="surveys" title={fill(w.title, { title: survey.title[lang] })}>
      <Years {...props} />
      <p class="sum" role="status" data-live>
        {counted && <Reconciliation {...props} evaluation={counted} />}
      </p>
      <div data-live>
        <Standing {...props} />
        {evaluation?.withheld && (
          <p class="nothing">{fill(w.withheld[evaluation.withheld], { min: figuresBaseMin, first: firstShown })}</p>
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

/** So many answers have to be there before a running year shows anything. */
const firstShown = stepMin + trailMin;

function Years(props: ResultsPageProps) {
  const { words, survey, years, year } = props;
  if (years.length < 2) return null;
  return (
    <p class="years">
      {words.staff.results.year}
      {years.map((each) =>
        each === year ? (
          <b key={each} aria-current="page">
            {' '}
            {each}
          </b>
        ) : (
          <span key={each}>
            {' '}
            <a href={staffLink(props, `/staff/results/${survey.code}`, { year: String(each) })}>{each}</a>
          </span>
        ),
      )}
    </p>
  );
}

/** Up to when it is counted, and why no further. */
function Standing({ lang, words, final, through, evaluation }: ResultsPageProps) {
  const w = words.staff.results;
  return (
    <p class="quiet">
      {final ? w.final : through && fill(w.through, { day: showDay(through, lang) })}
      {!final && ` ${fill(w.running, { step: stepMin })}`}
      {!evaluation && ` ${final ? w.ownUnit : w.ownUnitLater}`}
    </p>
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
