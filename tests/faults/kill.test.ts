// Once we say 已收到, it is never lost, not by SIGKILL. The same run must find out a server that says it too early.
import { describe, expect, test } from 'vitest';
import { workerScript } from '#scripts/build.ts';
import { killRun } from './kill-run.ts';

const short = { kills: 3, connections: 24, acknowledgementsMax: 60 };

describe('a server killed under load and started again', () => {
  test('has lost nothing it acknowledged, stored nothing twice and left nothing half', async () => {
    const report = await killRun({ ...short, seed: 1 });
    expect(report).toMatchObject({ lost: 0, duplicated: 0, altered: 0, torn: 0, wrongReceipts: 0 });
    expect(report.stored).toBe(report.pressed);
    expect(report.acknowledged).toBe(report.pressed);
    expect(report.leftInDoubt).toBeGreaterThan(0);
  });

  test('is found out when it acknowledges before it writes', async () => {
    const variant = { script: await workerScript('tests/faults/variants/acknowledge-first.ts') };
    const { lost } = await killRun({ ...short, seed: 2, variant });
    expect(lost).toBeGreaterThan(0);
  });
});
