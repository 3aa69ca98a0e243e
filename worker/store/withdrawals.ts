// Taking one answer out of the figures for good. Every statement carries the same guard (not withdrawn yet, and counted
// as it was when the action looked), so the batch moves its counts exactly once however often it runs.

import type { Day } from '#core/period.ts';
import { monthOf } from '#core/period.ts';
import type { Standing } from '#core/standing.ts';
import { negated, type Tally } from '#core/tally.ts';
import { type Statement, sql } from '../database.ts';
import type { StoredResponse } from './responses.ts';
import { addingTally } from './tallies.ts';

export interface NewWithdrawal {
  readonly response: StoredResponse;
  readonly tally: Tally;
  readonly from: Standing;
  readonly to: Standing;
  readonly day: Day;
}

/** The batch; the change count of its last statement tells whether it took effect. */
export function withdrawing({ response: r, tally, from, to, day }: NewWithdrawal): Statement[] {
  // Booked in the month in which it happens: a month that has ended never changes (decision 012).
  const cell = { ...r, month: monthOf(day) };
  const unchanged = sql`EXISTS (SELECT 1 FROM responses WHERE slip = ${r.slip} AND id = ${r.id}
      AND quarantine = ${Number(r.quarantine)} AND test = ${Number(r.test)})
    AND (SELECT reason FROM exclusions WHERE slip = ${r.slip} AND id = ${r.id}) IS ${r.excluded}
    AND NOT EXISTS (SELECT 1 FROM withdrawals WHERE slip = ${r.slip} AND id = ${r.id})`;
  return [
    addingTally({ ...cell, standing: from, tally: negated(tally) }, unchanged),
    addingTally({ ...cell, standing: to, tally }, unchanged),
    // Whoever takes an answer back takes back their words: nobody is to read or handle them any more.
    sql`DELETE FROM comments WHERE survey = ${r.survey} AND month = ${monthOf(r.day)} AND slip = ${r.slip} AND id = ${r.id}
      AND ${unchanged}`,
    sql`INSERT INTO withdrawals (slip, id, day) SELECT ${r.slip}, ${r.id}, ${day} WHERE ${unchanged}
      ON CONFLICT DO NOTHING`,
  ];
}
