// X7: 「每季度一次」 and a count of the same thing over the year. Only a count in the same sentence, of the same unit or
// thing, is compared; 不少于 makes the frequency a floor.
import { type Figure, figuresOf } from '../numerals.ts';
import type { Found, Rule } from '../rule.ts';

const perYear: Readonly<Record<string, number>> = { 周: 52, 月: 12, 季度: 4, 季: 4, 半年: 2, 旬: 36 };
const frequency = /每(?:个|一)?(周|月|季度|季|半年|旬)(?:度)?(?!\d+[日号])/g;
const counted = /^(?:次|期|场|轮|批|篇|份|条|组|个|件|件次|期次)$/;
const slack: Readonly<Record<number, number>> = { 52: 3, 36: 1, 12: 0, 4: 0, 2: 0 };

export const frequencies: Rule = {
  id: 'X7',
  needs: [],
  check: ({ narrative }) =>
    narrative.sentences.flatMap((sentence): Found[] => {
      const [first, second] = [...sentence.text.matchAll(frequency)];
      if (!first || second || sentence.section === 0) return [];
      const times = perYear[first[1] ?? ''] ?? 0;
      const near = sentence.text.slice(first.index, first.index + 30);
      const figures = figuresOf(sentence.text).filter(({ unit }) => counted.test(unit));
      const each = figures.find(
        (figure) =>
          figure.start > first.index &&
          figure.start < first.index + 22 &&
          !/[,。;]/.test(sentence.text.slice(first.index, figure.start)),
      );
      const isYearly = (figure: Figure) =>
        figure !== each &&
        /(?:全年|年内|共|累计|已|合计|今年)[^,。;]{0,18}$/.test(
          sentence.text.slice(Math.max(0, figure.start - 22), figure.start),
        );
      const total = figures.find(
        (figure) =>
          figure.start > first.index &&
          isYearly(figure) &&
          (!each || figure.unit === each.unit || figure.unit === '次'),
      );
      if (!total || total.approximate) return [];
      // Counting another thing than what is done so often: 「每月督查，全年通报问题35个」.
      const between = sentence.text.slice(each?.end ?? first.index, total.start);
      if (/问题|信息|涉及|发现|整改|培训(?=.*督查)|人/.test(between) && total.unit !== each?.unit) return [];
      if (!each && !/次|期|场|轮/.test(total.unit)) return [];
      const expected = times * (each?.value ?? 1);
      const floor = /不少于|至少|以上|不低于|最少/.test(near);
      const off = Math.abs(total.value - expected);
      if (off <= (slack[times] ?? 0) * (each?.value ?? 1) || (floor && total.value >= expected)) return [];
      return [
        {
          severity: off <= 1 && times >= 12 ? 'low' : 'medium',
          message: { key: 'frequency', values: { said: first[0], expected, total: total.value } },
          repairs: [{ key: 'repair-text', values: { from: total.value, to: expected } }, { key: 'repair-frequency' }],
          quote: sentence.text.slice(first.index, total.end),
          place: sentence.placeOf(first.index, total.end),
        },
      ];
    }),
};
