// An answer under way: the frozen text that is sent, byte for byte the same each time, and beside it what a person needs
// to read it again. Kept by its hash, not its id: two tabs of one form may hold different texts, and neither may vanish.
import { canonical } from '#core/canonical.ts';
import { envelope, type Payload } from '#core/submission.ts';

export interface Parcel {
  readonly sha: string;
  readonly id: string;
  readonly to: string;
  /** The form it came from: its path and unit, in whatever language it was read. */
  readonly place: string;
  readonly body: string;
  readonly title: string;
  /** The answers in words, as they stood on the page. */
  readonly letter: string;
  /** Why the server will not take it, in its own words. Absent while it is still to be sent. */
  readonly refusal?: string;
}

export function pack(
  payload: Payload,
  ticket: string,
  rest: Pick<Parcel, 'to' | 'place' | 'title' | 'letter'>,
  trapped?: boolean,
): Parcel {
  const sealed = envelope(payload, ticket, trapped);
  return { ...rest, sha: sealed.sha, id: sealed.id, body: canonical(sealed as never) };
}
