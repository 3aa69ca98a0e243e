// The text of word/document.xml (unzipping is the caller's): paragraphs, tables, gridSpan and vMerge. A cell continued
// by vMerge is left out of its row, as HTML does with rowspan, so both read alike. Deleted text is not read.

import { fromEntities } from '../xml-entities.ts';
import { type Block, cellOf, opensSection, type ReportDocument, type TableCell } from './document.ts';
import { withoutInvisible } from './fold.ts';

interface OpenTable {
  rows: TableCell[][];
  row: TableCell[];
  text: string;
  colSpan: number;
  continued: boolean;
  nested: number;
}

/** What Word writes a second time: the old place of moved words, and a text box for older programs. */
const saidElsewhere = /<(w:moveFrom|mc:Fallback)(?:\s[^<>]{0,1000})?(?<!\/)>[\s\S]*?(?:<\/\1>|$)/g;

export function readDocx(documentXml: string): ReportDocument {
  const blocks: Block[] = [];
  const xml = withoutInvisible(documentXml).replace(saidElsewhere, '');
  let table: OpenTable | undefined;
  let paragraph = '';
  let isHeading = false;
  let inText = false;
  let cursor = 0;

  const endParagraph = () => {
    const text = paragraph.trim();
    paragraph = '';
    if (table) table.text += text === '' ? '' : `${table.text === '' ? '' : ' '}${text}`;
    else if (text !== '') blocks.push({ kind: isHeading || opensSection(text) ? 'heading' : 'paragraph', text });
    isHeading = false;
  };

  for (const found of xml.matchAll(/<(\/?)(w:[A-Za-z]{1,40})(?![A-Za-z])([^<>]{0,4000}?)(\/?)>/g)) {
    if (inText) paragraph += fromEntities(xml.slice(cursor, found.index));
    cursor = found.index + found[0].length;
    const [, closing = '', name = '', attributes = '', selfClosing = ''] = found;
    const opens = closing === '' && selfClosing === '';
    inText = name === 'w:t' && opens;
    if (name === 'w:tab' && closing === '' && !/w:pos=/.test(attributes)) paragraph += '\t';
    else if (name === 'w:br' && closing === '') paragraph += ' ';
    else if (name === 'w:p' && !opens) endParagraph();
    else if (name === 'w:pStyle') isHeading = /w:val="(?:Heading|标题|[1-6]")/.test(attributes);
    else if (name === 'w:tbl' && opens) {
      if (table) table.nested++;
      else table = { rows: [], row: [], text: '', colSpan: 1, continued: false, nested: 0 };
    } else if (table && name === 'w:tbl' && closing) {
      if (table.nested > 0) table.nested--;
      else {
        blocks.push({ kind: 'table', rows: table.rows });
        table = undefined;
      }
    } else if (table && table.nested === 0) {
      if (name === 'w:tr' && opens) table.row = [];
      else if (name === 'w:tr' && closing) table.rows.push(table.row);
      else if (name === 'w:tc' && opens) Object.assign(table, { text: '', colSpan: 1, continued: false });
      else if (name === 'w:tc' && closing) {
        if (!table.continued) table.row.push(cellOf(table.text, table.colSpan));
      } else if (name === 'w:gridSpan') table.colSpan = Number(/w:val="(\d{1,3})"/.exec(attributes)?.[1] ?? 1);
      else if (name === 'w:vMerge') table.continued = !/w:val="restart"/.test(attributes);
    }
  }
  if (table) blocks.push({ kind: 'table', rows: table.rows });
  return { blocks };
}
