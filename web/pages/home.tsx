// The citizen's front page: what can be answered now, until when, and what comes next. Request evaluations are not
// listed, because their only door is the code on the reply.

import { showDays } from '#core/dates.ts';
import { fill, type Localised } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';
import { Undelivered } from '../parts/parcel-panel.tsx';

export interface SurveyNotice {
  readonly code: string;
  readonly title: Localised;
  readonly opens: Day;
  readonly closes: Day;
}

export interface HomePageProps extends PageProps {
  readonly open: readonly SurveyNotice[];
  readonly upcoming: readonly SurveyNotice[];
  /** Surveys of the newest sealed year. */
  readonly published: readonly { readonly survey: string; readonly year: number; readonly title: Localised }[];
}

export function HomePage(props: HomePageProps) {
  const { lang, words, county, open, upcoming, published } = props;
  const { home } = words.citizen;
  const [before, after] = home.receipts.split('{link}');
  return (
    <PageFrame {...props}>
      <div class="opening">
        <h1>{home.title}</h1>
        <p class="lead">{fill(home.lead, { county: county[lang] })}</p>
      </div>
      <section>
        <h2>{home.open}</h2>
        {open.length === 0 && (
          <div class="card">
            <p>
              <b>{home.none}</b>
            </p>
            <p>{home.noneBody}</p>
          </div>
        )}
        {open.map((survey) => (
          <article class="card" key={survey.code}>
            <h3>{survey.title[lang]}</h3>
            <p class="quiet">{showDays(survey.opens, survey.closes, lang)}</p>
            <a
              class="button"
              href={linkTo(props, `/s/${survey.code}`)}
              aria-label={`${home.take}: ${survey.title[lang]}`}
            >
              {home.take}
            </a>
          </article>
        ))}
      </section>
      {upcoming.length > 0 && (
        <section>
          <h2>{home.upcoming}</h2>
          {upcoming.map((survey) => (
            <article class="card" key={survey.code}>
              <h3>{survey.title[lang]}</h3>
              <p class="quiet">{showDays(survey.opens, survey.closes, lang)}</p>
            </article>
          ))}
        </section>
      )}
      {published.length > 0 && (
        <section>
          <h2>{words.results.published}</h2>
          {published.map(({ survey, year, title }) => (
            <p key={survey}>
              <a href={`${linkTo(props, `/results/${survey}`)}&year=${year}`}>
                {fill(words.results.publishedOne, { title: title[lang], year })}
              </a>
            </p>
          ))}
        </section>
      )}
      <p class="quiet">
        {before}
        <a href={linkTo(props, '/receipts')}>{home.receiptsLink}</a>
        {after}
      </p>
      <p class="quiet">{home.invited}</p>
      <Undelivered words={words.citizen.form} />
    </PageFrame>
  );
}
