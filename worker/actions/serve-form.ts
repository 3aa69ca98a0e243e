// Serving a form fixes its id before the first keystroke and signs what the form may be submitted as. The ticket holds
// the day it was served on, so that an answer already on its way when the survey closed can be told from a late one.
import type { Day } from '#core/period.ts';
import type { Host } from '../host.ts';
import { sameText } from '../seals.ts';

/** What a ticket binds. `door` is 's' for an open survey, or the hash of the invitation. */
export interface Admit {
  readonly id: string;
  readonly survey: string;
  readonly version: number;
  readonly unit: string;
  readonly door: string;
}

const sign = (host: Host, a: Admit, served: Day): string =>
  `${served}.${host.seals.ticket([a.id, a.survey, a.version, a.unit, a.door, served])}`;

export function serveForm(host: Host, admit: Omit<Admit, 'id'>): { id: string; ticket: string } {
  const id = host.randomHex(16);
  return { id, ticket: sign(host, { ...admit, id }, host.today()) };
}

/** The day the form was served on; null when the ticket is not ours, belongs to another form, or was altered. */
export function readTicket(host: Host, admit: Admit, ticket: string): Day | null {
  const served = ticket.slice(0, 10);
  return sameText(ticket, sign(host, admit, served)) ? served : null;
}
