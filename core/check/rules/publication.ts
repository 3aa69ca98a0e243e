// F1 … F6, what inspectors look for beyond the format: late publication, consultations without dates or too few of them,
// misquoted slogans, text repeated within the report, an overlong first section. None is a duty of the form itself.

import { textOfBlock } from '../document.ts';
import { condense } from '../fold.ts';
import { figuresOf } from '../numerals.ts';
import type { Found, Rule } from '../rule.ts';

const published =
  /(?:发布|公布|公开|发文|成文|生成)(?:日期|时间):?(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})|时间:(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})/;

/** Departments by 31 January, governments by 31 March (条例 art. 49). */
const late: Rule = {
  id: 'F1',
  needs: [],
  check: ({ document, narrative }) => {
    const year = narrative.year;
    if (year === undefined) return [];
    for (const [block, content] of document.blocks.slice(0, 12).entries()) {
      const found = published.exec(condense(textOfBlock(content).slice(0, 2000)).text);
      if (!found) continue;
      const [y, m, d] = [found[1] ?? found[4], found[2] ?? found[5], found[3] ?? found[6]].map(Number);
      const deadline = narrative.scope === 'government' ? 331 : 131;
      if (
        y === undefined ||
        m === undefined ||
        d === undefined ||
        y < year + 1 ||
        (y === year + 1 && m * 100 + d <= deadline)
      )
        return [];
      return [
        {
          severity: 'medium',
          message: {
            key: 'late',
            values: {
              day: `${y}-${m}-${d}`,
              deadline: narrative.scope === 'government' ? `${year + 1}-03-31` : `${year + 1}-01-31`,
            },
          },
          quote: found[0],
          place: { block, start: 0, end: textOfBlock(content).length },
        },
      ];
    }
    return [];
  },
};

const hasSpan = /\d{1,2}月(?:\d{1,2}日)?(?:至|到|—|-|~)|[一二三四]季度|全年|期间/;

const surveyDates: Rule = {
  id: 'F2',
  needs: [],
  check: ({ narrative }) =>
    narrative.sentences
      .filter(
        ({ text, section }) =>
          section === 1 &&
          /社会评议|满意度(?:调查|测评)/.test(text) &&
          /满意(?:率|度)?(?:为|达到?)?\d|回收|有效问卷|参与.{0,8}\d+人/.test(text) &&
          !hasSpan.test(text) &&
          !/\d月/.test(text),
      )
      .slice(0, 1)
      .map(
        (sentence): Found => ({
          severity: 'low',
          message: { key: 'survey-dates' },
          quote: sentence.text.slice(0, 60),
          place: sentence.placeOf(0, Math.min(60, sentence.text.length)),
        }),
      ),
};

const consultationsMin = 6;

const consultations: Rule = {
  id: 'F3',
  needs: [],
  check: ({ narrative }) =>
    narrative.sentences.flatMap((sentence): Found[] => {
      const said =
        sentence.section === 1
          ? /(?:网上调查|调查征集|征集调查|民意征集|意见征集)[^,。;、\d]{0,10}\d+(?:期|次|个|项|期次|条)/.exec(
              sentence.text,
            )
          : null;
      const [figure] = said ? figuresOf(said[0]) : [];
      if (
        !said ||
        !figure ||
        figure.approximate ||
        figure.unit === '条' ||
        figure.value >= consultationsMin ||
        /[每季月]/.test(sentence.text.slice(Math.max(0, said.index - 12), said.index))
      )
        return [];
      return [
        {
          severity: 'low',
          message: { key: 'consultations', values: { n: figure.value } },
          quote: said[0],
          place: sentence.placeOf(said.index, said.index + said[0].length),
        },
      ];
    }),
};

/** Phrase begun → the exact words it must have. */
const slogans: readonly (readonly [RegExp, RegExp, string])[] = [
  [/习近平新时.{0,12}?思想/, /^习近平新时代中国特色社会主义(?:思想|经济思想)/, '习近平新时代中国特色社会主义思想'],
  [/新时代中国特色.{0,6}思想/, /^新时代中国特色社会主义思想/, '新时代中国特色社会主义思想'],
  [/习[进今斤]平|习近乎|刁近平/, /^$/, '习近平'],
  [/以?公开为(?:原则|常态)[、,](?:以)?不公开(?:为|是)?.{2}/, /不公开(?:为|是)?例外/, '以公开为常态、不公开为例外'],
  [
    /[四两]个(?:意识|自信|维护|确立)/,
    /四个意识|四个自信|两个维护|两个确立/,
    '“四个意识”“四个自信”“两个维护”“两个确立”',
  ],
  [
    /中华人民共合国|中华人民共和国政府信息公布条例|政府信息公开条列|信息公开条理/,
    /^$/,
    '中华人民共和国政府信息公开条例',
  ],
];

const slogansRight: Rule = {
  id: 'F4',
  needs: [],
  check: ({ narrative }) =>
    narrative.sentences.flatMap((sentence) =>
      slogans.flatMap(([begun, exact, words]): Found[] => {
        const found = begun.exec(sentence.text);
        if (
          !found ||
          exact.test(sentence.text.slice(found.index, found.index + found[0].length + 4)) ||
          exact.test(found[0])
        )
          return [];
        return [
          {
            severity: 'medium',
            message: { key: 'slogan', values: { words } },
            repairs: [{ key: 'repair-text', values: { from: found[0], to: words } }],
            quote: found[0],
            place: sentence.placeOf(found.index, found.index + found[0].length),
          },
        ];
      }),
    ),
};

const repeatedCharsMin = 24;

const repeated: Rule = {
  id: 'F5',
  needs: [],
  check: ({ narrative }) => {
    const seen = new Set<string>();
    const found: Found[] = [];
    for (const sentence of narrative.sentences) {
      const words = sentence.text.replace(/[。;!?]$/, '').replace(/^[(]?[一二三四五六七\d][)、.是]+/, '');
      if (words.length < repeatedCharsMin || sentence.section === 0) continue;
      if (seen.has(words))
        found.push({
          severity: 'low',
          message: { key: 'repeated' },
          quote: words.slice(0, 60),
          place: sentence.placeOf(0, sentence.text.length),
        });
      seen.add(words);
    }
    return found.slice(0, 5);
  },
};

/** A prefecture's notice of 2025 asks for it; most reports are longer, so it is only a hint well above. */
const sectionOneCharsMax = 2500;

const overlong: Rule = {
  id: 'F6',
  needs: [],
  check: ({ narrative }) => {
    const section = narrative.sections.find(({ number }) => number === 1);
    const chars = narrative.sentences
      .filter((sentence) => sentence.section === 1)
      .reduce((n, { text }) => n + text.length, 0);
    if (!section || chars <= sectionOneCharsMax) return [];
    return [
      { severity: 'low', message: { key: 'overlong', values: { chars } }, quote: section.title, place: section.place },
    ];
  },
};

export const publicationRules: readonly Rule[] = [late, surveyDates, consultations, slogansRight, repeated, overlong];
