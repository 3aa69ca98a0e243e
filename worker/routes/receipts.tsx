// GET /receipts/:code: was it received, and on which day. Knows nothing of the answer itself.
import { Hono } from 'hono';
import { Refusal } from '#core/problem.ts';
import { readReceipt } from '#core/receipt.ts';
import { ReceiptPage } from '#web/pages/receipt.tsx';
import type { AppEnv } from '../app-env.ts';
import { page } from '../document.tsx';
import { wantsJson } from '../failures.tsx';
import { receivedUnder } from '../store/responses.ts';

export const receipts = new Hono<AppEnv>().get('/:code', async (c) => {
  const { db, seals, settings } = c.get('host');
  const code = readReceipt(c.req.param('code'));
  const received = code && (await receivedUnder(db, seals.slip(code)));
  if (!code || !received) throw new Refusal('missing', 'no-receipt');
  if (wantsJson(c)) return c.json({ ok: true, receipt: code, day: received.day });
  const record = (await c.get('catalogue')()).surveys.find(({ code }) => code === received.survey);
  const { lang, words } = { lang: c.get('lang'), words: c.get('words') };
  const title = record?.versions.get(record.version)?.document.title;
  return page(c, {
    title: words.citizen.receipt.title,
    style: 'citizen.css',
    body: (
      <ReceiptPage
        lang={lang}
        words={words}
        base={settings.basePath}
        county={settings.county}
        receipt={code}
        day={received.day}
        late={received.late}
        {...(title ? { surveyTitle: title } : {})}
      />
    ),
  });
});
