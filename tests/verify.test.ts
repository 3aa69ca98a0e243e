// Verifying what was given out: every format in both languages matches, and one digit that was changed in any of them is
// found and named. Also a file saved again by another program, and what nobody should be able to do with one.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { langs } from '#core/lang.ts';
import type { Verdict } from '#core/verification.ts';
import { sqliteDatabase } from '#node/sqlite.ts';
import { WrongUsage } from '#scripts/commands/command.ts';
import { verify as verifyCommand } from '#scripts/commands/verify.ts';
import * as samples from '#tests/world/summary.ts';
import type { Database } from '#worker/database.ts';
import { type Format, formats, reportFile } from '#worker/export/file.ts';
import { sealing } from '#worker/store/sealed-summaries.ts';
import { verify } from '#worker/verify/verify.ts';
import { readCsv } from './worker/reading.ts';
import { seeded } from './world/answers.ts';

const [draft, sealed, corrected] = [samples.sampleSummary(), samples.sealedSample(), samples.correctedSample()];
let db: Database;
const open = (): Database => {
  const sqlite = new DatabaseSync(':memory:');
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
  return sqliteDatabase(sqlite);
};

beforeAll(async () => {
  db = open();
  await db.commit([sealing(sealed, 'command')]);
});

const every = formats.flatMap((format) => langs.map((lang) => [format, lang] as const));
const bodies: Partial<Record<Format, (path: string) => boolean>> = {
  docx: (path) => path === 'word/document.xml',
  xlsx: (path) => path.startsWith('xl/worksheets/'),
};

/** The texts of a file that hold what it says, and the file with one of them replaced. */
function textsOf(bytes: Uint8Array, format: Format): { text: string; with: (text: string) => Uint8Array }[] {
  const wanted = bodies[format];
  if (!wanted) return [{ text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), with: strToU8 }];
  const parts = unzipSync(bytes);
  return Object.keys(parts)
    .filter(wanted)
    .map((path) => ({
      text: strFromU8(parts[path] as Uint8Array),
      with: (text) => zipSync({ ...parts, [path]: strToU8(text) }, { level: 1 }),
    }));
}

/** Where a digit stands that a reader would read: between tags, never in them. */
function digitsIn(text: string, format: Format): number[] {
  const visible = format === 'docx' || format === 'xlsx' ? /(?:<w:t[^>]*>|<v>|<t[^>]*>)([^<]*)</g : /([\s\S]*)/g;
  return [...text.matchAll(visible)].flatMap((found) => {
    const said = found[1] ?? '';
    const from =
      (found.index ?? 0) + found[0].indexOf(said, format === 'docx' || format === 'xlsx' ? found[0].indexOf('>') : 0);
    return [...said.matchAll(/\d/g)].map(({ index }) => from + index);
  });
}

const flipped = (text: string, at: number, by: number): string =>
  text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);

describe.each(every)('%s, %s', (format, lang) => {
  test('matches as it was given out', async () => {
    const { seal, year } = sealed;
    expect(await verify(db, await reportFile(sealed, format, lang))).toEqual({
      is: 'matches',
      year,
      version: 1,
      sealed: seal.sealed,
      sha: seal.sha,
    });
  });

  test('one changed digit is found, and named with both values', async () => {
    const texts = textsOf(await reportFile(sealed, format, lang), format);
    const spots = texts.flatMap((part) => digitsIn(part.text, format).map((at) => ({ part, at })));
    const random = seeded(format.length * 7 + lang.length);
    const seen: Verdict['is'][] = [];
    for (let i = 0; i < 30; i += 1) {
      const { part, at } = spots[Math.floor(random() * spots.length)] ?? expect.unreachable();
      const verdict = await verify(db, part.with(flipped(part.text, at, 1 + Math.floor(random() * 9))));
      seen.push(verdict.is);
      expect([part.text.slice(at - 30, at + 30), verdict.is]).not.toEqual([expect.anything(), 'matches']);
      if (verdict.is !== 'differs') continue;
      expect(verdict.difference.sealed).not.toBe(verdict.difference.found);
    }
    // The rest hit the hash itself, or made a JSON number of what is none.
    expect(seen.filter((is) => is === 'differs').length).toBeGreaterThan(15);
  });
});

test('whoever believes the hash alone is caught by the same digits', async () => {
  const believing = async (bytes: Uint8Array) =>
    new TextDecoder().decode(bytes).includes(sealed.seal.sha) ? 'matches' : 'not-sealed-here';
  const [part] = textsOf(await reportFile(sealed, 'csv', 'en'), 'csv');
  const spots = digitsIn(part?.text ?? '', 'csv').slice(0, 30);
  const verdicts = await Promise.all(
    spots.map((at) => believing(part?.with(flipped(part.text, at, 1)) ?? new Uint8Array())),
  );
  expect(verdicts).toContain('matches');
});

