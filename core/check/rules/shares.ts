// X3: percentages are computed again and 其中 is added up. A share is wrong only if no whole in sight gives it; parts are
// wrong only if they exceed their whole, or miss it narrowly while claiming to be all (其他 closes the list).
import { type Figure, figuresOf } from '../numerals.ts';
import type { Found, Report, Rule } from '../rule.ts';
import type { Sentence } from '../sentences.ts';
import { totalAt, valueAt } from './cells.ts';
import { outcomeClaims } from './request-claims.ts';

const sharePattern = /(?:分别)?占(?:比|[^,。;%\d]{0,14})?(?:为|约|达到?|的)?(\d+(?:\.\d+)?)%/g;

/** A stated share is rounded to its own decimals: half a unit is rounding, one unit is cutting off, more is wrong. */
const offBy = (said: number, decimals: number, part: number, whole: number): number =>
  Math.abs((part / whole) * 100 - said) * 10 ** decimals;

function wrongShares(report: Report, sentence: Sentence, paragraph: readonly Figure[]): Found[] {
  const figures = figuresOf(sentence.text).filter(({ unit }) => unit !== '%');
  const tableWholes = [valueAt(report, 'r1.tot'), totalAt(report, ['r1.tot', 'r2.tot']), valueAt(report, 'r3_7.tot')];
  return [...sentence.text.matchAll(sharePattern)].flatMap((found): Found[] => {
    const before = figures.filter(({ end }) => end <= found.index);
    const part = before.at(-1);
    const between = part && sentence.text.slice(part.end, found.index);
    if (
      !part ||
      part.approximate ||
      between === undefined ||
      between.length > 14 ||
      /[。;%]/.test(between) ||
      /分别|同比|增|减/.test(found[0] + between)
    )
      return [];
    const said = Number(found[1]);
    const decimals = (found[1] ?? '').split('.')[1]?.length ?? 0;
    const isRequest = /申请/.test(sentence.text) || sentence.part === '依申请公开';
    const parts = before.filter((f) => f.end <= part.end);
    const wholes = [...paragraph.map(({ value }) => value), ...(isRequest ? tableWholes : [])].filter(
      (whole): whole is number => whole !== undefined && whole >= part.value && whole > 0,
    );
    const sumOfParts = figures.filter(({ unit }) => unit === part.unit).reduce((sum, { value }) => sum + value, 0);
    const named = parts.length > 1 ? parts[0] : undefined;
    const whole =
      named && named.value >= part.value
        ? named.value
        : isRequest
          ? tableWholes.find((w) => w !== undefined && w >= part.value)
          : undefined;
    const nearest = Math.min(
      ...[...wholes, sumOfParts]
        .filter((w) => w >= part.value && w > 0)
        .map((w) => offBy(said, decimals, part.value, w)),
    );
    if (whole === undefined || whole === 0 || nearest <= 0.5001) return [];
    const computed = ((part.value / whole) * 100).toFixed(Math.max(1, decimals));
    return [
      {
        severity: nearest <= 1 ? 'low' : 'medium',
        message: { key: 'share', values: { said, computed, part: part.value, whole } },
        repairs: [{ key: 'repair-text', values: { from: `${said}%`, to: `${computed}%` } }],
        quote: sentence.text.slice(part.start, found.index + found[0].length),
        place: sentence.placeOf(part.start, found.index + found[0].length),
      },
    ];
  });
}

