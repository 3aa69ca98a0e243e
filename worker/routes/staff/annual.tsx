// /staff/annual: the statutory annual reports, of the office and of the county. A post stores what was typed and says what is
// still missing; the form is complete without script, and a script may post JSON with the changed fields alone.
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { dayOf } from '#core/period.ts';
import { type Problem, Problems, problem, Refusal } from '#core/problem.ts';
import { may } from '#core/staff.ts';
import { aggregateOf } from '#core/statutory/aggregate.ts';
import type { AnnualFields, FieldConflict } from '#core/statutory/annual-fields.ts';
import { type AnnualView, composeAnnual, viewAnnual } from '#core/statutory/annual-view.ts';
import { formOf } from '#core/statutory/form.ts';
import { daysLeft, deadlineOf, isAnnualScope, ownScopes } from '#core/statutory/scope.ts';
import { AnnualPage } from '#web/pages/staff/annual.tsx';
import { AnnualListPage } from '#web/pages/staff/annual-list.tsx';
import { type AnnualIslandData, entryWords } from '#web/parts/annual-island.ts';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { type AnnualOutcome, type AnnualWrite, saveAnnual } from '../../actions/save-annual.ts';
import { type Actor, signedIn } from '../../actor.ts';
import { annualSource, isSealedAnew, organsOf, requireAnnual } from '../../annual.ts';
import type { AppEnv } from '../../app-env.ts';
import { isJson, readForm, readJson, textIn } from '../../body.ts';
import { annualBytes, annualFormats, annualName, annualType, isAnnualFormat } from '../../export/annual-file.ts';
import { attachment } from '../../export/attachment.ts';
import { failureOf, wantsJson } from '../../failures.tsx';
import { staffPage, staffPageProps } from '../../staff-page.tsx';
import {
  type AnnualKey,
  type AnnualRevision,
  annualReports,
  newestAnnual,
  type StoredAnnual,
} from '../../store/annual-reports.ts';

/** 200 cells and nine texts, percent-encoded; a JSON post is far smaller. */
const bodyBytesMax = 768 * 1024;
const reportPath = '/:year{[1-9][0-9]{3}}/:scope{[a-z-]+}';

export const annual = new Hono<AppEnv>()
  .get('/', async (c) => {
    const actor = await signedIn(c, 'reports.read');
    const stored = await annualReports(c.get('host').db);
    const years = [staffPageProps(c, actor).reportYear, ...stored.map(({ year }) => year)];
    return list(
      c,
      actor,
      [...new Set(years)].sort((x, y) => y - x),
      stored,
    );
  })
  .get('/:year{[1-9][0-9]{3}}', async (c) => {
    const actor = await signedIn(c, 'reports.read');
    const host = c.get('host');
    const year = Number(c.req.param('year'));
    await requireAnnual(host, year);
    return list(c, actor, [year], await annualReports(host.db));
  })
  .get(reportPath, async (c) => {
    const actor = await signedIn(c, 'reports.read');
    const key = await keyOf(c);
    const said = c.req.query('saved') === undefined ? null : 'stored';
    return show(c, actor, key, { stored: await newestAnnual(c.get('host').db, key), said });
  })
  .post(reportPath, async (c) => {
    const actor = await signedIn(c, 'reports.write');
    const key = await keyOf(c);
    const json = isJson(c);
    const write = json ? readWrite(await readJson(c, bodyBytesMax)) : await formWrite(c, key);
    try {
      const outcome = await saveAnnual(c.get('host'), actor, key, write);
      return await (json || wantsJson(c) ? answerJson(c, outcome) : answerPage(c, actor, key, outcome));
    } catch (error) {
      if (!(error instanceof Problems) || json || wantsJson(c)) throw error;
      const stored = await newestAnnual(c.get('host').db, key);
      return show(c, actor, key, { stored, base: write.base, fields: write.fields, refused: error.problems });
    }
  })
  .get(`${reportPath}/:file{report[.][a-z]{3,4}}`, async (c) => {
    await signedIn(c, 'reports.read');
    const format = c.req.param('file').split('.')[1];
    if (!isAnnualFormat(format)) throw new Refusal('missing', 'no-page');
    const host = c.get('host');
    const key = await keyOf(c);
    const stored = await newestAnnual(host.db, key);
    const source = await annualSource(host, key, stored);
    const report = composeAnnual(source);
    const file = {
      form: formOf(key.year),
      scope: key.scope,
      report,
      fields: source.fields,
      ready: stored?.state === 'ready' && report.problems.length === 0,
      made: stored ? dayOf(Date.parse(stored.saved)) : host.today(),
    };
    return c.body(await annualBytes(file, format), 200, {
      'content-type': annualType(format),
      'content-disposition': attachment(`pingyi-annual-${key.year}-${key.scope}.${format}`, annualName(file, format)),
      'cache-control': 'no-store',
    });
  });

async function keyOf(c: Context<AppEnv>): Promise<AnnualKey> {
  const [year, scope] = [Number(c.req.param('year')), c.req.param('scope') ?? ''];
  if (!isAnnualScope(scope)) throw new Refusal('missing', 'no-page');
  await requireAnnual(c.get('host'), year, scope);
  return { year, scope };
}

/** The reports of these years, and of the first which organs' tables are in. */
async function list(
  c: Context<AppEnv>,
  actor: Actor,
  years: readonly number[],
  stored: readonly AnnualRevision[],
): Promise<Response> {
  const host = c.get('host');
  const [year = 0] = years;
  const { organs } = aggregateOf(formOf(year), await organsOf(host, { year, scope: 'county-aggregate' }), {});
  const reports = years.flatMap((year) =>
    ownScopes.map((scope) => ({
      year,
      scope,
      newest: stored.find((each) => each.year === year && each.scope === scope) ?? null,
      deadline: deadlineOf(year, scope),
      daysLeft: daysLeft(host.today(), year, scope),
    })),
  );
  const title = c.get('words').annual.title;
  return staffPage(c, title, <AnnualListPage {...staffPageProps(c, actor)} reports={reports} organs={organs} />);
}

