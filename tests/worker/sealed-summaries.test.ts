// Sealed summaries in the database: exact bytes, the newest version first, each version once.
import { expect, test } from 'vitest';
import { inEveryLang } from '#core/lang.ts';
import { sealedText, sealSummary } from '#core/seal.ts';
import { sampleSummary } from '#tests/world/summary.ts';
import {
  lastSealedBefore,
  newestSealed,
  sealedVersions,
  sealedWithSha,
  sealedYears,
  sealing,
} from '#worker/store/sealed-summaries.ts';
import { database } from './door.ts';

const sealed = (year: number, version: number) =>
  sealSummary(
    { ...sampleSummary(), year },
    { version, sealed: '2027-01-08', reason: version === 1 ? null : inEveryLang({ 'zh-CN': `第${version}版` }) },
  );

test('versions and years are found, newest first', async () => {
  const db = database();
  expect([await newestSealed(db, 2023), await sealedYears(db)]).toEqual([null, []]);
  const all = [sealed(2023, 1), sealed(2023, 2), sealed(2024, 1)];
  await db.commit(all.map((each) => sealing(each, 'command')));
  const [first, second, next] = all;
  if (!first || !second || !next) throw new Error('three were sealed');
  expect(await newestSealed(db, 2023)).toEqual({
    year: 2023,
    version: 2,
    sha: second.seal.sha,
    sealed: '2027-01-08',
    sealedBy: 'command',
    document: sealedText(second),
  });
  expect((await sealedVersions(db, 2023)).map(({ version }) => version)).toEqual([2, 1]);
  expect((await sealedYears(db)).map(({ year, version }) => [year, version])).toEqual([
    [2024, 1],
    [2023, 2],
  ]);
  expect((await sealedWithSha(db, first.seal.sha))?.document).toBe(sealedText(first));
  expect((await lastSealedBefore(db, 2024))?.sha).toBe(second.seal.sha);
  expect(await lastSealedBefore(db, 2023)).toBeNull();
  await expect(db.commit([sealing(sealed(2023, 2), 'somebody')])).rejects.toThrow(/UNIQUE/);
});
