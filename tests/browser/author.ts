// A county with one report author and nothing else, for the tests of the author's own pages.
import type { Page } from 'playwright-core';
import type { Embedded } from '#scripts/embedded.ts';
import { buildWorld } from '#tests/world/world.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { d1Database } from '#worker/d1.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import { serve } from './served.ts';

const name = '撰稿';
const password = '会议室门口的那棵大银杏树';

export const serveAuthor = (): Promise<Embedded> =>
  serve({
    seed: async (d1) => {
      const host = makeHost(d1Database(d1), readSettings({ SECRET: '0'.repeat(64) }));
      await buildWorld(host, Number(host.today().slice(0, 4)));
      await addStaff(host, 'command', { name, role: 'author', unit: null, password });
    },
  });

/** On the sign-in page that a page of the desk led to. */
export async function signInAsAuthor(page: Page): Promise<void> {
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}
