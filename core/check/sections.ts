// The six sections and the five parts of the first. A title counts only at the start of a block or behind a sentence:
// every preamble lists all six titles, and table 三 has rows numbered like sections.

import type { Place, ReportDocument } from './document.ts';
import { condense } from './fold.ts';
import { sectionTitles } from './form.ts';

export interface Section {
  /** 1 … 6. */
  readonly number: number;
  /** As found, without the number. */
  readonly title: string;
  /** The number in front of it; empty when it has none. */
  readonly numeral: string;
  readonly exact: boolean;
  readonly place: Place;
}

export interface Part {
  readonly name: PartName;
  readonly title: string;
  /** Opened by （一） or 1. rather than by its words alone. */
  readonly numbered: boolean;
  readonly place: Place;
}

const numerals = '一二三四五六';
const bareTitles = sectionTitles.map((title) => title.replace(/^.、/, ''));
const bare = (title: string): string => title.replace(/[\s、,，:：。;；]/g, '');

/** How each section is recognised when its title is not exact, tried on the title alone. */
const recognisers: readonly RegExp[] = [
  /^(?:工作)?(?:总体|概述|基本情况|总体工作|工作总体)/,
  /主动公开(?!.*申请)/,
  /(?:收到|处理|办理).*申请|依申请公开/,
  /复议|诉讼/,
  /(?:存在|主要).*(?:问题|困难|不足)|问题.*改进|改进(?:情况|措施)/,
  /其他.*(?:事项|报告|情况)|需要(?:报告|说明)的/,
];

const tableRow = /^[一二三四]、(?:本年|上年|结转)/;
const shortTitle = 36;
/** Six titles, some of them twice or in a menu; a file with more is no report. */
const sectionsMax = 60;

interface Candidate extends Section {
  readonly at: number;
}

function titleAt(text: string, start: number): { numeral: string; title: string; length: number } | undefined {
  const opening = /^(?:第?([一二三四五六七八九十])[、.,:]?(?:部分[、:]?)?)/.exec(text.slice(start, start + 8));
  const numeral = opening?.[1] ?? '';
  const after = start + (opening?.[0].length ?? 0);
  const exact = bareTitles.find((title) => text.startsWith(title.replaceAll('，', ','), after));
  if (exact) return { numeral, title: exact, length: after - start + exact.length };
  const rest = text.slice(after, after + shortTitle + 1);
  // Without a number only an exact title can be told from a sentence.
  if (numeral === '' || rest.length > shortTitle || /[。;,:]./.test(rest)) return undefined;
  return { numeral, title: rest, length: after - start + rest.length };
}

export function findSections(document: ReportDocument): Section[] {
  const candidates: Candidate[] = [];
  for (const [block, content] of document.blocks.entries()) {
    if (content.kind === 'table') continue;
    const { text, at } = condense(content.text);
    const add = (start: number, found: { numeral: string; title: string; length: number }) => {
      const exactAt = bareTitles.indexOf(found.title);
      const number = exactAt >= 0 ? exactAt + 1 : numberOf(found.title, found.numeral);
      if (number === undefined) return;
      const place = { block, start: at[start] ?? 0, end: (at[start + found.length - 1] ?? 0) + 1 };
      candidates.push({ number, title: found.title, numeral: found.numeral, exact: exactAt >= 0, place, at: start });
    };
    if (tableRow.test(text)) continue;
    const first = titleAt(text, 0);
    if (first && (first.length >= text.length - 2 || bareTitles.includes(first.title))) {
      // 「总体情况」 alone is a title; the same words opening a sentence are not.
      if (first.numeral !== '' || first.length >= text.length - 1) add(0, first);
    }
    // All in one line: titles behind a sentence's end or a table's last figure.
    for (const found of text.matchAll(/(?<=[。;)|\d情况>])[一二三四五六]、/g)) {
      const inner = titleAt(text, found.index);
      if (inner && bareTitles.includes(inner.title)) add(found.index, inner);
    }
  }
  return candidates.slice(0, sectionsMax).map(({ at: _, ...section }) => section);
}

function numberOf(title: string, numeral: string): number | undefined {
  const claimed = numerals.indexOf(numeral) + 1;
  if (claimed > 0 && recognisers[claimed - 1]?.test(title)) return claimed;
  const other = recognisers.findIndex((known) => known.test(title));
  return other < 0 ? undefined : other + 1;
}

/** Whether the wording is the form's, whatever the punctuation. */
export const isExactTitle = ({ number, title }: Section): boolean => bare(title) === bare(bareTitles[number - 1] ?? '');

export const partNames = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] as const;
export type PartName = (typeof partNames)[number];

const partWords: Record<PartName, RegExp> = {
  主动公开: /主动公开/,
  依申请公开: /依申请|申请公开/,
  政府信息管理: /信息(?:资源)?(?:规范化)?管理|信息管理/,
  政府信息公开平台建设: /平台(?:建设|管理|运维|保障)?|载体建设|阵地建设/,
  监督保障: /监督保障|监督(?:与|和)?(?:保障|考核|检查|管理|评议)?|保障监督/,
};

const partOpening = /^(?:[(]?[一二三四五六七八九十][)、.]|[(]?\d[).、]|[一二三四五六七]是)?/;

/** Parts of section 1 by the heading or the first words of a paragraph. */
export function findParts(document: ReportDocument, sections: readonly Section[]): Part[] {
  const from = sections.find(({ number }) => number === 1)?.place.block;
  const to = sections.find(({ number, place }) => number > 1 && place.block >= (from ?? 0))?.place.block;
  if (from === undefined) return [];
  const parts: Part[] = [];
  for (let block = from; block < Math.min(to ?? from + 200, document.blocks.length); block++) {
    const content = document.blocks[block];
    if (!content || content.kind === 'table') continue;
    const { text, at } = condense(content.text);
    // 「……。主动公开方面，……」 opens a part without a line of its own.
    const inner = text.matchAll(/(?<=[。;])(?:[(][一二三四五六七][)]|(?=[^,。:;]{2,14}(?:方面|情况)[,:]))/g);
    const starts = [0, ...[...inner].map((found) => found.index)];
    for (const start of starts) {
      const opening = partOpening.exec(text.slice(start, start + 6))?.[0] ?? '';
      const title = (/^[^。:,;]{2,30}/.exec(text.slice(start + opening.length)) ?? [''])[0];
      if (opening === '' && title.length > 18) continue;
      const name = partNames.find(
        (part) => partWords[part].test(title) && (part !== '主动公开' || !/依申请/.test(title)),
      );
      if (!name) continue;
      const end = start + opening.length + title.length;
      parts.push({
        name,
        title,
        numbered: opening !== '',
        place: { block, start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 },
      });
    }
  }
  return parts.slice(0, sectionsMax);
}
