// GET and POST /i/:token: the evaluation of one handled request, one time. Opening it changes nothing, so a link that a
// chat program fetches for its preview still works for the person.
import { type Context, Hono } from 'hono';
import { tokenPattern } from '#core/invitation.ts';
import { Refusal } from '#core/problem.ts';
import type { AppEnv } from '../app-env.ts';
import { surveyIn } from '../catalogue.ts';
import { sha256Hex } from '../seals.ts';
import { invitationBy } from '../store/invitations.ts';
import { type AnsweringDoor, answer, channelOf, showForm } from './answering.tsx';

export const invitations = new Hono<AppEnv>()
  .get('/:token', async (c) => {
    const door = await open(c, c.req.param('token'));
    const { invitation } = door;
    if (invitation.used) throw new Refusal('gone', 'invitation-used');
    if (c.get('host').today() > invitation.expires)
      throw new Refusal('gone', 'invitation-expired', { expires: invitation.expires });
    surveyIn(await c.get('catalogue')(), invitation.survey);
    return showForm(c, door, { unit: invitation.unit, channel: channelOf(c) });
  })
  .post('/:token', async (c) => answer(c, await open(c, c.req.param('token'))));

/** A token of the wrong form is refused before the database hears of it. */
async function open(c: Context<AppEnv>, token: string) {
  const found = tokenPattern.test(token) ? await invitationBy(c.get('host').db, sha256Hex(token)) : null;
  if (!found) throw new Refusal('missing', 'no-invitation');
  return { survey: found.survey, invitation: found, path: `/i/${token}` } satisfies AnsweringDoor;
}
