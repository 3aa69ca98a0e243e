// The audit (操作记录): what staff did, each entry sealed over the one before it. Following the chain from its start
// finds the first entry that was inserted, altered, removed or moved. Removing the newest entries leaves a shorter chain
// that is whole: that shows only against an end that somebody noted down.
import { canonical, type Json } from './canonical.ts';
import { sha256 } from './sha256.ts';

export const auditActions = [
  'session.start',
  'session.end',
  'session.throttled',
  'access.denied',
  'staff.add',
  'staff.role',
  'staff.password',
  'staff.disable',
  'staff.enable',
  'survey.publish',
  'survey.reschedule',
  'unit.set',
  'invitations.issue',
  'comment.moderate',
  'quarantine.readmit',
  'report.check',
  'report.send-back',
  'report.seal',
  'report.declare-nothing',
  'report.correct',
  'token.issue',
  'token.revoke',
  'summary.import',
  'organs.expect',
  'improvement.write',
  'improvement.withdraw',
  'annual.save',
  'annual.finish',
] as const;
export type AuditAction = (typeof auditActions)[number];

export interface AuditEvent {
  /** Id of a member of staff, `command`, `job`, or `nobody` for someone not signed in. */
  readonly actor: string;
  readonly action: AuditAction;
  /** What it was done to; never a name, a token or anything a citizen wrote. */
  readonly object: string;
  readonly detail: { readonly [key: string]: Json };
}

export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditEntry extends AuditEvent, ChainEnd {
  /** ISO 8601, UTC. Informative: order is that of `seq`, so a wrong clock breaks nothing. */
  readonly at: string;
  readonly previous: string;
}

export const chainStart: ChainEnd = { seq: 0, hash: '0'.repeat(64) };

const hashOf = ({ seq, at, actor, action, object, detail, previous }: Omit<AuditEntry, 'hash'>): string =>
  sha256(canonical({ seq, at, actor, action, object, detail, previous }));

/** The entry for this event after `end`. */
export function linked(end: ChainEnd, at: string, event: AuditEvent): AuditEntry {
  const { actor, action, object, detail } = event;
  const entry = { seq: end.seq + 1, at, actor, action, object, detail, previous: end.hash };
  return { ...entry, hash: hashOf(entry) };
}

export interface ChainBreak {
  /** The first entry that does not fit; for `missing`, the first that is not there. */
  readonly seq: number;
  readonly fault: 'missing' | 'unlinked' | 'altered';
}

/** Follows entries in the order of `seq` from a known end: the new end, or where the chain breaks. */
export function followChain(start: ChainEnd, entries: readonly AuditEntry[]): ChainEnd | ChainBreak {
  let end = start;
  for (const entry of entries) {
    const fault =
      entry.seq !== end.seq + 1
        ? 'missing'
        : entry.hash !== hashOf(entry)
          ? 'altered'
          : entry.previous !== end.hash
            ? 'unlinked'
            : null;
    if (fault) return { seq: fault === 'missing' ? end.seq + 1 : entry.seq, fault };
    end = { seq: entry.seq, hash: entry.hash };
  }
  return end;
}
