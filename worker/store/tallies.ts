// Folded counts: adding one response's counts to its cell, and summing cells for a screen. The adding is the monoid's
// merge written in SQL, so that it is part of the batch; a test holds it equal to core's.
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

interface CellRow extends Omit<TallyCell, 'tally'> {
  readonly counts: string;
}

const cellIn = ({ counts, ...cell }: CellRow): TallyCell => ({ ...cell, tally: JSON.parse(counts) as Tally });

export const allTallies = async (db: Database): Promise<TallyCell[]> =>
  (await db.all<CellRow>(sql`SELECT survey, version, unit, channel, month, standing, counts FROM tallies`)).map(cellIn);

/**
 * The cells of one survey; those of one unit, or of the months of a period that begins and ends with a month, where these
 * are named. They are merged by core and not in SQL, where json_each would cost a row read for each key of each cell.
 */
export async function talliesOf(
  db: Database,
  { survey, unit, period }: { readonly survey: string; readonly unit?: string; readonly period?: Period },
): Promise<TallyCell[]> {
  const months = period ? monthsIn(period) : [];
  const [first, last] = [months[0] ?? '', months.at(-1) ?? ''];
  const rows = await db.all<CellRow>(sql`
    SELECT survey, version, unit, channel, month, standing, counts FROM tallies
    WHERE survey = ${survey} AND (${unit ?? null} IS NULL OR unit = ${unit ?? null})
      AND (${period ? 1 : 0} = 0 OR (month >= ${first} AND month <= ${last}))
    ORDER BY version, standing`);
  return rows.map(cellIn);
}
