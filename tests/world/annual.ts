// Annual reports of the world's county: any whole form with the sample texts, and one half-filled report as somebody left it.
import type { AnnualFields } from '#core/statutory/annual-fields.ts';
import type { Figures } from '#core/statutory/entries.ts';
import type { AnnualContext } from '#core/statutory/named-figures.ts';
import type { AnnualScope } from '#core/statutory/scope.ts';
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
  sealed,
});

/** A county decides more than nothing; else the check asks whether it forgot its departments (A3). */
export const wholeFields = (figures: Figures): AnnualFields => ({
  ...asEntries({ ...figures, 'A5.licence.n': (figures['A5.licence.n'] ?? 0) + 1 }),
  ...sampleTexts,
});
