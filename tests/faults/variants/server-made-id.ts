// The app broken on purpose: it gives every arrival an id of its own, as most survey servers do. An answer that is sent
// again because its reply was lost is stored twice, and the runs in this folder must notice.
import type { Envelope } from '#core/submission.ts';
import { serveForm } from '#worker/actions/serve-form.ts';
import { createApp } from '#worker/app.ts';
import { type D1, d1Database } from '#worker/d1.ts';
import { makeHost } from '#worker/host.ts';
import { sha256Hex } from '#worker/seals.ts';
import { readSettings } from '#worker/settings.ts';

export default {
  async fetch(request: Request, env: { DB: D1 } & Record<string, unknown>): Promise<Response> {
    const host = makeHost(d1Database(env.DB), readSettings(env));
    const app = createApp(host);
    if (request.method !== 'POST') return app.fetch(request);
    const { sha, ...sent } = (await request.json()) as Envelope;
    const [, name, code = ''] = new URL(request.url).pathname.split('/');
    const { survey, version, unit } = sent;
    const own = serveForm(host, { survey, version, unit, door: name === 'i' ? sha256Hex(code) : 's' });
    const reply = await app.request(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...sent, ...own }),
    });
    if (!reply.ok) return reply;
    return Response.json(
      { ok: true, id: sent.id, sha, receipt: host.seals.receipt(sent.id) },
      { status: reply.status },
    );
  },
};
