// A2, A3, A4: table 二 by itself.
import { cellLabel } from '../form.ts';
import type { Found, Report, Rule } from '../rule.ts';
import { cellQuote, placeAt, valueAt } from './cells.ts';

/** Only provinces, 设区的市 and 自治州 make 规章 (立法法 art. 93). */
function mayMakeRules(report: Report): 'yes' | 'no' | 'unclear' {
  const organ = report.narrative.organ;
  if (organ === '') {
    const speaks = report.narrative.sentences.slice(0, 60).some(({ text }) => /[我本][县旗镇乡局]/.test(text));
    return speaks ? 'no' : 'unclear';
  }
  if (/^国家|部$|总局$|署$/.test(organ)) return 'yes';
  if (report.narrative.scope === 'department') return 'no';
  if (
    /[县旗]|(?:镇|乡|街道)(?:人民政府)?$|[^市]区(?:人民政府)?$|林区|特区/.test(organ) &&
    !/自治区(?:人民政府)?$/.test(organ)
  )
    return 'no';
  return /省|自治区|自治州|上海|北京|天津|重庆/.test(organ) ? 'yes' : 'unclear';
}

export const noRules: Rule = {
  id: 'A2',
  needs: ['A'],
  check: (report) =>
    ['made', 'repealed', 'valid'].flatMap((column): Found[] => {
      const id = `A1.rules.${column}`;
      const n = valueAt(report, id) ?? 0;
      const may = mayMakeRules(report);
      if (n === 0 || may === 'yes') return [];
      return [
        {
          severity: may === 'no' ? 'high' : 'low',
          message: { key: may === 'no' ? 'no-rules' : 'rules-unclear', values: { cell: cellLabel(id), n } },
          repairs: [{ key: 'repair-cell', values: { cell: cellLabel(id), from: n, to: 0 } }],
          quote: cellQuote(report, id),
          place: placeAt(report, id),
        },
      ];
    }),
};

const decisions = ['A5.licence.n', 'A6.penalty.n', 'A6.coercion.n'];

export const noDecisions: Rule = {
  id: 'A3',
  needs: ['A'],
  check: (report) => {
    const organ = report.narrative.organ;
    const isCounty = report.narrative.scope === 'government' && /[县区市旗州](?:人民政府)?$/.test(organ);
    if (!isCounty || decisions.some((id) => valueAt(report, id) !== 0)) return [];
    return [
      {
        severity: 'medium',
        message: { key: 'no-decisions' },
        quote: decisions.map((id) => cellQuote(report, id)).join('，'),
        place: placeAt(report, 'A5.licence.n'),
      },
    ];
  },
};

/** In 万元 this would be ten thousand million yuan. */
const feeMax = 1_000_000;

export const feeUnit: Rule = {
  id: 'A4',
  needs: ['A'],
  check: (report) => {
    const id = 'A8.fee.amount';
    const amount = valueAt(report, id) ?? 0;
    const inYuan = /(?<!万)元/.test(report.tables.cells[id]?.raw ?? '');
    if (amount <= feeMax && !inYuan) return [];
    return [
      {
        severity: 'medium',
        message: { key: 'fee-unit', values: { amount } },
        repairs: [
          { key: 'repair-cell', values: { cell: cellLabel(id), from: amount, to: Math.round(amount) / 10_000 } },
        ],
        quote: cellQuote(report, id),
        place: placeAt(report, id),
      },
    ];
  },
};
