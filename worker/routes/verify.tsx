// GET /verify asks for a file; POST /verify says whether it is what was sealed. Nothing of the file is kept, and nobody
// needs to be signed in: whoever holds a figure may check it.
import { type Context, Hono } from 'hono';
import { type Problem, Problems } from '#core/problem.ts';
import { problemText } from '#core/text.ts';
import type { Verdict } from '#core/verification.ts';
import { VerifyPage } from '#web/pages/verify.tsx';
import type { AppEnv } from '../app-env.ts';
import { readUpload } from '../body.ts';
import { citizenPage } from '../citizen-page.tsx';
import { statusOf, wantsJson } from '../failures.tsx';
import { pageProps } from '../page-props.ts';
import { fileBytesMax, verify } from '../verify/verify.ts';

export const verifying = new Hono<AppEnv>()
  .get('/', (c) => showVerify(c, null))
  .post('/', async (c) => {
    try {
      const verdict = await verify(c.get('host').db, await readUpload(c, 'file', fileBytesMax));
      return wantsJson(c) ? c.json({ ok: true, ...verdict }) : showVerify(c, verdict);
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return showVerify(c, null, error.problems);
    }
  });

function showVerify(c: Context<AppEnv>, verdict: Verdict | null, problems: readonly Problem[] = []): Response {
  const common = pageProps(c);
  const [wrong] = problems;
  const { verify: words } = common.words;
  const message = wrong?.code === 'empty' ? words.empty : wrong && problemText(common.words, wrong);
  return citizenPage(c, {
    status: statusOf(problems),
    title: words.title,
    sheet: 'results.css',
    body: <VerifyPage {...common} verdict={verdict} wrong={message} megabytesMax={fileBytesMax / 1024 / 1024} />,
  });
}
