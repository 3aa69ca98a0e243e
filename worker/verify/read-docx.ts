// The texts of a Word document in reading order, whichever program saved it: runs joined, empty cells left out. A table is
// known by the headings above it, a column by the heading rows, a row by its first cell.
import type { Piece } from '#core/verification.ts';
import { scanXml } from './scan-xml.ts';

/** A heading of a column over several rows; longer is not ours, and must not grow with every row of a hostile table. */
const titleCharsMax = 200;
const columnsMax = 100;

export function piecesOfDocx(xml: string): Piece[] {
  const pieces: Piece[] = [];
  const headings = { chapter: '', section: '' };
  let text = '';
  let style = '';
  let inText = false;
  let tables = 0;
  let inHeadingRow = false;
  let columns: string[] = [];
  let row = '';
  let column = 0;
  let span = 1;
  let cell: string[] = [];

  const name = () => [headings.chapter, headings.section].filter(Boolean).join(' ');
  const endParagraph = () => {
    const said = text.trim();
    text = '';
    if (said === '') return;
    if (tables > 0) {
      cell.push(said);
      return;
    }
    if (/^(Heading)?1$/i.test(style)) Object.assign(headings, { chapter: said, section: '' });
    else if (/^(Heading)?2$/i.test(style)) headings.section = said;
    pieces.push({ table: name(), row: '', column: '', text: said });
  };
  const endCell = () => {
    const said = cell.join(' ');
    cell = [];
    if (said !== '') {
      if (inHeadingRow)
        for (let i = column; i < Math.min(column + span, columnsMax); i += 1)
          columns[i] = [columns[i], said].filter(Boolean).join(' ').slice(0, titleCharsMax);
      else if (column === 0) row = said;
      const heading = inHeadingRow || column === 0;
      pieces.push({
        table: name(),
        row: heading ? '' : row,
        column: heading ? '' : (columns[column] ?? ''),
        text: said,
      });
    }
    column += span;
    span = 1;
  };

  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'w:tbl') {
        tables += 1;
        if (tables === 1) columns = [];
      } else if (tag === 'w:tr') {
        inHeadingRow = false;
        column = 0;
        row = '';
      } else if (tag === 'w:p') style = '';
      else if (tag === 'w:pStyle') style = attribute('w:val');
      else if (tag === 'w:tblHeader') inHeadingRow = !/^(0|false|off)$/.test(attribute('w:val'));
      else if (tag === 'w:gridSpan') span = Math.min(columnsMax, Math.max(1, Number(attribute('w:val')) || 1));
      else if (tag === 'w:t') inText = true;
      else if (tag === 'w:tab' || tag === 'w:br') text += ' ';
    },
    close(tag) {
      if (tag === 'w:t') inText = false;
      else if (tag === 'w:p') endParagraph();
      else if (tag === 'w:tc' && tables === 1) endCell();
      else if (tag === 'w:tbl') tables -= 1;
    },
    text(said) {
      if (inText) text += said;
    },
  });
  return pieces;
}
