// Plain text, often the ruin of a table: lines are kept apart wherever they may be cells, and joined only where a
// sentence was plainly wrapped. Page numbers between dashes go; a bare number stays, it may be a cell.
import { type Block, opensSection, type ReportDocument } from './document.ts';
import { withoutInvisible } from './fold.ts';
import { isFormWording } from './form.ts';

const pageNumber =
  /^\s*(?:[-—–－]{1,2}\s*\d{1,3}\s*[-—–－]{1,2}|第\s*\d{1,3}\s*页(?:\s*[,，/共]*\s*\d*\s*页?)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/;

/** A line drawn between rows: it says nothing. A dash or two may be a cell. */
const drawnLine = /^[\s|+:]*[-=_─━]{4}[\s|+:\-=_─━]*$/;

const hanCount = (line: string): number => line.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
const isCellLike = (line: string): boolean => /[|\t]/.test(line) || isFormWording(line) || hanCount(line) < 1;

/** Whether `next` continues the sentence that `line` leaves open. */
function continues(line: string, next: string): boolean {
  if (isCellLike(line) || isCellLike(next) || opensSection(next)) return false;
  if (hanCount(line) < 12 || /[。！？：；!?:;]\s*$/.test(line)) return false;
  if (opensSection(line) && line.trim().length < 30) return false;
  return line.trim().length >= 18 && !/年度报告\s*$/.test(line) && !/^\s*(?:发布|来源|信息来源|索引)/.test(next);
}

const joined = (line: string, next: string): string => line.trimEnd() + next.trimStart();

export function readText(text: string): ReportDocument {
  const lines = withoutInvisible(text)
    .split('\n')
    .filter((line) => line.trim() !== '' && !pageNumber.test(line) && !drawnLine.test(line));
  const blocks: Block[] = [];
  let parts: string[] = [];
  const flush = () => {
    const whole = parts.reduce((all, part) => joined(all, part), '');
    if (whole.trim() !== '') {
      blocks.push({
        kind: isCellLike(whole) ? 'line' : opensSection(whole) ? 'heading' : 'paragraph',
        text: whole.trim(),
      });
    }
    parts = [];
  };
  for (const line of lines) {
    const last = parts.at(-1);
    if (last !== undefined && !continues(parts.length > 1 ? `${parts[0]}${last}` : last, line)) flush();
    parts.push(line);
  }
  flush();
  return { blocks };
}
