// Annual reports of the world's county: any whole form with the sample texts, and one half-filled report as somebody left it.
import type { AnnualFields } from '#core/statutory/annual-fields.ts';
import { type Figures, withZeros } from '#core/statutory/entries.ts';
import type { AnnualContext } from '#core/statutory/named-figures.ts';
import { type AnnualScope, organOf } from '#core/statutory/scope.ts';
import { asEntries, form } from './entries.ts';
import { county, sampleSummary } from './summary.ts';
import { worldYear } from './world.ts';

export const sampleTexts: AnnualFields = {
  ...Object.fromEntries(form.texts.map(({ id, sample }) => [id, sample])),
  problems: '一是政策解读形式不够丰富；二是依申请公开答复的说理还不够充分。',
  improvements: '上年报告提出的问题已整改。下一步，一是用图解、短视频等方式提升解读质量；二是开展答复文书评查。',
};

export const contextOf = (scope: AnnualScope, sealed: AnnualContext['sealed'] = sampleSummary()): AnnualContext => ({
  year: worldYear,
  scope,
  county: county['zh-CN'],
  organ: organOf(county['zh-CN'], scope),
  sealed,
});

/** A county decides more than nothing; else the check asks whether it forgot its departments (A3). */
export const wholeFields = (figures: Figures): AnnualFields => ({
  ...asEntries({ ...figures, 'A5.licence.n': (figures['A5.licence.n'] ?? 0) + 1 }),
  ...sampleTexts,
});

/** The office's report as somebody left it in the middle of the season: most of table 三, some texts, one slip. */
export const halfFilled: AnnualFields = {
  ...asEntries({
    'A1.rules.made': 0,
    'A1.rules.repealed': 0,
    'A1.rules.valid': 0,
    'A1.norms.made': 6,
    'A1.norms.repealed': 2,
    'B.r1.np': 12,
    'B.r1.l_com': 3,
    'B.r1.l_res': 0,
    'B.r1.l_pub': 0,
    'B.r1.l_law': 1,
    'B.r1.l_oth': 0,
    'B.r1.tot': 16,
    'B.r2.np': 1,
    'B.r2.l_com': 0,
    'B.r2.tot': 2,
    'B.r3_1.np': 7,
    'B.r3_2.np': 2,
    'B.r3_4_1.np': 3,
    'C.rev.keep': 1,
    'C.rev.tot': 1,
  }),
  'B.r1.l_res': '０',
  'B.r4.np': '一件',
  preamble: sampleTexts.preamble ?? '',
  disclosure: sampleTexts.disclosure ?? '',
  requests: sampleTexts.requests ?? '',
  oversight: '政府信息公开工作纳入年度绩效考核，考核结果已通报。{社会评议}',
  problems: sampleTexts.problems ?? '',
};

/** The year before: finished, and one request carried over. */
export const lastYearWhole: AnnualFields = {
  ...withZeros(
    form,
    asEntries({
      'A1.norms.made': 5,
      'A1.norms.repealed': 1,
      'A1.norms.valid': 31,
      'B.r1.np': 9,
      'B.r1.l_com': 2,
      'B.r3_1.np': 5,
      'B.r3_1.l_com': 2,
      'B.r3_2.np': 1,
      'B.r3_4_1.np': 2,
      'B.r4.np': 1,
    }),
  ),
  ...sampleTexts,
  oversight: '政府信息公开工作纳入年度绩效考核，考核结果已通报。全年未发生责任追究情形。',
};
