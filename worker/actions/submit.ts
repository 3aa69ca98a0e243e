// Receiving one answer: load → decide → commit, then the acknowledgement. Repeating it is always safe: the same payload
// gets the same receipt, another payload under the same id gets a conflict and changes nothing.
import { type Answers, checkAnswers } from '#core/answers.ts';
import type { Day } from '#core/period.ts';
import type { Problem } from '#core/problem.ts';
import { Problems, problem, Refusal } from '#core/problem.ts';
import type { Acknowledgement, Channel, Payload } from '#core/submission.ts';
import { payloadSha, publicChannels, wholeCounty } from '#core/submission.ts';
import { admission } from '#core/window.ts';
import { type Catalogue, surveyIn } from '../catalogue.ts';
import type { Host } from '../host.ts';
import { marksOf, newResponse } from '../intake.ts';
import type { Invitation } from '../store/invitations.ts';
import { fingerprintOf, storing } from '../store/responses.ts';
import type { SurveyRecord } from '../store/surveys.ts';
import type { Bucket, Judgement } from '../watch.ts';
import { openDoor, readTicket, type Served } from './serve-form.ts';

/** What arrived, by form or as JSON; nothing in it is believed yet. */
export interface Submission {
  readonly id: string;
  readonly survey: string;
  readonly version: number;
  readonly unit: string;
  readonly channel: string;
  readonly ticket: string;
  readonly sha?: string | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The field that no person sees was filled. */
  readonly trapped?: boolean | undefined;
}

export interface Door {
  readonly survey: string;
  readonly invitation: Invitation | null;
  /** Where the answer comes from today, where that is known; for the watch alone, never stored. */
  readonly bucket?: Bucket | null;
}

/** Throws Problems or a Refusal; `fresh` is false when the same answer had been stored before. */
export async function submit(
  host: Host,
  catalogue: Catalogue,
  door: Door,
  sent: Submission,
): Promise<{ acknowledgement: Acknowledgement; fresh: boolean }> {
  if (!host.watch.admits(door.bucket ?? null)) throw new Refusal('too-many', 'too-many-answers');
  const record = surveyIn(catalogue, door.survey);
  const { served, document, answers } = decide(host, catalogue, record, door, sent);
  const today = host.today();
  const payload: Payload = { ...sent, channel: sent.channel as Channel, answers };
  const sha = payloadSha(payload);
  if (sent.sha !== undefined && sent.sha !== sha) throw new Problems([problem('body', 'bad-sha')]);
  const marks = marksOf(host.seals, sent.id, sha);
  const acknowledgement: Acknowledgement = { ok: true, id: sent.id, sha, receipt: marks.receipt };

  /** What was stored before is acknowledged again, whatever has happened to the survey since. */
  const replayOr = async (refusal: Error) => {
    const stored = await fingerprintOf(host.db, marks.slip, sent.id);
    if (stored === marks.fingerprint) return { acknowledgement, fresh: false };
    throw stored ? new Refusal('conflict', 'other-content') : refusal;
  };

  const admitted = admit(record, door, sent.version, served.day, today);
  if (admitted instanceof Error) return replayOr(admitted);

  const { suspicions, possibleDuplicate } = judge(host, door, sent, served, answers);
  const flags = { late: admitted === 'late', quarantine: suspicions.length > 0, possibleDuplicate, test: false };
  const intake = { ...payload, day: today, flags, invitation: door.invitation?.hash ?? null };
  const { statements, insertAt } = storing(newResponse(host, document, intake, marks));
  const changes = await host.db.commit(statements);
  if (changes[insertAt] === 1) return { acknowledgement, fresh: true };

  return replayOr(new Refusal('gone', 'invitation-used'));
}

/** Who holds an invitation was let in by name of their case: nothing about how they answer is held against them. */
function judge(host: Host, door: Door, sent: Submission, { seconds, proof }: Served, answers: Answers): Judgement {
  if (door.invitation) return { suspicions: [], possibleDuplicate: false };
  const { id, trapped = false } = sent;
  return host.watch.judge({ id, trapped, seconds, proof, answers, bucket: door.bucket ?? null });
}

/** Everything the sender could mend, found at once. */
function decide(host: Host, catalogue: Catalogue, record: SurveyRecord, door: Door, sent: Submission) {
  const version = record.versions.get(sent.version);
  if (!version || sent.survey !== record.code) throw new Problems([problem('version', 'bad-version')]);
  const problems: Problem[] = [];
  const units = door.invitation ? [door.invitation.unit] : [wholeCounty, ...catalogue.units.map((unit) => unit.code)];
  if (!units.includes(sent.unit)) problems.push(problem('unit', 'bad-unit'));
  if (!publicChannels.includes(sent.channel as 'web')) problems.push(problem('channel', 'bad-value'));
  const served = readTicket(host, { ...sent, door: door.invitation?.hash ?? openDoor }, sent.ticket);
  if (!served) problems.push(problem('ticket', 'bad-ticket'));
  const checked = checkAnswers(version.document, sent.answers);
  problems.push(...checked.problems);
  if (problems.length > 0 || !served) throw new Problems(problems);
  return { served, document: version.document, answers: checked.answers };
}

/**
 * In time, late within the grace, or why not. A form of an older version counts as on its way while the newer one is
 * younger than the grace.
 */
function admit(record: SurveyRecord, door: Door, version: number, served: Day, today: Day): 'in-time' | 'late' | Error {
  const { opens, closes, graceDays } = record;
  const bySurvey = admission(record, served, today);
  if (bySurvey === 'refused')
    return today < opens
      ? new Refusal('closed', 'not-yet-open', { opens, closes })
      : new Refusal('gone', 'survey-closed', { closes });
  if (door.invitation && today > door.invitation.expires)
    return new Refusal('gone', 'invitation-expired', { expires: door.invitation.expires });
  const newer = record.versions.get(version + 1);
  if (!newer || version >= record.version) return bySurvey;
  const replaced = admission({ opens, closes: newer.published, graceDays }, served, today);
  return replaced === 'refused' ? new Problems([problem('version', 'bad-version')]) : 'late';
}
