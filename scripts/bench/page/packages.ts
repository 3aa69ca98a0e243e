// Packages that only a comparison needs are installed at the first run into a folder of their own under .state, at exact
// versions. They never touch the project's dependencies: what we measure against must not be able to reach what we ship.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const peers = fileURLToPath(new URL('../../../.state/peers', import.meta.url));

/** Returns the folder from which these packages resolve. */
export function install(name: string, versions: Readonly<Record<string, string>>): string {
  const folder = join(peers, name);
  const missing = Object.entries(versions).filter(([one, version]) => versionIn(folder, one) !== version);
  if (missing.length === 0) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }, null, 1));
  console.error(`Installing ${Object.keys(versions).join(', ')} into ${folder} …`);
  const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', flags, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm install in ${folder} ended with ${status}`);
  return folder;
}

function versionIn(folder: string, name: string): string | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
}
