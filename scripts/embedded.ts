// The embedded host: Cloudflare's own runtime and D1 on this machine, for `npm start`, the command line, browser tests
// and benchmarks. A command may run beside the server on one state folder: D1 is a SQLite file in WAL mode and each sees
// what the other stored. But nobody waits for a lock: of two who write at the same instant one gets SQLITE_BUSY and has
// written nothing. So a command needs the same retries as the server, worker/resilience.ts (measured, ten writers on
// either side: without them 108 of 2,000 writes were refused, with them 2 of 4,000; none was lost or stored twice).

import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Miniflare } from 'miniflare';
import type { D1 } from '#worker/d1.ts';

export interface Embedded {
  /** Where the app answers, without a trailing slash; empty when it does not serve. */
  readonly url: string;
  readonly d1: D1;
  dispose(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly stateDir: string;
  /** What the worker finds in its environment, by name. */
  readonly settings: Readonly<Record<string, string>>;
  /** True runs dist/worker.js, or `script`; false opens the database only. */
  readonly serve: boolean;
  /** Another worker than the app: what a benchmark compares with, or a variant that is broken on purpose. */
  readonly script?: string;
  /** Takes what the runtime and the worker log; without it the console does. */
  readonly log?: (message: string) => void;
  /** 0, the default, takes any free port. */
  readonly port?: number;
}

export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1}.`);
  }
}

const host = '127.0.0.1';
const databaseOnly = 'export default { fetch: () => new Response(null, { status: 404 }) };';

export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { stateDir, settings, serve, port = 0, log } = options;
  if (serve) await requireFreePort(port);
  const script = serve ? (options.script ?? builtWorker()) : databaseOnly;
  const text = Object.entries(settings).map(([name, value]) => [name, { type: 'text' as const, value }] as const);
  const runtime = new Miniflare({
    host,
    cf: false,
    logRequests: false,
    enableDevRegistry: false,
    telemetry: { enabled: false },
    resourcePersistencePath: stateDir,
    ...(log ? { handleStructuredLogs: ({ message }) => log(message) } : {}),
    workers: [
      {
        config: {
          name: 'pingyi',
          compatibilityDate: '2026-10-01',
          compatibilityFlags: ['nodejs_compat'],
          manifest: { mainModule: 'worker.js', modules: { 'worker.js': { type: 'esm', contents: script } } },
          env: { ...Object.fromEntries(text), DB: { type: 'd1', id: 'pingyi' } },
        },
        // A direct socket: requests reach the worker as sent, without miniflare's own worker in between.
        dev: serve ? { unsafeDirectSockets: [{ host, port }] } : {},
      },
    ],
  });
  try {
    await runtime.ready;
    const url = serve ? (await runtime.unsafeGetDirectURL()).origin : '';
    return { url, d1: await runtime.getD1Database('DB'), dispose: () => runtime.dispose() };
  } catch (error) {
    await runtime.dispose();
    throw error;
  }
}

const builtWorker = (): string => readFileSync(new URL('../dist/worker.js', import.meta.url), 'utf8');

/** Rejects with `PortTaken`. workerd itself reports a taken port late and in its own words. */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
