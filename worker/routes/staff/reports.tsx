// GET /staff/reports, /staff/reports/2026 and /staff/reports/2026.docx …: the year's summary as a page and as files. It is
// made anew for each request; until the year is sealed it moves with every answer.
import { type Context, Hono } from 'hono';
import { fill } from '#core/lang.ts';
import { Refusal } from '#core/problem.ts';
import { schemaPath } from '#core/report.ts';
import { reportYears } from '#core/summarise.ts';
import { ReportPage } from '#web/pages/staff/report.tsx';
import { ReportsPage } from '#web/pages/staff/reports.tsx';
import { signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { fileName, formats, isFormat, mediaTypes, reportFile } from '../../export/file.ts';
import { summaryOf } from '../../reports.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';

const summaryIn = async (c: Context<AppEnv>, year: string) =>
  summaryOf(c.get('host'), await c.get('catalogue')(), Number(year));

export const reports = new Hono<AppEnv>()
  .get('/', async (c) => {
    const actor = await signedIn(c, 'reports.read');
    const { surveys } = await c.get('catalogue')();
    const years = reportYears(surveys, c.get('host').today());
    const { years: title } = c.get('words').report.page;
    return staffPage(c, title, <ReportsPage {...staffPageProps(c, actor)} years={years} />);
  })
  .get('/:year{[1-9][0-9]{3}}', async (c) => {
    const actor = await signedIn(c, 'reports.read');
    const summary = await summaryIn(c, c.req.param('year'));
    return staffPage(
      c,
      fill(c.get('words').report.page.title, { year: summary.year }),
      <ReportPage {...staffPageProps(c, actor)} summary={summary} formats={formats} schemaPath={schemaPath} />,
    );
  })
  .get('/:file{[1-9][0-9]{3}[.][a-z]{2,4}}', async (c) => {
    await signedIn(c, 'reports.read');
    const [year = '', format] = c.req.param('file').split('.');
    if (!isFormat(format)) throw new Refusal('missing', 'no-page');
    const summary = await summaryIn(c, year);
    const name = fileName(summary, format, c.get('lang'));
    return c.body(await reportFile(summary, format, c.get('lang')), 200, {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="pingyi-${year}.${format}"; filename*=UTF-8''${encodeName(name)}`,
      'cache-control': 'no-store',
    });
  });

/** RFC 8187: what encodeURIComponent leaves alone but a header parameter may not hold is encoded too. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
