// Prints precision and recall of the report check per rule, for the tuned corpus and for the part held out, as the table
// of docs/benchmarks.md. `--verbose` lists what was missed and every false alarm.
import { build } from '#tests/corpus/build.ts';
import { tunedCases } from '#tests/corpus/cases.ts';
import { heldOutCases, secondCases, untouchedCases } from '#tests/corpus/held-out.ts';
import { inManner, lossy, mannerNames } from '#tests/corpus/manner-cases.ts';
import { isNumeric, recallOf, type Score, scoreOf } from '#tests/corpus/score.ts';

const percent = (n: number): string => `${(n * 100).toFixed(1)} %`;

function print(name: string, count: number, clean: number, { rules, misses, alarms, highOnClean }: Score): void {
  console.log(`\n### ${name}: ${count} reports, ${clean} of them clean\n`);
  console.log(
    '| rule | planted | found | recall | false alarms | precision | of them high |\n| --- | --- | --- | --- | --- | --- | --- |',
  );
  for (const { rule, planted, found, falseAlarms, falseHigh } of rules) {
    const precision = found + falseAlarms === 0 ? '–' : percent(found / (found + falseAlarms));
    console.log(
      `| ${rule} | ${planted} | ${found} | ${planted === 0 ? '–' : percent(found / planted)} | ${falseAlarms} | ${precision} | ${falseHigh} |`,
    );
  }
  console.log(
    `\nnumeric and cross-table recall ${percent(recallOf(rules, isNumeric))}, wording and form ${percent(recallOf(rules, (rule) => !isNumeric(rule)))}, high false alarms on clean reports ${highOnClean.length}`,
  );
  if (process.argv.includes('--verbose')) {
    console.log(`\nmissed:\n${misses.join('\n')}\n\nfalse alarms:\n${alarms.join('\n')}`);
  }
}

const keeping = mannerNames.filter((each) => !lossy.includes(each)).flatMap(inManner);
const parts = [
  ['tuned', tunedCases.map(build)],
  ['held out, learnt from after its first run', heldOutCases.map(build)],
  ['held out a second time, likewise', secondCases.map(build)],
  ['held out to the end', untouchedCases.map(build)],
  ['copied, converted or scanned in ways that keep the figures', keeping],
] as const;

for (const [name, built] of [
  ...parts,
  ['in ways that lose some', lossy.flatMap(inManner)],
  ['all but the last', parts.flatMap(([, built]) => built)],
] as const)
  print(name, built.length, built.filter(({ planted }) => planted.length === 0).length, scoreOf(built));
