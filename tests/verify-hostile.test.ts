// Files made to stall or fill whoever verifies them: each is answered within a second or two of work, in words.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '#core/verification.ts';
import { sqliteDatabase } from '#node/sqlite.ts';
import { fileBytesMax, verify } from '#worker/verify/verify.ts';

const sqlite = new DatabaseSync(':memory:');
for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
const db = sqliteDatabase(sqlite);

describe('a hostile file is answered soon', () => {
  const soon = async (bytes: Uint8Array): Promise<Verdict['is']> => {
    const start = process.cpuUsage();
    const { is } = await verify(db, bytes);
    const { user, system } = process.cpuUsage(start);
    expect(user + system).toBeLessThan(3_000_000);
    return is;
  };
  const big = fileBytesMax;
  const zeros = (bytes: number) => new Uint8Array(bytes);
  const docx = (xml: Uint8Array) => zipSync({ 'word/document.xml': xml }, { level: 9 });

  test('an archive that unpacks to a thousand times its size', async () => {
    const bomb = docx(zeros(64 * 1024 * 1024));
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    expect(await soon(bomb)).toBe('unreadable');
  });

  test('an archive that lies about sizes', async () => {
    const bomb = docx(zeros(32 * 1024 * 1024));
    const directory = Buffer.from(bomb).lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 100, true);
    expect(await soon(bomb)).toBe('unreadable');
  });

  test.each<[string, Uint8Array]>([
    ['nothing', zeros(0)],
    ['zeros', zeros(big)],
    ['half an archive', docx(strToU8('<w:p>')).subarray(0, 60)],
    ['the beginning of an archive', strToU8('PK\x03\x04')],
    ['open brackets', strToU8('['.repeat(big))],
    ['open braces', strToU8('{"a":'.repeat(big / 5))],
    ['opening quotes', strToU8(`a,b\n${'"'.repeat(big - 4)}`)],
    ['pipes', strToU8(`# a\n${'|'.repeat(big - 4)}`)],
    ['escaped pipes', strToU8(`# a\n|${'\\|'.repeat(big / 2 - 4)}`)],
    ['heading marks', strToU8(`# a\n${'#'.repeat(big - 4)}`)],
    ['hexadecimal digits', strToU8(`# a\n${'a'.repeat(big - 4)}`)],
    ['line ends', strToU8(`a,b\n${'\n'.repeat(big - 4)}`)],
    ['tags that never end', docx(strToU8('<'.repeat(big)))],
    ['tags in tags', docx(strToU8('<w:tbl><w:tr><w:tc>'.repeat(big / 19)))],
    [
      'cells that span all columns',
      docx(
        strToU8(
          '<w:tbl>' +
            '<w:tr><w:tblHeader/><w:tc><w:gridSpan w:val="99999"/><w:p><w:t>a</w:t></w:p></w:tc></w:tr>'.repeat(
              big / 90,
            ),
        ),
      ),
    ],
    ['ampersands', docx(strToU8(`<w:t>${'&'.repeat(big)}`))],
    [
      'a table of nothing but headings',
      docx(strToU8(`<w:tbl>${'<w:tr><w:tc><w:p><w:t>a</w:t></w:p></w:tc></w:tr>'.repeat(big / 50)}`)),
    ],
  ])('%s', async (_, bytes) => {
    expect(['unreadable', 'not-sealed-here']).toContain(await soon(bytes));
  });
});
