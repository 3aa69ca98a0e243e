// Invitations for requests that the land office handled.
import { tokenFrom } from '#core/invitation.ts';
import { addDays, monthOf } from '#core/period.ts';
import type { Host } from '#worker/host.ts';
import { sha256Hex } from '#worker/seals.ts';
import { issuing } from '#worker/store/invitations.ts';

/** Their tokens. */
export async function invite(host: Host, survey: string, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => tokenFrom(host.randomHex(16)));
  const today = host.today();
  const invitations = tokens.map((token) => ({
    hash: sha256Hex(token),
    survey,
    unit: 'land',
    outcome: 'r3_1',
    month: monthOf(today),
    tail: token.slice(-8),
    expires: addDays(today, 90),
  }));
  await host.db.commit(invitations.map(issuing));
  return tokens;
}
