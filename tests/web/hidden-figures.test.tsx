// What is hidden is hidden in everything a page draws of it: number, percentage, bar, and the words for those who cannot
// see the bar. Two counties that publish the same look the same, byte for byte.
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { breakdown, distribution, evaluate, sumCells } from '#core/evaluation.ts';
import { wordsFor } from '#core/text.ts';
import { cellsOf, order, type Person, versions } from '#tests/privacy/random-year.ts';
import { BreakdownTables } from '#web/parts/breakdown-tables.tsx';
import { OptionTable } from '#web/parts/option-table.tsx';
import { RatingTable } from '#web/parts/rating-table.tsx';

const words = wordsFor('zh-CN');
const names = order.unit.map((code) => ({ code, name: { 'zh-CN': code, en: code } }));
const people = (n: number, unit: string, level: string, b1: string): Person[] =>
  Array.from({ length: n }, () => ({ version: 1, unit, channel: 'web', level, b1, b2: [] }));

function drawn(everybody: readonly Person[]): string {
  const cells = cellsOf(everybody);
  const { questions } = evaluate(versions, sumCells(cells));
  const units = breakdown(
    versions,
    sumCells(cells, ({ unit }) => unit),
    order.unit,
  );
  const channels = distribution(
    sumCells(cells, ({ channel }) => channel),
    order.channel,
  );
  return render(
    <>
      <RatingTable questions={questions.filter(({ kind }) => kind === 'rating')} lang="zh-CN" words={words} />
      {questions
        .filter(({ kind }) => kind !== 'rating')
        .map((question) => (
          <OptionTable key={question.code} question={question} lang="zh-CN" words={words} />
        ))}
      <BreakdownTables units={names} byUnit={units} byChannel={channels} lang="zh-CN" words={words} />
    </>,
  );
}

const large = [...people(40, 'u0', 's5', 'o0'), ...people(20, 'u0', 's3', 'o0'), ...people(20, 'u0', 's1', 'o0')];

test('two counties that differ in what is hidden only look the same', () => {
  const one = [
    ...large,
    ...[...people(6, 'u1', 's5', 'o1'), ...people(2, 'u1', 's3', 'o1'), ...people(6, 'u2', 's3', 'o1')],
    ...[...people(2, 'u2', 's5', 'o2'), ...people(6, 'u1', 's1', 'o3')],
  ];
  const other = [
    ...large,
    ...[...people(2, 'u1', 's5', 'o1'), ...people(5, 'u1', 's3', 'o3'), ...people(1, 'u1', 's3', 'o2')],
    ...[...people(2, 'u2', 's3', 'o2'), ...people(6, 'u2', 's5', 'o1'), ...people(6, 'u1', 's1', 'o1')],
  ];
  const html = drawn(one);
  expect(html).toContain(`<td class="n">${words.staff.hidden}</td>`);
  expect(html).toMatch(/u0<\/th><td class="n">80<\/td>/);
  expect(html).toMatch(new RegExp(`u1</th>(<td class="n">${words.staff.hidden}</td>){3}`));
  expect(drawn(other)).toBe(html);
});

test('a hidden cell has no share, no bar and no number of its own', () => {
  const html = drawn([...large, ...people(3, 'u0', 's5', 'o1'), ...people(7, 'u0', 's5', 'o2')]);
  const rows = [...html.matchAll(/<tr><th scope="row">o\d<\/th>.*?<\/tr>/gs)].map(([row]) => row);
  const hidden = rows.filter((row) => row.includes(words.staff.hidden));
  expect(hidden.length).toBeGreaterThan(1);
  for (const row of hidden) expect(row.replace(/<th.*?<\/th>/, '')).not.toMatch(/\d|<rect/);
});
