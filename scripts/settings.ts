// The settings of the embedded host: where it listens and keeps its state, and what it hands to the worker, whose own
// rules they must satisfy before anything starts. The secret is made on first use and never printed: whoever loses it
// loses every receipt, ticket and stored contact derived from it.

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSettings, settingNames } from '#worker/settings.ts';

export interface HostSettings {
  readonly port: number;
  readonly stateDir: string;
  /** The worker's environment, next to the database. */
  readonly bindings: Readonly<Record<string, string>>;
  readonly basePath: string;
}

export class SettingsWrong extends Error {}

/** Creates the state folder and its secret. Throws `SettingsWrong`, whose message names the setting. */
export function readHostSettings(env: NodeJS.ProcessEnv = process.env): HostSettings {
  const { PORT = '8787', STATE_DIR = '.state' } = env;
  if (!/^\d+$/.test(PORT) || Number(PORT) > 65_535)
    throw new SettingsWrong(`settings: PORT must be a number up to 65535, not "${PORT}" (see docs/operate.md)`);
  const stateDir = resolve(STATE_DIR);
  const given = settingNames.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  const bindings = { SECRET: env.SECRET ?? secretOf(stateDir), ...Object.fromEntries(given) };
  try {
    return { port: Number(PORT), stateDir, bindings, basePath: readSettings(bindings).basePath };
  } catch (error) {
    throw new SettingsWrong((error as Error).message);
  }
}

function secretOf(stateDir: string): string {
  mkdirSync(stateDir, { recursive: true });
  const file = join(stateDir, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
