// GET and POST /staff/invitations. The answer to a successful POST is the page with the links itself, not a redirect:
// their tokens are kept nowhere, so no later request could show them.
import { type Context, Hono } from 'hono';
import { fill } from '#core/lang.ts';
import { outcomes } from '#core/outcome.ts';
import { type Problem, Problems } from '#core/problem.ts';
import { InvitationsPage } from '#web/pages/staff/invitations.tsx';
import { IssuedPage } from '#web/pages/staff/issued.tsx';
import { issueInvitations } from '../../actions/issue-invitations.ts';
import { type Actor, signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { type Catalogue, servedDocument, surveyIn } from '../../catalogue.ts';
import { wantsJson } from '../../failures.tsx';
import { publicOrigin } from '../../public-origin.ts';
import { problemLines, staffPage, staffPageProps } from '../../staff-page.tsx';
import { countInvitations, type InvitationCount } from '../../store/invitations.ts';

/** Five hundred rows whose Chinese names are percent-encoded. */
const listBytesMax = 256 * 1024;

export const invitations = new Hono<AppEnv>()
  .get('/', async (c) => {
    const actor = await signedIn(c, 'invitations.issue');
    return showList(c, actor, { survey: c.req.query('survey') ?? '', list: '', problems: [] });
  })
  .post('/', async (c) => {
    const actor = await signedIn(c, 'invitations.issue');
    const form = await readForm(c, listBytesMax);
    const catalogue = await c.get('catalogue')();
    const [survey, list] = [textIn(form, 'survey'), textIn(form, 'list')];
    try {
      const result = await issueInvitations(c.get('host'), surveyIn(catalogue, survey), catalogue.units, actor, list);
      const origin = publicOrigin(c) + c.get('host').settings.basePath;
      const issued = result.issued.map(({ token, ...each }) => {
        const link = `${origin}/i/${token}`;
        return { ...each, link, scanned: `${link}?ch=qr` };
      });
      const props = { ...staffPageProps(c, actor), ...result, issued, units: catalogue.units };
      return staffPage(c, c.get('words').staff.place.invitations, <IssuedPage {...props} />);
    } catch (error) {
      if (!(error instanceof Problems) || wantsJson(c)) throw error;
      return showList(c, actor, { survey, list, problems: error.problems });
    }
  });

interface Typed {
  readonly survey: string;
  readonly list: string;
  readonly problems: readonly Problem[];
}

async function showList(c: Context<AppEnv>, actor: Actor, { survey, list, problems }: Typed): Promise<Response> {
  const catalogue = await c.get('catalogue')();
  const w = c.get('words').staff.invitations;
  const surveys = inviting(catalogue, c.get('host').today());
  const chosen = surveys.find(({ code }) => code === survey)?.code ?? surveys[0]?.code ?? '';
  const counts = await countInvitations(c.get('host').db, chosen, actor.unit);
  const where = ({ field }: Problem) => {
    const [, row, column] = field.split('.');
    return row ? `${fill(w.row, { row })} ${w.column[column as 'unit']}` : w.whole;
  };
  const props = {
    ...staffPageProps(c, actor),
    surveys: surveys.map((record) => ({ code: record.code, title: servedDocument(record).title })),
    survey: chosen,
    list,
    problems: problemLines(c, problems, where),
    units: catalogue.units,
    outcomes,
    byUnit: sumBy(counts, ({ unit }) => unit),
    byOutcome: sumBy(counts, ({ outcome }) => outcome),
  };
  return staffPage(c, w.title, <InvitationsPage {...props} />, { problems });
}

/** Newest first: the surveys that rate one request and have not closed. */
const inviting = ({ surveys }: Catalogue, today: string) =>
  surveys.filter(({ kind, closes }) => kind === 'request' && today <= closes).toReversed();

const sumBy = (counts: readonly InvitationCount[], axis: (count: InvitationCount) => string) =>
  [...Map.groupBy(counts, axis)].map(([by, group]) => ({
    by,
    issued: group.reduce((sum, { issued }) => sum + issued, 0),
    used: group.reduce((sum, { used }) => sum + used, 0),
  }));
