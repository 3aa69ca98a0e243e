// More manners in which a report reaches the check: pages of content systems, word processors with all they leave behind,
// converters to Markdown, PDF extractors and OCR. Written without a look at how any of them is read.
import type { Draft, Layout, Piece } from './render.ts';
import { escaped, grid, isFigure, padded, plain, type Table, values, wide, written } from './written.ts';

const spanDigits = (text: string) =>
  escaped(text).replace(/\d/g, (digit) => `<span lang="EN-US" style="font-size:10.5pt">${digit}</span>`);

const cms = (draft: Draft): string =>
  `<html><head><meta charset="gb2312"><title>${draft.writing.title.join('')}_某县人民政府</title></head><body>
<table width=1000 align=center><tr><td><a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></td><td>今天是2026年3月1日</td></tr></table>
<table width=1000 align=center><TR><TD class=bt_content><div id=zoom>${written(
    draft,
    (rows) =>
      `<TABLE border=1 cellSpacing=0>${rows
        .map(
          (row) =>
            `<TR>${row
              .map(
                ({ text, colSpan = 1, rowSpan = 1 }) =>
                  `<TD colSpan=${colSpan} rowSpan=${rowSpan}><P class=MsoNormal><SPAN>${spanDigits(text)}<o:p></o:p></SPAN></P>`,
              )
              .join('')}`,
        )
        .join('')}</TABLE>`,
    (text) => `<P style="TEXT-INDENT: 32pt"><SPAN>&nbsp;&nbsp;${spanDigits(text)}</SPAN></P>`,
  )}</div></TD></TR></table><table><tr><td>主办：某县人民政府办公室</td><td>ICP备12345678号</td></tr></table></body></html>`;

/** A page of divisions: the editor made the tables with th, thead and a caption; blanks are entities. */
const modernHtml = (draft: Draft): string =>
  `<!DOCTYPE html><html lang="zh"><body><nav><ul><li>首页</li><li>政府信息公开年报</li></ul></nav><article>${written(
    draft,
    (rows) =>
      `<figure><table><thead><tr>${rows[0]?.map(({ text, colSpan = 1, rowSpan = 1 }) => `<th colspan="${colSpan}" rowspan="${rowSpan}">${escaped(text)}</th>`).join('')}</tr></thead><tbody>${rows
        .slice(1)
        .map(
          (row) =>
            `<tr>${row
              .map(
                ({ text, colSpan = 1, rowSpan = 1 }) =>
                  `<t${isFigure(text) ? 'd' : 'h'} colspan='${colSpan}' rowspan='${rowSpan}'>&#160;${escaped(text).replace(/\d/g, (digit) => `&#x3${digit};`)}&ensp;<br></t${isFigure(text) ? 'd' : 'h'}>`,
              )
              .join('')}</tr>`,
        )
        .join('')}</tbody></table></figure>`,
    (text, kind) => (kind === 'heading' ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`),
  )}</article><footer><p>分享到：</p><p>浏览次数：1024</p></footer></body></html>`;

/** Word as it is after two years of editing: control fields, tracked changes, split runs, notes, a table in a table. */
const wornDocx =
  (nested: boolean) =>
  (draft: Draft): string => {
    let id = 1;
    const runs = (text: string) =>
      [...escaped(text).matchAll(/&[a-z]+;|./gu)]
        .map(([char]) => `<w:r w:rsidR="00A1"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${char}</w:t></w:r>`)
        .join('<w:proofErr w:type="spellStart"/>');
    const p = (text: string) =>
      `<w:p><w:pPr><w:rPr/></w:pPr><w:bookmarkStart w:id="${id++}" w:name="_x"/><w:ins w:id="${id++}" w:author="a">${runs(text.slice(0, 3))}</w:ins><w:del w:id="${id++}" w:author="a"><w:r><w:delText>99</w:delText></w:r></w:del>${runs(text.slice(3))}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE \\* 12</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const table: Table = (rows) => {
      const held = new Map<number, { width: number; left: number }>();
      const lines = rows.map((row) => {
        let column = 0;
        let xml = '';
        const fill = () => {
          for (let above = held.get(column); above && above.left > 0; above = held.get(column)) {
            above.left--;
            xml += `<w:tc><w:tcPr><w:tcW w:w="0"/><w:gridSpan w:val="${above.width}"/><w:vMerge w:val="continue"/></w:tcPr><w:p/></w:tc>`;
            column += above.width;
          }
        };
        for (const { text, colSpan = 1, rowSpan = 1 } of row) {
          fill();
          const cell = `<w:tc><w:tcPr><w:tcW w:w="900"/>${colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : ''}${rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr>${p(text)}</w:tc>`;
          xml += isFigure(text) ? `<w:sdt><w:sdtPr/><w:sdtContent>${cell}</w:sdtContent></w:sdt>` : cell;
          if (rowSpan > 1) held.set(column, { width: colSpan, left: rowSpan - 1 });
          column += colSpan;
        }
        fill();
        return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${xml}</w:tr>`;
      });
      const inner = `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join('')}</w:tbl>`;
      return nested ? `<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>${inner}<w:p/></w:tc></w:tr></w:tbl>` : inner;
    };
    return `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${written(draft, table, p, '')}<w:sectPr/></w:body></w:document>`;
  };

