// /staff/tokens: the API tokens. The answer to a successful POST is the page with the token itself: no later request can show it.
import { type Context, Hono } from 'hono';
import { isTokenLive, scopes } from '#core/api-token.ts';
import { type Problem, Problems } from '#core/problem.ts';
import { TokensPage, type TokensPageProps } from '#web/pages/staff/tokens.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { issueToken, revokeToken } from '../../actions/issue-token.ts';
import { type Actor, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { wantsJson } from '../../failures.tsx';
import { pageProps } from '../../page-props.ts';
import { problemLines, staffPage, staffPageProps } from '../../staff-page.tsx';
import { allApiTokens } from '../../store/api-tokens.ts';

export const tokens = new Hono<AppEnv>()
  .get('/', async (c) => showTokens(c, await signedIn(c, 'tokens.manage'), {}))
  .post('/', async (c) => {
    const actor = await signedIn(c, 'tokens.manage');
    const form = await readForm(c);
    const typed = {
      name: textIn(form, 'name'),
      scopes: scopes.filter((scope) => textIn(form, `scope.${scope}`) === 'yes'),
      unit: textIn(form, 'unit'),
      expires: textIn(form, 'expires').trim(),
    };
    try {
      const { issued, token } = await issueToken(c.get('host'), actor, { ...typed, unit: typed.unit || null });
      return showTokens(c, actor, { made: { name: issued.name, token } });
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return showTokens(c, actor, { typed, problems: error.problems });
    }
  })
  .post('/:id/revocation', async (c) => {
    const actor = await signedIn(c, 'tokens.manage');
    await revokeToken(c.get('host'), actor, c.req.param('id'));
    return c.redirect(staffLink(pageProps(c), '/staff/tokens'), 303);
  });

interface Shown {
  readonly problems?: readonly Problem[];
  readonly typed?: TokensPageProps['typed'];
  readonly made?: TokensPageProps['made'];
}

async function showTokens(
  c: Context<AppEnv>,
  actor: Actor<'tokens.manage'>,
  { problems = [], typed = { name: '', scopes: [], unit: '', expires: '' }, made = null }: Shown,
): Promise<Response> {
  const host = c.get('host');
  const [all, { units }] = await Promise.all([allApiTokens(host.db), c.get('catalogue')()]);
  const words = c.get('words').staff.tokens;
  const where = ({ field }: Problem) =>
    field === 'name' || field === 'scopes' || field === 'unit' || field === 'expires' ? words[field] : '';
  return staffPage(
    c,
    words.title,
    <TokensPage
      {...staffPageProps(c, actor)}
      tokens={all.map((token) => ({ ...token, live: isTokenLive(token, host.today()) }))}
      units={units}
      problems={problemLines(c, problems, where)}
      typed={typed}
      made={made}
    />,
    { problems },
  );
}
