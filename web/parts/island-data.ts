// What travels to the phone beside the page. Everything else the script needs, the words of the questions included, it
// reads from the page itself.
import type { Survey } from '#core/survey.ts';

export interface IslandData {
  /** Without its wording, whatever the type says. */
  readonly survey: Survey;
  /** Where the script for whoever types is. */
  readonly typing: string;
  readonly words: Readonly<Record<'progress' | 'boxesFull' | 'chars' | 'clear' | 'copied', string>>;
  /** What the phone says about a mistake it finds by itself, besides `chars`; a rarer one is a `bad-value`. */
  readonly problem: Readonly<Record<string, string>>;
}