describe('the command', () => {
  const run = async (args: readonly string[]) => {
    const written: string[] = [];
    const host = { db } as Parameters<typeof verifyCommand.run>[0];
    const streams = { out: (text: unknown) => written.push(String(text)), err: () => expect.unreachable() };
    return { status: await verifyCommand.run(host, args, streams), out: written.join('') };
  };
  const folder = mkdtempSync(join(tmpdir(), 'pingyi-verify-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('ends with 0, 1 or wrong usage', async () => {
    const path = join(folder, 'report.md');
    const text = new TextDecoder().decode(await reportFile(sealed, 'md', 'en'));
    writeFileSync(path, text);
    expect(await run([path])).toMatchObject({ status: 0, out: expect.stringMatching(/^Matches 2026 version 1/) });
    const received = String(sealed.evaluations[0]?.reconciliation.received);
    writeFileSync(path, text.replace(`| ${received} |`, '| 7 |'));
    expect(await run([path])).toMatchObject({
      status: 1,
      out: expect.stringContaining(`sealed "${received}", in the file "7"`),
    });
    const { status, out } = await run([path, '--json']);
    expect([status, JSON.parse(out)]).toEqual([1, expect.objectContaining({ ok: false, is: 'differs' })]);
    for (const wrong of [[], [path, path], [join(folder, 'none')], [path, '--colour']])
      await expect(run(wrong)).rejects.toThrow(WrongUsage);
  });
});

describe('the difference is named', () => {
  test.each(['docx', 'xlsx', 'csv', 'md'] as const)('by table, row and column in %s', async (format) => {
    const [general] = sealed.evaluations;
    const received = String(general?.reconciliation.received);
    const [part] = textsOf(await reportFile(sealed, format, 'zh-CN'), format).filter(({ text }) =>
      text.includes(received),
    );
    if (!part) throw new Error('no part');
    // The paragraph of DOCX and Markdown names the number first: the table's is further on.
    const at =
      format === 'csv' || format === 'xlsx'
        ? part.text.indexOf(received)
        : part.text.indexOf(received, part.text.indexOf('总览'));
    const verdict = await verify(
      db,
      part.with(part.text.slice(0, at) + (Number(received) + 1) + part.text.slice(at + received.length)),
    );
    expect(verdict).toMatchObject({
      is: 'differs',
      difference: { column: '收到', sealed: received, found: String(Number(received) + 1) },
    });
    const difference = verdict.is === 'differs' ? verdict.difference : null;
    expect(difference?.table).toContain('总览');
    expect(difference?.row).toContain(general?.title['zh-CN']);
  });

  test('by its path in JSON', async () => {
    const altered = sealed;
    const [general] = altered.evaluations;
    if (!general) throw new Error('no evaluation');
    const text = JSON.stringify({
      ...altered,
      evaluations: [{ ...general, late: general.late + 1 }, ...altered.evaluations.slice(1)],
    });
    expect(await verify(db, strToU8(text))).toMatchObject({
      is: 'differs',
      difference: {
        table: 'evaluations',
        row: general.survey,
        column: 'late',
        sealed: String(general.late),
        found: String(general.late + 1),
      },
    });
  });

  test('also when a row is gone or one is too many', async () => {
    const lines = new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(await reportFile(sealed, 'csv', 'en'))
      .split('\r\n');
    const without = lines.filter((_, i) => i !== 30).join('\r\n');
    expect((await verify(db, strToU8(without))).is).toBe('differs');
    const twice = lines.flatMap((line, i) => (i === 30 ? [line, line] : [line])).join('\r\n');
    expect((await verify(db, strToU8(twice))).is).toBe('differs');
  });
});

describe('another program saved it', () => {
  const rows = async () =>
    readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await reportFile(sealed, 'csv', 'zh-CN')));
  const joined = (lines: readonly (readonly string[])[], separator: string, lineEnd: string) =>
    lines.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator) + lineEnd).join('');

  test('CSV with semicolons, without its mark, with other line ends', async () => {
    expect((await verify(db, strToU8(joined(await rows(), ';', '\n')))).is).toBe('matches');
  });

  test('CSV as UTF-16 with tabs', async () => {
    const wide = Buffer.from(`\ufeff${joined(await rows(), '\t', '\r\n')}`, 'utf16le');
    expect((await verify(db, wide)).is).toBe('matches');
  });

  test('CSV whose numbers lost their last zeros, and with blank lines', async () => {
    const text = joined(
      (await rows()).map((row) => row.map((cell) => (/^\d+\.\d$/.test(cell) ? String(Number(cell)) : cell))),
      ',',
      '\r\n\r\n',
    );
    expect((await verify(db, strToU8(text))).is).toBe('matches');
  });

  test('JSON spaced and ordered anew', async () => {
    const text = JSON.stringify(Object.fromEntries(Object.entries(sealed).reverse()), null, 2);
    expect((await verify(db, strToU8(text))).is).toBe('matches');
  });
});

test('a correction makes the first version an older one, with the reason', async () => {
  const both = open();
  await both.commit([sealing(sealed, 'command'), sealing(corrected, 'command')]);
  for (const [format, lang] of every) {
    expect(await verify(both, await reportFile(sealed, format, lang))).toMatchObject({
      is: 'newer-version',
      version: 1,
      newest: { version: 2, reason: corrected.seal.reason },
    });
    expect(await verify(both, await reportFile(corrected, format, lang))).toMatchObject({
      is: 'matches',
      version: 2,
    });
  }
});

test.each(every)('a draft is sealed nowhere: %s, %s', async (format, lang) => {
  expect(await verify(db, await reportFile(draft, format, lang))).toEqual({
    is: 'not-sealed-here',
    sha: null,
  });
});

test.each(every)('what another county sealed is not sealed here: %s, %s', async (format, lang) => {
  const { sha } = sealed.seal;
  expect(await verify(open(), await reportFile(sealed, format, lang))).toEqual({ is: 'not-sealed-here', sha });
});
