// Folded counts: adding one response's counts to its cell, and summing cells for a screen. The sums are the monoid's
// merge written in SQL; a test holds it equal to core's.
import { type Month, monthsIn, type Period } from '#core/period.ts';
import type { Standing } from '#core/standing.ts';
import type { Tally } from '#core/tally.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface TallyCell {
  readonly survey: string;
  readonly version: number;
  readonly unit: string;
  readonly channel: string;
  readonly month: Month;
  readonly standing: Standing;
  readonly tally: Tally;
}

/** Adds to a cell, only where `guard` holds. */
export const addingTally = (cell: TallyCell, guard: Statement): Statement => sql`
  INSERT INTO tallies (survey, version, unit, channel, month, standing, counts)
  SELECT ${cell.survey}, ${cell.version}, ${cell.unit}, ${cell.channel}, ${cell.month}, ${cell.standing},
    ${JSON.stringify(cell.tally)} WHERE ${guard}
  ON CONFLICT DO UPDATE SET counts = (
    SELECT json_group_object(key, n) FROM (
      SELECT key, sum(value) AS n FROM (
        SELECT key, value FROM json_each(tallies.counts) UNION ALL SELECT key, value FROM json_each(excluded.counts)
      ) GROUP BY key HAVING n <> 0))`;

export const allTallies = async (db: Database): Promise<TallyCell[]> =>
  (
    await db.all<Omit<TallyCell, 'tally'> & { counts: string }>(
      sql`SELECT survey, version, unit, channel, month, standing, counts FROM tallies`,
    )
  ).map(({ counts, ...cell }) => ({ ...cell, tally: JSON.parse(counts) as Tally }));

/** Which cells to sum; an absent filter takes all. */
export interface TallyFilter {
  readonly survey: string;
  /** Whole months only: the period must begin and end with a month. */
  readonly period?: Period;
  readonly unit?: string;
  readonly channel?: string;
}

const matching = ({ survey, period, unit, channel }: TallyFilter): Statement => {
  const months = period ? monthsIn(period) : [];
  return sql`survey = ${survey}
    AND (${period ? 1 : 0} = 0 OR (month >= ${months[0] ?? ''} AND month <= ${months.at(-1) ?? ''}))
    AND (${unit ?? null} IS NULL OR unit = ${unit ?? null})
    AND (${channel ?? null} IS NULL OR channel = ${channel ?? null})`;
};

/** How the cells are told apart in a sum. */
export type TallyAxis = 'unit' | 'channel' | 'month';

const axes: Record<TallyAxis, Statement> = { unit: sql`unit`, channel: sql`channel`, month: sql`month` };

/** Sums by version and standing, and by one axis when it is named: [{version, standing, by, tally}]. */
export async function sumTallies(
  db: Database,
  filter: TallyFilter,
  axis?: TallyAxis,
): Promise<{ version: number; standing: Standing; by: string; tally: Tally }[]> {
  const by = axis ? axes[axis] : sql`''`;
  const rows = await db.all<{ version: number; standing: Standing; by: string; key: string; n: number }>(sql`
    SELECT version, standing, ${by} AS "by", counted.key AS key, sum(counted.value) AS n
    FROM tallies, json_each(tallies.counts) AS counted
    WHERE ${matching(filter)}
    GROUP BY version, standing, "by", counted.key
    ORDER BY version, standing, "by"`);
  const groups = Map.groupBy(rows, (row) => JSON.stringify([row.version, row.standing, row.by]));
  return [...groups.values()].map((group) => {
    const { version, standing, by } = group[0] as (typeof group)[number];
    return { version, standing, by, tally: Object.fromEntries(group.map(({ key, n }) => [key, n])) };
  });
}
