// The year before the demo's: answered, over, checked and sealed on 12 January, with what changed because of comments; so
// that results, verification and the comparison of years have something to show.
import { addDays, type Day } from '#core/period.ts';
import { draftSha } from '#core/seal.ts';
import { wholeCounty } from '#core/submission.ts';
import { advanceReport } from '#worker/actions/advance-report.ts';
import { writeImprovement } from '#worker/actions/write-improvement.ts';
import type { Catalogue } from '#worker/catalogue.ts';
import type { Statement } from '#worker/database.ts';
import type { Host } from '#worker/host.ts';
import { draftOf } from '#worker/reports.ts';
import { issuing } from '#worker/store/invitations.ts';
import { allSurveys, allUnits, publishing } from '#worker/store/surveys.ts';
import { pick, randomAnswers, seeded } from './answers.ts';
import { type LoadedAnswer, loadAnswers } from './load.ts';
import { generalOf, requestOf, units, windowsOf } from './world.ts';

const improvements = [
  { said: '办事指南藏得深，手机上找不到。', done: '指南移到首页第一屏，按“个人”“企业”分开列，手机上两步可以打开。' },
  {
    said: '政策文件看不懂，想知道跟自己有什么关系。',
    done: '惠农、医保、就业三类文件都配了问答和图解，10月起与文件同日发布。',
  },
  { said: '依申请公开的电话常常没人接。', done: '咨询电话改为两人值守，未接来电当天回拨。' },
] as const;

export async function seedSealedYear(host: Host, year: number): Promise<void> {
  const windows = windowsOf(year);
  await host.db.commit([
    ...publishing(generalOf(year), windows.general, `${year}-01-01`),
    // Closed with the year: what came in its grace would stand in the running year as a survey of nobody.
    ...publishing(requestOf(year), { ...windows.request, closes: `${year}-12-31` }, `${year}-01-01`),
  ]);
  await loadAnswers(host, generalOf(year), answersOf(year, 300, 0.02));
  await host.db.commit(invitationsOf(host, year, 70));
  await loadAnswers(host, requestOf(year), requestAnswersOf(year, 46));
  const inJanuary: Host = {
    ...host,
    now: () => Date.parse(`${year + 1}-01-12T10:00:00+08:00`),
    today: () => `${year + 1}-01-12`,
  };
  const [surveys, known] = await Promise.all([allSurveys(host.db), allUnits(host.db)]);
  const catalogue = { surveys, units: known } as Catalogue;
  const draft = await draftOf(inJanuary, catalogue, year);
  const seen = draft ? draftSha(draft) : '';
  for (const step of ['check', 'seal'] as const)
    await advanceReport(inJanuary, catalogue, 'command', { year, step, seen, reason: '' });
  for (const each of improvements) await writeImprovement(inJanuary, 'command', generalOf(year).code, '', each);
}

const dayIn = (year: number, random: () => number): Day => addDays(`${year}-01-01`, Math.floor(random() * 365));

/** A little less content than the year after, so that the comparison has a direction. */
function answersOf(year: number, n: number, excluded: number): LoadedAnswer[] {
  const random = seeded(year);
  const survey = generalOf(year);
  return Array.from({ length: n }, () => ({
    answers: randomAnswers(survey, random, random() < 0.2 ? 0.2 + random() * 0.3 : 0.58 + random() * 0.2),
    day: dayIn(year, random),
    unit: pick(random, [...Array<string>(6).fill(wholeCounty), ...units.map(({ code }) => code)]),
    channel: pick(random, ['web', 'qr', 'wechat', 'wechat', 'paper'] as const),
    quarantine: random() < excluded,
  }));
}

function requestAnswersOf(year: number, n: number): LoadedAnswer[] {
  const random = seeded(year + 1);
  const survey = requestOf(year);
  return Array.from({ length: n }, () => ({
    answers: randomAnswers(survey, random, random() < 0.25 ? 0.25 : 0.7),
    day: dayIn(year, random),
    unit: pick(random, units).code,
    channel: 'qr' as const,
  }));
}

const invitationsOf = (host: Host, year: number, n: number): Statement[] => {
  const random = seeded(year + 2);
  return Array.from({ length: n }, (_, i) =>
    issuing({
      hash: host.randomHex(32),
      survey: requestOf(year).code,
      unit: pick(random, units).code,
      outcome: 'r3_1',
      month: `${year}-${String(1 + (i % 12)).padStart(2, '0')}`,
      tail: String(2000 + i),
      expires: `${year + 1}-03-31`,
    }),
  );
};
