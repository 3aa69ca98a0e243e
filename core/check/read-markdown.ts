// Markdown: pipe tables with a rule line become tables; everything else is plain text without its marks. A pipe table
// has no spans, so a merged label may stand empty or be repeated below.
import { type Block, cellOf, type ReportDocument } from './document.ts';
import { withoutInvisible } from './fold.ts';
import { readText } from './read-text.ts';

const isPipeRow = (line: string): boolean => /^\|.*\|$/.test(line.trim());
/** The line of dashes under the first row of a table. */
export const isTableRule = (line: string): boolean => /^\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:?)?$/.test(line.trim());

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
    if (isPipeRow(line) && isTableRule(lines[i + 1] ?? '')) {
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
