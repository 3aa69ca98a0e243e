// What the staff results page reads and works out, without the page around it.
import { addDays, yearOf, yearPeriod } from '#core/period.ts';
import { catalogueReader, surveyIn } from '#worker/catalogue.ts';
import { type D1, d1Database } from '#worker/d1.ts';
import { evaluationOf } from '#worker/evaluations.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';

const catalogueOf = catalogueReader();

export default {
  async fetch(request: Request, env: { DB: D1 } & Record<string, unknown>): Promise<Response> {
    const { db, now, today } = makeHost(d1Database(env.DB), readSettings(env));
    const catalogue = await catalogueOf(db, now());
    const record = surveyIn(catalogue, new URL(request.url).pathname.slice(1));
    return Response.json(
      await evaluationOf(db, record, catalogue.units, {
        year: yearOf(today()),
        today: addDays(yearPeriod(yearOf(today())).to, 1),
      }),
    );
  },
};
