// Table 四: fifteen cells in one row under three header rows, hence no label of its own. The row is what follows the
// last of the header's words; without the header, the only fifteen figures of the section.
import type { Cells, ReadCell } from './cell.ts';
import { cellEnd, type Flat, rowEnd } from './flat.ts';
import { groupIds, outcomeIds, remedyCell, spacedWords } from './form.ts';
import { type Fits, lastIsSum } from './readings.ts';
import { figuresIn, readRun } from './run.ts';

export interface RemedyTable {
  readonly cells: Cells;
  readonly found: boolean;
}

const ids = groupIds.flatMap((group) => outcomeIds.map((column) => remedyCell(group, column)));
const width = outcomeIds.length;

const triesMax = 20;

const sectionEnds = [
  '五、存在',
  '存在的主要问题',
  '存在问题',
  '主要问题及改进',
  '存在的问题',
  '五、政府信息公开工作',
  '其他需要报告',
].map(spacedWords);
const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map(spacedWords);
const sectionHeads = ['行政复议、行政诉讼情况', '行政复议行政诉讼情况', '政府信息公开行政复议', '行政复议和'].map(
  spacedWords,
);

const groupsFit: Fits = (values) =>
  groupIds.every((_, group) => lastIsSum(values.slice(group * width, (group + 1) * width)));

const first = (pattern: RegExp, text: string, from: number, to: number): number | undefined => {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found && found.index < to ? found.index : undefined;
};

function lastHeadEnd(text: string, from: number, to: number): number {
  let end = from;
  for (const head of heads) {
    head.lastIndex = from;
    for (let found = head.exec(text); found && found.index < to; found = head.exec(text)) {
      end = Math.max(end, found.index + found[0].length);
    }
  }
  return end;
}

export function recoverRemedies(flat: Flat, from: number): RemedyTable {
  const { text } = flat;
  const start = Math.max(0, from);
  const [keep = /$/] = heads;
  const [, correct = /$/] = heads;
  // Both words close together are the table's head; 「结果维持5件」 is a sentence.
  let head = first(keep, text, start, text.length);
  for (let tries = 0; head !== undefined && tries < triesMax; tries++) {
    if (first(correct, text, head, head + 60) !== undefined) break;
    head = tries === triesMax - 1 ? undefined : first(keep, text, head + 1, text.length);
  }
  const opens =
    head ?? sectionHeads.map((words) => first(words, text, start, text.length)).find((at) => at !== undefined);
  if (opens === undefined) return { cells: {}, found: false };
  const ends = sectionEnds.flatMap((words) => first(words, text, opens + 4, opens + 6000) ?? []);
  const end = ends.length > 0 ? Math.min(...ends) : Math.min(text.length, opens + 2500);
  const read = head === undefined ? undefined : readAfter(flat, lastHeadEnd(text, head, end), end);
  const figures = read ?? onlyFifteen(flat, opens, end);
  if (!figures) return { cells: {}, found: head !== undefined };
  return { cells: Object.fromEntries(ids.map((id, i) => [id, figures[i] as ReadCell])), found: true };
}

function readAfter(flat: Flat, from: number, end: number): readonly ReadCell[] {
  const rest = flat.text.slice(from, end);
  const rowAt = rest.indexOf(rowEnd);
  if (rowAt >= 0 && rowAt < 40) {
    // A real table: the first row below the header that is as wide as it should be.
    let cursor = from + rowAt + 1;
    for (const row of rest.slice(rowAt + 1).split(rowEnd)) {
      // A row begins behind an imagined first cell, as it does behind a label.
      if (row.split(cellEnd).length >= ids.length)
        return readRun(flatWithLabel(flat, cursor), cursor, cursor + row.length + 1, ids.length, groupsFit).cells;
      cursor += row.length + 1;
    }
  }
  const sentence = /[\u4e00-\u9fff]{6,}/.exec(rest.slice(2));
  return readRun(flat, from, sentence ? from + 2 + sentence.index : end, ids.length, groupsFit).cells;
}

const flatWithLabel = (flat: Flat, at: number): Flat => ({
  ...flat,
  text: `${flat.text.slice(0, at)}${cellEnd}${flat.text.slice(at)}`,
  placeOf: (start, end) => flat.placeOf(Math.max(at, start - 1), Math.max(at, end - 1)),
});

function onlyFifteen(flat: Flat, from: number, end: number): readonly ReadCell[] | undefined {
  const figures = figuresIn(flat, from, end);
  return figures.length === ids.length ? figures : undefined;
}
