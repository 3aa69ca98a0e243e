// A small tolerant reader of HTML: one pass over tags, no DOM. Unclosed cells, nested layout tables and text outside
// any paragraph are the rule on real sites; a table inside a table is read on its own, because the outer one is layout.
import { type Block, cellOf, opensSection, type ReportDocument, type TableCell } from './document.ts';
import { withoutInvisible } from './fold.ts';

const entities: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
  hellip: '…',
};

const decode = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
  });

const breaksText = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'section',
  'article',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'center',
  'hr',
  'dd',
  'dt',
  'title',
]);

interface OpenTable {
  /** A table stands inside it: its own cells are the page's text. */
  holdsTable: boolean;
  /** Of the cell closed last, with its breaks. */
  lastText: string;
  rows: TableCell[][];
  row: TableCell[] | undefined;
  cell: { text: string; colSpan: number; rowSpan: number } | undefined;
}

const span = (attributes: string, name: string): number => {
  const found = new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d{1,3})`, 'i').exec(attributes);
  return Math.max(1, Number(found?.[1] ?? 1));
};

export function readHtml(html: string): ReportDocument {
  const blocks: Block[] = [];
  const open: OpenTable[] = [];
  let text = '';
  let inHeading = false;

  const flushText = () => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line !== '') blocks.push({ kind: inHeading || opensSection(line) ? 'heading' : 'paragraph', text: line });
    text = '';
  };
  const sayLayout = (inside: string) => {
    for (const line of inside.split('\v')) {
      text = line;
      flushText();
    }
  };
  const closeCell = (table: OpenTable) => {
    if (!table.cell) return;
    if (table.holdsTable) {
      sayLayout(table.cell.text);
      table.cell = undefined;
      return;
    }
    table.lastText = table.cell.text;
    table.row ??= [];
    table.row.push(cellOf(table.cell.text.replace(/\s+/g, ' ').trim(), table.cell.colSpan, table.cell.rowSpan));
    table.cell = undefined;
  };
  const closeRow = (table: OpenTable) => {
    closeCell(table);
    if (table.row && table.row.length > 0) table.rows.push(table.row);
    table.row = undefined;
  };
  const closeTable = () => {
    const table = open.pop();
    if (!table) return;
    closeRow(table);
    // One cell around everything is layout too.
    const cells = table.rows.flat();
    if (cells.length === 1) sayLayout(table.lastText);
    else if (cells.length > 1) blocks.push({ kind: 'table', rows: table.rows });
  };

  const source = withoutInvisible(html)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|noscript)\b[^<>]{0,2000}>[\s\S]*?(?:<\/\1\s{0,9}>|$)/gi, '');
  let cursor = 0;
  const tag = /<(\/?)([a-z][a-z0-9]{0,12})(?![a-z0-9])([^<>]{0,4000})>/gi;
  const say = (piece: string) => {
    const table = open.at(-1);
    if (table?.cell) table.cell.text += decode(piece);
    else if (!table) text += decode(piece);
  };
  for (const found of source.matchAll(tag)) {
    say(source.slice(cursor, found.index));
    cursor = found.index + found[0].length;
    const [, closing, rawName = '', attributes = ''] = found;
    const name = rawName.toLowerCase();
    const table = open.at(-1);
    if (name === 'table') {
      if (closing) closeTable();
      else {
        if (table) {
          table.holdsTable = true;
          sayLayout(table.cell?.text ?? '');
          if (table.cell) table.cell.text = '';
        }
        flushText();
        open.push({ holdsTable: false, lastText: '', rows: [], row: undefined, cell: undefined });
      }
    } else if (table && name === 'tr') {
      closeRow(table);
      if (!closing) table.row = [];
    } else if (table && (name === 'td' || name === 'th')) {
      closeCell(table);
      if (!closing)
        table.cell = { text: '', colSpan: span(attributes, 'colspan'), rowSpan: span(attributes, 'rowspan') };
    } else if (breaksText.has(name)) {
      if (table) say('\v');
      else flushText();
      if (/^h[1-6]$/.test(name)) inHeading = !closing;
    }
  }
  say(source.slice(cursor));
  while (open.length > 0) closeTable();
  flushText();
  return { blocks };
}
