// Taking in the sealed summary of another organ: load → decide → commit. What is not whole, not sealed, not of this year, or
// older than what is here is refused by name and changes nothing; the same file twice changes nothing either.
import { incoherence } from '#core/coherence.ts';
import { type Problem, Problems, problem } from '#core/problem.ts';
import { readSealed, type SealedSummary, sealedText } from '#core/seal.ts';
import { type Doer, nameOf } from '../actor.ts';
import { isUniqueFailure } from '../database.ts';
import type { Host } from '../host.ts';
import { Unavailable } from '../resilience.ts';
import { expecting, importing, newestImported } from '../store/imported-summaries.ts';
import { repeatedKey } from '../strict-json.ts';
import { commitAudited } from './commit-audited.ts';

/** A summary of a few surveys is a tenth of this, and D1 keeps no more than two million bytes in a row. */
export const summaryBytesMax = 1024 * 1024;
const organsMax = 200;
const organCharsMax = 60;

export interface Imported {
  readonly organ: string;
  readonly version: number;
  readonly became: 'added' | 'newer' | 'unchanged';
}

/** `year` null takes the file's own. Throws Problems at `file`, whose code names the fault. */
export async function importSummary(
  host: Host,
  doer: Doer<'reports.write'>,
  bytes: Uint8Array,
  year: number | null,
): Promise<Imported> {
  const sealed = read(bytes);
  const { county, seal } = sealed;
  const organ = county['zh-CN'];
  if (year !== null && sealed.year !== year) throw fault('import-other-year', { year: sealed.year, wanted: year });
  if (organ === host.settings.county['zh-CN']) throw fault('import-own', { organ });
  const present = await newestImported(host.db, sealed.year, organ);
  if (present && present.version > seal.version)
    throw fault('import-older', { organ, version: seal.version, present: present.version });
  if (present?.version === seal.version) {
    if (present.sha !== seal.sha) throw fault('import-contradicts', { organ, version: seal.version });
    return { organ, version: seal.version, became: 'unchanged' };
  }
  const event = {
    actor: nameOf(doer),
    action: 'summary.import',
    object: `${sealed.year}/${organ}`,
    detail: { version: seal.version, sha: seal.sha },
  } as const;
  try {
    await commitAudited(host, event, [importing(sealed, host.today(), nameOf(doer))]);
  } catch (error) {
    throw isUniqueFailure(error, 'imported_summaries') ? new Unavailable(error) : error;
  }
  return { organ, version: seal.version, became: present ? 'newer' : 'added' };
}

const fault = (code: Problem['code'], values: Problem['values'] = {}): Problems =>
  new Problems([problem('file', code, values)]);

function read(bytes: Uint8Array): SealedSummary {
  const text = decoded(bytes);
  const found = readSealed(text);
  if ('fault' in found) throw fault(`import-${found.fault}`);
  // The bytes that come out again must be those that came in.
  if (text !== sealedText(found.sealed) || repeatedKey(text) !== null) throw fault('import-respelled');
  const place = incoherence(found.sealed);
  if (place !== null) throw fault('import-incoherent', { place });
  return found.sealed;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw fault('import-not-json');
  }
}

/** One name a line; what is empty or there twice is left out. */
export async function expectOrgans(
  host: Host,
  doer: Doer<'reports.write'>,
  year: number,
  typed: string,
): Promise<void> {
  const names = [...new Set(typed.split('\n').map((line) => line.trim()))].filter(Boolean);
  if (names.length > organsMax)
    throw new Problems([problem('organs', 'too-many-rows', { max: organsMax, rows: names.length })]);
  const long = names.find((name) => name.length > organCharsMax);
  if (long) throw new Problems([problem('organs', 'too-long', { max: organCharsMax, length: long.length })]);
  const event = {
    actor: nameOf(doer),
    action: 'organs.expect',
    object: String(year),
    detail: { n: names.length },
  } as const;
  await commitAudited(host, event, [expecting(year, names)]);
}
