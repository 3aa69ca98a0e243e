// Precision and recall per rule over built cases. A planted rule counts as found only when something is said of it that
// is more than "cannot verify", unless the file is ruined. Hints of low severity count against precision like the rest.
import { checkReport, type Finding } from '#core/check/check-report.ts';
import type { Built } from './build.ts';

export interface RuleScore {
  readonly rule: string;
  planted: number;
  found: number;
  /** Findings in reports where neither this rule nor a cause of it was planted. */
  falseAlarms: number;
  falseHigh: number;
}

export interface Score {
  readonly rules: readonly RuleScore[];
  readonly misses: readonly string[];
  readonly alarms: readonly string[];
  readonly highOnClean: readonly string[];
}

const describe = (finding: Finding): string =>
  `${finding.severity} ${finding.rule} «${finding.quote.slice(0, 50)}» ${finding.message}`;

export function scoreOf(cases: readonly Built[]): Score {
  const rules = new Map<string, RuleScore>();
  const ruleOf = (rule: string): RuleScore => {
    const score = rules.get(rule) ?? { rule, planted: 0, found: 0, falseAlarms: 0, falseHigh: 0 };
    rules.set(rule, score);
    return score;
  };
  const misses: string[] = [];
  const alarms: string[] = [];
  const highOnClean: string[] = [];
  for (const each of cases) {
    const { findings } = checkReport({ text: each.text, format: each.format }, each.options);
    const said = findings.filter(({ severity }) => severity !== 'unverifiable');
    for (const rule of each.planted) {
      ruleOf(rule).planted++;
      if ((each.ruined ? findings : said).some((finding) => finding.rule === rule)) ruleOf(rule).found++;
      else misses.push(`${each.name}: ${rule}`);
    }
    for (const finding of said) {
      if (each.planted.includes(finding.rule) || each.also.includes(finding.rule)) continue;
      ruleOf(finding.rule).falseAlarms++;
      if (finding.severity === 'high') ruleOf(finding.rule).falseHigh++;
      alarms.push(`${each.name}: ${describe(finding)}`);
      if (finding.severity === 'high' && each.planted.length === 0)
        highOnClean.push(`${each.name}: ${describe(finding)}`);
    }
  }
  return { rules: [...rules.values()].sort((a, b) => a.rule.localeCompare(b.rule)), misses, alarms, highOnClean };
}

export const recallOf = (scores: readonly RuleScore[], which: (rule: string) => boolean): number => {
  const chosen = scores.filter(({ rule }) => which(rule));
  const planted = chosen.reduce((n, score) => n + score.planted, 0);
  return planted === 0 ? 1 : chosen.reduce((n, score) => n + score.found, 0) / planted;
};

/** Sums, cells, cross-table and cross-year, and figures of the text against tables. */
export const isNumeric = (rule: string): boolean => /^[ABC]\d|^X[1-4]$/.test(rule);
