// Issuing invitations for a list of handled requests. Tokens leave with the result and are kept nowhere: of each only
// its hash is stored. A case invited before keeps its first invitation, so the same list can be sent twice.

import { tokenFrom } from '#core/invitation.ts';
import type { InvitationCase } from '#core/invitation-list.ts';
import { invitationDays, readInvitationList } from '#core/invitation-list.ts';
import { addDays, type Day, monthOf } from '#core/period.ts';
import { Problems, Refusal } from '#core/problem.ts';
import { type Doer, nameOf, requireUnit } from '../actor.ts';
import type { Host } from '../host.ts';
import { sha256Hex } from '../seals.ts';
import { invitationsAmong, issuing } from '../store/invitations.ts';
import type { SurveyRecord, Unit } from '../store/surveys.ts';
import { commitAudited } from './commit-audited.ts';

export interface Issued extends InvitationCase {
  readonly token: string;
}

export interface IssueResult {
  readonly issued: readonly Issued[];
  /** Cases that had an invitation already; its link cannot be shown again. */
  readonly repeated: readonly InvitationCase[];
  /** Last day the links work. */
  readonly expires: Day;
}

export async function issueInvitations(
  host: Host,
  survey: SurveyRecord,
  units: readonly Unit[],
  doer: Doer<'invitations.issue'>,
  list: string,
): Promise<IssueResult> {
  const today = host.today();
  if (survey.kind !== 'request') throw new Refusal('missing', 'no-survey');
  if (today > survey.closes) throw new Refusal('gone', 'survey-closed', { closes: survey.closes });
  const { cases, problems } = readInvitationList(list, { units, thisMonth: monthOf(today) });
  if (problems.length > 0) throw new Problems(problems);
  if (doer !== 'command') for (const { unit } of cases) await requireUnit(host, doer, unit);

  const [expires = survey.closes] = [addDays(today, invitationDays), survey.closes].sort();
  const drawn = cases.map((each) => {
    const token = tokenFrom(host.randomHex(16));
    return { ...each, token, hash: sha256Hex(token) };
  });
  const perUnit = Map.groupBy(cases, ({ unit }) => unit);
  const detail = { units: Object.fromEntries([...perUnit].map(([unit, of]) => [unit, of.length])) };
  const event = { actor: nameOf(doer), action: 'invitations.issue', object: survey.code, detail } as const;
  const invitations = drawn.map(({ token: _, ...each }) => ({ ...each, survey: survey.code, expires }));
  await commitAudited(host, event, invitations.map(issuing));
  const stored = await invitationsAmong(
    host.db,
    drawn.map(({ hash }) => hash),
  );
  return {
    issued: drawn.filter(({ hash }) => stored.has(hash)).map(({ hash: _, ...each }) => each),
    repeated: drawn.filter(({ hash }) => !stored.has(hash)).map(({ hash: _h, token: _t, ...each }) => each),
    expires,
  };
}
