// What travels with the check page to its script: its words, and the language findings are written in.
import type { Lang } from '#core/lang.ts';
import type { Words } from '#core/text.ts';

export interface CheckingData {
  readonly lang: Lang;
  readonly words: Words['checking'];
}
