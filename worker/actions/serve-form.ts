// Serving a form fixes its id before the first keystroke and signs what the form may be submitted as. The ticket holds
// the second it was served, for the grace after closing and for the pace of the answer, and under load a challenge;
// none of it is stored. It reads `second.seal`, `second.seal.challenge`, and solved `second.seal.challenge.number`.
import { type Day, dayOf } from '#core/period.ts';
import { challengeOf, isSolution, proofSecondsMax, workMax } from '#core/proof.ts';
import type { Sighting } from '#core/suspicion.ts';
import type { Host } from '../host.ts';
import { sameText } from '../seals.ts';

/** What a ticket binds. `door` is the open one, or the hash of the invitation. */
export interface Admit {
  readonly id: string;
  readonly survey: string;
  readonly version: number;
  readonly unit: string;
  readonly door: string;
}

export const openDoor = 's';

export interface Served extends Pick<Sighting, 'seconds' | 'proof'> {
  readonly day: Day;
}

const seal = (host: Host, a: Admit, second: string, challenge: string): string =>
  host.seals.ticket([a.id, a.survey, a.version, a.unit, a.door, second, challenge]);

/** `atMs` is earlier than now when the form already holds what somebody took their time to write. */
export function serveForm(host: Host, admit: Omit<Admit, 'id'>, atMs = host.now()): { id: string; ticket: string } {
  const id = host.randomHex(16);
  const second = String(Math.floor(atMs / 1000));
  const challenge = challengeFor(host, id, admit.door);
  const parts = [second, seal(host, { ...admit, id }, second, challenge)];
  return { id, ticket: (challenge ? [...parts, challenge] : parts).join('.') };
}

/** '' when none is asked for. An invitation is proof enough. */
function challengeFor(host: Host, id: string, door: string): string {
  if (door !== openDoor) return '';
  host.watch.noteServed();
  return host.watch.isBusy() ? challengeOf(id, Number.parseInt(host.randomHex(4), 16) % workMax) : '';
}

/** Whether a ticket carries a challenge, ours or not: what to put on the page. */
export const asksForProof = (ticket: string): boolean => ticket.split('.').length > 2;

/** null when the ticket is not ours, belongs to another form, or was altered. */
export function readTicket(host: Host, admit: Admit, ticket: string): Served | null {
  const [second = '', sealed = '', challenge = '', number = ''] = ticket.split('.');
  if (!sameText(sealed, seal(host, admit, second, challenge))) return null;
  const seconds = Math.max(0, Math.floor(host.now() / 1000) - Number(second));
  const proved = seconds <= proofSecondsMax && isSolution(admit.id, challenge, number);
  return {
    day: dayOf(Number(second) * 1000),
    seconds,
    proof: challenge === '' ? 'not-asked' : proved ? 'given' : 'missing',
  };
}