const gridTable: Table = (rows) => {
  const cells = grid(rows, false);
  const widths = (cells[0] ?? []).map((_, x) => Math.max(3, ...cells.map((row) => Math.min(14, wide(row[x] ?? '')))));
  const rule = (mark: string) => `+${widths.map((width) => mark.repeat(width + 2)).join('+')}+`;
  const lines = (row: readonly string[]) => {
    const parts = row.map((text) => text.match(/.{1,7}/gu) ?? ['']);
    const height = Math.max(...parts.map((part) => part.length));
    return Array.from(
      { length: height },
      (_, y) => `|${parts.map((part, x) => ` ${padded(part[y] ?? '', widths[x] ?? 3)} `).join('|')}|`,
    );
  };
  return [rule('-'), ...cells.flatMap((row, i) => [...lines(row), rule(i === 0 ? '=' : '-')])].join('\n');
};

/** pandoc's simple table: columns by their place alone. */
const simpleTable: Table = (rows) => {
  const cells = grid(rows, false);
  const widths = (cells[0] ?? []).map((_, x) => Math.max(2, ...cells.map((row) => wide(row[x] ?? ''))));
  const rule = `  ${widths.map((width) => '-'.repeat(width)).join(' ')}`;
  return [
    rule,
    ...cells.map(
      (row) =>
        `  ${row
          .map((text, x) => padded(text, widths[x] ?? 2))
          .join(' ')
          .trimEnd()}`,
    ),
    rule,
  ].join('\n');
};

const pipeRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const headed = (line: (text: string, kind: Piece['kind']) => string) => line;
const withMarks = headed((text, kind) => (kind === 'heading' ? `**${text}**` : kind === 'title' ? `# ${text}` : text));

const layoutPdf: Table = (rows) =>
  rows
    .map((row, i) => {
      const figures = values(row).filter(isFigure);
      const labels = values(row).filter((text) => !isFigure(text));
      const label = labels.join('   ');
      if (figures.length === 0) return `        ${label}`;
      const inLine = figures.map((figure) => figure.padStart(8)).join('');
      // A long label stands in two lines with the figures between them.
      const cut = Math.ceil(label.length / 2);
      const line =
        label.length < 14
          ? `      ${padded(label, 44)}${inLine}`
          : `      ${label.slice(0, cut)}\n${' '.repeat(50)}${inLine}\n      ${label.slice(cut)}`;
      return i === 12 ? `${line}\n\n                                   — 5 —\n\f` : line;
    })
    .join('\n');

/** Text boxes read one after the other: all of a column before the next. */
const byColumns: Table = (rows, index) => {
  if (index === 2) return rows.map((row) => values(row).join('\n')).join('\n');
  const data = rows.filter((row) => row.some(({ text }) => isFigure(text)));
  const labels = rows.flatMap((row) => values(row).filter((text) => !isFigure(text)));
  const figures = data.map((row) => values(row).filter(isFigure));
  const width = Math.max(...figures.map((row) => row.length));
  return [
    ...labels,
    ...Array.from({ length: width }, (_, x) => figures.flatMap((row) => row[x] ?? []).join('\n')),
  ].join('\n');
};

const ocr = (text: string): string =>
  text.replace(/(?<=[\t ])0(?=[\t \n])/g, (_, at: number) => (at % 7 === 0 ? 'O' : at % 11 === 0 ? '〇' : '0'));

