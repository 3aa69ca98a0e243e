// The check of a whole annual report (年报校核): read, recover, apply every rule, say what was found. It changes nothing,
// throws on no input, and the public contract is the shape it returns.
import type { Lang } from '../lang.ts';
import type { Claim } from './claims.ts';
import type { Place, ReportDocument } from './document.ts';
import { condense } from './fold.ts';
import { type ReportScope, readNarrative } from './narrative.ts';
import { type ReportFormat, readDocument } from './read.ts';
import { recoverTables, type Tables } from './recover-tables.ts';
import { type Found, type Report, type Rule, type Severity, severities } from './rule.ts';
import { rules } from './rules/all.ts';
import { checkText } from './text.ts';

export interface ReportSource {
  readonly text: string;
  readonly format?: ReportFormat;
}

export interface CheckOptions {
  readonly lastYear?: ReportSource | ReportDocument | string;
  /** All organs an aggregate report adds up (rule B9). */
  readonly organs?: readonly (ReportSource | ReportDocument | string)[];
  readonly scope?: ReportScope;
  readonly year?: number;
  readonly lang?: Lang;
}

export interface Finding {
  readonly severity: Severity;
  readonly rule: string;
  readonly quote: string;
  readonly message: string;
  readonly repairs?: readonly string[];
  readonly place: Place | null;
}

export interface NarrativeSummary {
  readonly title: string | null;
  readonly year: number | null;
  readonly scope: ReportScope;
  readonly sections: readonly { readonly number: number; readonly title: string; readonly place: Place }[];
  readonly parts: readonly { readonly name: string; readonly place: Place }[];
  readonly claims: readonly Pick<Claim, 'kind' | 'value' | 'quote' | 'place'>[];
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly tables: Tables;
  readonly narrative: NarrativeSummary;
}

/** A report is far smaller; more is cut off, so that no file can hold the page up. */
export const reportCharsMax = 3_000_000;

type Readable = ReportSource | ReportDocument | string;

function documentOf(source: Readable): ReportDocument {
  if (typeof source === 'string') return readDocument(source.slice(0, reportCharsMax));
  if ('blocks' in source) return source;
  return readDocument(source.text.slice(0, reportCharsMax), source.format);
}

function understand(source: Readable, given: { year?: number; scope?: ReportScope } = {}): Report {
  const document = documentOf(source);
  return { document, tables: recoverTables(document), narrative: readNarrative(document, given) };
}

/** Checks a report. `source` is its text (the format is guessed unless given) or a document already read. */
export function checkReport(source: Readable, options: CheckOptions = {}): CheckResult {
  const { lastYear, organs, scope, year, lang = 'zh-CN' } = options;
  const report = understand(source, {
    ...(year === undefined ? {} : { year }),
    ...(scope === undefined ? {} : { scope }),
  });
  const compared = {
    ...(lastYear === undefined ? {} : { lastYear: understand(lastYear) }),
    ...(organs === undefined ? {} : { organs: organs.map((organ) => understand(organ)) }),
  };
  const met = (rule: Rule) =>
    rule.needs.every((need) =>
      need === 'last-year'
        ? compared.lastYear !== undefined
        : need === 'organs'
          ? compared.organs !== undefined
          : report.tables.found[need],
    );
  const findings = rules
    .filter(met)
    .flatMap((rule) => rule.check(report, compared).map((found) => said(rule, found, report.document, lang)));
  return {
    findings: withoutRepeats(findings).sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
    tables: report.tables,
    narrative: summary(report),
  };
}

/** The author's own characters, where the quote is a stretch of them. */
function quoted({ quote, place }: Found, document: ReportDocument): string {
  const block = place && place.row === undefined ? document.blocks[place.block] : undefined;
  if (!place || !block || block.kind === 'table') return quote;
  const original = block.text.slice(place.start, place.end);
  return condense(original).text === quote ? original : quote;
}

const said = (rule: Rule, found: Found, document: ReportDocument, lang: Lang): Finding => {
  const { severity, message, repairs, place } = found;
  return {
    severity,
    rule: rule.id,
    quote: quoted(found, document),
    message: checkText(lang, message.key, message.values),
    ...(repairs && repairs.length > 0
      ? { repairs: repairs.map(({ key, values }) => checkText(lang, key, values)) }
      : {}),
    place,
  };
};

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, quote, message }) => {
    const key = JSON.stringify([rule, quote, message]);
    return !seen.has(key) && seen.add(key);
  });
}

const summary = ({ narrative }: Report): NarrativeSummary => ({
  title: narrative.title?.text ?? null,
  year: narrative.year ?? null,
  scope: narrative.scope,
  sections: narrative.sections.map(({ number, title, place }) => ({ number, title, place })),
  parts: narrative.parts.map(({ name, place }) => ({ name, place })),
  claims: narrative.claims.map(({ kind, value, quote, place }) => ({ kind, value, quote, place })),
});
