// Builds dist/: assets.json (the islands and styles, which the worker serves itself and lists by hash in its content
// security policy) and then worker.js, which contains them. A library that belongs to the server fails the build when
// it reaches a phone.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build as bundle, stop } from 'esbuild';

/** One file of the browser, as `dist/assets.json` holds it under its plain name, e.g. `survey.js`. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
  /** Base64, as a content security policy writes it. */
  readonly sha256: string;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const contentTypes = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
const serverOnly = /node_modules\/(zod|hono|preact-render-to-string|docx)\//;

const shared = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  metafile: true,
  charset: 'utf8',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
} satisfies BuildOptions;

/** Builds everything and returns the text of each file of dist/, and each asset, by name. */
export async function build(): Promise<Map<string, string>> {
  const sources = ['web/islands/*.entry.{ts,tsx}', 'web/style/{citizen,elder,receipt,results,rtl,staff}.css'];
  const entries = globSync(sources, { cwd: root }).sort();
  const assets = Object.fromEntries(await Promise.all(entries.map(asset)));
  writeIfChanged('dist/assets.json', JSON.stringify(assets, null, 1));
  const built = new Map(Object.entries(assets).map(([name, { body }]) => [name, body]));
  if (existsSync(join(root, 'worker/index.ts'))) {
    const worker = await workerScript();
    writeIfChanged('dist/worker.js', worker);
    built.set('worker.js', worker);
  }
  await stop();
  return built;
}

async function asset(entry: string): Promise<[name: string, asset: Asset]> {
  const { outputFiles, metafile } = await bundle({
    ...shared,
    entryPoints: [entry],
    minify: true,
    target: 'chrome61',
    legalComments: 'none',
  });
  const unwanted = Object.keys(metafile.inputs).find((path) => serverOnly.test(path));
  if (unwanted) throw new Error(`${entry} brings ${unwanted} to the phone: import its type only.`);
  const extension = entry.endsWith('.css') ? '.css' : '.js';
  const stem = basename(entry).replace(/(\.entry)?\.\w+$/, '');
  const body = outputFiles.map(({ text }) => text).join('');
  const digest = createHash('sha256').update(body);
  const sha256 = digest.copy().digest('base64');
  const path = `/assets/${stem}.${digest.digest('hex').slice(0, 8)}${extension}`;
  return [`${stem}${extension}`, { path, type: contentTypes[extension], body, sha256 }];
}

/** Bundled for workerd; needs dist/assets.json. Tests and benchmarks bundle entries of their own. */
export async function workerScript(entry = 'worker/index.ts'): Promise<string> {
  const { outputFiles } = await bundle({
    ...shared,
    entryPoints: [entry],
    platform: 'neutral',
    target: 'es2024',
    mainFields: ['browser', 'module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    loader: { '.json': 'json' },
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** An unchanged file keeps its time, so that nothing that watches dist/ starts again for nothing. */
function writeIfChanged(path: string, text: string): void {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (import.meta.main) {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(9);
  console.log(`${'file'.padEnd(24)}${'kB'.padStart(9)}${'gzip kB'.padStart(9)}`);
  for (const [name, text] of await build())
    console.log(name.padEnd(24) + kilobytes(Buffer.byteLength(text)) + kilobytes(gzipSync(text, { level: 9 }).length));
}
