// `npm run bench:personal`: how much personal data is found in generated comments, how often something harmless is taken for it,
// and how long the worst input takes. Counts come from fixed seeds; only the milliseconds are this machine's.

import * as fc from 'fast-check';
import { maskPersonalData, personalMarkers } from '#core/personal-data.ts';
import { caseLists, classes, harmless, ownCaseNumbers, receipts, say } from '#tests/core/personal-samples.ts';
import { percentile, printConditions, printTable } from './figures.ts';

/** Promise 28. */
const budget = { recall: 0.999, hits: 0.02, worstMs: 50 } as const;
const each = 20_000;
const charsMax = 10_240;
const runs = 30;

printConditions('bench:personal');
let kept = true;
const percent = (share: number): string => (share * 100).toFixed(3);

printTable(
  ['kind', 'spellings', 'generated', 'masked whole', 'weakest spelling %'],
  classes.map(([kind, arbitrary, spellings]) => {
    const generated = fc.sample(arbitrary, { seed: 28, numRuns: each });
    const found = Object.entries(spellings).map(([name, spell]) => {
      const masked = generated.filter(
        (text, turn) => maskPersonalData(say(turn, spell(text, turn))) === say(turn, personalMarkers[kind]),
      );
      return { name, n: masked.length };
    });
    const weakest = found.reduce((low, next) => (next.n < low.n ? next : low));
    kept &&= weakest.n / each >= budget.recall;
    const total = found.reduce((sum, { n }) => sum + n, 0);
    return [kind, found.length, each * found.length, total, `${percent(weakest.n / each)} (${weakest.name})`];
  }),
);

console.log();
printTable(
  ['nobody’s', 'generated', 'touched', '%'],
  Object.entries({ ownCaseNumbers, receipts, caseLists, ...harmless }).map(([name, arbitrary]) => {
    const texts = fc.sample(arbitrary, { seed: 28, numRuns: each }).map((text, turn) => say(turn, text));
    const touched = texts.filter((text) => maskPersonalData(text) !== text).length;
    kept &&= touched / each <= (name in harmless ? budget.hits : 0);
    return [name, each, touched, percent(touched / each)];
  }),
);

/** What a pattern that backs up would stumble over, each repeated to 10 kB. */
const worst: Record<string, string> = {
  digits: '1',
  'spaced digits': '1 ',
  'mobile numbers': '13800138000 ',
  'cards without their check digit': '6222021234567891 ',
  'identity numbers, wrong day': '11010519491331002X ',
  'Chinese digits': '一三八零零',
  'half e-mail addresses': 'a.b-',
  'at signs': 'a@a.',
  'zero-width spaces': '1\u200b',
  'plates begun': '京A ',
  brackets: '〔（',
};

console.log();
printTable(
  ['10 kB of', 'p50 ms', 'highest ms'],
  Object.entries(worst).map(([name, piece]) => {
    const text = piece.repeat(Math.ceil(charsMax / piece.length)).slice(0, charsMax);
    const ms = Array.from({ length: runs }, () => {
      const start = performance.now();
      maskPersonalData(text);
      return performance.now() - start;
    });
    kept &&= percentile(ms, 0.5) <= budget.worstMs;
    return [name, percentile(ms, 0.5).toFixed(1), Math.max(...ms).toFixed(1)];
  }),
);
if (!kept) process.exitCode = 1;
