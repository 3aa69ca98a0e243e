// Whatever leaves the house, compared whole with what was looked at once: the five files of the sample year, and the
// published schema. `GOLDEN=write npm run test:unit` writes them anew.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { summaryJsonSchema } from '#core/report.ts';
import { formats, reportFile } from '#worker/export/file.ts';
import { expectGolden } from './golden.ts';
import { correctedSample, sampleSummary, sealedSample } from './world/summary.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each(formats)('the sealed sample year as %s', async (format) => {
  expectGolden(`tests/golden/report.${format}`, await reportFile(sealedSample(), format, 'zh-CN'));
});

test.each(['md', 'json'] as const)('the draft of it says that it is one, as %s', async (format) => {
  expectGolden(`tests/golden/draft.${format}`, await reportFile(sampleSummary(), format, 'zh-CN'));
});

test('a correction in English, with its reason', async () => {
  expectGolden('tests/golden/report.en.md', await reportFile(correctedSample(), 'md', 'en'));
});

test('the hashes that the worker’s own run is held to', async () => {
  const hashes = await Promise.all(
    formats.map(async (format) => {
      const bytes = await reportFile(sealedSample(), format, 'zh-CN');
      return [format, createHash('sha256').update(bytes).digest('hex')] as const;
    }),
  );
  expectGolden('tests/golden/sha256.json', utf8(`${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`));
});

test('the same summary is the same file', async () => {
  for (const format of formats) {
    const [first, second] = [
      await reportFile(sealedSample(), format, 'en'),
      await reportFile(sealedSample(), format, 'en'),
    ];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  }
});

test('the published schema of the summary', () => {
  expectGolden('docs/schema/summary-1.json', utf8(`${JSON.stringify(summaryJsonSchema(), null, 2)}\n`));
});
