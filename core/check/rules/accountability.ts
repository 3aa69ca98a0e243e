// S2: a government's report gives the results of 工作考核, 社会评议 and 责任追究, or says that there were none (条例 art.
// 50(四)). That they are organised, or part of a plan, is not a result.
import type { Found, Rule } from '../rule.ts';

interface Duty {
  readonly name: string;
  readonly mentioned: RegExp;
  readonly result: RegExp;
}

const duties: readonly Duty[] = [
  {
    name: '工作考核',
    mentioned: /考核|考评|绩效评估|测评/,
    result:
      /结果|得分|优秀|良好|合格|等次|名次|排名|第[一二三四五\d]|通报|约谈|\d+(?:\.\d+)?[分%个家次]|分值|权重|占.{0,6}分|纳入/,
  },
  {
    name: '社会评议',
    mentioned: /社会评议|社会评价|群众评议|满意度|民主评议|公众评议|评议/,
    result: /结果|满意|\d|意见|未开展|良好|反馈|整改|问题|未发现/,
  },
  {
    name: '责任追究',
    mentioned: /责任追究|追责|问责|追究责任|责任追究情[况形]/,
    result: /未|无|没有|\d|结果|情形|通报|0/,
  },
];

export const accountability: Rule = {
  id: 'S2',
  needs: [],
  check: ({ narrative }) => {
    if (narrative.scope !== 'government') return [];
    const section = narrative.sections.find(({ number }) => number === 1);
    // Where a section one cannot be told from the rest, its silence proves nothing.
    if (!section || !narrative.sections.some(({ number }) => number > 1)) return [];
    return duties.flatMap(({ name, mentioned, result }): Found[] => {
      const about = narrative.sentences.filter((sentence) => sentence.section > 0 && mentioned.test(sentence.text));
      const [first] = about;
      if (!first)
        return [
          {
            severity: 'medium',
            message: { key: 'duty-missing', values: { duty: name } },
            repairs: [{ key: 'repair-duty', values: { duty: name } }],
            quote: section.title,
            place: section.place,
          },
        ];
      const told = about.some(({ text }) => {
        const at = text.search(mentioned);
        return result.test(text.slice(Math.max(0, at - 40), at + 80).replace(/社会评议|责任追究|问责制度/g, ''));
      });
      if (told) return [];
      return [
        {
          severity: 'low',
          message: { key: 'duty-no-result', values: { duty: name } },
          quote: first.text.slice(0, 60),
          place: first.placeOf(0, Math.min(60, first.text.length)),
        },
      ];
    });
  },
};
