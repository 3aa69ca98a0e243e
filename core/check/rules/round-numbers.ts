// X6: 余 follows only a round number (10余家, 7000余条); 3余家, 148余次 and 15余万 are malformed, and so is being about a
// number twice (约3800余条). 余 also begins words: 余额, 余杭.
import type { Found, Rule } from '../rule.ts';

const malformed =
  /(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)余(?![额粮款热量数地下生波姚杭江干力])(万|亿)?|(?<![一二三四五六七八九十百千万])([一二三四五六七八九]|[一二三四五六七八九]?[十百千][一二三四五六七八九])余(?![额粮款热量数地下生波姚杭江干力])(?=[件条份次篇家个期场户名万人元项起])/g;
const doubled = /(?:大约|约|近|将近|超过|超)(\d[\d,.]*)(?:余|多)(?![额杭姚])/g;

const isRound = (digits: string): boolean => {
  const plain = digits.replaceAll(',', '');
  return !plain.includes('.') && plain.length > 1 && plain.endsWith('0');
};

export const roundNumbers: Rule = {
  id: 'X6',
  needs: [],
  check: ({ narrative }) =>
    narrative.sentences.flatMap((sentence): Found[] => {
      const place = (found: RegExpExecArray) => sentence.placeOf(found.index, found.index + found[0].length);
      const wrong = [...sentence.text.matchAll(malformed)].filter(
        ([, digits]) => digits === undefined || !isRound(digits),
      );
      const about = [...sentence.text.matchAll(doubled)];
      return [
        ...wrong.map(
          (found): Found => ({
            severity: 'medium',
            message: { key: 'more-than', values: { said: found[0] } },
            repairs: [{ key: 'repair-exact' }, { key: 'repair-round' }],
            quote: found[0],
            place: place(found),
          }),
        ),
        ...about
          .filter(
            (found) =>
              !wrong.some((other) => other.index >= found.index && other.index < found.index + found[0].length),
          )
          .map(
            (found): Found => ({
              severity: 'low',
              message: { key: 'about-twice', values: { said: found[0] } },
              quote: found[0],
              place: place(found),
            }),
          ),
      ];
    }),
};
