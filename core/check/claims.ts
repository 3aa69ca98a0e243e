// What the narrative says in figures, each with its kind and place. A figure is classed by the words right before it
// (「收到」 …), else right after it (「2件结转下年」). Figures of another year, another organ, part of a year, or of letters
// and hotlines are not claims about the tables and are left out here, so that no rule has to know of them.
import type { Place } from './document.ts';
import { type Figure, figuresOf } from './numerals.ts';
import type { Sentence } from './sentences.ts';

export type ClaimKind =
  | 'received'
  | 'done'
  | 'handled'
  | 'carried-in'
  | 'carried-out'
  | 'granted'
  | 'partial'
  | 'refused'
  | 'unable'
  | 'unprocessed'
  | 'otherwise'
  | 'channel'
  | 'applicant'
  | 'review'
  | 'suit'
  | 'review-and-suit'
  | 'review-result'
  | 'suit-result'
  | 'norms-made'
  | 'norms-repealed'
  | 'norms-valid'
  | 'interpreted';

export interface Claim {
  readonly kind: ClaimKind;
  readonly value: number;
  readonly approximate: boolean;
  /** Which outcomes, channel, applicant or result it counts. */
  readonly of: readonly string[];
  /** Plainly worded: who disagrees with the table here is wrong, not misread. */
  readonly plain: boolean;
  readonly sentence: number;
  readonly block: number;
  readonly place: Place;
  readonly quote: string;
}

const countingUnit = /^(?:件|条|份|次|宗|起|例|个|件次|篇|部|项|批|封)$/;

const aside =
  /以来|历年|近[两三四五六]年|上半年|下半年|[一二三四]季度|截[至止](?:20\d\d年)?(?:[1-9]|1[01])月|同比|环比|较上年|比上年|较去年|比去年|较前|上年同期|去年同期|上年度同期|增加|增长|减少|下降|上升|降低|提高/;
const carriedInWords = (year: number) =>
  new RegExp(
    `(?:上一?年度?|去年|${year - 1}年度?)[^,。]{0,8}(?:结转|转入|转结|顺延|遗留|跨年|延期)|结转(?:自)?(?:的)?(?:上一?年度?|去年|${year - 1}年)|跨年度?(?:结转)?(?:至|到)?本年|上年结转`,
  );
const carriedOutWords = (year: number) =>
  new RegExp(
    `(?:结转|转入|转结|顺延|延期|延至|延续|跨)(?:至|到|入|办至)?(?:下一?年度?|下年|次年|明年|${year + 1}年度?|跨年)|(?:下一?年度?|次年|明年|${year + 1}年度?)[^,。]{0,4}(?:继续|办理|答复|结转|处理)|跨年度?办理|尚未办结|尚在办理|正在办理|尚未答复|未到期|(?<!上年|上年度|上一年|上一年度|去年)结转(?=$)|结转下|转下一?年`,
  );

const outcomeWords: readonly (readonly [ClaimKind, RegExp])[] = [
  ['partial', /部分公开/],
  ['refused', /不予公开/],
  ['granted', /予以公开|全部公开|同意公开|(?<!部分)(?<!不)公开答复/],
  ['unable', /无法提供/],
  ['unprocessed', /不予处理/],
  ['otherwise', /其他处理/],
];

const channelWords: readonly (readonly [string, RegExp])[] = [
  ['网络', /网络|网上|线上|互联网|网站|在线|平台|系统/],
  ['信函', /信函|邮寄|书信|来信|来函|快递|EMS|邮政|挂号|书面寄/i],
  ['当面', /当面|现场|窗口|柜台|上门/],
  ['传真', /传真/],
  ['邮件', /电子邮件|邮箱/],
];

const applicantWords: readonly (readonly [string, RegExp])[] = [
  ['自然人', /自然人|公民|个人/],
  ['法人', /法人|企业|其他组织|单位申请|律所|法律服务/],
];

const resultWords: readonly (readonly [string, RegExp])[] = [
  ['keep', /维持/],
  ['correct', /纠正|纠错|撤销|败诉|责令/],
  ['pending', /尚未审结|未审结|正在审理|未结|审理中/],
  ['other', /其他结果|撤回|撤诉|终止|驳回/],
];

const otherMatter =
  /留言|信箱|来信(?!申请)|咨询|投诉|热线|12345|建议|提案|意见|问卷|答卷|评价|评议|稿|网民|许可|项目|补贴|处罚|强制|收费|培训|会议|检查|解读|信息类|栏目|评论|点击|工单|诉求|答记者问/;
