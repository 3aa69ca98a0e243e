// Everything made with the instance's secret. Each purpose has its own key, so a value from one place is worthless in
// another; comparisons take the same time whatever differs.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type ReceiptCode, receiptAlphabet, receiptLength } from '#core/receipt.ts';
import { withdrawalCodeFrom } from '#core/withdrawal.ts';

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export interface Seals {
  /** Binds an id to the survey, version, unit and door of the form it was served with, and to that day. */
  ticket(parts: readonly (string | number)[]): string;
  receipt(responseId: string): ReceiptCode;
  /** Where a receipt's response is found; not the receipt, and of no use as one. */
  slip(receipt: ReceiptCode): string;
  fingerprint(payloadSha: string): string;
  /** Given to whoever sent the answer; made again from the id to check it, and stored nowhere. */
  withdrawal(responseId: string): string;
  /** Under which tries to sign in are counted; hides what was typed as a name. */
  tries(whose: string): string;
  /** Marks a browser on which this name once signed in. */
  device(name: string, nonce: string): string;
}

export function makeSeals(secret: string): Seals {
  const keyed = (purpose: string) => {
    const key = createHmac('sha256', secret).update(`pingyi/1/${purpose}`).digest();
    return (text: string) => createHmac('sha256', key).update(text).digest();
  };
  const [ticket, receipt, slip, fingerprint] = [keyed('ticket'), keyed('receipt'), keyed('slip'), keyed('fingerprint')];
  const [withdrawal, tries, device] = [keyed('withdrawal'), keyed('tries'), keyed('device')];
  const hex = (bytes: Buffer) => bytes.toString('hex').slice(0, 32);
  return {
    ticket: (parts) => ticket(parts.join('\n')).toString('base64url').slice(0, 22),
    receipt: (id) =>
      Array.from(receipt(id).subarray(0, receiptLength), (byte) => receiptAlphabet[byte % receiptAlphabet.length]).join(
        '',
      ),
    slip: (code) => hex(slip(code)),
    fingerprint: (sha) => hex(fingerprint(sha)),
    withdrawal: (id) => withdrawalCodeFrom(withdrawal(id).toString('hex').slice(0, 20)),
    tries: (whose) => hex(tries(whose)),
    device: (name, nonce) => hex(device(`${nonce}\n${name}`)),
  };
}
