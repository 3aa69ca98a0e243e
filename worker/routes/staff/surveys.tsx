// GET /staff/surveys: the surveys and their published versions.
import { Hono } from 'hono';
import { SurveysPage } from '#web/pages/staff/surveys.tsx';
import { signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { servedDocument } from '../../catalogue.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';

export const surveys = new Hono<AppEnv>().get('/', async (c) => {
  const actor = await signedIn(c, 'results.read');
  const { surveys } = await c.get('catalogue')();
  const listed = surveys.toReversed().map((record) => ({
    code: record.code,
    kind: record.kind,
    title: servedDocument(record).title,
    opens: record.opens,
    closes: record.closes,
    versions: [...record.versions]
      .map(([version, { document, sha, published }]) => ({
        version,
        published,
        sha,
        questions: document.questions.length,
      }))
      .reverse(),
  }));
  return staffPage(
    c,
    c.get('words').staff.surveys.title,
    <SurveysPage {...staffPageProps(c, actor)} surveys={listed} />,
  );
});
