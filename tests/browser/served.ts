// The whole app behind a real socket, with an empty database of its own: one call per test file, disposed at its end.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '#scripts/build.ts';
import { type Embedded, openEmbedded } from '#scripts/embedded.ts';
import { migrate } from '#scripts/migrate.ts';
import type { D1 } from '#worker/d1.ts';

let built: Promise<unknown> | undefined;

/**
 * `seed` fills the database after the migrations; `settings` are added to the worker's environment; `script` is another
 * worker than the app.
 */
export async function serve({
  seed,
  settings = {},
  script,
}: {
  seed?: (d1: D1) => Promise<unknown>;
  settings?: Readonly<Record<string, string>>;
  script?: string;
} = {}): Promise<Embedded> {
  built ??= build();
  await built;
  const stateDir = mkdtempSync(join(tmpdir(), 'pingyi-'));
  const bindings = { SECRET: '0'.repeat(64), BASE_PATH: '', DATA_RESIDENCY: 'outside', ...settings };
  const app = await openEmbedded({
    stateDir,
    settings: bindings,
    serve: true,
    ...(script ? { script } : {}),
  });
  await migrate(app.d1);
  await seed?.(app.d1);
  const dispose = async (): Promise<void> => {
    await app.dispose();
    rmSync(stateDir, { recursive: true, force: true });
  };
  return { ...app, dispose };
}
