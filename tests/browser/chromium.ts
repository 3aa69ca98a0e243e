// Finds a browser and opens it: CHROME_PATH, else an installed Chrome or Chromium, else the one in node_modules, so that
// `npm test` needs no setup step. PINGYI_BROWSER=bundled goes straight to the last.

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

export interface Executable {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface LaunchOptions {
  /** Playwright switches it off, because a page from it never loads. */
  readonly backForwardCache?: boolean;
}

/** The caller closes it. */
export async function launch({ backForwardCache }: LaunchOptions = {}): Promise<Browser> {
  const ignoreDefaultArgs = backForwardCache ? ['--disable-back-forward-cache'] : [];
  return chromium.launch({ ...(await findBrowser()), args, ignoreDefaultArgs });
}

export async function findBrowser(): Promise<Executable> {
  const { CHROME_PATH, PINGYI_BROWSER } = process.env;
  if (PINGYI_BROWSER === 'bundled') return bundled();
  if (CHROME_PATH) return { executablePath: CHROME_PATH };
  const executablePath = usualPlaces().find((path) => existsSync(path) && starts({ executablePath: path }));
  return executablePath ? { executablePath } : bundled();
}

function usualPlaces(): string[] {
  const { PATH = '', ProgramFiles, LOCALAPPDATA } = process.env;
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32')
    return [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  return PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

/** On Linux a file named chromium may be a stub that asks for a snap package, or may lack its libraries. */
function starts({ executablePath, env }: Executable): boolean {
  if (process.platform !== 'linux') return true;
  return spawnSync(executablePath, ['--version'], { env: env ?? process.env, stdio: 'ignore' }).status === 0;
}

async function bundled(): Promise<Executable> {
  const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
  const executablePath = await sparticuz.executablePath();
  // Its own fonts know no Chinese, and a text without glyphs fits everywhere: the machine's come first.
  const ownFonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
  const env = { ...ownFonts, ...inherited() };
  if (starts({ executablePath, env })) return { executablePath, env };
  // Its libraries (libnss3 and what belongs to it) come in a second archive, which the package unpacks on AWS only.
  const bin = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
  const libraries = join(await inflate(join(bin, 'al2023.tar.br')), 'lib');
  const complete = { executablePath, env: { ...env, LD_LIBRARY_PATH: libraries } };
  if (!starts(complete)) {
    // A run killed while unpacking leaves half a file, which the package takes for the whole.
    rmSync(executablePath);
    await sparticuz.executablePath();
  }
  return complete;
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
