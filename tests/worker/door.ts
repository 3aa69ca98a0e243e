// The app as the tests in workerd open it: the real routes on the real database, with a fixed clock and a deadline that a
// slow machine does not reach. Each call makes a survey of its own, so that no test sees another one's answers.
import { env } from 'cloudflare:workers';
import type { Answers } from '#core/answers.ts';
import { envelope, type Payload, wholeCounty } from '#core/submission.ts';
import type { Survey } from '#core/survey.ts';
import type { Window } from '#core/window.ts';
import { generalOf, units, worldNow } from '#tests/world/world.ts';
import { createApp } from '#worker/app.ts';
import { d1Database } from '#worker/d1.ts';
import { type Database, sql } from '#worker/database.ts';
import { type Host, makeHost } from '#worker/host.ts';
import { readSettings, type Settings } from '#worker/settings.ts';
import { addingUnit, publishing } from '#worker/store/surveys.ts';

export const settings = readSettings({ SECRET: '0'.repeat(64) });

export const database = (): Database => d1Database(env.DB);

let surveys = 0;
const everOpen: Window = { opens: '2026-01-01', closes: '2026-12-31', graceDays: 7 };

export interface OpenDoor {
  readonly app: ReturnType<typeof createApp>;
  readonly host: Host;
  readonly survey: Survey;
  /** Sets the clock. */
  readonly at: (iso: string) => void;
  readonly wait: (seconds: number) => void;
  readonly stored: () => Promise<Record<string, unknown>[]>;
}

export async function openDoor({
  survey = generalOf(2026),
  window = everOpen,
  db = database(),
  ...configured
}: {
  survey?: Survey;
  window?: Window;
  db?: Database;
} & Partial<Settings> = {}): Promise<OpenDoor> {
  let now = worldNow;
  const host = makeHost(db, { ...settings, ...configured }, { now: () => now });
  surveys += 1;
  const own: Survey = { ...survey, code: `${survey.code}-${surveys}` };
  const known = await host.db.first(sql`SELECT code FROM units`);
  if (!known) await host.db.commit(units.map((unit, position) => addingUnit(unit, position)));
  await host.db.commit(publishing(own, window, window.opens));
  return {
    app: createApp(host, { requestMs: 60_000 }),
    host,
    survey: own,
    at: (iso) => {
      now = Date.parse(iso);
    },
    wait: (seconds) => {
      now += seconds * 1000;
    },
    stored: () => host.db.all(sql`SELECT * FROM responses WHERE survey = ${own.code}`),
  };
}

export interface ServedForm {
  readonly id: string;
  readonly ticket: string;
  readonly version: number;
  readonly unit: string;
  readonly channel: string;
}

/** The hidden fields of a served form. */
export function fieldsIn(html: string): ServedForm {
  const field = (name: string) => {
    const input = html.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? '';
    return input.match(/value="([^"]*)"/)?.[1] ?? '';
  };
  return {
    id: field('id'),
    ticket: field('ticket'),
    version: Number(field('version')),
    unit: field('unit'),
    channel: field('channel'),
  };
}

let opened = 0;

/** Opens the form and takes a while over it, as people do: never quite as long as the one before. */
export async function openForm({ app, survey, wait }: OpenDoor, path = `/s/${survey.code}`): Promise<ServedForm> {
  const form = fieldsIn(await (await app.request(path)).text());
  opened += 1;
  wait(30 + (opened % 23));
  return form;
}

export const payloadFor = (door: OpenDoor, form: ServedForm, answers: Answers): Payload => ({
  id: form.id,
  survey: door.survey.code,
  version: form.version,
  unit: form.unit || wholeCounty,
  channel: 'web',
  answers,
});

export const postJson = (door: OpenDoor, body: unknown, path = `/s/${door.survey.code}`) =>
  door.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

export const sendAnswers = (door: OpenDoor, form: ServedForm, answers: Answers) =>
  postJson(door, envelope(payloadFor(door, form, answers), form.ticket));

export const postForm = (
  door: OpenDoor,
  fields: Record<string, string | string[]>,
  path = `/s/${door.survey.code}`,
) => {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  return door.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
};

export const formFields = (form: ServedForm): Record<string, string> => ({ ...form, version: String(form.version) });
