// The staff's desk as the tests in workerd open it: the cast of the world with one password, and browsers that are signed
// in. A browser sends what a real one would from a page of ours, unless a test says otherwise.
import type { Role } from '#core/capability.ts';
import type { Staff } from '#core/staff.ts';
import { staff as cast } from '#tests/world/world.ts';
import { hashPassword } from '#worker/passwords.ts';
import { sha256Hex } from '#worker/seals.ts';
import { starting } from '#worker/store/sessions.ts';
import { adding } from '#worker/store/staff.ts';
import { type OpenDoor, openDoor } from './door.ts';

export const password = '会议室门口的那棵大银杏树';
let hashed: Promise<string> | undefined;
let desks = 0;

export interface Desk extends OpenDoor {
  readonly people: readonly Staff[];
  /** The county-wide person of a role. */
  readonly member: (role: Role) => Staff;
  /** The officer who belongs to one unit. */
  readonly ofUnit: Staff;
}

export async function openDesk(options: Parameters<typeof openDoor>[0] = {}): Promise<Desk> {
  const door = await openDoor(options);
  hashed ??= hashPassword(password);
  desks += 1;
  const people = cast.map(
    ({ name, role, unit }): Staff => ({ id: door.host.randomHex(8), name: `${name}${desks}`, role, unit }),
  );
  const hash = await hashed;
  await door.host.db.commit(people.map((each) => adding({ ...each, password: hash, created: '2026-01-01' })));
  const find = (wanted: (each: Staff) => boolean) => people.find(wanted) as Staff;
  return {
    ...door,
    people,
    member: (role) => find((each) => each.role === role && each.unit === null),
    ofUnit: find(({ unit }) => unit !== null),
  };
}

type Headers = Readonly<Record<string, string>>;

export interface Browser {
  readonly cookie: string;
  get(path: string, headers?: Headers): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>, headers?: Headers): Promise<Response>;
}

export function browserWith({ app }: Pick<OpenDoor, 'app'>, cookie = ''): Browser {
  const carried: Headers = cookie ? { cookie } : {};
  return {
    cookie,
    get: async (path, headers = {}) => app.request(path, { headers: { ...carried, ...headers } }),
    post: async (path, fields, headers = { 'sec-fetch-site': 'same-origin' }) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...carried, ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

/** Signed in without the price of the password. */
export async function signedInAs(desk: Desk, { id }: Pick<Staff, 'id'>): Promise<Browser> {
  const token = desk.host.randomHex(32);
  await desk.host.db.commit([starting(sha256Hex(token), id, Math.floor(desk.host.now() / 1000))]);
  return browserWith(desk, `__Host-pingyi=${token}`);
}

/** Signed in through the door itself. */
export async function signIn(
  desk: Desk,
  name: string,
  typed = password,
  browser = browserWith(desk),
): Promise<Response> {
  return browser.post('/staff/sign-in', { name, password: typed, next: '' });
}

/** The cookies of a reply, as the next request carries them. */
export const cookiesOf = (reply: Response): string =>
  reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
