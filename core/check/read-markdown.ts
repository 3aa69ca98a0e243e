// Markdown: pipe tables with a rule line become tables; everything else is plain text without its marks. A pipe table
// has no spans, so a merged label may stand empty or be repeated below.
import { type Block, cellOf, type ReportDocument, type TableCell } from './document.ts';
import { withoutInvisible } from './fold.ts';
import { readText } from './read-text.ts';

const isPipeRow = (line: string): boolean => /^\|.*\|$/.test(line.trim());
/** The line of dashes under the first row of a table. */
export const isTableRule = (line: string): boolean => /^\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:?)?$/.test(line.trim());

/** pandoc's grid: +-----+-----+ */
export const isGridRule = (line: string): boolean => /^\+(?:[-=:]{2,}\+)+$/.test(line.trim());

/** The rows between the rules of a grid; what a cell says in several lines is one text. Where cells are joined, more than
 * one rule line may stand in a row's place, and a line has fewer borders: it is then a row of fewer cells. */
function gridRows(lines: readonly string[]): TableCell[][] {
  const rows: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (isGridRule(line)) {
      if (open) rows.push(open);
      open = undefined;
      continue;
    }
    const parts = line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|');
    if (open && parts.length !== open.length) {
      rows.push(open);
      open = undefined;
    }
    open = parts.map((part, i) => `${open?.[i] ?? ''}${part.trim()}`);
  }
  if (open) rows.push(open);
  return rows.map((row) => row.map((text) => cellOf(text)));
}

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cellOf(cell.replace(/<br\s*\/?>|\*\*|`/g, '').trim()));

const withoutMarks = (line: string): string =>
  line
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^\s*>\s?/, '')
    .replace(/^\s*[-*+]\s+(?=\S)/, '')
    .replace(/\*\*|__/g, '');

export function readMarkdown(text: string): ReportDocument {
  const lines = withoutInvisible(text).split('\n');
  const blocks: Block[] = [];
  let prose: string[] = [];
  const flush = () => {
    blocks.push(...readText(prose.join('\n')).blocks);
    prose = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isGridRule(line) && isPipeRow(lines[i + 1] ?? '')) {
      flush();
      const from = i;
      while (i + 1 < lines.length && (isPipeRow(lines[i + 1] ?? '') || isGridRule(lines[i + 1] ?? ''))) i++;
      blocks.push({ kind: 'table', rows: gridRows(lines.slice(from, i + 1)) });
    } else if (isPipeRow(line) && isTableRule(lines[i + 1] ?? '')) {
      flush();
      const rows = [cellsOf(line)];
      for (i += 2; i < lines.length && isPipeRow(lines[i] ?? ''); i++) rows.push(cellsOf(lines[i] ?? ''));
      i--;
      blocks.push({ kind: 'table', rows });
    } else if (/^\s{0,3}#{1,6}\s+/.test(line)) {
      flush();
      blocks.push({ kind: 'heading', text: withoutMarks(line).trim() });
    } else {
      prose.push(withoutMarks(line));
    }
  }
  flush();
  return { blocks };
}
