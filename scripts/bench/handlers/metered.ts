// The app with a meter on its database: each reply says how many rows D1 bills for it. One request at a time, please.
import { createApp } from '#worker/app.ts';
import { type D1, d1Database } from '#worker/d1.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';

interface Metered {
  readonly meta: { readonly rows_read: number; readonly rows_written: number };
}

let rows = { read: 0, written: 0 };
function meter<Result>(result: Result): Result {
  const { meta } = result as unknown as Metered;
  rows = { read: rows.read + meta.rows_read, written: rows.written + meta.rows_written };
  return result;
}

/** What D1's own objects are, of which a batch takes only the originals. */
type Prepared = ReturnType<D1['prepare']>;

const metered = (d1: D1): D1 => {
  const originals = new WeakMap<Prepared, Prepared>();
  const wrap = (original: Prepared): Prepared => {
    const wrapped: Prepared = {
      bind: (...values) => wrap(original.bind(...values)),
      all: async () => meter(await original.all()),
    };
    originals.set(wrapped, original);
    return wrapped;
  };
  return {
    prepare: (text) => wrap(d1.prepare(text)),
    batch: async (statements) =>
      (await d1.batch(statements.map((statement) => originals.get(statement) ?? statement))).map(meter),
  };
};

let app: ReturnType<typeof createApp> | undefined;

export default {
  async fetch(request: Request, env: { DB: D1 } & Record<string, unknown>): Promise<Response> {
    app ??= createApp(makeHost(d1Database(metered(env.DB)), readSettings(env)));
    rows = { read: 0, written: 0 };
    const reply = await app.fetch(request);
    reply.headers.set('x-rows-read', String(rows.read));
    reply.headers.set('x-rows-written', String(rows.written));
    return reply;
  },
};
