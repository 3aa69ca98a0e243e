// The command reads what offices have: DOCX, pages in GB 18030, and says how it went by its exit status.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { run } from '#scripts/commands/check.ts';
import { WrongUsage } from '#scripts/commands/command.ts';
import { makeFacts } from '#tests/corpus/facts.ts';
import { formTitles, layouts, shownOf } from '#tests/corpus/render.ts';
import { styles } from '#tests/corpus/styles.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const file = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const facts = makeFacts({ kind: 'office', area: '云岭县', name: '云岭县人民政府办公室' }, 2024, 5, 12);
const draft = { writing: styles.officeRunIn(facts), shown: shownOf(facts.cells), titles: formTitles };
const docx = (xml: string) =>
  zipSync({ 'word/document.xml': strToU8(xml), '[Content_Types].xml': strToU8('<Types/>') });

async function command(...args: string[]): Promise<{ status: number; out: string }> {
  const said: string[] = [];
  const status = await run(args, { out: (text) => said.push(String(text)), err: (text) => said.push(text) });
  return { status, out: said.join('') };
}

test('a DOCX that is right gives status 0 and an empty list', async () => {
  const { status, out } = await command(file('right.docx', docx(layouts.docx.write(draft))), '--json');
  expect(JSON.parse(out)).toMatchObject({ findings: [], tables: { form: '2021' }, narrative: { year: 2024 } });
  expect(status).toBe(0);
});

test('one with an error gives status 1 and the finding of the public contract', async () => {
  const shown = { ...draft.shown, 'r1.tot': '99' };
  const { status, out } = await command(file('wrong.html', layouts.html.write({ ...draft, shown })), '--json');
  expect(status).toBe(1);
  const [first] = JSON.parse(out).findings;
  expect(Object.keys(first)).toEqual(expect.arrayContaining(['severity', 'rule', 'quote', 'message', 'repairs']));
});

test('bytes that are not UTF-8 are read as GB 18030', async () => {
  // 「总体」 in GB 18030.
  const bytes = new Uint8Array([0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6]);
  const { out } = await command(file('old.txt', bytes), '--json');
  expect(JSON.parse(out).narrative.sections).toMatchObject([{ number: 1, title: '总体情况' }]);
});

test.each([
  ['no file', []],
  ['a file that is not there', [join(folder, 'none.html')]],
  ['a PDF', [file('a.pdf', '%PDF-1.7 …')]],
  ['a zip that is no DOCX', [file('a.docx', zipSync({ 'a.txt': strToU8('x') }))]],
  ['an unknown scope', [file('a.txt', ''), '--scope', 'planet']],
  ['an unknown option', [file('b.txt', ''), '--nonsense']],
])('%s is wrong usage', async (_, args) => {
  await expect(command(...args)).rejects.toBeInstanceOf(WrongUsage);
});
