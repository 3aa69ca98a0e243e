// B6, B7, B8: outcomes that are possible but ask for a second look.
import { applicantIds, cellLabel, outcomeRowIds, requestCell } from '../form.ts';
import type { Found, Report, Rule } from '../rule.ts';
import { cellQuote, placeAt, totalAt, valueAt } from './cells.ts';

/** A split request (部分公开) is counted once; counted again elsewhere, the outcomes exceed the requests. */
export const splitRequests: Rule = {
  id: 'B6',
  needs: ['B'],
  check: (report) =>
    applicantIds.flatMap((column): Found[] => {
      const split = valueAt(report, requestCell('r3_2', column)) ?? 0;
      const outcomes = totalAt(
        report,
        outcomeRowIds.map((row) => requestCell(row, column)),
      );
      const requests = totalAt(report, [requestCell('r1', column), requestCell('r2', column)]);
      if (split === 0 || outcomes === undefined || requests === undefined || outcomes <= requests) return [];
      return [
        {
          severity: 'medium',
          message: {
            key: 'split-requests',
            values: { of: cellLabel(requestCell('r3_2', column)).replace(/^.*·/, ''), outcomes, requests },
          },
          quote: cellQuote(report, requestCell('r3_2', column)),
          place: placeAt(report, requestCell('r3_2', column)),
        },
      ];
    }),
};

const feeWords = /信息处理费|收费通知|收取费用|收费情况|处理费/;
const sectionText = (report: Report, number: number): string =>
  report.narrative.sentences
    .filter(({ section }) => section === number)
    .map(({ text }) => text)
    .join('');

export const processingFee: Rule = {
  id: 'B7',
  needs: [],
  check: (report) => {
    const unpaid = valueAt(report, 'r3_6_2.tot') ?? 0;
    const none = report.narrative.statements.find(({ kind }) => kind === 'no-fee');
    const section = report.narrative.sections.find(({ number }) => number === 6);
    if (unpaid > 0 && none) {
      return [
        {
          severity: 'medium',
          message: { key: 'fee-contradiction', values: { n: unpaid } },
          quote: none.quote,
          place: none.place,
        },
      ];
    }
    if (!section) return [];
    const mentioned = feeWords.test(sectionText(report, 6));
    if (unpaid > 0 && !mentioned) {
      return [
        {
          severity: 'medium',
          message: { key: 'fee-unexplained', values: { n: unpaid } },
          quote: cellQuote(report, 'r3_6_2.tot'),
          place: placeAt(report, 'r3_6_2.tot'),
        },
      ];
    }
    // The duty to report the fee is custom rather than text of the form, hence only a hint.
    return mentioned || feeWords.test(sectionText(report, 1))
      ? []
      : [{ severity: 'low', message: { key: 'fee-unmentioned' }, quote: section.title, place: section.place }];
  },
};

const carriedShareMax = 0.3;

export const carriedAway: Rule = {
  id: 'B8',
  needs: ['B'],
  check: (report) => {
    const [received, carried] = [valueAt(report, 'r1.tot'), valueAt(report, 'r4.tot')];
    if (received === undefined || carried === undefined || carried === 0) return [];
    const all = report.narrative.statements.filter(({ kind }) => kind === 'all-done');
    const saysCarried = (sentence: number) =>
      report.narrative.claims.some((claim) => claim.kind === 'carried-out' && Math.abs(claim.sentence - sentence) <= 1);
    const found = all
      .filter(({ sentence }) => !saysCarried(sentence))
      .slice(0, 1)
      .map(
        ({ quote, place }): Found => ({
          severity: 'medium',
          message: { key: 'all-done-but-carried', values: { n: carried } },
          repairs: [
            { key: 'repair-say-carried', values: { n: carried } },
            { key: 'repair-cell', values: { cell: cellLabel('r4.tot'), from: carried, to: 0 } },
          ],
          quote,
          place,
        }),
      );
    if (received >= 10 && carried / received > carriedShareMax) {
      found.push({
        severity: 'low',
        message: { key: 'carried-share', values: { carried, received } },
        quote: cellQuote(report, 'r4.tot'),
        place: placeAt(report, 'r4.tot'),
      });
    }
    return found;
  },
};
