// X5: the year of the title, of the data period and of the text; the next year's plans; years of three or five digits and
// days that do not exist. Another year in a comparison, a document's name or a bracket is right.

import { textOfBlock } from '../document.ts';
import { condense } from '../fold.ts';
import { dataPeriodYear, periodPattern } from '../narrative.ts';
import type { Found, Report, Rule } from '../rule.ts';
import type { Sentence } from '../sentences.ts';

const at = (sentence: Sentence, found: RegExpExecArray): Pick<Found, 'quote' | 'place'> => ({
  quote: found[0],
  place: sentence.placeOf(found.index, found.index + found[0].length),
});

function titleAgainstPeriod({ document, narrative }: Report): Found[] {
  const { title } = narrative;
  const claimed = title?.year ?? narrative.year;
  if (claimed === undefined) return [];
  for (let block = 0; block < Math.min(document.blocks.length, 60); block++) {
    const content = document.blocks[block];
    if (!content || content.kind === 'table') continue;
    const found = periodPattern.exec(condense(content.text).text);
    if (!found) continue;
    const wrong = [found[1], found[2]].some((year) => year !== undefined && Number(year) !== claimed);
    if (!wrong) return [];
    const period = dataPeriodYear(textOfBlock(content)) ?? claimed;
    return [
      {
        severity: found[2] === undefined || found[1] === found[2] ? 'high' : 'medium',
        message: {
          key: 'year-period',
          values: { title: claimed, period: found[1] === found[2] || !found[2] ? period : `${found[1]}—${found[2]}` },
        },
        repairs: [
          { key: 'repair-text', values: { from: found[1] ?? '', to: claimed } },
          { key: 'repair-title', values: { to: period } },
        ],
        quote: found[0],
        place: { block, start: 0, end: textOfBlock(content).length },
      },
    ];
  }
  return [];
}

const opening =
  /^(?:[(]?[一二三四五六七][)、.]?[^,。;\d]{0,16}[.。、:]?)?(20\d\d)年度?(?:以来)?[,,]?(?!.{0,6}(?:相比|同期|比|底|年底|末))/;
const comparing =
  /相比|同期|同比|较|上年|去年|以来|起|结转|至20\d\d|—|规划|预算|决算|年报|年度报告|要点|考核|计划|自20/;
const yearVerbs =
  /我[县区市局镇乡办街旗]|全[县区市镇]|[县区市局镇乡]|共|累计|主动|收到|受理|紧紧|坚持|认真|深入|围绕|通过|制发|发布/;

function otherYearInSection1({ narrative }: Report): Found[] {
  const { year } = narrative;
  if (year === undefined) return [];
  return narrative.sentences.flatMap((sentence): Found[] => {
    if (sentence.section !== 1) return [];
    const found = opening.exec(sentence.text);
    if (!found || Number(found[1]) === year) return [];
    const rest = sentence.text.slice(found[0].length, found[0].length + 60);
    const clause = sentence.text.slice(0, found[0].length + 14);
    // The year the sentence is about comes again where two years are compared.
    if (comparing.test(clause.slice(found.index)) || sentence.text.includes(`${year}年`)) return [];
    if (!/[,,]$/.test(found[0]) && !(/^[我全共]/.test(rest) && yearVerbs.test(rest))) return [];
    return [
      {
        severity: 'medium',
        message: { key: 'year-text', values: { said: found[1] ?? '', year } },
        repairs: [{ key: 'repair-text', values: { from: found[1] ?? '', to: year } }],
        ...at(sentence, found),
      },
    ];
  });
}

const plan = /(20\d\d)年度?[,,]?(?:[^。;,\d《〔]{0,16}[,,]?)?(?:将|继续|要|拟|计划|着力|重点做好|进一步)/;

function nextYear({ narrative }: Report): Found[] {
  const { year } = narrative;
  if (year === undefined) return [];
  let next = false;
  return narrative.sentences.flatMap((sentence): Found[] => {
    if (sentence.section !== 5) return [];
    next = next || /下一步|改进|今后|打算|措施/.test(sentence.text);
    const found = plan.exec(sentence.text);
    if (
      !next ||
      !found ||
      Number(found[1]) === year + 1 ||
      /以来|[〔《]$/.test(sentence.text.slice(0, found.index) + found[0])
    )
      return [];
    if (
      Number(found[1]) < year - 1 ||
      (/年度?[,,]?.{0,12}进一步/.test(found[0]) && Number(found[1]) === year && !/下一步|将|继续/.test(sentence.text))
    )
      return [];
    return [
      {
        severity: 'medium',
        message: { key: 'year-next', values: { said: found[1] ?? '', next: year + 1 } },
        repairs: [{ key: 'repair-text', values: { from: found[1] ?? '', to: year + 1 } }],
        ...at(sentence, found),
      },
    ];
  });
}

function malformedYears({ narrative }: Report): Found[] {
  const { title } = narrative;
  const inTitle = title && /(?<!\d)(\d{3}|\d{5})年/.exec(condense(title.text).text);
  const found: Found[] =
    inTitle && title
      ? [
          {
            severity: 'medium',
            message: { key: 'year-digits', values: { said: inTitle[0] } },
            quote: title.text,
            place: title.place,
          },
        ]
      : [];
  return [
    ...found,
    ...narrative.sentences.flatMap((sentence) =>
      [...sentence.text.matchAll(/(?<![\d.第〔年])(2\d\d|20\d{3}|02\d)年(?!限|前|后|间|历史|来)/g)].map(
        (match): Found => ({
          severity: 'medium',
          message: { key: 'year-digits', values: { said: match[0] } },
          ...at(sentence, match),
        }),
      ),
    ),
  ];
}

const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const impossibleDays = ({ narrative }: Report): Found[] =>
  narrative.sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(/(?<!\d)(\d{1,2})月(\d{1,2})日/g)].flatMap((match): Found[] => {
      const last = lastDays[Number(match[1]) - 1];
      if (last !== undefined && Number(match[2]) >= 1 && Number(match[2]) <= last) return [];
      return [{ severity: 'medium', message: { key: 'day', values: { said: match[0] } }, ...at(sentence, match) }];
    }),
  );

export const years: Rule = {
  id: 'X5',
  needs: [],
  check: (report) => [
    ...titleAgainstPeriod(report),
    ...otherYearInSection1(report),
    ...nextYear(report),
    ...malformedYears(report),
    ...impossibleDays(report),
  ],
};
