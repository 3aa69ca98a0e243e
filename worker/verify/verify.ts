// Verifying a file against what is sealed in the database: found by the hash that the file names, compared with the same
// format made anew from the sealed figures, in the language that fits.
import { type Lang, langs } from '#core/lang.ts';
import type { SealedSummary } from '#core/report.ts';
import { type Compared, compare, type Difference, type Piece, type Verdict } from '#core/verification.ts';
import type { Database } from '../database.ts';
import { type Format, reportFile } from '../export/file.ts';
import { readKept } from '../sealed-reports.ts';
import { newestSealed, sealedWithSha } from '../store/sealed-summaries.ts';
import { readFile } from './read-file.ts';

/** More than a file of ours can be. */
export const fileBytesMax = 2 * 1024 * 1024;

export async function verify(db: Database, bytes: Uint8Array): Promise<Verdict> {
  const file = readFile(bytes);
  if ('why' in file) return { is: 'unreadable', why: file.why };
  for (const sha of file.hashes) {
    const kept = await sealedWithSha(db, sha);
    if (!kept) continue;
    const sealed = readKept(kept);
    const compared = comparedWith(sealed);
    const difference = await differenceTo(sealed, file.format, file.pieces);
    if (difference) return { is: 'differs', ...compared, difference };
    const newest = await newestSealed(db, sealed.year);
    if (!newest || newest.version === sealed.seal.version) return { is: 'matches', ...compared };
    const newer = readKept(newest);
    return { is: 'newer-version', ...compared, newest: { ...comparedWith(newer), reason: newer.seal.reason } };
  }
  return { is: 'not-sealed-here', sha: file.hashes[0] ?? null };
}

const comparedWith = ({ year, seal: { version, sealed, sha } }: SealedSummary): Compared => ({
  year,
  version,
  sealed,
  sha,
});

/** The first difference in the language that fits best: the one in which it comes last. */
async function differenceTo(
  sealed: SealedSummary,
  format: Format,
  pieces: readonly Piece[],
): Promise<Difference | null> {
  let best: ReturnType<typeof compare> | null = null;
  for (const lang of langs) {
    const compared = compare(await sealedPieces(sealed, format, lang), pieces);
    if (!compared.difference) return null;
    if (!best || compared.alike > best.alike) best = compared;
  }
  return best?.difference ?? null;
}

/** Made files taken apart, the last few kept: making one costs more than reading it, and anybody may ask. */
const made = new Map<string, readonly Piece[]>();
const madeMax = 20;

async function sealedPieces(sealed: SealedSummary, format: Format, lang: Lang): Promise<readonly Piece[]> {
  const key = `${sealed.seal.sha}.${format}.${lang}`;
  const known = made.get(key);
  if (known) return known;
  const read = readFile(await reportFile(sealed, format, lang));
  if ('why' in read) throw new Error(`our own ${format} is ${read.why}`);
  const [oldest] = made.keys();
  if (oldest !== undefined && made.size >= madeMax) made.delete(oldest);
  made.set(key, read.pieces);
  return read.pieces;
}
