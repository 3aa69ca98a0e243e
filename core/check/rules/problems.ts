// S3: section five names problems and a measure for each; last year's problems are followed up and the text is not last
// year's. Counting goes by 一是、二是 and （一）（二）; where neither is used nothing is counted.
import type { Found, Report, Rule } from '../rule.ts';
import type { Sentence } from '../sentences.ts';

const sectionFive = (report: Report): readonly Sentence[] =>
  report.narrative.sentences.filter(({ section }) => section === 5);

const ordinals = '一二三四五六七';

/** Longest run of 一是, 二是 … (or 1. 2. / （一）（二）) from `from`. */
function countedItems(text: string): number {
  const count = (mark: (i: number) => string) => {
    let n = 0;
    let cursor = 0;
    for (let i = 0; i < ordinals.length; i++) {
      const at = text.indexOf(mark(i), cursor);
      if (at < 0) break;
      n++;
      cursor = at + 2;
    }
    return n;
  };
  return Math.max(
    count((i) => `${ordinals[i]}是`),
    count((i) => `${i + 1}.`),
    count((i) => `(${i + 1})`),
  );
}

const turnsToMeasures =
  /下一步|改进(?:措施|情况|方向|办法|工作)|针对(?:以上|上述|存在|这些)|今后|为此|对此|下步|整改(?:措施|举措)|我[们县区市局镇乡办]将|拟(?=[^,。]{2})|20\d\d年(?:度)?,?.{0,12}(?:将|重点|从以下)/;
const problemWords =
  /问题|不足|差距|短板|薄弱|有待|不够|不高|不强|滞后|欠缺|困难|加强|薄弱|缺乏|单一|不到位|空间|不深|不细|仍需|亟待|弱项/;
const measureWords =
  /加强|强化|提升|完善|健全|加大|优化|规范|推进|组织|开展|落实|改进|深化|丰富|拓宽|提高|制定|编制|建立|修订|压缩|推动|加快|细化|邀请|推行|举办|培训|运用|督促|坚持|学习/;

function pairs(report: Report): Found[] {
  const sentences = sectionFive(report);
  const section = report.narrative.sections.filter(({ number }) => number === 5).at(-1);
  const text = sentences.map((sentence) => sentence.text).join('');
  if (!section || text.length < 25) return [];
  const body = text.replace(section.title, '').replace(/^[一二三四五六七八九]、/, '');
  const here = { quote: section.title, place: section.place };
  if (!problemWords.test(body)) return [{ severity: 'medium', message: { key: 'no-problems' }, ...here }];
  if (!measureWords.test(body) && !turnsToMeasures.test(body) && !/将|力争|争取/.test(body))
    return [{ severity: 'medium', message: { key: 'no-measures' }, ...here }];
  const turn = turnsToMeasures.exec(body);
  if (!turn) return [];
  const [problems, measures] = [body.slice(0, turn.index), body.slice(turn.index)].map(countedItems);
  // A later turn (「改进情况：…下一步…」) makes the split unsure.
  if (problems === undefined || measures === undefined || problems < 2 || measures < 1 || problems === measures)
    return [];
  return [
    {
      severity: measures < problems ? 'medium' : 'low',
      message: { key: 'problems-measures', values: { problems, measures } },
      ...here,
    },
  ];
}

const grams = (text: string): Set<string> => {
  const plain = text.replace(/[\d,。;、:“”()]|20\d\d年/g, '');
  const set = new Set<string>();
  for (let i = 0; i + 3 <= plain.length; i++) set.add(plain.slice(i, i + 3));
  return set;
};

/** Share of three-character pieces two texts have in common (Dice), 0 … 1. */
function similarity(a: string, b: string): number {
  const [left, right] = [grams(a), grams(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((gram) => right.has(gram)).length;
  return (2 * common) / (left.size + right.size);
}

const copiedFrom = 0.85;

function againstLastYear(report: Report, lastYear: Report): Found[] {
  const [now, then] = [report, lastYear].map((each) =>
    sectionFive(each)
      .map(({ text }) => text)
      .join(''),
  );
  const section = report.narrative.sections.filter(({ number }) => number === 5).at(-1);
  if (!section || !now || !then || now.length < 60 || then.length < 60) return [];
  const percent = Math.round(similarity(now, then) * 100);
  const here = { quote: section.title, place: section.place };
  if (percent >= copiedFrom * 100)
    return [{ severity: 'medium', message: { key: 'copied', values: { percent } }, ...here }];
  return /上年|去年|上一年|针对20\d\d年|已整改|改进情况|得到.{0,6}(?:改进|解决)|一年来/.test(now)
    ? []
    : [{ severity: 'low', message: { key: 'not-followed-up' }, ...here }];
}

export const problemsAndMeasures: Rule = {
  id: 'S3',
  needs: [],
  check: (report, { lastYear }) => [...pairs(report), ...(lastYear ? againstLastYear(report, lastYear) : [])],
};
