// Runs before every npm script so that a fresh clone needs no separate install step. Plain JavaScript on purpose: it is
// the only file that must run on Node 20 with nothing installed. It compares the versions installed with those
// locked, not the times of the two files, which any checkout or copy changes.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const windows = process.platform === 'win32';

const reason = whyInstall();
if (reason) install(reason);
requireNode24();

function whyInstall() {
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return 'nothing is installed yet';
  const missing = Object.keys(locked).find((path) => {
    if (path === '') return false;
    const found = installed[path];
    return found ? found.version !== locked[path].version : !locked[path].optional;
  });
  const extra = Object.keys(installed).find((path) => !locked[path]);
  return (missing || extra) && `${missing || extra} differs`;
}

function packagesOf(path) {
  const file = new URL(path, root);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function install(why) {
  process.stderr.write(`Installing the packages of package-lock.json (${why}) …\n`);
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const cwd = fileURLToPath(root);
  const stdio = ['ignore', process.stderr, process.stderr];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...flags], { cwd, stdio })
    : spawnSync('npm', flags, { cwd, stdio, shell: windows });
  if (status !== 0) process.exit(status ?? 1);
}

/** The package `node` brings Node 24 into node_modules/.bin, unless install scripts were switched off. */
function requireNode24() {
  const own = new URL(`node_modules/.bin/node${windows ? '.cmd' : ''}`, root);
  if (existsSync(own) || Number(process.versions.node.split('.')[0]) >= 24) return;
  process.stderr.write('Pingyi needs Node 24: run `npm rebuild node`, or install Node 24 and try again.\n');
  process.exit(1);
}