const requestWords = /申请|依申请/;
const receivedWords = /(?:收到|受理|接收|接到|新收|新增|收件|接受|登记|收取|收悉|接办)/;
const doneWords = /(?:答复|办结|办复|办毕|回复|办理完毕|完成)/;
const handledWords = /(?:处理|办理)/;

interface ClaimContext {
  readonly year: number | undefined;
  /** Words by which the report's own organ may be named. */
  readonly ownNames: readonly string[];
}

const lastClause = (text: string): string =>
  text.slice(Math.max(...[...',:;'].map((mark) => text.lastIndexOf(mark))) + 1);

/** Another organ's figure: 「县教育局受理3件」 in the county's report. */
function isForeign(clause: string, { ownNames }: ClaimContext): boolean {
  if (/我[县区市局办镇乡街旗州委]|本[县区市局办镇乡街机单旗]|全[县区市镇乡局街旗州系]|各/.test(clause)) return false;
  if (/(?<![我本])(?:乡镇|部门|街道|直属|下属|系统)[^各]{0,6}$/.test(clause.replace(/[收受接办答处].*$/, '')))
    return true;
  if (ownNames.length === 0) return false;
  const organ =
    /([\u4e00-\u9fff]{2,14}?(?:局|委员会|发改委|卫健委|办公室|街道|镇|乡|公安|法院|委))(?:、[^,]{2,20})?(?:新|共|累计|全年|受理|收到|办理|接|依法|答复|办结|处理|发生|申请|\d)/.exec(
      clause,
    )?.[1];
  return (
    organ !== undefined &&
    !ownNames.some((name) => name.endsWith(organ.slice(-4)) || organ.endsWith(name) || organ.includes(name.slice(-4)))
  );
}

interface Reading {
  readonly kind: ClaimKind;
  readonly of?: readonly string[];
  readonly plain?: boolean;
}

const oneOf = (list: readonly (readonly [string, RegExp])[], text: string): string[] =>
  list.filter(([, words]) => words.test(text)).map(([name]) => name);

function normsReading(clause: string, sentence: string): Reading | undefined {
  if (!/规范性文件/.test(sentence)) return undefined;
  if (/解读/.test(clause)) return { kind: 'interpreted' };
  const plain = /规范性文件/.test(clause);
  if (/现行有效|继续有效|有效/.test(clause)) return { kind: 'norms-valid', plain };
  if (/废止/.test(clause) && !/失效|修改/.test(clause)) return { kind: 'norms-repealed', plain };
  if (
    /制发|印发|发布|出台|制定|新增|公布/.test(clause) &&
    (plain || clause.length <= 16) &&
    !/清理|审查|备案|审核|评估|累计公开|公开各类|解读/.test(clause)
  )
    return { kind: 'norms-made', plain };
  return undefined;
}

function remedyReading(clause: string, sentence: Sentence): Reading | undefined {
  const topic = sentence.part === '依申请公开' || sentence.section === 4 || /信息公开|依申请/.test(sentence.text);
  const review = clause.lastIndexOf('复议');
  const suit = clause.lastIndexOf('诉讼');
  if (!topic || Math.max(review, suit) < 0 || /应诉|出庭|法治/.test(clause)) return undefined;
  const results = oneOf(resultWords, clause.slice(Math.max(review, suit)));
  if (results.length > 0) return { kind: review > suit ? 'review-result' : 'suit-result', of: results };
  if (review >= 0 && suit >= 0) return { kind: 'review-and-suit', plain: true };
  return { kind: review > suit ? 'review' : 'suit', plain: true };
}

