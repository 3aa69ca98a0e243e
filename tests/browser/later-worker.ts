// The whole app with a clock that a test can move: what a year holds is seen when it is over. POST /later/MILLISECONDS says
// how far ahead of the real one it is; nothing else differs from the worker's own door.
import { createApp } from '#worker/app.ts';
import { type D1, d1Database } from '#worker/d1.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';

let aheadMs = 0;
let app: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request: Request, env: { DB: D1 } & Record<string, unknown>): Response | Promise<Response> {
    const later = /^\/later\/(\d+)$/.exec(new URL(request.url).pathname);
    if (later && request.method === 'POST') {
      aheadMs = Number(later[1]);
      return new Response(null, { status: 204 });
    }
    app ??= createApp(makeHost(d1Database(env.DB), readSettings(env), { now: () => Date.now() + aheadMs }));
    return app.fetch(request);
  },
};
