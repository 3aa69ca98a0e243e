// Comments: their moderation, and their text, which stays in the response (masked when it was written) and is read from
// there. Whoever lists them says which states they may see: held text is for moderators only.
import type { CommentGroup, CommentState, Handling, Theme } from '#core/comment.ts';
import { type Month, monthsIn, type Period } from '#core/period.ts';
import { type Database, type Statement, sql } from '../database.ts';

/** What tells a comment from all others. */
export interface CommentKey {
  readonly survey: string;
  readonly month: Month;
  readonly slip: string;
  /** The response's, because two responses may share a slip. */
  readonly id: string;
  readonly question: string;
}

export interface Moderation {
  readonly state: CommentState;
  readonly theme: Theme | null;
  readonly handling: Handling | null;
}

export interface Comment extends CommentKey, Moderation {
  readonly unit: string;
  readonly channel: string;
  readonly text: string;
}

export interface CommentFilter {
  readonly survey: string;
  readonly period?: Period;
  readonly unit?: string;
}

const matching = ({ survey, period, unit }: CommentFilter): Statement => {
  const months = period ? monthsIn(period) : [];
  return sql`c.survey = ${survey}
    AND (${period ? 1 : 0} = 0 OR (c.month >= ${months[0] ?? ''} AND c.month <= ${months.at(-1) ?? ''}))
    AND (${unit ?? null} IS NULL OR c.unit = ${unit ?? null})`;
};

/** Groups by state, theme and handling; core/comment.ts adds them up. */
export const commentGroups = (db: Database, filter: CommentFilter): Promise<CommentGroup[]> =>
  db.all<CommentGroup>(sql`
    SELECT state, theme, handling, count(*) AS n FROM comments c WHERE ${matching(filter)}
    GROUP BY state, theme, handling`);

/** A page of comments, newest month first and in no order of arrival within it; `after` is the last of the page before. */
export const commentsIn = (
  db: Database,
  filter: CommentFilter & { readonly channel?: string },
  states: readonly CommentState[],
  { limit, after }: { limit: number; after?: CommentKey | undefined },
): Promise<Comment[]> =>
  db.all<Comment>(sql`
    SELECT c.survey, c.month, c.slip, c.id, c.question, c.unit, c.state, c.theme, c.handling, r.channel,
      json_extract(r.answers, '$."' || c.question || '"') AS text
    FROM comments c JOIN responses r ON r.slip = c.slip AND r.id = c.id
    WHERE ${matching(filter)} AND c.state IN (SELECT value FROM json_each(${JSON.stringify(states)}))
      AND (${filter.channel ?? null} IS NULL OR r.channel = ${filter.channel ?? null})
      AND (${after?.month ?? null} IS NULL OR c.month < ${after?.month ?? null}
        OR (c.month = ${after?.month ?? null} AND (c.slip, c.id, c.question)
          < (${after?.slip ?? null}, ${after?.id ?? null}, ${after?.question ?? null})))
    ORDER BY c.month DESC, c.slip DESC, c.id DESC, c.question DESC LIMIT ${limit}`);

const isAt = ({ survey, month, slip, id, question }: CommentKey): Statement => sql`
  survey = ${survey} AND month = ${month} AND slip = ${slip} AND id = ${id} AND question = ${question}`;

export const commentBy = (db: Database, key: CommentKey): Promise<(Moderation & { unit: string }) | null> =>
  db.first<Moderation & { unit: string }>(sql`
    SELECT unit, state, theme, handling FROM comments WHERE ${isAt(key)}`);

export const moderating = (key: CommentKey, { state, theme, handling }: Moderation): Statement => sql`
  UPDATE comments SET state = ${state}, theme = ${theme}, handling = ${handling}
  WHERE ${isAt(key)}`;