/** What the figure counts by the words before it in its own clause, or undefined. */
function readingBefore(before: string, after: string, sentence: Sentence, year: number): Reading | undefined {
  const clause = lastClause(before);
  const norms = normsReading(clause, sentence.text);
  if (norms) return norms;
  const remedy = remedyReading(clause, sentence);
  if (remedy) return remedy;
  const topic = sentence.part === '依申请公开' || sentence.section === 3 || requestWords.test(sentence.text);
  if (!topic || otherMatter.test(clauseOf(before))) return undefined;
  if (carriedInWords(year).test(clause)) return { kind: 'carried-in', plain: true };
  if (carriedOutWords(year).test(clause)) return { kind: 'carried-out', plain: true };
  const outcomes = outcomeWords.filter(([, words]) => words.test(clause)).map(([kind]) => kind);
  const [outcome] = outcomes;
  if (outcome && /(?:公开|提供|处理)(?:的|答复|信息|类|决定|申请)*(?:有|为|共|共计|计|:|的)*$/.test(clause)) {
    return { kind: outcome, of: outcomes, plain: true };
  }
  const channels = oneOf(channelWords, clause);
  const explicit = /信息公开申请|依申请公开|公开申请|申请公开/.test(clause + after);
  if (channels.length === 1 && !/等(?:各种|多种|不同)?(?:渠道|方式|途径|形式)/.test(clause)) {
    return { kind: 'channel', of: channels };
  }
  const applicants = oneOf(applicantWords, clause.replace(/公民、法人(?:和|或者?|及)其他组织/g, ''));
  if (applicants.length === 1 && !explicit) return { kind: 'applicant', of: applicants };
  if (receivedWords.test(clause)) return { kind: 'received', plain: explicit };
  if (doneWords.test(clause)) return { kind: 'done', plain: true };
  if (handledWords.test(clause)) return { kind: 'handled' };
  if (explicit && /(?:申请|依申请公开|申请公开)(?:信息|事项|件)?(?:共|共计|为|数量)?$/.test(clause))
    return { kind: 'received' };
  return undefined;
}

function readingAfter(after: string, sentence: Sentence, year: number): Reading | undefined {
  const topic = sentence.part === '依申请公开' || sentence.section === 3 || requestWords.test(sentence.text);
  if (!topic || otherMatter.test(after)) return undefined;
  if (carriedOutWords(year).test(after)) return { kind: 'carried-out', plain: true };
  if (carriedInWords(year).test(after)) return { kind: 'carried-in', plain: true };
  if (/^(?:申请)?(?:已|均|按|予|依|在|及时)/.test(after) && doneWords.test(after) && !/未/.test(after))
    return { kind: 'done', plain: true };
  return undefined;
}

export function claimsOf(sentences: readonly Sentence[], context: ClaimContext): Claim[] {
  const year = context.year ?? 0;
  const claims: Claim[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.section === 0 || !/件|条|份|次|宗|起|例|个|篇|部|项/.test(sentence.text)) continue;
    const figures = figuresOf(sentence.text);
    let previousEnd = 0;
    let foreignYear = false;
    // 「收到来信31件,办结31件」: the second figure is about letters too.
    let otherTopic = false;
    for (const [i, figure] of figures.entries()) {
      const before = sentence.text.slice(previousEnd, figure.start);
      const next = figures[i + 1];
      previousEnd = figure.end;
      for (const found of before.matchAll(/(20\d\d)年/g)) {
        const around = before.slice(Math.max(0, found.index - 6), found.index + 12);
        if (!/结转|转入|顺延|延至|延期|跨/.test(around)) foreignYear = Number(found[1]) !== year;
      }
      if (otherMatter.test(clauseOf(before))) otherTopic = true;
      else if (/申请|复议|诉讼|规范性文件/.test(before)) otherTopic = false;
      if ((otherTopic && !/规范性文件|解读/.test(before)) || foreignYear || !countingUnit.test(figure.unit)) continue;
      const clause = lastClause(before);
      if (aside.test(clause.replace(/新增加?/, '')) || isForeign(clause, context)) continue;
      const after = (/^[^,。;!?:]{0,30}/.exec(sentence.text.slice(figure.end, next?.start ?? undefined)) ?? [''])[0];
      const reading = readingBefore(before, after, sentence, year) ?? readingAfter(after, sentence, year);
      if (reading)
        claims.push(claimOf(reading, figure, sentence, index, previousClauseStart(sentence.text, figure.start)));
    }
  }
  return claims;
}

const clauseOf = (before: string): string => lastClause(before).replace(/信访举报投诉类?/, '');

const previousClauseStart = (text: string, from: number): number => {
  const before = text.slice(0, from);
  return Math.max(...[...',:、(;'].map((mark) => before.lastIndexOf(mark))) + 1;
};

function claimOf(reading: Reading, figure: Figure, sentence: Sentence, index: number, from: number): Claim {
  return {
    kind: reading.kind,
    value: figure.value,
    approximate: figure.approximate,
    of: reading.of ?? [],
    plain: reading.plain === true && !figure.approximate,
    sentence: index,
    block: sentence.block,
    place: sentence.placeOf(from, figure.end),
    quote: sentence.text.slice(from, figure.end),
  };
}
