// What the running worker remembers of the last ten minutes, to tell robots from a crowd. Memory only: nothing here
// reaches the database or a log, each isolate has its own, and it is gone with it. Addresses and answers are keyed with a
// salt that is drawn anew each day and never leaves this file, so not even the instance's secret leads back to them.
import { createHmac } from 'node:crypto';
import { networkOf } from '#core/address.ts';
import type { Answers } from '#core/answers.ts';
import { canonical } from '#core/canonical.ts';
import { type Day, dayOf } from '#core/period.ts';
import {
  isBusy,
  ownWordsMin,
  perMinuteMax,
  picksIn,
  type Sighting,
  type Suspicion,
  suspicionsOf,
} from '#core/suspicion.ts';
import { recentEvents } from './recent.ts';

const whileMs = 600_000;
const judgedMax = 20_000;

/** A network, today. */
export type Bucket = string;

export interface Arrival extends Omit<Sighting, 'picks'> {
  readonly id: string;
  readonly bucket: Bucket | null;
  readonly answers: Answers;
}

export interface Judgement {
  readonly suspicions: readonly Suspicion[];
  /** Somebody's own words came word for word a little while ago. */
  readonly possibleDuplicate: boolean;
}

export interface Watch {
  /** null for what is no address. */
  bucketOf(address: string): Bucket | null;
  /** False when this network sent more in the last minute than people can. */
  admits(bucket: Bucket | null): boolean;
  noteServed(): void;
  /** Whether forms are to be served with a challenge. */
  isBusy(): boolean;
  /** Counts the arrival. The same id again gets the same judgement and is not counted twice. */
  judge(arrival: Arrival): Judgement;
}

export function makeWatch({ now, randomHex }: { now: () => number; randomHex: (bytes: number) => string }): Watch {
  const recent = recentEvents(whileMs, now);
  const lastMinute = recentEvents(60_000, now);
  const judged = new Map<string, { readonly at: number; readonly judgement: Judgement }>();
  let salt: { readonly day: Day; readonly key: string } | undefined;

  function salted(text: string): string {
    const day = dayOf(now());
    if (salt?.day !== day) salt = { day, key: randomHex(32) };
    return createHmac('sha256', salt.key).update(text).digest('base64url').slice(0, 12);
  }

  /** They stand in the order in which they came. */
  function forgetJudged(): void {
    for (const [id, { at }] of judged) {
      if (at > now() - whileMs && judged.size < judgedMax) return;
      judged.delete(id);
    }
  }

  function weigh({ bucket, answers, ...sighting }: Arrival): Judgement {
    const picks = picksIn(answers);
    const second = `in step ${sighting.seconds}`;
    const here = `from ${bucket}`;
    const alikeHere = `${here} ${second} ${salted(canonical(answers))}`;
    const texts = Object.values(answers)
      .filter((answer) => typeof answer === 'string' && answer.length >= ownWordsMin)
      .map((text) => `words ${salted(String(text))}`);
    const suspicions = suspicionsOf(
      { ...sighting, picks },
      {
        everyone: { answers: recent.count('answered'), inStep: recent.count(second) },
        sameNetwork: bucket ? { answers: recent.count(here), inStep: recent.count(alikeHere) } : null,
        asked: recent.count('asked'),
        unproved: recent.count('unproved'),
      },
    );
    const possibleDuplicate = texts.some((text) => recent.count(text) > 0);
    recent.note([
      'answered',
      second,
      ...texts,
      ...(bucket ? [here, alikeHere] : []),
      ...(sighting.proof === 'not-asked' ? [] : ['asked']),
      ...(sighting.proof === 'missing' ? ['unproved'] : []),
      ...(suspicions.length > 0 ? ['suspected'] : []),
    ]);
    return { suspicions, possibleDuplicate };
  }

  return {
    bucketOf(address) {
      const network = networkOf(address);
      return network && salted(network);
    },
    admits(bucket) {
      if (!bucket) return true;
      if (lastMinute.count(bucket) >= perMinuteMax) return false;
      lastMinute.note([bucket]);
      return true;
    },
    noteServed: () => recent.note(['served']),
    isBusy: () => isBusy({ served: recent.count('served'), suspected: recent.count('suspected') }),
    judge(arrival) {
      forgetJudged();
      const before = judged.get(arrival.id);
      if (before) return before.judgement;
      const judgement = weigh(arrival);
      judged.set(arrival.id, { at: now(), judgement });
      return judgement;
    },
  };
}
