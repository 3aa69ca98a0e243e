// A small edge in front of an origin, the same for our worker and for every peer. It compresses what it passes on, brotli
// 4 or gzip 8 by what the browser accepts, levels an edge can afford for each reply; what may be cached is kept.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Site } from './peers.ts';

export interface Edge {
  /** Without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

type Origin = (path: string) => Promise<Response>;

export const workerAt =
  (url: string): Origin =>
  (path) =>
    fetch(url + path, { redirect: 'manual' });

export const filesOf =
  ({ files }: Site): Origin =>
  async (path) => {
    const file = files.get(path);
    const caching = path === '/' ? 'no-store' : 'public, max-age=31536000';
    return file
      ? new Response(file.body, { headers: { 'content-type': file.type, 'cache-control': caching } })
      : new Response(null, { status: 404 });
  };

const compressions: Record<string, (body: Buffer) => Buffer> = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => gzipSync(body, { level: 8 }),
};
const compressible = /^(text\/|application\/(json|javascript))/;

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

async function throughEdge(origin: Origin, path: string, accepted: string): Promise<Reply> {
  const response = await origin(path);
  const headers = Object.fromEntries(response.headers);
  delete headers['content-length'];
  const body = Buffer.from(await response.arrayBuffer());
  const coding = Object.keys(compressions).find((one) => new RegExp(`\\b${one}\\b`).test(accepted));
  const compress = coding && compressible.test(headers['content-type'] ?? '') ? compressions[coding] : undefined;
  if (!coding || !compress) return { status: response.status, headers, body };
  const compressed = { ...headers, 'content-encoding': coding, vary: 'accept-encoding' };
  return { status: response.status, headers: compressed, body: compress(body) };
}

export async function openEdge(origin: Origin): Promise<Edge> {
  const cache = new Map<string, Reply>();
  const server = createServer(async ({ url = '/', headers }, response) => {
    const accepted = String(headers['accept-encoding'] ?? '');
    const key = `${accepted} ${url}`;
    const reply = cache.get(key) ?? (await throughEdge(origin, url, accepted));
    if (/max-age/.test(reply.headers['cache-control'] ?? '')) cache.set(key, reply);
    response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
    response.end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
