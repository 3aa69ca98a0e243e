// Carries one parcel to the server and brings back the reply, or null when none came. It draws no conclusion: that is
// verdict.ts.
import type { Parcel } from './parcel.ts';
import type { Reply } from './verdict.ts';

/** Longer than the server's own deadline of 8 s plus two slow round trips. */
const patienceMs = 25_000;

export async function carry({ to, body }: Pick<Parcel, 'to' | 'body'>): Promise<Reply | null> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    cache: 'no-store',
    // The press may be the last thing done before the page is closed.
    keepalive: true,
  };
  try {
    return await Promise.race([
      fetch(to, init).then(readReply),
      new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null)),
    ]);
  } catch {
    return null;
  }
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
