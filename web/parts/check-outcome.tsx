// What a check found, built in the browser: how much of the report was read, each finding with its place and repairs, and
// the tables as they were recovered. Findings and cells point at each other by number, so that colour says nothing alone.
import type { CheckResult, Finding } from '#core/check/check-report.ts';
import { disclosureCellIds, remedyCellIds, requestCellIds, type Tables } from '#core/check/recover-tables.ts';
import { severities } from '#core/check/rule.ts';
import { fill } from '#core/lang.ts';
import type { Words } from '#core/text.ts';
import { CheckTables } from './check-tables.tsx';

export interface Outcome {
  /** The file's name, or that it was pasted. */
  readonly name: string;
  readonly result: CheckResult;
  readonly lastYear: { readonly name: string; readonly tables: Tables } | null;
  readonly organs: number;
}

export interface CheckProps extends Outcome {
  readonly words: Words['checking'];
}

export function CheckOutcome(props: CheckProps & { onPrint: () => void; onCopy: () => void; copied: boolean }) {
  const { words: w, name, result, onPrint, onCopy, copied } = props;
  const { findings } = result;
  return (
    <>
      <h2 id="outcome-title">{fill(w.outcome, { name })}</h2>
      <p class="counts" role="status">
        {tallyLine(props) || w.clean}
      </p>
      {!looksLikeReport(result) && <p class="alarm">{w.noReport}</p>}
      <p class="ways screen">
        <button type="button" class="plain" onClick={onPrint}>
          {w.print}
        </button>
        <button type="button" class="plain" onClick={onCopy}>
          {copied ? w.copied : w.copy}
        </button>
      </p>
      <WhatWasRead {...props} />
      <h3>{w.findings}</h3>
      <p class="quiet">{findings.length === 0 ? w.cleanBody : w.findingsLead}</p>
      <ol class="findings">
        {findings.map((finding, i) => (
          <FindingItem
            key={finding.rule + finding.message + finding.quote}
            words={w}
            finding={finding}
            number={i + 1}
          />
        ))}
      </ol>
      <CheckTables {...props} />
    </>
  );
}

/** 错误 2 · 疑点 1; empty when there is nothing. */
export const tallyLine = ({ words, result }: Pick<CheckProps, 'words' | 'result'>): string =>
  severities
    .map((severity) => ({ severity, n: result.findings.filter((each) => each.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => fill(words.count, { severity: words.severity[severity], n }))
    .join(' · ');

const looksLikeReport = ({ tables, narrative }: CheckResult): boolean =>
  Object.values(tables.found).some(Boolean) || narrative.sections.length > 1;

export function ruleName(words: Words['checking'], id: string): string {
  const names: Readonly<Record<string, string>> = words.rule;
  return names[id] ?? id;
}

function FindingItem({ words: w, finding, number }: { words: CheckProps['words']; finding: Finding; number: number }) {
  const { severity, rule, message, quote, repairs = [] } = finding;
  return (
    <li id={`finding-${number}`} class={`finding ${severity}`}>
      <p>
        <b class="grade">{w.severity[severity]}</b> <b>{ruleName(w, rule)}</b> <span class="quiet">{rule}</span>
      </p>
      <p>{message}</p>
      {quote !== '' && (
        <blockquote>
          <span class="quiet">{w.quote}</span> {quote}
        </blockquote>
      )}
      {repairs.length > 0 && (
        <div>
          <span class="quiet">{repairs.length > 1 ? w.repairs : w.repair}</span>
          <ul>
            {repairs.map((repair) => (
              <li key={repair}>{repair}</li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

const cellIds = { A: disclosureCellIds, B: requestCellIds, C: remedyCellIds } as const;
type TableId = keyof typeof cellIds;

/** How many cells of a table stand in the file, readable or left empty by its author. */
export function cellsRead({ cells }: Tables, table: TableId): { readonly n: number; readonly of: number } {
  const ids = cellIds[table];
  const there = ids.filter((id) => !['missing', 'unreadable', undefined].includes(cells[id]?.state));
  return { n: there.length, of: ids.length };
}

/** What was read, as pairs of what and how much: on the page and in the copied text alike. */
export function readingLines({ words: w, result, lastYear, organs }: CheckProps): (readonly [string, string])[] {
  const { tables, narrative } = result;
  const mended = Object.values(tables.cells).filter((cell) => cell.mended).length;
  const table = (from: Tables, id: TableId) =>
    from.found[id] ? fill(w.read.cells, cellsRead(from, id)) : w.read.notFound;
  return [
    [w.read.title, narrative.title ?? w.read.notFound],
    [w.read.year, narrative.year === null ? w.read.notFound : String(narrative.year)],
    [w.read.scope, w.scope[narrative.scope]],
    [w.read.form, w.read.forms[tables.form]],
    [w.read.sections, fill(w.read.ofSix, { n: new Set(narrative.sections.map(({ number }) => number)).size })],
    ...(['A', 'B', 'C'] as const).map((id) => [w.read.table[id], table(tables, id)] as const),
    [w.read.claims, fill(w.read.places, { n: narrative.claims.length })],
    ...(mended > 0 ? [[w.read.mended, fill(w.read.mendedCells, { n: mended })] as const] : []),
    ...(lastYear ? [[w.read.lastYear, `${lastYear.name} · ${table(lastYear.tables, 'B')}`] as const] : []),
    ...(organs > 0 ? [[w.read.organs, fill(w.read.files, { n: organs })] as const] : []),
  ];
}

const WhatWasRead = (props: CheckProps) => (
  <>
    <h3>{props.words.read.heading}</h3>
    <dl class="reading">
      {readingLines(props).map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  </>
);
