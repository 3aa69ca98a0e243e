// X2: 规范性文件 in the narrative against table 二, and the share of them that was explained.
import type { Claim, ClaimKind } from '../claims.ts';
import { cellLabel } from '../form.ts';
import type { Found, Report, Rule } from '../rule.ts';
import { valueAt } from './cells.ts';

const cells: Partial<Record<ClaimKind, string>> = {
  'norms-made': 'A1.norms.made',
  'norms-repealed': 'A1.norms.repealed',
  'norms-valid': 'A1.norms.valid',
};

function against(report: Report, claim: Claim): Found[] {
  const id = cells[claim.kind];
  const inTable = id && valueAt(report, id);
  if (!id || inTable === undefined || inTable === claim.value || claim.approximate) return [];
  return [
    {
      severity: 'medium',
      message: { key: 'claim', values: { said: claim.value, table: inTable, of: cellLabel(id) } },
      repairs: [
        { key: 'repair-text', values: { from: claim.value, to: inTable } },
        { key: 'repair-table', values: { of: cellLabel(id), to: claim.value } },
      ],
      quote: claim.quote,
      place: claim.place,
    },
  ];
}

/** 解读率: explained ÷ made, both from the sentence where they stand there. */
function explainedShare(report: Report): Found[] {
  return report.narrative.sentences.flatMap((sentence, index): Found[] => {
    const rate = /解读(?:率|比例)(?:为|达到?|均为|均达到?|保持)?(?:了)?(\d+(?:\.\d+)?)%/.exec(sentence.text);
    if (!rate || !/规范性文件/.test(sentence.text)) return [];
    const here = report.narrative.claims.filter((claim) => claim.sentence === index);
    const explained = here.find(({ kind }) => kind === 'interpreted')?.value;
    const made = here.find(({ kind }) => kind === 'norms-made')?.value ?? valueAt(report, 'A1.norms.made');
    if (explained === undefined || made === undefined || made === 0 || explained >= made) return [];
    const said = Number(rate[1]);
    const computed = Math.round((explained / made) * 1000) / 10;
    if (Math.abs(said - computed) <= 0.6) return [];
    return [
      {
        severity: 'medium',
        message: { key: 'explained-share', values: { said, computed, explained, made } },
        repairs: [{ key: 'repair-text', values: { from: `${said}%`, to: `${computed}%` } }],
        quote: rate[0],
        place: sentence.placeOf(rate.index, rate.index + rate[0].length),
      },
    ];
  });
}

export const normsClaims: Rule = {
  id: 'X2',
  needs: ['A'],
  check: (report) => [...report.narrative.claims.flatMap((claim) => against(report, claim)), ...explainedShare(report)],
};
