// Looking up a receipt by its number, and what a receipt says about an answer that was labelled.
import { describe, expect, test } from 'vitest';
import { trapField } from '#core/submission.ts';
import { formFields, type OpenDoor, openDoor, openForm, postForm } from './door.ts';

async function answered(door: OpenDoor, more: Record<string, string> = {}): Promise<string> {
  const { headers } = await postForm(door, { ...formFields(await openForm(door)), G00: 's4', ...more });
  return headers.get('location')?.match(/receipts\/(\w{8})/)?.[1] ?? '';
}

const lookUp = ({ app }: OpenDoor, number: string, more = '') =>
  app.request(`/receipts?number=${encodeURIComponent(number)}${more}`);

const pageOf = async ({ app }: OpenDoor, receipt: string) => (await app.request(`/receipts/${receipt}`)).text();

describe('a receipt that is typed in', () => {
  test('leads to its page, in the language and view of the form', async () => {
    const door = await openDoor();
    const receipt = await answered(door);
    const typed = ` ${receipt.slice(0, 4).toLowerCase()}　${receipt.slice(4)}。`;
    const reply = await lookUp(door, typed, '&lang=en&view=elder&size=26');
    expect([reply.status, reply.headers.get('location')]).toEqual([
      303,
      `/receipts/${receipt}?lang=en&view=elder&size=26`,
    ]);
  });

  test.each([
    ['', '这里还没有填写'],
    ['ABCD', '回执号是 8 位'],
    ['<script>', '回执号是 8 位'],
    ['WWWW-WWWW', '没有收到过这个回执号'],
  ])('and is wrong is told so at its field, and stays there: %s', async (typed, sentence) => {
    const reply = await lookUp(await openDoor(), typed);
    const html = await reply.text();
    expect(reply.status).toBe(422);
    expect(html).toMatch(new RegExp(`<p class="problem" id="number-problem">[^<]*${sentence}`));
    expect(html).toMatch(new RegExp(`value(="${typed.replace('<', '&lt;')}")? aria`));
    expect(html).toContain('aria-invalid="true"');
  });

  test('is asked for without a word of blame, on a page that the home page leads to', async () => {
    const door = await openDoor();
    const html = await (await door.app.request('/receipts')).text();
    expect(html).toContain('查回执');
    expect(html).not.toContain('class="problem"');
    expect(await (await door.app.request('/')).text()).toContain('href="/receipts?lang=zh-CN"');
  });
});

describe('the receipt of a labelled answer', () => {
  test('is word for word that of any other, and promises no rate to either', async () => {
    const door = await openDoor();
    const [counted, labelled] = [await answered(door), await answered(door, { [trapField]: 'https://x.example' })];
    const flags = (await door.stored()).map(({ quarantine }) => quarantine);
    expect(flags.sort()).toEqual([0, 1]);
    const [ours, theirs] = [await pageOf(door, counted), await pageOf(door, labelled)];
    const plain = (html: string) => html.replace(/<svg[\s\S]*?<\/svg>/, '').replace(/[A-Z2-9]{4}-?[A-Z2-9]{4}/g, '');
    expect(plain(theirs)).toBe(plain(ours));
    expect(ours).not.toMatch(/一起统计|照常计入/);
    expect(ours).toContain('计入“收到”的总数');
  });
});
