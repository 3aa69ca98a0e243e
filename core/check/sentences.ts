// The narrative as sentences without blanks, each knowing its section, its part and the way back to its place. Table
// rows are not narrative; the preamble (section 0) is kept apart.

import type { Place, ReportDocument } from './document.ts';
import { condense } from './fold.ts';
import { isFormWording } from './form.ts';
import type { Part, PartName, Section } from './sections.ts';

export interface Sentence {
  /** Condensed and folded. */
  readonly text: string;
  readonly block: number;
  readonly section: number;
  readonly part: PartName | undefined;
  readonly placeOf: (start: number, end: number) => Place;
}

const sentenceCharsMax = 1200;

export function sentencesOf(
  document: ReportDocument,
  sections: readonly Section[],
  parts: readonly Part[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let section = 0;
  let part: PartName | undefined;
  for (const [block, content] of document.blocks.entries()) {
    const titles = sections.filter((s) => s.place.block === block);
    const openings = parts.filter((p) => p.place.block === block);
    if (content.kind === 'table' || (titles.length === 0 && isFormWording(content.text))) continue;
    const { text, at } = condense(content.text);
    let start = 0;
    const push = (end: number) => {
      for (let from = start; from < end; from += sentenceCharsMax) {
        const to = Math.min(end, from + sentenceCharsMax);
        for (const title of titles)
          if (title.number >= section && title.place.start <= (at[from] ?? 0)) section = title.number;
        for (const opening of openings) if (opening.place.start <= (at[to - 1] ?? 0)) part = opening.name;
        if (section !== 1) part = undefined;
        const offset = from;
        sentences.push({
          text: text.slice(from, to),
          block,
          section,
          part,
          placeOf: (a, b) => ({ block, start: at[offset + a] ?? 0, end: (at[offset + Math.max(a, b - 1)] ?? 0) + 1 }),
        });
      }
      start = end;
    };
    const ends = [...text.matchAll(/[。!?]/g)].map((found) => found.index + 1);
    // In a file run into one line a title follows a table's last figure.
    for (const title of titles) ends.push(Math.max(0, at.indexOf(title.place.start)));
    for (const end of ends.sort((a, b) => a - b)) if (end > start) push(end);
    if (start < text.length) push(text.length);
  }
  return sentences;
}
