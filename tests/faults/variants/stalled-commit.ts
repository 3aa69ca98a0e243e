// The app over a database that takes 35 seconds for each commit, which then takes effect all the same.
import { createApp } from '#worker/app.ts';
import { type D1, d1Database } from '#worker/d1.ts';
import type { Database } from '#worker/database.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';

const stallMs = 35_000;

export default {
  fetch(
    request: Request,
    env: { DB: D1 } & Record<string, unknown>,
    context: { waitUntil(work: Promise<unknown>): void },
  ): Response | Promise<Response> {
    const db = d1Database(env.DB);
    const slow: Database = {
      ...db,
      commit: (statements) => {
        const work = new Promise((passed) => setTimeout(passed, stallMs)).then(() => db.commit(statements));
        context.waitUntil(work);
        return work;
      },
    };
    return createApp(makeHost(slow, readSettings(env))).fetch(request);
  },
};
