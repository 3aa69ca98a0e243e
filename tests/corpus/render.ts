// A report as files really come: clean HTML, Markdown and DOCX, and text as extractors leave it, from tidy to ruined.
import { applicantIds, groupIds, outcomeIds, requestRows, sectionTitles } from '#core/check/form.ts';
import type { ReportFormat } from '#core/check/read.ts';
import type { Writing } from './styles.ts';

/** What a cell shows; errors of form are planted here. */
export type Shown = Readonly<Record<string, string>>;

export interface Draft {
  readonly writing: Writing;
  readonly shown: Shown;
  readonly titles: readonly string[];
}

export const shownOf = (cells: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, String(value)]));

export const formTitles: readonly string[] = sectionTitles;

export type Row = readonly { readonly text: string; readonly colSpan?: number; readonly rowSpan?: number }[];
const c = (text: string, colSpan = 1, rowSpan = 1) => ({ text, colSpan, rowSpan });

function disclosureTable(shown: Shown): Row[] {
  const value = (id: string) => shown[id] ?? '';
  const three = (id: string) => ['made', 'repealed', 'valid'].map((column) => c(value(`A1.${id}.${column}`)));
  const one = (head: string, unit: string, rows: readonly (readonly [string, string])[]): Row[] => [
    [c(head, 4)],
    [c('信息内容'), c(unit, 3)],
    ...rows.map(([label, id]) => [c(label), c(value(id), 3)]),
  ];
  return [
    [c('第二十条第（一）项', 4)],
    [c('信息内容'), c('本年制发件数'), c('本年废止件数'), c('现行有效件数')],
    [c('规章'), ...three('rules')],
    [c('行政规范性文件'), ...three('norms')],
    ...one('第二十条第（五）项', '本年处理决定数量', [['行政许可', 'A5.licence.n']]),
    ...one('第二十条第（六）项', '本年处理决定数量', [
      ['行政处罚', 'A6.penalty.n'],
      ['行政强制', 'A6.coercion.n'],
    ]),
    ...one('第二十条第（八）项', '本年收费金额（单位：万元）', [['行政事业性收费', 'A8.fee.amount']]),
  ];
}

const groupOf: Record<string, readonly [string, number]> = {
  r3_3_1: ['（三）不予公开', 8],
  r3_4_1: ['（四）无法提供', 3],
  r3_5_1: ['（五）不予处理', 5],
  r3_6_1: ['（六）其他处理', 3],
};

function requestTable(shown: Shown): Row[] {
  const head: Row[] = [
    [c('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), c('申请人情况', 7)],
    [c('自然人', 1, 2), c('法人或其他组织', 5), c('总计', 1, 2)],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => c(text)),
  ];
  const rows = requestRows.map(({ id, label }) => {
    const data = applicantIds.map((column) => c(shown[`${id}.${column}`] ?? ''));
    const group = groupOf[id];
    const inGroup = /^r3_\d_/.test(id);
    return [
      ...(id === 'r3_1' ? [c('三、本年度办理结果', 1, 22)] : []),
      ...(group ? [c(group[0], 1, group[1])] : []),
      c(label, inGroup ? 1 : id.startsWith('r3') ? 2 : 3),
      ...data,
    ];
  });
  return [...head, ...rows];
}

function remedyTable(shown: Shown): Row[] {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    [c('行政复议', 5), c('行政诉讼', 10)],
    [...results.map((text) => c(text, 1, 2)), c('未经复议直接起诉', 5), c('复议后起诉', 5)],
    [...results, ...results].map((text) => c(text)),
    groupIds.flatMap((group) => outcomeIds.map((column) => c(shown[`${group}.${column}`] ?? ''))),
  ];
}

export type Piece =
  | { readonly lines: readonly string[]; readonly kind: 'title' | 'heading' | 'prose' }
  | { readonly table: Row[]; readonly kind: 'table' };

