// Promise 26 at the pages themselves: over a year in which people answer and take answers back, somebody looks again and again at
// everything that shows how many there are, and never holds two numbers that are one to nine apart.
import { expect, test } from 'vitest';
import { evaluate, sumCells } from '#core/evaluation.ts';
import { addDays, type Day } from '#core/period.ts';
import type { ReceiptCode } from '#core/receipt.ts';
import { stepMin } from '#core/release.ts';
import { seeded } from '#tests/world/answers.ts';
import { loadAnswers } from '#tests/world/load.ts';
import { withdraw } from '#worker/actions/withdraw.ts';
import { sql } from '#worker/database.ts';
import { recount } from '#worker/recount.ts';
import { allSurveys } from '#worker/store/surveys.ts';
import { talliesOf } from '#worker/store/tallies.ts';
import { type Desk, openDesk, signedInAs } from './desk.ts';

type Look = (desk: Desk) => Promise<Record<string, number>>;

/** Every number of people that a page or file of the running year tells. */
const atThePages: Look = async (desk) => {
  const { code } = desk.survey;
  const browser = await signedInAs(desk, desk.member('admin'));
  const read = async (path: string) => (await browser.get(path)).text();
  const [results, home, report, open] = await Promise.all([
    read(`/staff/results/${code}?year=2026&lang=zh-CN`),
    read('/staff?lang=zh-CN'),
    read('/staff/reports/2026.json'),
    read(`/results/${code}?lang=zh-CN`),
  ]);
  expect(open).not.toMatch(/收到\s*\d/);
  const line = results.match(/收到 (\d+) 份 ＝ 有效 (\d+) 份/);
  const tens = home.match(new RegExp(`results/${code}\\?.*?<td class="n">(\\d+) 多份`, 's'))?.[1];
  const { evaluations } = JSON.parse(report) as {
    evaluations: { survey: string; reconciliation: { received: number; valid: number } }[];
  };
  const file = evaluations.find(({ survey }) => survey === code)?.reconciliation;
  return {
    ...(line ? { received: Number(line[1]), valid: Number(line[2]) } : {}),
    ...(tens ? { tens: Number(tens) } : {}),
    ...(file ? { 'received in the file': file.received, 'valid in the file': file.valid } : {}),
  };
};

/** What a page that counts every answer at once would tell. */
const atOnce: Look = async (desk) => {
  const cells = await talliesOf(desk.host.db, { survey: desk.survey.code });
  return { valid: evaluate(new Map(), sumCells(cells)).reconciliation.valid };
};

/** One to nine apart, by what was counted. */
function tooNear(seen: readonly Record<string, number>[]): string[] {
  const names = new Set(seen.flatMap((each) => Object.keys(each)));
  return [...names].flatMap((name) => {
    const numbers = [...new Set(seen.flatMap((each) => each[name] ?? []))].sort((a, b) => a - b);
    return numbers.slice(1).flatMap((n, i) => {
      const apart = n - (numbers[i] ?? 0);
      return apart < stepMin ? [`${name}: ${numbers[i]} and ${n}`] : [];
    });
  });
}

/** The first withdrawal of the day's choice; null where nobody is left who could. */
async function takeBack(desk: Desk, before: Day): Promise<void> {
  const row = await desk.host.db.first<{ id: string }>(sql`
    SELECT r.id FROM responses r WHERE r.survey = ${desk.survey.code} AND r.day < ${before}
      AND NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.slip = r.slip AND w.id = r.id) ORDER BY r.id LIMIT 1`);
  if (!row) return;
  const { receipt, withdrawal } = desk.host.seals;
  const catalogue = { surveys: await allSurveys(desk.host.db), units: [] };
  await withdraw(desk.host, catalogue, receipt(row.id) as ReceiptCode, withdrawal(row.id));
}

test('a year of looking tells of no handful, and looking at live numbers would', async () => {
  const desk = await openDesk();
  const random = seeded(26);
  const [pages, live]: Record<string, number>[][] = [[], []];
  for (let day = 0; day < 365; day += 9) {
    const today = addDays('2026-01-01', day);
    desk.at(`${today}T12:00:00+08:00`);
    const answers = Array.from({ length: Math.floor(random() * 9) }, () => ({
      answers: { G00: random() < 0.8 ? 's4' : 's2' },
      day: today,
      quarantine: random() < 0.05,
    }));
    await loadAnswers(desk.host, desk.survey, answers);
    if (random() < 0.3) await takeBack(desk, today);
    pages?.push(await atThePages(desk));
    live?.push(await atOnce(desk));
  }
  desk.at('2027-01-20T12:00:00+08:00');
  pages?.push(await atThePages(desk));
  expect(tooNear(pages ?? [])).toEqual([]);
  expect(tooNear(live ?? []).length).toBeGreaterThan(0);
  expect(new Set(pages?.map(({ valid }) => valid)).size, 'the figures did move').toBeGreaterThan(3);
  const surveys = await allSurveys(desk.host.db);
  const differences = await recount(desk.host.db, (code, version) => {
    const document = surveys.find((each) => each.code === code)?.versions.get(version)?.document;
    if (!document) throw new Error(code);
    return document;
  });
  expect(differences.filter(({ cell }) => cell.startsWith(desk.survey.code))).toEqual([]);
});
