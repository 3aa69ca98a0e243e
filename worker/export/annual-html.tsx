// The annual report as a web page that stands alone: real headings, real tables with their merged cells, nothing to fetch.
// Made for the portal's editor, who pastes it, and for readers who hear it instead of seeing it.
import { renderToString } from 'preact-render-to-string';
import type { ComposedBlock } from '#core/statutory/compose.ts';
import type { GridCell } from '#core/statutory/form.ts';
import type { AnnualFile } from './annual-docx.ts';

/** Nothing in it needs escaping. */
const css = `
body{margin:0 auto;padding:1.5em 1em;max-width:60em;line-height:1.9;color:#000;background:#fff;font-family:FangSong,STFangsong,serif;font-size:1.125rem}
h1,.sign,.draft{text-align:center}
h1{font-family:SimSun,STSong,serif;line-height:1.5}
h1 span{display:block}
h2{font-family:SimHei,STHeiti,sans-serif;font-size:1.2em}
h3{font-family:KaiTi,STKaiti,serif;font-size:1.1em}
p{text-indent:2em;margin:0 0 .6em;overflow-wrap:anywhere}
.box{overflow-x:auto}
table{border-collapse:collapse;table-layout:fixed;width:100%;min-width:46em;font-family:SimSun,STSong,serif;font-size:.875rem;line-height:1.4}
th,td{border:1px solid #000;padding:.3em .4em;font-weight:normal;text-align:center}
th.label{text-align:left}
.sign{text-align:right;padding-right:4em;text-indent:0}
@media print{body{max-width:none;padding:0}tr{break-inside:avoid}}
`;

export function annualHtml(file: AnnualFile): string {
  const { report, draft } = file;
  const page = (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{draft ? `${report.title}${draft}` : report.title}</title>
        <style>{css}</style>
      </head>
      <body>
        <main>{report.blocks.map((block, i) => printed(block, file, report.blocks[i - 1]))}</main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

function printed(block: ComposedBlock, { report, draft, blank }: AnnualFile, before: ComposedBlock | undefined) {
  switch (block.kind) {
    case 'title':
      return (
        <>
          <h1>
            <span>{report.organ}</span>
            <span>{report.title.slice(report.organ.length)}</span>
          </h1>
          {draft && <p class="draft">{draft}</p>}
        </>
      );
    case 'section':
      return <h2>{block.text}</h2>;
    case 'part':
      return <h3>{block.text}</h3>;
    case 'table': {
      const { grid, headingRows, widths } = block.table;
      const whole = widths.reduce((sum, mm) => sum + mm, 0);
      const title = before && before.kind !== 'table' ? before.text : report.title;
      const rows = (from: number, to: number) =>
        grid.slice(from, to).map((row) => <tr>{row.map((cell) => printedCell(cell, block.texts, blank))}</tr>);
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        <section class="box" tabIndex={0} aria-label={title}>
          <table>
            <colgroup>
              {widths.map((mm) => (
                <col style={`width:${((100 * mm) / whole).toFixed(2)}%`} />
              ))}
            </colgroup>
            {headingRows > 0 && <thead>{rows(0, headingRows)}</thead>}
            <tbody>{rows(headingRows, grid.length)}</tbody>
          </table>
        </section>
      );
    }
    case 'paragraph':
      return <p>{block.text}</p>;
    default:
      return <p class="sign">{block.text}</p>;
  }
}

function printedCell(
  { kind, text, cell, columns, rows }: GridCell,
  texts: Readonly<Record<string, string>>,
  blank: string,
) {
  const spans = { ...(columns > 1 ? { colSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) };
  if (kind === 'figure') return <td {...spans}>{(cell && texts[cell]) || blank}</td>;
  if (kind === 'heading')
    return (
      <th scope={columns > 1 ? 'colgroup' : 'col'} {...spans}>
        {text}
      </th>
    );
  return (
    <th scope={rows > 1 ? 'rowgroup' : 'row'} class="label" {...spans}>
      {text}
    </th>
  );
}
