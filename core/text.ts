// The words of a language. The Chinese file is the model: every other language has its shape, checked by the compiler
// for keys and by a test for placeholders.
import type { Lang } from './lang.ts';
import { fill } from './lang.ts';
import type { Problem, Refusal } from './problem.ts';
import { en } from './text/en.ts';
import { zhCN } from './text/zh-CN.ts';

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
export type Words = Shape<typeof zhCN>;

const byLang: Record<Lang, Words> = { 'zh-CN': zhCN, en };

export const wordsFor = (lang: Lang): Words => byLang[lang];

export const problemText = (words: Pick<Words, 'problem'>, problem: Problem): string =>
  fill(words.problem[problem.code], { field: problem.field, ...problem.values });

export const refusalText = (
  words: Words,
  refusal: Pick<Refusal, 'reason' | 'values'>,
): { title: string; body: string } => ({
  title: words.refusal[refusal.reason].title,
  body: fill(words.refusal[refusal.reason].body, refusal.values),
});
