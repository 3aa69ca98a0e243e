// The statutory form as the check sees it: the cells of tables 二, 三 and 四, and the words by which a row is known in
// any of its spellings. A row's own words suffice; the merged labels around it are too often lost.
import form from '../statutory/annual-report-tables.json' with { type: 'json' };

export const sectionTitles: readonly string[] = form.sections;
const applicantColumns = form.tables.B.cols.map(([id = '', label = '']) => ({ id, label }));
const outcomeColumns = form.tables.C.cols.map(([id = '', label = '']) => ({ id, label }));
const remedyGroups = form.tables.C.groups.map(([id = '', label = '']) => ({ id, label }));
export const applicantIds: readonly string[] = applicantColumns.map(({ id }) => id);
export const outcomeIds: readonly string[] = outcomeColumns.map(({ id }) => id);
export const groupIds: readonly string[] = remedyGroups.map(({ id }) => id);

export interface FormRow {
  readonly id: string;
  readonly label: string;
  /** The row's words, best spelling first, whatever blanks and cell borders stand between the characters. */
  readonly known: readonly RegExp[];
  /** "3" in `3.其他`: it stands before the words and must not be read as the row above's last figure. */
  readonly number?: string;
}

/** Cell borders (U+E000 between cells, U+E001 between rows) and blanks may stand inside a label. */
const gap = '[\\s|\\ue001\\ue000]{0,12}';
const spaced = (words: string): string => [...words].map((char) => char.replace(/[().]/, '\\$&')).join(gap);
const spellings = (...all: readonly string[]): RegExp[] => all.map((words) => new RegExp(spaced(words), 'g'));

/** The last spelling of each is how it begins: in a PDF the figures stand between a label's first line and its second. */
const requestWords: Record<string, readonly string[]> = {
  r1: ['本年新收政府信息公开', '本年度新收政府信息公开', '本年新收申请', '本年新收到', '一、本年新收'],
  r2: [
    '上年结转政府信息公开',
    '上年度结转政府信息公开',
    '上一年结转',
    '上年结转申请',
    '上年度结转申请',
    '二、上年结转',
  ],
  r3_1: ['(一)予以公开', '一)予以公开', '予以公开'],
  r3_2: ['部分公开', '(二)部分'],
  r3_3_1: ['属于国家秘密', '国家秘密', '1.属于国家'],
  r3_3_2: ['其他法律行政法规禁止公开', '法律行政法规禁止', '其他法律、行政法规禁止', '2.其他法律'],
  r3_3_3: ['危及“三安全一稳定', '危及"三安全一稳定', '三安全一稳定', '3.危及'],
  r3_3_4: ['保护第三方合法权益', '第三方合法权益', '4.保护第三'],
  r3_3_5: ['属于三类内部事务', '三类内部事务', '三类内部管理', '5.属于三类'],
  r3_3_6: ['属于四类过程性信息', '四类过程性', '6.属于四类'],
  r3_3_7: ['属于行政执法案卷', '行政执法案卷', '7.属于行政执'],
  r3_3_8: ['属于行政查询事项', '行政查询事项', '8.属于行政查'],
  r3_4_1: ['本机关不掌握相关政府信息', '不掌握相关政府信息', '不掌握相关', '1.本机关'],
  r3_4_2: ['没有现成信息需要另行制作', '没有现成信息', '需要另行制作', '2.没有现'],
  r3_4_3: ['补正后申请内容仍不明确', '申请内容仍不明确', '3.补正后'],
  r3_5_1: ['信访举报投诉类申请', '信访举报投诉', '1.信访举'],
  r3_5_2: ['重复申请', '2.重复申'],
  r3_5_3: ['要求提供公开出版物', '公开出版物', '3.要求提供'],
  r3_5_4: ['无正当理由大量反复申请', '大量反复申请', '4.无正当'],
  r3_5_5: ['要求行政机关确认或重新出具', '确认或重新出具', '5.要求行政'],
  r3_6_1: ['申请人无正当理由逾期不补正', '无正当理由逾期不补正', '逾期不补正', '1.申请人无'],
  r3_6_2: ['申请人逾期未按收费通知', '逾期未按收费通知', '未按收费通知', '2.申请人逾'],
  r3_6_3: ['3.其他', '3、其他', '3其他', '其他'],
  r3_7: ['(七)总计', '七)总计', '(六)总计', '总计', '(七)总'],
  r4: ['结转下年度继续办理', '结转下一年度继续办理', '结转下年继续办理', '结转下年度', '四、结转下'],
};

