// Only declared fields are accepted: whatever else is put into a submission, at whatever depth, it is refused in words or
// left out, what is stored is the survey's own shape, and no object of the server learns anything new.
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { envelope, wholeCounty } from '#core/submission.ts';
import { formFields, type OpenDoor, openDoor, openForm, payloadFor, postForm, postJson } from './door.ts';

const good = { G00: 's4', G12: ['fiscal', 'other'], 'G12.other': '村务', G14: '多公开' } as const;
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'quarantine',
  'late',
  'test',
  'score',
];
const columns = [
  'day',
  'slip',
  'fingerprint',
  'standing',
  'flags',
  'invitation',
  'receipt',
  'sha256',
  'G00.other',
  'G08R',
  'na',
];

const name = fc.oneof(fc.constantFrom(...names, ...columns), fc.string({ minLength: 1, maxLength: 20 }));
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.constantFrom('s1', ['fiscal'], { polluted: 1 }, null, 0, true, ''),
);

/** JSON in which the member is written even where the language would take it for a prototype. */
const withMember = (object: object, key: string, member: unknown): string => {
  const rest = JSON.stringify(object).slice(0, -1);
  return `${rest}${rest === '{' ? '' : ','}${JSON.stringify(key)}:${JSON.stringify(member) ?? 'null'}}`;
};

const namesOnPrototype = (): string[] => [...Object.getOwnPropertyNames(Object.prototype)].sort();
const namesAtStart = namesOnPrototype();
let door: OpenDoor;
let storedBefore: number;

/** Posts it and demands that it was refused, or that what was stored is exactly the good answers. */
async function settles(reply: Response): Promise<void> {
  const stored = await door.stored();
  const fresh = stored.length - storedBefore;
  storedBefore = stored.length;
  expect(namesOnPrototype()).toEqual(namesAtStart);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  if (reply.status >= 400) {
    expect(reply.status).toBeLessThan(500);
    expect(fresh).toBe(0);
    return;
  }
  expect(fresh).toBe(1);
  for (const { answers, ...row } of stored) {
    expect(JSON.parse(answers as string)).toEqual(good);
    expect(row).toMatchObject({ late: 0, quarantine: 0, possible_duplicate: 0, test: 0, unit: wholeCounty });
  }
}

beforeAll(async () => {
  door = await openDoor();
  storedBefore = 0;
});

const bounded = { numRuns: 60 } as const;

test('without anything foreign, both doors store the answers', async () => {
  const form = await openForm(door);
  await settles(await postJson(door, envelope(payloadFor(door, form, good as never), form.ticket)));
  await settles(await postForm(door, { ...formFields(await openForm(door)), ...good } as never));
  expect(storedBefore).toBe(2);
});

describe('a foreign member of', () => {
  test('the envelope', async () => {
    await fc.assert(
      fc.asyncProperty(name, value, async (key, member) => {
        const form = await openForm(door);
        const sealed = envelope(payloadFor(door, form, good as never), form.ticket);
        fc.pre(!Object.hasOwn(sealed, key));
        await settles(await postJson(door, withMember(sealed, key, member)));
      }),
      bounded,
    );
  });

  test('the answers', async () => {
    await fc.assert(
      fc.asyncProperty(name, value, async (key, member) => {
        fc.pre(!Object.hasOwn(good, key) && !door.survey.questions.some(({ code }) => code === key));
        const form = await openForm(door);
        const { sha: _, answers, ...rest } = envelope(payloadFor(door, form, good as never), form.ticket);
        const inside = withMember(answers, key, member);
        await settles(await postJson(door, `${JSON.stringify(rest).slice(0, -1)},"answers":${inside}}`));
      }),
      bounded,
    );
  });

  test('the script-less form', async () => {
    await fc.assert(
      fc.asyncProperty(name, fc.string({ maxLength: 40 }), async (key, text) => {
        const fields = formFields(await openForm(door));
        fc.pre(!Object.hasOwn(fields, key) && !Object.hasOwn(good, key) && !/^[GB]\d/.test(key));
        const body = Object.fromEntries([...Object.entries({ ...fields, ...good }), [key, text]]);
        const reply = await postForm(door, body as never);
        expect(reply.status).toBe(422);
        await settles(reply);
      }),
      bounded,
    );
  });
});

test('a value of any type and depth in place of any member', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), value, async (index, member) => {
      const form = await openForm(door);
      const { sha: _, ...open } = envelope(payloadFor(door, form, good as never), form.ticket);
      const keys = Object.keys(open).filter((key) => key !== 'answers' || typeof member !== 'object');
      const key = keys[index % keys.length] as keyof typeof open;
      fc.pre(JSON.stringify(open[key]) !== JSON.stringify(member));
      await settles(await postJson(door, { ...open, [key]: member }));
    }),
    bounded,
  );
});

test('a member that comes twice, anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('id', 'survey', 'ticket', 'answers', 'G00', 'G12', 'G14'),
      value,
      async (key, member) => {
        const form = await openForm(door);
        const { sha: _, ...open } = envelope(payloadFor(door, form, good as never), form.ticket);
        const again = `"${key}":${JSON.stringify(member)},`;
        const text = JSON.stringify(open).replace(`"${key}":`, `${again}"${key}":`);
        const reply = await postJson(door, text);
        expect(reply.status).toBe(400);
        await settles(reply);
      },
    ),
    bounded,
  );
});

test('nesting as deep as a body can hold', async () => {
  for (const depth of [100, 5_000, 30_000]) {
    const form = await openForm(door);
    const { sha: _, ...open } = envelope(payloadFor(door, form, good as never), form.ticket);
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    await settles(await postJson(door, JSON.stringify(open).replace('"多公开"', deep)));
  }
});
