// GET /staff/reports, /staff/reports/2026 and /staff/reports/2026.docx …: the year's summary as a page and as files. Until
// the year is sealed it is made anew for each request and moves with every answer; afterwards it is what was sealed. Each
// step towards that is a POST below the year.
import { type Context, Hono } from 'hono';
import { driftOf, hasMoved } from '#core/drift.ts';
import { fill } from '#core/lang.ts';
import { yearOf, yearPeriod } from '#core/period.ts';
import { type Problem, Problems, Refusal } from '#core/problem.ts';
import { schemaPath } from '#core/report.ts';
import { checkedSha, type ReportStep, reportSteps, stateAfter } from '#core/report-state.ts';
import { draftSha } from '#core/seal.ts';
import { reportYears } from '#core/summarise.ts';
import { ReportPage } from '#web/pages/staff/report.tsx';
import { ReportsPage } from '#web/pages/staff/reports.tsx';
import { stepPaths } from '#web/parts/report-standing.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { advanceReport } from '../../actions/advance-report.ts';
import { type Actor, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { formats, isFormat } from '../../export/file.ts';
import { wantsJson } from '../../failures.tsx';
import { reportDownload } from '../../report-download.ts';
import { draftOf } from '../../reports.ts';
import { readKept, reportOf, sealedOf } from '../../sealed-reports.ts';
import { problemLines, staffPage, staffPageProps } from '../../staff-page.tsx';
import { stepsOf, yearsWithSteps } from '../../store/report-steps.ts';
import { lastSealedBefore, sealedVersions, sealedYears } from '../../store/sealed-summaries.ts';
import { allStaff } from '../../store/staff.ts';

/** The first year of the regulations on disclosure: earlier ones have no report. */
const firstYear = 2008;

export const reports = new Hono<AppEnv>()
  .get('/', async (c) => {
    const actor = await signedIn(c, 'reports.read');
    const { db, today } = c.get('host');
    const { surveys } = await c.get('catalogue')();
    const [begun, sealed] = await Promise.all([yearsWithSteps(db), sealedYears(db)]);
    const known = [...reportYears(surveys, today()), ...begun, ...sealed.map(({ year }) => year)];
    const years = [...new Set(known)].sort((a, b) => b - a);
    const { years: title } = c.get('words').report.page;
    return staffPage(c, title, <ReportsPage {...staffPageProps(c, actor)} years={years} />);
  })
  .get('/:year{[1-9][0-9]{3}}', async (c) => {
    const actor = await signedIn(c, 'reports.read');
    return showReport(c, actor, Number(c.req.param('year')));
  })
  .get('/:file{[1-9][0-9]{3}[.][a-z]{2,4}}', async (c) => {
    await signedIn(c, 'reports.read');
    const [year = '', format] = c.req.param('file').split('.');
    if (!isFormat(format)) throw new Refusal('missing', 'no-page');
    return reportDownload(c, await reportIn(c, Number(year)), format);
  });

for (const step of reportSteps)
  reports.post(`/:year{[1-9][0-9]{3}}/${stepPaths[step]}`, async (c) => {
    const actor = await signedIn(c, 'reports.write');
    const year = Number(c.req.param('year'));
    const form = await readForm(c);
    const typed = { step, reason: textIn(form, 'reason') };
    try {
      const wanted = { year, seen: textIn(form, 'figures'), ...typed };
      await advanceReport(c.get('host'), await c.get('catalogue')(), actor, wanted);
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return showReport(c, actor, year, { problems: error.problems, typed });
    }
    return c.redirect(staffLink(staffPageProps(c, actor), `/staff/reports/${year}`), 303);
  });

/** What was sealed, in the version asked for; else the draft. */
async function reportIn(c: Context<AppEnv>, year: number) {
  const asked = c.req.query('version');
  if (asked !== undefined && !/^[1-9]\d{0,5}$/.test(asked)) throw new Refusal('missing', 'no-report');
  return reportOf(c.get('host'), await c.get('catalogue')(), year, asked === undefined ? undefined : Number(asked));
}

interface Form {
  readonly problems: readonly Problem[];
  readonly typed: { readonly step: ReportStep; readonly reason: string } | null;
}

async function showReport(
  c: Context<AppEnv>,
  actor: Actor<'reports.read'> | Actor<'reports.write'>,
  year: number,
  { problems, typed }: Form = { problems: [], typed: null },
): Promise<Response> {
  const host = c.get('host');
  const today = host.today();
  if (year < firstYear || year > yearOf(today)) throw new Refusal('missing', 'no-report');
  const [draft, sealed, entries, versions, earlier, staff] = await Promise.all([
    draftOf(host, await c.get('catalogue')(), year),
    sealedOf(host.db, year),
    stepsOf(host.db, year),
    sealedVersions(host.db, year),
    lastSealedBefore(host.db, year),
    allStaff(host.db),
  ]);
  const { command } = c.get('words').seal.page;
  const named = (by: string) => (by === 'command' ? command : (staff.find(({ id }) => id === by)?.name ?? by));
  const figures = draft ? draftSha(draft) : '';
  const moved = draft !== null && sealed !== null && hasMoved(sealed, draft);
  return staffPage(
    c,
    fill(c.get('words').report.page.title, { year }),
    <ReportPage
      {...staffPageProps(c, actor)}
      summary={sealed ?? draft}
      formats={formats}
      schemaPath={schemaPath}
      standing={{
        year,
        state: stateAfter(entries),
        entries: entries.map((entry) => ({ ...entry, name: named(entry.by) })),
        figures,
        stillChecked: figures !== '' && checkedSha(entries) === figures,
        over: yearPeriod(year).to,
        today,
        empty: !draft?.evaluations.some(({ reconciliation }) => reconciliation.valid > 0),
        moved,
      }}
      before={earlier && readKept(earlier)}
      form={{ problems: problemLines(c, problems), typed }}
      seal={sealed && { sealed, versions, drift: draft ? driftOf(sealed, draft) : [], moved }}
    />,
    { problems },
  );
}
