// C4, C5, C6: reviews and lawsuits, within table 四, against section 五 and against the narrative.

import type { Claim } from '../claims.ts';
import { cellLabel } from '../form.ts';
import { remedyCellIds } from '../recover-tables.ts';
import type { Found, Report, Rule } from '../rule.ts';
import { cellQuote, placeAt, totalAt, valueAt } from './cells.ts';

/** Since 2024 a refusal to disclose goes to review first (行政复议法 art. 23), so a direct lawsuit is rare. */
export const directSuits: Rule = {
  id: 'C4',
  needs: ['C'],
  check: (report) => {
    const direct = valueAt(report, 'lit_direct.tot') ?? 0;
    if (direct === 0 || (report.narrative.year ?? 0) < 2024) return [];
    return [
      {
        severity: 'low',
        message: { key: 'direct-suits', values: { n: direct } },
        quote: cellQuote(report, 'lit_direct.tot'),
        place: placeAt(report, 'lit_direct.tot'),
      },
    ];
  },
};

export const correctedSilently: Rule = {
  id: 'C5',
  needs: ['C'],
  check: (report) => {
    const corrected = ['rev.correct', 'lit_direct.correct', 'lit_after.correct'].filter(
      (id) => (valueAt(report, id) ?? 0) > 0,
    );
    const problems = report.narrative.sentences
      .filter(({ section }) => section === 5)
      .map(({ text }) => text)
      .join('');
    const [first] = corrected;
    if (
      first === undefined ||
      problems === '' ||
      /复议|诉讼|纠错|纠正|败诉|答复不|答复质量|答复规范|依申请/.test(problems)
    )
      return [];
    return [
      {
        severity: 'low',
        message: { key: 'corrected-silently', values: { cells: corrected.map(cellLabel).join('、') } },
        quote: cellQuote(report, first),
        place: placeAt(report, first),
      },
    ];
  },
};

const totals = {
  review: ['rev.tot'],
  suit: ['lit_direct.tot', 'lit_after.tot'],
  'review-and-suit': ['rev.tot', 'lit_direct.tot', 'lit_after.tot'],
} as const;

function againstClaim(report: Report, claim: Claim): Found[] {
  const isResult = claim.kind === 'review-result' || claim.kind === 'suit-result';
  const groups = claim.kind === 'review-result' ? ['rev'] : ['lit_direct', 'lit_after'];
  const ids = isResult
    ? groups.flatMap((group) => claim.of.map((result) => `${group}.${result}`))
    : totals[claim.kind as keyof typeof totals];
  const inTable = totalAt(report, ids);
  if (inTable === undefined || inTable === claim.value || claim.approximate) return [];
  // 「复议、诉讼各1件」 and 「复议、诉讼2件」 are both said.
  if (claim.kind === 'review-and-suit' && /各/.test(claim.quote) && valueAt(report, 'rev.tot') === claim.value)
    return [];
  return [
    {
      severity: claim.plain ? 'high' : 'medium',
      message: {
        key: 'remedy-claim',
        values: { said: claim.value, table: inTable, of: ids.map(cellLabel).join('＋') },
      },
      repairs: [
        { key: 'repair-text', values: { from: claim.value, to: inTable } },
        { key: 'repair-table', values: { of: ids.map(cellLabel).join('＋'), to: claim.value } },
      ],
      quote: claim.quote,
      place: claim.place,
    },
  ];
}

export const remedyClaims: Rule = {
  id: 'C6',
  needs: ['C'],
  check: (report) => {
    const { claims, statements } = report.narrative;
    const denied = statements.flatMap((statement): Found[] => {
      const ids =
        statement.kind === 'no-review' ? totals.review : statement.kind === 'no-suit' ? totals.suit : undefined;
      const inTable = ids && totalAt(report, ids);
      if (!ids || inTable === undefined || inTable === 0) return [];
      return [
        {
          severity: 'high',
          message: { key: 'remedy-denied', values: { n: inTable, of: ids.map(cellLabel).join('＋') } },
          repairs: [
            { key: 'repair-text-count', values: { to: inTable } },
            { key: 'repair-table', values: { of: ids.map(cellLabel).join('＋'), to: 0 } },
          ],
          quote: statement.quote,
          place: statement.place,
        },
      ];
    });
    if (remedyCellIds.every((id) => valueAt(report, id) === undefined)) return [];
    const wrong = claims
      .filter(({ kind }) => ['review', 'suit', 'review-and-suit', 'review-result', 'suit-result'].includes(kind))
      .flatMap((claim) => againstClaim(report, claim));
    return [...denied, ...wrong];
  },
};
