// Counting labelled answers after all: by the day, with a reason, once, and the figures still add up.
import { describe, expect, test } from 'vitest';
import { sumCells } from '#core/evaluation.ts';
import type { Standing } from '#core/standing.ts';
import { trapField } from '#core/submission.ts';
import { countIn, responsesKey } from '#core/tally.ts';
import { loadAnswers } from '#tests/world/load.ts';
import { sql } from '#worker/database.ts';
import { recount } from '#worker/recount.ts';
import { readmitting } from '#worker/store/readmissions.ts';
import { allSurveys } from '#worker/store/surveys.ts';
import { talliesOf } from '#worker/store/tallies.ts';
import { type Desk, openDesk, signedInAs } from './desk.ts';
import { formFields, openForm, postForm } from './door.ts';

const reason = '政务大厅集中组织填写，手机没有开脚本';

async function answer(desk: Desk, labelled: boolean): Promise<string> {
  const path = `/s/${desk.survey.code}?unit=health`;
  const fields = { ...formFields(await openForm(desk, path)), G00: 's4', ...(labelled ? { [trapField]: 'x' } : {}) };
  return (await postForm(desk, fields, path)).headers.get('location') ?? '';
}

async function standings({ host, survey }: Desk): Promise<Partial<Record<Standing, number>>> {
  const sums = sumCells(await talliesOf(host.db, { survey: survey.code }));
  const counts = sums.map(({ standing, tally }) => [standing, countIn(tally, responsesKey)] as const);
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

async function differences({ host, survey }: Desk) {
  const surveys = await allSurveys(host.db);
  const all = await recount(host.db, (code, version) => {
    const document = surveys.find((each) => each.code === code)?.versions.get(version)?.document;
    if (!document) throw new Error(code);
    return document;
  });
  return all.filter(({ cell }) => cell.startsWith(`${survey.code}/`));
}

const dayOn = async ({ host, survey }: Desk): Promise<string> =>
  (await host.db.first<{ day: string }>(sql`SELECT day FROM responses WHERE survey = ${survey.code}`))?.day ?? '';

async function decide(desk: Desk, fields: Record<string, string>, member = desk.member('officer')) {
  const browser = await signedInAs(desk, member);
  const { day, n, reason: why } = { day: await dayOn(desk), n: '3', reason, ...fields };
  return browser.post(`/staff/quarantine/${desk.survey.code}`, { day: day && `${day} ${n}`, reason: why });
}

async function crowd(): Promise<Desk> {
  const desk = await openDesk();
  for (const labelled of [true, true, false, true]) await answer(desk, labelled);
  expect(await standings(desk)).toEqual({ valid: 1, quarantine: 3 });
  return desk;
}

describe('a day’s labelled answers', () => {
  test('count after all, in every place at once, and stand on the page with who decided and why', async () => {
    const desk = await crowd();
    expect((await decide(desk, {})).status).toBe(303);
    expect(await standings(desk)).toEqual({ valid: 4 });
    expect(await differences(desk)).toEqual([]);
    const officer = await signedInAs(desk, desk.member('officer'));
    const html = await (await officer.get(`/staff/quarantine/${desk.survey.code}`)).text();
    expect(html).toContain(reason);
    expect(html).toContain(desk.member('officer').name);
    const [entry] = await desk.host.db.all<{ object: string; detail: string }>(
      sql`SELECT object, detail FROM audit WHERE action = 'quarantine.readmit' AND object LIKE ${`${desk.survey.code}/%`}`,
    );
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ n: 3, reason });
  });

  test('stay out once figures of their day were shown, and once the year is over', async () => {
    const desk = await crowd();
    const rated = (n: number, day: string) =>
      loadAnswers(
        desk.host,
        desk.survey,
        Array.from({ length: n }, () => ({ answers: { G00: 's4' }, day })),
      );
    await rated(30, '2026-07-09');
    await rated(30, '2026-08-09');
    const before = await standings(desk);
    for (const moment of ['2026-09-01T10:00:00+08:00', '2027-01-01T00:00:00+08:00']) {
      desk.at(moment);
      const reply = await decide(desk, { day: '2026-06-15' });
      expect([reply.status, (await reply.text()).includes('这一天的数已经列出来了')]).toEqual([422, true]);
      expect(await standings(desk)).toEqual(before);
    }
  });

  test('can be taken back afterwards, as any that counts', async () => {
    const desk = await openDesk();
    const [, receipt = '', code = ''] = (await answer(desk, true)).match(/receipts\/(\w{8}).*#(.+)$/) ?? [];
    await decide(desk, { n: '1' });
    await postForm(desk, { code }, `/receipts/${receipt}/withdrawal`);
    expect(await standings(desk)).toEqual({ withdrawn: 1 });
    expect(await differences(desk)).toEqual([]);
  });

  test('leave out those that were taken back', async () => {
    const desk = await openDesk();
    const [, receipt = '', code = ''] = (await answer(desk, true)).match(/receipts\/(\w{8}).*#(.+)$/) ?? [];
    await answer(desk, true);
    await postForm(desk, { code }, `/receipts/${receipt}/withdrawal`);
    expect((await decide(desk, { n: '1' })).status).toBe(303);
    expect(await standings(desk)).toEqual({ valid: 1, withdrawn: 1 });
    expect(await differences(desk)).toEqual([]);
  });

  test('move once, however often it is pressed', async () => {
    const desk = await crowd();
    const replies = await Promise.all([1, 2, 3].map(() => decide(desk, {})));
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await decide(desk, {})).status).toBe(404);
    expect(await standings(desk)).toEqual({ valid: 4 });
    expect(await differences(desk)).toEqual([]);
  });
});

