// The citizen's door over HTTP: an answer once, never lost, from the phone and without script.
import { describe, expect, test } from 'vitest';
import { publishing } from '#worker/store/surveys.ts';
import { fieldsIn, formFields, openDoor, openForm, postForm, sendAnswers } from './door.ts';

describe('a script-less form', () => {
  test('is stored and leads to its receipt', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const reply = await postForm(door, { ...formFields(form), G00: 's4', G12: ['farm', 'land'], G14: '一行\r\n二行' });
    expect(reply.status).toBe(303);
    const receipt = await door.app.request(reply.headers.get('location') as string);
    expect(receipt.status).toBe(200);
    const [row] = await door.stored();
    expect(JSON.parse(row?.answers as string)).toEqual({ G00: 's4', G12: ['farm', 'land'], G14: '一行\n二行' });
  });

  test('comes back with its problem at the field and everything typed', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const reply = await postForm(door, {
      ...formFields(form),
      G12: ['farm', 'land', 'school', 'health'],
      G14: '请把名单贴出来',
    });
    const html = await reply.text();
    expect(reply.status).toBe(422);
    expect(html).toContain('请把名单贴出来');
    for (const code of ['farm', 'land', 'school', 'health'])
      expect(html).toMatch(new RegExp(`<input[^>]*value="${code}"[^>]*checked|<input[^>]*checked[^>]*value="${code}"`));
    expect(html).toContain('最多选 3 项');
    expect(html).toContain(form.id);
    expect(await door.stored()).toEqual([]);
  });

  test('sent again gives the same receipt and one row', async () => {
    const door = await openDoor();
    const fields = { ...formFields(await openForm(door)), G00: 's5' };
    const [first, again] = [await postForm(door, fields), await postForm(door, fields)];
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await door.stored()).toHaveLength(1);
  });

  test('with other content after it was stored gets a page that quotes what was written', async () => {
    const door = await openDoor();
    const fields = { ...formFields(await openForm(door)), G00: 's5' };
    await postForm(door, fields);
    const reply = await postForm(door, { ...fields, G14: '后来想说的话' });
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain('后来想说的话');
    expect(await door.stored()).toHaveLength(1);
  });
});

describe('the phone’s JSON', () => {
  test('is 201 the first time, 200 with the same body after', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const [first, again] = [await sendAnswers(door, form, { G00: 's5' }), await sendAnswers(door, form, { G00: 's5' })];
    expect([first.status, again.status]).toEqual([201, 200]);
    const body = await first.json();
    expect(await again.json()).toEqual(body);
    expect(body).toMatchObject({ ok: true, id: form.id });
    expect(await door.stored()).toHaveLength(1);
  });

  test('with other content is 409 and overwrites nothing', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    await sendAnswers(door, form, { G00: 's5' });
    const reply = await sendAnswers(door, form, { G00: 's1' });
    expect(reply.status).toBe(409);
    expect(await reply.json()).toMatchObject({ ok: false, code: 'conflict' });
    expect((await door.stored()).map(({ answers }) => answers)).toEqual(['{"G00":"s5"}']);
  });

  test('and the script-less form of the same answer are the same answer', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    expect((await sendAnswers(door, form, { G00: 's5', G14: 'a\nb' })).status).toBe(201);
    expect((await postForm(door, { ...formFields(form), G00: 's5', G14: 'a\r\nb' })).status).toBe(303);
    expect(await door.stored()).toHaveLength(1);
  });
});

describe('opening and closing', () => {
  const window = { opens: '2026-06-01', closes: '2026-06-30', graceDays: 7 };

  test('an unknown survey is 404, one not open yet 403, a closed one 410, each with a sentence', async () => {
    const door = await openDoor({ window });
    const page = async (path: string) => {
      const reply = await door.app.request(path);
      return [reply.status, /<h1[^>]*>([^<]+)/.exec(await reply.text())?.[1]];
    };
    expect(await page('/s/nothing')).toEqual([404, '没有这份问卷']);
    door.at('2026-05-31T23:59:59+08:00');
    expect(await page(`/s/${door.survey.code}`)).toEqual([403, '评议还没有开始']);
    door.at('2026-06-01T00:00:00+08:00');
    expect((await page(`/s/${door.survey.code}`))[0]).toBe(200);
    door.at('2026-07-01T00:00:00+08:00');
    expect(await page(`/s/${door.survey.code}`)).toEqual([410, '评议已经结束']);
  });

  test('an answer on its way when the survey closed is stored and flagged late, within the grace', async () => {
    const door = await openDoor({ window });
    const [early, slow] = [await openForm(door), await openForm(door)];
    door.at('2026-07-05T12:00:00+08:00');
    expect((await sendAnswers(door, early, { G00: 's5' })).status).toBe(201);
    expect(await door.stored()).toMatchObject([{ late: 1, day: '2026-07-05' }]);
    door.at('2026-07-08T12:00:00+08:00');
    const refused = await sendAnswers(door, slow, { G00: 's5' });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([410, 'gone']);
    expect((await sendAnswers(door, early, { G00: 's5' })).status).toBe(200);
    expect(await door.stored()).toHaveLength(1);
  });

  test('an answer to a version that was replaced meanwhile counts in its own version, flagged late', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const second = { ...door.survey, version: 2 };
    await door.host.db.commit(
      publishing(second, { opens: '2026-01-01', closes: '2026-12-31', graceDays: 7 }, '2026-06-16'),
    );
    door.at('2026-06-17T10:00:00+08:00');
    expect((await openForm(door)).version).toBe(2);
    expect((await sendAnswers(door, form, { G00: 's5' })).status).toBe(201);
    expect(await door.stored()).toMatchObject([{ version: 1, late: 1 }]);
  });
});

describe('changing language or view on a form', () => {
  test('stores nothing and brings the same form with all that is on it', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const path = `/s/${door.survey.code}?lang=en&view=elder&size=22&turn`;
    const typed = { G00: 's2', G08: 'no', G08R: 's1', G12: ['farm', 'land'], 'G12.other': 'x', G14: '写到\n一半 <b>' };
    const reply = await postForm(door, { ...formFields(form), channel: 'qr', ...typed }, path);
    const html = await reply.text();
    expect([reply.status, await door.stored()]).toEqual([200, []]);
    expect(fieldsIn(html)).toEqual({ ...form, channel: 'qr' });
    expect(html).toMatch(/<html lang="en" class="size-22">/);
    for (const [field, value] of [
      ['G00', 's2'],
      ['G08R', 's1'],
      ['G12', 'farm'],
      ['G12', 'land'],
    ])
      expect(html).toMatch(new RegExp(`<input type="\\w+" name="${field}" value="${value}" checked`));
    expect(html).toContain('写到\n一半 &lt;b></textarea>');
    expect(html).toMatch(/<div class="card alarm" id="problems"[^>]* hidden/);
    expect((await postForm(door, { ...formFields(form), G00: 's2' })).status).toBe(303);
  });

  test('brings a form that can be sent where the one it came from could not', async () => {
    const door = await openDoor();
    const html = await (await postForm(door, { id: 'x', G00: 's2' }, `/s/${door.survey.code}?lang=en&turn`)).text();
    const form = fieldsIn(html);
    door.wait(40);
    expect((await postForm(door, { ...formFields(form), G00: 's2' })).status).toBe(303);
  });
});
