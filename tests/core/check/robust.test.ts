// Whatever file it is given, the check answers, and soon: reports are cut, shuffled and torn, and some files are made to
// be slow.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkReport } from '#core/check/check-report.ts';
import { reportFormats } from '#core/check/read.ts';
import { build } from '#tests/corpus/build.ts';
import { tunedCases } from '#tests/corpus/cases.ts';
import { randomFrom } from '#tests/corpus/facts.ts';
import { untouchedCases } from '#tests/corpus/held-out.ts';

const files = tunedCases.slice(0, 16).map(build);

const damage: Record<string, (text: string, random: (below: number) => number) => string> = {
  cut: (text, random) => text.slice(random(200), random(text.length)),
  shuffled: (text, random) =>
    text
      .split('\n')
      .map((line) => ({ line, key: random(1e9) }))
      .sort((a, b) => a.key - b.key)
      .map(({ line }) => line)
      .join('\n'),
  torn: (text, random) => [...text].filter(() => random(20) > 0).join(''),
  digitsLost: (text, random) => text.replace(/\d/g, (digit) => (random(5) === 0 ? '' : digit)),
  doubled: (text) => `${text}\n${text}`,
};

for (const [name, break_] of Object.entries(damage)) {
  test(`a report ${name} is still answered`, () => {
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.nat(), (index, seed) => {
        const file = files[index];
        const { findings } = checkReport({
          text: break_(file?.text ?? '', randomFrom(seed)),
          format: file?.format ?? 'text',
        });
        expect(Array.isArray(findings)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
}

test('any text in any format is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...reportFormats), (text, format) => {
      expect(checkReport({ text, format }).narrative).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

/** 200 kB of what a careless pattern would choke on. */
const slow: Record<string, string> = {
  blanks: ' '.repeat(200_000),
  lines: '\n'.repeat(200_000),
  digits: '1'.repeat(200_000),
  figures: '1 '.repeat(100_000),
  numerals: '一'.repeat(200_000),
  commas: '1,111'.repeat(40_000),
  clauses: '收到政府信息公开申请3件，'.repeat(15_000),
  denials: '未收到未收到没有无'.repeat(22_000),
  labels: '一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n属于国家秘密 0 三安全一稳定 0 三类内部事务\n'.repeat(3000),
  titles: '一、总体情况\n二、主动公开政府信息情况\n'.repeat(8000),
  frequency: '每月全年共'.repeat(40_000),
  tags: '<p'.repeat(100_000),
  cells: '<table><tr><td>'.repeat(13_000),
  openTag: `<${'a'.repeat(200_000)}`,
  scripts: '<script>'.repeat(25_000),
  entities: '&#'.repeat(100_000),
  pipes: '| '.repeat(100_000),
  dashes: '-'.repeat(200_000),
  rules: '| --- '.repeat(33_000),
  brackets: '（'.repeat(200_000),
  heads: '结果维持结果纠正其他结果尚未审结总计'.repeat(11_000),
  keeps: '结果维持'.repeat(50_000),
  runs: '<w:p><w:r><w:t>'.repeat(13_000),
};

for (const [name, text] of Object.entries(slow)) {
  test(`200 kB of ${name} take less than a second in every format`, () => {
    for (const format of reportFormats) {
      const start = performance.now();
      checkReport({ text, format });
      expect(performance.now() - start, format).toBeLessThan(1000);
    }
  });
}

test('a real report of 200 kB takes less than a second', () => {
  const text = files.find(({ format }) => format === 'html')?.text ?? '';
  const start = performance.now();
  checkReport({ text: text.repeat(Math.ceil(200_000 / text.length)), format: 'html' });
  expect(performance.now() - start).toBeLessThan(1000);
});

test('a report is read alike whatever was read before it', () => {
  const all = [...files, ...untouchedCases.map(build)];
  const far = `<p>${'公开。'.repeat(20_000)}</p>${files[0]?.text ?? ''}`;
  const answer = ({ text, format, options }: (typeof files)[number]) =>
    JSON.stringify(checkReport({ text, format }, options));
  for (const file of all) {
    const alone = answer(file);
    checkReport({ text: far, format: 'html' });
    expect(answer(file), file.name).toBe(alone);
  }
});
