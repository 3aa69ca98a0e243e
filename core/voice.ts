// How a summary is put into words: the language, its words, and the limits that the words name.
import type { Lang } from './lang.ts';
import type { Summary } from './report.ts';
import { type Words, wordsFor } from './text.ts';

export interface Voice {
  readonly lang: Lang;
  readonly words: Words['report'];
  readonly method: Summary['method'];
}

export const voiceOf = ({ method }: Pick<Summary, 'method'>, lang: Lang): Voice => ({
  lang,
  words: wordsFor(lang).report,
  method,
});
