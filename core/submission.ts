// What the phone freezes at the first press of 提交 and the server stores: one payload, one spelling, one hash. The
// served form fixes the id before the first keystroke, so sending the payload twice is the same as sending it once.
import type { Answers } from './answers.ts';
import { canonical } from './canonical.ts';
import { sha256 } from './sha256.ts';

/** How an answer reached us. The first three are open to everyone; the rest are entered by staff. */
export const publicChannels = ['web', 'qr', 'wechat'] as const;
export const channels = [...publicChannels, 'paper', 'phone', 'import'] as const;
export type Channel = (typeof channels)[number];

export interface Payload {
  /** 128 random bits as 32 lower-case hexadecimal digits. */
  readonly id: string;
  readonly survey: string;
  readonly version: number;
  /** The unit rated; `county` for the whole county. */
  readonly unit: string;
  readonly channel: Channel;
  readonly answers: Answers;
}

export const wholeCounty = 'county';
/** A text field that people do not see and robots fill. No question can have this code. */
export const trapField = 'home_page';
export const idPattern = /^[0-9a-f]{32}$/;

/** What is sent as JSON: the payload, the ticket of the served form, and the payload's hash against damage on the way. */
export interface Envelope extends Payload {
  readonly ticket: string;
  readonly sha: string;
  /** The trap was filled. */
  readonly trapped?: true;
}

export const payloadSha = ({ id, survey, version, unit, channel, answers }: Payload): string =>
  sha256(canonical({ id, survey, version, unit, channel, answers }));

export const envelope = (payload: Payload, ticket: string, trapped = false): Envelope => ({
  ...payload,
  ticket,
  sha: payloadSha(payload),
  ...(trapped && { trapped }),
});

/** The reply that counts as 已收到: only an echo of the same id and hash proves that the answer is stored. */
export interface Acknowledgement {
  readonly ok: true;
  readonly id: string;
  readonly sha: string;
  readonly receipt: string;
  /** Where the receipt is shown. Its fragment, which no server and no log ever sees, is the withdrawal code. */
  readonly page?: string;
}

export function acknowledges(reply: unknown, sent: Pick<Envelope, 'id' | 'sha'>): reply is Acknowledgement {
  const ack = reply as Partial<Acknowledgement> | null;
  return (
    typeof ack === 'object' &&
    ack !== null &&
    ack.ok === true &&
    ack.id === sent.id &&
    ack.sha === sent.sha &&
    typeof ack.receipt === 'string'
  );
}
