// Language and view live in the address alone: what a page links to keeps them, and changing them keeps the rest.
import { describe, expect, test } from 'vitest';
import { generalOf, units } from '#tests/world/world.ts';
import { sql } from '#worker/database.ts';
import { formFields, openDoor, openForm, postForm } from './door.ts';

const linksIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|action)="([^"#]+)"/g)]
    .map(([, address]) => (address as string).replaceAll('&amp;', '&'))
    .filter((address) => !address.startsWith('data:'));

describe('a citizen’s page', () => {
  test('links to every other page in its own language and view', async () => {
    const door = await openDoor();
    for (const path of ['/', `/s/${door.survey.code}`, '/nowhere', '/remedies', '/accessibility']) {
      const html = await (await door.app.request(`${path}?lang=en&view=elder&size=26`)).text();
      const elsewhere = linksIn(html).filter((address) => !address.startsWith('?'));
      expect(elsewhere.length, path).toBeGreaterThan(2);
      for (const address of elsewhere) expect(address, path).toMatch(/\?lang=en&view=elder&size=26$/);
    }
  });

  test('keeps the unit and the way one came when its language or view changes', async () => {
    const door = await openDoor();
    const [unit] = units;
    const html = await (await door.app.request(`/s/${door.survey.code}?unit=${unit?.code}&ch=qr`)).text();
    const here = linksIn(html).filter((address) => address.startsWith('?'));
    expect(here).toHaveLength(2);
    for (const address of here) expect(address).toContain(`unit=${unit?.code}&ch=qr&`);
  });

  test('that answers a form without script is in the form’s view, and so is the receipt', async () => {
    const door = await openDoor();
    const path = `/s/${door.survey.code}?lang=en&view=elder&size=30`;
    const fields = formFields(await openForm(door, path));
    const problem = await postForm(door, fields, path);
    expect(problem.status).toBe(422);
    expect(await problem.text()).toContain('class="size-30"');
    const received = await postForm(door, { ...fields, G00: 's5' }, path);
    expect(received.headers.get('location')).toMatch(/^\/receipts\/\w{8}\?lang=en&view=elder&size=30#/);
  });
});

test('a survey that was published before a language was added is shown in zh-CN', async () => {
  const door = await openDoor();
  const code = 'before-en';
  const document = JSON.stringify({ ...generalOf(2026), code }, (key, value) => (key === 'en' ? undefined : value));
  await door.host.db.commit([
    sql`INSERT INTO surveys (code, kind, version, opens, closes, grace_days)
      VALUES (${code}, 'general', 1, '2026-01-01', '2026-12-31', 7)`,
    sql`INSERT INTO survey_versions (survey, version, document, sha, published)
      VALUES (${code}, 1, ${document}, ${code}, '2026-01-01')`,
  ]);
  const html = await (await door.app.request(`/s/${code}?lang=en`)).text();
  expect(html).toContain('您看到的政府信息内容是否全面、准确？');
  expect(html).toContain('Submit');
});
