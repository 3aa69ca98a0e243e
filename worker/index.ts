// Cloudflare's door. The app is made on the first request of an isolate; a wrong setting answers every request with the
// same 503, and the log names the setting.
import { createApp } from './app.ts';
import { type D1, d1Database } from './d1.ts';
import { makeHost } from './host.ts';
import { readSettings } from './settings.ts';

let app: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request: Request, env: { DB: D1 } & Record<string, unknown>): Response | Promise<Response> {
    try {
      app ??= createApp(makeHost(d1Database(env.DB), readSettings(env)));
    } catch (error) {
      console.error(String(error));
      return new Response('not configured\n', { status: 503, headers: { 'retry-after': '60' } });
    }
    return app.fetch(request);
  },
};
