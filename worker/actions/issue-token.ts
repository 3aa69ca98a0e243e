// Making and revoking API tokens. The token leaves with the result and is kept nowhere; revoking works with the next call.
import { type ApiToken, apiTokenFrom, checkToken, type Scope, type TokenWish } from '#core/api-token.ts';
import { Problems, problem, Refusal } from '#core/problem.ts';
import { type Doer, nameOf } from '../actor.ts';
import type { Host } from '../host.ts';
import { sha256Hex } from '../seals.ts';
import { addingToken, allApiTokens, revokingToken, seeingToken } from '../store/api-tokens.ts';
import { allUnits } from '../store/surveys.ts';
import { commitAudited } from './commit-audited.ts';

export async function issueToken(
  host: Host,
  doer: Doer<'tokens.manage'>,
  wish: TokenWish,
): Promise<{ issued: ApiToken; token: string }> {
  const units = await allUnits(host.db);
  const unknown = wish.unit !== null && !units.some(({ code }) => code === wish.unit);
  const problems = [...checkToken(wish, host.today()), ...(unknown ? [problem('unit', 'bad-unit')] : [])];
  if (problems.length > 0) throw new Problems(problems);
  const token = apiTokenFrom(host.randomHex(32));
  const issued: ApiToken = {
    id: host.randomHex(8),
    name: wish.name.trim(),
    scopes: wish.scopes as Scope[],
    unit: wish.unit,
    created: host.today(),
    expires: wish.expires === '' ? null : wish.expires,
    seen: null,
    revoked: null,
  };
  const { id, scopes, unit, expires } = issued;
  const event = { actor: nameOf(doer), action: 'token.issue', object: id, detail: { scopes, unit, expires } } as const;
  await commitAudited(host, event, [addingToken(issued, sha256Hex(token), nameOf(doer))]);
  return { issued, token };
}

export async function revokeToken(host: Host, doer: Doer<'tokens.manage'>, id: string): Promise<void> {
  const found = (await allApiTokens(host.db)).find((each) => each.id === id);
  if (!found) throw new Refusal('missing', 'no-token');
  if (found.revoked) return;
  const event = { actor: nameOf(doer), action: 'token.revoke', object: id, detail: {} } as const;
  await commitAudited(host, event, [revokingToken(id, host.today())]);
}

/** Once a day; not audited, because it says nothing that was done. */
export const noteTokenUse = async ({ db, today }: Host, { id, seen }: ApiToken): Promise<void> => {
  if (seen !== today()) await db.commit([seeingToken(id, today())]);
};
