// Model questionnaire (a): 政府信息公开工作社会评议, the evaluation of a county's disclosure work that article 46 of the
// regulation demands. Only the overall rating is required. Townships in B3 come from the county's own list.
import type { Option, Question, Survey } from '../survey.ts';
import { fiveLevels } from './scales.ts';
import { opinion, option, other, overall, rating as ratingOf, unknown } from './wording.ts';

const rating = (code: string, dimension: string, zh: string, en: string): Question =>
  ratingOf(code, dimension, zh, en, unknown);

export function generalSurvey(code: string, townships: readonly Option[]): Survey {
  const questions: Question[] = [
    overall(
      'G00',
      '总的来说，您对本县政府信息公开工作满意吗？',
      'Overall, how satisfied are you with the county’s disclosure of government information?',
    ),
    rating(
      'G01',
      'CON',
      '您看到的政府信息内容是否全面、准确？',
      'Is the government information you see complete and accurate?',
    ),
    rating('G02', 'TIM', '政府信息发布和更新是否及时？', 'Is information published and updated in time?'),
    rating(
      'G03',
      'ACC',
      '您想找的信息是否容易找到（网站栏目、搜索、公众号）？',
      'Is the information you look for easy to find (website, search, official accounts)?',
    ),
    rating('G04', 'POL', '政策解读是否看得懂、用得上？', 'Are explanations of policy understandable and useful?'),
    rating(
      'G05',
      'RES',
      '对群众提问、留言和关心的事，政府回应得怎么样？',
      'How well does the government respond to questions, messages and concerns?',
    ),
    rating(
      'G06',
      'DEC',
      '重要事项决定前征求意见、事后反馈采纳情况做得怎么样？',
      'How well are people consulted before important decisions, and told what became of their views?',
    ),
    rating(
      'G07',
      'KEY',
      '与您生活密切的信息（教育、医疗、社保、就业、补贴、征地、财政等）公开得怎么样？',
      'How well is information close to daily life disclosed (schools, health care, insurance, jobs, subsidies, land, budgets)?',
    ),
    {
      code: 'G08',
      dimension: 'FOI',
      kind: 'choice',
      words: {
        'zh-CN': '近一年您申请过政府信息公开吗？',
        en: 'Have you requested government information in the past year?',
      },
      options: [option('no', '没有申请过', 'No'), option('yes', '申请过', 'Yes')],
    },
    {
      code: 'G08R',
      dimension: 'FOI',
      kind: 'rating',
      words: {
        'zh-CN': '您对申请渠道和答复是否满意？',
        en: 'How satisfied are you with the request channel and the reply?',
      },
      hint: { 'zh-CN': '申请过的请回答', en: 'If you have made a request' },
      when: { question: 'G08', is: ['yes'] },
    },
    rating(
      'G09',
      'OFF',
      '线下公开（政务公开专区、公开栏、村务公开栏）是否方便？',
      'Are offline places (disclosure corners, notice boards, village boards) convenient?',
    ),
    rating(
      'G10',
      'PLT',
      '政府网站和公众号是否好用（字号、无障碍、手机查看）？',
      'Are the website and official accounts easy to use (text size, accessibility, on a phone)?',
    ),
    rating(
      'G11',
      'EFF',
      '公开的信息对您办事、生产生活有没有帮助？',
      'Does the disclosed information help you in your affairs, work and life?',
    ),
    {
      code: 'G12',
      dimension: 'NEED',
      kind: 'choices',
      max: 3,
      words: { 'zh-CN': '您最希望加强公开的领域', en: 'Areas you most want to see disclosed better' },
      options: [
        option('fiscal', '财政资金', 'Public funds'),
        option('farm', '惠农补贴', 'Farm subsidies'),
        option('land', '征地拆迁', 'Land acquisition'),
        option('school', '教育入学', 'Schools'),
        option('health', '医疗医保', 'Health care'),
        option('jobs', '就业社保', 'Jobs and insurance'),
        option('housing', '住房', 'Housing'),
        option('safety', '环境、食品药品安全', 'Environment, food and drug safety'),
        option('projects', '重大项目', 'Major projects'),
        option('norms', '规范性文件', 'Normative documents'),
        other,
      ],
    },
    {
      code: 'G13',
      dimension: 'FIX',
      kind: 'choices',
      max: 3,
      words: { 'zh-CN': '您认为最需要改进的方面', en: 'What most needs to improve' },
      options: [
        option('slow', '更新慢', 'Slow updates'),
        option('hidden', '找不到', 'Hard to find'),
        option('unclear', '看不懂', 'Hard to understand'),
        option('silent', '不回应', 'No response'),
        option('partial', '内容不全', 'Incomplete'),
        option('request', '申请渠道不便', 'Requests are inconvenient'),
        option('offline', '线下看不到', 'Nothing offline'),
        option('clumsy', '网页手机不好用', 'Pages work badly on a phone'),
        other,
        { ...option('none', '没有', 'Nothing'), alone: true },
      ],
    },
    opinion('G14', '您的意见建议', 'Your comments and suggestions'),
    {
      code: 'B1',
      dimension: 'WHO',
      kind: 'choice',
      words: { 'zh-CN': '您的身份（选填）', en: 'You are (optional)' },
      options: [
        option('rural', '农村居民', 'Rural resident'),
        option('urban', '城镇居民', 'Town resident'),
        option('business', '企业或个体经营者', 'Business or self-employed'),
        option('public', '机关事业单位人员', 'Public employee'),
        option('student', '学生', 'Student'),
        option('else', '其他', 'Other'),
      ],
    },
    {
      code: 'B2',
      dimension: 'WHO',
      kind: 'choice',
      words: { 'zh-CN': '您的年龄（选填）', en: 'Your age (optional)' },
      options: [
        option('u18', '18岁以下', 'Under 18'),
        option('a18', '18—35岁', '18–35'),
        option('a36', '36—59岁', '36–59'),
        option('a60', '60岁及以上', '60 and over'),
      ],
    },
  ];
  if (townships.length >= 2)
    questions.push({
      code: 'B3',
      dimension: 'WHO',
      kind: 'choice',
      words: { 'zh-CN': '您所在的乡镇、街道（选填）', en: 'Your township or subdistrict (optional)' },
      options: [...townships],
    });
  questions.push({
    code: 'B4',
    dimension: 'WHO',
    kind: 'choices',
    words: {
      'zh-CN': '您主要从哪里看到政府信息（选填，可多选）',
      en: 'Where you mostly see government information (optional)',
    },
    options: [
      option('site', '政府网站', 'Government website'),
      option('media', '公众号、新媒体', 'Official accounts, new media'),
      option('board', '公开栏、大喇叭', 'Notice boards, loudspeakers'),
      option('hall', '政务大厅、专区', 'Service hall'),
      option('press', '电视报纸', 'Television, newspapers'),
      option('people', '熟人', 'People I know'),
      option('else', '其他', 'Other'),
    ],
  });
  return {
    code,
    kind: 'general',
    version: 1,
    title: { 'zh-CN': '政府信息公开工作社会评议', en: 'Public evaluation of government information disclosure' },
    intro: {
      'zh-CN': '匿名填写，约需两分钟。除第一题外都可以跳过。结果写入政府信息公开工作年度报告。',
      en: 'Anonymous, about two minutes. Only the first question is required. Results go into the annual disclosure report.',
    },
    scale: fiveLevels,
    questions,
  };
}
