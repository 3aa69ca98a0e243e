// Many at once, over real sockets: everybody is acknowledged or asked to come again, and one invitation is one rating
// however many use it in the same instant.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countIn, responsesKey } from '#core/tally.ts';
import { Connection } from '#scripts/connection.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { hostOn, makeState, openInstance, openSurveys, type State, signingHost } from '#scripts/instance.ts';
import { seeded } from '#tests/world/answers.ts';
import { talliesOf } from '#worker/store/tallies.ts';
import { arrivals, crowd } from './crowd.ts';
import { examine, torn } from './findings.ts';
import { invite } from './invite.ts';
import { Ledger } from './ledger.ts';

const surveys = openSurveys(signingHost);
let state: State;
let server: Embedded;

beforeAll(async () => {
  state = await makeState();
  server = await openInstance(state);
});
afterAll(async () => {
  await server.dispose();
  state.remove();
});

test('of 400 who press on 64 connections each is stored once, and nobody hears anything but yes or later', async () => {
  const ledger = new Ledger(signingHost, surveys, seeded(1));
  const heard = new Set<number>();
  await crowd(server.url, ledger, {
    connections: 64,
    next: arrivals(ledger, 400),
    onReply: (_, { status }) => heard.add(status),
  });
  expect([...heard].filter((status) => ![200, 201, 429, 503].includes(status))).toEqual([]);
  expect(ledger.acknowledged).toBe(400);
  const clean = { lost: 0, duplicated: 0, altered: 0, torn: 0, wrongReceipts: 0 };
  expect(await examine(hostOn(server.d1), surveys, ledger)).toMatchObject({ stored: 400, ...clean });
});

test('of 200 parallel uses of one invitation one is stored, whatever address and cookies they claim', async () => {
  const host = hostOn(server.d1);
  const ledger = new Ledger(signingHost, surveys, seeded(2));
  const [token] = await invite(host, surveys.request.code, 1);
  const use = async (_: unknown, i: number): Promise<number> => {
    const connection = new Connection(server.url);
    const { press } = ledger.arrive(token);
    const address = `10.1.${i >> 4}.${i & 15}`;
    const claims = { 'x-forwarded-for': address, 'cf-connecting-ip': address, cookie: `used=${i % 2}` };
    const { status } = await connection.post(press.path, press.json, i % 3 ? claims : {});
    connection.close();
    return status;
  };
  const statuses = await Promise.all(Array.from({ length: 200 }, use));
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 410)).toHaveLength(199);
  const cells = await talliesOf(host.db, { survey: surveys.request.code });
  expect(cells.map(({ tally }) => countIn(tally, responsesKey))).toEqual([1]);
  expect(await torn(host.db, surveys)).toBe(0);
});
