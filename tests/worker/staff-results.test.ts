// What staff see of the answers: figures that add up and move with every answer, small numbers held back, comments
// moderated, and text that stays text.
import { describe, expect, test } from 'vitest';
import type { ReceiptCode } from '#core/receipt.ts';
import { loadAnswers } from '#tests/world/load.ts';
import { withdraw } from '#worker/actions/withdraw.ts';
import { sql } from '#worker/database.ts';
import { allSurveys } from '#worker/store/surveys.ts';
import { type Desk, openDesk, signedInAs } from './desk.ts';
import { openForm, sendAnswers } from './door.ts';

const officerOf = (desk: Desk) => signedInAs(desk, desk.member('officer'));
/** As it is when the year is over, and with it all counting. */
const page = async (desk: Desk) => {
  desk.at('2027-01-20T09:00:00+08:00');
  return look(desk, '?year=2026');
};
const look = async (desk: Desk, query = '') =>
  (await (await officerOf(desk)).get(`/staff/results/${desk.survey.code}${query}`)).text();
const load = (desk: Desk, n: number, answers: Record<string, string | string[]>, more: object = {}) =>
  loadAnswers(
    desk.host,
    desk.survey,
    Array.from({ length: n }, () => ({ answers, day: '2026-05-05', ...more })),
  );

/** The counts of a rating as its table shows them. */
const countsOf = (html: string, question: string): string[] => {
  const at = html.indexOf(`<span class="code">${question}</span>`);
  const row = html.slice(at).match(/<tr><th scope="row">份数<\/th>(.*?)<\/tr>/s)?.[1] ?? '';
  return [...row.matchAll(/<td class="n(?: first)?">(.*?)<\/td>/g)].map(([, cell]) => cell ?? '');
};

