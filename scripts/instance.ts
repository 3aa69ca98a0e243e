// An instance for one run of a test or a measurement: a state folder of its own with tables and the world in it, and the
// host that signs as its server does.

import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { yearOf } from '#core/period.ts';
import { buildWorld, generalOf, requestOf } from '#tests/world/world.ts';
import { d1Database } from '#worker/d1.ts';
import { type Host, makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import { type Embedded, type EmbeddedOptions, openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

const settings = { SECRET: '0123456789abcdef'.repeat(4) };

export interface State {
  readonly stateDir: string;
  remove(): void;
}

/** The files of a state by their paths in its folder. */
type Files = ReadonlyMap<string, Buffer>;
let template: Promise<Files> | undefined;

/** Migrated and filled with the world of this year; nobody has answered yet. */
export async function makeState(): Promise<State> {
  template ??= makeTemplate();
  const stateDir = mkdtempSync(join(tmpdir(), 'pingyi-'));
  for (const [path, bytes] of await template) {
    mkdirSync(join(stateDir, dirname(path)), { recursive: true });
    writeFileSync(join(stateDir, path), bytes);
  }
  return { stateDir, remove: () => rmSync(stateDir, { recursive: true, force: true }) };
}

/** Made once in a process, every state is a copy of it. */
async function makeTemplate(): Promise<Files> {
  const stateDir = mkdtempSync(join(tmpdir(), 'pingyi-'));
  try {
    const { d1, dispose } = await openEmbedded({ stateDir, settings, serve: false });
    try {
      await migrate(d1);
      const host = hostOn(d1);
      await buildWorld(host, yearOf(host.today()));
    } finally {
      await dispose();
    }
    return new Map(
      globSync('**/*.sqlite*', { cwd: stateDir }).map((path) => [path, readFileSync(join(stateDir, path))]),
    );
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** The same state may be opened again after it was disposed of or killed. */
export const openInstance = (
  { stateDir }: State,
  options: Pick<EmbeddedOptions, 'script' | 'log'> = {},
): Promise<Embedded> => openEmbedded({ ...options, stateDir, settings, serve: true });

/** On the database of an instance made here, with its secret. */
export const hostOn = (d1: Embedded['d1']): Host => makeHost(d1Database(d1), readSettings(settings));

const nowhere = async (): Promise<never> => {
  throw new Error('this host has no database');
};

/** Signs tickets and receipts as the instances made here do. */
export const signingHost = makeHost({ all: nowhere, first: nowhere, commit: nowhere }, readSettings(settings));

/** The surveys that are open in the world of this year. */
export function openSurveys(host: Pick<Host, 'today'>) {
  const year = yearOf(host.today());
  return { general: generalOf(year), request: requestOf(year) };
}
