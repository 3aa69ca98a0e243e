// One press counts once, however often a bad network makes the phone send it.
import { describe, expect, test } from 'vitest';
import { workerScript } from '#scripts/build.ts';
import { lostReplyRun } from './lost-reply-run.ts';

describe('a network that cuts one request in ten and one reply in ten', () => {
  test('makes no answer count twice and loses none', async () => {
    const report = await lostReplyRun({ presses: 500, connections: 16, seed: 1 });
    expect(report).toMatchObject({ stored: 500, acknowledged: 500 });
    expect(report).toMatchObject({ lost: 0, duplicated: 0, altered: 0, torn: 0, wrongReceipts: 0 });
    expect(report.cuts['cut-after']).toBeGreaterThan(0);
  });

  test('finds out a server that makes ids of its own', async () => {
    const variant = { script: await workerScript('tests/faults/variants/server-made-id.ts') };
    const { duplicated, cuts } = await lostReplyRun({ presses: 60, connections: 8, seed: 2, variant });
    expect(duplicated).toBe(cuts['cut-after']);
  });
});