describe('nothing moves', () => {
  test.each([
    [{ reason: '' }, '这里还没有填写'],
    [{ reason: '误标' }, '至少 4 个字'],
    [{ reason: '长'.repeat(201) }, '最多 200 字'],
    [{ day: '' }, '请选一天'],
    [{ n: '2' }, '现在是 3 份'],
    [{ n: 'many' }, '现在是 3 份'],
  ])('for %o, and what was typed is still there', async (fields, sentence) => {
    const desk = await crowd();
    const reply = await decide(desk, fields);
    const html = await reply.text();
    expect(reply.status).toBe(422);
    expect(html).toContain(sentence);
    expect(html).toContain(`value="${{ reason, ...fields }.reason}"`.replace('value=""', 'value'));
    expect(await standings(desk)).toEqual({ valid: 1, quarantine: 3 });
  });

  test('for a day without any, another survey, or a person of one unit', async () => {
    const desk = await crowd();
    expect((await decide(desk, { day: '2020-01-01' })).status).toBe(404);
    expect((await decide(desk, {}, desk.ofUnit)).status).toBe(403);
    const officer = await signedInAs(desk, desk.ofUnit);
    expect((await officer.get(`/staff/quarantine/${desk.survey.code}`)).status).toBe(403);
    expect(await standings(desk)).toEqual({ valid: 1, quarantine: 3 });
  });

  test('when one of the answers is no longer undecided as the batch runs: not a label, not a count', async () => {
    const desk = await crowd();
    const answers = await desk.host.db.all<{ slip: string; id: string }>(
      sql`SELECT slip, id FROM responses WHERE survey = ${desk.survey.code}`,
    );
    const cell = { survey: desk.survey.code, version: 1, unit: 'health', channel: 'web', month: '2026-06' } as const;
    const statements = readmitting({
      ...{ id: desk.host.randomHex(8), survey: desk.survey.code, day: '2026-06-15', n: answers.length },
      ...{ reason, staff: 'x', decided: '2026-06-15', answers },
      cells: [{ ...cell, tally: { [responsesKey]: answers.length } }],
    });
    await expect(desk.host.db.commit(statements)).rejects.toThrow(/found = n/);
    expect(await standings(desk)).toEqual({ valid: 1, quarantine: 3 });
    expect(await differences(desk)).toEqual([]);
  });
});