export const requestRows: readonly FormRow[] = form.tables.B.rows.map(({ id, label }) => {
  const number = /^(\d)\./.exec(label)?.[1];
  return { id, label, known: spellings(...(requestWords[id] ?? [label])), ...(number ? { number } : {}) };
});
export const requestRowIds: readonly string[] = requestRows.map(({ id }) => id);
/** The parts of （七）总计. */
export const outcomeRowIds = requestRowIds.filter((id) => id.startsWith('r3_') && id !== 'r3_7');
/** The single row of the 2019 format in place of r3_6_1 … r3_6_3. */
export const otherHandlingRow2019: FormRow = {
  id: 'r3_6',
  label: '（六）其他处理',
  known: spellings('(六)其他处理', '其他处理'),
};

export interface DisclosureRow extends FormRow {
  /** Ids of the row's cells, such as `A1.rules.made`. */
  readonly cells: readonly string[];
  readonly decimal: boolean;
}

const disclosureWords: Record<string, readonly string[]> = {
  rules: ['规章'],
  norms: ['行政规范性文件', '规范性文件'],
  licence: ['行政许可'],
  penalty: ['行政处罚'],
  coercion: ['行政强制'],
  fee: ['行政事业性收费'],
};

export const disclosureRows: readonly DisclosureRow[] = form.tables.A.blocks.flatMap((block) =>
  block.rows.map(([id = '', label = '']) => ({
    id,
    label,
    known: spellings(...(disclosureWords[id] ?? [label])),
    cells: block.cols.map(([column = '']) => `${block.id}.${id}.${column}`),
    decimal: 'decimal' in block && block.decimal === true,
  })),
);

export const requestCell = (row: string, column: string): string => `${row}.${column}`;
export const remedyCell = (group: string, column: string): string => `${group}.${column}`;

const columnLabel: Record<string, string> = { made: '本年制发件数', repealed: '本年废止件数', valid: '现行有效件数' };

/** What a cell is called in a message. */
export function cellLabel(id: string): string {
  const [first = '', second = '', third = ''] = id.split('.');
  const request = requestRows.find((row) => row.id === first) ?? (first === 'r3_6' ? otherHandlingRow2019 : undefined);
  if (request)
    return `${request.label.replace(/（区分.*$/, '')}·${applicantColumns.find((c) => c.id === second)?.label ?? second}`;
  const group = remedyGroups.find((g) => g.id === first);
  if (group) return `${group.label.replace('/', '·')}·${outcomeColumns.find((c) => c.id === second)?.label ?? second}`;
  const disclosure = disclosureRows.find((row) => row.id === second);
  return disclosure ? `${disclosure.label}${third in columnLabel ? `·${columnLabel[third]}` : ''}` : id;
}

const wording =
  /第二十条|信息内容|本年制发|本年废止|现行有效件数|本年处理决定|本年收费金额|行政事业性收费|勾稽关系|申请人情况|法人或其他组织|科研机构|社会公益|法律服务机构|本年新收|上年结转政府信息|本年度办理结果|属于国家秘密|三安全一稳定|第三方合法权益|内部事务信息|过程性信息|行政执法案卷|行政查询事项|不掌握相关|没有现成信息|补正后申请|信访举报投诉类|公开出版物|大量反复申请|确认或重新|逾期不补正|未按收费通知|结转下年度继续办理|结果维持|结果纠正|其他结果|尚未审结|未经复议直接|复议后起诉/;

/** A short line of the printed form, as opposed to a sentence that quotes it. A row keeps its borders or tabs. */
export const isFormWording = (line: string): boolean => /[|\t].*[|\t].*[|\t]/.test(line) || isFormLine(line);

const isFormLine = (line: string): boolean =>
  line.length < 80 && !/[。]|\d\s*[件宗份]/.test(line) && wording.test(line.replace(/\s/g, ''));

/** The first place, from `from` and before `to`, where the row's words stand; better spellings are tried first. */
export function findRow(
  row: Pick<FormRow, 'known'>,
  text: string,
  from: number,
  to: number,
): [start: number, end: number] | undefined {
  for (const known of row.known) {
    known.lastIndex = from;
    const found = known.exec(text);
    if (found && found.index < to) return [found.index, found.index + found[0].length];
  }
  return undefined;
}

export const spacedWords = (words: string): RegExp => new RegExp(spaced(words), 'g');
