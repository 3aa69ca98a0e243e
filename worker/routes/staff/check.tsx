// /staff/check: the report check as a page. The worker gives out the page and its script and sees nothing of any report.
import { Hono } from 'hono';
import { CheckPage } from '#web/pages/staff/check.tsx';
import type { CheckingData } from '#web/parts/checking-data.ts';
import { signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';

/** As in web/islands/report-file.ts, which refuses more. */
const megabytesMax = 40;

export const check = new Hono<AppEnv>().get('/', async (c) => {
  const actor = await signedIn(c, 'reports.read');
  const { checking } = c.get('words');
  const data: CheckingData = { lang: c.get('lang'), words: checking };
  const body = <CheckPage {...staffPageProps(c, actor)} megabytesMax={megabytesMax} />;
  return staffPage(c, checking.title, body, { island: { script: 'check.js', data }, cutOff: true });
});
