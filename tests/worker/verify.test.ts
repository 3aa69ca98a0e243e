// The public page that takes a file, in workerd: what it says, what it refuses, and that it keeps nothing.
import { expect, test } from 'vitest';
import { correctedSample, sampleSummary, sealedSample } from '#tests/world/summary.ts';
import { sql } from '#worker/database.ts';
import { formats, reportFile } from '#worker/export/file.ts';
import { sealing } from '#worker/store/sealed-summaries.ts';
import { type OpenDoor, openDoor } from './door.ts';

const sealed = sealedSample();

function upload({ app }: OpenDoor, bytes: Uint8Array, query = '?lang=zh-CN', headers: Record<string, string> = {}) {
  const form = new FormData();
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'x.docx'));
  return app.request(`/verify${query}`, { method: 'POST', body: form, headers });
}

test('the form is complete without script', async () => {
  const html = await (await (await openDoor()).app.request('/verify?lang=zh-CN')).text();
  expect(html).toMatch(/<form[^>]*enctype="multipart\/form-data"/);
  expect(html).toMatch(/<input[^>]*type="file"[^>]*name="file"/);
  expect(html).not.toContain('<script');
});

test('each format is recognised, and what became of it is said in words', async () => {
  const door = await openDoor();
  await door.host.db.commit([sealing(sealed, 'command')]);
  for (const format of formats) {
    const reply = await upload(door, await reportFile(sealed, format, 'zh-CN'));
    expect([format, reply.status, (await reply.text()).includes('完全一致，这是现行的一版')]).toEqual([
      format,
      200,
      true,
    ]);
  }
  const changed = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(await reportFile(sealed, 'csv', 'zh-CN'))
    .replace(/,(\d+),个/, (_, n: string) => `,${Number(n) + 1},个`);
  const html = await (await upload(door, new TextEncoder().encode(changed))).text();
  for (const word of ['不一致', '封存的', '文件里的']) expect(html).toContain(word);
  expect(await (await upload(door, await reportFile(sampleSummary(), 'md', 'en'), '?lang=en')).text()).toContain(
    'names no hash',
  );

  const json = await upload(door, await reportFile(sealed, 'xlsx', 'en'), '', { accept: 'application/json' });
  expect(await json.json()).toMatchObject({ ok: true, is: 'matches', sha: sealed.seal.sha });

  await door.host.db.commit([sealing(correctedSample(), 'command')]);
  const old = await (await upload(door, await reportFile(sealed, 'docx', 'zh-CN'))).text();
  expect(old).toContain('补录青石镇纸质问卷36份');
});

test('no file, an empty one, one too large, and another kind of form are refused at the field', async () => {
  const door = await openDoor();
  const empty = await upload(door, new Uint8Array(0));
  expect([empty.status, (await empty.text()).includes('请先选一个文件')]).toEqual([422, true]);
  const none = await door.app.request('/verify', { method: 'POST', body: new FormData() });
  expect(none.status).toBe(422);
  expect((await upload(door, new Uint8Array(2 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await upload(door, new Uint8Array(3 * 1024 * 1024))).status).toBe(413);
  const form = await door.app.request('/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'file=x',
  });
  expect(form.status).toBe(415);
  const broken = await door.app.request('/verify', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--y',
  });
  expect([400, 422]).toContain(broken.status);
});

test('nothing of a file is kept', async () => {
  const door = await openDoor();
  const count = () =>
    door.host.db.first(
      sql`SELECT (SELECT count(*) FROM audit) AS audit, (SELECT count(*) FROM sealed_summaries) AS sealed`,
    );
  const before = await count();
  await upload(door, await reportFile(sealed, 'json', 'en'));
  expect(await count()).toEqual(before);
});
