// GET /staff/reports/2026/parts: whose sealed summaries are in, whose are missing, and their sum; POST takes one in.
// POST …/expected says whose are waited for; …/parts/sum.json and others are the sum as files.
import { type Context, Hono } from 'hono';
import { canonical, type Json } from '#core/canonical.ts';
import { fill, type Localised, langs } from '#core/lang.ts';
import { type Problem, Problems, Refusal } from '#core/problem.ts';
import { problemText, wordsFor } from '#core/text.ts';
import { PartsPage } from '#web/pages/staff/parts.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { expectOrgans, type Imported, importSummary, summaryBytesMax } from '../../actions/import-summary.ts';
import { type Actor, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, readUpload, textIn } from '../../body.ts';
import { attachment } from '../../export/attachment.ts';
import { formats, isFormat, mediaTypes } from '../../export/file.ts';
import { wantsJson } from '../../failures.tsx';
import { mergingOf } from '../../merging.ts';
import { reportDownload } from '../../report-download.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';

const at = '/:year{[1-9][0-9]{3}}/parts';
/** A list of two hundred names. */
const namesBytesMax = 64 * 1024;

export const parts = new Hono<AppEnv>()
  .get(at, async (c) => {
    const actor = await signedIn(c, 'reports.read');
    return show(c, actor, {});
  })
  .post(at, async (c) => {
    const actor = await signedIn(c, 'reports.write');
    try {
      const bytes = await readUpload(c, 'file', summaryBytesMax);
      const imported = await importSummary(c.get('host'), actor, bytes, Number(c.req.param('year')));
      return wantsJson(c) ? c.json({ ok: true, ...imported }) : show(c, actor, { imported });
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return show(c, actor, { problems: error.problems });
    }
  })
  .post(`${at}/expected`, async (c) => {
    const actor = await signedIn(c, 'reports.write');
    const year = c.req.param('year');
    const typed = textIn(await readForm(c, namesBytesMax), 'organs').replace(/\r\n/g, '\n');
    try {
      await expectOrgans(c.get('host'), actor, Number(year), typed);
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return show(c, actor, { problems: error.problems, typed });
    }
    return c.redirect(staffLink(staffPageProps(c, actor), `/staff/reports/${year}/parts`), 303);
  })
  .get(`${at}/:file{sum[.][a-z]{2,4}}`, async (c) => {
    await signedIn(c, 'reports.read');
    const format = c.req.param('file').split('.')[1];
    const merging = await mergingOf(c.get('host'), await c.get('catalogue')(), Number(c.req.param('year')));
    if (!isFormat(format) || !merging.summary) throw new Refusal('missing', 'no-page');
    if (format !== 'json')
      return reportDownload(c, { ...merging.summary, county: sumOf(merging.summary.county) }, format);
    const { summary, leftOut } = merging;
    const counted = merging.in.filter(({ expected }) => expected);
    const members = counted.map(({ organ, version, sha }) => ({ organ, version, sha }));
    const value = { format: 'pingyi-merged', formatVersion: 1, parts: members, leftOut, summary };
    return c.body(`${canonical(value as unknown as Json)}\n`, 200, {
      'content-type': mediaTypes.json,
      'content-disposition': attachment(`pingyi-sum-${summary.year}.json`, `pingyi-sum-${summary.year}.json`),
      'cache-control': 'no-store',
    });
  });

const sumOf = (county: Localised): Localised =>
  Object.fromEntries(
    langs.map((lang) => [lang, fill(wordsFor(lang).merge.sumOf, { county: county[lang] })]),
  ) as Localised;

interface Outcome {
  readonly problems?: readonly Problem[];
  readonly imported?: Imported;
  /** The list of names as typed. */
  readonly typed?: string;
}

async function show(
  c: Context<AppEnv>,
  actor: Actor<'reports.read'> | Actor<'reports.write'>,
  { problems = [], imported, typed }: Outcome,
): Promise<Response> {
  const year = Number(c.req.param('year'));
  const merging = await mergingOf(c.get('host'), await c.get('catalogue')(), year);
  const words = c.get('words').merge;
  return staffPage(
    c,
    fill(words.title, { year }),
    <PartsPage
      {...staffPageProps(c, actor)}
      merging={merging}
      formats={formats}
      megabytesMax={summaryBytesMax / 1024 / 1024}
      typed={typed ?? merging.expected.slice(1).join('\n')}
      imported={imported ?? null}
      problems={problems.map((each) => ({ field: each.field, message: problemText(c.get('words'), each) }))}
    />,
    { problems },
  );
}
