// What is hidden is in no file: two counties that differ in hidden figures alone give out the same bytes in every format, and a
// hidden cell says in words that it is not published.
import { expect, test } from 'vitest';
import { langs } from '#core/lang.ts';
import type { Channel } from '#core/submission.ts';
import { makeSummary } from '#core/summarise.ts';
import { wordsFor } from '#core/text.ts';
import { formats, reportFile } from '#worker/export/file.ts';
import { type CountedAnswer, countedSurvey, county } from './world/summary.ts';
import { generalOf, windowsOf } from './world/world.ts';

const general = generalOf(2026);

const many = (n: number, answers: CountedAnswer['answers'], unit: string, channel: Channel): CountedAnswer[] =>
  Array.from({ length: n }, () => ({ answers, unit, channel }));

/** `few` of the seven small answers are about one unit and came by one channel, the others about and by another. */
const yearWith = (few: number) =>
  makeSummary(county, 2026, '2027-01-08', [
    countedSurvey(general, windowsOf(2026).general, [
      ...many(60, { G00: 's5', B2: 'a36' }, 'education', 'web'),
      ...many(50, { G00: 's4', B2: 'a36' }, 'finance', 'web'),
      ...many(40, { G00: 's2', B2: 'a60' }, 'finance', 'wechat'),
      ...many(12, { G00: 's3', B2: 'a60' }, 'education', 'wechat'),
      ...many(few, { G00: 's2', B2: 'a18' }, 'land', 'qr'),
      ...many(7 - few, { G00: 's2', B2: 'a18' }, 'health', 'paper'),
    ]),
  ]);

for (const format of formats)
  test(`${format}: hidden figures leave no trace`, async () => {
    for (const lang of langs) {
      const [one, other] = await Promise.all([yearWith(3), yearWith(4)].map((year) => reportFile(year, format, lang)));
      expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true);
      // The same county with one more answer that is shown is another file: the comparison can fail.
      const more = await reportFile(yearWith(8), format, lang);
      expect(Buffer.from(one ?? []).equals(Buffer.from(more))).toBe(false);
    }
  });

test('a hidden cell says so, and never 0', async () => {
  for (const lang of langs) {
    const text = new TextDecoder().decode(await reportFile(yearWith(3), 'md', lang));
    const row = (name: string) => text.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
    const land = row(lang === 'en' ? 'Land and Resources Bureau' : '县自然资源局') || row('Natural Resources Bureau');
    expect(
      land
        .split('|')
        .slice(2, -1)
        .map((cell) => cell.trim()),
    ).toEqual(Array(5).fill(wordsFor(lang).report.cell.hidden));
  }
});
