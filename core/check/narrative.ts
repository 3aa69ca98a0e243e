// The narrative of a report: its title and organ, its sections and parts, and what its sentences claim.
import { type Claim, claimsOf } from './claims.ts';
import type { Place, ReportDocument } from './document.ts';
import { textOfBlock } from './document.ts';
import { condense } from './fold.ts';
import { findParts, findSections, type Part, type Section } from './sections.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Statement, statementsOf } from './statements.ts';

export type ReportScope = 'government' | 'department';

export interface Title {
  readonly text: string;
  readonly organ: string;
  readonly year: number | undefined;
  readonly place: Place;
}

export interface Narrative {
  readonly title: Title | undefined;
  /** Whose report it is, from the title or the preamble; empty when neither says. */
  readonly organ: string;
  /** Given, or from the title, or from the data period. */
  readonly year: number | undefined;
  readonly scope: ReportScope;
  readonly sections: readonly Section[];
  readonly parts: readonly Part[];
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
}

const lateYear = /^(.{2,40}?)(?:政府信息公开|政务公开)(?:工作)?(\d{3,5})年?度?(.{0,0})(?:工作)?(?:报告|年报)/;
const titlePattern =
  /^(?:关于)?(.{0,40}?)(\d{3,5})年?度?(.{0,24}?)(?:政府信息公开|政务公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)/;

/** The first short block that reads like a title, else the first mention of the report in the preamble. */
function findTitle(document: ReportDocument): Title | undefined {
  const blocks = document.blocks.slice(0, 30);
  for (const [block, content] of blocks.entries()) {
    if (content.kind === 'table') continue;
    const next = blocks[block + 1];
    // A title is often set in two lines: the organ, then the year.
    const pair = next && next.kind !== 'table' && content.text.length < 30 && !/[。:：]/.test(content.text);
    for (const text of [content.text, pair ? `${content.text}${next.text}` : '']) {
      const condensed = condense(text);
      const found = titlePattern.exec(condensed.text) ?? lateYear.exec(condensed.text);
      if (!found || condensed.text.length > 70 || /[。,]/.test(found[0])) continue;
      if (text === content.text && found[1] === '' && block > 0 && found[3] === '') {
        const above = blocks[block - 1];
        const organ = above && above.kind !== 'table' && above.text.length < 30 ? condense(above.text).text : '';
        return {
          text: organ + found[0],
          organ,
          year: yearIn(found[2] ?? ''),
          place: { block, start: 0, end: content.text.length },
        };
      }
      return {
        text: found[0],
        organ: `${found[1] ?? ''}${found[3] ?? ''}`.replace(/^《|^本|年$|关于$/g, ''),
        year: yearIn(found[2] ?? ''),
        place: { block, start: 0, end: content.text.length },
      };
    }
  }
  return undefined;
}

const inPreamble =
  /(?:现将|现公布|现公开|现发布|公布|公开|发布|编制)([\u4e00-\u9fff]{2,24}?)(?:20\d\d)年度?(?:政府信息公开|政务公开)/;

const yearInPreamble = (preamble: string): number | undefined =>
  yearIn(/(20\d\d)年度?(?:政府信息公开|政务公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/.exec(preamble)?.[1] ?? '');

function namedInPreamble(preamble: string): string | undefined {
  const organ = inPreamble.exec(preamble)?.[1];
  return organ === undefined || /^[我本]/.test(organ) ? undefined : organ;
}

const yearIn = (digits: string): number | undefined => (/^20\d\d$/.test(digits) ? Number(digits) : undefined);

/** The data period, whole or in parts: 自2024年1月1日起，至12月31日止. */
export const periodPattern = /(20\d\d)年1月1日起?,?(?:至|到|-|—|~){1,2}(?:(20\d\d)年)?12月31日/;

export const dataPeriodYear = (text: string): number | undefined => {
  const found = periodPattern.exec(condense(text).text);
  return found ? Number(found[1]) : undefined;
};

/** 县政府, 镇政府 and the area's own report are the government's; an office, a bureau and a 街道办事处 are organs. */
function scopeOf(name: string, text: string): ReportScope {
  if (name === '') {
    const own = /[我本](局|办|委|中心|街道|单位|机关|院|站|部门)/.exec(text);
    const area = /我[县区市镇乡旗]|全[县区市镇乡旗]/.exec(text);
    return area && (!own || area.index < own.index) ? 'government' : 'department';
  }
  if (
    /办公(?:室|厅)|局$|局\d|委员会|委$|中心|街道|办事处|分局|院$|站$|大队|支队|协会|研究室|管委会|部门|公司|队$/.test(
      name,
    )
  )
    return 'department';
  return 'government';
}

export function readNarrative(document: ReportDocument, given: { year?: number; scope?: ReportScope } = {}): Narrative {
  const title = findTitle(document);
  const preamble = condense(document.blocks.slice(0, 8).map(textOfBlock).join('\n').slice(0, 4000)).text;
  const sections = findSections(document);
  const parts = findParts(document, sections);
  const sentences = sentencesOf(document, sections, parts);
  const year =
    given.year ?? title?.year ?? yearInPreamble(preamble) ?? dataPeriodYear(preamble) ?? commonestYear(sentences);
  const organ = title?.organ ?? namedInPreamble(preamble) ?? '';
  const ownNames = [organ, organ.replace(/人民政府/, '政府'), organ.replace(/^.*?(?=[县区市旗])/, '')].filter(
    (name) => name.length > 1,
  );
  return {
    title,
    organ,
    year,
    scope:
      given.scope ??
      scopeOf(
        organ,
        sentences
          .slice(0, 60)
          .map(({ text }) => text)
          .join(''),
      ),
    sections,
    parts,
    sentences,
    claims: claimsOf(sentences, { year, ownNames }),
    statements: statementsOf(sentences, year),
  };
}

/** Of the years section one names, the commonest; one that only requests were carried from or to is none. */
function commonestYear(sentences: readonly Sentence[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { text, section } of sentences) {
    if (section !== 1) continue;
    for (const found of text.matchAll(/(?<!结转至?|延至|《[^》]{0,30})(20\d\d)年(?!结转|底|末|以前)/g))
      counts.set(Number(found[1]), (counts.get(Number(found[1])) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
