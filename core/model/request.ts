// Model questionnaire (b): 依申请公开办理评价, one code for one reply, single use. Procedure (R00–R07) is kept apart from
// outcome (R08), so that a lawful refusal does not count as bad work. It never asks again who the applicant is.
import type { Localised } from '../lang.ts';
import type { Survey } from '../survey.ts';
import { fiveLevels } from './scales.ts';
import { opinion, option, other, overall, rating, unknown } from './wording.ts';

const notInvolved: Localised = { 'zh-CN': '不涉及', en: 'Does not apply' };

export const requestSurvey = (code: string): Survey => ({
  code,
  kind: 'request',
  version: 1,
  title: { 'zh-CN': '依申请公开办理评价', en: 'How was your information request handled?' },
  intro: {
    'zh-CN': '评价的是办理过程，不影响您的申请结果和权利。匿名，约需一分钟，每件答复可以评价一次。',
    en: 'You rate how it was handled; your result and your rights are not affected. Anonymous, about one minute, once per reply.',
  },
  scale: fiveLevels,
  questions: [
    overall(
      'R00',
      '总的来说，您对这件申请的办理过程满意吗？',
      'Overall, how satisfied are you with how this request was handled?',
    ),
    rating('R01', 'CHN', '提交申请的渠道是否方便？', 'Was it convenient to submit the request?', unknown),
    rating(
      'R02',
      'GUI',
      '工作人员的指导、解释（含需要补正时的告知）是否清楚？',
      'Was the guidance clear, including any notice to correct the request?',
      notInvolved,
    ),
    rating('R03', 'TIM', '答复是否及时？', 'Did the reply come in time?'),
    rating(
      'R04',
      'RSN',
      '答复是否有针对性、理由和依据讲得清楚？',
      'Was the reply to the point, with reasons and legal basis made clear?',
    ),
    rating(
      'R05',
      'FMT',
      '提供信息的方式和形式是否符合您的要求？',
      'Was the information provided in the way and form you asked for?',
      notInvolved,
    ),
    rating('R06', 'ATT', '工作人员的态度怎么样？', 'How was the attitude of the staff?', unknown),
    {
      code: 'R07',
      dimension: 'REM',
      kind: 'choice',
      words: {
        'zh-CN': '答复书是否写明不服时的救济途径？',
        en: 'Did the reply state what you can do if you disagree?',
      },
      options: [
        option('stated', '写明', 'Stated'),
        option('unnoticed', '没注意', 'Did not notice'),
        option('missing', '没有写明', 'Not stated'),
      ],
    },
    {
      code: 'R08',
      dimension: 'NEED',
      kind: 'choice',
      words: { 'zh-CN': '您需要的信息得到了吗？', en: 'Did you get the information you needed?' },
      hint: { 'zh-CN': '事实题，不计入满意率', en: 'A question of fact; it does not count towards satisfaction' },
      options: [
        option('all', '全部', 'All'),
        option('part', '部分', 'Part'),
        option('none', '没有', 'None'),
        option('unsaid', '不便说明', 'Prefer not to say'),
      ],
    },
    {
      code: 'R09',
      dimension: 'WHY',
      kind: 'choices',
      words: { 'zh-CN': '不满意的主要原因（可多选）', en: 'Main reasons for dissatisfaction (choose any)' },
      hint: { 'zh-CN': '有不满意的方面请回答', en: 'If anything was unsatisfactory' },
      when: { lowIn: ['R00', 'R01', 'R02', 'R03', 'R04', 'R05', 'R06'] },
      options: [
        option('late', '超过期限', 'Past the deadline'),
        option('reasons', '没说清理由', 'Reasons unclear'),
        option('beside', '答非所问', 'Beside the point'),
        option('channel', '渠道不通', 'Channel did not work'),
        option('again', '反复补正', 'Repeated corrections'),
        option('attitude', '态度不好', 'Attitude'),
        option('form', '形式不便', 'Inconvenient form'),
        option('fee', '收费', 'Fees'),
        other,
      ],
    },
    opinion('R10', '想对我们说的话（选填）', 'Anything you want to tell us (optional)'),
  ],
});
