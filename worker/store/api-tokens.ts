// API tokens by their hash. Nothing here ever holds the token itself.
import type { ApiToken, Scope } from '#core/api-token.ts';
import type { Day } from '#core/period.ts';
import { type Database, type Statement, sql } from '../database.ts';

type Row = Omit<ApiToken, 'scopes'> & { readonly scopes: string };

const columns = sql`SELECT id, name, scopes, unit, created, expires, seen, revoked FROM api_tokens`;
const read = (row: Row): ApiToken => ({ ...row, scopes: JSON.parse(row.scopes) as Scope[] });

export async function apiTokenBy(db: Database, hash: string): Promise<ApiToken | null> {
  const row = await db.first<Row>(sql`${columns} WHERE hash = ${hash}`);
  return row && read(row);
}

/** Those that work first, then by name. */
export const allApiTokens = async (db: Database): Promise<ApiToken[]> =>
  (await db.all<Row>(sql`${columns} ORDER BY revoked IS NOT NULL, name, id`)).map(read);

export const addingToken = (token: ApiToken, hash: string, by: string): Statement => sql`
  INSERT INTO api_tokens (hash, id, name, scopes, unit, created, created_by, expires)
  VALUES (${hash}, ${token.id}, ${token.name}, ${JSON.stringify(token.scopes)}, ${token.unit}, ${token.created}, ${by},
    ${token.expires})`;

export const revokingToken = (id: string, day: Day): Statement =>
  sql`UPDATE api_tokens SET revoked = ${day} WHERE id = ${id} AND revoked IS NULL`;

export const seeingToken = (id: string, day: Day): Statement =>
  sql`UPDATE api_tokens SET seen = ${day} WHERE id = ${id}`;