export const manners = {
  cms: { format: 'html', write: cms },
  modernHtml: { format: 'html', write: modernHtml },
  wornDocx: { format: 'docx', write: wornDocx(false) },
  nestedDocx: { format: 'docx', write: wornDocx(true) },
  gridTables: { format: 'markdown', write: (draft) => written(draft, gridTable, withMarks, '\n\n') },
  simpleTables: { format: 'markdown', write: (draft) => written(draft, simpleTable, withMarks, '\n\n') },
  /** Merged cells said in every cell they cover. */
  repeatedPipes: {
    format: 'markdown',
    write: (draft) =>
      written(
        draft,
        (rows) => {
          const [head = [], ...rest] = grid(rows, true).map((row) => row.map((text) => text || ' '));
          return [pipeRow(head), pipeRow(head.map(() => ':---:')), ...rest.map(pipeRow)].join('\n');
        },
        withMarks,
        '\n\n',
      ),
  },
  /** html2text: no pipes at the ends, the rule after the first row. */
  openPipes: {
    format: 'markdown',
    write: (draft) =>
      written(
        draft,
        (rows) =>
          rows
            .map((row, i) => `${values(row).join('| ')}  ${i === 0 ? `\n${row.map(() => '---').join('|')}  ` : ''}`)
            .join('\n'),
        (text, kind) => (kind === 'heading' ? `**${text}**  ` : `    ${text}`),
        '\n\n',
      ),
  },
  /** Read over a spreadsheet: empty cells are NaN, figures have a point. */
  frames: {
    format: 'markdown',
    write: (draft) =>
      written(
        draft,
        (rows) => {
          const [head = [], ...rest] = grid(rows, false).map((row) => row.map((text) => (text === '' ? 'NaN' : text)));
          return [
            pipeRow(head.map((text, x) => (text === 'NaN' ? `Unnamed: ${x}` : text))),
            pipeRow(head.map(() => '---')),
            ...rest.map((row) => pipeRow(row.map((text) => (/^\d+$/.test(text) ? `${text}.0` : text)))),
          ].join('\n');
        },
        withMarks,
        '\n\n',
      ),
  },
  layoutPdf: plain(layoutPdf, (text) =>
    text
      .split('\n')
      .flatMap((line) => (line.length > 60 && !/ {5}/.test(line) ? (line.match(/.{1,38}/gu) ?? []) : [line]))
      .map((line) => `    ${line}`)
      .join('\n'),
  ),
  byColumns: plain(byColumns),
  /** Quoted and separated by commas. */
  commas: plain((rows) =>
    grid(rows, false)
      .map((row) => row.map((text) => (/[,"]/.test(text) ? `"${text}"` : text)).join(','))
      .join('\n'),
  ),
  /** Only the figures are left, in a line of their own per table. */
  figuresOnly: plain((rows) => rows.flatMap((row) => values(row).filter(isFigure)).join(' ')),
  /** The row of heads is lost. */
  headless: plain((rows) =>
    rows
      .filter((row) => row.some(({ text }) => isFigure(text)))
      .map((row) => values(row).join('\t'))
      .join('\n'),
  ),
  /** Labels cut by blanks, each figure in a line with its row. */
  spaced: plain((rows) =>
    rows
      .map((row) =>
        values(row)
          .map((text) => text.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, ' '))
          .join('   '),
      )
      .join('\n'),
  ),
  ocr: plain((rows) => rows.map((row) => `${values(row).join('\t')}\t`).join('\n'), ocr),
  /** The last column ran off the page. */
  lastLost: plain((rows, index) =>
    rows.map((row) => (index === 1 && row.length > 6 ? values(row).slice(0, -1) : values(row)).join('\t')).join('\n'),
  ),
  pictures: {
    format: 'html',
    write: (draft) =>
      `<html><body>${written(
        draft,
        (_, index) => `<p align="center"><img src="W020240118_${index}.png" width="600"></p>`,
        (text) => `<p>${escaped(text)}</p>`,
      )}</body></html>`,
  },
  /** Units and separators in the cells. */
  units: plain((rows) =>
    rows
      .map((row) =>
        values(row)
          .map((text) => (/^\d+$/.test(text) ? `${Number(text).toLocaleString('en')}件` : text))
          .join(' | '),
      )
      .join('\n'),
  ),
} satisfies Record<string, Layout>;

export type MannerName = keyof typeof manners;
