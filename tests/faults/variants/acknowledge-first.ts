// The app broken on purpose: it says 已收到 before the database did, as a write-behind queue would. A kill between the
// two loses the answer, and the runs in this folder must notice.
import { createApp } from '#worker/app.ts';
import { type D1, d1Database } from '#worker/d1.ts';
import type { Database } from '#worker/database.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';

const behindMs = 30;

export default {
  fetch(
    request: Request,
    env: { DB: D1 } & Record<string, unknown>,
    context: { waitUntil(work: Promise<unknown>): void },
  ): Response | Promise<Response> {
    const db = d1Database(env.DB);
    const eager: Database = {
      ...db,
      commit: async (statements) => {
        const later = new Promise((passed) => setTimeout(passed, behindMs));
        context.waitUntil(later.then(() => db.commit(statements)));
        return statements.map(() => 1);
      },
    };
    return createApp(makeHost(eager, readSettings(env))).fetch(request);
  },
};
