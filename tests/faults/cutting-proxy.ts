// A bad network between the citizens and the server: some requests never arrive, and some arrive and take effect while
// their reply is cut off. Listens on 127.0.0.1 only.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What happens to one request. */
export type Fate = 'passes' | 'cut-before' | 'cut-after';

export interface CuttingProxy {
  readonly url: string;
  readonly cuts: Readonly<Record<Fate, number>>;
  close(): Promise<void>;
}

export async function cuttingProxy(target: string, fateOf: () => Fate): Promise<CuttingProxy> {
  const cuts = { passes: 0, 'cut-before': 0, 'cut-after': 0 };
  const server = createServer(async (request, response) => {
    const fate = fateOf();
    cuts[fate] += 1;
    if (fate === 'cut-before') return void request.socket.destroy();
    const reply = await forward(target, request);
    if (fate === 'cut-after') return void request.socket.destroy();
    response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cuts, close };
}

async function forward(target: string, request: IncomingMessage) {
  const reply = await fetch(`${target}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { 'content-type': request.headers['content-type'] ?? '' },
    body: await text(request),
  });
  return { status: reply.status, type: reply.headers.get('content-type') ?? '', body: await reply.text() };
}
