// GET /results/:survey: what was published of a survey: sealed figures only, of the newest sealed year or of the one asked
// for, and the whole sealed year as open data. Before anything is sealed the page says that it is too early.
import { type Context, Hono } from 'hono';
import { fill } from '#core/lang.ts';
import { Refusal } from '#core/problem.ts';
import { type SealedSummary, type SurveyEvaluation, schemaPath } from '#core/report.ts';
import { ResultsPage } from '#web/pages/results.tsx';
import type { AppEnv } from '../app-env.ts';
import { servedDocument, surveyIn } from '../catalogue.ts';
import { citizenPage } from '../citizen-page.tsx';
import { isFormat } from '../export/file.ts';
import { wantsJson } from '../failures.tsx';
import { pageProps } from '../page-props.ts';
import { reportDownload } from '../report-download.ts';
import { readKept, sealedOf } from '../sealed-reports.ts';
import { improvementsOf } from '../store/improvements.ts';
import { lastSealedBefore, publishedYears } from '../store/sealed-summaries.ts';

export const results = new Hono<AppEnv>()
  .get('/:survey', async (c) => {
    const survey = c.req.param('survey');
    const { db } = c.get('host');
    const years = await publishedYears(db, survey);
    const asked = c.req.query('year');
    const year = asked === undefined ? years[0] : years.find((each) => String(each) === asked);
    const { sealed, evaluation } = await publishedIn(c, survey, year);
    if (wantsJson(c)) return c.json({ ok: true, year: sealed.year, seal: sealed.seal, evaluation });
    const [improvements, earlier] = await Promise.all([improvementsOf(db, survey), lastSealedBefore(db, sealed.year)]);
    const { title } = c.get('words').results;
    return citizenPage(c, {
      title: fill(title, { title: evaluation.title[c.get('lang')], year: sealed.year }),
      sheet: 'results.css',
      body: (
        <ResultsPage
          {...pageProps(c)}
          query={asked === undefined ? {} : { year: String(sealed.year) }}
          sealed={sealed}
          evaluation={evaluation}
          before={earlier && readKept(earlier)}
          years={years}
          improvements={improvements.filter(({ withdrawn }) => !withdrawn)}
          schemaPath={schemaPath}
        />
      ),
    });
  })
  .get('/:survey/:file{[1-9][0-9]{3}[.][a-z]{2,4}}', async (c) => {
    const [year = '', format] = c.req.param('file').split('.');
    if (!isFormat(format)) throw new Refusal('missing', 'no-page');
    const { sealed } = await publishedIn(c, c.req.param('survey'), Number(year));
    return reportDownload(c, sealed, format);
  });

/** The sealed year and this survey's part of it; a Refusal in words while there is none. */
async function publishedIn(
  c: Context<AppEnv>,
  survey: string,
  year: number | undefined,
): Promise<{ sealed: SealedSummary; evaluation: SurveyEvaluation }> {
  const sealed = year === undefined ? null : await sealedOf(c.get('host').db, year);
  const evaluation = sealed?.evaluations.find((each) => each.survey === survey);
  if (sealed && evaluation) return { sealed, evaluation };
  const { title } = servedDocument(surveyIn(await c.get('catalogue')(), survey));
  throw new Refusal('missing', 'results-unpublished', { survey: title[c.get('lang')] });
}
