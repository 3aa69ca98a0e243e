// One project per place where the tests run: plain Node, workerd with a real D1, and a real browser. Storage is fresh
// for every test file; within a file each test makes its own survey.

import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './scripts/closing-line.ts';

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
/** Generous everywhere: a slow machine is not a failing rule. What has a budget is measured by a benchmark. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };
const node = (name: string, ...include: string[]) => ({ oxc, test: { name, include, ...patience } });

const worker = cloudflareTest(async () => ({
  wrangler: { configPath: './wrangler.toml' },
  miniflare: {
    bindings: { SECRET: '0'.repeat(64), TEST_MIGRATIONS: await readD1Migrations('migrations') },
  },
}));

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      node('core', 'tests/{core,web}/**/*.test.{ts,tsx}'),
      node('guards', 'tests/*.test.ts'),
      node('sqlite', 'tests/contract/*.sqlite.test.ts'),
      {
        oxc,
        plugins: [worker],
        test: {
          name: 'worker',
          include: ['tests/worker/**/*.test.{ts,tsx}', 'tests/{contract,faults}/*.d1.test.ts'],
          setupFiles: ['tests/setup/d1.ts'],
          ...patience,
        },
      },
      {
        oxc,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...patience,
          // A browser and a server already fill a small machine.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        oxc,
        test: {
          name: 'faults',
          include: ['tests/faults/*.test.ts'],
          exclude: ['**/*.d1.test.ts'],
          globalSetup: 'tests/setup/built.ts',
          ...patience,
          // Each brings a server under load and takes it down: alone, and when everything else is done. They share their
          // modules, and with them the migrated database that each copies.
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
