// /api/v1: what other programs of the county read and do, each call with a bearer token. Only what is sealed is given out.
import { Hono } from 'hono';
import { Problems, problem, Refusal } from '#core/problem.ts';
import { issueInvitations } from '../actions/issue-invitations.ts';
import type { AppEnv } from '../app-env.ts';
import { readJson } from '../body.ts';
import { calling } from '../caller.ts';
import { surveyIn } from '../catalogue.ts';
import { conditional } from '../conditional.ts';
import { isFormat, mediaTypes, reportFile } from '../export/file.ts';
import { openapi } from '../openapi.ts';
import { publicOrigin } from '../public-origin.ts';
import { sealedOf } from '../sealed-reports.ts';
import { publishedYears } from '../store/sealed-summaries.ts';
import { invitationsWanted } from './api-schemas.ts';

/** Five hundred rows with Chinese names. */
const listBytesMax = 256 * 1024;
const json = { 'content-type': 'application/json; charset=utf-8' };

export const api = new Hono<AppEnv>()
  .get('/openapi.json', (c) =>
    conditional(c, JSON.stringify(openapi(publicOrigin(c) + c.get('host').settings.basePath)), json),
  )
  .get('/results/:survey', async (c) => {
    await calling(c, 'results.read');
    const { db } = c.get('host');
    const survey = c.req.param('survey');
    const years = await publishedYears(db, survey);
    const asked = c.req.query('year');
    const year = asked === undefined ? years[0] : years.find((each) => String(each) === asked);
    const sealed = year === undefined ? null : await sealedOf(db, year);
    const evaluation = sealed?.evaluations.find((each) => each.survey === survey);
    if (!sealed || !evaluation) throw new Refusal('missing', 'no-report');
    const { county, method, seal } = sealed;
    return conditional(c, JSON.stringify({ ok: true, county, year, method, seal, evaluation }), json);
  })
  .get('/reports/:file{[1-9][0-9]{3}[.][a-z]{2,4}}', async (c) => {
    await calling(c, 'reports.read');
    const [year = '', format] = c.req.param('file').split('.');
    if (!isFormat(format)) throw new Refusal('missing', 'no-page');
    const version = c.req.query('version');
    if (version !== undefined && !/^[1-9]\d{0,5}$/.test(version)) throw new Refusal('missing', 'no-report');
    const sealed = await sealedOf(c.get('host').db, Number(year), version === undefined ? undefined : Number(version));
    if (!sealed) throw new Refusal('missing', 'no-report');
    const bytes = await reportFile(sealed, format, c.get('lang'));
    return conditional(c, bytes, { 'content-type': mediaTypes[format] });
  })
  .post('/invitations', async (c) => {
    const caller = await calling(c, 'invitations.issue');
    const read = invitationsWanted.safeParse(await readJson(c, listBytesMax));
    if (!read.success)
      throw new Problems(read.error.issues.map(({ path }) => problem(fieldOf(path) || 'body', 'malformed')));
    const { survey, invitations } = read.data;
    // The action takes blank rows for gaps in a pasted list; a program that sends one has lost a case.
    const blank = invitations.flatMap((row, index) =>
      Object.values(row).some((cell) => cell.trim() !== '') ? [] : [problem(`rows.${index + 1}.row`, 'empty')],
    );
    if (blank.length > 0) throw new Problems(blank);
    const catalogue = await c.get('catalogue')();
    const list = invitations
      .map(({ unit, outcome, month, tail }) => [unit, outcome, month, tail].join('\t'))
      .join('\n');
    const result = await issueInvitations(
      c.get('host'),
      surveyIn(catalogue, survey),
      catalogue.units,
      caller,
      `unit\toutcome\tmonth\ttail\n${list}`,
    ).catch((error) => {
      throw error instanceof Problems ? new Problems(error.problems.map(withoutHeading)) : error;
    });
    const origin = publicOrigin(c) + c.get('host').settings.basePath;
    const issued = result.issued.map(({ token, ...each }) => ({ ...each, link: `${origin}/i/${token}` }));
    return c.json({ ok: true, expires: result.expires, issued, repeated: result.repeated }, 201);
  });

/** `invitations.2.unit` of the JSON is `rows.3.unit` everywhere else. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path.map(String);
  if (first !== 'invitations' || index === undefined) return path.map(String).join('.');
  return ['rows', String(Number(index) + 1), ...rest].join('.');
}

/** The action read a heading before the first row. */
const withoutHeading = (wrong: Problems['problems'][number]): Problems['problems'][number] => {
  const less = (row: unknown) => Number(row) - 1;
  const field = wrong.field.replace(/^rows\.(\d+)/, (_, row) => `rows.${less(row)}`);
  const values =
    wrong.values && 'row' in wrong.values ? { ...wrong.values, row: less(wrong.values.row) } : wrong.values;
  return { ...wrong, field, ...(values ? { values } : {}) };
};
