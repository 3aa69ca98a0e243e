// The narrative of the 2021 form: which texts an office writes, under which headings, and the figures of the tables by the
// names under which a text may ask for them. Samples are there to be rewritten: 30号 punishes 雷同.
import type { FormText, NamedCells } from './form.ts';

export const texts: readonly FormText[] = [
  {
    id: 'preamble',
    section: 0,
    heading: null,
    sample:
      '本报告依据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号文件要求编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限为{年份}年1月1日至12月31日。',
  },
  {
    id: 'disclosure',
    section: 1,
    heading: '（一）主动公开',
    sample:
      '{年份}年，制发行政规范性文件{制发规范性文件}件，废止{废止规范性文件}件，现行有效{现行有效规范性文件}件，均已集中公开。',
  },
  {
    id: 'requests',
    section: 1,
    heading: '（二）依申请公开',
    sample:
      '全年收到政府信息公开申请{收到申请}件，上年结转{上年结转}件，办结{办结申请}件，结转下年度继续办理{结转下年}件。因政府信息公开发生行政复议{行政复议}件、行政诉讼{行政诉讼}件。',
  },
  {
    id: 'management',
    section: 1,
    heading: '（三）政府信息管理',
    sample: '落实公开属性源头认定和公开前审查，定期清理已公开的信息，失效的及时标注。',
  },
  {
    id: 'platforms',
    section: 1,
    heading: '（四）政府信息公开平台建设',
    sample: '优化政府网站信息公开专栏，完善检索功能，对栏目更新情况逐月检查。',
  },
  {
    id: 'oversight',
    section: 1,
    heading: '（五）监督保障',
    sample: '政府信息公开工作纳入年度绩效考核，考核结果已通报。{社会评议}全年未发生责任追究情形。',
  },
  {
    id: 'problems',
    section: 5,
    heading: '（一）存在的主要问题',
    sample: '一是政策解读形式不够丰富；二是工作人员业务能力有待提升。',
  },
  {
    id: 'improvements',
    section: 5,
    heading: '（二）改进情况',
    sample: '上年报告提出的问题已整改。下一步，一是用图解、短视频等方式提升解读质量；二是组织业务培训。',
  },
  { id: 'others', section: 6, heading: null, sample: '本年度发出信息处理费收费通知0件，未收取信息处理费。' },
];

/** A prefecture's notice asks for no more in section 1; advice, not law. */
export const adviceCharsMax = { section: 1, charsMax: 1000 };

const rows = (prefix: string, n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => `B.${prefix}_${i + 1}.tot`);
const suits = (column: string): readonly string[] => [`C.lit_direct.${column}`, `C.lit_after.${column}`];

export const namedCells: readonly NamedCells[] = [
  { name: '收到申请', cells: ['B.r1.tot'] },
  { name: '自然人申请', cells: ['B.r1.np'] },
  { name: '法人申请', cells: ['l_com', 'l_res', 'l_pub', 'l_law', 'l_oth'].map((column) => `B.r1.${column}`) },
  { name: '上年结转', cells: ['B.r2.tot'] },
  { name: '办结申请', cells: ['B.r3_7.tot'] },
  { name: '结转下年', cells: ['B.r4.tot'] },
  { name: '予以公开', cells: ['B.r3_1.tot'] },
  { name: '部分公开', cells: ['B.r3_2.tot'] },
  { name: '不予公开', cells: rows('r3_3', 8) },
  { name: '无法提供', cells: rows('r3_4', 3) },
  { name: '不予处理', cells: rows('r3_5', 5) },
  { name: '其他处理', cells: rows('r3_6', 3) },
  { name: '制发规范性文件', cells: ['A1.norms.made'] },
  { name: '废止规范性文件', cells: ['A1.norms.repealed'] },
  { name: '现行有效规范性文件', cells: ['A1.norms.valid'] },
  { name: '行政许可', cells: ['A5.licence.n'] },
  { name: '行政处罚', cells: ['A6.penalty.n'] },
  { name: '行政强制', cells: ['A6.coercion.n'] },
  { name: '行政事业性收费', cells: ['A8.fee.amount'] },
  { name: '行政复议', cells: ['C.rev.tot'] },
  { name: '复议维持', cells: ['C.rev.keep'] },
  { name: '复议纠正', cells: ['C.rev.correct'] },
  { name: '复议未审结', cells: ['C.rev.pending'] },
  { name: '行政诉讼', cells: suits('tot') },
  { name: '诉讼维持', cells: suits('keep') },
  { name: '诉讼纠正', cells: suits('correct') },
  { name: '诉讼未审结', cells: suits('pending') },
];
