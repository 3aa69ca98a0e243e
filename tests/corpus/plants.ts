// Errors as offices make them, each labelled by the rule that must find it. `also` are rules that rightly speak up as a
// consequence. A plant that changes nothing is a fault of the corpus and throws.
import { addRequest, type Facts } from './facts.ts';
import type { Draft } from './render.ts';
import type { Writing } from './styles.ts';

export interface Plant {
  readonly rule: string;
  readonly also?: readonly string[];
  /** Before writing: what the text says, or tables and text together. */
  readonly facts?: (facts: Facts) => void;
  /** After writing: what the tables show, or the text itself. */
  readonly draft?: (draft: MutableDraft, facts: Facts) => void;
  /** What last year's report had in these cells. */
  readonly lastYear?: (cells: Record<string, number>, facts: Facts) => void;
  readonly copyLastYear?: true;
}

export interface MutableDraft extends Draft {
  writing: Writing;
  shown: Record<string, string>;
  titles: readonly string[];
}

const bump = (draft: MutableDraft, by: number, ...ids: string[]) => {
  for (const id of ids) draft.shown[id] = String(Number(draft.shown[id] ?? '0') + by);
};

type Lines = keyof Writing;

/** Replaces the first match in the given lines. */
const edit = (lines: Lines, from: RegExp | string, to: string) => (draft: MutableDraft) => {
  const before = draft.writing[lines] ?? [];
  const at = before.findIndex((line) => (typeof from === 'string' ? line.includes(from) : from.test(line)));
  if (at < 0) throw new Error(`nothing to plant at ${String(from)} in ${before.join('/')}`);
  draft.writing = { ...draft.writing, [lines]: before.map((line, i) => (i === at ? line.replace(from, to) : line)) };
};

const append = (lines: Lines, sentence: string) => (draft: MutableDraft) => {
  const before = draft.writing[lines] ?? [];
  const at = before.length - 1;
  draft.writing = { ...draft.writing, [lines]: before.map((line, i) => (i === at ? line + sentence : line)) };
};

const retitle = (i: number, title: string) => (draft: MutableDraft) => {
  draft.titles = draft.titles.map((old, at) => (at === i ? title : old));
};

