// One press of 提交 as a phone sends it: a frozen payload with the ticket of a form. The ticket is signed here with the
// instance's own secret and dated back as people differ, so that a crowd needs no form and is not taken for robots.
import type { Answers } from '#core/answers.ts';
import { type Channel, type Envelope, envelope, wholeCounty } from '#core/submission.ts';
import type { Survey } from '#core/survey.ts';
import { openDoor, serveForm } from '#worker/actions/serve-form.ts';
import type { Host } from '#worker/host.ts';
import { sha256Hex } from '#worker/seals.ts';

export interface Press {
  readonly path: string;
  readonly envelope: Envelope;
  /** The envelope as it goes over the wire. */
  readonly json: string;
}

export interface Pressed {
  readonly survey: Survey;
  readonly answers: Answers;
  readonly unit?: string;
  readonly channel?: Channel;
  /** Of the invitation it uses; without one it comes through the open door. */
  readonly token?: string | undefined;
}

let pressed = 0;

export function press(host: Host, { survey, answers, unit = wholeCounty, channel = 'web', token }: Pressed): Press {
  const { code, version } = survey;
  const door = token ? sha256Hex(token) : openDoor;
  const admit = { survey: code, version, unit, door };
  pressed += 1;
  const { id, ticket } = serveForm(host, admit, host.now() - (30 + (pressed % 61)) * 1000);
  const sent = envelope({ id, survey: code, version, unit, channel, answers }, ticket);
  return { path: token ? `/i/${token}` : `/s/${code}`, envelope: sent, json: JSON.stringify(sent) };
}
