// Adding a language is one file and three lines, as docs/languages.md says: done to a copy of the sources, everything still
// compiles, and the model questionnaires, the summary and its schema speak it.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fell, grownTree, mirroredTag, mirroredWords } from '#tests/world/mirrored.ts';

let tree: string;
beforeAll(() => {
  tree = grownTree();
});
afterAll(() => fell(tree));

const inTree = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });

/** Evaluated in the grown sources; the result comes back as JSON. */
const evaluated = (imports: string, value: string): unknown =>
  JSON.parse(inTree('--input-type=module', '-e', `${imports}; console.log(JSON.stringify(${value}))`));

test('every folder of the app compiles with it, and it is built', () => {
  inTree('scripts/build.ts');
  inTree(join('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'core', 'web', 'worker');
});

test('the model questionnaires and their scale are asked in it', () => {
  const [general, request] = evaluated(
    `import { generalSurvey } from '#core/model/general.ts'; import { requestSurvey } from '#core/model/request.ts';
     import { surveySchema } from '#core/survey.ts'`,
    `[generalSurvey('g', []), requestSurvey('r')].map((survey) => surveySchema.parse(survey))`,
  ) as { title: Record<string, string>; questions: { words: Record<string, string> }[]; scale: unknown }[];
  expect(general?.title[mirroredTag]).toBe(mirroredWords.model.general.title);
  expect(request?.questions[0]?.words[mirroredTag]).toBe(mirroredWords.model.request.asked.R00);
  expect(JSON.stringify(general?.scale)).toContain(mirroredWords.model.scale.S5.s1);
});

test('a year is summed up in it, and a summary from before it can still be read', () => {
  const [method, older] = evaluated(
    `import { makeSummary } from '#core/summarise.ts'; import { summarySchema } from '#core/report.ts';
     import { withEveryLang } from '#core/lang.ts'; import { sampleSummary } from '#tests/world/summary.ts';
     const sample = sampleSummary()`,
    `[summarySchema.parse(sample).method.valid, JSON.parse(
       JSON.stringify(summarySchema.parse(JSON.parse(JSON.stringify(sample), (key, value) => key === '${mirroredTag}' ? undefined : value))),
       withEveryLang).method.valid]`,
  ) as Record<string, string>[];
  expect(method?.[mirroredTag]).toBe(mirroredWords.report.method.valid);
  expect(older?.[mirroredTag]).toBe(older?.['zh-CN']);
});
