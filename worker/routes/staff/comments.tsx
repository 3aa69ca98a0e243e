// GET and POST /staff/comments: moderating, a page of one state at a time, those held back first.
import { Hono } from 'hono';
import { type CommentGroup, type CommentState, commentStates, countComments } from '#core/comment.ts';
import { isMonth } from '#core/period.ts';
import { CommentsPage } from '#web/pages/staff/comments.tsx';
import { staffLink } from '#web/parts/staff-frame.tsx';
import { moderateComment } from '../../actions/moderate-comment.ts';
import { signedIn } from '../../actor.ts';
import type { AppEnv } from '../../app-env.ts';
import { readForm, textIn } from '../../body.ts';
import { servedDocument } from '../../catalogue.ts';
import { staffPage, staffPageProps } from '../../staff-page.tsx';
import { type CommentKey, commentGroups, commentsIn } from '../../store/comments.ts';

const pageSize = 30;

export const comments = new Hono<AppEnv>()
  .get('/', async (c) => {
    const actor = await signedIn(c, 'comments.moderate');
    const { db } = c.get('host');
    const catalogue = await c.get('catalogue')();
    const surveys = catalogue.surveys.toReversed();
    const survey = (surveys.find(({ code }) => code === c.req.query('survey')) ?? surveys[0])?.code ?? '';
    const mine = { survey, ...(actor.unit ? { unit: actor.unit } : {}) };
    const groups = await commentGroups(db, mine);
    const byState = countStates(groups);
    const waiting = byState.held > 0 || byState.new === 0 ? 'held' : 'new';
    const state = commentStates.find((each) => each === c.req.query('state')) ?? waiting;
    const after = readKey(survey, c.req.query('after'));
    const found = await commentsIn(db, mine, [state], { limit: pageSize + 1, after });
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    return staffPage(
      c,
      c.get('words').staff.comments.title,
      <CommentsPage
        {...staffPageProps(c, actor)}
        surveys={surveys.map((record) => ({ code: record.code, title: servedDocument(record).title }))}
        survey={survey}
        state={state}
        byState={byState}
        counts={countComments(groups)}
        comments={shown}
        units={catalogue.units}
        next={last && found.length > pageSize ? { survey, state, after: writeKey(last) } : null}
        saved={c.req.query('saved') !== undefined}
      />,
    );
  })
  .post('/', async (c) => {
    const actor = await signedIn(c, 'comments.moderate');
    const form = await readForm(c);
    const text = (name: string) => textIn(form, name);
    const [survey, month, slip, id, question] = ['survey', 'month', 'slip', 'id', 'question'].map(text) as KeyParts;
    const key = { survey, month, slip, id, question };
    const decision = { state: text('state'), theme: text('theme'), handling: text('handling') };
    await moderateComment(c.get('host'), actor, key, decision);
    const back = { survey: key.survey, state: text('list'), saved: '' };
    return c.redirect(staffLink(staffPageProps(c, actor), '/staff/comments', back), 303);
  });

const countStates = (groups: readonly CommentGroup[]): Record<CommentState, number> =>
  Object.fromEntries(
    commentStates.map((state) => [
      state,
      groups.reduce((sum, group) => sum + (group.state === state ? group.n : 0), 0),
    ]),
  ) as Record<CommentState, number>;

type KeyParts = [survey: string, month: string, slip: string, id: string, question: string];

const writeKey = ({ month, slip, id, question }: CommentKey): string => [month, slip, id, question].join('~');

function readKey(survey: string, written: string | undefined): CommentKey | undefined {
  const [month = '', slip = '', id = '', question = ''] = (written ?? '').split('~');
  return isMonth(month) ? { survey, month, slip, id, question } : undefined;
}
