// `npm run bench:rows`: the rows D1 bills for one answer, by door and with or without a comment, and for showing a form.

import type { Answers } from '#core/answers.ts';
import { invite } from '#tests/faults/invite.ts';
import { press } from '#tests/world/press.ts';
import { build, workerScript } from '../build.ts';
import { Connection, type Reply } from '../connection.ts';
import { hostOn, makeState, openInstance, openSurveys, signingHost } from '../instance.ts';
import { printConditions, printTable } from './figures.ts';

const { general, request } = openSurveys(signingHost);
const comment = '惠农补贴的发放名单能不能在村里的公开栏贴出来，手机上不好找。';
const ratings: Answers = { G00: 's4', G01: 's4', G02: 's3', G03: 's2', G08: 'no' };

async function main(): Promise<void> {
  await build();
  const state = await makeState();
  const server = await openInstance(state, { script: await workerScript('scripts/bench/handlers/metered.ts') });
  const connection = new Connection(server.url);
  const [first = '', second = '', unused = ''] = await invite(hostOn(server.d1), request.code, 3);
  const rate = async (answers: Answers, token?: string): Promise<Reply> => {
    const survey = token ? request : general;
    const { path, json } = press(signingHost, { survey, answers, token, ...(token ? { unit: 'land' } : {}) });
    const reply = await connection.post(path, json);
    if (reply.status !== 201) throw new Error(`${reply.status} ${reply.body}`);
    return reply;
  };
  try {
    printConditions('bench:rows');
    const cold = await connection.request('GET', `/s/${general.code}`);
    // The first answer of a month makes its cell; every later one adds to it.
    const making = await rate(ratings);
    await rate({ R00: 's4' }, first);
    const measured: [string, Reply][] = [
      ['general survey, no comment', await rate(ratings)],
      ['general survey, with a comment', await rate({ ...ratings, G14: comment })],
      ['… the first of its month, no comment', making],
      ['request, no comment', await rate({ R00: 's4', R03: 's3' }, second)],
      ['request, with a comment', await rate({ R00: 's4', R10: comment }, unused)],
      ['form of the general survey, warm', await connection.request('GET', `/s/${general.code}`)],
      ['form of the general survey, first of 30 seconds', cold],
    ];
    printTable(
      ['what', 'rows written', 'rows read'],
      measured.map(([what, { headers }]) => [what, headers['x-rows-written'] ?? '', headers['x-rows-read'] ?? '']),
    );
    if (measured.some(([, { headers }]) => Number(headers['x-rows-written']) > 4)) process.exitCode = 1;
  } finally {
    connection.close();
    await server.dispose();
    state.remove();
  }
}

await main();