describe('the figures', () => {
  test('add up: received is valid and excluded, by reason', async () => {
    const desk = await openDesk();
    await load(desk, 40, { G00: 's4' });
    await load(desk, 3, { G00: 's1' }, { quarantine: true });
    await load(desk, 2, { G00: 's1' }, { test: true });
    await load(desk, 5, { G00: 's4' }, { late: true });
    const html = await page(desk);
    expect(html).toContain('<b>收到 50 份 ＝ 有效 45 份 ＋ 剔除 5 份</b>（存疑待核 3、测试 2）');
    expect(html).toContain('其中宽限期内送达 5 份');
    expect(countsOf(html, 'G00')).toEqual(['0', '45', '0', '0', '0', '45', '45', '45', '80.0', '0', '0', '0']);
  });

  test('tell 不了解, blank and not asked apart', async () => {
    const desk = await openDesk();
    await load(desk, 20, { G00: 's5', G01: 's4' });
    await load(desk, 7, { G00: 's5', G01: 'na' });
    await load(desk, 6, { G00: 's5' });
    await load(desk, 9, { G00: 's5', G08: 'yes', G08R: 's4' });
    const html = await page(desk);
    expect(countsOf(html, 'G01').slice(5)).toEqual(['20', '20', '20', '—', '7', '15', '0']);
    expect(countsOf(html, 'G08R').slice(-2)).toEqual(['0', '33']);
  });

  test('show counts and no percentages under thirty, and nothing under five', async () => {
    const desk = await openDesk();
    expect(await page(desk)).toContain('还没有有效评价');
    await load(desk, 4, { G00: 's4' });
    expect(await page(desk)).toContain('不足 5 份');
    await load(desk, 20, { G00: 's4' });
    const html = await page(desk);
    expect(countsOf(html, 'G00').slice(0, 2)).toEqual(['0', '24']);
    expect(html).not.toContain('%</td>');
  });

  test('of several options are of the people who answered', async () => {
    const desk = await openDesk();
    await load(desk, 30, { G00: 's4', G12: ['farm', 'land'] });
    await load(desk, 10, { G00: 's4', G12: ['land'] });
    await load(desk, 5, { G00: 's4' });
    const html = await page(desk);
    expect(html).toContain('回答 40 人，未答 5，未问 0。可以多选');
    expect(html).toMatch(/征地拆迁<\/th><td class="n">40<\/td><td class="n">100\.0%/);
    expect(html).toMatch(/惠农补贴<\/th><td class="n">30<\/td><td class="n">75\.0%/);
  });

  test('draw a bar of real widths with the same in words', async () => {
    const desk = await openDesk();
    await load(desk, 30, { G00: 's5' });
    await load(desk, 10, { G00: 's3' });
    const html = await page(desk);
    expect(html).toContain(
      'aria-label="总的来说，您对本县政府信息公开工作满意吗？：非常满意 30，满意 0，基本满意 10，不满意 0，非常不满意 0"',
    );
    expect(html).toMatch(/<rect class="tone0" x="0\.000%" width="75\.000%"/);
    expect(html).not.toMatch(/style="/);
  });
});

describe('a running year', () => {
  const months = (desk: Desk, counts: Readonly<Record<string, number>>) =>
    Promise.all(Object.entries(counts).map(([month, n]) => load(desk, n, { G00: 's4' }, { day: `2026-${month}-09` })));

  test('shows the whole county to the end of a month that lies far enough back', async () => {
    const desk = await openDesk();
    await months(desk, { '01': 20, '02': 5, '03': 5, '04': 10, '05': 21, '06': 30 });
    const html = await look(desk);
    // The end of April is 21 behind the end of May; June is not over.
    expect(html).toContain('收到 40 份');
    expect(html).toContain('统计到2026年4月30日');
    expect(html).not.toContain('分单位总体评价');
  });

  test('shows nothing before thirty answers, and says so', async () => {
    const desk = await openDesk();
    await months(desk, { '02': 29 });
    const html = await look(desk);
    expect(html).toContain('有效答卷满 30 份以后');
    expect(html).not.toMatch(/收到 \d+ 份/);
  });

  test('does not move when an answer arrives or is taken back, on any page of the desk', async () => {
    const desk = await openDesk();
    await months(desk, { '01': 40, '03': 41 });
    const officer = await officerOf(desk);
    const seen = async () =>
      Promise.all(
        ['/staff', `/staff/results/${desk.survey.code}`].map(async (path) =>
          (await (await officer.get(`${path}?lang=zh-CN`)).text()).replace(/\d\d:\d\d 的数/, ''),
        ),
      );
    const before = await seen();
    const form = await openForm(desk);
    const { receipt } = (await (await sendAnswers(desk, form, { G00: 's1' })).json()) as { receipt: string };
    expect(await seen()).toEqual(before);
    await withdraw(
      desk.host,
      { surveys: await allSurveys(desk.host.db), units: [] },
      receipt as ReceiptCode,
      desk.host.seals.withdrawal(form.id),
    );
    expect(await seen()).toEqual(before);
  });
});

describe('a year that is over', () => {
  test('hides a unit that is too small together with another, in every column alike', async () => {
    const desk = await openDesk();
    await load(desk, 9, { G00: 's1' }, { unit: 'land' });
    await load(desk, 50, { G00: 's4' }, { unit: 'health' });
    await load(desk, 60, { G00: 's4' }, { unit: 'education' });
    const html = await page(desk);
    const row = (name: string) => html.match(new RegExp(`${name}</th>(.*?)</tr>`))?.[1];
    expect(row('县自然资源局')).toBe(row('县卫生健康局'));
    // Nobody rated it: it looks the same.
    expect(row('县财政局')).toBe(row('县自然资源局'));
    expect(row('县教育局')).toContain('<td class="n">60</td>');
  });

  test('is chosen by its number; what makes no sense is the newest', async () => {
    const desk = await openDesk();
    await load(desk, 10, { G00: 's5' });
    desk.at('2026-12-31T09:00:00+08:00');
    for (const query of ['?year=2019', '?year=x', "?year=' OR 1=1 --", '?year='])
      expect([query, (await look(desk, encodeURI(query))).includes('有效答卷满 30 份以后')]).toEqual([query, true]);
    expect(await page(desk)).toContain('收到 10 份');
  });
});

describe('comments', () => {
  test('held back are for moderators only, until released', async () => {
    const desk = await openDesk();
    await load(desk, 1, { G00: 's4', G14: '请打 13812345678 找我' });
    const officer = await officerOf(desk);
    expect(await look(desk)).not.toContain('找我');
    const list = await (await officer.get(`/staff/comments?survey=${desk.survey.code}`)).text();
    expect([list.includes('找我'), list.includes('13812345678')]).toEqual([true, false]);
    await decide(desk, { state: 'released', theme: 'silent', handling: 'explained' });
    expect(await look(desk)).toContain('找我');
    await decide(desk, { state: 'withheld', theme: '', handling: '' });
    expect(await look(desk)).not.toContain('找我');
  });

  test('counted by theme and by handling always make up what was received', async () => {
    const desk = await openDesk();
    for (let i = 0; i < 7; i += 1) await load(desk, 1, { G00: 's4', G14: `第 ${i} 条` });
    await load(desk, 2, { G00: 's4', G14: '电话 13812345678' });
    const officer = await officerOf(desk);
    const sums = async () => {
      const html = await (await officer.get(`/staff/comments?survey=${desk.survey.code}`)).text();
      const line = (name: string) =>
        (html.match(new RegExp(`${name}：([^<]*)`))?.[1] ?? '').match(/\d+/g)?.map(Number) ?? [];
      return [line('按内容'), line('按办理')].map((parts) => parts.reduce((sum, n) => sum + n, 0));
    };
    expect(await sums()).toEqual([9, 9]);
    await decide(desk, { state: 'released', theme: 'slow', handling: 'adopted' });
    await decide(desk, { state: 'withheld', theme: '', handling: 'explained' });
    expect(await sums()).toEqual([9, 9]);
  });

  test('that are not there, or a decision that makes no sense, change nothing', async () => {
    const desk = await openDesk();
    await load(desk, 1, { G00: 's4', G14: '一条' });
    const officer = await officerOf(desk);
    const nothing = {
      survey: desk.survey.code,
      month: '2026-05',
      slip: 'x',
      question: 'G14',
      state: 'released',
      theme: '',
      handling: '',
    };
    expect((await officer.post('/staff/comments', nothing)).status).toBe(404);
    for (const wrong of [{ state: 'published' }, { theme: 'x' }, { handling: 'x' }])
      expect((await decide(desk, { state: '', theme: '', handling: '', ...wrong })).status).toBe(422);
    expect(await desk.host.db.all(sql`SELECT state FROM comments WHERE survey = ${desk.survey.code}`)).toEqual([
      { state: 'new' },
    ]);
  });

  test('are listed whole, page after page, each once', async () => {
    const desk = await openDesk();
    for (let i = 0; i < 65; i += 1)
      await load(desk, 1, { G00: 's4', G14: `意见${i}号` }, { day: i < 40 ? '2026-05-05' : '2026-04-05' });
    const officer = await officerOf(desk);
    const seen: string[] = [];
    for (let path: string | undefined = `/staff/comments?survey=${desk.survey.code}`; path; ) {
      const html: string = await (await officer.get(path)).text();
      seen.push(...(html.match(/意见\d+号/g) ?? []));
      path = html.match(/<a href="(\/staff\/comments[^"]*after[^"]*)"/)?.[1]?.replace(/&amp;/g, '&');
    }
    expect([seen.length, new Set(seen).size]).toEqual([65, 65]);
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</textarea></script><svg onload=alert(1)>',
    "javascript:alert('1')",
    '{{constructor.constructor("alert(1)")()}}',
    '<!--#exec cmd="ls"-->',
    '&lt;b&gt;',
  ])('stay text: %s', async (text) => {
    const desk = await openDesk();
    await load(desk, 1, { G00: 's4', G14: text });
    const officer = await officerOf(desk);
    for (const html of [
      await look(desk),
      await (await officer.get(`/staff/comments?survey=${desk.survey.code}`)).text(),
    ]) {
      expect(html).toContain(text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;'));
      expect(html).not.toMatch(/<img|<svg onload|<script>alert|<!--#/);
    }
  });
});

async function decide(desk: Desk, decision: Record<string, string>): Promise<Response> {
  const key = await desk.host.db.first<Record<string, string>>(sql`
    SELECT survey, month, slip, id, question FROM comments WHERE survey = ${desk.survey.code} ORDER BY state, slip LIMIT 1`);
  return (await officerOf(desk)).post('/staff/comments', { ...key, ...decision, list: 'new' });
}