/** 包括 opens a list of parts only right behind their whole. */
const listed = /其中|(?<=\d余?[\u4e00-\u9fff]{1,2}[,:(]?)(?:具体)?包括[:,]?(?=[^,。;]{1,14}\d)/;
/** 「不足30份」 names a limit, not a part. */
const limit = /(?:不足|少于|未满|不到)$/;

/** 「共…件，其中…件、…件、其他…件」 */
function wrongParts(sentence: Sentence): Found[] {
  const opens = listed.exec(sentence.text);
  if (!opens) return [];
  const figures = figuresOf(sentence.text).filter(
    ({ unit, approximate }) => unit !== '%' && unit !== '万元' && !approximate,
  );
  const wholes = figures.filter(({ end }) => end <= opens.index);
  const whole = wholes.at(-1);
  if (!whole || sentence.text.slice(whole.end, opens.index).length > 12) return [];
  const tail = sentence.text.slice(opens.index);
  const stops = /。|同比|较|比上年|比去年|另|此外|累计|全年|总量|总数|办结|答复|结转|增长|增加|减少/.exec(
    tail.slice(2),
  );
  const end = opens.index + 2 + (stops?.index ?? tail.length);
  const parts = figures.filter(
    (figure) => figure.start > opens.index && figure.end <= end && !limit.test(sentence.text.slice(0, figure.start)),
  );
  const same = parts.filter(({ unit }) => unit === whole.unit);
  const sum = (list: readonly Figure[]) => list.reduce((total, { value }) => total + value, 0);
  // 「新收9件，上年结转1件，其中……」 speaks of the nine, or of both.
  const meant = [...wholes.map(({ value }) => value), sum(wholes.filter(({ unit }) => unit === whole.unit))];
  if (
    same.length < 2 ||
    meant.includes(sum(same)) ||
    meant.includes(sum(parts)) ||
    meant.some((n) => n > whole.value && n >= sum(same))
  )
    return [];
  // A list within a list (含, 包括, brackets) is not one level of parts.
  const inner = sentence.text.slice(opens.index + opens[0].length, end);
  if (/[(](?!因)|含|包括|其中|分别|涉及|复议|诉讼/.test(inner)) return [];
  const missing = whole.value - sum(same);
  const closed = /其[他它余][^,。、;]{0,10}\d/.test(inner) || (same.length >= 3 && !/其[他它余]/.test(inner));
  const over = missing < 0;
  if (!over && !(closed && missing <= Math.max(3, whole.value * 0.05))) return [];
  return [
    {
      severity: 'medium',
      message: { key: 'parts-sum', values: { whole: whole.value, sum: sum(same), unit: whole.unit } },
      repairs: [{ key: 'repair-text', values: { from: whole.value, to: sum(same) } }],
      quote: sentence.text.slice(whole.start, parts.at(-1)?.end ?? end),
      place: sentence.placeOf(whole.start, parts.at(-1)?.end ?? end),
    },
  ];
}

/** 办结率 against the figures of its own sentence. */
function wrongDoneRate(report: Report, sentence: Sentence, index: number): Found[] {
  const rate = /(?:办结|答复)率(?:为|达到?|均为)?(?:了)?(\d+(?:\.\d+)?)%/.exec(sentence.text);
  if (!rate || /按[时期]|及时|法定|规定/.test(sentence.text.slice(Math.max(0, rate.index - 4), rate.index))) return [];
  const here = report.narrative.claims.filter((claim) => claim.sentence === index && claim.place.end > 0);
  const received = here.filter(({ kind }) => kind === 'received').at(-1)?.value;
  const done = here.filter(({ kind }) => kind === 'done' || kind === 'handled').at(-1)?.value;
  if (received === undefined || done === undefined || received === 0 || done >= received) return [];
  const said = Number(rate[1]);
  const decimals = (rate[1] ?? '').split('.')[1]?.length ?? 0;
  if (offBy(said, decimals, done, received) <= 1) return [];
  const computed = ((done / received) * 100).toFixed(Math.max(1, decimals));
  return [
    {
      severity: 'medium',
      message: { key: 'share', values: { said, computed, part: done, whole: received } },
      repairs: [{ key: 'repair-text', values: { from: `${said}%`, to: `${computed}%` } }],
      quote: rate[0],
      place: sentence.placeOf(rate.index, rate.index + rate[0].length),
    },
  ];
}

export const shares: Rule = {
  id: 'X3',
  needs: [],
  check: (report) => {
    const { sentences } = report.narrative;
    const ofBlock = new Map<number, Figure[]>();
    for (const { block, text } of sentences) ofBlock.set(block, [...(ofBlock.get(block) ?? []), ...figuresOf(text)]);
    return [
      ...outcomeClaims(report),
      ...sentences.flatMap((sentence, index) =>
        sentence.section === 0 || !/\d/.test(sentence.text)
          ? []
          : [
              ...wrongShares(
                report,
                sentence,
                (ofBlock.get(sentence.block) ?? []).filter(({ unit }) => unit !== '%').slice(0, 200),
              ),
              ...wrongParts(sentence),
              ...wrongDoneRate(report, sentence, index),
            ],
      ),
    ];
  },
};
