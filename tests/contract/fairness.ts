// A crowd and its robots, played through the real action on an injected clock: who sends what and when is drawn from a
// seed, so a run can be repeated. How long people take follows docs/decisions/016-robots-and-crowds.md.
import type { Answers } from '#core/answers.ts';
import { workMax } from '#core/proof.ts';
import { wholeCounty } from '#core/submission.ts';
import type { Survey } from '#core/survey.ts';
import { picksIn } from '#core/suspicion.ts';
import { type Random, randomAnswers } from '#tests/world/answers.ts';
import { asksForProof, openDoor, serveForm } from '#worker/actions/serve-form.ts';
import { submit } from '#worker/actions/submit.ts';
import type { Catalogue } from '#worker/catalogue.ts';
import { sql } from '#worker/database.ts';
import type { Host } from '#worker/host.ts';

export interface Visit {
  /** Who it is, for the count: `immediate`, `office` … */
  readonly who: string;
  readonly address: string;
  readonly opensMs: number;
  readonly takesMs: number;
  readonly answers: Answers;
  /** Runs the page's own script to its end, so that a challenge gets solved. */
  readonly solves: boolean;
}

export interface Stage {
  readonly host: Host;
  readonly catalogue: Catalogue;
  readonly survey: Survey;
  readonly setNow: (ms: number) => void;
  /** What the host drew last: a form's challenge hides it, and finding it again is measured elsewhere. */
  readonly drawn: () => string;
}

export interface Count {
  readonly sent: number;
  readonly labelled: number;
  readonly duplicates: number;
}

/** Plays all visits in the order in which things happen; counts what the database says about each kind. */
export async function play(stage: Stage, visits: readonly Visit[]): Promise<Map<string, Count>> {
  const { host, catalogue, survey, setNow, drawn } = stage;
  const start = host.now();
  const served = new Map<Visit, { id: string; ticket: string; solved: string }>();
  const steps = visits.flatMap((visit) => [
    { atMs: visit.opensMs, visit, opens: true },
    { atMs: visit.opensMs + visit.takesMs, visit, opens: false },
  ]);
  steps.sort((a, b) => a.atMs - b.atMs || Number(b.opens) - Number(a.opens));
  for (const { atMs, visit, opens } of steps) {
    setNow(start + atMs);
    const asked = { survey: survey.code, version: survey.version, unit: wholeCounty };
    if (opens) {
      const form = serveForm(host, { ...asked, door: openDoor });
      const number = Number.parseInt(drawn(), 16) % workMax;
      served.set(visit, { ...form, solved: asksForProof(form.ticket) ? `${form.ticket}.${number}` : form.ticket });
    } else {
      const { id, ticket, solved } = served.get(visit) as { id: string; ticket: string; solved: string };
      const door = { survey: survey.code, invitation: null, bucket: host.watch.bucketOf(visit.address) };
      const sent = { ...asked, id, ticket: visit.solves ? solved : ticket };
      await submit(host, catalogue, door, { ...sent, channel: 'web', answers: visit.answers });
    }
  }
  return countBy(host, visits, served);
}

async function countBy(host: Host, visits: readonly Visit[], served: ReadonlyMap<Visit, { id: string }>) {
  const rows = await host.db.all<{ id: string; quarantine: number; possible_duplicate: number }>(
    sql`SELECT id, quarantine, possible_duplicate FROM responses`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const counts = new Map<string, Count>();
  for (const visit of visits) {
    const row = byId.get(served.get(visit)?.id ?? '');
    if (!row) throw new Error(`an answer of ${visit.who} is not stored`);
    const { sent, labelled, duplicates } = counts.get(visit.who) ?? { sent: 0, labelled: 0, duplicates: 0 };
    counts.set(visit.who, {
      sent: sent + 1,
      labelled: labelled + row.quarantine,
      duplicates: duplicates + row.possible_duplicate,
    });
  }
  return counts;
}

const bell = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Log-normal, as times of answering are; `spread` is the standard deviation of the logarithm. */
export const around = (random: Random, median: number, spread: number): number =>
  median * Math.exp(spread * bell(random));

const everythingFine = (survey: Survey, level: string): Answers =>
  Object.fromEntries(
    survey.questions.filter(({ kind, when }) => kind === 'rating' && !when).map((q) => [q.code, level]),
  );

/** What people in one office or one chat group send: much of it equal, because many are simply satisfied. */
export function humanAnswers(survey: Survey, random: Random): Answers {
  const draw = random();
  if (draw < 0.2) return { G00: random() < 0.6 ? 's5' : 's4' };
  if (draw < 0.5) return everythingFine(survey, random() < 0.5 ? 's5' : 's4');
  return randomAnswers(survey, random, 0.75);
}

/** Six seconds to arrive and leave, four for each answer, by a person who is two or three times faster or slower. */
export const humanMs = (random: Random, answers: Answers): number => {
  const each = Array.from({ length: picksIn(answers) }, () => around(random, 4, 0.5));
  return 1000 * around(random, 1, 0.45) * each.reduce((sum, seconds) => sum + seconds, around(random, 6, 0.5));
};

/** Of a thousand people, some ten have no script and some thirty press before their phone is done. */
export const humanSolves = (random: Random): boolean => random() > 0.04;