const wire = z.strictObject({
  revision: z.int().min(0),
  fields: z.record(z.string().max(64), z.string()),
  fill: z.enum(['zeros', 'organs']).optional(),
  state: z.enum(['draft', 'ready']).optional(),
});

function readWrite(body: unknown): AnnualWrite {
  const read = wire.safeParse(body);
  if (!read.success) throw new Problems([problem('body', 'malformed')]);
  const { revision, fields, fill, state } = read.data;
  return { base: revision, fields, ...(fill ? { fill } : {}), ...(state ? { state } : {}) };
}

/** The page's form: every field of the report, the revision it was made from, and which button was pressed. */
async function formWrite(c: Context<AppEnv>, { year }: AnnualKey): Promise<AnnualWrite> {
  const form = await readForm(c, bodyBytesMax);
  const { cells, texts } = formOf(year);
  const ids = [...cells, ...texts].map(({ id }) => id).filter((id) => Object.hasOwn(form, id));
  const deed = textIn(form, 'do');
  const base = Number(textIn(form, 'revision'));
  if (!Number.isInteger(base) || base < 0) throw new Problems([problem('revision', 'malformed')]);
  return {
    base,
    fields: Object.fromEntries(ids.map((id) => [id, textIn(form, id)])),
    ...(deed === 'zeros' || deed === 'organs' ? { fill: deed } : {}),
    state: deed === 'finish' ? 'ready' : 'draft',
  };
}

interface Shown {
  readonly stored: StoredAnnual | null;
  /** What the form holds, where that is not what is stored. */
  readonly fields?: AnnualFields;
  readonly base?: number;
  readonly said?: 'stored' | 'not-ready' | null;
  readonly refused?: readonly Problem[];
  readonly conflict?: { readonly theirs: AnnualRevision; readonly conflicts: readonly FieldConflict[] };
}

async function show(c: Context<AppEnv>, actor: Actor, key: AnnualKey, shown: Shown): Promise<Response> {
  const { stored, refused = [], conflict } = shown;
  const mayWrite = may(actor, 'reports.write');
  const words = c.get('words');
  const source = await annualSource(c.get('host'), key, stored);
  const fields = shown.fields ?? source.fields;
  const view = viewAnnual({ ...source, fields }, c.get('host').today(), c.get('lang'));
  const status = conflict ? failureOf(new Refusal('conflict', 'annual-changed'), words, () => '').status : undefined;
  return staffPage(
    c,
    `${source.context.organ} · ${key.year}`,
    <AnnualPage
      {...staffPageProps(c, actor)}
      annual={view}
      scope={key.scope}
      fields={fields}
      revision={shown.base ?? stored?.revision ?? 0}
      stored={stored}
      said={shown.said ?? null}
      sealedAnew={await isSealedAnew(c.get('host'), stored)}
      refused={refused}
      conflict={conflict ?? null}
      mayWrite={mayWrite}
      formats={annualFormats}
    />,
    {
      problems: refused,
      ...(status ? { status } : {}),
      ...(mayWrite
        ? {
            island: {
              script: 'annual.js',
              later: 'annual-import.js',
              data: islandData(c, actor, key, view, unlike(fields, source.fields)),
            },
          }
        : {}),
    },
  );
}

/** What is stored where the form holds something else. */
const unlike = (fields: AnnualFields, stored: AnnualFields): AnnualFields =>
  Object.fromEntries(
    Object.keys(fields).flatMap((id) => (fields[id] === (stored[id] ?? '') ? [] : [[id, stored[id] ?? '']])),
  );

function islandData(
  c: Context<AppEnv>,
  actor: Actor,
  key: AnnualKey,
  view: AnnualView,
  unlike: AnnualFields,
): AnnualIslandData {
  const words = c.get('words');
  const { basePath } = c.get('host').settings;
  return {
    year: key.year,
    lastYear: view.lastYear ?? {},
    unlike,
    keepAs: `pingyi-annual:${basePath}:${key.year}:${key.scope}:${actor.id}`,
    words: entryWords(words),
    fault: words.checking.fault,
  };
}

function answerPage(c: Context<AppEnv>, actor: Actor, key: AnnualKey, outcome: AnnualOutcome) {
  if (outcome.kind === 'conflict') {
    const { theirs, fields, conflicts } = outcome;
    return show(c, actor, key, { stored: theirs, base: theirs.revision, fields, conflict: { theirs, conflicts } });
  }
  if (outcome.problems.length > 0) return show(c, actor, key, { stored: outcome.report, said: 'not-ready' });
  return c.redirect(staffLink(staffPageProps(c, actor), `/staff/annual/${key.year}/${key.scope}`, { saved: '' }), 303);
}

function answerJson(c: Context<AppEnv>, outcome: AnnualOutcome) {
  if (outcome.kind === 'conflict') {
    const { theirs, conflicts } = outcome;
    const { status, title, code } = failureOf(new Refusal('conflict', 'annual-changed'), c.get('words'), () => '');
    const { revision, state, savedByName } = theirs;
    return c.json({ ok: false, code, message: title, revision, state, savedByName, conflicts }, status);
  }
  const { report, others, problems } = outcome;
  const { revision, state, saved, savedByName } = report;
  return c.json({ ok: true, revision, state, saved, savedByName, others, problems });
}