export function pieces({ writing, shown, titles }: Draft): Piece[] {
  const heading = (i: number): Piece => ({ kind: 'heading', lines: [titles[i] ?? ''] });
  const prose = (lines: readonly string[] | undefined): Piece => ({ kind: 'prose', lines: lines ?? [] });
  return [
    { kind: 'title', lines: writing.title },
    prose(writing.preamble),
    heading(0),
    prose(writing.one),
    heading(1),
    { kind: 'table', table: disclosureTable(shown) },
    heading(2),
    prose(writing.three),
    { kind: 'table', table: requestTable(shown) },
    heading(3),
    prose(writing.four),
    { kind: 'table', table: remedyTable(shown) },
    heading(4),
    prose(writing.five),
    heading(5),
    prose(writing.six),
  ];
}

const asText = (draft: Draft, table: (rows: Row[], index: number) => string): string => {
  let index = 0;
  return pieces(draft)
    .map((piece) =>
      piece.kind === 'table' ? table(piece.table, index++) : piece.lines.filter((line) => line !== '').join('\n'),
    )
    .filter((part) => part !== '')
    .join('\n');
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const html = (draft: Draft): string =>
  `<!doctype html><html><head><title>年报</title><style>td{border:1px solid}</style></head><body><div class="con">${pieces(
    draft,
  )
    .map((piece) =>
      piece.kind === 'table'
        ? `<table border="1"><tbody>${piece.table.map((row) => `<tr>${row.map(({ text, colSpan = 1, rowSpan = 1 }) => `<td${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}><p align=center><span>${escaped(text) || '&nbsp;'}</span></p></td>`).join('')}</tr>`).join('\n')}</tbody></table>`
        : piece.lines
            .map(
              (line) =>
                `<p style="text-indent:2em">&emsp;&emsp;${piece.kind === 'prose' ? escaped(line) : `<strong>${escaped(line)}</strong>`}</p>`,
            )
            .join('\n'),
    )
    .join('\n')}</div><script>var a = "<table>";</script></body></html>`;

const markdown = (draft: Draft): string =>
  pieces(draft)
    .map((piece) => {
      if (piece.kind !== 'table')
        return piece.lines
          .map((line) => (piece.kind === 'heading' ? `## ${line}` : piece.kind === 'title' ? `# ${line}` : line))
          .join('\n\n');
      const width = Math.max(...piece.table.map((row) => row.reduce((n, { colSpan = 1 }) => n + colSpan, 0)));
      const lines = piece.table.map((row) => {
        const cells = row.flatMap(({ text, colSpan = 1 }) => [text, ...Array.from({ length: colSpan - 1 }, () => '')]);
        return `| ${[...Array.from({ length: Math.max(0, width - cells.length) }, () => ''), ...cells].join(' | ')} |`;
      });
      return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n');
    })
    .join('\n\n');

const docx = (draft: Draft): string => {
  const p = (line: string, style = '') =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escaped(line.slice(0, 7))}</w:t></w:r><w:r><w:t>${escaped(line.slice(7))}</w:t></w:r></w:p>`;
  const table = (rows: Row[]) => {
    const open: { column: number; width: number; left: number }[] = [];
    const body = rows.map((row) => {
      const held = open.filter(({ left }) => left > 0).sort((a, b) => a.column - b.column);
      let column = 0;
      let xml = '';
      const fillHeld = () => {
        for (let next = held.find((h) => h.column === column); next; next = held.find((h) => h.column === column)) {
          xml += `<w:tc><w:tcPr><w:gridSpan w:val="${next.width}"/><w:vMerge/></w:tcPr><w:p/></w:tc>`;
          next.left--;
          column += next.width;
        }
      };
      for (const { text, colSpan = 1, rowSpan = 1 } of row) {
        fillHeld();
        xml += `<w:tc><w:tcPr>${colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : ''}${rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr>${p(text)}</w:tc>`;
        if (rowSpan > 1) open.push({ column, width: colSpan, left: rowSpan - 1 });
        column += colSpan;
      }
      fillHeld();
      return `<w:tr>${xml}</w:tr>`;
    });
    return `<w:tbl><w:tblPr/>${body.join('')}</w:tbl>`;
  };
  return `<?xml version="1.0"?><w:document><w:body>${pieces(draft)
    .map((piece) =>
      piece.kind === 'table'
        ? table(piece.table)
        : piece.lines.map((line) => p(line, piece.kind === 'heading' ? 'Heading1' : '')).join(''),
    )
    .join('')}</w:body></w:document>`;
};

const values = (row: Row) => row.map(({ text }) => text);
const isData = (row: Row) => row.some(({ text }) => /^[-\d./—]+$/.test(text));
const fullWidth = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

/** Prose cut at a fixed width, as from a PDF. */
const wrapped = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) =>
      /^[^\t|]{60,}$/.test(line) ? (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [line]) : [line],
    )
    .join('\n');

export interface Layout {
  readonly format: ReportFormat;
  readonly write: (draft: Draft) => string;
}

const text = (
  table: (rows: Row[], index: number) => string,
  after: (all: string) => string = (all) => all,
): Layout => ({
  format: 'text',
  write: (draft) => after(asText(draft, table)),
});

export const layouts = {
  html: { format: 'html', write: html },
  markdown: { format: 'markdown', write: markdown },
  docx: { format: 'docx', write: docx },
  /** Cells by tabs, a row a line. */
  tabs: text((rows) => rows.map((row) => values(row).join('\t')).join('\n')),
  /** As web readers leave it: `cell | cell |`, merged labels gone. */
  pipes: text((rows) => rows.map((row) => `${values(row).join(' | ')} |`).join('\n')),
  /** One cell a line. */
  cells: text((rows) =>
    rows
      .map((row) =>
        values(row)
          .map((cell) => cell || '')
          .filter((cell) => cell !== '')
          .join('\n'),
      )
      .join('\n'),
  ),
  /** One cell a line with its border left. */
  cellPipes: text((rows) =>
    rows
      .map((row) =>
        values(row)
          .map((cell) => (cell === '' ? '|' : `${cell} |`))
          .join('\n'),
      )
      .join('\n'),
  ),
  /** From a PDF: blanks between cells, page numbers in between, sentences cut. */
  pdf: text(
    (rows) => rows.map((row, i) => `${values(row).join('  ')}${i % 11 === 9 ? '\n— 3 —' : ''}`).join('\n'),
    (all) => wrapped(all, 34),
  ),
  /** No borders at all: 规章000. */
  fused: text((rows) => rows.map((row) => values(row).join('')).join('\n')),
  /** Full-width figures, blanks inside words. */
  wide: text(
    (rows) => rows.map((row) => fullWidth(values(row).join('　'))).join('\n'),
    (all) => all.replaceAll('政府信息公开申请', '政府信 息公开申请'),
  ),
  /** Labels first, then all figures, row by row. */
  labelsFirst: text((rows, index) =>
    index === 2
      ? rows.map((row) => values(row).join(' ')).join('\n')
      : [
          ...rows.map((row) =>
            values(row)
              .filter((cell) => !/^[\d.]+$/.test(cell))
              .join(' '),
          ),
          ...rows.filter(isData).map((row) =>
            values(row)
              .filter((cell) => /^[\d.]+$/.test(cell))
              .join(' '),
          ),
        ].join('\n'),
  ),
  /** From a PDF: a label in two lines, the figures behind the first. */
  torn: text((rows) =>
    rows
      .map((row) => {
        const label = values(row)
          .filter((cell) => /[\u4e00-\u9fff]/.test(cell))
          .join(' ');
        const figures = values(row)
          .filter((cell) => !/[\u4e00-\u9fff]/.test(cell))
          .join(' ');
        return figures === '' || label.length < 12
          ? `${label} ${figures}`
          : `${label.slice(0, -4)} ${figures}\n${label.slice(-4)}`;
      })
      .join('\n'),
  ),
  /** Everything in one line. */
  oneLine: text(
    (rows) => rows.map((row) => values(row).join(' ')).join(' '),
    (all) => all.replaceAll('\n', ' '),
  ),
} satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;
