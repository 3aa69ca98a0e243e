// `npm run check:office`: opens every DOCX and XLSX of the sample year in LibreOffice, saves each again and verifies that the
// saved file still matches what was sealed; prints the documents and counts their pages; and opens tables full of
// formulas to see that none becomes one. Not part of `npm test`, because it needs `soffice` on the machine.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { langs } from '#core/lang.ts';
import type { SealedSummary } from '#core/report.ts';
import { sealSummary } from '#core/seal.ts';
import { sqliteDatabase } from '#node/sqlite.ts';
import { correctedSample, sampleSummary, sealedSample } from '#tests/world/summary.ts';
import { type Format, reportFile } from '#worker/export/file.ts';
import { sealing } from '#worker/store/sealed-summaries.ts';
import { verify } from '#worker/verify/verify.ts';

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'pingyi-office-'));
const profile = mkdtempSync(join(tmpdir(), 'pingyi-office-profile-'));
const sqlite = new DatabaseSync(':memory:');
for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
const db = sqliteDatabase(sqlite);

/** A year whose texts would all be formulas, were they not defused. */
function hostileSample(): SealedSummary {
  const { evaluations, ...rest } = sampleSummary();
  const text = { 'zh-CN': '=1+1', en: '@SUM(1,2)' };
  const [first] = evaluations;
  if (!first) throw new Error('the sample has no evaluation');
  const questions = first.questions.map((question) => ({ ...question, words: text }));
  const units = first.units.map((unit) => ({ ...unit, name: { 'zh-CN': '+1', en: '-1' } }));
  const hostile = { ...rest, year: 2024, evaluations: [{ ...first, title: text, questions, units }] };
  return sealSummary(hostile, { version: 1, sealed: '2025-01-08', reason: null });
}

/** Opens a file and saves it under another folder, as this format. */
function office(path: string, to: string, target: string): string {
  const out = join(folder, target);
  mkdirSync(out, { recursive: true });
  const args = ['--headless', `-env:UserInstallation=file://${profile}`, '--convert-to', to, '--outdir', out, path];
  execFileSync('soffice', args, { stdio: 'pipe' });
  const written = join(out, `${basename(path, extname(path))}.${to}`);
  if (!existsSync(written)) throw new Error(`soffice wrote no ${to}: are Writer and Calc both installed?`);
  return written;
}

const pagesIn = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const formulasIn = (xlsx: Uint8Array): number =>
  Object.entries(unzipSync(xlsx))
    .filter(([path]) => path.startsWith('xl/worksheets/'))
    .reduce((sum, [, part]) => sum + (strFromU8(part).match(/<f[\s>]/g)?.length ?? 0), 0);

let failures = 0;
function expect(what: string, good: boolean, found: unknown): void {
  if (!good) failures += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}${good ? '' : `: ${JSON.stringify(found)}`}`);
}

const [hostile, sealed, corrected] = [hostileSample(), sealedSample(), correctedSample()];
await db.commit([hostile, sealed, corrected].map((each) => sealing(each, 'command')));
try {
  for (const [name, report] of Object.entries({ sealed, corrected, hostile })) {
    for (const lang of langs) {
      for (const format of ['docx', 'xlsx'] as const satisfies readonly Format[]) {
        const path = join(folder, `${name}-${lang}.${format}`);
        writeFileSync(path, await reportFile(report, format, lang));
        const again = readFileSync(office(path, format, 'again'));
        const verdict = await verify(db, again);
        const wanted = name === 'sealed' ? 'newer-version' : 'matches';
        expect(`${name} ${lang} ${format} saved again: ${wanted}`, verdict.is === wanted, verdict);
        if (format === 'xlsx') expect(`${name} ${lang} xlsx: no formula`, formulasIn(again) === 0, formulasIn(again));
        else {
          const pages = pagesIn(readFileSync(office(path, 'pdf', 'printed')));
          expect(`${name} ${lang} docx: ${pages} pages`, pages > 1 && pages < 40, pages);
        }
      }
      const csv = join(folder, `${name}-${lang}.csv`);
      writeFileSync(csv, await reportFile(report, 'csv', lang));
      const opened = formulasIn(readFileSync(office(csv, 'xlsx', 'opened')));
      expect(`${name} ${lang} csv opened: no formula`, opened === 0, opened);
    }
  }
} finally {
  rmSync(profile, { recursive: true, force: true });
  if (!process.argv[2]) rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;
