// No article of a law stands on a citizen's page unless its wording was compared with a source (decision 019).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsFor } from '#core/text.ts';

const record = readFileSync('docs/decisions/019-law-on-the-remedies-page.md', 'utf8');

/** Each with its law, also where a sentence names the law once for several; a range is each of its ends. */
const articlesIn = (text: string): string[] =>
  [...text.matchAll(/(《[^》]+》)((?:[、至]?第[一二三四五六七八九十百]+条)+)/g)].flatMap(([, law, articles]) =>
    [...(articles ?? '').matchAll(/第[^第、至]+条/g)].map(([article]) => `${law}${article}`),
  );

test('every article that a citizen’s page names is among those compared', () => {
  const { remedies, accessibility, footer } = wordsFor('zh-CN').citizen;
  const named = articlesIn(JSON.stringify([remedies, accessibility, footer]));
  expect(named.length).toBeGreaterThan(12);
  const compared = articlesIn(record);
  expect(named.filter((article) => !compared.includes(article))).toEqual([]);
});
