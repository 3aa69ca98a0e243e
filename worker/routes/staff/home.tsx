// GET /staff: what has come in and what waits. Somebody who sees one unit only sees that unit's. Answers are counted in
// tens here: who looks every day must not see a single one arrive.
import { Hono } from 'hono';
import { evaluate, sumCells } from '#core/evaluation.ts';
import { stepMin } from '#core/release.ts';
import { may } from '#core/staff.ts';
import { phaseOn } from '#core/window.ts';
import { StaffHomePage, type SurveyLine } from '#web/pages/staff/home.tsx';
import { type Actor, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { servedDocument } from '../../catalogue.ts';
import type { Host } from '../../host.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';
import { commentGroups } from '../../store/comments.ts';
import type { SurveyRecord } from '../../store/surveys.ts';
import { talliesOf } from '../../store/tallies.ts';

export const home = new Hono<AppEnv>().get('/', async (c) => {
  const actor = await signedIn(c, 'results.read');
  const { surveys } = await c.get('catalogue')();
  const lines = await Promise.all(surveys.map((survey) => lineOf(c.get('host'), actor, survey)));
  const newestFirst = lines.sort((a, b) => (a.opens < b.opens ? 1 : -1));
  return staffPage(
    c,
    c.get('words').staff.home.title,
    <StaffHomePage {...staffPageProps(c, actor)} surveys={newestFirst} />,
  );
});

async function lineOf(host: Host, actor: Actor, record: SurveyRecord): Promise<SurveyLine> {
  const { code, opens, closes } = record;
  const mine = { survey: code, ...(actor.unit ? { unit: actor.unit } : {}) };
  const [cells, groups] = await Promise.all([
    talliesOf(host.db, mine),
    may(actor, 'comments.moderate') ? commentGroups(host.db, mine) : null,
  ]);
  const { received } = evaluate(new Map(), sumCells(cells)).reconciliation;
  const waiting = (state: 'new' | 'held') =>
    (groups ?? []).reduce((sum, group) => sum + (group.state === state ? group.n : 0), 0);
  return {
    code,
    title: servedDocument(record).title,
    opens,
    closes,
    phase: phaseOn(record, host.today()),
    receivedTens: received - (received % stepMin),
    waiting: groups && { new: waiting('new'), held: waiting('held') },
  };
}