export const plants = {
  carriedOutTable: { rule: 'B1', also: ['X1', 'B8'], draft: (d) => bump(d, 1, 'r4.np', 'r4.tot') },
  carriedInTable: { rule: 'B1', also: ['X1', 'X3'], draft: (d) => bump(d, 2, 'r2.np', 'r2.tot') },
  outcomeRow: { rule: 'B2', also: ['X3', 'B6'], draft: (d) => bump(d, 1, 'r3_1.np', 'r3_1.tot') },
  outcomeTotal: { rule: 'B2', also: ['B1', 'X1', 'X3'], draft: (d) => bump(d, 3, 'r3_7.np', 'r3_7.tot') },
  rowTotal: { rule: 'B3', also: ['B1', 'B2', 'X1', 'X3', 'X4'], draft: (d) => bump(d, 1, 'r1.tot') },
  rowPart: { rule: 'B3', also: ['B1', 'B2', 'B6'], draft: (d) => bump(d, 2, 'r3_4_1.l_com') },
  carriedOver: {
    rule: 'B4',
    lastYear: (cells) => {
      cells['r4.np'] = (cells['r4.np'] ?? 0) + 1;
      cells['r4.tot'] = (cells['r4.tot'] ?? 0) + 1;
    },
  },
  normsBalance: {
    rule: 'A1x',
    lastYear: (cells) => {
      cells['A1.norms.valid'] = (cells['A1.norms.valid'] ?? 0) + 6;
    },
  },
  slash: {
    rule: 'B5',
    draft: (d) => {
      for (const id of ['A1.rules.made', 'A1.rules.repealed', 'A1.rules.valid']) d.shown[id] = '/';
    },
  },
  blankCells: {
    rule: 'B5',
    draft: (d) => {
      for (const row of ['r3_3_1', 'r3_3_2', 'r3_5_3'])
        for (const column of ['np', 'l_com', 'l_res', 'l_pub', 'l_law', 'l_oth']) d.shown[`${row}.${column}`] = '';
    },
  },
  fraction: {
    rule: 'B5',
    also: ['B1', 'B2', 'B3', 'X1', 'X3'],
    draft: (d) => {
      d.shown['A6.penalty.n'] = '12.5';
    },
  },
  splitTwice: {
    rule: 'B6',
    also: ['B1', 'B2', 'X1', 'X3'],
    draft: (d) => bump(d, 2, 'r3_2.np', 'r3_2.tot', 'r3_7.np', 'r3_7.tot'),
  },
  feeDenied: {
    rule: 'B7',
    facts: (f) => {
      addRequest(f.cells, 'r1', 'np', 'r3_6_2');
      f.said.received++;
      f.said.done++;
      f.said.natural++;
      f.said.channels[0]++;
    },
  },
  feeSilent: {
    rule: 'B7',
    draft: (d) => {
      d.writing = { ...d.writing, six: ['本年度无其他需要报告的事项。'] };
    },
  },
  allDone: { rule: 'B8', also: ['X1'], draft: edit('one', /(?:另有|，?结转下|，?转入下)[^，。；]*/, '，已全部办结') },
  aggregate: { rule: 'B9', draft: () => {} },
  reviewTotal: { rule: 'C1', also: ['C6'], draft: (d) => bump(d, 1, 'rev.tot') },
  directTotal: { rule: 'C2', also: ['C6', 'C4'], draft: (d) => bump(d, 1, 'lit_direct.tot') },
  afterKeep: { rule: 'C3', also: ['C6'], draft: (d) => bump(d, 2, 'lit_after.keep') },
  directSuit: {
    rule: 'C4',
    facts: (f) => {
      f.cells['lit_direct.keep'] = 1;
      f.cells['lit_direct.tot'] = 1;
      f.said.suit++;
    },
  },
  correctedSilently: {
    rule: 'C5',
    facts: (f) => {
      f.cells['rev.correct'] = 1;
      f.cells['rev.tot'] = (f.cells['rev.tot'] ?? 0) + 1;
      f.said.review++;
    },
  },
  reviewSaid: {
    rule: 'C6',
    facts: (f) => {
      f.said.review += 2;
    },
  },
  suitSaid: {
    rule: 'C6',
    facts: (f) => {
      f.said.suit += 1;
    },
  },
  remedyDenied: {
    rule: 'C6',
    also: ['C5'],
    draft: (d) => {
      bump(d, 1, 'rev.keep', 'rev.tot');
      append('one', '全年未发生因政府信息公开引发的行政复议。')(d);
    },
  },
  rulesMade: { rule: 'A2', draft: (d) => bump(d, 2, 'A1.rules.made') },
  noDecisions: {
    rule: 'A3',
    draft: (d) => {
      for (const id of ['A5.licence.n', 'A6.penalty.n', 'A6.coercion.n']) d.shown[id] = '0';
    },
  },
  yuan: {
    rule: 'A4',
    draft: (d) => {
      d.shown['A8.fee.amount'] = '38214567';
    },
  },
  receivedSaid: {
    rule: 'X1',
    also: ['X4', 'X3'],
    facts: (f) => {
      f.said.received += 7;
    },
  },
  doneSaid: {
    rule: 'X1',
    also: ['X3'],
    facts: (f) => {
      f.said.done += 2;
    },
  },
  carriedOutSaid: {
    rule: 'X1',
    facts: (f) => {
      f.said.carriedOut += 3;
    },
  },
  carriedInSaid: {
    rule: 'X1',
    facts: (f) => {
      f.said.carriedIn += 2;
    },
  },
  noneSaid: {
    rule: 'X1',
    draft: (d) => {
      bump(d, 1, 'r1.np', 'r1.tot', 'r3_1.np', 'r3_1.tot', 'r3_7.np', 'r3_7.tot');
    },
  },
  madeSaid: {
    rule: 'X2',
    facts: (f) => {
      f.said.made += 2;
    },
  },
  validSaid: {
    rule: 'X2',
    facts: (f) => {
      f.said.valid -= 3;
    },
  },
  repealedSaid: {
    rule: 'X2',
    facts: (f) => {
      f.said.repealed += 1;
    },
  },
  shareWrong: { rule: 'X3', draft: edit('one', /占(?:办结数的)?(\d)(\d*\.\d+)%/, '占9$1.75%') },
  partsWrong: {
    rule: 'X3',
    facts: (f) => {
      f.published.parts[0] += 13;
    },
  },
  grantedSaid: {
    rule: 'X3',
    facts: (f) => {
      f.said.granted += 1;
    },
  },
  channelsSaid: {
    rule: 'X4',
    also: ['X3'],
    facts: (f) => {
      f.said.channels[0] += 3;
    },
  },
  naturalSaid: {
    rule: 'X4',
    facts: (f) => {
      f.said.natural += 2;
    },
  },
  titleYear: {
    rule: 'X5',
    also: ['X1', 'X2', 'C6', 'F1', 'C4'],
    draft: (d, f) => {
      d.writing = {
        ...d.writing,
        title: d.writing.title.map((line) => line.replace(String(f.year), String(f.year - 1))),
      };
    },
  },
  sectionYear: { rule: 'X5', draft: (d, f) => edit('one', `${f.year}年，`, `${f.year - 1}年，`)(d) },
  nextYear: { rule: 'X5', draft: (d, f) => edit('five', `${f.year + 1}年，`, `${f.year}年，`)(d) },
  nextYearAdded: { rule: 'X5', draft: (d, f) => append('five', `下一步，${f.year}年将继续抓好整改落实。`)(d) },
  shortYear: {
    rule: 'X5',
    draft: (d, f) => edit('one', `${f.year}年`, `${String(f.year).slice(0, 2)}${String(f.year).slice(3)}年`)(d),
  },
  badDay: { rule: 'X5', also: ['F2'], draft: edit('one', /5月10日|4月30日|9月30日/, '6月31日') },
  moreThanThree: { rule: 'X6', draft: append('one', '联合媒体开展报道3余家次，走访企业3余家。') },
  moreThanOdd: { rule: 'X6', draft: append('one', '发放宣传资料1248余份。') },
  moreThanTenThousand: { rule: 'X6', draft: append('one', '浏览量达15余万次。') },
  quarterly: { rule: 'X7', draft: edit('one', '全年共检查4次', '全年共检查3次') },
  monthly: { rule: 'X7', draft: edit('one', /全年(?:共核对|抽查)12次/, '全年共9次') },
  weekly: { rule: 'X7', draft: append('one', '每周发布一期政策周报，全年共发布31期。') },
  titleWording: { rule: 'S1', draft: retitle(4, '五、存在问题及改进情况') },
  titleWordingFour: { rule: 'S1', draft: retitle(3, '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况') },
  titleMissing: {
    rule: 'S1',
    also: ['B7'],
    draft: (d) => {
      d.writing = { ...d.writing, six: [] };
      retitle(5, '')(d);
    },
  },
  titleTwice: {
    rule: 'S1',
    draft: (d) => {
      d.writing = { ...d.writing, five: [...d.writing.five, '五、存在的主要问题及改进情况', '无。'] };
    },
  },
  partMissing: {
    rule: 'S1',
    draft: (d) => {
      const at = d.writing.one.findIndex((line) => /信息管理|资源管理/.test(line));
      const gone = (d.writing.one[at] ?? '').length < 20 ? 2 : 1;
      d.writing = { ...d.writing, one: d.writing.one.filter((_, i) => i < at || i >= at + gone) };
    },
  },
  dutyMissing: { rule: 'S2', also: ['F2'], draft: edit('one', /；?[^；。]*社会评议[^；。]*/, '') },
  blameMissing: { rule: 'S2', draft: edit('one', /；(?:本年度没有单位和个人|全年未发生)[^；。]*/, '') },
  measureMissing: {
    rule: 'S3',
    draft: edit(
      'five',
      /[二三]是(?:分两批|以老带新|开展以老带新|聘请法律顾问|把公开专区|拓宽民意|建立专家库)[^；。]*/,
      '',
    ),
  },
  measureMissingFinal: { rule: 'S3', draft: edit('five', /；三是把专区搬进便民大厅/, '') },
  measureMissingLast: { rule: 'S3', draft: edit('five', /；三是开展常态化培训[^。]*/, '') },
  monthlyLast: { rule: 'X7', draft: edit('one', '全年通报12次', '全年通报8次') },
  copied: { rule: 'S3', copyLastYear: true },
  late: {
    rule: 'F1',
    draft: (d, f) => {
      d.writing = { ...d.writing, title: [...d.writing.title, `发布日期：${f.year + 1}-04-18`] };
    },
  },
  slogan: { rule: 'F4', draft: append('one', '坚持以习近平新时代中国特色主义思想为指导。') },
  exception: { rule: 'F4', draft: append('one', '坚持“公开为常态、不公开是原则”。') },
  repeated: {
    rule: 'F5',
    draft: (d) => {
      const said = '各部门要高度重视政府信息公开工作并落实专人负责日常维护和更新。';
      append('one', said)(d);
      append('five', said)(d);
    },
  },
} satisfies Record<string, Plant>;

export type PlantName = keyof typeof plants;

/** Edits that belong to the 2019 form are made on the written file. */
export const asForm2019 = (text: string): string =>
  text
    .replaceAll('本年制发件数', '本年新制作数量')
    .replaceAll('本年废止件数', '本年新公开数量')
    .replaceAll('现行有效件数', '对外公开总数量');
