// The app: which routes there are, and what every request goes through. It is made once for a host and knows no platform.
import { Hono } from 'hono';
import type { BlankSchema } from 'hono/types';
import { getPath } from 'hono/utils/url';
import { chooseLang } from '#core/lang.ts';
import { Refusal } from '#core/problem.ts';
import { wordsFor } from '#core/text.ts';
import { chooseView } from '#core/view.ts';
import type { AppEnv } from './app-env.ts';
import { assetAt } from './assets.ts';
import { catalogueReader } from './catalogue.ts';
import { failureOf, respondWithFailure } from './failures.tsx';
import type { Host } from './host.ts';
import { bounded, deadlineMs } from './resilience.ts';
import { api } from './routes/api.ts';
import { home } from './routes/home.tsx';
import { invitations } from './routes/invitations.tsx';
import { receipts } from './routes/receipts.tsx';
import { results } from './routes/results.tsx';
import { schemas } from './routes/schemas.ts';
import { staff } from './routes/staff.tsx';
import { statements } from './routes/statements.tsx';
import { surveys } from './routes/surveys.tsx';
import { verifying } from './routes/verify.tsx';
import { makeSheets } from './sheets.ts';
import { ping } from './store/health.ts';

/** The type is written out because TypeScript would name it by a path inside hono that our `#dist/*` import hides. */
export function createApp(host: Host, { requestMs = deadlineMs } = {}): Hono<AppEnv, BlankSchema, string> {
  const catalogue = catalogueReader();
  const sheets = makeSheets(host.settings);
  const { basePath } = host.settings;
  const app = new Hono<AppEnv>({ getPath: (request) => pathBelow(basePath, getPath(request)) }).basePath(
    basePath || '/',
  );

  app.use(async (c, next) => {
    const end = performance.now() + requestMs;
    const db = bounded(host.db, { leftMs: () => end - performance.now(), jitter: Math.random });
    const lang = chooseLang(c.req.query('lang'), c.req.header('accept-language'));
    c.set('host', { ...host, db });
    c.set('lang', lang);
    c.set('words', wordsFor(lang));
    c.set('sheets', sheets);
    c.set('view', chooseView(c.req.query('view'), c.req.query('size')));
    c.set('catalogue', () => catalogue(db, host.now()));
    c.set('reportBug', (error) => reportBug(host, c.req.routePath, error));
    // Set before the route answers, which may replace them: afterwards each would copy the whole reply.
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('cache-control', 'no-store');
    await next();
  });

  app.route('/', home);
  app.route('/s', surveys);
  app.route('/i', invitations);
  app.route('/receipts', receipts);
  app.route('/results', results);
  app.route('/verify', verifying);
  app.route('/', statements);
  app.route('/staff', staff);
  app.route('/', schemas);
  app.route('/api/v1', api);
  app.get('/healthz', async (c) => {
    await ping(c.get('host').db);
    return c.json({ ok: true });
  });
  app.get('/assets/:file', (c) => {
    const found = assetAt(`/assets/${c.req.param('file')}`);
    if (!found) throw new Refusal('missing', 'no-page');
    return c.body(found.body, 200, {
      'content-type': found.type,
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  app.notFound((c) =>
    respondWithFailure(
      c,
      failureOf(new Refusal('missing', 'no-page'), c.get('words'), () => ''),
    ),
  );
  app.onError((error, c) =>
    respondWithFailure(
      c,
      failureOf(error, c.get('words'), () => c.get('reportBug')(error)),
    ),
  );
  return app;
}

/** Some proxies take the prefix off before they pass a request on and some leave it; both mean the same page. */
function pathBelow(base: string, path: string): string {
  if (base === '') return path;
  const whole = path === base || path.startsWith(`${base}/`) ? path : base + path;
  // The front page is linked as /pingyi/ and registered as /pingyi.
  return whole === `${base}/` ? base : whole;
}

/** Logs a bug by class and place, never by message or path: both can hold what a citizen wrote or a token. */
function reportBug(host: Host, route: string, error: unknown): string {
  const id = host.randomHex(4);
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const kind = error instanceof Error ? error.name : typeof error;
  console.error(JSON.stringify({ bug: id, route, kind, at: frames.slice(0, 4).map((line) => line.trim()) }));
  return id;
}
