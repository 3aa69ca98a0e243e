// GET /: the surveys that are open, and those that will be.
import { Hono } from 'hono';
import { phaseOn } from '#core/window.ts';
import { HomePage } from '#web/pages/home.tsx';
import type { AppEnv } from '../app-env.ts';
import { servedDocument } from '../catalogue.ts';
import { citizenPage } from '../citizen-page.tsx';
import { pageProps } from '../page-props.ts';
import { newestPublished } from '../store/sealed-summaries.ts';

export const home = new Hono<AppEnv>().get('/', async (c) => {
  const { db, today } = c.get('host');
  const [{ surveys }, published] = await Promise.all([c.get('catalogue')(), newestPublished(db)]);
  const listed = (phase: 'open' | 'not-yet') =>
    surveys
      .filter((survey) => survey.kind === 'general' && phaseOn(survey, today()) === phase)
      .map((survey) => ({
        code: survey.code,
        title: servedDocument(survey).title,
        opens: survey.opens,
        closes: survey.closes,
      }));
  return citizenPage(c, {
    title: c.get('words').citizen.home.title,
    island: { script: 'outbox.js', data: c.get('words').citizen.form.copied },
    body: <HomePage {...pageProps(c)} open={listed('open')} upcoming={listed('not-yet')} published={published} />,
  });
});
