// The second half of `npm run check:office`: opens annual reports in LibreOffice, saves them again and lets our own check read
// what it saved (every figure in its cell, no finding), and prints them: as many pages as were looked at, none more.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { checkReport } from '#core/check/check-report.ts';
import type { AnnualFields } from '#core/statutory/annual-fields.ts';
import { composeReport } from '#core/statutory/compose.ts';
import { readEntries } from '#core/statutory/entries.ts';
import { contextOf, lastYearWhole, sampleTexts } from '#tests/world/annual.ts';
import { form } from '#tests/world/entries.ts';
import { annualDocx } from '#worker/export/annual-docx.ts';

const folder = mkdtempSync(join(tmpdir(), 'pingyi-annual-'));
const repeated = (times: number): AnnualFields =>
  Object.fromEntries(Object.entries(sampleTexts).map(([id, text]) => [id, `${text}\n`.repeat(times)]));
const everyCell = (text: string): AnnualFields => Object.fromEntries(form.cells.map(({ id }) => [id, text]));

const reports: Record<string, { fields: AnnualFields; pages: number; clean: boolean }> = {
  sample: { fields: { ...lastYearWhole, ...sampleTexts }, pages: 5, clean: true },
  wide: { fields: { ...everyCell('123456'), ...sampleTexts }, pages: 5, clean: false },
  long: { fields: { ...everyCell('123456'), ...repeated(8) }, pages: 18, clean: false },
};

function office(path: string, to: 'docx' | 'pdf'): Uint8Array {
  const out = join(folder, to);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', to, '--outdir', out, path], { stdio: 'pipe' });
  return readFileSync(join(out, `annual.${to}`));
}

const pagesIn = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

let failures = 0;
function expect(what: string, good: boolean, found: unknown): void {
  if (!good) failures += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}${good ? '' : `: ${JSON.stringify(found)}`}`);
}

try {
  for (const [name, { fields, pages, clean }] of Object.entries(reports)) {
    const report = composeReport(form, fields, contextOf('office'), '2027-01-20');
    const path = join(folder, 'annual.docx');
    writeFileSync(path, await annualDocx({ report, made: '2027-01-20', draft: null, blank: '' }));
    const printed = pagesIn(office(path, 'pdf'));
    expect(`${name}: ${pages} pages`, printed === pages, printed);
    const text = strFromU8(unzipSync(office(path, 'docx'))['word/document.xml'] ?? new Uint8Array());
    const { tables, findings } = checkReport({ text, format: 'docx' });
    const { figures } = readEntries(form, fields);
    const lost = form.cells.filter(({ id }) => tables.cells[id.replace(/^[BC]\./, '')]?.value !== figures[id]);
    expect(
      `${name} saved again: every figure in its cell`,
      lost.length === 0,
      lost.map(({ id }) => id),
    );
    if (clean) expect(`${name} saved again: no finding`, findings.length === 0, findings);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
