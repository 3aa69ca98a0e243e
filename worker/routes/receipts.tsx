// GET /receipts: where a number is typed. GET /receipts/:code: was it received, and on which day; it knows nothing of the
// answer itself. POST …/withdrawal takes the answer back; the receipt alone is not enough for that.
import { type Context, Hono } from 'hono';
import type { Day } from '#core/period.ts';
import { type ProblemCode, Problems, problem, Refusal } from '#core/problem.ts';
import { type ReceiptCode, readReceipt } from '#core/receipt.ts';
import { problemText } from '#core/text.ts';
import { phaseOn } from '#core/window.ts';
import { lastDayToWithdraw } from '#core/withdrawal.ts';
import { ReceiptPage, type ReceiptPageProps, receiptDataOf } from '#web/pages/receipt.tsx';
import { ReceiptsPage } from '#web/pages/receipts.tsx';
import { linkTo } from '#web/parts/page-frame.tsx';
import { withdraw } from '../actions/withdraw.ts';
import type { AppEnv } from '../app-env.ts';
import { readForm, textIn } from '../body.ts';
import { servedDocument } from '../catalogue.ts';
import { citizenPage } from '../citizen-page.tsx';
import { statusOf, wantsJson } from '../failures.tsx';
import { pageProps } from '../page-props.ts';
import { publicOrigin } from '../public-origin.ts';
import { receivedUnder } from '../store/responses.ts';
import type { SurveyRecord } from '../store/surveys.ts';

const bytesMax = 1024;

export const receipts = new Hono<AppEnv>()
  .get('/', async (c) => {
    const typed = c.req.query('number');
    if (typed === undefined) return askForReceipt(c, '');
    const receipt = readReceipt(typed);
    if (!receipt) return askForReceipt(c, typed, typed.trim() === '' ? 'empty' : 'bad-receipt');
    const { db, seals } = c.get('host');
    if (!(await receivedUnder(db, seals.slip(receipt)))) return askForReceipt(c, typed, 'unknown-receipt');
    return c.redirect(addressOf(c, receipt), 303);
  })
  .get('/:code', async (c) => showReceipt(c, receiptIn(c.req.param('code'))))
  // Where the page that says what was wrong stands; asked for again, in another language for one, it is the receipt.
  .get('/:code/withdrawal', (c) => c.redirect(addressOf(c, receiptIn(c.req.param('code'))), 303))
  .post('/:code/withdrawal', async (c) => {
    const receipt = receiptIn(c.req.param('code'));
    const typed = textIn(await readForm(c, bytesMax), 'code');
    try {
      await withdraw(c.get('host'), await c.get('catalogue')(), receipt, typed);
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return showReceipt(c, receipt, { typed, problems: error.problems });
    }
    if (wantsJson(c)) return c.json({ ok: true, receipt, withdrawn: true });
    return c.redirect(addressOf(c, receipt), 303);
  });

const addressOf = (c: Context<AppEnv>, receipt: ReceiptCode): string => linkTo(pageProps(c), `/receipts/${receipt}`);

function receiptIn(typed: string): ReceiptCode {
  const receipt = readReceipt(typed);
  if (!receipt) throw new Refusal('missing', 'no-receipt');
  return receipt;
}

function askForReceipt(c: Context<AppEnv>, typed: string, wrong?: ProblemCode): Response {
  const common = pageProps(c);
  const problems = wrong ? [problem('number', wrong)] : [];
  const [message] = problems.map((found) => problemText(common.words, found));
  return citizenPage(c, {
    status: statusOf(problems),
    title: common.words.citizen.receipts.title,
    sheet: 'receipt.css',
    body: (
      <ReceiptsPage {...common} query={typed ? { number: typed.slice(0, 80) } : {}} typed={typed} wrong={message} />
    ),
  });
}

async function showReceipt(
  c: Context<AppEnv>,
  receipt: ReceiptCode,
  { typed, problems }: { typed: string; problems: Problems['problems'] } = { typed: '', problems: [] },
): Promise<Response> {
  const { db, seals, today } = c.get('host');
  const received = await receivedUnder(db, seals.slip(receipt));
  if (!received) throw new Refusal('missing', 'no-receipt');
  const { day, late, withdrawn } = received;
  if (wantsJson(c)) return c.json({ ok: true, receipt, day, withdrawn });
  const record = (await c.get('catalogue')()).surveys.find(({ code }) => code === received.survey);
  const common = pageProps(c);
  const [wrong] = problems;
  const props: ReceiptPageProps = {
    ...common,
    receipt,
    day,
    late,
    withdrawn,
    address: `${publicOrigin(c)}${common.base}/receipts/${receipt}`,
    withdrawableUntil: record && !withdrawn ? withdrawableUntil(record, day, today()) : null,
    ...(record ? { survey: servedDocument(record) } : {}),
    ...(wrong ? { wrongCode: { typed, message: problemText(common.words, wrong) } } : {}),
  };
  const { title, withdrawn: withdrawnTitle } = common.words.citizen.receipt;
  return citizenPage(c, {
    status: statusOf(problems),
    title: withdrawn ? withdrawnTitle : title,
    sheet: 'receipt.css',
    body: <ReceiptPage {...props} />,
    ...(withdrawn ? {} : { island: { script: 'receipt.js', data: receiptDataOf(props) } }),
  });
}

/** null when it is too late. */
function withdrawableUntil(record: SurveyRecord, answered: Day, today: Day): Day | null {
  const last = lastDayToWithdraw(record, answered);
  return phaseOn(record, today) === 'open' && today <= last ? last : null;
}
