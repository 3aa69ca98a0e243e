// What is not an answer: refused in words, at its field, with nothing stored.
import { describe, expect, test } from 'vitest';
import { envelope } from '#core/submission.ts';
import { formFields, openDoor, openForm, payloadFor, postForm, postJson } from './door.ts';

describe('bad input is refused in words and stores nothing:', () => {
  const good = { G00: 's5' };
  const cases: Record<string, { answers?: object; change?: object; status: number; problem: string }> = {
    'an unknown question': { answers: { ...good, G99: 'x' }, status: 422, problem: 'unknown-field' },
    'an unknown option': { answers: { G00: 's9' }, status: 422, problem: 'unknown-option' },
    'a missing required answer': { answers: {}, status: 422, problem: 'required' },
    'too many choices': {
      answers: { ...good, G12: ['fiscal', 'farm', 'land', 'school'] },
      status: 422,
      problem: 'too-many-options',
    },
    'text over its limit': { answers: { ...good, G14: '长'.repeat(501) }, status: 422, problem: 'too-long' },
    'half a character': { answers: { ...good, G14: 'a\ud800' }, status: 422, problem: 'bad-characters' },
    'a nested object': { answers: { ...good, G14: { a: { b: 1 } } }, status: 422, problem: 'not-text' },
    'a number for a rating': { answers: { G00: 5 }, status: 422, problem: 'one-only' },
    'an undeclared field': { change: { quarantine: 1 }, status: 422, problem: 'unknown-field' },
    'a wrong ticket': { change: { ticket: `2026-06-15.${'x'.repeat(22)}` }, status: 422, problem: 'bad-ticket' },
    'an unsigned ticket': { change: { ticket: '' }, status: 422, problem: 'bad-ticket' },
    'another id under the ticket': { change: { id: 'f'.repeat(32) }, status: 422, problem: 'bad-ticket' },
    'another unit under the ticket': { change: { unit: 'health' }, status: 422, problem: 'bad-ticket' },
    'an unknown unit': { change: { unit: 'nowhere' }, status: 422, problem: 'bad-unit' },
    'a channel only staff may use': { change: { channel: 'paper' }, status: 422, problem: 'bad-value' },
    'another version': { change: { version: 7 }, status: 422, problem: 'bad-version' },
    'a hash that does not fit': { change: { sha: '0'.repeat(64) }, status: 400, problem: 'bad-sha' },
  };
  for (const [name, { answers = good, change = {}, status, problem }] of Object.entries(cases))
    test(name, async () => {
      const door = await openDoor();
      const form = await openForm(door);
      const { sha: _, ...unhashed } = envelope(payloadFor(door, form, answers as never), form.ticket);
      const reply = await postJson(door, { ...unhashed, ...change });
      expect(reply.status).toBe(status);
      const body = (await reply.json()) as {
        ok: boolean;
        message: string;
        problems: { code: string; message: string }[];
      };
      expect(body.ok).toBe(false);
      expect(body.problems.map(({ code }) => code)).toContain(problem);
      for (const { message } of body.problems) expect(message).not.toMatch(/\{\w+\}|undefined/);
      expect(await door.stored()).toEqual([]);
    });

  const raw: Record<
    string,
    { body: (form: { id: string; ticket: string }, survey: string) => string; type?: string; status: number }
  > = {
    'a key that comes twice': {
      body: ({ id, ticket }, survey) =>
        `{"id":"${id}","survey":"${survey}","version":1,"ticket":"${ticket}","answers":{"G00":"s1","G00":"s5"}}`,
      status: 400,
    },
    'a hidden __proto__': {
      body: ({ id, ticket }, survey) =>
        `{"id":"${id}","survey":"${survey}","version":1,"ticket":"${ticket}","answers":{"G00":"s1","__proto__":{"polluted":1}}}`,
      status: 422,
    },
    'broken JSON': { body: () => '{"id":', status: 400 },
    'JSON that is no object': { body: () => '[1]', status: 422 },
    'a body over the limit': { body: () => `{"a":"${'x'.repeat(70_000)}"}`, status: 413 },
    'a multipart form': { body: () => '--x--', type: 'multipart/form-data; boundary=x', status: 415 },
    'plain text': { body: () => 'G00=s5', type: 'text/plain', status: 415 },
    'no type at all': { body: () => 'G00=s5', type: '', status: 415 },
    'bytes that are not UTF-8': { body: () => 'raw', type: 'application/json', status: 400 },
  };
  for (const [name, { body, type = 'application/json', status }] of Object.entries(raw))
    test(name, async () => {
      const door = await openDoor();
      const text = body(await openForm(door), door.survey.code);
      const reply = await door.app.request(`/s/${door.survey.code}`, {
        method: 'POST',
        headers: { ...(type ? { 'content-type': type } : {}), accept: 'application/json' },
        body: text === 'raw' ? new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) : new TextEncoder().encode(text),
      });
      expect(reply.status).toBe(status);
      expect(await reply.json()).toMatchObject({ ok: false, code: 'invalid' });
      expect(await door.stored()).toEqual([]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

  test('a radio posted twice, or a hidden field posted twice', async () => {
    const door = await openDoor();
    const form = formFields(await openForm(door));
    expect((await postForm(door, { ...form, G00: ['s5', 's1'] })).status).toBe(422);
    expect((await postForm(door, { ...form, id: [form.id as string, 'x'], G00: 's5' })).status).toBe(400);
    expect(await door.stored()).toEqual([]);
  });
});
