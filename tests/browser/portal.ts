// A government portal in front of the app: a reverse proxy that shows it below a path and leaves the prefix on or takes it
// off, with pages of its own that show ours in a frame.

import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Portal {
  readonly port: number;
  /** To be called once, before anything is asked for. */
  standBefore(app: string): void;
  close(): Promise<void>;
}

export interface PortalOptions {
  readonly prefix: string;
  readonly takesPrefixOff: boolean;
}

/** `/frame?of=PATH` is the portal's own page with that path in a frame; all below the prefix is the app. */
export async function openPortal({ prefix, takesPrefixOff }: PortalOptions): Promise<Portal> {
  let target = '';
  const server = createServer((incoming, outgoing) => {
    const url = incoming.url ?? '/';
    if (url.startsWith('/frame?of=')) {
      const src = decodeURIComponent(url.slice('/frame?of='.length));
      outgoing.setHeader('content-type', 'text/html; charset=utf-8');
      outgoing.end(`<!doctype html><title>门户</title><iframe src="${src}" width="340" height="600"></iframe>`);
      return;
    }
    if (!url.startsWith(prefix)) {
      outgoing.writeHead(404).end();
      return;
    }
    const path = takesPrefixOff ? url.slice(prefix.length) || '/' : url;
    const { method, headers } = incoming;
    // As docs/embed.md asks: the name people see stays in Host.
    const onward = request(target + path, { method, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    standBefore(app) {
      target = app;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
