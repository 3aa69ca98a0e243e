// GET /receipts/:code: was it received, and on which day. Knows nothing of the answer itself.
import { Hono } from 'hono';
import { Refusal } from '#core/problem.ts';
import { readReceipt } from '#core/receipt.ts';
import { ReceiptPage } from '#web/pages/receipt.tsx';
import type { AppEnv } from '../app-env.ts';
import { citizenPage } from '../citizen-page.tsx';
import { wantsJson } from '../failures.tsx';
import { pageProps } from '../page-props.ts';
import { receivedUnder } from '../store/responses.ts';

export const receipts = new Hono<AppEnv>().get('/:code', async (c) => {
  const { db, seals } = c.get('host');
  const code = readReceipt(c.req.param('code'));
  const received = code && (await receivedUnder(db, seals.slip(code)));
  if (!code || !received) throw new Refusal('missing', 'no-receipt');
  if (wantsJson(c)) return c.json({ ok: true, receipt: code, day: received.day });
  const record = (await c.get('catalogue')()).surveys.find(({ code }) => code === received.survey);
  const title = record?.versions.get(record.version)?.document.title;
  return citizenPage(c, {
    title: c.get('words').citizen.receipt.title,
    body: (
      <ReceiptPage
        {...pageProps(c)}
        receipt={code}
        day={received.day}
        late={received.late}
        {...(title ? { surveyTitle: title } : {})}
      />
    ),
  });
});
