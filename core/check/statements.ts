// What the narrative says without a figure: nothing was received, everything was answered, there was no review and no
// lawsuit, no fee was charged. A statement about fault (答复不当, 败诉) says nothing about how many cases there were.
import type { Place } from './document.ts';
import type { Sentence } from './sentences.ts';

type StatementKind = 'none-received' | 'none-carried-out' | 'all-done' | 'no-review' | 'no-suit' | 'no-fee';

export interface Statement {
  readonly kind: StatementKind;
  readonly sentence: number;
  readonly block: number;
  readonly place: Place;
  readonly quote: string;
}

/** A denial begins here; 未经复议, 无法 and 未按时 begin none. */
const denial = /(?:未(?!经复议|审结|公开|按|及时|能|办)|没有|并无|零|无(?!正当|法|障碍|现成|偿))/g;
const remedy = /复议|诉讼/;
const aboutFault = /不当|败诉|纠错|被撤销|过错|违法|不服|失误|应诉/;
const request = /^(?:未|没有|并无|无|零).{0,40}(?:信息公开申请|依申请公开|公开申请|申请公开|申请件|信息申请)/;
const arrival = /收到|受理|接到|接收|新收|收件|办理|^(?:无|没有)依申请|零申请/;
const ofSomeRequests = /结转|逾期|超期|投诉/;
const noCarryOver = /^(?:无|没有).{0,6}结转|^未(?:产生|有)?结转/;

function denialIn(said: string, aboutRequests: boolean): readonly StatementKind[] {
  if (remedy.test(said)) {
    if (aboutFault.test(said) || /\d/.test(said)) return [];
    return [
      ...(/复议/.test(said) ? (['no-review'] as const) : []),
      ...(/诉讼/.test(said) ? (['no-suit'] as const) : []),
    ];
  }
  if (request.test(said) && arrival.test(said) && !ofSomeRequests.test(said)) return ['none-received'];
  return aboutRequests && noCarryOver.test(said) ? ['none-carried-out'] : [];
}

const deniedIn = (clause: string, aboutRequests: boolean): StatementKind[] =>
  [...clause.matchAll(denial)].flatMap((found) => denialIn(clause.slice(found.index, found.index + 60), aboutRequests));

const allDone = /(?:全部|均已?|都已?|已全部)[^,]{0,16}(?:办结|答复|办理完毕|办毕)/;
const fullRate = /(?:答复|办结)率(?:为|达到?|均为|均达)?了?100%/;
/** 按期答复率100% is about those that fell due, 应办尽办 about those that had to be done. */
const ofThoseDue = /到期|应(?:答复|办)|已到|除/;
const onTime = /按[期时]|及时|法定|规定/;
const otherMatter = /留言|信箱|来信|咨询|建议|提案|工单|复议|诉讼/;

const saysAllDone = (clause: string, before: string): boolean =>
  (allDone.test(clause) || (fullRate.test(clause) && !onTime.test(clause))) &&
  !ofThoseDue.test(clause) &&
  !/除/.test(before) &&
  !otherMatter.test(before.slice(-60) + clause);

const fee = /信息处理费|收费|收取费用|收取.{0,6}费/;
const noFee =
  /未(?:发生|收取|产生|向|发出|出现)|没有(?:收取|产生|发生|发出)|无(?:收取|信息处理费|收费)|不收取|(?<![\d.])0元|为零/;

export function statementsOf(sentences: readonly Sentence[], year: number | undefined): Statement[] {
  return sentences.flatMap((sentence, index) => {
    const { text, section, part, block } = sentence;
    const onTopic = part === '依申请公开' || section >= 3 || /信息公开|依申请/.test(text);
    if (section === 0 || section === 2 || !onTopic) return [];
    const aboutRequests = part === '依申请公开' || /申请/.test(text);
    const statements: Statement[] = [];
    let from = 0;
    let ofThisYear = true;
    for (const clause of text.split(/(?<=[,;])/)) {
      const named = /(20\d\d)年/.exec(clause)?.[1];
      if (named !== undefined && !/结转/.test(clause)) ofThisYear = Number(named) === year;
      const kinds: StatementKind[] = [
        ...deniedIn(clause, aboutRequests),
        ...(aboutRequests && saysAllDone(clause, text.slice(0, from)) ? (['all-done'] as const) : []),
        ...(fee.test(text) && noFee.test(clause) ? (['no-fee'] as const) : []),
      ];
      const place = sentence.placeOf(from, from + clause.length);
      const quote = clause.replace(/[,;。]$/, '');
      if (ofThisYear)
        for (const kind of new Set(kinds)) statements.push({ kind, sentence: index, block, place, quote });
      from += clause.length;
    }
    return statements;
  });
}
