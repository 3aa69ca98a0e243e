// Files compared whole. `GOLDEN=write npm run test:unit` writes them anew; the difference is then read in the commit.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

export function expectGolden(path: string, made: Uint8Array): void {
  if (process.env.GOLDEN === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, made);
  }
  const kept = readFileSync(path);
  const isText = /\.(json|csv|md|html)$/.test(path);
  if (isText) expect(Buffer.from(made).toString()).toBe(kept.toString());
  else expect(Buffer.from(made).equals(kept), `${path} differs: look at it, then GOLDEN=write`).toBe(true);
}
