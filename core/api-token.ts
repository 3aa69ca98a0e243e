// An API token (接口凭证): what a program of the county's shows instead of a password. 256 random bits behind a prefix by which
// a leaked one is recognised; kept as a hash only, shown once, and bound to what it may do.
import { isCleanText } from './canonical.ts';
import { type Day, isDay } from './period.ts';
import { type Problem, problem } from './problem.ts';

export const scopes = ['results.read', 'reports.read', 'invitations.issue'] as const;
export type Scope = (typeof scopes)[number];

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** null: the whole county. */
  readonly unit: string | null;
  readonly created: Day;
  /** Last day it works; null without end. */
  readonly expires: Day | null;
  /** The day it was last used; null never. */
  readonly seen: Day | null;
  readonly revoked: Day | null;
}

const form = /^pyk_[0-9a-f]{64}$/;
export const apiTokenFrom = (hex: string): string => `pyk_${hex}`;
export const isApiToken = (text: string): boolean => form.test(text);

export const isTokenLive = ({ expires, revoked }: Pick<ApiToken, 'expires' | 'revoked'>, today: Day): boolean =>
  revoked === null && (expires === null || today <= expires);

/** What belongs to the whole county is closed to a token of one unit, whatever its scopes. */
const withinUnit: readonly Scope[] = ['invitations.issue'];

export const grants = ({ scopes: given, unit }: Pick<ApiToken, 'scopes' | 'unit'>, scope: Scope): boolean =>
  given.includes(scope) && (unit === null || withinUnit.includes(scope));

const nameCharsMax = 60;

export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly unit: string | null;
  /** A day, or '' for none. */
  readonly expires: string;
}

export function checkToken({ name, scopes: wanted, unit, expires }: TokenWish, today: Day): Problem[] {
  const { length } = name.trim();
  const beyondUnit = unit !== null && wanted.some((scope) => !withinUnit.includes(scope as Scope));
  return [
    ...(length === 0 ? [problem('name', 'empty')] : []),
    ...(length > nameCharsMax ? [problem('name', 'too-long', { max: nameCharsMax, length })] : []),
    ...(isCleanText(name) ? [] : [problem('name', 'bad-characters')]),
    ...(wanted.length === 0 ? [problem('scopes', 'no-scope')] : []),
    ...(wanted.every((scope) => scopes.includes(scope as Scope)) ? [] : [problem('scopes', 'bad-value')]),
    ...(beyondUnit ? [problem('unit', 'scope-beyond-unit')] : []),
    ...(expires !== '' && !isDay(expires) ? [problem('expires', 'bad-day')] : []),
    ...(isDay(expires) && expires < today ? [problem('expires', 'day-past')] : []),
  ];
}
